"""How far a meeting reaches outside office hours, for one who takes part and for all: the measures of unfairness."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence

import msgspec

from comity.planning.asked import DAY_MINUTES, Hours
from comity.planning.offices import Span, offset_at, open_spans

# Nobody is further from office hours than the night is long; what comes before and after a day is looked at, too.
_AROUND = 2 * DAY_MINUTES


class Burden(msgspec.Struct, frozen=True):
    """What a meeting that begins at 07:00 asks: at worst two hours outside office hours, five hours of all, of three states.

    Minutes. `worst` is the furthest that anybody's meeting reaches from office hours, `total` the sum over all, `count`
    how many are asked at all.
    """

    worst: float = 0
    total: float = 0
    count: int = 0


Measure = Callable[[Burden], tuple[float, ...]]
# What is compared first is what the measure is named for; the others decide between equals.
MEASURES: dict[str, Measure] = {
    "worst": lambda burden: (burden.worst, burden.total, burden.count),
    "sum": lambda burden: (burden.total, burden.worst, burden.count),
    "count": lambda burden: (burden.count, burden.worst, burden.total),
}


def reach(begins: int, length: int, spans: Sequence[Span]) -> float:
    """How many minutes a meeting reaches from office hours: 120 from 17:00 to 20:00 where offices close at 18:00.

    In the night it is the way to the nearer of the evening before and the morning after, of the meeting's furthest minute.
    `spans` are open hours in order, and reach beyond the meeting on both sides.
    """
    ends, furthest = begins + length, 0.0
    at = bisect_right(spans, (begins, ends)) - 1
    while 0 <= at < len(spans) - 1 and spans[at][1] < ends:
        closed, opens = spans[at][1], spans[at + 1][0]
        first, last = max(begins, closed), min(ends, opens)
        if first < last:
            furthest = max(furthest, _in_the_night(first, last, closed, opens))
        at += 1
    return furthest


def _in_the_night(first: int, last: int, closed: int, opens: int) -> float:
    middle = (closed + opens) / 2
    if first <= middle <= last:
        return middle - closed
    return last - closed if last < middle else opens - first


class Fairness:
    """Burdens of the meetings that may begin on a day; each kind of day is worked out once.

    A year has few kinds: between changes of clocks, one day is like another.
    """

    def __init__(self, zones: Sequence[str], *, length: int, hours: Hours, step: int) -> None:
        self._zones = tuple(zones)
        self._length, self._hours = length, hours
        self.starts = range(0, DAY_MINUTES, step)
        self._reaches: dict[object, tuple[float, ...]] = {}
        self._burdens: dict[frozenset[tuple[object, int]], tuple[Burden, ...]] = {}

    def burdens(self, day: int) -> tuple[Burden, ...]:
        """One for each of the `starts` of a day of UTC, told by its number."""
        kinds = [self._kind(day, zone) for zone in self._zones]
        counted = Counter(kinds)
        key = frozenset(counted.items())
        if key not in self._burdens:
            of_kind = dict(zip(kinds, self._zones, strict=True))
            reaches = [self.reaches(day, of_kind[kind]) for kind in counted]
            weights = list(counted.values())
            self._burdens[key] = tuple(_burden(column, weights) for column in zip(*reaches, strict=True))
        return self._burdens[key]

    def reaches(self, day: int, zone: str) -> tuple[float, ...]:
        """How far the meetings of a day reach for those of one zone."""
        kind = self._kind(day, zone)
        if kind not in self._reaches:
            midnight = day * DAY_MINUTES
            spans = open_spans(midnight - _AROUND, midnight + DAY_MINUTES + _AROUND, zone, self._hours)
            self._reaches[kind] = tuple(reach(midnight + start, self._length, spans) for start in self.starts)
        return self._reaches[kind]

    def _kind(self, day: int, zone: str) -> object:
        """The offset of a clock that does not change in the days around; else the day itself."""
        midnight = day * DAY_MINUTES
        offsets = {offset_at(midnight + around * DAY_MINUTES, zone) for around in (-2, -1, 0, 1, 2, 3)}
        return offsets.pop() if len(offsets) == 1 else (zone, day)


def _burden(reaches: Sequence[float], weights: Sequence[int]) -> Burden:
    return Burden(
        max(reaches, default=0),
        sum(own * weight for own, weight in zip(reaches, weights, strict=True)),
        sum(weight for own, weight in zip(reaches, weights, strict=True) if own),
    )
