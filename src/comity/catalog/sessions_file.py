"""One file of sessions, turned into series with their editions. The format: docs/reference/catalogue-format.md."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from comity.catalog.sourced_file import SourcedFile, only, text_of
from comity.catalog.yaml_file import Row, mapping, rows, texts
from comity.errors import CatalogError, DateError
from comity.model.record import EVENT_STATUSES, LEVELS, Place
from comity.model.series import Cadence, Edition, Series
from comity.model.when import When

KINDS = ("meeting", "exercise")
MODES = ("in_person", "online", "hybrid", "unknown")
FILE_KEYS = frozenset({"sources", "series"})
SERIES_KEYS = frozenset(
    {"name", "kind", "level", "orgs", "guests", "series", "titles", "cadence", "occasional", "editions"}
)
EDITION_KEYS = frozenset(
    {"number", "date", "city", "country", "mode", "chair", "source", "moved_from", "note", "status"}
)


class SessionsFile(SourcedFile):
    """`sessions/SCO.yaml`: the SCO's summits, councils and exercises, each with its editions and their sources."""

    def __init__(self, path: Path, *, place: str | None = None) -> None:
        """`place` is what errors call the file; by default its name in the shipped catalogue. Raises CatalogError."""
        super().__init__(path, place=place or f"sessions/{path.name}", keys=FILE_KEYS)

    def series(self) -> Iterator[Series]:
        """Each with its editions by date. Raises CatalogError, which names file, series and edition."""
        for number, row in enumerate(rows(self.raw.get("series"), f"{self.place}, series"), 1):
            yield self._series(row, f"{self.place}, {row.get('name') or f'series[{number}]'}")

    def _series(self, row: Row, place: str) -> Series:
        only(row, SERIES_KEYS, place)
        editions = [
            self._edition(one, f"{place}, {one.get('date') or f'editions[{number}]'}")
            for number, one in enumerate(rows(row.get("editions"), f"{place}, editions"), 1)
        ]
        return Series(
            name=text_of(row, "name", place),
            kind=_one_of(row.get("kind") or "meeting", KINDS, f"{place}: kind"),
            level=_one_of(row.get("level"), LEVELS, f"{place}: level"),
            orgs=texts(row.get("orgs"), f"{place}, orgs"),
            guests=texts(row.get("guests"), f"{place}, guests"),
            titles={str(key): str(value) for key, value in mapping(row.get("titles"), f"{place}, titles").items()},
            series=None if row.get("series") is None else text_of(row, "series", place),
            cadence=self._cadence(row.get("cadence"), place),
            occasional=row.get("occasional") is True,
            editions=tuple(sorted(editions, key=lambda edition: edition.date or "")),
        )

    def _cadence(self, told: object, place: str) -> Cadence | None:
        if told is None:
            return None
        row = mapping(told, f"{place}, cadence")
        months = row.get("months")
        if isinstance(months, bool) or not isinstance(months, int | float) or months <= 0:
            raise CatalogError(f"{place}, cadence", f"months {months!r} is not a number above 0")
        return Cadence(float(months), self.cited(row, f"{place}, cadence"))

    def _edition(self, row: Row, place: str) -> Edition:
        only(row, EDITION_KEYS, place)
        meeting_mode = row.get("mode") or "in_person"
        number = row.get("number")
        if number is not None and (isinstance(number, bool) or not isinstance(number, int)):
            raise CatalogError(place, f"number {number!r} is not a whole number")
        return Edition(
            date=_date(row, "date", place),
            number=number,
            place=Place(row.get("city"), row.get("country")),
            mode=_one_of(meeting_mode, MODES, f"{place}: mode"),
            chair=row.get("chair"),
            status=_one_of(row.get("status") or "held", EVENT_STATUSES, f"{place}: status"),
            source=self.cited(row, place),
            note=row.get("note"),
            moved_from=_date(row, "moved_from", place) if row.get("moved_from") is not None else None,
        )


def _date(row: Row, key: str, place: str) -> str:
    told = row.get(key)
    if told is None:
        raise CatalogError(place, f"{key!r} is missing")
    try:
        return When.parse(str(told)).edtf
    except DateError as error:
        raise CatalogError(place, f"{key}: {error}") from error


def _one_of(value: object, known: tuple[str, ...], place: str) -> str:
    if value not in known:
        raise CatalogError(place, f"{value!r} is none of {', '.join(known)}")
    return str(value)


def read_sessions(folder: Path, *, named: str | None = None) -> tuple[Series, ...]:
    """All series of a folder's files, by name; none where there is no folder. Raises CatalogError.

    `named` is what errors call the folder; by default the one of the shipped catalogue.
    """
    found: dict[str, Series] = {}
    for path in sorted(folder.glob("*.yaml")):
        file = SessionsFile(path, place=f"{named or 'sessions'}/{path.name}")
        for series in file.series():
            if series.name in found:
                raise CatalogError(f"{file.place}, {series.name}", "this series stands in another file, too, or twice")
            found[series.name] = series
    return tuple(found[name] for name in sorted(found))
