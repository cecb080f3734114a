"""Fair hours for a call: all that are in everybody's office hours; where there are none, the least unfair ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from heapq import nsmallest
from typing import NamedTuple

import msgspec

from comity.catalog.work_weeks import WorkWeeks, load_work_weeks
from comity.errors import UsageError
from comity.planning.asked import DAY_MINUTES, Hours, fit
from comity.planning.fairness import MEASURES, Burden, Fairness
from comity.planning.offices import (
    Span,
    day_number,
    first_minute,
    instant,
    local,
    offset_at,
    open_spans,
    shared,
    starts_within,
)
from comity.planning.resting import Resting
from comity.planning.seats import Seat
from comity.planning.sharing import Candidate, bearers, share, totals


class SlotOptions(msgspec.Struct, frozen=True, kw_only=True):
    """Two hours between 09:00 and 18:00, else the three starts whose worst hour is best; of all quarters of an hour.

    `measure` is one of MEASURES. With `workdays`, no start on a day on which anybody's offices rest.
    """

    length: int = 120
    hours: Hours = Hours()
    measure: str = "worst"
    step: int = 15
    best: int = 3
    workdays: bool = False


class Local(msgspec.Struct, frozen=True, kw_only=True):
    """In Moldova, by the clock of Europe/Chisinau, it is 09:00 to 11:00 on 10 November 2020, a working day.

    `outside` is how many hours that reaches from office hours.
    """

    state: str
    timezone: str
    begins: datetime = msgspec.field(name="from")
    ends: datetime = msgspec.field(name="to")
    outside: float = 0
    weekend: bool = False


class OpenWindow(msgspec.Struct, frozen=True):
    """A call may start from 07:00 to 08:00 UTC, both included; `local` is the time that all have in common, by each clock."""

    start_from: datetime
    start_to: datetime
    local: tuple[Local, ...]


class Slot(msgspec.Struct, frozen=True, kw_only=True):
    """A call that starts at 12:00 UTC: at worst six hours outside office hours, ten of all, for `bears` the worst.

    `measure` is that by which it is among the best; `count` says for how many it lies outside; `weekend` whose offices
    rest on that day.
    """

    start: datetime
    measure: str
    worst: float
    sum: float
    count: int
    bears: tuple[str, ...] = ()
    weekend: tuple[str, ...] = ()
    local: tuple[Local, ...] = ()


class Borne(msgspec.Struct, frozen=True):
    """Australia meets four hours outside office hours over the series, and has the worst hour in two of its meetings."""

    state: str
    hours: float
    worst: int


class SharedSeries(msgspec.Struct, frozen=True, kw_only=True):
    """Meetings whose bad hours go round. At the least unfair hour each time, one would bear `unshared` hours in all.

    `sum` is what all together bear, `unshared_sum` what they would: sharing evenly may ask more of all.
    """

    meetings: tuple[Slot, ...]
    burden: tuple[Borne, ...]
    sum: float
    unshared: float
    unshared_sum: float


class Slots(NamedTuple):
    """What was found: windows in everybody's hours, or the least unfair slots."""

    windows: tuple[OpenWindow, ...]
    best: tuple[Slot, ...]


def find_slots(
    seats: Sequence[Seat], days: Sequence[date], options: SlotOptions, *, weeks: WorkWeeks | None = None
) -> Slots:
    """All windows of the days; where no day has one, the least unfair slots, of several days one each.

    A day is the calendar day of the capital in the middle of the clocks. Raises UsageError.
    """
    search = _Search(seats, options, weeks or load_work_weeks())
    windows = tuple(window for day in days for window in search.windows(day))
    return Slots(windows, () if windows else search.best(days))


def share_series(
    seats: Sequence[Seat], days: Sequence[date], count: int, options: SlotOptions, *, weeks: WorkWeeks | None = None
) -> SharedSeries:
    """So many meetings, the burden of bad hours shared as evenly as it can be.

    On the days, spread over them where they are more; of one day, weekly from it on. By `worst`, anybody may be asked
    for a bad hour in turn; by `sum` and `count`, only among the starts that are the best so. Raises UsageError.
    """
    search = _Search(seats, options, weeks or load_work_weeks())
    chosen_days = _spread(search.possible(days) if days[1:] else days, count)
    meetings = [search.candidates(day) for day in chosen_days]
    for day, found in zip(chosen_days, meetings, strict=True):
        if not found:
            raise UsageError(_none_works(day))
    chosen, codes = share(meetings), [seat.state for seat in seats]
    borne = totals(chosen, len(seats))
    unshared = totals([share([found])[0] for found in meetings], len(seats))
    burden = (
        Borne(code, borne[at] / 60, sum(code in bearers(one.reaches, codes) for one in chosen))
        for at, code in enumerate(codes)
        if borne[at]
    )
    return SharedSeries(
        meetings=tuple(search.slot(one.start) for one in chosen),
        burden=tuple(sorted(burden, key=lambda one: -one.hours)),
        sum=sum(borne) / 60,
        unshared=max(unshared) / 60,
        unshared_sum=sum(unshared) / 60,
    )


def _spread(days: Sequence[date], count: int) -> list[date]:
    if len(days) == 1:
        return [days[0] + timedelta(weeks=number) for number in range(count)]
    if len(days) < count:
        raise UsageError(
            f"{len(days)} days are too few for a series of {count}; give one, for weekly meetings, or more"
        )
    return [days[number * (len(days) - 1) // max(count - 1, 1)] for number in range(count)]


class _Search:
    """The seats and what was asked, with burdens that were worked out."""

    def __init__(self, seats: Sequence[Seat], options: SlotOptions, weeks: WorkWeeks) -> None:
        if not seats:
            raise UsageError("a call needs somebody who takes part")
        if options.measure not in MEASURES:
            raise UsageError(f"unknown measure {options.measure!r}; measures are {', '.join(MEASURES)}")
        fit(options.length, options.hours)
        self._seats, self._options = tuple(seats), options
        zones = [seat.timezone for seat in seats]
        self._fairness = Fairness(zones, length=options.length, hours=options.hours, step=options.step)
        self._resting = Resting(self._seats, weeks, self._fairness.starts)

    def windows(self, day: date) -> Iterator[OpenWindow]:
        own, length, hours = self._span(day), self._options.length, self._options.hours
        around = (own[0] - DAY_MINUTES, own[1] + DAY_MINUTES)
        # The two ends of the world first: where they share no hour, nobody else's matter.
        clocks = self._clocks(day)
        zones = dict.fromkeys([clocks[0], clocks[-1], *clocks])
        for span in shared(open_spans(*around, zone, hours) for zone in zones):
            starts = starts_within(span, length, own)
            if starts:
                allowed = self._resting.working(starts) if self._options.workdays else (starts,)
                yield from map(self._window, allowed)

    def best(self, days: Sequence[date]) -> tuple[Slot, ...]:
        """The least unfair starts: of one day some, of several days one each."""
        found: list[tuple[tuple[float, ...], int, int]] = []
        for day in days:
            ranked = self._ranked(day)
            found += nsmallest(self._options.best, ranked) if len(days) == 1 else nsmallest(1, ranked)
        if not found:
            raise UsageError(_none_works(days[0] if len(days) == 1 else None))
        return tuple(self.slot(start) for _, _, start in nsmallest(self._options.best, found))

    def possible(self, days: Sequence[date]) -> list[date]:
        """Those on which a meeting may begin at all."""
        return [day for day in days if next(self._starts(day), None)]

    def candidates(self, day: date) -> tuple[Candidate, ...]:
        """The starts among which a series may choose."""
        starts = list(self._starts(day))
        if self._options.measure != "worst" and starts:
            measure = MEASURES[self._options.measure]
            least = min(measure(burden)[0] for _, burden in starts)
            starts = [(start, burden) for start, burden in starts if measure(burden)[0] == least]
        return tuple(
            Candidate(start, tuple(self._reach(start, seat.timezone) for seat in self._seats)) for start, _ in starts
        )

    def slot(self, start: int) -> Slot:
        ends = start + self._options.length
        reaches = [self._reach(start, seat.timezone) for seat in self._seats]
        return Slot(
            start=instant(start),
            measure=self._options.measure,
            worst=max(reaches) / 60,
            sum=sum(reaches) / 60,
            count=sum(map(bool, reaches)),
            bears=bearers(reaches, [seat.state for seat in self._seats]),
            weekend=self._resting.at(start),
            local=tuple(self._local(seat, start, ends, own) for seat, own in zip(self._seats, reaches, strict=True)),
        )

    def _ranked(self, day: date) -> list[tuple[tuple[float, ...], int, int]]:
        """Starts with what they are ranked by: the measure; between equals how many rest; then the hour.

        Who rests is asked only of starts that no other of the day beats.
        """
        measure = MEASURES[self._options.measure]
        told = [(measure(burden), start) for start, burden in self._starts(day)]
        few = nsmallest(self._options.best, told)
        worst = few[-1][0] if few else ()
        return [(key, self._rest_count(start), start) for key, start in told if key <= worst]

    def _starts(self, day: date) -> Iterator[tuple[int, Burden]]:
        first, after = self._span(day)
        for number in range(first // DAY_MINUTES, (after - 1) // DAY_MINUTES + 1):
            midnight = number * DAY_MINUTES
            for start, burden in zip(self._fairness.starts, self._fairness.burdens(number), strict=True):
                if first <= midnight + start < after and self._allowed(midnight + start):
                    yield midnight + start, burden

    def _allowed(self, start: int) -> bool:
        return not (self._options.workdays and self._rest_count(start))

    def _rest_count(self, start: int) -> int:
        day, minute = divmod(start, DAY_MINUTES)
        return self._resting.counts(day)[minute // self._options.step]

    def _span(self, day: date) -> Span:
        """The minutes of a day by the clock in the middle."""
        zone = self._clocks(day)[len(self._seats) // 2]
        return first_minute(day_number(day), zone), first_minute(day_number(day) + 1, zone)

    def _clocks(self, day: date) -> list[str]:
        """The time zones of all seats from west to east."""
        midnight = day_number(day) * DAY_MINUTES
        return [zone for _, zone in sorted((offset_at(midnight, seat.timezone), seat.timezone) for seat in self._seats)]

    def _reach(self, start: int, zone: str) -> float:
        day, minute = divmod(start, DAY_MINUTES)
        return self._fairness.reaches(day, zone)[minute // self._options.step]

    def _window(self, starts: Span) -> OpenWindow:
        first, last = starts[0], starts[1] + self._options.length
        shown = tuple(self._local(seat, first, last, 0) for seat in self._seats)
        return OpenWindow(instant(starts[0]), instant(starts[1]), shown)

    def _local(self, seat: Seat, begins: int, ends: int, reach: float) -> Local:
        first, last = local(begins, seat.timezone), local(ends, seat.timezone)
        return Local(
            state=seat.state,
            timezone=seat.timezone,
            begins=first,
            ends=last,
            outside=reach / 60,
            weekend=self._resting.rests(seat.state, first.date()),
        )


def _none_works(day: date | None) -> str:
    where = "these days" if day is None else str(day)
    return f"no start on {where} is a working day for all; leave out --workdays, or ask for more days"
