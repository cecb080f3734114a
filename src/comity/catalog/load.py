"""The catalogue's files, read into values. The files' format: docs/reference/catalogue-format.md."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from comity.catalog.organization_file import OrganizationFile
from comity.catalog.state_files import LANGUAGES, read_states
from comity.errors import CatalogError
from comity.model.membership import Chairmanship, Membership, Source
from comity.model.organization import Organization, State

__all__ = [
    "LANGUAGES",
    "ROOT",
    "Catalog",
    "City",
    "extra_files",
    "overlaid",
    "read_catalog",
    "read_states",
    "with_files",
]

ROOT = Path(__file__).parent


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
        aliases = tuple(one for one in self.aliases if fits(one))
        return (self.name, *aliases) if language == "en" else aliases


def _is_cyrillic(text: str) -> bool:
    return any("\u0400" <= letter <= "\u04ff" for letter in text)


def _is_han(text: str) -> bool:
    return any("\u4e00" <= letter <= "\u9fff" for letter in text)


_SCRIPTS = {"ru": _is_cyrillic, "zh": _is_han}


class Catalog(msgspec.Struct, frozen=True):
    """All facts: organizations and states by code, memberships, chairs and sources by organization, cities."""

    organizations: dict[str, Organization]
    states: dict[str, State]
    memberships: dict[str, tuple[Membership, ...]]
    chairs: dict[str, tuple[Chairmanship, ...]]
    cities: tuple[City, ...] = ()
    sources: dict[str, tuple[Source, ...]] = {}

    def name(self, code: str, language: str = "en") -> str:
        """The preferred name of a state or organization; the code itself where there is none."""
        bearer = self.states.get(code) or self.organizations.get(code)
        return bearer.name(language) if bearer else code


def read_catalog(root: Path = ROOT, *, cities: tuple[City, ...] = ()) -> Catalog:
    """The catalogue in a folder. Raises CatalogError, which names file and key."""
    files = [OrganizationFile(path) for path in sorted((root / "organizations").glob("*.yaml"))]
    return with_files(Catalog({}, read_states(root), {}, {}, cities), files)


def overlaid(catalog: Catalog, extra: Path) -> Catalog:
    """The catalogue with the organizations of a folder of the user's, which replace those of the same code.

    The files stand in the folder, or in `organizations` inside it. Raises CatalogError.
    """
    return with_files(catalog, [OrganizationFile(path, place=str(path)) for path in extra_files(extra)])


def extra_files(extra: Path) -> list[Path]:
    """The organizations' files in a folder of the user's. Raises CatalogError."""
    if not extra.is_dir():
        raise CatalogError(str(extra), "no such folder (named by COMITY_CATALOG)")
    inner = extra / "organizations"
    return sorted((inner if inner.is_dir() else extra).glob("*.yaml"))


def with_files(catalog: Catalog, files: Iterable[OrganizationFile]) -> Catalog:
    """The catalogue with the organizations of these files, which replace those of the same code."""
    organizations, memberships = dict(catalog.organizations), dict(catalog.memberships)
    chairs, sources = dict(catalog.chairs), dict(catalog.sources)
    places: dict[str, str] = {}
    for file in files:
        if file.code in places:
            raise CatalogError(file.place, f"code {file.code!r} is that of {places[file.code]}")
        places[file.code] = file.place
        organizations[file.code] = file.organization()
        memberships[file.code] = tuple(file.memberships())
        chairs[file.code] = tuple(file.chairs())
        sources[file.code] = tuple(file.sources.values())
    return Catalog(organizations, catalog.states, memberships, chairs, catalog.cities, sources)
