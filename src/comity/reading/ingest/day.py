"""A calendar day written out in full: 2020-11-10, 10th November 2020, Nov. 10, 2020, 2020年11月10日."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

import msgspec

from comity.reading.ingest.words import head_words


class WrittenDay(msgspec.Struct, frozen=True):
    """`text[start:end]` says `day`."""

    start: int
    end: int
    day: date


@lru_cache(maxsize=1)
def _shapes() -> tuple[re.Pattern[str], ...]:
    month = "|".join(sorted(head_words().months, key=len, reverse=True))
    clock = r"(?:T\d\d:?\d\d(?::?\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?"
    return tuple(
        re.compile(shape, re.IGNORECASE)
        for shape in (
            rf"(?<!\d)(?P<year>\d{{4}})(?P<mark>[-/.])(?P<month>\d\d?)(?P=mark)(?P<day>\d\d?)(?!\d){clock}",
            r"(?<!\d)(?P<year>\d{4})\s*年\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日",
            rf"(?<!\w)(?P<day>\d\d?)(?:st|nd|rd|th)?(?:\s+(?:of\s+)?|-)(?P<name>{month})\.?(?:,?\s+|-)(?P<year>\d{{4}})(?!\d)",
            rf"(?<!\w)(?P<name>{month})\.?\s+(?P<day>\d\d?)(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})(?!\d)",
            # Only with points, and then day first: with strokes no one can tell 10/11 from 11/10.
            r"(?<![\d.])(?P<day>\d\d?)\.(?P<month>\d\d?)\.(?P<year>\d{4})(?!\d)",
        )
    )


def find_day(text: str, start: int = 0) -> WrittenDay | None:
    """The first full day in a text; None where there is none that exists."""
    found = [_day(match) for shape in _shapes() for match in shape.finditer(text, start)]
    return min((one for one in found if one), key=lambda one: one.start, default=None)


def _day(match: re.Match[str]) -> WrittenDay | None:
    parts = match.groupdict()
    name = parts.get("name")
    month = head_words().months[name.lower()] if name else int(parts["month"])
    try:
        return WrittenDay(match.start(), match.end(), date(int(parts["year"]), month, int(parts["day"])))
    except ValueError:
        return None
