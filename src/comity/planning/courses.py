"""All series on a day, each with its standing and forecast; what one taught serves the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, overload

import msgspec

from comity.model.membership import Chairmanship
from comity.model.series import Kin, Series
from comity.planning.backtest import experience_of
from comity.planning.cadence import held_days
from comity.planning.course import Course, editions_frame, rhythm_of
from comity.planning.experience import Experience

if TYPE_CHECKING:
    from pandas import DataFrame


class Finding(msgspec.Struct, frozen=True):
    """How series are found among others: the one of a name, those of an organization, those of nearly the same circle."""

    named: Callable[[str, Sequence[Series]], Series]
    of: Callable[[str, Sequence[Series]], Sequence[Series]]
    kin: Callable[[Series, Iterable[Series]], tuple[Kin, ...]]


class Courses(Sequence[Course]):
    """The series that a question found, by name. `courses.named("SCO summit").next(2)` are the next two windows."""

    def __init__(
        self,
        series: Sequence[Series],
        *,
        as_of: date,
        finding: Finding,
        chairs: Mapping[str, Sequence[Chairmanship]],
        learn_from: Sequence[Series] | None = None,
    ) -> None:
        self.as_of, self._finding, self._chairs = as_of, finding, chairs
        self._series = tuple(series)
        self._all = self._series if learn_from is None else tuple(learn_from)

    def __len__(self) -> int:
        return len(self._series)

    @overload
    def __getitem__(self, at: int) -> Course: ...
    @overload
    def __getitem__(self, at: slice) -> Courses: ...
    def __getitem__(self, at: int | slice) -> Course | Courses:
        return self._some(self._series[at]) if isinstance(at, slice) else self._course(self._series[at])

    def __repr__(self) -> str:
        return f"<{len(self)} series>"

    def named(self, name: str) -> Course:
        """The one that a name means, in any spelling. Raises UnknownNameError."""
        return self._course(self._finding.named(name, self._series))

    def of(self, organization: str) -> Courses:
        """Those in which an organization meets. Raises UnknownNameError."""
        return self._some(self._finding.of(organization, self._series))

    def to_frame(self) -> DataFrame:
        """One edition of one series a row. Raises UsageError where pandas is not installed."""
        return editions_frame(self._series)

    def _some(self, series: Sequence[Series]) -> Courses:
        return Courses(series, as_of=self.as_of, finding=self._finding, chairs=self._chairs, learn_from=self._all)

    def _course(self, series: Series) -> Course:
        return Course(
            series,
            as_of=self.as_of,
            learned=lambda: self._experience,
            kin=self._finding.kin(series, self._all),
            chairs=chairs_of(series, self._chairs),
            known_until=self._known_until,
        )

    @cached_property
    def _known_until(self) -> date:
        """The last day of which any series tells a session: what came later is not known."""
        return max((days[-1] for one in self._all if (days := held_days(one, self.as_of))), default=self.as_of)

    @cached_property
    def _experience(self) -> Experience:
        listed = [one for one in self._all if _is_listed(one)]
        rhythms = {one.name: rhythm_of(one, self.as_of, chairs_of(one, self._chairs)) for one in listed}
        return experience_of(rhythms, self.as_of + timedelta(days=1) if self.as_of < date.max else date.max)


def _is_listed(series: Series) -> bool:
    """Whether most of its sessions stand in a source's list: what reports alone tell has holes, and would teach them."""
    return 2 * sum(edition.source is not None for edition in series.editions) >= len(series.editions)


def chairs_of(series: Series, chairs: Mapping[str, Sequence[Chairmanship]]) -> Sequence[Chairmanship]:
    """Whose terms count for a series: those of its organization, where it is the one of its summits."""
    if series.kind != "meeting" or len(series.orgs) != 1 or series.guests or series.level != "heads_of_state":
        return ()
    return chairs.get(series.orgs[0], ())
