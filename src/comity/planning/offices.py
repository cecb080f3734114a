"""When offices are open, by a state's own clock, in minutes of UTC since 1970."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from comity.planning.asked import DAY_MINUTES, Hours
from comity.planning.seats import zone_of

Span = tuple[int, int]
"""From the first minute up to, not including, the second."""

EPOCH = date(1970, 1, 1)


def day_number(day: date) -> int:
    return (day - EPOCH).days


def instant(minute: int) -> datetime:
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(minutes=minute)


def local(minute: int, zone: str) -> datetime:
    """A minute by the clock of a zone."""
    return instant(minute).astimezone(zone_of(zone))


@lru_cache(maxsize=1 << 18)
def offset_at(minute: int, zone: str) -> int:
    """Seconds by which a zone's clock is ahead of UTC."""
    offset = local(minute, zone).utcoffset()
    return 0 if offset is None else round(offset.total_seconds())


def steady(first: int, after: int, zone: str) -> Iterator[tuple[int, int, int]]:
    """The stretches of time in which a zone's clock keeps its offset: first minute, minute after, seconds of offset."""
    begun, probe = first, first
    while probe < after:
        then = min(probe + DAY_MINUTES, after)
        if offset_at(then, zone) != offset_at(probe, zone):
            change = _change(probe, then, zone)
            yield begun, change, offset_at(probe, zone)
            begun = change
        probe = then
    if begun < after:
        yield begun, after, offset_at(begun, zone)


def _change(lower: int, upper: int, zone: str) -> int:
    """The first minute with the later offset."""
    before = offset_at(lower, zone)
    while upper - lower > 1:
        middle = (lower + upper) // 2
        lower, upper = (middle, upper) if offset_at(middle, zone) == before else (lower, middle)
    return upper


def open_spans(first: int, after: int, zone: str, hours: Hours) -> list[Span]:
    """All time between two minutes in which the zone's clock shows office hours, in order, spans that meet as one."""
    found: list[Span] = []
    for begun, ended, offset in steady(first, after, zone):
        for span in _daily(begun, ended, offset, hours):
            if found and found[-1][1] == span[0]:
                found[-1] = (found[-1][0], span[1])
            else:
                found.append(span)
    return found


def _daily(begun: int, ended: int, offset: int, hours: Hours) -> Iterator[Span]:
    """Of one stretch. A clock of the past that differs by seconds loses the minute in which it opens."""
    early, late = -(-offset // 60), offset // 60
    for day in range((begun + late) // DAY_MINUTES, (ended + early) // DAY_MINUTES + 1):
        opens = max(begun, day * DAY_MINUTES + hours.first - late)
        closes = min(ended, day * DAY_MINUTES + hours.last - early)
        if opens < closes:
            yield opens, closes


def shared(spans: Iterable[list[Span]]) -> list[Span]:
    """The time that is in all lists; the rest of them is not looked at once there is none."""
    found: list[Span] | None = None
    for own in spans:
        found = own if found is None else _both(found, own)
        if not found:
            break
    return found or []


def _both(one: list[Span], other: list[Span]) -> list[Span]:
    found: list[Span] = []
    left = right = 0
    while left < len(one) and right < len(other):
        first, after = max(one[left][0], other[right][0]), min(one[left][1], other[right][1])
        if first < after:
            found.append((first, after))
        if one[left][1] < other[right][1]:
            left += 1
        else:
            right += 1
    return found


def starts_within(span: Span, length: int, day: Span) -> Span | None:
    """The first and the last minute of a day at which a meeting of a length may begin that stays in the span."""
    first, last = max(span[0], day[0]), min(span[1] - length, day[1] - 1)
    return (first, last) if first <= last else None


def first_minute(day: int, zone: str) -> int:
    """The first minute of a day by a clock; where clocks jump over midnight, that of the jump."""
    guess = day * DAY_MINUTES - offset_at(day * DAY_MINUTES, zone) // 60
    return day * DAY_MINUTES - offset_at(guess, zone) // 60
