"""The chair's calendar: where the chair passes on each year on one day, each chair holds its own session."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from comity.model.membership import Chairmanship

# So many turns back, each must have had one session, or the chair's year says nothing of the next one.
_TURNS_SEEN = 3


def turning_day(chairs: Iterable[Chairmanship]) -> tuple[int, int] | None:
    """Month and day on which most of the last chairs began: (1, 1) for the G7; None where they began on any day."""
    starts = sorted(chair.start.lower for chair in chairs if chair.start and chair.start.lower)[-6:]
    found = Counter((day.month, day.day) for day in starts).most_common(1)
    return found[0][0] if found and found[0][1] >= max(3, 2 * len(starts) / 3) else None


def next_chair(chairs: Iterable[Chairmanship], last: date, turning: tuple[int, int] | None) -> str | None:
    """Who presides over the session after the one of this day; None where no term tells.

    Where the chair passes on at the session, who took over then; where it passes on by the calendar, the next year's.
    """
    day = last + timedelta(days=30) if turning is None else _start(_turn(last, turning) + 1, turning)
    for chair in chairs:
        start, end = (bound.lower if bound else None for bound in (chair.start, chair.end))
        if start is not None and start <= day and (end is None or day < end):
            return chair.state
    return None


def within_turn(day: float, days: Sequence[date], turning: tuple[int, int] | None) -> float:
    """The day, or the nearest one of the turn after that of the last session, where each turn had one so far."""
    if turning is None:
        return day
    turns = [_turn(one, turning) for one in days]
    last = turns[-1]
    if any(turns.count(last - back) != 1 for back in range(_TURNS_SEEN)):
        return day
    start, end = (_start(year, turning).toordinal() for year in (last + 1, last + 2))
    return min(max(day, start), end - 1)


def _turn(day: date, turning: tuple[int, int]) -> int:
    """The year in which the turn of a day began."""
    return day.year if (day.month, day.day) >= turning else day.year - 1


def _start(year: int, turning: tuple[int, int]) -> date:
    month, day = turning
    return date(min(year, date.max.year - 2), month, min(day, 28) if month == 2 else day)
