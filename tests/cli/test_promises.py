"""`comity promises`, over the example reports."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from comity.cli.main import main
from comity.project import Project
from comity.query.promises import COLUMNS

REPORTS = Path(__file__).parents[2] / "examples" / "enlarged-meetings"
SHAPE = ["by", "what", "made_on", "due", "outcome", "event", "evidence"]


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("promises") / "story.db"
    with Project.open(path) as project:
        project.read(REPORTS)
    return str(path)


def _run(database: str, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["promises", "--db", database, "--as-of", "2025-12-31", *arguments])


def test_a_pipe_gets_a_line_a_promise_in_the_agreed_shape(database: str) -> None:
    told = [json.loads(line) for line in _run(database, "--by", "Putin").stdout.splitlines()]
    (hope,) = told
    assert list(hope)[:7] == SHAPE
    assert (hope["by"], hope["person"], hope["made_on"], hope["due"]) == ("RUS", "Vladimir Putin", "2020-11-10", None)
    assert hope["what"] == "make the meeting of SCO, CSTO and CIS defence ministers regular"
    assert hope["outcome"] == "repeated"
    assert "wished again on 2022-12-09" in hope["because"]
    assert [set(words) for words in hope["evidence"]] == [{"document", "start", "end"}]


@pytest.mark.parametrize(
    ("made", "due", "outcome", "held"),
    [
        ("2020-02-04", "2020-06", "late", "2020-09"),
        ("2022-08-24", "2022-12", "kept", "2022-12-09"),
    ],
)
def test_what_was_announced_and_proposed(database: str, made: str, due: str, outcome: str, held: str) -> None:
    told = [json.loads(line) for line in _run(database).stdout.splitlines()]
    (one,) = [one for one in told if one["made_on"] == made]
    assert (one["by"], one["due"], one["outcome"]) == ("RUS", due, outcome)
    assert one["held"].startswith(held)


def test_the_last_line_of_a_table_is_the_rate(database: str) -> None:
    lines = _run(database, "--format", "table").stdout.splitlines()
    assert lines[0].split() == ["made", "on", "by", "what", "due", "outcome", "because", "event"]
    assert lines[-1].startswith("kept ")
    assert " %)" in lines[-1]


def test_csv_has_a_row_a_promise(database: str) -> None:
    rows = list(csv.DictReader(io.StringIO(_run(database, "--format", "csv", "--outcome", "late").stdout)))
    assert [tuple(row) for row in rows] == [COLUMNS]
    assert [row["due"] for row in rows] == ["2020-06"]


def test_nothing_found_is_said_in_a_table(database: str) -> None:
    assert _run(database, "--person", "Nobody", "--format", "table").stdout == "no such promises\n"


@pytest.mark.parametrize(
    ("arguments", "named"),
    [(["--org", "SOC"], "'SOC'"), (["--state", "Rusia"], "'Rusia'"), (["--outcome", "keptt"], "'keptt'")],
)
def test_a_name_that_is_unknown_is_a_usage_error(database: str, arguments: list[str], named: str) -> None:
    result = _run(database, *arguments)
    assert result.exit_code == 2
    assert named in result.stderr
