"""Who tells the news: agencies, papers, broadcasters and official sites, with their country and who controls them.

The files' format: docs/reference/catalogue-format.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from comity.catalog.yaml_file import Row, mapping, read_yaml, rows, texts
from comity.errors import CatalogError
from comity.model.membership import Source

CONTROLS = ("state", "public", "private", "organization")
OUTLET_KEYS = frozenset({"name", "also", "domains", "country", "control", "owner", "source"})
_SOURCE_KEYS = frozenset({"publisher", "title", "url", "seen"})
# Signatures end in what they are as often as not: "Trend News Agency" is Trend.
_ENDINGS = (
    "international news agency",
    "information agency",
    "news agency",
    "press agency",
    "newspaper",
    "agency",
    "news",
)
_LEADS = ("the ", "agence ", "агентство ", "информагентство ", "газета ")
# "News" and "gov" are in too many names to be one.
_SHORT = 2
_GENERIC = frozenset({"news", "gov", "mfa", "mid", "mod", "english", "daily", "times", "press", "government"})
_MARKS = re.compile(r"[\W_]+")


class Outlet(msgspec.Struct, frozen=True):
    """TASS, also ТАСС, at tass.com, of Russia, controlled by the state, says the State Media Monitor.

    `country` is alpha-3 or an organization's code. `control` is state (owned or run by a government), public (a public
    service with a board of its own), private, or organization (an international one's own). `owner` where it is known.
    """

    name: str
    country: str
    control: str
    source: Source
    also: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    owner: str | None = None


class OutletList(msgspec.Struct, frozen=True):
    """All outlets, and what papers sign with that names none: "our correspondent", "agency", 本报."""

    outlets: tuple[Outlet, ...] = ()
    nobody: tuple[str, ...] = ()


class Outlets:
    """Finds an outlet by any of its names or addresses."""

    def __init__(self, known: OutletList) -> None:
        self.all = known.outlets
        self._nobody = frozenset(map(plain, known.nobody))
        full = {plain(name): one for one in self.all for name in (one.name, *one.also)}
        parts = ((key, one) for one in self.all for name in (one.name, *one.also) for key in keys(name))
        self._by_name = _unshared(parts) | full
        self._by_label = _unshared((domain.split(".")[0], one) for one in self.all for domain in one.domains)
        self._by_domain = {domain: one for one in self.all for domain in one.domains}

    def named(self, name: str) -> Outlet | None:
        """Of that name, or with that address: "TASS news agency", "tass.com", and what is left of one, "sectsco"."""
        known = (self._by_name.get(key) for key in keys(name))
        return next((one for one in known if one), None) or self.at(name) or self._by_label.get(name.casefold())

    def is_nobody(self, name: str) -> bool:
        """Whether it names no outlet: "Agency", "Own correspondent"."""
        return plain(name) in self._nobody

    def at(self, address: str) -> Outlet | None:
        """Of a site: `https://en.kremlin.ru/events` is that of kremlin.ru."""
        host = address.split("://")[-1].split("/")[0].rpartition("@")[2].partition(":")[0].casefold()
        labels = host.split(".")
        found = (self._by_domain.get(".".join(labels[at:])) for at in range(len(labels) - 1))
        return next((one for one in found if one), None)


def _unshared(found: Iterable[tuple[str, Outlet]]) -> dict[str, Outlet]:
    """What is left of a name without "news agency", or of an address without its ends, where it is no other's too."""
    outlets: dict[str, Outlet] = {}
    shared: set[str] = set()
    for part, one in found:
        if outlets.setdefault(part, one) is not one:
            shared.add(part)
    left = outlets.keys() - shared - _GENERIC
    return {part: one for part, one in outlets.items() if part in left and len(part) > _SHORT}


def keys(name: str) -> tuple[str, ...]:
    """What a name is found by, the fullest first: "Trend News Agency" by `trendnewsagency` and by `trend`."""
    short = name.casefold().strip()
    short = next((short.removeprefix(lead) for lead in _LEADS if short.startswith(lead)), short)
    short = next((short.removesuffix(" " + end) for end in _ENDINGS if short.endswith(" " + end)), short)
    return tuple(dict.fromkeys(key for key in (plain(name), plain(short)) if key))


def plain(name: str) -> str:
    """Its letters and digits alone, in small letters."""
    return _MARKS.sub("", name.casefold())


def read_outlets(folder: Path, named: str = "outlets") -> OutletList:
    """All outlets of the files in a folder. Raises CatalogError."""
    found: dict[str, Outlet] = {}
    nobody: list[str] = []
    for path in sorted(folder.glob("*.yaml")):
        file = OutletsFile(path, place=f"{named}/{path.name}")
        nobody += file.nobody
        for outlet in file.outlets():
            if outlet.name in found:
                raise CatalogError(f"{named}/{path.name}, {outlet.name}", "stands twice")
            found[outlet.name] = outlet
    return OutletList(tuple(found.values()), tuple(nobody))


class OutletsFile:
    """`outlets/asia.yaml`: the sources that it rests on, and a list of outlets."""

    def __init__(self, path: Path, *, place: str | None = None) -> None:
        """`place` is what errors call the file. Raises CatalogError."""
        self.place = place or f"outlets/{path.name}"
        raw = read_yaml(path, self.place)
        _only(raw, frozenset({"sources", "outlets", "nobody"}), self.place)
        told = mapping(raw.get("sources"), f"{self.place}, sources")
        self.sources = {str(key): self._source(str(key), row) for key, row in told.items()}
        self.nobody = texts(raw.get("nobody"), f"{self.place}, nobody")
        self._rows = rows(raw.get("outlets"), f"{self.place}, outlets")

    def outlets(self) -> Iterator[Outlet]:
        """Raises CatalogError, which names the file and the outlet."""
        for number, row in enumerate(self._rows, 1):
            yield self._outlet(row, f"{self.place}, {row.get('name') or f'outlets[{number}]'}")

    def _outlet(self, row: Row, place: str) -> Outlet:
        _only(row, OUTLET_KEYS, place)
        control = _text(row, "control", place)
        if control not in CONTROLS:
            raise CatalogError(place, f"control {control!r} is none of {', '.join(CONTROLS)}")
        return Outlet(
            name=_text(row, "name", place),
            country=_text(row, "country", place),
            control=control,
            source=self._cited(row, place),
            also=texts(row.get("also"), f"{place}, also"),
            domains=texts(row.get("domains"), f"{place}, domains"),
            owner=None if row.get("owner") is None else _text(row, "owner", place),
        )

    def _cited(self, row: Row, place: str) -> Source:
        key = _text(row, "source", place)
        if key not in self.sources:
            raise CatalogError(place, f"source {key!r} is none of {', '.join(self.sources)}")
        return self.sources[key]

    def _source(self, key: str, told: object) -> Source:
        place = f"{self.place}, sources.{key}"
        row = mapping(told, place)
        _only(row, _SOURCE_KEYS, place)
        optional = {name: None if row.get(name) is None else str(row[name]) for name in ("title", "url", "seen")}
        return Source(key, _text(row, "publisher", place), **optional)


def _text(row: Row, key: str, place: str) -> str:
    value = row.get(key)
    if not isinstance(value, str) or not value.strip():
        raise CatalogError(place, f"{key} is {value!r}, not a text (NO, ON and numbers are to be quoted)")
    return value.strip()


def _only(row: Row, known: frozenset[str], place: str) -> None:
    if strange := sorted(map(str, set(row) - known)):
        raise CatalogError(place, f"{strange[0]!r} is none of {', '.join(sorted(known))}")
