"""The house: imports run downward only and in no circle; files stay short; the library never prints."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "comity"
LONGEST_FILE = 400

# From the top floor to the ground; those on one floor do not import each other.
FLOORS: tuple[tuple[str, ...], ...] = (
    ("__main__",),
    ("cli", "board"),
    ("project",),
    ("intake", "convening"),
    ("export", "monitoring", "planning", "query"),
    ("store",),
    ("scale",),
    ("reading", "resolving"),
    ("catalog",),
    ("model",),
    ("errors",),
)
FLOOR = {part: number for number, parts in enumerate(FLOORS) for part in parts}
FILES = sorted(PACKAGE.rglob("*.py"))
NAMES = [str(path.relative_to(PACKAGE)) for path in FILES]


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_a_file_is_short(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_nothing_prints(path: Path) -> None:
    calls = [node for node in ast.walk(_tree(path)) if isinstance(node, ast.Call)]
    assert [node.lineno for node in calls if isinstance(node.func, ast.Name) and node.func.id == "print"] == []


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_a_part_of_the_house_stands_on_a_floor(path: Path) -> None:
    assert path == PACKAGE / "__init__.py" or _part(_module(path)) in FLOOR


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_imports_run_downward(path: Path) -> None:
    own = _part(_module(path))
    if not own:
        return
    upward = [name for name in _imports(path) if _part(name) not in ("", own) and FLOOR[_part(name)] <= FLOOR[own]]
    assert upward == []


def test_no_imports_run_in_a_circle() -> None:
    graph = {_module(path): _imports(path) for path in FILES}
    assert _circle(graph) == []


def test_a_circle_would_be_found() -> None:
    assert _circle({"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": set()}) == ["b", "c", "b"]


def _circle(graph: dict[str, set[str]]) -> list[str]:
    """The first circle, as a path; empty where there is none."""
    done: set[str] = set()

    def walk(name: str, trail: list[str]) -> list[str]:
        if name in trail:
            return [*trail[trail.index(name) :], name]
        if name in done:
            return []
        found = next((one for below in sorted(graph.get(name, ())) if (one := walk(below, [*trail, name]))), [])
        done.add(name)
        return found

    return next((one for name in sorted(graph) if (one := walk(name, []))), [])


def _imports(path: Path) -> set[str]:
    """The modules of Comity that a file names, those for types and inside functions too."""
    return {name for node in ast.walk(_tree(path)) for name in _named(node) if name.split(".")[0] == "comity"}


def _named(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module:
        assert node.level == 0, "imports are written in full"
        for alias in node.names:
            inner = f"{node.module}.{alias.name}"
            yield inner if inner in _modules() else node.module


@cache
def _modules() -> frozenset[str]:
    return frozenset(map(_module, FILES))


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def _module(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _part(module: str) -> str:
    """`reading` of `comity.reading.gate`; empty for the package itself."""
    return module.split(".")[1] if "." in module else ""
