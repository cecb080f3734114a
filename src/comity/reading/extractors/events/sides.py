"""Who can stand on one side of an encounter: a person, an official of a state or an organization, a counterpart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec

from comity.catalog.cue_files import load_cues
from comity.reading.clause import Analysis
from comity.reading.mentions import Mention
from comity.reading.person import Person
from comity.reading.quick import Quick, quick
from comity.reading.sentences import Sentence

_STATES = ("state", "adjective", "metonym")
_OWNS = re.compile(
    r"(?:['’]s?)?\s+(?:(?!(?:and|of|to|in|by|for|with|that|as|is|was|said|has|had|at|on)\b)[\w-]+\s+){0,3}"
)
_OF = re.compile(r"\s+(?:of|from)\s+(?:the\s+)?(?:Republic\s+of\s+|Kingdom\s+of\s+)?")
_OF_AN_ORGANIZATION = re.compile(r"\b(?:secretary[- ]general|executive\s+secretary)\b", re.IGNORECASE)
_NEXT = re.compile(r"\s*(?:,\s*(?:and\s+)?|\s+and\s+)(?:the\s+|of\s+|from\s+)*")


class Side(msgspec.Struct, frozen=True):
    """ "The leaders of Vietnam, Thailand and the Philippines" stand for three states at `start:end`.

    `named` says that it is a person by name; `org` is the organization that somebody speaks for.
    """

    start: int
    end: int
    states: tuple[str, ...] = ()
    org: str | None = None
    named: bool = False


class Encounter(msgspec.Struct, frozen=True):
    """The words `start:end`, of which `start:head` tell of the encounter, and the pairs that met.

    `trio` are three who met together, `orgs` those whose officials were on a side. No pair is told where both are of one state: a minister who received another one of his own country.
    """

    start: int
    head: int
    end: int
    pairs: tuple[tuple[str, ...], ...] = ()
    orgs: tuple[str, ...] = ()
    trio: tuple[str, ...] = ()


def sides_in(analysis: Analysis, sentence: Sentence) -> list[Side]:
    """All sides of a sentence in order; of overlapping ones the longer."""
    found = [_of_person(analysis, one) for one in analysis.people.between(sentence.start, sentence.end)]
    for side in _officials(analysis, sentence):
        if not any(one.start < side.end and side.start < one.end for one in found):
            found.append(side)
    return sorted(found, key=lambda one: one.start)


def _of_person(analysis: Analysis, person: Person) -> Side:
    known = person if person.state else analysis.people.called(person.surname) or person
    org = None if known.state else _organization(analysis, known)
    end = max(person.end, person.to)
    return Side(min(person.start, person.from_), end, (known.state,) if known.state else (), org, named=True)


def _organization(analysis: Analysis, person: Person) -> str | None:
    """The organization that a person speaks for: "NATO Secretary General Mark Rutte"."""
    if not person.office:
        return None
    orgs = [
        one.org
        for one in analysis.mentions_in(min(person.from_, person.start) - 1, max(person.end, person.to) + 1)
        if one.org
    ]
    if orgs or not _OF_AN_ORGANIZATION.search(person.office):
        return orgs[0] if orgs else None
    return _most_named(analysis)


@lru_cache(maxsize=8)
def _nouns(language: str) -> Quick:
    words = sorted(load_cues(language, "events")["officials"], key=len, reverse=True)
    return quick(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


def _officials(analysis: Analysis, sentence: Sentence) -> Iterator[Side]:
    """Officials without their names: "his Chinese counterpart", "the president of Moldova", "Iran's negotiators"."""
    states = analysis.mentions_in(sentence.start, sentence.end, *_STATES)
    spans = [
        (one.start, one.end) for one in analysis.mentions_in(sentence.start, sentence.end, "office", "level_people")
    ]
    spans += [match.span() for match in _nouns(analysis.language).finditer(analysis.text, sentence.start, sentence.end)]
    for start, end in sorted(spans):
        before = _before(analysis, states, start)
        after = _after(analysis, states, end)
        if before:
            yield Side(before[0].start, end, tuple(dict.fromkeys(one.code for one in before)))
        elif after:
            yield Side(start, after[-1].end, tuple(dict.fromkeys(one.code for one in after)))
        else:
            yield Side(start, end, org=_org_beside(analysis, start, end))


def _org_beside(analysis: Analysis, start: int, end: int) -> str | None:
    """The organization of "the CSTO secretary-general", "the secretary general of the OIC"."""
    if not _OF_AN_ORGANIZATION.search(analysis.text, start, end):
        return None
    for one in analysis.mentions_in(max(0, start - 60), end + 60, "org"):
        gap = analysis.text[one.end : start] if one.end <= start else analysis.text[end : one.start]
        if re.fullmatch(r"(?:['’]s)?\s+|\s+of\s+(?:the\s+)?", gap):
            return one.org
    return _most_named(analysis)


def _most_named(analysis: Analysis) -> str | None:
    """The organization that a report names most: whose "the Secretary General" is."""
    named = Counter(one.org for one in analysis.mentions if one.org)
    return max(named, key=lambda org: named[org], default=None)


def _before(analysis: Analysis, states: Sequence[Mention], start: int) -> list[Mention]:
    """The states just before an office, all of a list: "his Philippine and Indian counterparts"."""
    found: list[Mention] = []
    text = analysis.text
    for one in reversed([one for one in states if one.end <= start]):
        if not found:
            if start - one.end > 45 or not _OWNS.fullmatch(text[one.end : start]):
                break
            possessive = text[one.end] in "'’"
            counterpart = text.startswith("counterpart", start)
            if one.kind == "state" and not (possessive or counterpart or text[one.start : one.end].isupper()):
                break
        elif not _NEXT.fullmatch(text[one.end : found[0].start]):
            break
        found.insert(0, one)
    return found


def _after(analysis: Analysis, states: Sequence[Mention], end: int) -> list[Mention]:
    """The states of "the leaders of A, B and C"."""
    found: list[Mention] = []
    for one in [one for one in states if one.start >= end]:
        gap = analysis.text[(found[-1].end if found else end) : one.start]
        if not (_NEXT if found else _OF).fullmatch(gap):
            break
        found.append(one)
    return found


def last_named(analysis: Analysis, position: int) -> Side | None:
    """The person whom "he" means before a position."""
    earlier = [one for one in analysis.people.all if one.end <= position]
    told = [one for one in (_of_person(analysis, person) for person in earlier[-4:]) if one.states or one.org]
    return told[-1] if told else None
