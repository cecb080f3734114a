"""Who stayed away from an event: told by name or by the state, alone or in a list."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from comity.catalog.cue_files import load_cues
from comity.reading.clause import Analysis
from comity.reading.extractors.events.candidate import Candidate
from comity.reading.phrases import alternatives, key_words, words_of
from comity.reading.quick import Quick, quick

_AWAY = ("absent_after", "absent_before", "did_not", "turned_down", "stands_for")


class _Words(msgspec.Struct, frozen=True):
    absent_after: re.Pattern[str]
    absent_before: Quick
    stands_for: Quick
    # Words of which a sentence has one where it tells of anybody's absence.
    away: frozenset[str]


@lru_cache(maxsize=8)
def _words(language: str) -> _Words:
    cues = load_cues(language, "attendance")

    def choice(key: str) -> str:
        return alternatives(cues[key])

    return _Words(
        absent_after=re.compile(
            rf"^(?:(?!,\s+(?:while|but|though|as|and)\b)[^.;:]){{0,40}}?\b(?:(?:{choice('absent_after')})\b"
            rf"|(?:{choice('did_not')})(?:\s+{choice('come')}\b|\s*[,.;])|(?:{choice('turned_down')})(?=\s*(?:[,.;]|to\s+{choice('come')}\b|(?:the|an|his|her|its|their)\s+invitation)))",
            re.IGNORECASE,
        ),
        absent_before=quick(rf"\b(?:{choice('absent_before')})\s+(?:the\s+)?$", re.IGNORECASE),
        stands_for=quick(rf"\b(?:{choice('stands_for')})\s+(?:(?!by\b)\w+\s+)?$", re.IGNORECASE),
        away=key_words(one for key in _AWAY for one in cues[key]),
    )


def without_absent(analysis: Analysis, event: Candidate) -> Candidate:
    """Those told to have stayed away take no part, and are not invited by that."""
    record = event.record
    states, people = set(), set()
    for sentence in {analysis.sentence_at(one.start) for one in record.evidence}:
        here = analysis.sentences[sentence]
        gone, who = absent(analysis, here.start, here.end)
        came = {one.state for one in analysis.people.between(here.start, here.end) if one.name not in who}
        states |= gone - came
        people |= who
    if not states and not people:
        return event
    return event.with_record(
        participants=tuple(one for one in record.participants if one not in states),
        invited=tuple(one for one in record.invited if one not in states),
        persons=tuple(one for one in record.persons if one.name not in people),
    )


def absent(analysis: Analysis, start: int, end: int) -> tuple[set[str], set[str]]:
    """States and persons that a stretch of text tells to have stayed away."""
    words, text = _words(analysis.language), analysis.text
    states: set[str] = set()
    people: set[str] = set()
    if words.away.isdisjoint(words_of(text[start:end])):
        return states, people
    for person in analysis.people.between(start, end):
        if words.stands_for.search(text[start : person.from_]):
            people.add(person.name)
        elif words.absent_after.match(text[person.end : end]) or words.absent_before.search(text[start : person.from_]):
            people.add(person.name)
            states |= {person.state} if person.state else set()
    for one in analysis.mentions_in(start, end, "state"):
        if words.absent_before.search(text[start : one.start]) or words.absent_after.match(
            after_list(analysis, one.end, end)
        ):
            states.add(one.code)
    return states, people


_IN_LIST = re.compile(r",?\s+(?:and\s+)?|,\s*")


def after_list(analysis: Analysis, position: int, end: int) -> str:
    """The text after a list of states goes on: "Afghanistan, Bhutan and India | have declined"."""
    text = analysis.text
    for one in analysis.mentions_in(position, end, "state"):
        if _IN_LIST.fullmatch(text, position, one.start):
            position = one.end
    return text[position:end]
