"""The catalogue in use: shipped, or that of a source checkout; with the user's own organizations laid over it."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

import msgspec
from platformdirs import user_cache_path

from comity.catalog.compiled import SHIPPED, Compiled, compile_catalog, fingerprint, keep, read_compiled
from comity.catalog.coordinates import Positions
from comity.catalog.load import ROOT, Catalog, overlaid
from comity.catalog.names import Names
from comity.catalog.outlet_files import OutletList, read_outlets
from comity.catalog.sessions_file import read_sessions
from comity.model.series import Series

EXTRA = "COMITY_CATALOG"
"""The environment's name of a folder with organizations of the user's own."""


def load_catalog(extra: Path | None = None) -> Catalog:
    """The catalogue, with the organizations of `extra` (else of the folder in COMITY_CATALOG) laid over it.

    Raises CatalogError where a file of that folder breaks the format.
    """
    return _catalog(extra or _extra_folder())


def shipped_catalog() -> Catalog:
    """The catalogue without anybody's own organizations."""
    return _catalog(None)


def load_names(extra: Path | None = None) -> Names:
    """The names of the catalogue in use."""
    return _names(extra or _extra_folder())


def load_sessions(extra: Path | None = None) -> tuple[Series, ...]:
    """The series with their editions, by name; those of `extra`'s folder `sessions` replace others of their name.

    Raises CatalogError.
    """
    return _sessions(extra or _extra_folder())


def load_outlets(extra: Path | None = None) -> OutletList:
    """The outlets; those of `extra`'s folder `outlets` replace others of their name. Raises CatalogError."""
    return _outlets(extra or _extra_folder())


@lru_cache(maxsize=1)
def load_positions() -> Positions:
    """Where the gazetteer's cities are."""
    return _compiled().read_coordinates()


@lru_cache(maxsize=4)
def _outlets(extra: Path | None) -> OutletList:
    if extra is None:
        return _compiled().read_outlets()
    shipped, own = _outlets(None), read_outlets(extra / "outlets", str(extra / "outlets"))
    found = {outlet.name: outlet for outlet in (*shipped.outlets, *own.outlets)}
    return OutletList(tuple(found.values()), (*shipped.nobody, *own.nobody))


@lru_cache(maxsize=4)
def _sessions(extra: Path | None) -> tuple[Series, ...]:
    if extra is None:
        return _compiled().read_sessions()
    own = read_sessions(extra / "sessions", named=str(extra / "sessions"))
    found = {series.name: series for series in (*_sessions(None), *own)}
    return tuple(found[name] for name in sorted(found))


@lru_cache(maxsize=4)
def _catalog(extra: Path | None) -> Catalog:
    if extra is not None:
        return overlaid(_catalog(None), extra)
    return _compiled().read_catalog()


@lru_cache(maxsize=4)
def _names(extra: Path | None) -> Names:
    return Names(_catalog(extra)) if extra else Names(table=_compiled().read_names())


@lru_cache(maxsize=1)
def _compiled() -> Compiled:
    """Shipped in the wheel; in a source checkout made once and kept in the user's cache folder."""
    if SHIPPED.exists():
        return read_compiled(SHIPPED.read_bytes())
    kept = user_cache_path("comity") / f"catalog-{fingerprint(ROOT)}.msgpack"
    try:
        return read_compiled(kept.read_bytes())
    except (OSError, msgspec.MsgspecError):
        content = compile_catalog()
        keep(kept, content)
        return read_compiled(content)


def _extra_folder() -> Path | None:
    named = os.environ.get(EXTRA)
    return Path(named) if named else None
