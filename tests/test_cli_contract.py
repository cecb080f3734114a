"""What holds for every command: help, exit codes, one line an error, clean ends."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import comity
from comity.cli.main import COMMANDS, main


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COMITY_DB", raising=False)
    lines = [
        json.dumps({"id": f"r{number}", "published": "2020-06-01", "text": f"The SCO met on {number} May 2020."})
        for number in range(1, 21)
    ]
    (tmp_path / "reports.jsonl").write_text("\n".join(lines))
    return tmp_path


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_tells_what_it_does(command: str) -> None:
    result = _run(command, "--help")
    assert result.exit_code == 0
    assert result.stdout.startswith(f"Usage: main {command}")


def test_the_version_is_told() -> None:
    assert _run("--version").stdout == f"comity, version {comity.__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("read",),
        ("read", "reports.jsonl", "--published", "yesterday"),
        ("events", "--since", "2020-02-30"),
        ("events", "--kind", "party"),
        ("events", "--level", "defense_ministers"),
        ("events", "--status", "happened"),
        ("events", "--org", "Arab Leage", "--db", "kept.db"),
        ("events", "--state", "Wakanda", "--db", "kept.db"),
        ("catalog", "memberships", "Wakanda"),
        ("catalog", "panel", "SCO", "--from", "2020"),
        ("catalog", "panel", "SCO", "--from", "2020", "--to", "2010"),
        ("show",),
        ("show", "absent", "--db", "kept.db"),
        ("search",),
        ("search", "SCO", "--limit", "0"),
        ("review", "--doubt", "date", "--db", "kept.db"),
        ("review", "--org", "Arab Leage", "--db", "kept.db"),
        ("review", "bless", "--db", "kept.db"),
        ("review", "merge", "a", "b", "--by", "Ana", "--db", "kept.db"),
        ("review", "keep", "absent", "--by", "Ana", "--why", "so", "--db", "kept.db"),
    ],
)
def test_wrong_usage_is_exit_code_2(folder: Path, arguments: tuple[str, ...]) -> None:
    _run("read", "reports.jsonl", "--db", "kept.db")
    result = _run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr


@pytest.mark.parametrize(
    "command",
    [
        ("read", "reports.jsonl"),
        ("events",),
        ("show", "r1"),
        ("search", "SCO"),
        ("review",),
        ("review", "log"),
        ("review", "keep", "r1", "--by", "Ana", "--why", "so"),
    ],
)
@pytest.mark.parametrize(
    ("place", "why"),
    [
        ("absent/a.db", "the folder 'absent' does not exist"),
        ("reports.jsonl", "not a database"),
        ("other.db", "another program's database"),
        ("mysql://user:secret@host/a", "unknown kind of database 'mysql'"),
        ("postgresql://user:secret@127.0.0.1:1/a", "no server answers there"),
    ],
)
def test_a_database_that_refuses_is_exit_code_1_and_one_line(
    folder: Path, command: tuple[str, ...], place: str, why: str
) -> None:
    with closing(sqlite3.connect(folder / "other.db")) as other:
        other.execute("CREATE TABLE bookmarks (url TEXT)")
    result = _run(*command, "--db", place)
    assert (result.exit_code, result.stdout) == (1, "")
    (line,) = result.stderr.splitlines()
    assert line.startswith("comity: ")
    assert why in line
    assert "secret" not in line


def test_the_database_may_be_named_in_the_environment(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMITY_DB", "named.db")
    assert _run("read", "reports.jsonl").exit_code == 0
    assert (folder / "named.db").exists()


def _start(*arguments: str, stdin: int | None = None) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "comity", *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, stdin=stdin)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_control_c_stops_cleanly_and_the_next_run_goes_on(folder: Path, jobs: str) -> None:
    first, *rest = (folder / "reports.jsonl").read_text().splitlines()
    with _start("read", "-", "--jobs", jobs, stdin=subprocess.PIPE) as run:
        assert run.stdin is not None
        assert run.stdout is not None
        assert run.stderr is not None
        # Enough that the first report is through, however many are in flight.
        run.stdin.write("\n".join([first, *rest]) + "\n")
        run.stdin.flush()
        printed = run.stdout.readline()
        run.send_signal(signal.SIGINT)
        told = run.stderr.read()
        run.stdin.close()
    assert run.returncode == 130
    assert told == "comity: stopped; what was read is kept, and the same command goes on from there\n"
    again = _run("read", "reports.jsonl")
    assert again.exit_code == 0
    assert len(again.stdout.splitlines()) == 20
    assert json.loads(again.stdout.splitlines()[0])["records"] == json.loads(printed)["records"]


def test_a_reader_that_goes_away_ends_the_run_without_a_word(folder: Path) -> None:
    reports = ({"published": "2020-06-01", "text": f"The SCO met {number}. " * 500} for number in range(200))
    (folder / "many.jsonl").write_text("\n".join(map(json.dumps, reports)))
    with _start("read", "many.jsonl", "--no-store") as run:
        assert run.stdout is not None
        assert run.stderr is not None
        run.stdout.readline()
        run.stdout.close()
        told = run.stderr.read()
    assert told == ""


def test_output_is_utf_8_whatever_the_terminal(folder: Path) -> None:
    (folder / "a.txt").write_text("ШОС: 上合组织", encoding="utf-8")
    command = [sys.executable, "-m", "comity", "read", "a.txt", "--no-store", "--lang", "en"]
    environment = os.environ | {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    told = subprocess.run(command, capture_output=True, check=True, env=environment).stdout
    assert json.loads(told.decode("utf-8"))["document"]["source"] == "a.txt"
