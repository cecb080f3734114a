"""Days, weeks, months and years around a day."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from comity.model.when import Basis, When

DAYS = {"day": 1, "week": 7, "fortnight": 14}
MONTHS = {"month": 1, "year": 12, "decade": 120}


def shift(day: date, count: int, unit: str) -> date:
    """A day so many units later; the 31st becomes the last day of a shorter month."""
    if unit in DAYS:
        return day + timedelta(days=count * DAYS[unit])
    months = day.year * 12 + day.month - 1 + count * MONTHS[unit]
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def unit_of(day: date, unit: str, *, basis: Basis = Basis.RELATIVE) -> When:
    """The day, week (from Monday), month, year or decade that a day lies in."""
    if unit == "day":
        return When.days(day, basis=basis)
    if unit == "week":
        monday = day - timedelta(days=day.weekday())
        return When.days(monday, monday + timedelta(days=7), basis=basis)
    if unit == "month":
        return month_of(day.year, day.month, basis=basis)
    first = day.year // 10 * 10 if unit == "decade" else day.year
    return When.days(date(first, 1, 1), date(first + (10 if unit == "decade" else 1), 1, 1), basis=basis)


def month_of(year: int, month: int, *, basis: Basis) -> When:
    return When.parse(f"{year:04}-{month:02}", basis)


def period_of(year: int, code: int, *, basis: Basis) -> When:
    """A season, quarter or half of a year, by its EDTF number."""
    return When.parse(f"{year:04}-{code}", basis)


def about(when: When) -> When:
    """The same, marked as approximate."""
    return When.parse("/".join(part.rstrip("~") + "~" for part in when.edtf.split("/")), when.basis)
