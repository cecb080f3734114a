"""Which days an expression means. What cannot be decided is None: never the publication day for want of better."""

from __future__ import annotations

from comity.errors import DateError
from comity.model.when import When
from comity.reading.when import days, offsets, periods, ranges
from comity.reading.when.expression import Anchor, Direction, Expression
from comity.reading.when.years import Reading

# Kinds that are not here mean no days: durations, times of day, names with a year, "recently".
_READINGS: dict[str, Reading] = {
    "iso": days.iso,
    "numeric": days.numeric,
    "day": days.day,
    "ordinal_day": days.ordinal_day,
    "nth_weekday": days.nth_weekday,
    "day_of_unit": days.day_of_unit,
    "week_of_day": days.week_of_day,
    "weekday": days.weekday,
    "from_weekday": days.from_weekday,
    "today": days.today,
    "holiday": days.holiday,
    "day_of_month": days.day_of_month,
    "focus_day": days.focus_day,
    "eve": days.eve,
    "range": ranges.days,
    "month_range": ranges.months,
    "year_range": ranges.years,
    "weekday_range": ranges.weekdays,
    "month": periods.month,
    "bare_month": periods.bare_month,
    "week_of_month": periods.week_of_month,
    "first_months": periods.first_months,
    "half": periods.half,
    "quarter": periods.quarter,
    "season": periods.season,
    "decade": periods.decade,
    "century": periods.century,
    "year": periods.year,
    "spelled_year": periods.spelled_year,
    "part_of_year": periods.year,
    "part_of_unit": periods.part_of_unit,
    "within_unit": periods.within_unit,
    "this_unit": periods.this_unit,
    "the_year": periods.the_year,
    "the_unit": periods.the_unit,
    "ago": offsets.ago,
    "ago_day": offsets.ago_day,
    "hence": offsets.hence,
    "from_focus": offsets.from_focus,
    "same_period": offsets.same_period,
    "window": offsets.window,
}


def resolve(expression: Expression, anchor: Anchor, direction: Direction, *, open_ends: bool = False) -> When | None:
    """The days meant, or None where the text and the anchor do not tell.

    With `open_ends`, "since 2001" is 2001/.. and "until 2025" is ../2025; without, both are the year named.
    """
    reading = _READINGS.get(expression.kind)
    if reading is None:
        return None
    try:
        when = reading(expression, anchor, direction)
        return _opened(when, expression.bound) if when and open_ends else when
    except (DateError, ValueError, OverflowError):
        return None


def _opened(when: When, bound: str) -> When:
    if bound not in ("since", "until") or "/" in when.edtf:
        return when
    return When.parse(f"{when.edtf}/.." if bound == "since" else f"../{when.edtf}", when.basis)
