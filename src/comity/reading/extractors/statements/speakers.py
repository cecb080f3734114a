"""Who speaks: the subject's words, the name that they come to, office and state."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property, lru_cache

import msgspec

from comity.catalog.loaded import load_catalog
from comity.reading.clause import Analysis
from comity.reading.extractors.statements.cues import Vocabulary
from comity.reading.extractors.statements.lines import PERSON, QUOTE, Line
from comity.reading.mentions import Mention
from comity.reading.people import Person

_PREPOSITION = r"(?:of|for|from|in|at|with|to|by|on|under|against|between|among|after|before|during|like|than|about|over|through|via|into|near|upon|without|within|around)"
_STOP = frozenset("that but when while as if because where which who whom whose than so and or although though since until unless nor".split())
_DETERMINERS = frozenset("the a an its his her their this that these those one two three four five six several some many other another both all most few no any each every".split())
_OF = re.compile(rf"\s(?:{_PREPOSITION}|familiar|close|who|briefed|based|inside|representing)\b", re.IGNORECASE)
_GOVERNED = re.compile(rf"\b{_PREPOSITION}\s+(?:the\s+|his\s+|her\s+|its\s+|their\s+)?$", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:^|\s)(?P<word>he|she|they|it|him|her|them)$", re.IGNORECASE)
_NAMED = ("state", "org", "body", "metonym", "city", "institution", "adjective")
_ACTORS = ("state", "org", "body", "metonym", "city", "institution")
_LEAD = re.compile(r"^(?:the|a|an|its|his|her|their|another|one)\s+", re.IGNORECASE)
_NAME = re.compile(r"(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen)\.?\s+)?(?P<name>[A-ZÀ-Ž][\w.’'-]*(?:\s(?:von|van|de|del|bin|al|el|da)\s|\s)?(?:[A-ZÀ-Ž][\w.’'-]*\s?){0,3})$")
_STRONG = frozenset(["say", "tell", "add", "argue", "explain", "write", "tweet", "note", "warn", "claim", "insist", "announce", "reply", "acknowledge", "believe", "think", "report", "confirm", "suggest", "state", "respond", "recall", "stress", "predict"])
_PLURAL = re.compile(r"(?:s|people|police|media|both|many|some|others|several)$")


class Speaker(msgspec.Struct, frozen=True):
    """Who said it: "Sergei Lebedev", CIS Executive Secretary. `start:end` are the words that say so."""

    name: str
    office: str | None
    state: str | None
    start: int
    end: int
    person: bool = False


class Floor:
    """Who has spoken and been spoken of so far, for "he added", "the ministry", "the sources"."""

    def __init__(self, analysis: Analysis, words: Vocabulary) -> None:
        self._analysis = analysis
        self._words = words
        self._person: Speaker | None = None
        self._body: Speaker | None = None
        self._group: Speaker | None = None
        self._names = _full_names(analysis.text)

    def find(self, line: Line, start: int, end: int, *, lemma: str = "say") -> Speaker | None:
        """The speaker that the words `masked[start:end]` of a line name; None where they name none."""
        words = line.masked[start:end]
        end = start + len(words.rstrip())
        start += len(words) - len(words.lstrip())
        if start >= end:
            return None
        found = self._person_in(line, start, end) or self._pronoun(line, start, end) or self._other(line, start, end, lemma)
        if found:
            self.remember(found)
        return found

    def leading(self, line: Line, position: int) -> Speaker | None:
        """The subject of a sentence whose first verb says nothing: "X met Y and called the talks fruitful"."""
        pronoun = re.match(r"(?:He|She|They|It)\b", line.masked)
        if pronoun:
            return self._pronoun(line, 0, pronoun.end())
        person = self._person_before(line, position)
        if person:
            self.remember(person)
            return person
        first = next((one for one in self._analysis.mentions_in(line.start, line.end, *_ACTORS) if one.start - line.start < 5), None)
        words = re.match(r"(?:The\s|An?\s)?(?:[\w.’'-]+\s){0,4}?(?=has|had|did|was|will|is|[a-z]+ed\b)", line.masked)
        if first is None or words is None or first.start >= line.starts[words.end() - 1]:
            return None
        return self.find(line, 0, words.end())

    def remember(self, speaker: Speaker) -> None:
        if speaker.person:
            self._person = speaker
        elif _PLURAL.search(speaker.name) and speaker.name[:1].islower():
            self._group = speaker
        else:
            self._body = speaker

    def notice(self, line: Line) -> None:
        """The person or body that a sentence without speech is about."""
        for at, person in line.persons.items():
            if not _GOVERNED.search(line.masked[:at]) or re.search(r"\bby\s$", line.masked[:at]):
                self._person = self._of(person, *line.span(at, at + 1))
                break
        first = next((one for one in self._analysis.mentions_in(line.start, line.end, "state", "org", "body")), None)
        if first and first.start - line.start < 5:
            self._body = Speaker(self._text(first), None, first.code if first.kind == "state" else None, first.start, first.end)

    def _text(self, one: Mention) -> str:
        return self._analysis.text[one.start : one.end]

    def _of(self, person: Person, start: int, end: int) -> Speaker:
        return Speaker(person.name, person.office, person.state or self._home(person), start, end, person=True)

    def _home(self, person: Person) -> str | None:
        """The state of "Foreign Minister Manouchehr Mottaki" in a report that names one state only."""
        if person.office is None or not re.search(r"minister|president|premier|chancellor", person.office):
            return None
        states = {one.code for one in self._analysis.mentions if one.kind in ("state", "adjective")}
        return states.pop() if len(states) == 1 else None

    @cached_property
    def _only_state(self) -> str | None:
        """The state at home: that of the dateline's capital where the report names it, else the only one that it names."""
        named = [one.code for one in self._analysis.mentions if one.kind in ("state", "adjective")]
        for line in self._analysis.datelines:
            home = state_of_capital(line.city.title())
            if home in named:
                return home
        return named[0] if len(set(named)) == 1 and len(named) > 1 else None

    def _person_in(self, line: Line, start: int, end: int) -> Speaker | None:
        for at in sorted((at for at in line.persons if start <= at < end), reverse=True):
            after = line.masked[at + 1 : end]
            if re.match(r"['’]s?\b", after) or (after.strip() and not re.fullmatch(r"[\s,]*(?:himself|herself|of\s.*|,.*|\(.*\)|(?:and|along with|together with).*|[\w ]{0,24})", after)):
                continue
            if _GOVERNED.search(line.masked[start:at]):
                continue
            return self._of(line.persons[at], *line.span(at, at + 1))
        return None

    def _pronoun(self, line: Line, start: int, end: int) -> Speaker | None:
        match = _PRONOUN.search(line.masked[start:end])
        if match is None:
            return None
        word = match["word"].lower()
        place = line.span(start + match.start("word"), start + match.end("word"))
        if word in ("he", "she", "him", "her"):
            named = self._person_before(line, start + match.start("word")) or self._person
        elif word == "it":
            named = self._body
        elif word in ("they", "them"):
            named = self._group or self._body
        else:
            return None
        return msgspec.structs.replace(named, start=place[0], end=place[1]) if named else None

    def _person_before(self, line: Line, position: int) -> Speaker | None:
        """The first person of the same sentence that no preposition governs."""
        for at, person in sorted(line.persons.items()):
            if at < position and not _GOVERNED.search(line.masked[:at]) and not line.masked[at + 1 :].startswith(("'s", "’s")):
                return self._of(person, *line.span(at, at + 1))
        return None

    # ------------------------------------------------------------ institutions, states, nameless officials
    def _other(self, line: Line, start: int, end: int, lemma: str) -> Speaker | None:
        begin = _noun_phrase(line.masked, start, end)
        if begin is None:
            return None
        first, last = line.span(begin, end)
        phrase = " ".join(self._analysis.text[first:last].split())
        bare = re.sub(r"['’]s\s(?:website|press\s(?:service|office|center|centre)|web\ssite)$", "", _LEAD.sub("", phrase))
        head = _OF.split(bare)[0].split()
        if not head or QUOTE in line.masked[begin:end]:
            return None
        again = self._again(phrase, head[-1].lower(), first, last)
        if again:
            return again
        named = self._named_in(line, begin, end, first, last)
        if head[-1].lower().rstrip("’'") not in self._words.speakers and not named:
            return self._unknown(bare, first, last) if lemma in _STRONG else None
        return self._described(bare, head, named, first, last)

    def _named_in(self, line: Line, begin: int, end: int, first: int, last: int) -> list[Mention]:
        """What the subject names, where that is its head and not its modifier."""
        mentions = [one for one in self._analysis.mentions if first <= one.start and one.end <= last and one.kind in _NAMED]
        of = _OF.search(line.masked[begin:end])
        border = line.starts[begin + of.start()] if of else last
        heads = [one for one in mentions if one.kind in _ACTORS and one.end >= border - 1 and one.start < border]
        return mentions if heads else []

    def _described(self, bare: str, head: Sequence[str], named: Sequence[Mention], first: int, last: int) -> Speaker:
        inside = [one for one in self._analysis.mentions if first <= one.start and one.end <= last]
        state = next((one.code.partition("|")[2] or one.code for one in inside if one.kind in ("state", "adjective", "metonym", "city")), None)
        org = next((one for one in inside if one.kind == "org"), None)
        if org is not None and self._text(org) in (bare, head[-1]):
            state = None
        name = re.sub(r"^(?:[\w.-]+\s)?[\w.]+['’]s?\s+(?=\S)", "", bare) if re.match(r"(?:[A-Z][\w.]*\s)?[A-Z][\w.]*['’]s?\s+[A-Zmgfdpo]", bare) and state else bare
        if head[-1].lower() in ("spokesman", "spokeswoman", "spokesperson", "representative", "source"):
            name = _turned(self._with_org(name, first))
        return Speaker(name.replace(PERSON, "").strip() or bare, None, state or self._owner_state(bare, first), first, last)

    def _with_org(self, name: str, first: int) -> str:
        """ "spokesman for the organisation": for ECOWAS, in a report about it."""
        match = re.search(r"\b(?:for|of)\sthe\s(\w+)$", name)
        orgs = [one for one in self._analysis.mentions if one.kind == "org" and one.end <= first]
        if match and self._words.again.get(match[1].lower()) == "org" and orgs:
            return name[: match.start(1)] + self._text(orgs[-1])
        return name

    def _owner_state(self, bare: str, first: int) -> str | None:
        """The state of "the Foreign Ministry": the one of the dateline's capital, where the report speaks of it."""
        return self._only_state if re.fullmatch(r"(?:(?:[Ff]oreign|[Dd]efen[cs]e|[Ii]nterior|[Ff]inance|[Ee]nergy)\s)?(?:[Mm]inistry|[Oo]ffice|[Gg]overnment|[Pp]residency|[Cc]abinet)(?:\sof\s.*)?", bare) else None

    def _again(self, phrase: str, head: str, first: int, last: int) -> Speaker | None:
        """ "The ministry", "its Foreign Office", "the bloc", "the minister"."""
        kind = self._words.again.get(head)
        if not re.fullmatch(r"(?:the|its|their|this)\s+[\w-]+(?:\s[\w-]+)?", phrase, re.IGNORECASE):
            return None
        if kind == "institution" and len(phrase.split()) == 2:
            return self._institution(head, first, last)
        if kind == "state":
            before = [one for one in self._analysis.mentions if one.kind == "state" and one.end <= first]
            return Speaker(self._text(before[-1]), None, before[-1].code, first, last) if before else None
        if kind == "org" and len(phrase.split()) == 2:
            orgs = [one for one in self._analysis.mentions if one.kind == "org" and one.end <= first]
            return Speaker(self._text(orgs[-1]), None, None, first, last) if orgs else None
        office = re.sub(r"^\w+\s", "", phrase.lower())
        holder = self._analysis.people.holding(office, first) or self._analysis.people.holding(office.replace("-", " "), first)
        return self._of(holder, first, last) if holder else None

    def _institution(self, head: str, first: int, last: int) -> Speaker | None:
        if self._body and head in self._body.name.lower().split():
            return msgspec.structs.replace(self._body, start=first, end=last)
        pattern = re.compile(rf"(?:(?:[A-Z][\w.-]*|of|and|for)\s){{0,4}}{head}\b(?:\sof\s(?:[A-Z]\w+)(?:\s[A-Z]\w+|\sand\s[A-Z]\w+)*)?", re.IGNORECASE)
        before = [one for one in pattern.finditer(self._analysis.text, 0, first) if one[0][0].isupper() and " " in one[0]]
        if not before:
            return None
        match = before[-1]
        name = _LEAD.sub("", " ".join(match[0].split()))
        name = re.sub(r"^(?:of|and|for)\s", "", name)
        near = [one for one in self._analysis.mentions if one.kind in ("adjective", "state") and match.start() - 12 <= one.start < match.end()]
        return Speaker(name, None, near[0].code if near else None, first, last)

    def _unknown(self, bare: str, first: int, last: int) -> Speaker | None:
        """A capitalized name that nothing else tells: "Conway said"."""
        match = _NAME.fullmatch(bare)
        if match is None or len(bare) > 50 or bare in ("I", "We"):
            return None
        name = match["name"].strip()
        return Speaker(self._names.get(name, name), None, None, first, last, person=True)


@lru_cache(maxsize=512)
def state_of_capital(city: str) -> str | None:
    """The state whose seat a city is, by any of its English names."""
    for state in load_catalog().states.values():
        if any(city in capital.names.get("en", ()) for capital in state.capitals):
            return state.code
    return None


def _turned(name: str) -> str:
    """ "spokesman for the Foreign Ministry" is the "Foreign Ministry spokesman"."""
    match = re.fullmatch(r"(?P<who>[\w -]+?)\s(?:for|of|from|at|in)\s(?:the\s)?(?P<whose>[A-Z].*)", name)
    return f"{match['whose']} {match['who']}" if match else name


def _noun_phrase(masked: str, start: int, end: int) -> int | None:
    """Where the noun phrase that ends at `end` begins."""
    words = list(re.finditer(r"\S+", masked[start:end]))
    begin: int | None = None
    for number in range(len(words) - 1, -1, -1):
        word = words[number][0].lower()
        if word in _STOP or word[-1] in ",;:.—–" and not re.fullmatch(r"(?:[a-z]\.)+|\w{1,3}\.", word):
            break
        begin = start + words[number].start()
        if word in _DETERMINERS and (number == 0 or not re.fullmatch(_PREPOSITION + r"|familiar|close", words[number - 1][0].lower())):
            break
    if begin is None:
        return None
    lead = re.match(rf"(?:{_PREPOSITION}|there|here)\s", masked[begin:end], re.IGNORECASE)
    if lead:
        inner = re.search(r"(?:the|a|an)\s[^,]*$|[A-Z][\w.-]*(?:\s[A-Z][\w.-]*)*$", masked[begin + lead.end() : end])
        return begin + lead.end() + inner.start() if inner and inner.start() > 0 else (begin + lead.end() if lead[0].lower().strip() in ("there", "here") else None)
    return begin


def _full_names(text: str) -> dict[str, str]:
    """Surnames with the fuller names that the text gives them first."""
    found: dict[str, str] = {}
    for match in re.finditer(r"(?<![\w.])(?:[A-ZÀ-Ž][\w’'-]+\s(?:[A-Z]\.\s)?){1,2}[A-ZÀ-Ž][\w’'-]+", text):
        words = match[0].split()
        if words[0] not in ("The", "In", "On", "But", "And", "For", "At", "Mr", "President", "Secretary", "Senator"):
            found.setdefault(words[-1], " ".join(words))
    return found
