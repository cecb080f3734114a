"""Times counted from another: "two days ago", "in three weeks", "a year earlier", "the past six months"."""

from __future__ import annotations

from datetime import date, timedelta

from comity.model.when import Basis, When
from comity.reading.when.calendar import DAYS, FIRST_HALF, FIRST_QUARTER, MONTHS, about, period_of, shift, unit_of
from comity.reading.when.expression import Anchor, Direction, Expression
from comity.reading.when.years import named_year, says_year

# A count of units is as exact as the unit: "two weeks ago" is a week, "a decade ago" about a year.
_GRAIN = {
    "day": "day", "week": "week", "weekend": "weekend", "fortnight": "week", "month": "month", "quarter": "quarter",
    "half": "half", "year": "year", "decade": "year", "century": "decade",
}  # fmt: skip
_SHORTEST_MONTH, _SHORTEST_PERIOD, _YEAR = 28, 80, 365
_LONG = "decade", "century"
_QUARTER_CENTURY = 25


def count_of(expression: Expression) -> int | None:
    """The number of units; 1 where only "the" stands before; None where it is vague beyond guessing or no whole number."""
    numbers = [part.value for part in expression.parts if part.name in ("number", "day", "count", "vague", "year")]
    if not numbers:
        return 1
    if not all(isinstance(number, int) for number in numbers):
        return None
    if (
        any(part.name in ("to", "or", "hyphen") for part in expression.parts)
        and len(numbers) > 1
        and not _compound(expression)
    ):
        return None
    total = 0
    for number in numbers:
        assert isinstance(number, int)
        total = total * number if number >= 100 and total else total + number
    return total or None


def _compound(expression: Expression) -> bool:
    """Twenty-five is one number, two or three are two."""
    names = [part.name for part in expression.parts]
    return names[:3] == ["number", "hyphen", "number"] and not any(name in ("to", "or") for name in names)


def _moved(day: date, sign: int, expression: Expression) -> When | None:
    """The unit so many units away; about, where the count is rough."""
    unit, count = expression.word("unit"), count_of(expression)
    if unit == "quarter" and len(expression.words("unit")) > 1:
        return about(unit_of(shift(day, sign * _QUARTER_CENTURY, "year"), "year"))
    if unit not in _GRAIN or count is None:
        return None
    if expression.word("half") and unit in MONTHS:
        return _with_half(day, sign, count, expression)
    if expression.number("vague") is not None:
        return _some(day, sign, count, unit)
    when = unit_of(shift(day, sign * count, unit), _GRAIN[unit])
    return about(when) if unit in _LONG else when


def _some(day: date, sign: int, count: int, unit: str) -> When:
    """A few days ago: between two and six; a couple: between one and three."""
    ends = [
        unit_of(shift(day, sign * number, unit), _GRAIN[unit]) for number in (count - 1, count + max(1, 2 * count - 3))
    ]
    first, last = sorted(ends, key=lambda one: one.lower or day)
    assert first.lower is not None
    return When.days(first.lower, last.upper, basis=Basis.RELATIVE, about=True)


def _with_half(day: date, sign: int, count: int, expression: Expression) -> When | None:
    """A year and a half, half a year: to the month."""
    months = MONTHS[expression.word("unit")]
    if months % 2:
        return None
    starts_with_half = next(part.name for part in expression.parts if part.name in ("half", "number", "day")) == "half"
    total = months // 2 if starts_with_half else _whole(expression, count) * months + months // 2
    return unit_of(shift(day, sign * total, "month"), "month")


def _whole(expression: Expression, count: int) -> int:
    """Two in "two and a half": the "a" is counted too."""
    return count - 1 if len([part for part in expression.parts if part.name in ("number", "day")]) > 1 else count


def ago(expression: Expression, anchor: Anchor, direction: Direction) -> When | None:
    """Two weeks ago; of a quarter or a half spoken of, "a year ago" is the same one of the year before."""
    focus, unit = anchor.focus, expression.word("unit")
    if (
        anchor.published
        and focus
        and unit == "year"
        and _SHORTEST_PERIOD < (focus.length or 0) < _YEAR
        and count_of(expression) == 1
    ):
        return _years_away(focus, -1)
    return _moved(anchor.published, -1, expression) if anchor.published else None


def ago_day(expression: Expression, anchor: Anchor, direction: Direction) -> When | None:
    """A year ago today, a week ago Monday."""
    if anchor.published is None:
        return None
    day, number = anchor.published, expression.number("weekday")
    if number is not None:
        day -= timedelta(days=(day.weekday() - number) % DAYS["week"])
    day = shift(day + timedelta(days=expression.number("today") or 0), -1, expression.word("unit"))
    return When.days(day, basis=Basis.RELATIVE)


def hence(expression: Expression, anchor: Anchor, direction: Direction) -> When | None:
    """In two weeks; with a past tense it is how long something took."""
    return _moved(anchor.published, 1, expression) if anchor.published and direction is not Direction.PAST else None


def from_focus(expression: Expression, anchor: Anchor, direction: Direction) -> When | None:
    """A week earlier, two days later, a year on: from the day last spoken of."""
    focus = anchor.focus
    if focus is None or focus.lower is None or focus.last is None:
        return None
    if (nth := expression.number("ordinal")) is not None:
        return _numbered_of_year(expression, nth, (anchor.published or focus.lower).year - 1)
    back = any(part.name in ("earlier", "before", "ago") for part in expression.parts)
    unit, count = expression.word("unit"), count_of(expression)
    if unit in ("day", "week", "fortnight") and (focus.length or 0) > DAYS[unit] * 7:
        return None
    if unit == "year" and count and 1 < (focus.length or 0) < 366:
        return about(_years_away(focus, -count if back else count))
    return _moved(focus.lower if back else focus.last, -1 if back else 1, expression)


def _numbered_of_year(expression: Expression, nth: int, year: int) -> When | None:
    """The year-earlier third quarter."""
    first, most = (FIRST_HALF, 2) if expression.word("half") else (FIRST_QUARTER, 4)
    return period_of(year, first + nth - 1, basis=Basis.RELATIVE) if 1 <= nth <= most else None


def _years_away(focus: When, years: int) -> When:
    """A year earlier than the third quarter is a quarter."""
    assert focus.lower is not None
    assert focus.upper is not None
    return When.days(shift(focus.lower, years, "year"), shift(focus.upper, years, "year"), basis=Basis.RELATIVE)


def same_period(expression: Expression, anchor: Anchor, direction: Direction) -> When | None:
    """In the same period: the time last spoken of; a day is no period, so about its month. Of another year where it is said."""
    if says_year(expression):
        return _in_other_year(expression, anchor)
    focus = anchor.focus
    if focus is None or focus.lower is None or (expression.number("that") != 0 and expression.number("this") is None):
        return None
    if (focus.length or _YEAR) < _SHORTEST_MONTH:
        return about(unit_of(focus.lower, "month"))
    return focus.resting_on(Basis.RELATIVE)


def _in_other_year(expression: Expression, anchor: Anchor) -> When | None:
    """The same month last year, the same period of 2019; the year, where it is not told which period."""
    focus, unit = anchor.focus, expression.word("unit")
    if expression.first("earlier", "before", "ago") is not None:
        year = focus.lower.year - 1 if focus and focus.lower else None
    else:
        year, _ = named_year(expression, anchor)
    if year is None or focus is None or focus.lower is None or (focus.length or _YEAR) >= _YEAR:
        return When.parse(f"{year:04}", Basis.RELATIVE) if year else None
    if unit in ("day", "week", "month", "quarter"):
        return unit_of(shift(focus.lower, year - focus.lower.year, "year"), unit)
    return about(_years_away(focus, year - focus.lower.year))


def window(expression: Expression, anchor: Anchor, direction: Direction) -> When | None:
    """The past two weeks, the next three years: about so long up to or from the day of publication."""
    unit, count, step = expression.word("unit"), count_of(expression), expression.number("this")
    if unit not in _GRAIN or count is None or expression.number("vague") is not None:
        return None
    if (that := expression.number("that")) is not None:
        return _beside(anchor.focus, that, count, unit)
    if anchor.published is None or not step:
        return None
    far = shift(anchor.published, step * count, unit)
    ends = sorted((anchor.published, far))
    return When.days(ends[0], ends[1] + timedelta(days=1), basis=Basis.RELATIVE, about=True)


def _beside(focus: When | None, step: int, count: int, unit: str) -> When | None:
    if focus is None or focus.lower is None or focus.upper is None or not step:
        return None
    if step > 0:
        return When.days(focus.upper, shift(focus.upper, count, unit), basis=Basis.RELATIVE, about=True)
    return When.days(shift(focus.lower, -count, unit), focus.lower, basis=Basis.RELATIVE, about=True)
