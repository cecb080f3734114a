"""Dates in a language whose file says how it writes them, as the expressions that `reading/when` resolves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import msgspec

from comity.catalog.cue_files import load_cues
from comity.reading.languages.adapter import adapter
from comity.reading.when import Expression
from comity.reading.when.expression import Part

_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
_FIGURES = {
    "day": r"{d}{1,3}",
    "month_number": r"{d}{1,3}",
    "number": r"{d}{1,4}",
    "nth": r"{d}{1,3}",
    "year": r"(?:1[5-9]|20)\d\d",
}
_AS_WRITTEN = {"numeric": r"\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d)", "iso": r"\d{4}-\d\d-\d\d"}
_LEAST_UNIT = 10
_WHICH_YEAR = ("this", "that", "unit")


class Pattern(msgspec.Struct, frozen=True):
    """One way to write a date: its kind, its shape, and the part that each group gives."""

    kind: str
    shape: re.Pattern[str]
    parts: tuple[str, ...]


class DatePatterns:
    """The dates of one language."""

    def __init__(self, language: str) -> None:
        known: dict[str, Any] = load_cues(language, "date_patterns")
        self._adapter = adapter(language)
        self._numerals: dict[str, int] = known.get("numerals") or {}
        self._words: dict[str, list[tuple[int | str, re.Pattern[str]]]] = {
            name: [(value, re.compile("|".join(f"(?:{one})" for one in shapes))) for value, shapes in table.items()]
            for name, table in known["words"].items()
        }
        self._patterns = [self._pattern(one["kind"], one["pattern"]) for one in known["patterns"]]
        self._bounds = [
            (bound, re.compile(f"(?:{'|'.join(shapes)})$")) for bound, shapes in (known.get("bounds") or {}).items()
        ]
        self._value = lru_cache(maxsize=4096)(self._value_of)

    def _pattern(self, kind: str, pattern: str) -> Pattern:
        parts = tuple(_PLACEHOLDER.findall(pattern))
        shape = _PLACEHOLDER.sub(lambda found: f"({self._shape(found[1])})", pattern)
        return Pattern(kind, re.compile(shape), parts)

    def _shape(self, name: str) -> str:
        if name in _AS_WRITTEN:
            return _AS_WRITTEN[name]
        shapes = [one.pattern for _, one in self._words.get(name, ())]
        if name in _FIGURES:
            figures = _FIGURES[name].replace("{d}", rf"[\d{''.join(self._numerals)}]")
            if name == "year" and self._numerals:
                figures += f"|[{''.join(self._numerals)}]{{4}}"
            shapes.append(figures)
        return "|".join(shapes)

    def _value_of(self, name: str, form: str) -> int | str | None:
        if name in _AS_WRITTEN:
            return form
        for value, shape in self._words.get(name, ()):
            if shape.fullmatch(form):
                return value
        if not form:
            return None
        return self._number(form) if name in _FIGURES else None

    def _number(self, form: str) -> int | None:
        """Figures, figures in signs one by one (二〇二〇), or tens and ones (二十三)."""
        if form.isdecimal():
            return int(form)
        values = [self._numerals.get(sign) for sign in form]
        ones = [value for value in values if value is not None]
        if len(ones) < len(values):
            return None
        if all(value < _LEAST_UNIT for value in ones):
            return int("".join(map(str, ones)))
        total, last = 0, 0
        for value in ones:
            total, last = (total + (last or 1) * value, 0) if value >= _LEAST_UNIT else (total, value)
        return total + last

    def found(self, text: str) -> tuple[Expression, ...]:
        """The dates of a text in its order, none over another, of those that overlap the longest."""
        low = self._adapter.lowered(text)
        spans = sorted(self._all(low), key=lambda one: (one.start - one.end, one.start))
        kept: list[Expression] = []
        for one in spans:
            if all(one.end <= other.start or other.end <= one.start for other in kept):
                kept.append(one)
        return tuple(sorted(kept, key=lambda one: one.start))

    def _all(self, low: str) -> Iterator[Expression]:
        for pattern in self._patterns:
            for match in pattern.shape.finditer(low):
                if (
                    not self._adapter.stands(low, match.start(), match.end())
                    or low[match.start() - 1 : match.start()] == "-"
                ):
                    continue
                values = [
                    self._value(name, form or "") for name, form in zip(pattern.parts, match.groups(), strict=True)
                ]
                parts = tuple(
                    Part(name.partition("_")[0], value)
                    for name, value in zip(pattern.parts, values, strict=True)
                    if value not in (None, "")
                )
                parts = _in_order(pattern.kind, parts)
                yield Expression(match.start(), match.end(), pattern.kind, parts, self._bound(low, match.start()))

    def _bound(self, low: str, start: int) -> str:
        before = low[max(0, start - 16) : start].rstrip()
        return next((bound for bound, shape in self._bounds if shape.search(before)), "")


def _in_order(kind: str, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The words for the year of both ends of a range behind the last one: 今年7月21日至23日."""
    if kind != "range":
        return parts
    year = tuple(part for part in parts if part.name in _WHICH_YEAR)
    return (*(part for part in parts if part.name not in _WHICH_YEAR), *year)


@lru_cache(maxsize=8)
def date_patterns(language: str) -> DatePatterns:
    return DatePatterns(language)
