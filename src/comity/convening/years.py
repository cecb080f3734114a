"""An organization's year: the sessions of all its series, held, set and expected, and who presides."""

from __future__ import annotations

from datetime import date

from comity.catalog.loaded import load_catalog
from comity.convening.chairs import is_summit, presidency
from comity.errors import UsageError
from comity.export.calendars import Sessions
from comity.export.year_plan import YearPlan, year_plan
from comity.model.membership import Chairmanship
from comity.model.rotation import Turn
from comity.model.when import When
from comity.planning import Courses
from comity.query.events import organization

# So many sessions of one series are looked ahead for each year up to the one asked for.
_A_YEAR, _MOST = 3, 24


def plan_of_year(name: str, year: int, courses: Courses) -> YearPlan:
    """The year of an organization, as known on the day of the courses. Raises UnknownNameError and UsageError."""
    code = organization(name)
    own = [course for course in courses.of(code) if course.series.orgs[:1] == (code,)]
    if not own:
        raise UsageError(f"no series of {code} is known; `comity series` lists all that are")
    count = min(_A_YEAR * max(year - courses.as_of.year + 1, 0), _MOST)
    sessions = [Sessions(course.series, course.next(count) if count else ()) for course in own]
    summit = next((course for course in own if is_summit(course.series)), own[0])
    found = presidency(summit, courses, until=date(min(max(year, 1), date.max.year - 2), 12, 31))
    chairs = [_chairmanship(code, turn) for turn in found.turns if turn.state]
    return year_plan(load_catalog().name(code), year, sessions, as_of=courses.as_of, chairs=chairs)


def _chairmanship(org: str, turn: Turn) -> Chairmanship:
    return Chairmanship(org, turn.state, None, When.days(turn.start), When.days(turn.end), turn.sources[0])
