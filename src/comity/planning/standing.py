"""How a series stands on a day: regular, irregular, overdue, lapsed or single, and why, in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

import msgspec

from comity.model.series import Edition, Kin, Series, Standing, Window
from comity.planning.cadence import first_day, gaps, held_days, interval, is_even, regular_since, usual_gap, was_held

# A series has lapsed when the session is later than this many intervals, and than a year.
_LAPSED_AFTER, _LAPSED_DAYS = 1.5, 365
# Two sessions must lie so many days apart to tell when a third one is due.
_RHYTHM_DAYS = 90
WISHES = ("hoped", "proposed")


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """What is looked at: a series on a day, its window as it was expected after the last session, and its kin.

    `presumed` was announced, and its day has passed. Whether a session is missing is judged by `known_until`: the last
    day of which any series tells.
    """

    series: Series
    as_of: date
    window: Window | None = None
    set_date: Edition | None = None
    kin: tuple[Kin, ...] = ()
    months: float | None = None
    presumed: Edition | None = None
    known_until: date | None = None

    @property
    def looked(self) -> date:
        """The last day on which a session would be known."""
        return min(self.as_of, self.known_until or self.as_of)

    @property
    def days(self) -> tuple[date, ...]:
        """Its own sessions; with those of its kin where they are too few to tell by themselves."""
        own = held_days(self.series, self.as_of)
        return own if len(own) >= 3 else tuple(sorted({*own, *self.kin_days}))

    @property
    def with_kin(self) -> bool:
        """Whether the sessions of its kin had to be counted, too."""
        return bool(self.kin_days) and len(held_days(self.series, self.as_of)) < 3

    @property
    def kin_days(self) -> tuple[date, ...]:
        return tuple(sorted(day for one in self.kin for day in _days(one.editions, self.as_of)))


def standing(seen: Seen) -> Standing:
    """How it stands, since when, and because of which sessions."""
    days = seen.days
    if not days:
        name = ("none", "single")[_held(seen)] if _held(seen) < 2 else "irregular"
        return Standing(standing=name, because=(*_known(seen), *_outlook(seen)))
    name, since, late = _judged(seen, days)
    return Standing(
        standing=name,
        since=since,
        overdue_days=late,
        because=(*_known(seen), *_rhythm(days, name, seen), *_lateness(seen, days, late), *_outlook(seen)),
    )


def _judged(seen: Seen, days: Sequence[date]) -> tuple[str, date | None, int | None]:
    expected, latest = _due(seen, days)
    if expected is not None and latest is not None and seen.looked > latest and seen.set_date is None:
        late = (seen.as_of - expected).days
        if (seen.looked - expected).days > max(_LAPSED_AFTER * (expected - _last(seen, days)).days, _LAPSED_DAYS):
            return "lapsed", days[-1], late
        return "overdue", expected, late
    if not _held(seen):
        return "none", None, None
    if _held(seen) == 1 and (len(days) == 1 or _too_close(days)):
        return "single", days[0], None
    if is_even(days):
        return "regular", regular_since(days), None
    return "irregular", days[0], None


def _last(seen: Seen, days: Sequence[date]) -> date:
    """The last session, held or presumed."""
    assumed = first_day(seen.presumed) if seen.presumed else None
    return max(days[-1], assumed or date.min)


def _held(seen: Seen) -> int:
    """How many were held, those of a vague date, too."""
    return sum(was_held(edition, seen.as_of) for edition in seen.series.editions)


def _due(seen: Seen, days: Sequence[date]) -> tuple[date | None, date | None]:
    """When the next one was expected, and the last day on which it would not have been late."""
    if seen.series.occasional:
        return None, None
    if seen.window is not None and not seen.with_kin:
        return seen.window.expected, seen.window.last
    if seen.months is None and (len(days) == 1 or _too_close(days)):
        return None, None
    expected = _last(seen, days) + timedelta(days=round(usual_gap(days, seen.months)))
    return expected, expected


def _too_close(days: Sequence[date]) -> bool:
    """Two sessions within a few weeks answer one event; they are no rhythm that could be broken."""
    return len(days) == 2 and gaps(days)[0] < _RHYTHM_DAYS


def _known(seen: Seen) -> Iterator[str]:
    """Which sessions there were: its own, and those of nearly the same circle."""
    held = [edition for edition in seen.series.editions if was_held(edition, seen.as_of)]
    if held:
        yield f"{_count(len(held))} held: {_listed(held)}"
    else:
        yield "no session is known to have been held"
    for one in seen.kin:
        theirs = [edition for edition in one.editions if was_held(edition, seen.as_of)]
        if theirs:
            yield f"of nearly the same circle ({one.name}): {_count(len(theirs))} held: {_listed(theirs)}"
    yield from _unknown(held)
    gone = [
        edition for edition in seen.series.editions if edition.status in ("cancelled", "postponed") and edition.date
    ]
    if gone:
        yield "did not take place as planned: " + ", ".join(f"{one.date} ({one.status})" for one in gone[-3:])


def _unknown(held: Sequence[Edition]) -> Iterator[str]:
    """Numbers between the first and the last of which no session is known."""
    numbers = {edition.number for edition in held if edition.number is not None}
    if numbers:
        missing = sorted(set(range(min(numbers), max(numbers))) - numbers)
        # A session without a number may be one of them.
        if len(missing) > sum(edition.number is None for edition in held):
            yield f"nothing is known of no. {', '.join(map(str, missing[:6]))}{' and others' if len(missing) > 6 else ''}"


def _count(number: int) -> str:
    return f"{number} session" if number == 1 else f"{number} sessions"


def _listed(editions: Sequence[Edition]) -> str:
    """All of a few; of many the first and the last two."""
    told = [_told(edition) for edition in editions]
    return ", ".join(told) if len(told) <= 4 else f"{told[0]} to {told[-2]} and {told[-1]}"


def _told(edition: Edition) -> str:
    where = edition.place.city or ("online" if edition.mode == "online" else None)
    facts = [f"no. {edition.number}" if edition.number is not None else None, where]
    inner = ", ".join(fact for fact in facts if fact)
    day = edition.date or "at an unknown time"
    return f"{day} ({inner})" if inner else day


def _rhythm(days: Sequence[date], name: str, seen: Seen) -> Iterator[str]:
    between = gaps(days)
    together = " of both circles" if seen.with_kin else ""
    if not between:
        if name == "single":
            yield "one session makes no series"
        elif name != "none":
            yield "the others' dates are too vague to tell a rhythm"
        return
    if len(between) == 1 and name == "single":
        yield f"the two sessions{together} lie {between[0]} days apart: one occasion, and no series"
    elif len(between) == 1:
        yield f"the two sessions{together} lie {between[0]} days apart; they never became regular"
    if len(between) == 1:
        return
    known = interval(days)
    spread = f"from {known.shortest_days} to {known.longest_days}" if known else ""
    yield f"{known.median_days if known else 0} days lie between sessions{together} in the middle, {spread}"
    if is_even(days):
        yield "it was regular until then" if name in ("overdue", "lapsed") else "most of the last intervals are alike"
    else:
        yield "the last intervals are not alike"


def _lateness(seen: Seen, days: Sequence[date], late: int | None) -> Iterator[str]:
    if seen.series.occasional:
        yield "it is called when there is cause, so that none is ever due"
    if late is None:
        yield from _horizon(seen, days)
        return
    expected, latest = _due(seen, days)
    since = (seen.as_of - days[-1]).days
    yield f"nothing is known of a session since {days[-1]}, for {since} days"
    window = f", by {latest} at the latest" if latest != expected else ""
    yield f"the next one was to be expected around {expected}{window}: {late} days ago"


def _horizon(seen: Seen, days: Sequence[date]) -> Iterator[str]:
    """That what is known ends before the day of the question, where it matters."""
    _, latest = _due(seen, days)
    if latest is not None and seen.looked <= latest < seen.as_of and seen.set_date is None:
        yield f"no session of any series is known after {seen.looked}; one of this may have been held since"


def _outlook(seen: Seen) -> Iterator[str]:
    """What was announced and hoped for."""
    if seen.set_date is not None:
        yield f"the next one is announced for {seen.set_date.date}"
    passed = [one for one in seen.series.editions if one.status == "scheduled" and _is_past(one, seen.as_of)]
    if seen.presumed is not None:
        yield f"was announced for {seen.presumed.date} and is taken as held, though nothing tells of it"
    elif passed:
        yield f"was announced for {passed[-1].date}, and nothing tells that it was held"
    wishes = [one for one in seen.series.editions if one.status in WISHES]
    if wishes:
        yield f"{_count(len(wishes))} more proposed or hoped for"


def _is_past(edition: Edition, as_of: date) -> bool:
    day = first_day(edition)
    return day is not None and day < as_of


def _days(editions: Iterable[Edition], as_of: date) -> list[date]:
    held = (first_day(edition) for edition in editions if was_held(edition, as_of))
    return [day for day in held if day is not None]
