"""Persons in a text, with the offices that it gives them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from comity.catalog.cues import load_cues
from comity.reading.mentions import Mention

_TOKEN = r"[A-ZÀ-Ž][\wÀ-ž’'-]*[\wÀ-ž]"
_INITIAL = r"[A-Z]\.(?:[A-Z]\.)*"
_LEFT_OF_OFFICE = ("state", "adjective", "metonym", "org")


class Person(msgspec.Struct, frozen=True):
    """A person where the text names him: "Russian Defence Minister Sergei Shoigu". `start:end` covers the name alone,
    `from_` the first word of the office or of the name."""

    start: int
    end: int
    name: str
    office: str | None = None
    state: str | None = None
    from_: int = -1
    to: int = -1

    @property
    def surname(self) -> str:
        return self.name.split()[-1]


class People(msgspec.Struct, frozen=True):
    """The persons of a text in order, with look-ups by surname and by office."""

    all: tuple[Person, ...]

    def between(self, start: int, end: int) -> list[Person]:
        return [person for person in self.all if start <= person.start and person.end <= end]

    def at(self, position: int) -> Person | None:
        return next((person for person in self.all if person.from_ <= position < max(person.end, person.to)), None)

    def called(self, surname: str) -> Person | None:
        """The fullest earlier mention of a surname."""
        same = [person for person in self.all if person.surname == surname or surname in person.name.split()]
        return max(same, key=lambda person: (bool(person.office), len(person.name)), default=None)

    def holding(self, office: str, before: int) -> Person | None:
        """The last person before a position whose office ends in these words ("the minister")."""
        earlier = [one for one in self.all if one.start < before and one.office and one.office.lower().endswith(office)]
        return earlier[-1] if earlier else None


class _Shapes(msgspec.Struct, frozen=True):
    name_after: re.Pattern[str]
    name_before: re.Pattern[str]
    modifier: re.Pattern[str]


@lru_cache(maxsize=8)
def _shapes(language: str) -> _Shapes:
    words = load_cues(language, "people")
    titles = "|".join(re.escape(title) for title in sorted(words["titles"], key=len, reverse=True))
    particles = "|".join(words["particles"])
    name = rf"(?:{_TOKEN}|{_INITIAL})(?:\s+(?:{particles})(?=\s+[A-Z])|[ -](?:{_TOKEN}|{_INITIAL})){{0,3}}"
    return _Shapes(
        re.compile(rf"(?:,)?\s+(?:(?:{titles})\s+)?(?P<name>{name})"),
        re.compile(rf"(?P<name>{_TOKEN}(?:\s+(?:{particles})|[ -](?:{_TOKEN}|{_INITIAL})){{1,3}}),?\s+(?:who\s+is\s+)?(?:the\s+)?(?:\w+\s+)?$"),
        re.compile(r"(?:" + "|".join(words["modifiers"]) + r")\s+$", re.I),
    )


def find_people(text: str, mentions: Sequence[Mention], language: str = "en") -> People:
    """Persons named beside an office, then later bare mentions of the same surnames."""
    shapes = _shapes(language)
    blocked = [mention for mention in mentions if mention.kind not in ("city", "level_nouns", "event_noun", "event_verb", "hosting", "institution")]
    found = []
    for at, mention in enumerate(mentions):
        if mention.kind == "office":
            person = _beside(text, mentions, at, shapes, blocked)
            if person:
                found.append(person)
    known = _unique(found)
    return People(tuple(sorted(known + _again(text, known), key=lambda person: person.start)))


def _beside(text: str, mentions: Sequence[Mention], at: int, shapes: _Shapes, blocked: Sequence[Mention]) -> Person | None:
    office = mentions[at]
    start, whose = _owner_before(text, mentions, at)
    end, after = _owner_after(text, mentions, at)
    label = text[start if whose and whose.kind == "org" else office.start : office.end]
    label = label if whose and whose.kind == "org" else label.lower()
    owner = whose or after
    state = owner.code if owner and owner.kind in ("state", "adjective", "metonym") else None
    match = shapes.name_after.match(text, end)
    name = _clean(text, match, blocked) if match else None
    if name:
        return Person(name[0], name[1], text[name[0] : name[1]], label, state, start, name[1])
    before = shapes.name_before.search(text, max(0, start - 60), start)
    name = _clean(text, before, blocked) if before else None
    if name and len(text[name[0] : name[1]].split()) > 1 and _appositive(text[name[1] : start]):
        return Person(name[0], name[1], text[name[0] : name[1]], label, state, name[0], end)
    return None


def _appositive(gap: str) -> bool:
    return "," in gap or "who is" in gap


def _owner_before(text: str, mentions: Sequence[Mention], at: int) -> tuple[int, Mention | None]:
    """Whose office, from the words before it: "Russian", "Russia's", "SCO"."""
    office = mentions[at]
    for mention in reversed(mentions[:at]):
        if mention.end < office.start - 30:
            break
        gap = text[mention.end : office.start]
        if mention.kind in _LEFT_OF_OFFICE and re.fullmatch(r"(?:['’]s?)?\s+(?:[A-Za-z-]+\s+)?", gap) and " and " not in gap:
            return mention.start, mention
    return office.start, None


def _owner_after(text: str, mentions: Sequence[Mention], at: int) -> tuple[int, Mention | None]:
    """… or from those after it: "of Belarus"."""
    office = mentions[at]
    for mention in mentions[at + 1 : at + 3]:
        if mention.kind in ("state", "org") and re.fullmatch(r"\s+of\s+(?:the\s+)?(?:Republic\s+of\s+)?", text[office.end : mention.start]):
            return mention.end, mention
    return office.end, None


def _clean(text: str, match: re.Match[str] | None, blocked: Sequence[Mention]) -> tuple[int, int] | None:
    """The name without words that are names of something else; None where nothing is left."""
    if match is None:
        return None
    start, end = match.span("name")
    for mention in blocked:
        if mention.start < end and start < mention.end:
            if mention.start <= start:
                return None
            end = mention.start
    name = text[start:end].rstrip(" -,")
    words = name.split()
    while words and (words[-1] in _NOT_NAMES or words[-1][0].islower()):
        words.pop()
    if not words or words[0] in _NOT_NAMES:
        return None
    return start, start + len(" ".join(words)) if " ".join(words) == name[: len(" ".join(words))] else start + len(name)


_NOT_NAMES = frozenset(
    "The A An In On At He She It They We I Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March "
    "April May June July August September October November December But And As After Before With For From Of To By Council "
    "Committee Ministry Minister President Summit Meeting Forum Union Organization Mr Mrs Ms Dr".split()
)


def _unique(found: Sequence[Person]) -> list[Person]:
    """One person a place: the longer name wins."""
    kept: dict[int, Person] = {}
    for person in found:
        old = kept.get(person.start)
        if old is None or len(person.name) > len(old.name):
            kept[person.start] = person
    return list(kept.values())


def _again(text: str, known: Sequence[Person]) -> list[Person]:
    """Later mentions by surname or full name, with the office given before."""
    taken = {position for person in known for position in range(person.start, person.end)}
    by_surname: dict[str, Person] = {}
    for person in known:
        old = by_surname.get(person.surname)
        if old is None or len(person.name) > len(old.name):
            by_surname[person.surname] = person
    found = []
    for surname, person in by_surname.items():
        if len(surname) < 3:
            continue
        shape = re.compile(rf"(?:{re.escape(person.name)}|(?<![\w-]){re.escape(surname)})(?!\w)")
        for match in shape.finditer(text):
            if match.start() not in taken:
                found.append(Person(match.start(), match.end(), person.name, person.office, person.state, match.start(), match.end()))
    return found
