"""Where the sessions of one's own series are put: the free day nearest to the wished one, and why not a nearer one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

import msgspec

from comity.errors import UsageError
from comity.model.plan import Clash, PlannedSession
from comity.planning.clashes import DESCRIBED, Obstacles
from comity.planning.own_series import OwnSeries
from comity.planning.wished import wished_days

_DAY = timedelta(days=1)
# So far around a wished day that cannot be had is looked for one that would be free.
_FURTHER = 150
Tried = tuple[date, list[Clash]]
"""A day, and what speaks against it."""


class Guests(msgspec.Struct, frozen=True):
    """Who is invited for a day: for certain, and those for whom it cannot be told."""

    certain: tuple[str, ...]
    doubtful: tuple[str, ...] = ()


class Making(msgspec.Struct, frozen=True, kw_only=True):
    """What a plan is made from: the series, who is invited on a day, what speaks against days, and the order of hosts."""

    series: OwnSeries
    as_of: date
    guests: Callable[[date], Guests]
    obstacles: Obstacles
    hosts: Callable[[Guests], Sequence[str]]


def plan_days(making: Making, count: int) -> tuple[PlannedSession, ...]:
    """The next `count` sessions. Raises UsageError where nobody is invited or no day is free, with what would work."""
    found: list[PlannedSession] = []
    for number, wished in enumerate(wished_days(making.series.cadence, after=making.as_of, count=count), 1):
        after = found[-1].last if found else making.as_of
        host = found[-1].host if found else None
        found.append(_session(making, number, wished, after, host))
    return tuple(found)


def _session(making: Making, number: int, wished: date, after: date, last_host: str | None) -> PlannedSession:
    guests = making.guests(wished)
    if not guests.certain:
        raise UsageError(
            f"nobody is invited by {making.series.invited!r} ({making.series.status}) on {wished}: "
            f"`comity members {making.series.invited!r} --on {wished}` tells who belongs to what"
        )
    host = _next_host(making, guests, last_host)
    tried = _tried(making, wished, after, guests, host)
    first = next((day for day, against in tried if not against), None) or _least(making, tried)
    if first is None:
        raise UsageError(_no_day(making, number, wished, tried, after, guests, host))
    nearer = [against for day, against in tried[: [day for day, _ in tried].index(first)]]
    return PlannedSession(
        number=number,
        first=first,
        last=first + timedelta(days=making.series.length - 1),
        wished=wished,
        host=host,
        invited=guests.certain,
        doubtful=guests.doubtful,
        passed=tuple(dict.fromkeys(clash for against in nearer for clash in against)),
        remaining=tuple(dict(tried)[first]),
    )


def _tried(making: Making, wished: date, after: date, guests: Guests, host: str | None) -> list[Tried]:
    """The days that are possible, up to the first free one, with what speaks against each."""
    found: list[Tried] = []
    for day in _candidates(making.series, wished, after):
        found.append((day, _against(making, day, guests, host)))
        if not found[-1][1]:
            break
    return found


def _least(making: Making, tried: Sequence[Tried]) -> date | None:
    """The day on which the fewest states rest or celebrate, where so few are put up with, and nothing else is there."""
    limit = making.series.avoid.tolerate
    counted = [(len(_touched(against)), at, day) for at, (day, against) in enumerate(tried) if _is_bearable(against)]
    fewest = min(counted, default=None)
    return fewest[2] if fewest and fewest[0] <= limit else None


def _is_bearable(against: Sequence[Clash]) -> bool:
    return all(clash.kind in ("weekend", "holiday") for clash in against)


def _touched(against: Sequence[Clash]) -> set[str]:
    return {state for clash in against for state in clash.states}


def _candidates(series: OwnSeries, wished: date, after: date) -> Iterator[date]:
    """The wished day and those around it, the nearest first, a later one before an earlier one."""
    for off in range(max(series.before, series.after) + 1):
        if off <= series.after and wished + off * _DAY > after:
            yield wished + off * _DAY
        if 0 < off <= series.before and wished - off * _DAY > after:
            yield wished - off * _DAY


def _against(making: Making, first: date, guests: Guests, host: str | None) -> list[Clash]:
    """What speaks against a session that begins on a day, on any of its days."""
    days = [first + at * _DAY for at in range(making.series.length)]
    return [clash for day in days for clash in making.obstacles.on(day, guests.certain, host)]


def _next_host(making: Making, guests: Guests, last: str | None) -> str | None:
    if making.series.hosts is None:
        return None
    order = list(making.hosts(guests))
    if last is None:
        return making.series.hosts.first or order[0]
    at = order.index(last) if last in order else -1
    return order[(at + 1) % len(order)]


def _no_day(
    making: Making,
    number: int,
    wished: date,
    tried: Sequence[Tried],
    after: date,
    guests: Guests,
    host: str | None,
) -> str:
    """Why no day is free, and what would work."""
    series, passed = making.series, [clash for _, against in tried for clash in against]
    span = f"from {series.before} days before to {series.after} after"
    counted = Counter(clash.kind for clash in {(one.day, one.kind): one for one in passed}.values())
    why = ", ".join(f"{DESCRIBED[kind]} (on {days} of the days)" for kind, days in counted.most_common())
    told = f"session {number}: no day is free {span} {wished:%A} {wished}: {why or 'the last session is too near'}"
    ways = [*_longer(making, wished, after, guests, host), *_without(tried), *_bearing(tried)]
    return f"{told}. {'What would work: ' + '; or '.join(ways) if ways else 'Ask less often, or avoid less'}"


def _longer(making: Making, wished: date, after: date, guests: Guests, host: str | None) -> Iterator[str]:
    """The nearest free day further off on either side."""
    for key, sign, reach in (("after", 1, making.series.after), ("before", -1, making.series.before)):
        for off in range(reach + 1, _FURTHER):
            day = wished + sign * off * _DAY
            if day > after and not _against(making, day, guests, host):
                yield f"may_move {key}: {off} days (then {day:%A} {day} is free)"
                break


def _without(tried: Sequence[Tried]) -> Iterator[str]:
    """Each thing to avoid that alone stands in the way."""
    for kind, field in DESCRIBED.items():
        day = next((day for day, against in tried if all(one.kind == kind for one in against)), None)
        if day is not None:
            yield f"without {field} ({day:%A} {day})"


def _bearing(tried: Sequence[Tried]) -> Iterator[str]:
    """To put up with the rest and the holidays of a few."""
    bearable = [(len(_touched(against)), at) for at, (_, against) in enumerate(tried) if _is_bearable(against)]
    if bearable:
        count, at = min(bearable)
        states = ", ".join(sorted(_touched(tried[at][1])))
        yield f"avoid.tolerate: {count} ({tried[at][0]:%A} {tried[at][0]}, in spite of {states})"
