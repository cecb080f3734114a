"""A file of the catalogue that opens with its sources, which its rows cite by their keys."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from comity.catalog.yaml_file import Row, mapping, read_yaml
from comity.errors import CatalogError
from comity.model.membership import Source

_SOURCE = ("publisher", "title", "url", "seen")


class SourcedFile:
    """`sessions/SCO.yaml`: its rows, its sources, and `place`, which is what errors call it. Raises CatalogError."""

    def __init__(self, path: Path, *, place: str, keys: Iterable[str]) -> None:
        self.place = place
        self.raw = read_yaml(path, place)
        only(self.raw, keys, place)
        told = mapping(self.raw.get("sources"), f"{place}, sources")
        self.sources = {str(key): self._source(str(key), row) for key, row in told.items()}

    def _source(self, key: str, row: object) -> Source:
        place = f"{self.place}, sources.{key}"
        told = mapping(row, place)
        only(told, _SOURCE, place)
        seen = told.get("seen")
        publisher = text_of(told, "publisher", place)
        return Source(key, publisher, told.get("title"), told.get("url"), str(seen) if seen else None)

    def cited(self, row: Row, place: str) -> Source:
        """The source of a row."""
        key = row.get("source")
        if key not in self.sources:
            raise CatalogError(place, f"source {key!r} is not among the file's sources")
        return self.sources[key]


def only(row: Row, known: Iterable[str], place: str) -> None:
    """Raises CatalogError where a row has a field that is none."""
    slips = sorted(set(map(str, row)) - set(known))
    if slips:
        raise CatalogError(place, f"{slips[0]!r} is no field; known are {', '.join(sorted(known))}")


def text_of(row: Row, key: str, place: str) -> str:
    """A field that must be a text. Raises CatalogError."""
    value = row.get(key)
    if not isinstance(value, str) or not value:
        raise CatalogError(place, f"{key} is {value!r}; a text is needed, in quotes where YAML reads something else")
    return value
