"""The commands' frame: what is loaded when, and how a refusal is told."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from comity import __version__
from comity.cli import main as frame
from comity.cli.main import COMMANDS, main
from comity.errors import CatalogError, ComityError, UnknownNameError

ROOT = Path(__file__).parents[2]
# What only some commands need, and what takes its time.
HEAVY = (
    "yaml",
    "rich",
    "sqlalchemy",
    "ahocorasick_rs",
    "pandas",
    "comity.catalog",
    "comity.query",
    "comity.reading",
    "comity.store",
)


def _python(code: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    return done.stdout


def test_help_lists_every_command_with_its_line() -> None:
    result = CliRunner().invoke(main, ["--help"])
    assert result.exit_code == 0
    for name in COMMANDS:
        assert f"\n  {name} " in result.output


def test_help_loads_nothing_heavy() -> None:
    told = _python(
        "import sys\nfrom comity.cli.main import main\ntry: main(['--help'])\nexcept SystemExit: pass\n"
        f"print('LOADED', [name for name in {HEAVY!r} if name in sys.modules])"
    )
    assert told.rstrip().endswith("LOADED []")


def test_a_command_that_is_not_installed_does_not_break_the_help_of_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(COMMANDS, "board", "comity.cli.no_such_module:board")
    result = CliRunner().invoke(main, ["--help"])
    assert result.exit_code == 0
    assert "\n  members " in result.stdout
    assert "board" not in result.stdout
    assert CliRunner().invoke(main, ["board"]).exit_code == 2


def test_the_version_is_told() -> None:
    assert CliRunner().invoke(main, ["--version"]).output.strip().endswith(__version__)


def test_an_unknown_command_is_a_usage_error() -> None:
    assert CliRunner().invoke(main, ["conquer"]).exit_code == 2


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (UnknownNameError("organization", "XYZ"), 2),
        (CatalogError("a.yaml, code", "is missing"), 1),
        (ComityError("no"), 1),
    ],
)
def test_an_error_of_ours_is_one_line_and_an_exit_code(
    error: ComityError, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    @click.command()
    def broken() -> None:
        raise error

    monkeypatch.setattr(frame, "broken", broken, raising=False)
    monkeypatch.setitem(COMMANDS, "broken", "comity.cli.main:broken")
    result = CliRunner().invoke(main, ["broken"])
    assert result.exit_code == code
    assert result.stderr == f"comity: {error}\n"
    assert result.stdout == ""


def test_an_error_that_is_not_ours_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    @click.command()
    def broken() -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(frame, "broken", broken, raising=False)
    monkeypatch.setitem(COMMANDS, "broken", "comity.cli.main:broken")
    assert isinstance(CliRunner().invoke(main, ["broken"]).exception, ZeroDivisionError)


def test_a_reader_that_goes_away_is_no_error() -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    command = f"{sys.executable} -m comity catalog show states | head -n 1"
    done = subprocess.run(["bash", "-c", command], env=environment, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    assert done.stdout.startswith('{"code":"ABW"')
