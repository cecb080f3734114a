"""Compiles the catalogue into the wheel, so that the installed package reads one file and needs no gazetteer library.

Hatchling calls the hook; by hand: `python tools/compile_catalogue.py FILE`.
An editable install gets none: there, the first use compiles what the files say at that time.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SOURCES = Path(__file__).resolve().parent.parent / "src"
IN_WHEEL = "comity/catalog/compiled.msgpack"


def compiled() -> bytes:
    """The whole catalogue of this checkout. Raises CatalogError, which fails the build."""
    sys.path.insert(0, str(SOURCES))
    try:
        from comity.catalog.compiled import compile_catalog

        return compile_catalog()
    finally:
        sys.path.remove(str(SOURCES))


class CatalogueBuildHook(BuildHookInterface[Any]):
    """Puts the compiled catalogue into a wheel, beside the package's code."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        path = Path(self.root) / "build" / "compiled.msgpack"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(compiled())
        build_data["force_include"][str(path)] = IN_WHEEL


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(compiled())
