"""The whole catalogue in one file, which loads many times as fast as the YAML files that it is made from."""

from __future__ import annotations

import hashlib
import os
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import msgspec

from comity.catalog.bearers import NameTable, name_table
from comity.catalog.cities import read_cities
from comity.catalog.coordinates import Hundredths, Positions, read_coordinates
from comity.catalog.load import ROOT, Catalog, read_catalog
from comity.catalog.outlet_files import OutletList, read_outlets
from comity.catalog.sessions_file import read_sessions
from comity.model.series import Series

SHIPPED = ROOT / "compiled.msgpack"
# What the compiled file is made from: the facts, and the code that gives them their shape.
PARTS = (
    *("*.csv", "*.yaml", "organizations/*.yaml", "sessions/*.yaml", "state_names/*.yaml", "inflection/*.yaml"),
    "outlets/*.yaml",
    *("*.py", "../model/*.py"),
)
_NONE = msgspec.Raw(msgspec.msgpack.encode(()))
_NOWHERE = msgspec.Raw(msgspec.msgpack.encode({}))


class Compiled(msgspec.Struct, frozen=True):
    """The catalogue, names, sessions, outlets and where cities are, each still encoded: whoever wants one does not wait for the others."""

    catalog: msgspec.Raw
    names: msgspec.Raw
    sessions: msgspec.Raw = _NONE
    outlets: msgspec.Raw = _NONE
    coordinates: msgspec.Raw = _NOWHERE

    def read_catalog(self) -> Catalog:
        return msgspec.msgpack.decode(self.catalog, type=Catalog)

    def read_sessions(self) -> tuple[Series, ...]:
        return msgspec.msgpack.decode(self.sessions, type=tuple[Series, ...])

    def read_outlets(self) -> OutletList:
        return msgspec.msgpack.decode(self.outlets, type=OutletList)

    def read_coordinates(self) -> Positions:
        return Positions(msgspec.msgpack.decode(self.coordinates, type=dict[str, Hundredths]))

    def read_names(self) -> NameTable:
        return msgspec.msgpack.decode(self.names, type=NameTable)


def compile_catalog(root: Path = ROOT) -> bytes:
    """Facts, cities, names, sessions, outlets and coordinates of a catalogue folder in one piece. Raises CatalogError."""
    catalog = read_catalog(root, cities=read_cities())
    found = (
        catalog,
        name_table(catalog, root),
        read_sessions(root / "sessions"),
        read_outlets(root / "outlets"),
        read_coordinates(),
    )
    parts = (msgspec.Raw(msgspec.msgpack.encode(part)) for part in found)
    return msgspec.msgpack.encode(Compiled(*parts))


def read_compiled(content: bytes) -> Compiled:
    return msgspec.msgpack.decode(content, type=Compiled)


def fingerprint(root: Path = ROOT) -> str:
    """Changes when any of the catalogue's files, or Comity's version, does."""
    seen = hashlib.blake2b(_version().encode(), digest_size=8)
    for part in PARTS:
        for path in sorted(root.glob(part)):
            facts = path.stat()
            seen.update(f"{path.name} {facts.st_size} {facts.st_mtime_ns}\n".encode())
    return seen.hexdigest()


def keep(path: Path, content: bytes) -> None:
    """Writes the file in one step and drops older ones beside it.

    Best effort: a folder that cannot be written only costs time at the next start.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(f".{os.getpid()}")
        draft.write_bytes(content)
        draft.replace(path)
        for old in path.parent.glob("catalog-*.msgpack"):
            if old != path:
                old.unlink(missing_ok=True)
    except OSError:
        return


def _version() -> str:
    try:
        return version("comity")
    except PackageNotFoundError:
        return "source"
