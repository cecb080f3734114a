"""The plan of a series of one's own: who is invited by the catalogue, which days are free, who hosts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import msgspec

from comity.catalog.loaded import load_catalog
from comity.catalog.work_weeks import load_work_weeks
from comity.errors import UnknownNameError, UsageError
from comity.model.membership import Source
from comity.model.plan import OwnPlan, PlannedSession
from comity.model.rotation import Order
from comity.model.series import Series, Window
from comity.model.when import When
from comity.planning import Course, Courses
from comity.planning.clashes import Busy, Obstacles, national_holidays
from comity.planning.own_days import Guests, Making, plan_days
from comity.planning.own_series import Hosts, OwnSeries
from comity.planning.rotation import World, in_order
from comity.query import members
from comity.query.events import state_code

_COUNTED = ("held", "ongoing", "scheduled")
# A session told to the month keeps no days free.
_LONGEST = 21
# So many sessions of other series are looked ahead, and told where they are expected so many days off.
_AHEAD, _ABOUT = 4, 10


def plan_own(series: OwnSeries, courses: Courses, *, count: int) -> OwnPlan:
    """The next `count` sessions of one's own series, which keep clear of the sessions of others at the levels it names.

    For what is only expected nothing is kept free, but it is told.

    Raises UsageError with what would work where no day is free, and the errors of membership expressions.
    """
    as_of, near = courses.as_of, [one for one in courses if _is_near(series, one.series)]
    codes = {code: state.alpha2 for code, state in load_catalog().states.items() if state.alpha2}
    holidays = national_holidays(codes)
    guests = _guests(series, as_of)
    making = Making(
        series=_with_codes(series),
        as_of=as_of,
        guests=lambda day: _guests(series, day),
        obstacles=Obstacles(
            avoid=series.avoid,
            weeks=load_work_weeks(),
            holidays=holidays,
            busy=tuple(_busy([one.series for one in near], guests, as_of)),
        ),
        hosts=lambda invited: _hosts(series, invited),
    )
    sessions = _with_expected(plan_days(making, count), near, guests)
    invited = {code for one in sessions for code in one.invited}
    unknown = sorted(code for code in invited if holidays(code, as_of) is None)
    return OwnPlan(
        name=series.name,
        expression=series.invited,
        level=series.level,
        as_of=as_of,
        sessions=sessions,
        unknown_holidays=tuple(unknown) if series.avoid.holidays != "none" else (),
    )


def _guests(series: OwnSeries, day: date) -> Guests:
    found = members(series.invited, on=day, status=series.status)
    return Guests(found.codes, tuple(sorted(found.possible - found.non_states)))


def _is_near(series: OwnSeries, other: Series) -> bool:
    """Whether the same ministers meet there."""
    return other.level in series.avoid.session_levels and other.kind == "meeting"


def _busy(others: Iterable[Series], guests: Guests, as_of: date) -> Iterator[Busy]:
    """The known sessions to come of organizations to which some of the invited belong."""
    for other in others:
        for edition in other.editions:
            when = When.parse(edition.date) if edition.date and edition.status in _COUNTED else None
            if when is None or when.lower is None or when.last is None or (when.length or _LONGEST + 1) > _LONGEST:
                continue
            states = _shared(other, guests, when.lower) if when.last > as_of else ()
            if states:
                yield Busy(other.name, when.lower, when.last, states)


def _with_expected(
    sessions: Sequence[PlannedSession], near: Sequence[Course], guests: Guests
) -> tuple[PlannedSession, ...]:
    """The sessions with what of the others is expected about the same time."""
    shared = {one.name: _shared(one.series, guests, one.as_of) for one in near}
    ahead = [(one.name, window) for one in near if shared[one.name] for window in one.next(_AHEAD)]
    return tuple(
        msgspec.structs.replace(
            session, expected=tuple(_words(name, window) for name, window in ahead if _is_about_then(session, window))
        )
        for session in sessions
    )


def _is_about_then(session: PlannedSession, window: Window) -> bool:
    return window.basis != "announced" and abs((window.expected - session.first).days) <= _ABOUT


def _words(name: str, window: Window) -> str:
    return f"{name} is expected around {window.expected}, from {window.start} to {window.last}"


def _shared(other: Series, guests: Guests, day: date) -> tuple[str, ...]:
    """Those of the invited whose ministers meet there."""
    found: set[str] = set()
    for org in (*other.orgs, *other.guests):
        if org in load_catalog().organizations:
            found |= members(org, on=day).certain
    return tuple(code for code in guests.certain if code in found)


def _with_codes(series: OwnSeries) -> OwnSeries:
    """With the first host told by its code. Raises UsageError where it is not invited or stands in no order."""
    if series.hosts is None or series.hosts.first is None:
        return series
    first = msgspec.structs.replace(series.hosts, first=state_code(series.hosts.first))
    return msgspec.structs.replace(series, hosts=first)


def _hosts(series: OwnSeries, guests: Guests) -> Sequence[str]:
    """Who hosts in turn, in order. Raises UsageError where a host is none of the invited."""
    hosts = series.hosts or Hosts()
    order = _by_alphabet(hosts.alphabet, guests) if hosts.alphabet else tuple(map(state_code, hosts.states))
    first = (state_code(hosts.first),) if hosts.first else ()
    strangers = [code for code in (*order, *first) if code not in guests.certain]
    if strangers:
        raise UsageError(f"hosts: {strangers[0]} is not invited; invited are {', '.join(guests.certain)}")
    return order


def _by_alphabet(language: str, guests: Guests) -> tuple[str, ...]:
    catalog = load_catalog()
    languages = sorted({one for state in catalog.states.values() for one in state.names})
    if language not in languages:
        raise UnknownNameError("language", language, languages)
    order = Order(since=date.min, term="year", source=Source("own", "the file"), alphabet=language)
    return in_order(order, date.min, World(lambda *_: frozenset(guests.certain), catalog.name))
