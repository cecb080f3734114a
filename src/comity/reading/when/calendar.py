"""Days, weeks, months, seasons and years around a day."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from comity.errors import DateError
from comity.model.when import Basis, When

DAYS = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
# The EDTF numbers of the first quarter and half of a year.
FIRST_QUARTER, FIRST_HALF = 33, 40
EARLY, LATE, MIDDLE = "early", "late", "middle"


def shift(day: date, count: int, unit: str) -> date:
    """A day so many units later; the 31st becomes the last day of a shorter month. Raises DateError out of the calendar."""
    try:
        if unit in DAYS:
            return day + timedelta(days=count * DAYS[unit])
        year, month = divmod(day.year * 12 + day.month - 1 + count * MONTHS[unit], 12)
        return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    except (OverflowError, ValueError, KeyError) as error:
        raise DateError(f"{day} {count:+} {unit}", "out of the calendar") from error


def unit_of(day: date, unit: str, *, basis: Basis = Basis.RELATIVE) -> When:
    """The day, week (from Monday), weekend, month, quarter, half, year, decade or century that a day lies in."""
    if unit == "day":
        return When.days(day, basis=basis)
    if unit in DAYS:
        monday = day - timedelta(days=day.weekday())
        first = monday + timedelta(days=5) if unit == "weekend" else monday
        return When.days(first, monday + timedelta(days=7), basis=basis)
    if unit == "century":
        return When.parse(f"{day.year // 100:02}XX", basis)
    if unit == "decade":
        return When.parse(f"{day.year // 10:03}X", basis)
    length = MONTHS[unit]
    first = date(day.year, (day.month - 1) // length * length + 1, 1)
    return When.days(first, shift(first, length, "month"), basis=basis)


def month_of(year: int, month: int, *, basis: Basis) -> When:
    return When.parse(f"{year:04}-{month:02}", basis)


def period_of(year: int, code: int, *, basis: Basis) -> When:
    """A season, quarter or half of a year, by its EDTF number."""
    return When.parse(f"{year:04}-{code}", basis)


def days_of(when: When) -> list[date]:
    """Every day of an interval with two ends."""
    if when.lower is None or when.length is None:
        return []
    return [when.lower + timedelta(days=number) for number in range(when.length)]


def about(when: When) -> When:
    """The same, marked as approximate."""
    return When.parse("/".join(part.rstrip("~") + "~" for part in when.edtf.split("/")), when.basis)


def exists(year: int, month: int, day: int) -> bool:
    try:
        return bool(date(year, month, day))
    except ValueError:
        return False
