"""Who presides over an organization: the turns that are known, and those that its rule lets expect."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache

import msgspec

from comity.catalog.loaded import load_catalog
from comity.catalog.rotations_file import load_rotation
from comity.errors import UsageError
from comity.model.rotation import Turn
from comity.model.series import Series
from comity.model.when import ONE_DAY
from comity.planning import Course, Courses
from comity.planning.cadence import first_day, held_days, presumed
from comity.planning.presiding import Known, hands_over_after, presiding, turns
from comity.planning.rotation import World
from comity.query import members
from comity.query.events import organization

# The chair passes on at most so often between the known terms and the last window.
_SUMMITS_AHEAD = 12
# No term lasts longer than so many days.
_LONGEST = 2 * 366


class ChairTurns(msgspec.Struct, frozen=True, kw_only=True):
    """The EU's Council from 25 November 2026 on: Ireland now, Lithuania from January, Greece from July."""

    organization: str
    as_of: date
    turns: tuple[Turn, ...] = ()

    def rows(self) -> list[tuple[str | None, date, date, str, str, str]]:
        """One turn a row: chair, first and last day, basis, reasons, sources."""
        return [
            (
                one.state,
                one.start,
                one.end - ONE_DAY,
                one.basis,
                "; ".join(one.because),
                "; ".join(map(str, one.sources)),
            )
            for one in self.turns
        ]


class Presidency(msgspec.Struct, frozen=True):
    """The turns of an organization's chair up to a day, and whether it passes on at the sessions of a series."""

    turns: tuple[Turn, ...]
    passes_on: bool
    is_ruled: bool

    def turn(self, day: date) -> Turn | None:
        return presiding(self.turns, day, passes_on=self.passes_on)


def chair_turns(name: str, courses: Courses, *, count: int) -> ChairTurns:
    """The turn that holds, and the next `count`. Raises UnknownNameError, and UsageError where no chair is known."""
    code, as_of = organization(name), courses.as_of
    until = as_of + timedelta(days=min(_LONGEST * count, (date.max - as_of).days - 2 * _LONGEST))
    found = _turns(code, courses, until) if until > as_of else ()
    if not found:
        raise UsageError(
            f"no chair of {code} is known on {as_of}; `comity catalog show {code}` tells what is known of it"
        )
    return ChairTurns(organization=code, as_of=as_of, turns=tuple(one for one in found if one.end > as_of)[: count + 1])


def presidency(course: Course, courses: Courses, *, until: date) -> Presidency:
    """Who presides over the first of a series' organizations, which convenes it."""
    org = course.series.orgs[0] if course.series.orgs else ""
    rotation = load_rotation(org) if org else None
    found = _turns(org, courses, until)
    passes_on = is_summit(course.series) and hands_over_after(rotation, course.editions, found, until)
    return Presidency(found, passes_on, rotation is not None)


def is_summit(series: Series) -> bool:
    """Whether it is the highest organ of one organization, at whose sessions a chair may pass on."""
    plain = series.name.rpartition("/")[2] == "heads-of-state"
    return series.kind == "meeting" and plain and len(series.orgs) == 1 and not series.guests


def _turns(org: str, courses: Courses, until: date) -> tuple[Turn, ...]:
    known = Known(load_catalog().chairs.get(org, ()), load_rotation(org) if org else None, _summit_days(org, courses))
    return turns(known, as_of=courses.as_of, until=until, world=_world())


def _summit_days(org: str, courses: Courses) -> Sequence[date]:
    """The sessions of an organization's highest organ, held and expected, in order."""
    found = next((one for one in courses if is_summit(one.series) and one.series.orgs == (org,)), None)
    if found is None:
        return ()
    ahead = [window.expected for window in found.next(_SUMMITS_AHEAD)]
    return sorted({*_held_or_due(found, ahead[0] if ahead else None), *ahead})


def _held_or_due(course: Course, following: date | None) -> list[date]:
    """The sessions held, and those between the last one known and the next one ahead, which may have been held since."""
    days = list(held_days(course.series, course.as_of))
    coming = presumed(course.series, course.as_of)
    day = first_day(coming) if coming else None
    if day is not None:
        return [*days, day]
    gap = timedelta(days=course.interval.median_days) if course.interval else None
    while days and gap and following and following - days[-1] > 1.5 * gap:
        days.append(days[-1] + gap)
    return days


def _world() -> World:
    # The same days are asked for again at each turn.
    return World(lru_cache(4096)(_members_on), load_catalog().name)


def _members_on(expression: str, day: date) -> frozenset[str]:
    found = members(expression, on=day)
    return (found.certain | found.possible) - found.non_states
