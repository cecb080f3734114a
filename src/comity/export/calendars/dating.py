"""From a date that keeps its precision to the days of a calendar, which knows only days."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import msgspec

from comity.model.when import ONE_DAY, When

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Days(msgspec.Struct, frozen=True):
    """From `start` up to, not including, `end`; `vague` says in words what is not known of them, if anything."""

    start: date
    end: date
    vague: str = ""


def days_of(edtf: str | None) -> Days | None:
    """The days of an EDTF date; None where it has no first day, for nothing can stand in a calendar then.

    A day, or days from one to another, is exact; a month is all its days, and says so.
    """
    when = When.parse(edtf) if edtf else None
    if when is None or when.lower is None:
        return None
    return Days(when.lower, when.upper or _next(when.lower), _vague(when))


def _next(day: date) -> date:
    return day + ONE_DAY if day < date.max else day


def _vague(when: When) -> str:
    if when.upper is None:
        return f"Date: {when.edtf}; the last day is not known."
    if when.about or when.uncertain:
        return f"Date: {when.edtf}; {'about then' if when.about else 'not certain'}."
    if all(_DAY.fullmatch(part) for part in when.edtf.split("/")):
        return ""
    return f"Date: {when.edtf}; no day is told, and all days of that time are shown."


def moment(day: date) -> datetime:
    """The first moment of a day, in UTC: what calendars count versions by."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
