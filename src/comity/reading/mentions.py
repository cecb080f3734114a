"""Names and cue words in a text, each resolved to one thing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import msgspec

from comity.catalog.cue_files import load_cues
from comity.catalog.loaded import load_catalog
from comity.reading.lexicon import Entry, Lexicon, Match, whole_word

# Where a form stands for several things, the first of these that it has.
_PRECEDENCE = (
    "org", "region", "body", "series", "state", "capital", "metonym", "adjective", "organ", "decoy", "city", "town",
    "level_people", "office", "institution", "level_nouns", "hosting", "event_verb", "event_noun", "mode",
)  # fmt: skip
_RANK = {kind: rank for rank, kind in enumerate(_PRECEDENCE)}
_CONFIRMING = ("org", "body", "state", "capital", "adjective", "level_people", "office")
_CAPITALS = re.compile(r"\b[A-Z][\w’'-]*(?:\s+(?:of|for|and|the|on|in|de|&)\b|\s+[A-Z][\w’'-]*){1,7}")
_SMALL = {"of", "for", "and", "the", "on", "in", "de", "&"}


class Mention(msgspec.Struct, frozen=True):
    """Words that stand for one thing: kind `org`, code `SCO`. For organs `level` is the level of their meetings."""

    start: int
    end: int
    kind: str
    code: str
    level: str | None = None

    @property
    def org(self) -> str | None:
        """The organization named, directly or by its organ or series."""
        if self.kind == "org":
            return self.code
        if self.kind in ("body", "series"):
            return self.code.partition("/")[0]
        return None


def find_mentions(text: str, lexicon: Lexicon) -> tuple[Mention, ...]:
    """All mentions in text order. Doubtful forms stay only where the rest of the text confirms them."""
    matches = [match for match in lexicon.find(text) if match[2]]
    firm = {_best(entries).kind for _, _, entries in matches if not _best(entries).doubtful}
    confirmed = bool(firm.intersection(_CONFIRMING))
    # "The GCC summit", "OAS foreign ministers": the word beside it confirms a doubtful form, too.
    beside = {
        start
        for start, _, entries in matches
        if _best(entries).kind in ("event_noun", "event_verb", "level_people", "level_nouns")
    }
    redefined = _redefined(text, matches)
    found: list[Mention] = []
    for start, end, entries in matches:
        entry = _best(entries)
        if entry.kind == "decoy" or (entry.kind == "org" and entry.code in redefined):
            continue
        if entry.doubtful and not _is_confirmed(text, start, end, entry, confirmed, end + 1 in beside):
            continue
        found += _mentions_at(text, start, end, entries)
    found = sorted([*found, *_shared_names(text, found)], key=lambda one: one.start)
    return tuple(_with_organs(text, found))


def _mentions_at(text: str, start: int, end: int, entries: Sequence[Entry]) -> Iterator[Mention]:
    """What a form stands for where it stands: nothing, where the words around it make it part of something else."""
    entry = _best(entries)
    if entry.kind == "region":
        yield from _those_who_meet(text, start, end, entry.code)
        return
    if (
        (entry.kind == "series" and not _is_title(text, start, end))
        or (entry.kind in ("city", "town") and _in_a_name(text, start, end))
        or (entry.kind == "town" and not _is_set(text, start, end))
    ):
        return
    mention = _mention(start, end, entry, entries)
    yield _in_province(text, mention) if mention.kind == "city" else mention
    if entry.kind == "event_noun":
        # "videoconference" is a meeting and says its mode.
        yield from (Mention(start, end, "mode", other.code) for other in entries if other.kind == "mode")


def _those_who_meet(text: str, start: int, end: int, code: str) -> Iterator[Mention]:
    """The organization that a region stands for, and the EU where "European" is joined to it."""
    if not _is_those_who_meet(text, start, end):
        return
    yield Mention(start, end, "org", code)
    if european := _AND_EUROPEAN.match(text, end):
        yield Mention(*european.span(1), "org", "EU")


def _shared_names(text: str, found: Sequence[Mention]) -> Iterator[Mention]:
    """ "China, Japan and Korea": a name of two states, where what else is named tells which."""
    for name, told in load_cues("en", "shared_names").items():
        at = text.find(name)
        if at < 0 or any(one.code == told["other"] for one in found) != told["beside"]:
            continue
        taken = [(one.start, one.end) for one in found]
        while at >= 0:
            end = at + len(name)
            if whole_word(text, at, end) and not any(start < end and at < stop for start, stop in taken):
                yield Mention(at, end, "state", told["state"])
            at = text.find(name, end)


def _best(entries: Sequence[Entry]) -> Entry:
    return entries[0] if len(entries) == 1 else min(entries, key=lambda entry: _RANK[entry.kind])


def _mention(start: int, end: int, entry: Entry, entries: Sequence[Entry]) -> Mention:
    code, _, level = entry.code.partition("|")
    if entry.kind == "organ":
        return Mention(start, end, "organ", ";".join(other.code for other in entries if other.kind == "organ"), None)
    if entry.kind in ("city", "town", "capital"):
        return Mention(start, end, "city", entry.code)
    if entry.kind == "event_noun":
        # "summit" is an event and says its level.
        levels = [other.code for other in entries if other.kind == "level_nouns"]
        return Mention(start, end, entry.kind, code, levels[0] if levels else None)
    if entry.kind == "level_nouns" and any(other.kind == "event_noun" for other in entries):
        return Mention(start, end, "event_noun", "meeting", entry.code)
    if entry.kind in ("level_people", "level_nouns"):
        return Mention(start, end, entry.kind, code, entry.code)
    return Mention(start, end, entry.kind, code, level or None)


def _is_title(text: str, start: int, end: int) -> bool:
    """A series named by one common word ("Interaction") is meant only in quotation marks, before a number, or by an exercise."""
    if " " in text[start:end] or "-" in text[start:end] or text[start:end].isupper():
        return True
    around = text[max(0, start - 30) : start] + "|" + text[end : end + 12]
    return bool(
        re.search(r"[\"“«'‘]\||\|[ -]?(?:19|20)\d\d|(?:exercises?|drills?|man(?:oeu|eu)vres?)\s\||\|[\"”»]", around)
    )


_AND_EUROPEAN = re.compile(r"[-–](European)\b")  # "the Gulf-European summit"
_OF_THOSE_WHO_MEET = re.compile(
    r"\b(?:leaders|presidents|heads\s+of\s+(?:state|government)|ministers|premiers|chiefs|secretaries|speakers|countries|states|bloc|summit\s+(?:of|between|with)|between)\s+(?:of\s+|from\s+)?(?:[^.;,]{0,60}\sand\s+)?(?:the\s+)?(?:(?:five|six|ten|all|other)\s+)?$"
    r"|(?-i:[A-Z]{2})\s?[-–]\s?$",
    re.IGNORECASE,
)
_THOSE_WHO_MEET = re.compile(
    r"(?:['’]s)?(?:\s?[-–]\s?[A-Z]\w+)?\s+(?:(?!and\b|or\b)\w+['’]?\s+){0,2}(?:leaders|presidents|heads\s+of\s+(?:state|government)|ministers|premiers|(?:army|defen[cs]e|military|security)\s+chiefs|summit|bloc|grouping)\b"
    r"|\s+and\s+the\s+European\b",
    re.IGNORECASE,
)


def _is_those_who_meet(text: str, start: int, end: int) -> bool:
    """Whether a region stands for its states: "West African leaders", "the summit of Central Asia"; not "Indo-Pacific leaders"."""
    if text[max(0, start - 1) : start] in ("-", "–") and " " not in text[start:end]:
        return False
    before = text[max(0, start - 100) : start]
    return bool(_OF_THOSE_WHO_MEET.search(before) or _THOSE_WHO_MEET.match(text[end : end + 50]))


_DAYS = re.compile(
    r"\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
)
_BEFORE_CITY = re.compile(
    r"(?:^|[.\n\"“(]\s*|\b(?:In|At|From|To|When|Where|While|And|But|As|The|That|Near|For|Of|On|After|Before|Since|City|Capital|Region|Hotel)\s)$"
)


@lru_cache(maxsize=8)
def _provinces(language: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """The parts of large states, as they follow a city's name, and of which state each is."""
    states = {
        name.rstrip(".").casefold(): state
        for state, names in load_cues(language, "provinces").items()
        for name in names
    }
    names = "|".join(re.escape(name) for name in sorted(states, key=len, reverse=True))
    return re.compile(rf",\s+((?-i:(?=[A-Z]))(?:{names}))\b", re.IGNORECASE), states


def _in_province(text: str, city: Mention) -> Mention:
    """ "San Jose, Calif.": the city of that state, not the larger one of its name elsewhere."""
    if text[city.end : city.end + 1] != ",":
        return city
    shape, states = _provinces("en")
    part = shape.match(text, city.end)
    if part is None:
        return city
    return Mention(city.start, city.end, "city", f"{city.code.partition('|')[0]}|{states[part[1].casefold()]}")


_SET_IN = re.compile(
    r"\b(?:[Ii]n|into|[Aa]t|[Nn]ear|[Ff]rom|to|of|for|around|outside|through|via|visit(?:ed|s|ing)?|between|reach(?:ed|es)?|left|by|city|town|resort|port|village|capital|region|suburb|"
    r"here|(?:in|at|from|to|between)\s+(?:[A-Z][\w’'-]+(?:,|\s+and|\s+or),?\s+){1,6}(?:(?:and|or)\s+)?)\s*(?:the\s+|historic\s+|ancient\s+|nearby\s+)?$|"
    r"\b(?:host|venue|city|town|resort),?\s+$"
)
_SET_BY = re.compile(
    r"\s*,\s+(?:(?:in|on|at|near)\b|the\s+capital|capital|where\b|(?:\w+\s+)?[A-Z]\w+)|\s+(?:will\s+|is\s+to\s+|was\s+to\s+|has\s+|had\s+|again\s+)*(?:host|hosts|hosted|hosting|receives?|received|saw|sees|welcomes?|welcomed)\b|"
    r"\s+(?:in\s+[A-Z]\w+\s+)?(?:will\s+be|was|is|becomes|became)\s+the\s+(?:scene|venue|setting|host|place)\b|"
    r"['’]s\s+(?:\w+\s+){0,2}(?:palace|airport|hall|hotel|centre|center|mayor)|\s+(?:\w+\s+)?(?:summit|meeting|declaration|process|forum|conference|talks|session|agreement|format|communique)\b|-based\b"
)


def _is_set(text: str, start: int, end: int) -> bool:
    """Whether something is told to be in a town: "in Shusha", "Samarkand will host"; not "Sales rose", "Stanley said"."""
    return bool(_SET_IN.search(text[max(0, start - 90) : start]) or _SET_BY.match(text[end : end + 40]))


def _in_a_name(text: str, start: int, end: int) -> bool:
    """Whether the word is part of a longer proper name: a person's ("Xi Jinping"), a building's."""
    after = text[end : end + 12]
    if re.match(r"[ -][A-Z]", after) and not _DAYS.match(after):
        return True
    before = text[max(0, start - 24) : start]
    return bool(re.search(r"[A-Z][\w’'-]*\.?\s$", before)) and not _BEFORE_CITY.search(before)


def _is_confirmed(text: str, start: int, end: int, entry: Entry, anywhere: bool, beside: bool) -> bool:
    """Whether a doubtful form is meant: by what the text names elsewhere, or by the word beside it ("the GCC summit")."""
    if anywhere and entry.kind == "state" and _is_shouted(text, start, end):
        anywhere = False
    return (anywhere or beside) and _stands_alone(text, start)


def _is_shouted(text: str, start: int, end: int) -> bool:
    """Whether a short form stands in a line of capitals, where "CAR" is a car."""
    if end - start > 4 or not text[start:end].isupper():
        return False
    line = text[text.rfind("\n", 0, start) + 1 : text.find("\n", end) if "\n" in text[end:] else len(text)]
    return line.isupper() and " " in line


def _stands_alone(text: str, start: int) -> bool:
    """Not the surname of somebody: "Michael Jordan"."""
    before = re.search(r"\b([A-Z][a-z]+)\s$", text[max(0, start - 20) : start])
    return before is None or before[1] in ("In", "From", "And", "With", "For", "Of", "The", "But", "While", "President")


def _redefined(text: str, matches: Iterable[Match]) -> set[str]:
    """Organizations whose acronym this text uses for something else, which it spells out."""
    short = {
        text[start:end]: _best(entries).code
        for start, end, entries in matches
        if _is_acronym(text, start, end, entries)
    }
    if not short:
        return set()
    spelled = {
        _best(entries).code for start, end, entries in matches if _best(entries).kind == "org" and end - start > 9
    }
    return {
        code
        for run in _CAPITALS.findall(text)
        for acronym, code in short.items()
        if code not in spelled and _initials(run) == acronym and not _is_variant(run, code)
    } | {code for acronym, code in short.items() if code not in spelled and _is_spelled_before(text, acronym, code)}


def _is_spelled_before(text: str, acronym: str, code: str) -> bool:
    """ "Chairman of the Board of the Eurasian Economic Commission (EEC)": the last words before the brackets."""
    at = text.find(f"({acronym})")
    words = text[max(0, at - 90) : at].split() if at > 0 else []
    told = [word for word in words if word[0].isupper()][-len(acronym) :]
    return "".join(word[0] for word in told) == acronym and not _is_variant(" ".join(told), code)


def _is_variant(run: str, code: str) -> bool:
    """Whether words are an organization's name in another order: "General Agreement on Trade and Tariffs"."""
    known = load_catalog().organizations.get(code)
    words = {word[:6].lower() for word in run.split() if word not in _SMALL}
    return known is not None and any(
        len(words & {word[:6].lower() for word in name.split()}) > len(words) / 2 for name in known.names.get("en", ())
    )


def _is_acronym(text: str, start: int, end: int, entries: Sequence[Entry]) -> bool:
    return _best(entries).kind == "org" and end - start > 2 and text[start:end].isupper()


def _initials(run: str) -> str:
    return "".join(word[0] for word in run.split() if word not in _SMALL and word[0].isupper())


def _with_organs(text: str, found: list[Mention]) -> list[Mention]:
    """An organ's common name ("Council of Foreign Ministers") is the body of the organization beside it, else of the
    one named before that has such an organ; of none, it only tells the level, where all that bear the name share it."""
    orgs = [mention for mention in found if mention.kind == "org"]
    merged: list[Mention] = []
    for mention in found:
        if mention.kind == "organ":
            read = _organ(text, mention, orgs)
            merged += [read] if read else []
            continue
        merged.append(mention)
    return merged


def _organ(text: str, mention: Mention, orgs: Sequence[Mention]) -> Mention | None:
    choices = {code.partition("/")[0]: code.partition("|") for code in mention.code.split(";")}
    levels = {level for _, _, level in choices.values()}
    beside = _organization_beside(text, mention, orgs)
    earlier = [org.code for org in orgs if org.start < mention.start and org.code in choices]
    if owner := next(iter(choices)) if len(choices) == 1 and text[mention.start : mention.end].isupper() else None:
        code, _, level = choices[owner]
        return Mention(mention.start, mention.end, "body", code, level)
    owner = (
        beside or (earlier[-1] if earlier else None) or next((org.code for org in orgs if org.code in choices), None)
    )
    if owner is None:
        return (
            Mention(mention.start, mention.end, "level_nouns", levels.copy().pop(), levels.pop())
            if len(levels) == 1
            else None
        )
    code, _, level = choices.get(owner) or next(iter(choices.values()))
    return Mention(mention.start, mention.end, "body", f"{owner}/{code.partition('/')[2]}", level)


def _organization_beside(text: str, organ: Mention, orgs: Sequence[Mention]) -> str | None:
    for org in orgs:
        gap = text[org.end : organ.start] if org.end <= organ.start else text[organ.end : org.start]
        if len(gap) > 45:
            continue
        if org.end <= organ.start and re.fullmatch(
            r"(?:['’]s)?(?:\s+(?:member\s+)?(?:states|countries)['’]?)?\s+", gap
        ):
            return org.code
        if organ.end <= org.start and re.fullmatch(
            r"\s+(?:\([^)]{2,12}\)\s+)?(?:of|in)\s+(?:the\s+)?(?:member\s+\w+\s+of\s+(?:the\s+)?)?", gap
        ):
            return org.code
    return None
