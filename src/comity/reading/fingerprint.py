"""Which rules a report was read by: changes when the code of reading or a file of the catalogue does."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
_PARTS = ("model", "catalog", "reading")
# Facts of the catalogue that come in only after reading.
_LATER = ("catalog/outlets", "catalog/rotations", "catalog/sessions", "catalog/wishes", "catalog/wording")
_SUFFIXES = (".py", ".yaml", ".csv", ".msgpack")


@lru_cache(maxsize=1)
def rules_version() -> str:
    """A short hash of everything that a reading depends on; the same on every machine with the same files."""
    seen = hashlib.blake2b(digest_size=8)
    for part in _PARTS:
        for name, path in _files(part):
            seen.update(name.encode())
            seen.update(hashlib.blake2b(path.read_bytes(), digest_size=8).digest())
    return seen.hexdigest()


def _files(part: str) -> Iterator[tuple[str, Path]]:
    for path in sorted(one for one in (_PACKAGE / part).rglob("*") if one.suffix in _SUFFIXES):
        name = path.relative_to(_PACKAGE).as_posix()
        if not name.startswith(_LATER):
            yield name, path
