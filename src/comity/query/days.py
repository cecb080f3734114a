"""The day that a question is about, as a date or as ISO text."""

from __future__ import annotations

from datetime import date, datetime

from comity.errors import DateError


def to_day(told: date | str) -> date:
    """A day: `date(2020, 11, 10)` or "2020-11-10". Raises DateError."""
    if isinstance(told, datetime):
        return told.date()
    if isinstance(told, date):
        return told
    try:
        return date.fromisoformat(told)
    except (TypeError, ValueError) as error:
        raise DateError(str(told), "one day is needed") from error


def today() -> date:
    """Where the reader is."""
    return datetime.now().astimezone().date()
