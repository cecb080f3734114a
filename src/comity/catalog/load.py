"""The catalogue's files, read into values. The files' format: docs/reference/catalogue-format.md."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec
import yaml

from comity.errors import CatalogError, DateError
from comity.model.membership import Chairmanship, Membership, Source
from comity.model.organization import (
    Body,
    Capital,
    DatedName,
    Mandate,
    NamedSeries,
    Names,
    Organization,
    State,
    StateNames,
)
from comity.model.when import When

ROOT = Path(__file__).parent
LANGUAGES = ("en", "ru", "zh")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Row = Mapping[str, Any]


class City(msgspec.Struct, frozen=True, array_like=True):
    """A city of GeoNames (CC BY 4.0): `aliases` in any script, `country` alpha-3, `timezone` IANA."""

    name: str
    country: str
    population: int
    timezone: str
    aliases: tuple[str, ...] = ()

    def forms(self, language: str) -> tuple[str, ...]:
        """Its names in the script of a language."""
        fits = _SCRIPTS.get(language, str.isascii)
        return (self.name, *(one for one in self.aliases if fits(one))) if language == "en" else tuple(filter(fits, self.aliases))


def _is_cyrillic(text: str) -> bool:
    return any("\u0400" <= letter <= "\u04ff" for letter in text)


def _is_han(text: str) -> bool:
    return any("\u4e00" <= letter <= "\u9fff" for letter in text)


_SCRIPTS = {"ru": _is_cyrillic, "zh": _is_han}


class Catalog(msgspec.Struct, frozen=True):
    """All facts: organizations and states by code, memberships and chairs by organization, cities."""

    organizations: dict[str, Organization]
    states: dict[str, State]
    memberships: dict[str, tuple[Membership, ...]]
    chairs: dict[str, tuple[Chairmanship, ...]]
    cities: tuple[City, ...] = ()
    sources: dict[str, tuple[Source, ...]] = {}


def read_catalog(root: Path = ROOT, *, cities: tuple[City, ...] = ()) -> Catalog:
    """The catalogue in a folder. Raises CatalogError, which names file and key."""
    organizations, memberships, chairs, sources = {}, {}, {}, {}
    for path in sorted((root / "organizations").glob("*.yaml")):
        file = OrganizationFile(path)
        organizations[file.code] = file.organization()
        memberships[file.code] = tuple(file.memberships())
        chairs[file.code] = tuple(file.chairs())
        sources[file.code] = tuple(file.sources.values())
    return Catalog(organizations, read_states(root), memberships, chairs, cities, sources)


class OrganizationFile:
    """One organization's YAML file, turned into values part by part."""

    def __init__(self, path: Path) -> None:
        self.place = f"organizations/{path.name}"
        try:
            self.raw: dict[str, Any] = yaml.load(path.read_text("utf-8"), Loader=_LOADER)  # noqa: S506
        except (OSError, yaml.YAMLError) as error:
            raise CatalogError(self.place, str(error)) from error
        self.code: str = str(self._need(self.raw, "code", "file"))
        self.sources = {key: self._source(key, row) for key, row in (self.raw.get("sources") or {}).items()}

    def organization(self) -> Organization:
        raw, seat = self.raw, self.raw.get("secretariat") or {}
        return Organization(
            code=self.code,
            kind=self._need(raw, "kind", self.code),
            names=_names(raw.get("names")),
            acronyms=_names(raw.get("acronyms")),
            ambiguous=_names(raw.get("ambiguous")),
            decoys=_names(raw.get("decoys")),
            nouns=_names(raw.get("nouns")),
            wikidata=raw.get("wikidata"),
            founded=self._when((raw.get("founded") or {}).get("date"), "founded"),
            dissolved=self._when((raw.get("dissolved") or {}).get("date"), "dissolved"),
            predecessors=tuple(raw.get("predecessors") or ()),
            secretariat=(seat["city"], seat["state"]) if seat.get("city") and seat.get("state") else None,
            mandates=tuple(Mandate(row["sphere"], self._cited(row, "mandates")) for row in raw.get("mandates") or ()),
            bodies=tuple(self._body(row) for row in raw.get("bodies") or ()),
            series=tuple(self._series(row) for row in raw.get("series") or ()),
            regions=_names(raw.get("regions")),
            usual_level=raw.get("usual_level"),
        )

    def memberships(self) -> Iterator[Membership]:
        """One statement a state, in the file's order."""
        for number, row in enumerate(self.raw.get("memberships") or (), 1):
            place = f"memberships[{number}]"
            for state in row.get("states") or [self._need(row, "state", place)]:
                yield Membership(
                    org=self.code,
                    state=str(state),
                    status=self._need(row, "status", place),
                    start=self._when(row.get("start"), place),
                    end=self._when(row.get("end"), place),
                    basis=row.get("basis") or "announced",
                    source=self._cited(row, place),
                    end_basis=row.get("end_basis"),
                    aspect=row.get("aspect") or "legal",
                    version=str(row.get("version") or ""),
                    note=row.get("note"),
                )

    def chairs(self) -> Iterator[Chairmanship]:
        for number, row in enumerate(self.raw.get("chairs") or (), 1):
            place = f"chairs[{number}]"
            start, end = self._when(row.get("start"), place), self._when(row.get("end"), place)
            yield Chairmanship(self.code, row.get("state"), row.get("person"), start, end, self._cited(row, place))

    def _body(self, row: Row) -> Body:
        place = f"bodies {row.get('code')}"
        return Body(
            self.code,
            self._need(row, "code", "bodies"),
            self._need(row, "level", place),
            _names(row.get("names")),
            _names(row.get("own_names")),
            _names(row.get("acronyms")),
            self._cited(row, place) if row.get("source") else None,
        )

    def _series(self, row: Row) -> NamedSeries:
        place = f"series {row.get('code')}"
        source = self._cited(row, place) if row.get("source") else None
        return NamedSeries(self.code, self._need(row, "code", "series"), row.get("kind") or "meeting", _names(row.get("names")), source)

    def _source(self, key: str, row: Row) -> Source:
        seen = row.get("seen")
        return Source(key, self._need(row, "publisher", f"sources {key}"), row.get("title"), row.get("url"), str(seen) if seen else None)

    def _cited(self, row: Row, place: str) -> Source:
        key = row.get("source")
        if key not in self.sources:
            raise CatalogError(f"{self.place}, {place}", f"source {key!r} is not among the file's sources")
        return self.sources[key]

    def _need(self, row: Row, key: str, place: str) -> Any:  # noqa: ANN401 - a YAML value
        if row.get(key) in (None, ""):
            raise CatalogError(f"{self.place}, {place}", f"{key!r} is missing")
        return row[key]

    def _when(self, text: object, place: str) -> When | None:
        if text is None:
            return None
        try:
            return When.parse(str(text))
        except DateError as error:
            raise CatalogError(f"{self.place}, {place}", str(error)) from error


def _names(raw: Mapping[str, Any] | None) -> Names:
    return {str(language): tuple(str(form) for form in forms or ()) for language, forms in (raw or {}).items()}


def read_states(root: Path = ROOT) -> dict[str, State]:
    """States by code, with their capitals and names in every language that has a file."""
    names = {path.stem: _state_names(path) for path in sorted((root / "state_names").glob("*.yaml"))}
    capitals: dict[str, list[Capital]] = {}
    for row in _rows(root / "capitals.csv"):
        capitals.setdefault(row["state"], []).append(_capital(row))
    return {row["code"]: _state(row, names, tuple(capitals.get(row["code"], ()))) for row in _rows(root / "states.csv")}


def _state(row: Row, names: Mapping[str, Mapping[str, StateNames]], capitals: tuple[Capital, ...]) -> State:
    code = row["code"]
    return State(
        code=code,
        alpha2=row["alpha2"] or None,
        cow=int(row["cow"]) if row["cow"] else None,
        wikidata=row["wikidata"] or None,
        kind=row["kind"],
        names={language: known[code] for language, known in names.items() if code in known},
        capitals=capitals,
        start=_day(row["start"], f"states.csv, {code}"),
        end=_day(row["end"], f"states.csv, {code}"),
        successors=tuple(row["successors"].split()),
    )


def _capital(row: Row) -> Capital:
    names = {
        language: tuple(part for part in (row[f"city_{language}"], *(row.get(f"aliases_{language}") or "").split(";")) if part.strip())
        for language in LANGUAGES
    }
    place = f"capitals.csv, {row['state']}"
    return Capital(row["state"], names, row["timezone"], _day(row["start"], place), _day(row["end"], place))


def _state_names(path: Path) -> dict[str, StateNames]:
    raw = yaml.load(path.read_text("utf-8"), Loader=_LOADER)  # noqa: S506
    place = f"state_names/{path.name}"
    return {code: _names_of_state(row, f"{place}, {code}") for code, row in raw.items()}


def _names_of_state(row: Row, place: str) -> StateNames:
    dated = tuple(DatedName(one["name"], _day(one.get("since"), place), _day(one.get("until"), place)) for one in row.get("dated") or ())
    lists = {key: tuple(str(form) for form in row.get(key) or ()) for key in ("names", "adjectives", "demonyms", "metonyms", "ambiguous", "decoys")}
    return StateNames(dated=dated, **lists)


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(line for line in lines if not line.startswith("#"))


def _day(text: object, place: str) -> When | None:
    if not text:
        return None
    try:
        return When.parse(str(text))
    except DateError as error:
        raise CatalogError(place, str(error)) from error
