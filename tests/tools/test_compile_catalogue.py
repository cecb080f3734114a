"""The build hook that puts the compiled catalogue into a wheel."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def tool(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The hook's module, with a catalogue that costs nothing to compile."""
    spec = importlib.util.spec_from_file_location("compile_catalogue", ROOT / "tools" / "compile_catalogue.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "compiled", lambda: b"the catalogue")
    return module


def _built(tool: ModuleType, root: Path, version: str) -> dict[str, Any]:
    hook = tool.CatalogueBuildHook(str(root), {}, None, None, str(root / "dist"), "wheel")
    build_data: dict[str, Any] = {"force_include": {}}
    hook.initialize(version, build_data)
    return build_data


def test_a_wheel_holds_the_compiled_catalogue(tool: ModuleType, tmp_path: Path) -> None:
    ((path, place),) = _built(tool, tmp_path, "standard")["force_include"].items()
    assert Path(path).read_bytes() == b"the catalogue"
    assert place == "comity/catalog/compiled.msgpack"


def test_an_editable_install_compiles_nothing(tool: ModuleType, tmp_path: Path) -> None:
    assert _built(tool, tmp_path, "editable")["force_include"] == {}
    assert list(tmp_path.iterdir()) == []
