"""What planning staff ask of a database, or of the catalogue alone: plans of series, years and one's own, and briefs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from comity.model.event import Event
from comity.model.promise import Promise
from comity.planning import Course, Courses
from comity.store import Store

# Each question imports what answers it: whoever only lists series does not wait for the rest.
if TYPE_CHECKING:
    from comity.convening.briefs import Brief
    from comity.convening.chairs import ChairTurns
    from comity.export.year_plan import YearPlan
    from comity.model.plan import OwnPlan, Plan


class Planner:
    """`planner.plan("SCO summit", next=3)`: by the series on a day, and what the reports of a store promise and say.

    `store` is None where the catalogue answers alone.
    """

    def __init__(self, courses: Courses, events: Sequence[Event] = (), store: Store | None = None) -> None:
        self.courses, self._events, self._store = courses, events, store

    def plan(self, name: str, *, next: int = 3) -> Plan:
        """The next sessions of a series with chair and host, and what was promised of it. Raises UnknownNameError."""
        from comity.convening.series_plans import plan_series

        course = self.courses.named(name)
        return plan_series(course, self.courses, self._promises(course), count=next)

    def plan_own(self, file: str | Path, *, next: int = 3) -> OwnPlan:
        """The next sessions of a series of one's own, defined in a file. Raises UsageError with what would work."""
        from comity.convening.own_plans import plan_own
        from comity.planning.own_series import read_own_series

        return plan_own(read_own_series(Path(file)), self.courses, count=next)

    def plan_year(self, organization: str, year: int) -> YearPlan:
        """An organization's year: sessions held, set and expected, and who presides. Raises UsageError."""
        from comity.convening.years import plan_of_year

        return plan_of_year(organization, year, self.courses)

    def turns(self, organization: str, *, next: int = 3) -> ChairTurns:
        """Who presides over an organization, and the next turns of the chair by its rule.

        Raises UnknownNameError, and UsageError where no chair is known.
        """
        from comity.convening.chairs import chair_turns

        return chair_turns(organization, self.courses, count=next)

    def is_organization(self, name: str) -> bool:
        """Whether a name is that of an organization, and of no series."""
        from comity.errors import UnknownNameError
        from comity.query.events import organization

        try:
            self.courses.named(name)
        except UnknownNameError:
            try:
                return bool(organization(name))
            except UnknownNameError:
                return False
        return False

    def brief(self, name: str, *, sessions: int = 3) -> Brief:
        """What one must know of a series before its next session, with its last `sessions`. Raises UnknownNameError."""
        from comity.convening.briefs import Reports, brief_of

        course = self.courses.named(name)
        reports = Reports(self._store, self.courses.as_of)
        promises = self._promises(course)
        return brief_of(course, self.courses, self._by_id, promises, reports, sessions=sessions)

    def _promises(self, course: Course) -> Sequence[Promise]:
        """What is known to have been promised about the first organization of a series."""
        if self._store is None:
            return ()
        from comity.query.promises import Asked, find_promises

        asked = Asked(org=next(iter(course.series.orgs), None))
        return find_promises(self._store, asked, as_of=self.courses.as_of)

    @cached_property
    def _by_id(self) -> dict[str, Event]:
        return {event.id: event for event in self._events}
