"""On which days of the week offices rest, by state and time. The file's format: docs/reference/catalogue-format.md."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import msgspec

from comity.catalog.yaml_file import Row, mapping, read_yaml, rows, texts
from comity.errors import CatalogError, DateError
from comity.model.when import When

WORK_WEEKS = Path(__file__).parent / "work_weeks.yaml"
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
USUAL = frozenset({5, 6})


class WorkWeek(msgspec.Struct, frozen=True):
    """Since 2022 the United Arab Emirates rest on Saturday and Sunday. `rest` counts days from Monday, 0."""

    rest: frozenset[int]
    since: date | None = None
    until: date | None = None
    source: str = ""

    def holds(self, on: date) -> bool:
        return (self.since is None or self.since <= on) and (self.until is None or on < self.until)


class WorkWeeks(msgspec.Struct, frozen=True):
    """The weeks of all states: those that are not told of rest on Saturday and Sunday."""

    states: dict[str, tuple[WorkWeek, ...]] = {}

    def rest_days(self, state: str, on: date) -> frozenset[int]:
        """The days of the week of rest that hold on a day."""
        return next((week.rest for week in self.states.get(state, ()) if week.holds(on)), USUAL)

    def rests(self, state: str, on: date) -> bool:
        """Whether offices rest on a day because of the day of the week."""
        return on.weekday() in self.rest_days(state, on)


@lru_cache(maxsize=1)
def load_work_weeks() -> WorkWeeks:
    """Those of the catalogue."""
    return read_work_weeks(WORK_WEEKS)


def read_work_weeks(path: Path) -> WorkWeeks:
    """The weeks that a file tells. Raises CatalogError."""
    content = read_yaml(path, path.name)
    sources = mapping(content.get("sources"), f"{path.name}, sources")
    states = mapping(content.get("states"), f"{path.name}, states")
    return WorkWeeks({str(code): _weeks(told, f"{path.name}, {code}", sources) for code, told in states.items()})


def _weeks(told: object, place: str, sources: Mapping[str, object]) -> tuple[WorkWeek, ...]:
    weeks = tuple(_week(row, place, sources) for row in rows(told, place))
    for earlier, later in pairwise(weeks):
        if earlier.until is None or earlier.until != later.since:
            raise CatalogError(place, f"one row holds until {earlier.until}, and the next since {later.since}")
    return weeks


def _week(row: Row, place: str, sources: Mapping[str, object]) -> WorkWeek:
    named = texts(row.get("rest"), place)
    unknown = [day for day in named if day not in DAYS]
    if unknown or not named:
        raise CatalogError(place, f"rest names {unknown or 'no day'}; days are {', '.join(DAYS)}")
    if row.get("source") not in sources:
        raise CatalogError(place, f"source {row.get('source')!r} is none of the file's sources")
    since, until = (_day(row.get(key), place) for key in ("since", "until"))
    return WorkWeek(frozenset(map(DAYS.index, named)), since, until, str(row["source"]))


def _day(told: object, place: str) -> date | None:
    if told is None:
        return None
    try:
        when = When.parse(str(told))
    except DateError as error:
        raise CatalogError(place, str(error)) from error
    if not when.is_day:
        raise CatalogError(place, f"{told} is not one day")
    return when.lower
