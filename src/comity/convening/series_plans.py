"""The plan of a series: its next windows, who will preside and host, and which promises are open."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from comity.convening.chairs import Presidency, presidency
from comity.model.membership import Source
from comity.model.plan import Coming, Plan
from comity.model.promise import Promise
from comity.model.rotation import Turn
from comity.model.series import Edition, Series, Window
from comity.model.when import When
from comity.planning import Course, Courses
from comity.planning.cadence import was_held
from comity.planning.hosting import expected_host


def plan_series(course: Course, courses: Courses, promises: Iterable[Promise], *, count: int) -> Plan:
    """The next `count` sessions of a series among others, and the open ones of all promises that are about it."""
    windows = course.next(count)
    until = max((window.expected for window in windows), default=course.as_of)
    chairs = presidency(course, courses, until=until)
    own = open_promises(course.series, promises)
    return Plan(
        series=course.series,
        as_of=course.as_of,
        standing=course.told,
        next=tuple(_coming(course, window, chairs, at == 0) for at, window in enumerate(windows)),
        open_promises=own,
        late=tuple(one.id for one in own if is_late(one, course.series, course.as_of)),
    )


def open_promises(series: Series, promises: Iterable[Promise]) -> tuple[Promise, ...]:
    """Those that are about a series and of which nothing is known to have come yet."""
    return tuple(one for one in promises if one.outcome == "open" and is_about(one, series))


def is_about(promise: Promise, series: Series) -> bool:
    """Whether a promise is of one of the sessions of a series, or of the format as such."""
    events = {edition.event for edition in series.editions if edition.event}
    return promise.event in events or (promise.series is not None and _format(promise.series) == _format(series.name))


def is_late(promise: Promise, series: Series, as_of: date) -> bool:
    """Whether its time is over, and no session of the series is known to have been held at it."""
    due = When.parse(promise.due) if promise.due else None
    if due is None or not due.before(as_of):
        return False
    held = (When.parse(one.date) for one in series.editions if one.date and was_held(one, as_of))
    return not any(when.may_overlap(due) for when in held)


def _format(name: str) -> tuple[frozenset[str], str]:
    orgs, _, rest = name.rpartition("/")
    return frozenset(orgs.split("+")), rest


def _coming(course: Course, window: Window, chairs: Presidency, is_next: bool) -> Coming:
    told = _announced(course.series, window, course.as_of, is_next)
    turn = chairs.turn(window.expected)
    chair = told.chair if told and told.chair else turn.state if turn else None
    host, why_host = expected_host(course.editions, chairs.turns, chair, passes_on=chairs.passes_on)
    if told and told.place.country:
        host, why_host = told.place.country, None
    reasons = [
        *_of_session(told),
        *_of_chair(course, chairs, turn, told),
        *(_if_sooner(window, chairs, turn) if told is None else ()),
        *([why_host] if why_host else []),
    ]
    return Coming(
        window=window,
        chair=chair,
        host=host,
        city=told.place.city if told else None,
        announced=told,
        because=tuple(reasons),
        sources=_sources(told, turn),
    )


def _announced(series: Series, window: Window, as_of: date, is_next: bool) -> Edition | None:
    """The session that a source or report set for the time of a window; a whole year sets the next one."""
    for edition in series.editions:
        when = When.parse(edition.date) if edition.status == "scheduled" and edition.date else None
        if when is None or when.last is None or when.last < as_of:
            continue
        days = When.days(window.start, window.last + timedelta(days=1))
        if when.may_overlap(window.expected) or (is_next and when.may_overlap(days)):
            return edition
    return None


def _of_session(told: Edition | None) -> list[str]:
    if told is None:
        return []
    by = told.source.publisher if told.source else f"the reports of event {told.event}"
    where = ", ".join(part for part in (told.place.city, told.place.country) if part)
    return [f"announced for {told.date}{' in ' + where if where else ''}, by {by}"]


def _of_chair(course: Course, chairs: Presidency, turn: Turn | None, told: Edition | None) -> list[str]:
    if turn is not None and (told is None or told.chair in (None, turn.state)):
        return list(turn.because)
    if told is not None and told.chair:
        return [f"{told.chair} presides, as announced"]
    org = course.series.orgs[0] if course.series.orgs else "this series"
    why = f"the rule of {org} does not tell it so far ahead" if chairs.is_ruled else f"no rule of {org} is known"
    return [f"who presides is not known: {why}"]


def _if_sooner(window: Window, chairs: Presidency, turn: Turn | None) -> list[str]:
    """Whose session it would be on an earlier day of the window, where the chair changes by the calendar within it."""
    first = chairs.turn(window.start)
    if turn is None or first is None or chairs.passes_on or first.state in (None, turn.state):
        return []
    return [f"before {first.end} it would be {first.state}'s"]


def _sources(told: Edition | None, turn: Turn | None) -> tuple[Source, ...]:
    own = (told.source,) if told and told.source else ()
    return tuple(dict.fromkeys((*own, *(turn.sources if turn else ()))))
