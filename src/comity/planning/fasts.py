"""Ramadan by the arithmetical Islamic calendar, which may be a day off what is seen in the sky."""

from __future__ import annotations

from datetime import date

_EPOCH = date(622, 7, 19).toordinal()
_RAMADAN = 9
# So many years of the calendar have so many days.
_YEARS, _DAYS = 30, 10631


def ramadan(day: date) -> bool:
    """Whether a day lies in the fasting month, or within a day of it."""
    year = (day.toordinal() - _EPOCH) * _YEARS // _DAYS + 1
    return any(_first(one) - 1 <= day.toordinal() <= _first(one) + 30 for one in (year - 1, year, year + 1))


def _first(year: int) -> int:
    """The first day of Ramadan of an Islamic year, as an ordinal."""
    months = _RAMADAN - 1
    return _EPOCH - 1 + 354 * (year - 1) + (3 + 11 * year) // 30 + -(-59 * months // 2) + 1
