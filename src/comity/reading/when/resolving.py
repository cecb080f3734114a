"""Which days an expression means. What cannot be decided is None: never the publication day for want of better."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from comity.errors import DateError
from comity.model.when import Basis, When
from comity.reading.when.calendar import about, month_of, period_of, shift, unit_of
from comity.reading.when.expression import Anchor, Direction, Expression
from comity.reading.when.grammar import words

Parts = dict[str, str]
Resolver = Callable[[Parts, Anchor, Direction], When | None]


def resolve(expression: Expression, anchor: Anchor, direction: Direction) -> When | None:
    """The days meant, or None where the text and the anchor do not tell."""
    resolver = _RESOLVERS.get(expression.kind)
    if resolver is None:
        return None
    try:
        return resolver(expression.parts, anchor, direction)
    except (DateError, ValueError, OverflowError):
        return None


def _month_number(name: str) -> int:
    plain = name.rstrip(".").lower()
    return next(int(number) for number, names in words("en")["months"].items() if plain in (one.lower() for one in names))


def _weekday_number(name: str) -> int:
    plain = name.lower()
    return next(number for number, names in enumerate(words("en")["weekdays"]) if plain in (one.lower() for one in names))


def _day_number(text: str) -> int:
    match = re.match(r"\d+", text)
    return int(match[0]) if match else 0


def _number(text: str) -> int:
    plain = " ".join(text.lower().split())
    return int(plain) if plain.isdigit() else int(words("en")["numbers"][plain])


def _step(text: str) -> int:
    return int(words("en")["this"].get(" ".join(text.lower().split()), 0))


def _iso(parts: Parts, anchor: Anchor, direction: Direction) -> When | None:
    return When.parse(parts["iso"])


def _numeric(parts: Parts, anchor: Anchor, direction: Direction) -> When | None:
    """10.11.2020; 11/10/2020 is two days, so none, where both numbers could be months."""
    first, second = int(parts["d"]), int(parts["m"])
    year = int(parts["y"]) if len(parts["y"]) == 4 else 2000 + int(parts["y"])
    if second > 12:
        first, second = second, first
    elif first <= 12 and first != second and anchor.published and abs((date(year, second, first) - anchor.published).days) > 31:
        return None
    return When.days(date(year, second, first))


def _year_for(month: int, day: int, anchor: Anchor, direction: Direction, weekday: str | None = None) -> int | None:
    """The year of a date that names none: the last or the next, by the tense; a weekday beside it must fit."""
    published = anchor.published
    if published is None:
        return anchor.focus.lower.year if anchor.focus and anchor.focus.lower else None
    years = [published.year + step for step in (0, -1, 1) if _exists(published.year + step, month, day)]
    if weekday:
        years = [year for year in years if date(year, month, day).weekday() == _weekday_number(weekday)] or years
    if direction is Direction.PAST:
        return max((year for year in years if date(year, month, day) <= published + timedelta(days=1)), default=None)
    if direction is Direction.FUTURE:
        return min((year for year in years if date(year, month, day) >= published - timedelta(days=1)), default=None)
    return min(years, key=lambda year: abs((date(year, month, day) - published).days), default=None)


def _exists(year: int, month: int, day: int) -> bool:
    try:
        return bool(date(year, month, day))
    except ValueError:
        return False


def _day(parts: Parts, anchor: Anchor, direction: Direction) -> When | None:
    month, day = _month_number(parts["m"]), _day_number(parts["d"])
    if "y" in parts:
        return When.days(date(int(parts["y"]), month, day))
    if "ylast" in parts:
        return When.days(date(anchor.published.year - 1, month, day), basis=Basis.RELATIVE) if anchor.published else None
    year = _year_for(month, day, anchor, direction, parts.get("w"))
    return When.days(date(year, month, day), basis=Basis.RELATIVE) if year else None


def _range(parts: Parts, anchor: Anchor, direction: Direction) -> When | None:
    month_2 = _month_number(parts.get("m2") or parts["m1"])
    month_1 = _month_number(parts.get("m1") or parts["m2"])
    day_1, day_2 = _day_number(parts["d1"]), _day_number(parts["d2"])
    stated = parts.get("y2") or parts.get("y1")
    # By its first day where it is past, by its last where it is to come: it may be going on.
    marks = (month_1, day_1) if direction is Direction.PAST else (month_2, day_2)
    year_2 = int(stated) if stated else _year_for(*marks, anchor, direction)
    if year_2 is None:
        return None
    year_1 = int(parts["y1"]) if "y1" in parts else year_2 - (month_1 > month_2)
    first, last = date(year_1, month_1, day_1), date(year_2, month_2, day_2)
    if last < first:
        return None
    return When.days(first, last + timedelta(days=1), basis=Basis.STATED if stated else Basis.RELATIVE)


def _month_range(parts: Parts, anchor: Anchor, direction: Direction) -> When | None:
    first, last = _month_number(parts["m1"]), _month_number(parts["m2"])
    stated = parts.get("y2") or parts.get("y1")
    year = int(stated) if stated else _year_of_month(last, anchor, direction)
    if year is None:
        return None
    start = int(parts["y1"]) if "y1" in parts else year - (first > last)
    basis = Basis.STATED if stated else Basis.RELATIVE
    return When.parse(f"{start:04}-{first:02}/{year:04}-{last:02}", basis)


def _year_range(parts: Parts, anchor: Anchor, direction: Direction) -> When | None:
    return When.parse(f"{parts['y1']}/{parts['y2']}")


def _weekday_range(parts: Parts, anchor: Anchor, direction: Direction) -> When | None:
    first = _weekday({"w": parts["w1"]}, anchor, direction)
    if first is None or first.lower is None:
        return None
    days = (_weekday_number(parts["w2"]) - _weekday_number(parts["w1"])) % 7
    return When.days(first.lower, first.lower + timedelta(days=days + 1), basis=Basis.RELATIVE)


def _week_of_month(parts: Parts, anchor: Anchor, direction: Direction) -> When | None:
    month = _month_number(parts["m"])
    year = int(parts["y"]) if "y" in parts else _year_of_month(month, anchor, direction)
    return about(month_of(year, month, basis=Basis.RELATIVE)) if year else None


def _year_of_month(month: int, anchor: Anchor, direction: Direction) -> int | None:
    published = anchor.published
    if published is None:
        return None
    if direction is Direction.FUTURE:
        return published.year + (month < published.month)
    if direction is Direction.PAST or month <= published.month:
        return published.year - (month > published.month)
    return published.year if month - published.month <= 6 else published.year - 1


def _this_year(text: str, anchor: Anchor) -> int | None:
    plain = " ".join(text.lower().split())
    if "that" in plain or "same" in plain:
        return anchor.focus.lower.year if anchor.focus and anchor.focus.lower else None
    if anchor.published is None:
        return None
    return anchor.published.year + (-1 if plain.startswith("last") else 1 if plain.startswith("next") else 0)


def _month(parts: Parts, anchor: Anchor, direction: Direction) -> When | None:
    year = int(parts["y"]) if "y" in parts else _this_year(parts["ythis"], anchor)
    if year is None:
        return None
    return month_of(year, _month_number(parts["m"]), basis=Basis.STATED if "y" in parts else Basis.RELATIVE)


def _bare_month(parts: Parts, anchor: Anchor, direction: Direction) -> When | None:
    if "this" in parts:
        step = _step(parts["this"])
        direction = Direction.PAST if step < 0 else Direction.FUTURE if step > 0 else direction
    month = _month_number(parts["m"])
    year = _year_of_month(month, anchor, direction)
    if year and "this" in parts and anchor.published and month == anchor.published.month:
        year += _step(parts["this"])
    return month_of(year, month, basis=Basis.RELATIVE) if year else None


def _period(table: str, part: str) -> Resolver:
    def resolver(parts: Parts, anchor: Anchor, direction: Direction) -> When | None:
        code = words("en")[table][" ".join(parts[part].lower().split())]
        stated = parts.get("y", "")
        year = int(stated) if stated.isdigit() else _this_year(parts.get("ythis") or stated, anchor)
        if not year:
            return None
        return period_of(year, code, basis=Basis.STATED if stated.isdigit() else Basis.RELATIVE)

    return resolver


def _quarter_number(parts: Parts, anchor: Anchor, direction: Direction) -> When | None:
    return period_of(int(parts["y"]), 32 + int(parts["q"]), basis=Basis.STATED)


def _season_this(parts: Parts, anchor: Anchor, direction: Direction) -> When | None:
    published = anchor.published
    if published is None:
        return None
    code = words("en")["seasons"][parts["season"].lower()]
    now = published.year
    seasons = [period_of(year, code, basis=Basis.RELATIVE) for year in (now - 2, now - 1, now, now + 1)]
    step = _step(parts["this"])
    if step < 0 or (direction is Direction.PAST and step == 0 and parts["this"].lower() != "this"):
        past = [one for one in seasons if one.upper and one.upper <= published]
        begun = [one for one in seasons if one.lower and one.lower <= published]
        return past[-1] if step < 0 else begun[-1]
    if step > 0 or direction is Direction.FUTURE:
        return next(one for one in seasons if one.upper and one.upper > published and (step <= 0 or (one.lower and one.lower > published)))
    return period_of(now, code, basis=Basis.RELATIVE)


def _part_of_year(parts: Parts, anchor: Anchor, direction: Direction) -> When | None:
    return When.parse(f"{parts['y']}~")


def _part_of_unit(parts: Parts, anchor: Anchor, direction: Direction) -> When | None:
    """ "Early next month", "the end of the year": the unit, since nobody says how early; "by the end of the year" too."""
    if anchor.published is None:
        return None
    step = _step(parts.get("this", ""))
    return unit_of(shift(anchor.published, step, parts["unit"].lower()), parts["unit"].lower())


def _before_end(parts: Parts, anchor: Anchor, direction: Direction) -> When | None:
    return unit_of(anchor.published, parts["unit"].lower()) if anchor.published else None


def _within_unit(parts: Parts, anchor: Anchor, direction: Direction) -> When | None:
    this, unit = " ".join(parts.get("this", "this").lower().split()), parts["unit"].lower()
    if this in ("that", "the same"):
        return unit_of(anchor.focus.lower, unit) if anchor.focus and anchor.focus.lower else None
    if anchor.published is None:
        return None
    return unit_of(shift(anchor.published, _step(this), unit), unit)


def _weekend(parts: Parts, anchor: Anchor, direction: Direction) -> When | None:
    published = anchor.published
    if published is None:
        return None
    saturday = published + timedelta(days=5 - published.weekday())
    step = _step(parts["this"]) or (-1 if direction is Direction.PAST and published.weekday() < 5 else 0)
    saturday += timedelta(days=7 * step)
    return When.days(saturday, saturday + timedelta(days=2), basis=Basis.RELATIVE)


def _this_unit(parts: Parts, anchor: Anchor, direction: Direction) -> When | None:
    this, unit = " ".join(parts["this"].lower().split()), parts["unit"].lower()
    if this == "the following":
        day = anchor.focus.lower if anchor.focus else None
        return unit_of(shift(day, 1, unit), unit) if day else None
    return unit_of(shift(anchor.published, _step(this), unit), unit) if anchor.published else None


def _focus_unit(parts: Parts, anchor: Anchor, direction: Direction) -> When | None:
    if anchor.focus is None or anchor.focus.lower is None:
        return None
    focus, unit = parts["focus"].lower(), parts["unit"].lower()
    step = 1 if re.search("following|next|after", focus) else -1 if re.search("previous|before", focus) else 0
    return unit_of(shift(anchor.focus.lower, step, unit), unit)


# A count of units is as exact as the unit: "two weeks ago" is a week, "a decade ago" is about a year.
_GRAIN = {"day": "day", "week": "week", "fortnight": "week", "month": "month", "year": "year", "decade": "year"}


def _counted(day: date, parts: Parts, sign: int) -> When:
    unit = words("en")["units"][parts["unit"].lower()]
    when = unit_of(shift(day, sign * _number(parts["n"]), unit), _GRAIN[unit])
    vague = " ".join(parts["n"].lower().split()) in words("en")["vague_numbers"] or unit == "decade"
    return about(when) if vague else when


def _ago(parts: Parts, anchor: Anchor, direction: Direction) -> When | None:
    return _counted(anchor.published, parts, -1) if anchor.published else None


def _hence(parts: Parts, anchor: Anchor, direction: Direction) -> When | None:
    return _counted(anchor.published, parts, 1) if anchor.published and direction is not Direction.PAST else None


def _from_focus(parts: Parts, anchor: Anchor, direction: Direction) -> When | None:
    day = anchor.focus.lower if anchor.focus else None
    return _counted(day, parts, -1 if parts["side"].lower() in ("earlier", "before") else 1) if day else None


def _on_from(parts: Parts, anchor: Anchor, direction: Direction) -> When | None:
    day = anchor.focus.lower if anchor.focus else None
    return about(_counted(day, {"n": "1", "unit": parts["unit"]}, 1)) if day else None


def _weekday(parts: Parts, anchor: Anchor, direction: Direction) -> When | None:
    published = anchor.published
    if published is None:
        return None
    weekday, this = _weekday_number(parts["w"]), " ".join(parts.get("this", "").lower().split())
    if "week" in parts:
        monday = published - timedelta(days=published.weekday()) + timedelta(days=7 * _step(parts["week"].split()[0]))
        return When.days(monday + timedelta(days=weekday), basis=Basis.RELATIVE)
    if "following" in this:
        published = anchor.focus.lower if anchor.focus and anchor.focus.lower else published
        this = "next"
    back = (published.weekday() - weekday) % 7
    ahead = (weekday - published.weekday()) % 7
    if this == "last":
        days = -(back or 7)
    elif this in ("next", "this coming", "the coming"):
        days = ahead or 7
    elif direction is Direction.FUTURE:
        days = ahead
    else:
        days = -back
    return When.days(published + timedelta(days=days), basis=Basis.RELATIVE)


def _today(parts: Parts, anchor: Anchor, direction: Direction) -> When | None:
    if anchor.published is None:
        return None
    return When.days(anchor.published + timedelta(days=words("en")["days"][_plain(parts)]), basis=Basis.RELATIVE)


def _focus_day(parts: Parts, anchor: Anchor, direction: Direction) -> When | None:
    focus = anchor.focus
    if focus is None or focus.lower is None or focus.upper is None:
        return None
    step = words("en")["focus_days"][_plain(parts)]
    day = focus.lower if step < 0 else focus.upper - timedelta(days=1)
    if step == 0:
        return focus.resting_on(Basis.RELATIVE)
    return When.days(day + timedelta(days=step), basis=Basis.RELATIVE) if (focus.length or 99) <= 7 else None


def _plain(parts: Parts) -> str:
    return " ".join(parts["word"].lower().split())


def _decade(parts: Parts, anchor: Anchor, direction: Direction) -> When | None:
    when = When.parse(parts["y"][:3] + "X")
    return about(when) if "part" in parts else when


def _year(parts: Parts, anchor: Anchor, direction: Direction) -> When | None:
    return When.parse(parts["y"])


_RESOLVERS: dict[str, Resolver] = {
    "iso": _iso,
    "numeric": _numeric,
    "range": _range,
    "month_range": _month_range,
    "year_range": _year_range,
    "weekday_range": _weekday_range,
    "day": _day,
    "week_of_month": _week_of_month,
    "month": _month,
    "bare_month": _bare_month,
    "half": _period("halves", "half"),
    "quarter": _period("quarters", "quarter"),
    "quarter_number": _quarter_number,
    "season": _period("seasons", "season"),
    "season_this": _season_this,
    "part_of_year": _part_of_year,
    "part_of_unit": _part_of_unit,
    "before_end": _before_end,
    "within_unit": _within_unit,
    "weekend": _weekend,
    "this_unit": _this_unit,
    "focus_unit": _focus_unit,
    "ago": _ago,
    "hence": _hence,
    "from_focus": _from_focus,
    "on_from": _on_from,
    "weekday": _weekday,
    "decade": _decade,
    "year": _year,
    "today": _today,
    "focus_day": _focus_day,
}
