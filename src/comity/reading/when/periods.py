"""Weeks, months, seasons, quarters, years, decades: "early November", "last autumn", "the second quarter", "this year"."""

from __future__ import annotations

from datetime import date, timedelta

from comity.model.when import Basis, When
from comity.reading.when.calendar import (
    EARLY,
    FIRST_HALF,
    FIRST_QUARTER,
    LATE,
    MIDDLE,
    MONTHS,
    about,
    month_of,
    period_of,
    shift,
    unit_of,
)
from comity.reading.when.days import beside_focus
from comity.reading.when.expression import Anchor, Direction, Expression
from comity.reading.when.years import choose, named_year, reference, says_year, year_of_month

# Two figures of a decade alone: the 30s and later are of the last century.
_CENTURY_TURNS = 30
_QUARTER_DAYS = 92


def _in_part(expression: Expression, when: When | None) -> When | None:
    """Early and late in a month are in the month; its middle is about it."""
    return about(when) if when and expression.word("part") == MIDDLE else when


def month(expression: Expression, anchor: Anchor, direction: Direction) -> When | None:
    number = expression.number("month")
    year, basis = named_year(expression, anchor)
    return _in_part(expression, month_of(year, number, basis=basis)) if year and number else None


def bare_month(expression: Expression, anchor: Anchor, direction: Direction) -> When | None:
    number, step = expression.number("month"), expression.number("this")
    if number is None:
        return None
    if (that := expression.number("that")) is not None:
        year = _year_beside_focus(number, that, anchor)
    else:
        year = _year_of_month(number, step, anchor, direction)
    return _in_part(expression, month_of(year, number, basis=Basis.RELATIVE)) if year else None


def _year_of_month(number: int, step: int | None, anchor: Anchor, direction: Direction) -> int | None:
    """Last June is the last one over, next June the next to begin."""
    if not step:
        return year_of_month(number, anchor, direction)
    if anchor.published is None:
        return None
    year = year_of_month(number, anchor, Direction.PAST if step < 0 else Direction.FUTURE)
    return year + step if year and number == anchor.published.month else year


def _year_beside_focus(number: int, step: int, anchor: Anchor) -> int | None:
    day = anchor.focus.lower if anchor.focus else None
    if day is None:
        return None
    if step > 0:
        return day.year + (number <= day.month)
    return day.year - (number >= day.month) if step < 0 else day.year


def week_of_month(expression: Expression, anchor: Anchor, direction: Direction) -> When | None:
    """The first week of December: the month, since weeks of months have no common count."""
    return (
        month(expression, anchor, direction)
        if says_year(expression)
        else bare_month(_only(expression, "month", "part"), anchor, direction)
    )


def _only(expression: Expression, *names: str) -> Expression:
    parts = tuple(part for part in expression.parts if part.name in names)
    return Expression(expression.start, expression.end, expression.kind, parts)


def first_months(expression: Expression, anchor: Anchor, direction: Direction) -> When | None:
    """The first six months of 2021, the last three months of the year."""
    nth, unit = expression.number("ordinal", "nth", "this"), expression.word("unit")
    count = expression.number("number", "day", "count")
    year, basis = named_year(expression, anchor)
    if year is None or nth not in (1, -1) or not count or unit not in MONTHS or count * MONTHS[unit] > 12:
        return None
    count *= MONTHS[unit]
    first = date(year, 1, 1) if nth == 1 else date(year, 13 - count, 1)
    return When.days(first, shift(first, count, "month"), basis=basis)


def half(expression: Expression, anchor: Anchor, direction: Direction) -> When | None:
    nth = _nth(expression) or _figure(expression.word("half_number"))
    return _numbered(expression, anchor, direction, FIRST_HALF, nth, 2)


def quarter(expression: Expression, anchor: Anchor, direction: Direction) -> When | None:
    nth = _nth(expression) or _figure(expression.word("quarter_number"))
    return _numbered(expression, anchor, direction, FIRST_QUARTER, nth, 4)


def _nth(expression: Expression) -> int | None:
    """Which of them; the last is -1, but in "last year's second quarter" it is the second."""
    nth = expression.number("ordinal", "nth")
    last = [part.value for part in expression.parts if part.name == "this"]
    return nth if nth is not None or last[-1:] != [-1] else -1


def _figure(text: str) -> int | None:
    return int(text.strip("QH")) if text else None


def _numbered(
    expression: Expression, anchor: Anchor, direction: Direction, first: int, nth: int | None, most: int
) -> When | None:
    nth = most if nth == -1 else nth
    if nth is None or not 1 <= nth <= most:
        return None
    code = first + nth - 1
    if says_year(expression):
        year, basis = named_year(expression, anchor)
        return _in_part(expression, period_of(year, code, basis=basis)) if year else None
    return _in_part(expression, choose(_each_year(code, anchor), anchor, direction))


def _each_year(code: int, anchor: Anchor) -> list[When]:
    day = reference(anchor)
    return [period_of(day.year + step, code, basis=Basis.RELATIVE) for step in (-2, -1, 0, 1)] if day else []


def season(expression: Expression, anchor: Anchor, direction: Direction) -> When | None:
    code, step = expression.number("season"), expression.number("this")
    if code is None:
        return None
    if says_year(expression):
        year, basis = named_year(expression, anchor)
        return _in_part(expression, period_of(year, code, basis=basis)) if year else None
    if (that := expression.number("that")) is not None:
        return _season_of_focus(code, that, anchor)
    seasons = _each_year(code, anchor)
    return _in_part(
        expression,
        choose(seasons, anchor, direction) if step is None else _this_season(seasons, step, anchor, direction),
    )


def _season_of_focus(code: int, step: int, anchor: Anchor) -> When | None:
    day = anchor.focus.lower if anchor.focus else None
    if day is None:
        return None
    seasons = [period_of(day.year + years, code, basis=Basis.RELATIVE) for years in (-1, 0, 1)]
    if step > 0:
        return next((one for one in seasons if one.lower and one.lower > day), None)
    if step < 0:
        return next((one for one in reversed(seasons) if one.upper and one.upper <= day), None)
    return seasons[1]


def _this_season(seasons: list[When], step: int, anchor: Anchor, direction: Direction) -> When | None:
    """Last summer is the last one over, next summer the next to begin, this summer the one of the year."""
    day = anchor.published
    if day is None:
        return None
    over = [one for one in seasons if one.upper and one.upper <= day]
    ahead = [one for one in seasons if one.lower and one.lower > day]
    now = [one for one in seasons if one not in over and one not in ahead]
    if step < 0:
        return over[-1] if over else None
    if step > 0:
        return ahead[0] if ahead else None
    if direction is Direction.FUTURE:
        return (now + ahead)[0]
    if direction is Direction.PAST:
        return (over + now)[-1]
    return now[0] if now else next((one for one in seasons if one.lower and one.lower.year == day.year), None)


def decade(expression: Expression, anchor: Anchor, direction: Direction) -> When | None:
    """The 1990s, the early nineties."""
    figures = expression.word("decade").strip("'’s")
    word = expression.number("decade_word")
    if len(figures) == 4:
        first = int(figures)
    else:
        short = word if word is not None else int(figures)
        first = (1900 if short >= _CENTURY_TURNS else 2000) + short
    when = When.parse(f"{first // 10}X")
    return about(when) if expression.word("part") else when


def century(expression: Expression, anchor: Anchor, direction: Direction) -> When | None:
    nth = expression.number("nth", "ordinal")
    when = When.parse(f"{nth - 1:02}XX") if nth and 1 < nth < 99 else None
    return about(when) if when and expression.word("part") else when


def year(expression: Expression, anchor: Anchor, direction: Direction) -> When | None:
    return _in_part(expression, When.parse(f"{expression.number('year'):04}"))


def spelled_year(expression: Expression, anchor: Anchor, direction: Direction) -> When | None:
    """The year two thousand and one."""
    thousands, thousand, *rest = expression.numbers("number")
    return When.parse(f"{thousands * thousand + sum(rest):04}") if thousand == 1000 else None


def part_of_unit(expression: Expression, anchor: Anchor, direction: Direction) -> When | None:
    """Early next month, the end of the year, the second half of the week: the unit, since nobody says how early."""
    unit = expression.word("unit") or "year"
    found = _unit(unit, expression, anchor, direction)
    if found and anchor.published and expression.number("this", "that") is None:
        found = _part_that_fits(found, expression, unit, anchor.published, direction)
    return _in_part(expression, found)


def _part_that_fits(when: When, expression: Expression, unit: str, published: date, direction: Direction) -> When:
    """An end that is past is that of the unit before, while the running one is young; a beginning to come, of the next."""
    assert when.lower is not None
    since = expression.bound == "since" and when.upper is not None and when.upper > published
    young = since or (published - when.lower).days * 2 < (when.length or 0)
    late = expression.word("part") == LATE or expression.first("end") is not None
    if (since or direction is Direction.PAST) and young and late:
        return unit_of(shift(published, -1, unit), unit)
    if direction is Direction.FUTURE and not young and expression.word("part") == EARLY:
        return unit_of(shift(published, 1, unit), unit)
    return when


def within_unit(expression: Expression, anchor: Anchor, direction: Direction) -> When | None:
    """Earlier this week, later that day, later in the year."""
    unit = expression.word("unit")
    if unit == "day":
        return beside_focus(anchor, 0) or _day_of_report(expression, anchor)
    return _unit(unit, expression, anchor, direction)


def _day_of_report(expression: Expression, anchor: Anchor) -> When | None:
    """Later in the day, where no day was spoken of."""
    told = anchor.published is None or expression.number("that") is not None
    return None if told or anchor.published is None else unit_of(anchor.published, "day")


def this_unit(expression: Expression, anchor: Anchor, direction: Direction) -> When | None:
    """This week, last month, next year; that month, the following week."""
    return _unit(expression.word("unit"), expression, anchor, direction)


def the_unit(expression: Expression, anchor: Anchor, direction: Direction) -> When | None:
    """The quarter is the one last spoken of, the weekend the one near by; "the year" may be any."""
    unit = expression.word("unit")
    if unit == "weekend" and anchor.published:
        return _weekend(0, anchor.published, direction)
    if unit == "quarter" and anchor.focus and anchor.focus.lower and (anchor.focus.length or 999) <= _QUARTER_DAYS:
        return unit_of(anchor.focus.lower, unit)
    return None


def the_year(expression: Expression, anchor: Anchor, direction: Direction) -> When | None:
    """Over the year, the whole year: that last spoken of, else that of the report."""
    day = (anchor.focus.lower if anchor.focus else None) or anchor.published
    return unit_of(day, "year") if day else None


def _unit(unit: str, expression: Expression, anchor: Anchor, direction: Direction) -> When | None:
    if unit in ("minute", "hour"):
        return None
    if (that := expression.number("that")) is not None:
        day = anchor.focus and (anchor.focus.lower if that < 1 else anchor.focus.last)
        return unit_of(shift(day, that, unit), unit) if day else None
    if anchor.published is None:
        return None
    step = expression.number("this") or 0
    if unit == "weekend" and "this" in [part.name for part in expression.parts]:
        return _weekend(step, anchor.published, direction)
    return unit_of(shift(anchor.published, step, unit), unit)


def _weekend(step: int, published: date, direction: Direction) -> When:
    """This weekend is the coming one; with a past tense in the days before, the last."""
    gone = direction is Direction.PAST and step == 0 and published.weekday() < 5
    return unit_of(published + timedelta(days=-7 if gone else 7 * step), "weekend")
