"""Whose offices rest when a call begins, by the calendar day on which it begins there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from comity.catalog.work_weeks import WorkWeeks
from comity.planning.asked import DAY_MINUTES
from comity.planning.offices import EPOCH, local, offset_at
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

    def counts(self, day: int) -> tuple[int, ...]:
        """How many rest, for each of the starts of a day of UTC."""
        if day not in self._counts:
            found = [0] * len(self._starts)
            for seat in self._seats:
                for at, resting in enumerate(self._days(day, seat)):
                    found[at] += resting
            self._counts[day] = tuple(found)
        return self._counts[day]

    def _days(self, day: int, seat: Seat) -> list[bool]:
        """Whether a seat rests at each of the starts of a day. Its own day changes once, unless its clock does."""
        midnight = day * DAY_MINUTES
        offset = offset_at(midnight, seat.timezone)
        if offset != offset_at(midnight + DAY_MINUTES, seat.timezone):
            return [self.rests(seat.state, local(midnight + start, seat.timezone).date()) for start in self._starts]
        ahead = offset // 60
        first = (midnight + ahead) // DAY_MINUTES
        changes = (first + 1) * DAY_MINUTES - ahead - midnight
        before, after = (self.rests(seat.state, EPOCH + timedelta(days=number)) for number in (first, first + 1))
        return [before if start < changes else after for start in self._starts]
