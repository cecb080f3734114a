"""The catalogue in use: compiled once, then loaded in a fraction of a second."""

from __future__ import annotations

import hashlib
import os
from functools import lru_cache
from pathlib import Path

import msgspec
from platformdirs import user_cache_path

from comity.catalog.cities import read_cities
from comity.catalog.load import ROOT, Catalog, read_catalog

SHIPPED = ROOT / "compiled.msgpack"
_PARTS = ("states.csv", "capitals.csv", "organizations/*.yaml", "state_names/*.yaml", "load.py", "cities.py")


@lru_cache(maxsize=1)
def load_catalog() -> Catalog:
    """The shipped catalogue; in a source checkout the one compiled from its files, kept in the user's cache folder."""
    if SHIPPED.exists():
        return _decode(SHIPPED.read_bytes())
    cached = user_cache_path("comity") / f"catalog-{fingerprint(ROOT)}.msgpack"
    try:
        return _decode(cached.read_bytes())
    except (OSError, msgspec.MsgspecError):
        content = compile_catalog()
        _keep(cached, content)
        return _decode(content)


def compile_catalog(root: Path = ROOT) -> bytes:
    """The whole catalogue with its cities, in one piece."""
    return msgspec.msgpack.encode(read_catalog(root, cities=read_cities()))


def fingerprint(root: Path) -> str:
    """Changes when any of the catalogue's files does."""
    seen = hashlib.blake2b(digest_size=8)
    for part in _PARTS:
        for path in sorted(root.glob(part)):
            facts = path.stat()
            seen.update(f"{path.name} {facts.st_size} {facts.st_mtime_ns}\n".encode())
    return seen.hexdigest()


def _decode(content: bytes) -> Catalog:
    return msgspec.msgpack.decode(content, type=Catalog)


def _keep(path: Path, content: bytes) -> None:
    """Best effort: a folder that cannot be written only costs time at the next start."""
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
