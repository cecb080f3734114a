"""Names and cue words in a text, each resolved to one thing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec

from comity.reading.lexicon import Entry, Lexicon, Match

# Where a form stands for several things, the first of these that it has.
_PRECEDENCE = (
    "decoy", "org", "body", "organ", "series", "state", "capital", "metonym", "adjective", "city",
    "mode", "level_people", "office", "institution", "level_nouns", "hosting", "event_verb", "event_noun",
)  # fmt: skip
_RANK = {kind: rank for rank, kind in enumerate(_PRECEDENCE)}
_CONFIRMING = ("org", "body", "state", "capital", "adjective", "level_people", "office")
_NAMED = ("org", "body", "organ")
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
    redefined = _redefined(text, matches)
    found = []
    for start, end, entries in matches:
        entry = _best(entries)
        if entry.kind == "decoy" or (entry.kind == "org" and entry.code in redefined):
            continue
        if entry.doubtful and not (confirmed and _stands_alone(text, start)):
            continue
        found.append(_mention(start, end, entry, entries))
    return tuple(_with_organs(text, found))


def _best(entries: Sequence[Entry]) -> Entry:
    return min(entries, key=lambda entry: _RANK[entry.kind])


def _mention(start: int, end: int, entry: Entry, entries: Sequence[Entry]) -> Mention:
    code, _, level = entry.code.partition("|")
    if entry.kind in ("city", "capital"):
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


def _stands_alone(text: str, start: int) -> bool:
    """Not the surname of somebody: "Michael Jordan"."""
    before = re.search(r"\b([A-Z][a-z]+)\s$", text[max(0, start - 20) : start])
    return before is None or before[1] in ("In", "From", "And", "With", "For", "Of", "The", "But", "While", "President")


def _redefined(text: str, matches: Iterable[Match]) -> set[str]:
    """Organizations whose acronym this text uses for something else, which it spells out."""
    short = {text[start:end]: _best(entries).code for start, end, entries in matches if _is_acronym(text, start, end, entries)}
    if not short:
        return set()
    spelled = {_best(entries).code for start, end, entries in matches if _best(entries).kind == "org" and end - start > 9}
    return {code for run in _CAPITALS.findall(text) for acronym, code in short.items() if code not in spelled and _initials(run) == acronym}


def _is_acronym(text: str, start: int, end: int, entries: Sequence[Entry]) -> bool:
    return _best(entries).kind == "org" and end - start > 2 and text[start:end].isupper()


def _initials(run: str) -> str:
    return "".join(word[0] for word in run.split() if word not in _SMALL and word[0].isupper())


def _with_organs(text: str, found: list[Mention]) -> list[Mention]:
    """An organ's common name ("Council of Foreign Ministers") beside its organization is that organization's body."""
    orgs = [mention for mention in found if mention.kind == "org"]
    merged: list[Mention] = []
    for mention in found:
        if mention.kind == "organ":
            near = _organization_beside(text, mention, orgs)
            mention = (
                Mention(mention.start, mention.end, "body", f"{near}/{mention.code.partition('/')[2]}", mention.level)
                if near
                else Mention(mention.start, mention.end, "level_nouns", mention.level or "other", mention.level)
            )
        merged.append(mention)
    return merged


def _organization_beside(text: str, organ: Mention, orgs: Sequence[Mention]) -> str | None:
    for org in orgs:
        gap = text[org.end : organ.start] if org.end <= organ.start else text[organ.end : org.start]
        if len(gap) > 45:
            continue
        if org.end <= organ.start and re.fullmatch(r"(?:['’]s)?(?:\s+(?:member\s+)?(?:states|countries)['’]?)?\s+", gap):
            return org.code
        if organ.end <= org.start and re.fullmatch(r"\s+(?:of|in)\s+(?:the\s+)?(?:member\s+\w+\s+of\s+(?:the\s+)?)?", gap):
            return org.code
    return None
