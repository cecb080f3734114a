"""A series on a day, with all that can be said of it: how it stands, what lies between sessions, what comes next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from comity.errors import UsageError
from comity.model.membership import Chairmanship
from comity.model.series import Edition, Interval, Kin, Series, Standing, Window
from comity.model.when import When
from comity.planning.cadence import first_day, held_sessions, interval, presumed
from comity.planning.experience import Experience
from comity.planning.rhythm import Rhythm
from comity.planning.standing import Seen, standing
from comity.planning.turns import next_chair, turning_day
from comity.planning.windows import PROBABILITY, announced, first_window, windows

if TYPE_CHECKING:
    from pandas import DataFrame

COLUMNS = (
    "series",
    "number",
    "date",
    "first_day",
    "last_day",
    "city",
    "country",
    "mode",
    "chair",
    "status",
    "source",
    "event",
)


class Course:
    """The SCO summit on 31 December 2025: regular since 2001, 25 sessions, the next one around July 2026.

    `kin` are series of nearly the same circle, which count where its own sessions are too few. `learned` gives what
    forecasts of all series taught up to that day; it is asked only where a forecast is made. `chairs` are the terms of
    those who preside, `known_until` the last day of which any series tells.
    """

    def __init__(
        self,
        series: Series,
        *,
        as_of: date,
        learned: Callable[[], Experience],
        kin: tuple[Kin, ...] = (),
        chairs: Sequence[Chairmanship] = (),
        known_until: date | None = None,
    ) -> None:
        self.series, self.as_of, self.kin = series, as_of, kin
        self._learned, self._known_until = learned, known_until
        self.rhythm = rhythm_of(series, as_of, chairs)

    @property
    def name(self) -> str:
        return self.series.name

    @property
    def editions(self) -> tuple[Edition, ...]:
        return self.series.editions

    @cached_property
    def interval(self) -> Interval | None:
        """What lies between sessions held; None where there are fewer than two."""
        return interval(self.rhythm.days)

    @cached_property
    def told(self) -> Standing:
        """How it stands, with the reasons."""
        window = first_window(self._outlook, self._learned()) if len(self.rhythm.days) > 1 else None
        return standing(
            Seen(
                series=self.series,
                as_of=self.as_of,
                window=window,
                set_date=announced(self.series, self.as_of),
                kin=self.kin,
                months=self.rhythm.months,
                presumed=self._presumed,
                known_until=self._known_until,
            )
        )

    @cached_property
    def _presumed(self) -> Edition | None:
        return presumed(self.series, self.as_of)

    @cached_property
    def _outlook(self) -> Rhythm:
        """The rhythm with the session that may be taken as held."""
        day = first_day(self._presumed) if self._presumed else None
        return self.rhythm if day is None or not self.rhythm.days else self.rhythm.after(day)

    @property
    def standing(self) -> str:
        """regular, irregular, overdue, lapsed or single; none where no session is known."""
        return self.told.standing

    def next(self, count: int = 1, *, probability: float = PROBABILITY) -> tuple[Window, ...]:
        """The next sessions as windows; none where too few are known, or where the series has lapsed."""
        set_date = announced(self.series, self.as_of)
        if set_date is None and (self.series.occasional or self.standing == "lapsed"):
            return ()
        return windows(
            self._outlook,
            self._learned(),
            as_of=self.as_of,
            count=count,
            probability=probability,
            set_date=set_date,
            known_until=self._known_until,
        )

    def to_frame(self) -> DataFrame:
        """One edition a row. Raises UsageError where pandas is not installed."""
        return editions_frame([self.series])

    def __repr__(self) -> str:
        return f"<{self.name}: {self.standing}, {len(self.editions)} editions>"


def rhythm_of(series: Series, as_of: date | None = None, chairs: Sequence[Chairmanship] = ()) -> Rhythm:
    """What forecasts start from, as known on a day; `chairs` are those of the organization, where it has one series of summits."""
    held = held_sessions(series, as_of)
    days, presiding = tuple(day for day, _ in held), tuple(chair for _, chair in held)
    turning = turning_day(chairs)
    months = series.cadence.months if series.cadence else None
    return Rhythm(
        days,
        months,
        series.kind == "exercise",
        turning,
        presiding,
        next_chair(chairs, days[-1], turning) if days else None,
    )


def edition_row(name: str, edition: Edition) -> tuple[object, ...]:
    """An edition as one row of COLUMNS."""
    when = When.parse(edition.date) if edition.date else None
    return (
        name,
        edition.number,
        edition.date,
        when.lower if when else None,
        when.last if when else None,
        edition.place.city,
        edition.place.country,
        edition.mode,
        edition.chair,
        edition.status,
        str(edition.source) if edition.source else None,
        edition.event,
    )


def editions_frame(series: Iterable[Series]) -> DataFrame:
    """One edition of one series a row. Raises UsageError where pandas is not installed."""
    try:
        import pandas
    except ImportError as error:
        raise UsageError("tables need pandas: pip install 'comity[frames]'") from error
    rows = [edition_row(one.name, edition) for one in series for edition in one.editions]
    frame = pandas.DataFrame(rows, columns=list(COLUMNS))
    for column in ("first_day", "last_day"):
        # In seconds: nanoseconds begin in 1677.
        frame[column] = frame[column].astype("datetime64[s]")
    return frame
