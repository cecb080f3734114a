"""Persons called again, by a part of the name, and what is known of persons beyond the text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from comity.reading.leaders import leaders
from comity.reading.mentions import Mention
from comity.reading.person import Person
from comity.reading.person_names import NameShapes, name_shapes

_CAPITALIZED = re.compile(r"(?:(?:al|el)-)?[^\W\d_a-z][\w’'-]+")


def restored(person: Person, language: str) -> Person:
    """The person whose name came damaged with its letters where it is known: "Jo\ufffdo Louren\ufffdo"."""
    known = leaders(language)
    name = known.restored(person.name)
    return msgspec.structs.replace(person, name=name, state=person.state or known.state_of(name))


_OF_ORGANIZATION = re.compile(
    r"(?-i:[A-Z]{2})|general$|executive|high representative|commission|council|union", re.IGNORECASE
)


def with_state(person: Person, language: str) -> Person:
    """The person with the state that is known of him, where the text tells none and he speaks for no organization."""
    if person.state or (person.office and _OF_ORGANIZATION.search(person.office)):
        return person
    return msgspec.structs.replace(person, state=leaders(language).state_of(person.name))


def by_surname(text: str, known: Sequence[Person], blocked: Sequence[Mention], language: str) -> Iterator[Person]:
    """ "Putin said": whom reports call by a surname that the text nowhere completes."""
    surnames = leaders(language).surnames
    named = {word for person in known for word in person.name.split()}
    for word in sorted((set(_CAPITALIZED.findall(text)) & surnames.keys()) - named):
        for start in _places(text, word):
            end = start + len(word)
            if _stands_alone(text, start, end, blocked, name_shapes(language)):
                yield Person(start, end, word, None, surnames[word], start, end)


def completed(known: list[Person]) -> list[Person]:
    """A single surname beside an office gets the full name, office and state that the text gives elsewhere."""
    full = {
        person.surname: person
        for person in sorted(known, key=lambda one: one.start, reverse=True)
        if " " in person.name
    }
    out = []
    for person in known:
        fuller = full.get(person.surname)
        if fuller is not None and fuller is not person and person.name in (fuller.surname, fuller.name):
            person = msgspec.structs.replace(
                person, name=fuller.name, office=person.office or fuller.office, state=person.state or fuller.state
            )
        out.append(person)
    return out


def again(text: str, known: Sequence[Person], blocked: Sequence[Mention], language: str) -> Iterator[Person]:
    """Other mentions: the full name, or the part of it by which reports call the person again."""
    shapes = name_shapes(language)
    taken = {position for person in known for position in range(person.start, person.end)}
    for word, person in _short_forms(known, shapes).items():
        for start in _places(text, word):
            end = start + len(word)
            if taken.isdisjoint(range(start, end)) and (
                " " in word or _stands_alone(text, start, end, blocked, shapes)
            ):
                taken.update(range(start, end))
                yield Person(start, end, person.name, person.office, person.state, start, end)


def _places(text: str, word: str) -> Iterator[int]:
    """Where a name stands as a whole word."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not (_goes_on(text[at - 1 : at]) or _goes_on(text[end : end + 1])):
            yield at
        at = text.find(word, end)


def _goes_on(letter: str) -> bool:
    return letter.isalnum() or letter in ("-", "_")


def _short_forms(known: Sequence[Person], shapes: NameShapes) -> dict[str, Person]:
    """What calls a person again, full names first: the surname, and any other word of the name that is only his."""
    best: dict[str, Person] = {}
    for person in sorted(known, key=lambda one: (one.office is None, one.state is None, one.start)):
        best.setdefault(person.name, person)
    owners: dict[str, list[Person]] = defaultdict(list)
    forms: dict[str, Person] = dict(sorted(best.items(), key=lambda pair: -len(pair[0])))
    for person in best.values():
        words = [word for word in person.name.split() if word[0].isupper() and not word.endswith(".") and len(word) > 1]
        for word in words[: 1 if person.state in shapes.family_first else None]:
            owners[word].append(person)
        tail = re.search(r"\s((?:[a-z]{2,4}\s)+\S+)$", person.name)
        if tail:
            forms.setdefault(tail[1], person)
            forms.setdefault(tail[1][0].upper() + tail[1][1:], person)
        if len(person.surname) > 1:
            forms.setdefault(person.surname, person)
    for word, persons in owners.items():
        first = persons[0]
        if len({one.name for one in persons}) == 1 and (len(word) > 2 or first.state in shapes.family_first):
            forms.setdefault(word, first)
    return forms


def _stands_alone(text: str, start: int, end: int, blocked: Sequence[Mention], shapes: NameShapes) -> bool:
    """Whether a bare name is neither part of a longer name nor the name of something else."""
    if any(one.start < end and start < one.end for one in blocked):
        return False
    before = re.search(r"([A-ZÀ-Ž][\w.’'-]*)\s$", text[max(0, start - 24) : start])
    after = re.match(r"\s([A-ZÀ-Ž][\w-]*)", text[end : end + 24])
    if after and after[1] not in shapes.not_names:
        return False
    return (
        before is None
        or before[1] in shapes.not_names
        or bool(shapes.title.fullmatch(before[1] + " ", 0))
        or before[1].endswith((".", "'s", "’s"))
    )
