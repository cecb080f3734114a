"""EDTF text (ISO 8601-2, levels 0 to 2 as far as diplomacy needs them) to days and back.

Read: day, month, year, season (21-24), quarter (33-36), half-year (40-41), decade (`201X`), unspecified month or day
(`2020-XX`), the marks `~` (about), `?` (uncertain), `%` (both), intervals with open (`..`) or unknown (empty) ends.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from comity.errors import DateError

# First month and length in months of "YYYY-NN" beyond the months; winter runs into the next year.
PERIODS = {
    21: (3, 3),
    22: (6, 3),
    23: (9, 3),
    24: (12, 3),
    33: (1, 3),
    34: (4, 3),
    35: (7, 3),
    36: (10, 3),
    40: (1, 6),
    41: (7, 6),
}

_POINT = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<part>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?P<mark>[~?%])?", re.ASCII
)
_OPEN = "", ".."
_LAST_YEAR = 9998


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `lower` up to, not including, `upper`; None is open. `about` and `uncertain` come from the marks."""

    lower: date | None
    upper: date | None
    about: bool = False
    uncertain: bool = False


def parse_span(text: str) -> Span:
    """The span of an EDTF text. Raises DateError, which quotes the text and says what is wrong with it."""
    start, slash, end = text.strip().partition("/")
    if not slash:
        return _point(start, text)
    if start in _OPEN and end in _OPEN:
        raise DateError(text, "an interval needs at least one end")
    first = Span(None, None) if start in _OPEN else _point(start, text)
    last = Span(None, None) if end in _OPEN else _point(end, text)
    if first.lower and last.upper and first.lower >= last.upper:
        raise DateError(text, "it ends before it starts")
    return Span(first.lower, last.upper, first.about or last.about, first.uncertain or last.uncertain)


def print_span(lower: date, upper: date) -> str:
    """The shortest EDTF text of the days from `lower` up to, not including, `upper`. Raises DateError where there are none."""
    if upper <= lower:
        raise DateError(f"{lower}/{upper}", "it ends before it starts")
    if upper - lower == timedelta(days=1):
        return lower.isoformat()
    for text in _candidates(lower) if upper.year <= _LAST_YEAR else ():
        span = parse_span(text)
        if (span.lower, span.upper) == (lower, upper):
            return text
    return f"{lower.isoformat()}/{(upper - timedelta(days=1)).isoformat()}"


def _candidates(lower: date) -> list[str]:
    if lower.day != 1:
        return []
    texts = [f"{lower.year:04}-{lower.month:02}"]
    if lower.month == 1:
        texts.append(f"{lower.year:04}")
    # A season and a quarter never start in one month, so the first that fits is the only one.
    texts += [f"{lower.year:04}-{code}" for code, (month, _) in PERIODS.items() if month == lower.month]
    return texts


def _point(text: str, whole: str) -> Span:
    match = _POINT.fullmatch(text)
    if match is None:
        raise DateError(whole, "not EDTF" if text == whole else f"{text!r} is not EDTF")
    lower, upper = _days(match, whole)
    mark = match["mark"] or ""
    return Span(lower, upper, mark in ("~", "%") and bool(mark), mark in ("?", "%") and bool(mark))


def _days(match: re.Match[str], whole: str) -> tuple[date, date]:
    year, part, day = match["year"], match["part"], match["day"]
    if "X" in year:
        if part:
            raise DateError(whole, "a decade or century has no months")
        first = int(year.replace("X", "0"))
        return _first(first, 1, whole), _first(first + 10 ** year.count("X"), 1, whole)
    if part is None or part == "XX":
        return _first(int(year), 1, whole), _first(int(year) + 1, 1, whole)
    month, length = PERIODS.get(int(part), (int(part), 1))
    if not 1 <= month <= 12:
        raise DateError(whole, f"there is no month, season, quarter or half-year {part}")
    if day is None or day == "XX":
        return _first(int(year), month, whole), _first(int(year), month + length, whole)
    if int(part) in PERIODS:
        raise DateError(whole, f"{part} is a period, which has no days")
    return _one_day(int(year), month, int(day), whole)


def _first(year: int, month: int, whole: str) -> date:
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if not 1 <= year <= 9999:
        raise DateError(whole, "years run from 0001 to 9998")
    return date(year, month, 1)


def _one_day(year: int, month: int, day: int, whole: str) -> tuple[date, date]:
    try:
        lower = date(year, month, day)
        return lower, lower + timedelta(days=1)
    except (ValueError, OverflowError) as error:
        raise DateError(whole, f"{year:04}-{month:02} has no day {day}") from error
