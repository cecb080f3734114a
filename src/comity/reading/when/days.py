"""Single days: "November 10", "on Tuesday", "yesterday", "the next day", "the last Friday of May"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from comity.model.when import Basis, When
from comity.reading.when.calendar import days_of, month_of, shift, unit_of
from comity.reading.when.expression import Anchor, Direction, Expression, Part
from comity.reading.when.years import named_year, reference, says_year, year_of_day, year_of_month

WEEK = 7


def iso(expression: Expression, anchor: Anchor, direction: Direction) -> When | None:
    return When.parse(expression.word("iso"))


def numeric(expression: Expression, anchor: Anchor, direction: Direction) -> When | None:
    text = expression.word("numeric")
    return numeric_day(text) or _of_two_days(text, anchor)


def _of_two_days(text: str, anchor: Anchor) -> When | None:
    """Of the two days that 7/8/07 may be, the one just spoken of."""
    figures = text.split("/")
    if len(figures) != 3:
        return None
    days = [numeric_day(".".join(one)) for one in (figures, [figures[1], figures[0], figures[2]])]
    spoken_of = anchor.focus.lower if anchor.focus and anchor.focus.is_day else None
    return next((one for one in days if one and one.lower == spoken_of), None)


def numeric_day(text: str) -> When | None:
    """10.11.2020 is in November; 11/10/2020 is one of two days, so none."""
    first, second, year = (int(figure) for figure in re.split(r"[./-]", text))
    if year < 100:
        year += 2000 if year < 50 else 1900
    if second > 12:
        first, second = second, first
    elif "." not in text and first <= 12 and first != second:
        return None
    return When.days(date(year, second, first))


def day(expression: Expression, anchor: Anchor, direction: Direction) -> When | None:
    month, number = expression.number("month"), expression.number("day", "nth")
    if number is None:
        return None
    if month is None:
        return _day_of_weekday(number, expression.number("weekday"), anchor)
    if says_year(expression):
        year, basis = named_year(expression, anchor)
    else:
        year, basis = year_of_day(month, number, anchor, direction, expression.number("weekday")), Basis.RELATIVE
    return When.days(date(year, month, number), basis=basis) if year else None


def week_of_day(expression: Expression, anchor: Anchor, direction: Direction) -> When | None:
    """The week of November 9, the weekend of 14 November."""
    found, unit = day(expression, anchor, direction), expression.word("unit")
    if found is None or found.lower is None or found.upper is None or unit not in ("week", "weekend"):
        return None
    if expression.word("beginning"):
        return When.days(found.lower, found.lower + timedelta(days=WEEK), basis=found.basis)
    if expression.word("ending"):
        return When.days(found.upper - timedelta(days=WEEK), found.upper, basis=found.basis)
    return unit_of(found.lower, unit, basis=found.basis)


def day_of_month(expression: Expression, anchor: Anchor, direction: Direction) -> When | None:
    """The 15th of next month, the 18th and 19th of that month."""
    step, origin = expression.number("this"), anchor.published
    if step is None:
        step, origin = expression.number("that") or 0, anchor.focus.lower if anchor.focus else None
    if origin is None:
        return None
    month, numbers = shift(origin.replace(day=1), step, "month"), expression.numbers("day", "nth")
    first, last = month.replace(day=numbers[0]), month.replace(day=numbers[-1])
    return When.days(first, last + timedelta(days=1), basis=Basis.RELATIVE)


def holiday(expression: Expression, anchor: Anchor, direction: Direction) -> When | None:
    """Christmas, New Year's Eve: a day of the year by another name."""
    number = expression.number("holiday")
    if number is None:
        return None
    parts = (Part("month", number // 100), Part("day", number % 100), *expression.parts)
    return day(Expression(expression.start, expression.end, "day", parts), anchor, direction)


def _day_of_weekday(number: int, weekday: int | None, anchor: Anchor) -> When | None:
    """Tuesday the 10th: the nearest 10th that is a Tuesday, within two months."""
    published = reference(anchor)
    if published is None:
        return None
    days = [published + timedelta(days=step) for step in sorted(range(-62, 63), key=abs)]
    found = next((one for one in days if one.day == number and one.weekday() == weekday), None)
    return When.days(found, basis=Basis.RELATIVE) if found else None


def ordinal_day(expression: Expression, anchor: Anchor, direction: Direction) -> When | None:
    """On the 10th: of this month, else of the last or the next one by the tense."""
    published, number = reference(anchor), expression.number("nth")
    if published is None or number is None or number > 31:
        return None
    steps = {Direction.PAST: (0, -1, -2), Direction.FUTURE: (0, 1, 2), Direction.NONE: (0,)}[direction]
    for step in steps:
        month = shift(published.replace(day=1), step, "month")
        found = month + timedelta(days=number - 1)
        late = direction is Direction.PAST and found > published + timedelta(days=1)
        early = direction is Direction.FUTURE and found < published - timedelta(days=1)
        if found.month == month.month and not late and not early:
            return When.days(found, basis=Basis.RELATIVE)
    return None


def nth_weekday(expression: Expression, anchor: Anchor, direction: Direction) -> When | None:
    """The second Monday of May, the last Friday of September 2020."""
    nth, weekday = expression.number("ordinal", "this"), expression.number("weekday")
    month = _month_around(expression, anchor, direction)
    if month is None or month.lower is None:
        return None
    days = [one for one in days_of(month) if one.weekday() == weekday]
    return _nth_day(days, nth, month.basis)


def day_of_unit(expression: Expression, anchor: Anchor, direction: Direction) -> When | None:
    """The first day of May, the last day of the year."""
    nth = expression.number("ordinal", "this")
    if expression.number("month") is not None or "month" in expression.words("unit"):
        around = _month_around(expression, anchor, direction)
    else:
        year, basis = named_year(expression, anchor)
        around = When.parse(f"{year:04}", basis) if year else None
    return _nth_day(days_of(around), nth, around.basis) if around else None


def _nth_day(days: list[date], nth: int | None, basis: Basis) -> When | None:
    if not nth:
        return None
    place = nth - 1 if nth > 0 else nth
    return When.days(days[place], basis=basis) if -len(days) <= place < len(days) else None


def _month_around(expression: Expression, anchor: Anchor, direction: Direction) -> When | None:
    """The month that an expression names, or tells by another: May, next month."""
    month = expression.number("month")
    if month is None:
        return _other_month(expression, anchor)
    if says_year(expression):
        year, basis = named_year(expression, anchor)
    else:
        year, basis = year_of_month(month, anchor, direction), Basis.RELATIVE
    return month_of(year, month, basis=basis) if year else None


def _other_month(expression: Expression, anchor: Anchor) -> When | None:
    names = [part.name for part in expression.parts]
    step = expression.parts[-2].value if names[-2:-1] in (["this"], ["that"]) and len(names) > 2 else 0
    origin = anchor.focus.lower if "that" in names and anchor.focus else anchor.published
    return unit_of(shift(origin, int(step), "month"), "month") if origin and "unit" in names else None


def weekday(expression: Expression, anchor: Anchor, direction: Direction) -> When | None:
    number = expression.number("weekday")
    if number is None:
        return None
    names = [part.name for part in expression.parts]
    if "that" in names and names.index("that") < names.index("weekday"):
        return _of_focus(number, expression.number("that") or 0, anchor)
    if anchor.published is None:
        return None
    if "unit" in names and (steps := expression.numbers("this")):
        return _in_week(number, steps[-1], anchor.published)
    return When.days(_near(number, expression.number("this"), anchor.published, direction), basis=Basis.RELATIVE)


def _in_week(number: int, step: int, published: date) -> When:
    monday = published - timedelta(days=published.weekday())
    return When.days(monday + timedelta(days=WEEK * step + number), basis=Basis.RELATIVE)


def _near(number: int, step: int | None, published: date, direction: Direction) -> date:
    """The last or the next such day; the publication day itself counts, except for "last" and "next"."""
    back, ahead = (published.weekday() - number) % WEEK, (number - published.weekday()) % WEEK
    if step == -1:
        return published - timedelta(days=back or WEEK)
    if step == 1:
        return published + timedelta(days=ahead or WEEK)
    forward = direction is Direction.FUTURE or (step == 0 and direction is Direction.NONE)
    return published + timedelta(days=ahead if forward else -back)


def _of_focus(number: int, step: int, anchor: Anchor) -> When | None:
    """The following Tuesday, the previous Friday, that Monday."""
    focus = anchor.focus
    if focus is None or focus.lower is None or focus.last is None or (focus.length or 0) > 2 * WEEK:
        return None
    if step > 0:
        found = focus.last + timedelta(days=(number - focus.last.weekday()) % WEEK or WEEK)
    elif step < 0:
        found = focus.lower - timedelta(days=(focus.lower.weekday() - number) % WEEK or WEEK)
    else:
        found = focus.lower + timedelta(days=number - focus.lower.weekday())
    return When.days(found, basis=Basis.RELATIVE)


def from_weekday(expression: Expression, anchor: Anchor, direction: Direction) -> When | None:
    """A week from Tuesday."""
    number = expression.number("weekday")
    if number is None or anchor.published is None:
        return None
    return When.days(
        _near(number, None, anchor.published, Direction.FUTURE) + timedelta(days=WEEK), basis=Basis.RELATIVE
    )


def today(expression: Expression, anchor: Anchor, direction: Direction) -> When | None:
    """Today, yesterday evening, tonight, this morning, last night."""
    step = expression.number("today", "tonight", "this")
    if anchor.published is None or step is None:
        return None
    return When.days(anchor.published + timedelta(days=step), basis=Basis.RELATIVE)


def focus_day(expression: Expression, anchor: Anchor, direction: Direction) -> When | None:
    """That day, the previous day, the next day."""
    if expression.word("before"):
        return beside_focus(anchor, -1)
    this = expression.number("this")
    if this is not None and this != 1:
        return None
    return beside_focus(anchor, this or expression.number("that") or 0)


def eve(expression: Expression, anchor: Anchor, direction: Direction) -> When | None:
    return beside_focus(anchor, -1) if expression.number("weekday") is None else None


def beside_focus(anchor: Anchor, step: int) -> When | None:
    """The day so many days before or after the time last spoken of, which must be known to a few days."""
    focus = anchor.focus
    if focus is None or focus.lower is None or focus.last is None or (focus.length or 0) > WEEK:
        return None
    if step == 0:
        return focus.resting_on(Basis.RELATIVE)
    return When.days((focus.lower if step < 0 else focus.last) + timedelta(days=step), basis=Basis.RELATIVE)
