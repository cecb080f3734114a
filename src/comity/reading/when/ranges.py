"""From one time to another: "from Nov. 10 to 12", "between January and March", "from Monday to Friday", "2022-2024"."""

from __future__ import annotations

import re
from datetime import date, timedelta

import msgspec

from comity.model.when import Basis, When
from comity.reading.when.calendar import about
from comity.reading.when.days import numeric_day, weekday
from comity.reading.when.expression import Anchor, Direction, Expression, Part
from comity.reading.when.years import named_year, says_year, year_of_day, year_of_month, year_of_span

_BETWEEN = frozenset(("to", "until", "hyphen", "dash", "and", "or", "slash"))
_OWN = frozenset(("weekday", "day", "nth", "part", "today", "iso", "numeric"))
_ENDS = {"weekday_range": "weekday", "year_range": "year"}
_LISTED = frozenset(("and", "or"))


class _Ends(msgspec.Struct, frozen=True):
    """The two sides of a range, what one leaves out taken from the other where it can be only that."""

    first: Expression
    last: Expression
    listed: bool

    def number(self, name: str) -> tuple[int | None, int | None]:
        """The number of that name on both sides; that of one side goes for both."""
        first, last = self.first.number(name), self.last.number(name)
        return (first if first is not None else last), (last if last is not None else first)


def _ends(expression: Expression) -> _Ends:
    """Cut at the last word between: in "September 5, 6 and 7" the sides are 5 and 7."""
    parts = expression.parts
    if [part.name for part in parts[-3:]][::2] == ["weekday", "weekday"] and expression.kind != "weekday_range":
        parts = parts[:-3]
    cut = max(number for number, part in enumerate(parts) if part.name in _BETWEEN)
    listed = parts[cut].name in _LISTED and not expression.first("between", "from")
    sides = (parts[:cut], parts[cut + 1 :])
    first, last = (Expression(expression.start, expression.end, expression.kind, side) for side in sides)
    return _Ends(first, last, listed)


def ends_of(expression: Expression) -> tuple[Expression, Expression]:
    """The first and the last end of a range as expressions of their own: of "June 20 to 22, 2024" both have all parts."""
    ends = _ends(expression)
    month, year = ends.number("month"), ends.number("year")
    sides = []
    for number, side in enumerate((ends.first, ends.last)):
        own = [part for part in side.parts if part.name in _OWN]
        shared = [
            Part(name, value) for name, value in (("month", month[number]), ("year", year[number])) if value is not None
        ]
        sides.append(
            Expression(side.start, side.end, _kind_of_end(expression.kind, side, year[number]), (*own, *shared))
        )
    return sides[0], sides[1]


def _kind_of_end(kind: str, side: Expression, year: int | None) -> str:
    figures = next((part.name for part in side.parts if part.name in ("iso", "numeric", "today")), None)
    if figures or kind in _ENDS:
        return figures or _ENDS[kind]
    if side.number("day", "nth") is not None:
        return "day"
    return "month" if year is not None else "bare_month"


def days(expression: Expression, anchor: Anchor, direction: Direction) -> When | None:
    ends = _ends(expression)
    last = _written(ends.last)
    first_day, last_day, basis = (
        _days_in_figures(ends.first, last.lower) if last and last.lower else _named_days(ends, anchor, direction)
    )
    if first_day is None or last_day is None or last_day < first_day:
        return None
    when = When.days(first_day, last_day + timedelta(days=1), basis=basis)
    gap = (last_day - first_day).days > len(expression.numbers("day", "nth")) - 1
    return about(when) if ends.listed and gap else when


def _days_in_figures(side: Expression, last: date) -> tuple[date | None, date | None, Basis]:
    """The first day in "5-7.09.2023" and "05.09-07.09.2023" by what the last one tells."""
    number, figures = side.number("day"), re.fullmatch(r"(\d\d?)\.(\d\d?)", side.word("count"))
    if (written := _written(side)) is not None:
        return written.lower, last, Basis.STATED
    if figures:
        return date(last.year, int(figures[2]), int(figures[1])), last, Basis.STATED
    return last.replace(day=number) if number else None, last, Basis.STATED


def _written(side: Expression) -> When | None:
    """A day in figures."""
    for part in side.parts:
        if part.name == "iso":
            return When.parse(str(part.value))
        if part.name == "numeric":
            return numeric_day(str(part.value))
    return None


def _named_days(ends: _Ends, anchor: Anchor, direction: Direction) -> tuple[date | None, date | None, Basis]:
    months = ends.number("month")
    first, last = ends.first.number("day", "nth"), ends.last.number("day", "nth")
    if months[0] is None or months[1] is None or first is None or last is None:
        return None, None, Basis.UNKNOWN
    years, basis = _years((months[0], first), (months[1], last), ends, anchor, direction)
    if years is None:
        return None, None, basis
    return date(years[0], months[0], first), date(years[1], months[1], last), basis


def _years(
    first: tuple[int, int], last: tuple[int, int], ends: _Ends, anchor: Anchor, direction: Direction
) -> tuple[tuple[int, int] | None, Basis]:
    """The years of both ends. One that is past is placed by its first day, one to come by its last: it may be going on."""
    turns = first[0] > last[0]
    one, other = ends.first.number("year"), ends.last.number("year")
    if other is None and says_year(ends.last) and (told := named_year(ends.last, anchor)[0]):
        return (told - turns, told), Basis.RELATIVE
    if other is not None:
        return (one if one is not None else other - turns, other), Basis.STATED
    if one is not None:
        return (one, one + turns), Basis.STATED
    if direction is Direction.PAST:
        year = year_of_day(*first, anchor, direction, ends.first.number("weekday"))
        return ((year, year + turns) if year else None), Basis.RELATIVE
    weekday = ends.last.number("weekday")
    if direction is Direction.NONE and weekday is None:
        year = year_of_span(first, last, anchor)
    else:
        year = year_of_day(*last, anchor, direction, weekday)
    return ((year - turns, year) if year else None), Basis.RELATIVE


def months(expression: Expression, anchor: Anchor, direction: Direction) -> When | None:
    ends = _ends(expression)
    first, last = ends.number("month")
    if first is None or last is None:
        return None
    one, other = ends.first.number("year"), ends.last.number("year")
    basis = Basis.RELATIVE if one is None and other is None else Basis.STATED
    if other is None and says_year(ends.last):
        other, _ = named_year(ends.last, anchor)
    if other is None:
        other = one + (first > last) if one is not None else year_of_month(last, anchor, direction)
    if other is None:
        return None
    start = one if one is not None else other - (first > last)
    return When.parse(f"{start:04}-{first:02}/{other:04}-{last:02}", basis)


def years(expression: Expression, anchor: Anchor, direction: Direction) -> When | None:
    """2022-2024; 1998-99, unless the second might be a month."""
    numbers = expression.numbers("year", "day", "count")
    first, last = numbers[0], numbers[-1]
    if last < 100:
        last += first // 100 * 100
        if numbers[-1] <= 12:
            return None
    return When.parse(f"{first:04}/{last:04}") if first < last < first + 100 else None


def weekdays(expression: Expression, anchor: Anchor, direction: Direction) -> When | None:
    ends = _ends(expression)
    first_day, last_day = ends.first.number("weekday"), ends.last.number("weekday")
    step = ends.first.number("today")
    if step is not None and anchor.published:
        first_day = (anchor.published.weekday() + step) % 7
        direction = Direction.FUTURE
    if first_day is None or last_day is None:
        return None
    words = tuple(part for part in expression.parts if part.name in ("this", "unit"))
    start = weekday(Expression(0, 0, "weekday", (Part("weekday", first_day), *words)), anchor, direction)
    if start is None or start.lower is None:
        return None
    length = (last_day - first_day) % 7 + 1
    when = When.days(start.lower, start.lower + timedelta(days=length), basis=Basis.RELATIVE)
    return about(when) if ends.listed and length > 2 else when
