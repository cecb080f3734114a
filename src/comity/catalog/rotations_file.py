"""Files of rotations: by which rule the chair of an organization passes on. Format: docs/reference/catalogue-format.md."""

from __future__ import annotations

import os
from datetime import date
from functools import lru_cache
from pathlib import Path

from comity.catalog.load import ROOT
from comity.catalog.loaded import EXTRA
from comity.catalog.sourced_file import SourcedFile, only, text_of
from comity.catalog.yaml_file import Row, mapping, rows, texts
from comity.errors import CatalogError, DateError
from comity.model.rotation import TERMS, Break, Order, Return, Rotation, Skip
from comity.model.when import When

_LISTS = ("orders", "skips", "breaks", "returns")
_FILE = ("org", "sources", *_LISTS)
_ORDER = (*("since", "term", "begins", "alphabet", "states", "cycle"), *("among", "names", "decided", "source", "note"))
_SKIP = ("state", "since", "until", "why", "source")
_BREAK = ("day", "why", "source")
_RETURN = ("state", "since", "why", "source")
_LEAP_YEAR = "2024"


class RotationFile(SourcedFile):
    """One file: `place` is what errors call it."""

    def __init__(self, path: Path, *, place: str) -> None:
        super().__init__(path, place=place, keys=_FILE)

    def rotation(self) -> Rotation:
        """The rule. Raises CatalogError, which names file and key."""
        orders = [self._order(row, place) for row, place in self._rows("orders")]
        if not orders:
            raise CatalogError(self.place, "has no orders")
        return Rotation(
            org=text_of(self.raw, "org", self.place),
            orders=tuple(sorted(orders, key=lambda one: one.since)),
            skips=tuple(self._skip(row, place) for row, place in self._rows("skips")),
            breaks=tuple(self._break(row, place) for row, place in self._rows("breaks")),
            returns=tuple(self._return(row, place) for row, place in self._rows("returns")),
        )

    def _rows(self, key: str) -> list[tuple[Row, str]]:
        """The rows of a list, each with its place."""
        found = rows(self.raw.get(key), f"{self.place}, {key}")
        return [(row, f"{self.place}, {key}[{at}]") for at, row in enumerate(found, 1)]

    def _order(self, row: Row, place: str) -> Order:
        only(row, _ORDER, place)
        alphabet, states = row.get("alphabet"), texts(row.get("states"), f"{place}, states")
        if (alphabet is None) == (not states):
            raise CatalogError(place, "needs either an alphabet or a list of states")
        if row.get("term") not in TERMS:
            raise CatalogError(place, f"term {row.get('term')!r} is none of {', '.join(TERMS)}")
        names = mapping(row.get("names"), f"{place}, names")
        return Order(
            since=_day(row, "since", place),
            term=str(row["term"]),
            source=self.cited(row, place),
            alphabet=None if alphabet is None else str(alphabet),
            states=states,
            cycle=bool(row.get("cycle", True)),
            among=str(row.get("among") or self.raw.get("org")),
            names={str(code): str(name) for code, name in names.items()},
            decided=_day(row, "decided", place) if "decided" in row else None,
            begins=_month_and_day(row, place),
            note=row.get("note"),
        )

    def _skip(self, row: Row, place: str) -> Skip:
        only(row, _SKIP, place)
        until = _day(row, "until", place) if "until" in row else None
        state, why = text_of(row, "state", place), text_of(row, "why", place)
        return Skip(state=state, since=_day(row, "since", place), why=why, source=self.cited(row, place), until=until)

    def _break(self, row: Row, place: str) -> Break:
        only(row, _BREAK, place)
        return Break(day=_day(row, "day", place), why=text_of(row, "why", place), source=self.cited(row, place))

    def _return(self, row: Row, place: str) -> Return:
        only(row, _RETURN, place)
        state, why = text_of(row, "state", place), text_of(row, "why", place)
        return Return(state=state, since=_day(row, "since", place), why=why, source=self.cited(row, place))


def load_rotation(org: str, extra: Path | None = None) -> Rotation | None:
    """The rule of an organization, from the folder `rotations` of the user's own catalogue first; None where none is known.

    Raises CatalogError.
    """
    own = extra or (Path(os.environ[EXTRA]) if os.environ.get(EXTRA) else None)
    return _rotation(own, org) if own and (own / "rotations" / f"{org}.yaml").is_file() else _rotation(ROOT, org)


def rotations(root: Path = ROOT) -> tuple[str, ...]:
    """The organizations whose rule is known, by code."""
    return tuple(sorted(path.stem for path in (root / "rotations").glob("*.yaml")))


@lru_cache(maxsize=256)
def _rotation(root: Path, org: str) -> Rotation | None:
    path = root / "rotations" / f"{org}.yaml"
    if not path.is_file():
        return None
    place = f"rotations/{path.name}" if root == ROOT else str(path)
    return RotationFile(path, place=place).rotation()


def _day(row: Row, key: str, place: str) -> date:
    told = row.get(key)
    if told is None:
        raise CatalogError(place, f"{key!r} is missing")
    try:
        when = When.parse(str(told))
    except DateError as error:
        raise CatalogError(place, f"{key}: {error}") from error
    if not when.is_day or when.lower is None:
        raise CatalogError(place, f"{key}: {told} is not one day")
    return when.lower


def _month_and_day(row: Row, place: str) -> tuple[int, int]:
    told = str(row.get("begins", "01-01"))
    try:
        day = date.fromisoformat(f"{_LEAP_YEAR}-{told}")
    except ValueError as error:
        raise CatalogError(place, f"begins {told!r} is no month and day such as 01-01") from error
    return day.month, day.day
