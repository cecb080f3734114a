"""Which year is meant where the text names none, or names it by another: "November 10", "in September", "of that year"."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from comity.model.when import Basis, When
from comity.reading.when.calendar import exists
from comity.reading.when.expression import Anchor, Direction, Expression

Reading = Callable[[Expression, Anchor, Direction], "When | None"]
"""How one kind of expression is read."""

# A report of the day before, or from across the date line, may speak of "tomorrow" as past.
_SLACK = timedelta(days=1)
_MIDDLE = 15


def reference(anchor: Anchor) -> date | None:
    """The day that the years of a report lie around: that of publication, else the one last spoken of."""
    return anchor.published or (anchor.focus.lower if anchor.focus else None)


def named_year(expression: Expression, anchor: Anchor) -> tuple[int | None, Basis]:
    """The year in the text, or one told by its words ("last year", "of that year"); None where the text says neither."""
    if (year := expression.number("year")) is not None:
        return year, Basis.STATED
    return (_other_year(expression, anchor), Basis.RELATIVE)


def says_year(expression: Expression) -> bool:
    """Whether the text says which year, even if by another ("of that year")."""
    return expression.number("year") is not None or any(
        part.name == "unit" and part.value == "year" for part in expression.parts
    )


def _other_year(expression: Expression, anchor: Anchor) -> int | None:
    if not says_year(expression):
        return None
    if (step := _before_unit(expression, "that")) is not None:
        return anchor.focus.lower.year + step if anchor.focus and anchor.focus.lower else None
    step = _before_unit(expression, "this")
    day = anchor.published if step is not None else reference(anchor)
    return day.year + (step or 0) if day else None


def _before_unit(expression: Expression, name: str) -> int | None:
    """The worth of "this" or "that" just before the year."""
    for part, unit in zip(expression.parts, expression.parts[1:], strict=False):
        if part.name == name and unit.value == "year" and isinstance(part.value, int):
            return part.value
    return None


def year_of_day(month: int, day: int, anchor: Anchor, direction: Direction, weekday: int | None = None) -> int | None:
    """The year of a date that names none: the last or the next by the tense, else the nearest; a weekday beside it must fit."""
    published = reference(anchor)
    if published is None:
        return None
    years = [published.year + step for step in (0, -1, 1, -2, 2) if exists(published.year + step, month, day)]
    if weekday is not None:
        fitting = [year for year in years if date(year, month, day).weekday() == weekday]
        return _nearest(fitting or years, month, day, published)
    if direction is Direction.PAST:
        return max((year for year in years if date(year, month, day) <= published + _SLACK), default=None)
    if direction is Direction.FUTURE:
        return min((year for year in years if date(year, month, day) >= published - _SLACK), default=None)
    return _nearest(years, month, day, published)


def _nearest(years: Iterable[int], month: int, day: int, published: date) -> int | None:
    """The future counts double: reports look back further than ahead."""
    away = {year: (date(year, month, day) - published).days for year in years}
    return min(away, key=lambda year: max(-away[year], away[year] * 2), default=None)


def year_of_span(first: tuple[int, int], last: tuple[int, int], anchor: Anchor) -> int | None:
    """The year in which days from one to another that name none end: those near by, or going on."""
    published = reference(anchor)
    if published is None:
        return None
    spans = {
        year: (date(year - (first > last), *first), date(year, *last))
        for year in range(published.year - 1, published.year + 3)
        if exists(year - (first > last), *first) and exists(year, *last)
    }
    away = {year: max((begin - published).days * 2, (published - end).days, 0) for year, (begin, end) in spans.items()}
    return min(away, key=lambda year: away[year], default=None)


def year_of_month(month: int, anchor: Anchor, direction: Direction) -> int | None:
    """The last such month that has begun, or the next that is not over; without a tense the nearest, as wires use it."""
    published = reference(anchor)
    if published is None:
        return None
    if direction is Direction.FUTURE:
        return published.year + (month < published.month)
    if direction is Direction.PAST:
        return published.year - (month > published.month)
    return _nearest((published.year, published.year - 1, published.year + 1), month, _MIDDLE, published)


def choose(candidates: list[When], anchor: Anchor, direction: Direction) -> When | None:
    """Of the same period in several years, in order: the last begun, with a future tense the next not over, else the nearest."""
    day = reference(anchor)
    if day is None:
        return None
    if direction is Direction.FUTURE:
        return next((one for one in candidates if one.upper and one.upper > day), None)
    if direction is Direction.NONE:
        return min(candidates, key=lambda one: days_between(one, day), default=None)
    begun = [one for one in candidates if one.lower and one.lower <= day]
    return begun[-1] if begun else None


def days_between(when: When, day: date) -> int:
    """How far away it is; 0 where the day is in it."""
    if when.lower and day < when.lower:
        return (when.lower - day).days
    return (day - when.upper).days + 1 if when.upper and day >= when.upper else 0
