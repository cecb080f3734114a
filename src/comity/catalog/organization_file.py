"""One organization's YAML file, turned into values part by part. The format: docs/reference/catalogue-format.md."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from comity.catalog.yaml_file import Row, mapping, read_yaml, rows, texts, texts_by_language
from comity.errors import CatalogError, DateError
from comity.model.membership import Chairmanship, Membership, Source
from comity.model.organization import Body, Mandate, NamedSeries, Names, Organization
from comity.model.when import When


class OrganizationFile:
    """`organizations/SCO.yaml`: what the SCO is, who belongs to it, who chairs it, and the sources of all that."""

    def __init__(self, path: Path, *, place: str | None = None) -> None:
        """`place` is what errors call the file; by default its name in the shipped catalogue."""
        self.place = place or f"organizations/{path.name}"
        self.raw = read_yaml(path, self.place)
        self.code = self._need(self.raw, "code", "file")
        self.sources = {key: self._source(key, row) for key, row in self._block(self.raw, "sources").items()}

    def organization(self) -> Organization:
        raw, seat = self.raw, self._block(self.raw, "secretariat")
        return Organization(
            code=self.code,
            kind=self._need(raw, "kind", self.code),
            names=self._names(raw, "names"),
            acronyms=self._names(raw, "acronyms"),
            ambiguous=self._names(raw, "ambiguous"),
            decoys=self._names(raw, "decoys"),
            nouns=self._names(raw, "nouns"),
            wikidata=raw.get("wikidata"),
            founded=self._when(self._block(raw, "founded"), "date", "founded"),
            dissolved=self._when(self._block(raw, "dissolved"), "date", "dissolved"),
            predecessors=texts(raw.get("predecessors"), f"{self.place}, predecessors"),
            secretariat=(seat["city"], seat["state"]) if seat.get("city") and seat.get("state") else None,
            mandates=tuple(
                Mandate(self._need(row, "sphere", place), self._cited(row, place))
                for place, row in self._rows("mandates")
            ),
            bodies=tuple(self._body(row, place) for place, row in self._rows("bodies")),
            series=tuple(self._series(row, place) for place, row in self._rows("series")),
            regions=self._names(raw, "regions"),
            usual_level=raw.get("usual_level"),
        )

    def memberships(self) -> Iterator[Membership]:
        """One statement a state, in the file's order."""
        for place, row in self._rows("memberships"):
            for state in self._states(row, place):
                yield Membership(
                    org=self.code,
                    state=state,
                    status=self._need(row, "status", place),
                    start=self._when(row, "start", place),
                    end=self._when(row, "end", place),
                    basis=row.get("basis") or "announced",
                    source=self._cited(row, place),
                    end_basis=row.get("end_basis"),
                    aspect=row.get("aspect") or "legal",
                    version=str(row.get("version") or ""),
                    note=row.get("note"),
                )

    def chairs(self) -> Iterator[Chairmanship]:
        for place, row in self._rows("chairs"):
            if not (row.get("state") or row.get("person")):
                raise CatalogError(f"{self.place}, {place}", "names neither a state nor a person")
            start, end = self._when(row, "start", place), self._when(row, "end", place)
            yield Chairmanship(self.code, row.get("state"), row.get("person"), start, end, self._cited(row, place))

    def _states(self, row: Row, place: str) -> tuple[str, ...]:
        if "states" in row:
            return texts(row["states"], f"{self.place}, {place}")
        return (self._need(row, "state", place),)

    def _body(self, row: Row, place: str) -> Body:
        return Body(
            self.code,
            self._need(row, "code", place),
            self._need(row, "level", place),
            self._names(row, "names", place),
            self._names(row, "own_names", place),
            self._names(row, "acronyms", place),
            self._cited(row, place) if row.get("source") else None,
        )

    def _series(self, row: Row, place: str) -> NamedSeries:
        source = self._cited(row, place) if row.get("source") else None
        names = self._names(row, "names", place)
        return NamedSeries(self.code, self._need(row, "code", place), row.get("kind") or "meeting", names, source)

    def _source(self, key: str, row: object) -> Source:
        place = f"sources.{key}"
        told = mapping(row, f"{self.place}, {place}")
        if not (told.get("title") or told.get("url")):
            # Kept: the check reports it, and the statements that cite it stay readable.
            return Source(key, self._need(told, "publisher", place))
        seen = told.get("seen")
        return Source(
            key, self._need(told, "publisher", place), told.get("title"), told.get("url"), str(seen) if seen else None
        )

    def _cited(self, row: Row, place: str) -> Source:
        key = row.get("source")
        if key not in self.sources:
            raise CatalogError(f"{self.place}, {place}", f"source {key!r} is not among the file's sources")
        return self.sources[key]

    def _rows(self, key: str) -> Iterator[tuple[str, Row]]:
        for number, row in enumerate(rows(self.raw.get(key), f"{self.place}, {key}"), 1):
            yield f"{key}[{number}]", row

    def _block(self, row: Row, key: str) -> Row:
        return mapping(row.get(key), f"{self.place}, {key}")

    def _names(self, row: Row, key: str, place: str = "") -> Names:
        return texts_by_language(row.get(key), f"{self.place}, {place}{'.' if place else ''}{key}")

    def _need(self, row: Row, key: str, place: str) -> str:
        value = row.get(key)
        if value in (None, ""):
            raise CatalogError(f"{self.place}, {place}", f"{key!r} is missing")
        if not isinstance(value, str):
            raise CatalogError(
                f"{self.place}, {place}", f"{key} {value!r} is read as {type(value).__name__}: put it in quotes"
            )
        return value

    def _when(self, row: Row, key: str, place: str) -> When | None:
        if row.get(key) is None:
            return None
        try:
            return When.parse(str(row[key]))
        except DateError as error:
            raise CatalogError(f"{self.place}, {place}.{key}", str(error)) from error
