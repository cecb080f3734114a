"""The words of a language that tell status, presence, place and number of an event."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from comity.catalog.cue_files import load_cues
from comity.reading.languages import Adapter, Phrases, adapter

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "Х": 10}
_MOST_EDITIONS = 200


class Cues:
    """The tables of one language, each looked for in a stretch of text in small letters."""

    def __init__(self, language: str) -> None:
        own = adapter(language)
        events, levels = load_cues(language, "events"), load_cues(language, "levels")
        attendance, places = load_cues(language, "attendance"), load_cues(language, "places")
        told = load_cues(language, "status")
        self.status = Phrases([(one, group["status"]) for group in told for one in group["phrases"]], own)
        self.order = {status: rank for rank, status in enumerate(dict.fromkeys(one["status"] for one in told))}
        self.present = _table(attendance.get("present"), own)
        self.apart = _table(attendance.get("apart"), own)
        self.invited = _table(attendance.get("invited"), own)
        self.chaired = _table(attendance.get("chaired"), own)
        self.guests = _table(attendance.get("guests"), own)
        self.weak = _table(events.get("weak"), own)
        self.conferences = _table(events.get("conference_nouns"), own)
        self.bilateral = _table(events.get("bilateral"), own)
        self.plurals = _table(events.get("plurals"), own)
        self.joint = _table(events.get("joint"), own)
        self.each = _table(events.get("each"), own)
        self.acts = _table(events.get("acts"), own)
        self.pronouns = _table(events.get("pronouns"), own)
        self.sits = _table(events.get("sits"), own)
        self.anaphors = _table(events.get("anaphors"), own)
        self.fresh = _table(events.get("fresh"), own)
        self.deputies = _table(levels.get("deputies"), own)
        self.before_place = _table(places.get("before"), own)
        self.after_place = _table(places.get("after"), own)
        self.elsewhere = _table(places.get("elsewhere"), own)
        self.margins = _table(events.get("margins"), own)
        self.capital = _table(places.get("capital"), own)
        self._editions = [re.compile(one) for one in events.get("editions") or ()]
        self._ordinals: dict[str, int] = events.get("ordinals") or {}
        self._numerals: dict[str, int] = events.get("numerals") or {}

    def edition(self, text: str, low: str, start: int, end: int) -> int | None:
        """The number of an edition told in a stretch, the last one of it."""
        found = [
            (match.start(), number)
            for shape in self._editions
            for match in shape.finditer(text if "XIV" in shape.pattern else low, start, end)
            if (number := self._number(match["n"])) and number <= _MOST_EDITIONS
        ]
        return max(found)[1] if found else None

    def _number(self, form: str) -> int | None:
        if form.isdecimal():
            return int(form)
        if set(form) <= set(_ROMAN):
            return _roman(form)
        if self._numerals and set(form) <= set(self._numerals):
            return _in_signs([self._numerals[sign] for sign in form])
        stems = [
            max((stem for stem in self._ordinals if word.startswith(stem)), key=len, default="")
            for word in form.split()
        ]
        return sum(self._ordinals[stem] for stem in stems if stem) or None


def _roman(form: str) -> int:
    values = [_ROMAN[sign] for sign in form]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def _in_signs(values: list[int]) -> int:
    """Tens and ones: 二十三."""
    total, last = 0, 0
    for value in values:
        total, last = (total + (last or 1) * value, 0) if value >= 10 else (total, last * 10 + value)
    return total + last


def _table(phrases: Iterable[Any] | None, own: Adapter) -> Phrases[bool]:
    return Phrases([(str(one), True) for one in phrases or ()], own)


@lru_cache(maxsize=8)
def cues(language: str) -> Cues:
    """Built once. Raises UnknownNameError for a language without cues."""
    return Cues(language)
