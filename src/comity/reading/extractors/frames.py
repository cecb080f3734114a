"""The sentences of a report as frames: every name, date and second mention a sign that knows what it stands for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property, lru_cache

import msgspec

from comity.catalog.cue_files import load_cues
from comity.reading.clause import Analysis
from comity.reading.extractors.naming import named
from comity.reading.extractors.numbers import number_value
from comity.reading.extractors.second_mentions import second_mentions, vocabulary
from comity.reading.extractors.slots import (
    ADJECTIVE,
    BODY,
    CAPITAL,
    DATE,
    GOVERNED,
    ORG,
    PERSON,
    PRONOUN,
    STATE,
    Frame,
    Slot,
    folded,
    framed,
    outermost,
)  # fmt: skip


@lru_cache(maxsize=4)
def frames(analysis: Analysis) -> tuple[Frame, ...]:
    """The report's sentences, each with its signs; second mentions look back to the sentences before."""
    history = History(analysis)
    return tuple(history.read(number) for number in range(len(analysis.sentences)))


class History:
    """What has been named so far, so that "the bloc" and "the three countries" can be told."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._orgs: list[str] = [mention.org for mention in analysis.title_mentions if mention.org]
        self._bodies: list[tuple[str, ...]] = []
        self._states: list[tuple[str, ...]] = []
        self._persons: list[tuple[str, ...]] = []
        self._alone: list[tuple[str, ...]] = []
        self._subjects: list[tuple[str, ...]] = []
        self._topic: tuple[str, ...] = ()
        self._vocabulary = vocabulary(analysis.language)

    def read(self, number: int) -> Frame:
        """The frame of a sentence; sentences must be read in order."""
        analysis, sentence = self._analysis, self._analysis.sentences[number]
        known = folded(analysis.text, outermost(list(named(analysis, sentence))))
        again = [
            one
            for one in second_mentions(analysis, sentence)
            if not any(one.start < other.end and other.start < one.end for other in known)
        ]
        slots: list[Slot] = []
        for slot in outermost(known + again):
            meant = self._resolved(slot)
            if meant is not None:
                slots.append(meant)
                self._remember(meant)
        slots = folded(analysis.text, slots)
        self._subjects.append(self._subject(slots))
        self._topic = slots[0].codes if slots and slots[0].kind == ORG and not self._governed(slots[0]) else ()
        return framed(analysis.text, number, sentence, slots)

    def _subject(self, slots: Sequence[Slot]) -> tuple[str, ...]:
        first = next((slot for slot in slots if slot.kind not in (DATE, ADJECTIVE)), None)
        return first.codes if first and first.kind in (STATE, PRONOUN, CAPITAL) and not self._governed(first) else ()

    def _remember(self, slot: Slot) -> None:
        if slot.kind in (ORG, BODY):
            self._orgs += slot.codes
            self._bodies += [slot.codes] if slot.kind == BODY else []
        elif slot.kind in (STATE, PERSON, CAPITAL):
            self._states.append(slot.codes)
            self._persons += [slot.codes] if slot.kind == PERSON else []
            if slot.kind == STATE:
                self._alone.append(slot.codes)

    def _governed(self, slot: Slot) -> bool:
        """Whether a preposition governs a slot: it is not what its sentence is about."""
        return bool(GOVERNED.search(self._analysis.text, max(0, slot.start - 16), slot.start))

    def _resolved(self, slot: Slot) -> Slot | None:
        """The slot with the codes that its words stand for; None where nothing before fits."""
        if not slot.codes or slot.codes[0][0] not in "?#":
            return self._less_wide(slot)
        mark, word = slot.codes[0][0], slot.codes[0][1:]
        if slot.kind == BODY:
            codes = self._bodies[-1] if self._bodies else self._org_called("council")
        elif slot.kind == ORG:
            codes = self._org_called(word) if mark == "?" else self._last_orgs(word)
        elif mark == "#":
            codes = self._last_states(word)
        elif word:
            codes = self._persons[-1] if self._persons else self._last_state(slot.kind)
        else:
            codes = self._last_state(slot.kind)
        return msgspec.structs.replace(slot, codes=codes) if codes else None

    def _less_wide(self, slot: Slot) -> Slot:
        """ "The Commonwealth" in a report about the CIS is the CIS."""
        noun = self._analysis.text[slot.start : slot.end].lower().removeprefix("the ")
        if slot.kind != ORG or noun not in self._vocabulary.orgs_by_noun:
            return slot
        return msgspec.structs.replace(slot, codes=self._org_called(noun) or slot.codes)

    def _org_called(self, noun: str) -> tuple[str, ...]:
        known = self._vocabulary.orgs_by_noun.get(noun, frozenset())
        latest = next(((org,) for org in reversed(self._orgs) if org in known), ())
        generic = load_cues(self._analysis.language, "references")["generic"]
        if noun in generic and self._topic and (not latest or self._topic[0] in known):
            return self._topic
        return latest or (tuple(self._orgs[-1:]) if noun in generic else ())

    def _last_orgs(self, count: str) -> tuple[str, ...]:
        wanted = int(number_value(count, self._analysis.language) or 2)
        latest = tuple(dict.fromkeys(reversed(self._orgs)))[:wanted]
        return tuple(reversed(latest)) if len(latest) == wanted else ()

    def _last_states(self, count: str) -> tuple[str, ...]:
        lists = [codes for codes in reversed(self._states) if len(codes) > 1]
        if not count:
            return lists[0] if lists else ()
        wanted = int(number_value(count, self._analysis.language) or 2)
        whole = next((codes for codes in lists if len(codes) == wanted), ())
        if whole:
            return whole
        latest = tuple(dict.fromkeys(code for codes in reversed(self._states) for code in reversed(codes)))[:wanted]
        return tuple(reversed(latest)) if len(latest) == wanted and wanted < 4 else ()

    def _last_state(self, kind: str) -> tuple[str, ...]:
        """ "It" is the state that the last sentence was about, else the report's; "the country" the one named last."""
        if kind == PRONOUN:
            return self._subjects[-1] if self._subjects and self._subjects[-1] else self._main_state
        return next((codes for codes in reversed(self._alone) if len(codes) == 1), self._main_state)

    @cached_property
    def _main_state(self) -> tuple[str, ...]:
        """The state that the report names most, its headline counting more."""
        weights: Counter[str] = Counter()
        for weight, mentions in ((3, self._analysis.title_mentions), (1, self._analysis.mentions)):
            for mention in mentions:
                weights.update({mention.code: weight} if mention.kind == "state" else {})
        return (max(weights, key=lambda state: weights[state]),) if weights else ()
