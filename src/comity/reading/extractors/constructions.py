"""Cue phrases with slots, from data files, found in sentences with signs (see phrase_grammar)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

import msgspec

from comity.catalog.cue_files import FOLDER, load_cues
from comity.reading.extractors.numbers import number_pattern
from comity.reading.extractors.phrase_grammar import anchors, auxiliaries, either, slots_pattern
from comity.reading.extractors.slots import Frame, Slot
from comity.reading.extractors.unfolding import unfolded
from comity.reading.phrases import WordIndex, words_of

# How far before a construction a word may deny it.
_BEFORE = 14


class Construction(msgspec.Struct, frozen=True):
    """One phrase and what its group in the data file says of it."""

    rule: str
    facts: Mapping[str, Any]
    form: str
    anchors: tuple[frozenset[str], ...] = ()
    order: tuple[int, int] = (0, 0)

    @property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when a sentence asks for it first: a report needs few of many hundred."""
        return _compiled(self.form)

    def may_be_in(self, words: frozenset[str]) -> bool:
        """Whether a sentence of these words has one of each set of words that the phrase needs."""
        return not any(map(words.isdisjoint, self.anchors))


@lru_cache(maxsize=4096)
def _compiled(form: str) -> re.Pattern[str]:
    return re.compile(form, re.IGNORECASE)


class Found(msgspec.Struct, frozen=True):
    """A construction in a frame: the place in the masked sentence and the slots that it filled."""

    construction: Construction
    frame: Frame
    start: int
    end: int
    words: Mapping[str, str | None]
    filled: Mapping[str, Slot]
    places: Mapping[str, int]

    @property
    def text(self) -> str:
        return self.frame.masked[self.start : self.end]

    @property
    def covered(self) -> frozenset[int]:
        """The places of the report that the words take up, a name counting as one."""
        return frozenset(self.frame.starts[self.start : self.end])

    def shares(self, other: Found) -> bool:
        """Whether this and another are for the greater part the same words."""
        ours, theirs = self.covered, other.covered
        return 2 * len(ours & theirs) > min(len(ours), len(theirs))


class Constructions:
    """The phrases of a topic in their file's order, and an index that tells which of them some words may hold."""

    def __init__(self, known: Sequence[Construction]) -> None:
        self._known = tuple(known)
        self._index = WordIndex(one.anchors for one in known)

    def __iter__(self) -> Iterator[Construction]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)

    def possible(self, frame: Frame) -> list[Construction]:
        """Those that a sentence may hold, judged by its words and signs alone, in the file's order."""
        return [self._known[number] for number in self._index.possible(words_of(frame.masked))]


@lru_cache(maxsize=32)
def constructions(language: str, topic: str) -> Constructions:
    """The phrases of a topic's `constructions`, in the file's order; `words` of the file are slots that match words."""
    cues = load_cues(language, topic)
    forms = _forms(cues)
    words = {name: either(some) for name, some in forms.items()}
    words["number"] = number_pattern(language)
    words["aux"] = auxiliaries(language)
    return Constructions(
        [
            Construction(
                group["rule"],
                {key: value for key, value in group.items() if key != "phrases"},
                slots_pattern(phrase, words),
                anchors(phrase, forms),
                order=(at, number),
            )
            for at, group in enumerate(cues["constructions"])
            for number, phrase in enumerate(group["phrases"])
        ]
    )


def _forms(cues: Mapping[str, Any]) -> dict[str, list[str]]:
    """Each word slot's forms; a slot that tells forms apart ("role": {member: [...], observer: [...]}) has them all."""
    return {
        name: [form for part in forms.values() for form in part] if isinstance(forms, dict) else forms
        for name, forms in cues.get("words", {}).items()
    }


def find(frame: Frame, language: str, topic: str) -> list[Found]:
    """Every construction of a topic in every reading of a sentence (see unfolding), reading by reading."""
    possible = constructions(language, topic).possible(frame)
    if not possible:
        return []
    return [found for reading in unfolded(frame, language) for found in _in_reading(reading, possible)]


def _in_reading(frame: Frame, possible: Sequence[Construction]) -> Iterator[Found]:
    words = words_of(frame.masked)
    for construction in possible:
        if not construction.may_be_in(words):
            continue
        for match in construction.pattern.finditer(frame.masked):
            groups = {name: match.start(name) for name in match.groupdict() if match.group(name)}
            filled = {name: frame.slots[at] for name, at in groups.items() if at in frame.slots}
            yield Found(construction, frame, match.start(), match.end(), match.groupdict(), filled, groups)


def is_denied(found: Found, language: str, topic: str) -> bool:
    """ "Is not a member", "has never joined"; a wish or condition states nothing either. "No longer" is a statement."""
    text = found.frame.masked[max(0, found.start - _BEFORE) : found.end]
    allowed = found.construction.facts.get("allow", ())
    said = [match for match in _denials(language, topic).findall(text) if match.lower() not in allowed]
    return bool(said) and not re.search(r"\bno longer\b", text)


@lru_cache(maxsize=32)
def _denials(language: str, topic: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load_cues(language, topic)['denials'])})\b|n['’]t\b", re.IGNORECASE)


@lru_cache(maxsize=64)
def has_words(language: str, topic: str) -> bool:
    """Whether a language has cue words for a topic; where it has none, nothing is read."""
    return all((FOLDER / language / f"{name}.yaml").exists() for name in ("references", topic))
