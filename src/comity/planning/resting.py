"""Whose offices rest when a call begins, by the calendar day on which it begins there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import accumulate

from comity.catalog.work_weeks import WorkWeeks
from comity.planning.asked import DAY_MINUTES
from comity.planning.offices import EPOCH, Span, day_number, first_minute, local, offset_at
from comity.planning.seats import Seat


class Resting:
    """Days of rest of those who take part; each state's days are looked up once."""

    def __init__(self, seats: Sequence[Seat], weeks: WorkWeeks, starts: Sequence[int]) -> None:
        self._seats, self._weeks, self._starts = seats, weeks, starts
        self._known: dict[tuple[str, date], bool] = {}
        self._counts: dict[int, tuple[int, ...]] = {}

    def rests(self, state: str, day: date) -> bool:
        if (state, day) not in self._known:
            self._known[state, day] = self._weeks.rests(state, day)
        return self._known[state, day]

    def at(self, start: int) -> tuple[str, ...]:
        """Whose offices rest on the day on which a call that starts at a minute of UTC begins there."""
        return tuple(seat.state for seat in self._seats if self.rests(seat.state, local(start, seat.timezone).date()))

    def working(self, starts: Span) -> Iterator[Span]:
        """The parts of a span of starts, at most a day long, at which nobody's offices rest; both ends are included."""
        first, last = starts
        own_days = {(local(first, seat.timezone).date(), seat.timezone) for seat in self._seats}
        turns = {first_minute(day_number(day) + 1, zone) for day, zone in own_days}
        begun: int | None = None
        for minute in (first, *sorted(turn for turn in turns if first < turn <= last)):
            if self.at(minute):
                if begun is not None:
                    yield begun, minute - 1
                begun = None
            elif begun is None:
                begun = minute
        if begun is not None:
            yield begun, last

    def counts(self, day: int) -> tuple[int, ...]:
        """How many rest, for each of the starts of a day of UTC."""
        if day not in self._counts:
            more = [0] * (len(self._starts) + 1)
            for seat in self._seats:
                for first, after in self._resting(day, seat):
                    more[first] += 1
                    more[after] -= 1
            self._counts[day] = tuple(accumulate(more[:-1]))
        return self._counts[day]

    def _resting(self, day: int, seat: Seat) -> Iterator[tuple[int, int]]:
        """The starts of a day at which a seat rests, as spans of their numbers. Its own day changes once, or its clock does."""
        midnight, every = day * DAY_MINUTES, len(self._starts)
        offset = offset_at(midnight, seat.timezone)
        if offset != offset_at(midnight + DAY_MINUTES, seat.timezone):
            days = (local(midnight + start, seat.timezone).date() for start in self._starts)
            yield from ((at, at + 1) for at, own in enumerate(days) if self.rests(seat.state, own))
            return
        own = (midnight + offset // 60) // DAY_MINUTES
        turns = (own + 1) * DAY_MINUTES - offset // 60 - midnight
        change = bisect_left(self._starts, turns)
        for first, after, number in ((0, change, own), (change, every, own + 1)):
            if self.rests(seat.state, EPOCH + timedelta(days=number)):
                yield first, after
