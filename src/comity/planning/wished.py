"""The days that a cadence wishes: every six months on the second Thursday, or by a calendar rule (RFC 5545)."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any

from comity.errors import UsageError
from comity.planning.own_series import Cadence

_MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
_SEASONS = {"spring": 4, "summer": 7, "autumn": 10, "fall": 10, "winter": 1}
_WEEKDAYS = {name.casefold(): name[:2].upper() for name in calendar.day_name}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1}
_FREQUENCIES = {"day": "DAILY", "week": "WEEKLY", "month": "MONTHLY", "year": "YEARLY"}
_USUAL_DAY = 15
# A rule that gives no day in so many years gives none.
_YEARS = 40
# Days are looked for some way beyond the last one wished.
_LAST_YEAR = 9900


def wished_days(cadence: Cadence, *, after: date, count: int) -> list[date]:
    """The first `count` days after a day. Raises UsageError where the cadence cannot be read, or gives too few days."""
    if max(after, cadence.start or after).year > _LAST_YEAR:
        raise UsageError(f"nothing can be planned after {_LAST_YEAR}: the calendar ends")
    rule = cadence.rule or as_rule(cadence, after)
    found = list(islice(_days(rule, cadence, after), count))
    if len(found) < count:
        some = f"only {len(found)} day{'' if len(found) == 1 else 's'}" if found else "no day"
        raise UsageError(
            f"the cadence {_told(cadence, rule)} gives {some} after {after}, and {count} are wanted; "
            "not every month has a 29th to 31st or a fifth week: 'last friday' and '28' come every month, and a rule "
            "with COUNT or UNTIL ends"
        )
    return found


def as_rule(cadence: Cadence, after: date) -> str:
    """The cadence as an RRULE: "FREQ=MONTHLY;INTERVAL=6;BYDAY=2TH"."""
    months = sorted({_month(name) for name in cadence.months})
    if months and cadence.unit != "year":
        raise UsageError("a cadence with 'in' is told by years: leave out 'every', or write every: 2 years")
    start = cadence.start or after
    parts = [f"FREQ={_FREQUENCIES[cadence.unit]}", f"INTERVAL={cadence.count}"]
    if cadence.unit == "year":
        parts.append(f"BYMONTH={','.join(map(str, months or [start.month]))}")
    if cadence.unit in ("month", "year"):
        parts.append(_day_in_month(cadence.day, start.day if cadence.start and not months else _USUAL_DAY))
    elif cadence.day:
        parts.append(f"BYDAY={_weekday(cadence.day.casefold(), cadence.day)}")
    return ";".join(parts)


def _days(rule: str, cadence: Cadence, after: date) -> Iterator[date]:
    rrulestr = _rule_reader()
    start = cadence.start or after
    # A month's rule counts from the first of the month, or a fifteenth would be missed on the twentieth.
    begin = start if cadence.rule or cadence.unit == "week" else start.replace(day=1)
    try:
        days = rrulestr(rule.removeprefix("RRULE:"), dtstart=datetime.combine(begin, time.min))
    except (ValueError, TypeError, KeyError) as error:
        raise UsageError(
            f"{rule!r} is no calendar rule (RFC 5545): {error}; one is FREQ=YEARLY;BYMONTH=3;BYDAY=2TH"
        ) from error
    first = max(start, after + timedelta(days=1))
    last = first.replace(year=min(first.year + _YEARS * cadence.count, _LAST_YEAR + 1), day=min(first.day, 28))
    for moment in days.xafter(datetime.combine(first, time.min), inc=True):
        if moment.date() > last:
            return
        yield moment.date()


def _day_in_month(told: str | None, usual: int) -> str:
    if told is None:
        return f"BYMONTHDAY={usual}"
    words = told.casefold().split()
    if len(words) == 1 and words[0].isdecimal() and 1 <= int(words[0]) <= 31:
        return f"BYMONTHDAY={int(words[0])}"
    if len(words) == 2 and words[0] in _ORDINALS:
        return f"BYDAY={_ORDINALS[words[0]]}{_weekday(words[1], told)}"
    raise UsageError(f"day {told!r} is no day of a month; possible are 15, 'second thursday', 'last friday'")


def _weekday(word: str, told: str) -> str:
    if word not in _WEEKDAYS:
        raise UsageError(f"day {told!r} names no day of the week; these are {', '.join(_WEEKDAYS)}")
    return _WEEKDAYS[word]


def _month(name: str) -> int:
    folded = name.casefold()
    if folded.isdecimal() and 1 <= int(folded) <= 12:
        return int(folded)
    number = _MONTHS.get(folded) or _SEASONS.get(folded)
    if number is None:
        raise UsageError(f"in {name!r} is no month or season; write march or 3, spring, summer, autumn or winter")
    return number


def _told(cadence: Cadence, rule: str) -> str:
    return repr(cadence.rule) if cadence.rule else f"({rule})"


def _rule_reader() -> Any:
    try:
        from dateutil.rrule import rrulestr
    except ImportError as error:
        raise UsageError("planning a series of one's own needs dateutil: pip install 'comity[calendar]'") from error
    return rrulestr
