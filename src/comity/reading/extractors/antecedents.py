"""Pronouns in reported speech: in "Mali's rulers declared that they had left", "they" are those who declare it."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from comity.catalog.cue_files import load_cues
from comity.reading.extractors.slots import BODY, CAPITAL, ORG, PRONOUN, STATE, Frame

_SPEAKERS = STATE + CAPITAL
_NAMED = _SPEAKERS + ORG + BODY


@lru_cache(maxsize=8)
def _reported(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Who says that "it" does something; who is told that "it" was done something to."""
    words = load_cues(language, "references")["reported"]
    saying, telling = ("|".join(words[part]) for part in ("saying", "telling"))
    before = rf"(?P<state>[{_SPEAKERS}])"
    return (
        re.compile(
            rf"{before}[^{_NAMED};:“”]{{0,50}}\b(?:{saying})\b[^{_NAMED};:“”]{{0,40}}(?:\bthat\s+)?$", re.IGNORECASE
        ),
        re.compile(rf"\b(?:{telling})\s+(?:the\s+)?{before}[^{_NAMED};:“”]{{0,30}}\bthat\s+$", re.IGNORECASE),
    )


def rebound(frame: Frame, language: str) -> Frame:
    """The frame with each pronoun of reported speech standing for the state that speaks, or that is told."""
    slots = dict(frame.slots)
    for at, slot in frame.of_kind(PRONOUN):
        saying, telling = _reported(language)
        before = frame.masked[:at]
        match = telling.search(before) or saying.search(before)
        if match:
            slots[at] = msgspec.structs.replace(slot, codes=slots[match.start("state")].codes)
    return msgspec.structs.replace(frame, slots=slots) if slots != frame.slots else frame
