"""`comity series`, with and without a database."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from comity.cli.main import main

JOINT = "SCO+CSTO+CIS/defence-ministers"
DAY = ("--as-of", "2025-12-31")
REPORT = """SCO defence ministers meet

MOSCOW, September 4 - The defence ministers of the Shanghai Cooperation Organization (SCO) met in Moscow on Friday. \
The meeting was attended by the defence ministers of the Collective Security Treaty Organization (CSTO) and the \
Commonwealth of Independent States (CIS).
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COMITY_DB", raising=False)
    return tmp_path


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ("series", *arguments))


def _one(*arguments: str) -> dict[str, Any]:
    result = _run(*arguments, "--format", "jsonl")
    assert result.exit_code == 0, result.stderr
    told: dict[str, Any] = json.loads(result.stdout)
    return told


def _listed(*arguments: str) -> dict[str, dict[str, Any]]:
    lines = _run(*arguments, "--format", "jsonl").stdout.splitlines()
    return {told["series"]: told for told in map(json.loads, lines)}


def test_the_enlarged_meeting_is_overdue_and_never_became_regular() -> None:
    told = _one(JOINT, *DAY)
    assert (told["standing"], told["overdue_days"]) == ("overdue", 292)
    assert [edition["date"] for edition in told["editions"]] == ["2020-09-04"]
    assert [(kin["series"], [one["date"] for one in kin["editions"]]) for kin in told["kin"]] == [
        ("SCO+CIS/defence-ministers", ["2022-12-09"])
    ]
    assert any("never became regular" in reason for reason in told["because"])


def test_the_summit_is_regular_and_not_overdue() -> None:
    told = _one("SCO summit", *DAY)
    assert (told["series"], told["standing"], told["overdue_days"]) == ("SCO/heads-of-state", "regular", None)
    assert told["next"]["from"] > "2025-12-31"
    assert told["next"]["probability"] == 0.8
    assert set(told["interval"]) == {"median_days", "shortest_days", "longest_days", "last_days", "count"}


def test_an_edition_tells_date_place_chair_and_source() -> None:
    edition = next(one for one in _one("SCO/heads-of-state", *DAY)["editions"] if one["number"] == 19)
    assert set(edition) == {
        *("number", "date", "place", "mode", "chair", "status", "source", "event", "moved_from", "note")
    }
    assert edition["date"].startswith("2019-06-1")
    assert (edition["place"], edition["chair"], edition["status"]) == (
        {"city": "Bishkek", "country": "KGZ"},
        "KGZ",
        "held",
    )
    assert edition["source"]


def test_all_series_are_listed_with_their_standing() -> None:
    told = _listed(*DAY)
    assert told[JOINT]["standing"] == "overdue"
    assert told["SCO/heads-of-state"]["standing"] == "regular"
    assert {one["standing"] for one in told.values()} <= {"regular", "irregular", "overdue", "lapsed", "single", "none"}


def test_those_of_one_organization_are_listed() -> None:
    assert {JOINT, "SCO/heads-of-state"} <= set(_listed("--org", "ШОС", *DAY))
    assert "CIS/heads-of-state" not in _listed("--org", "ШОС", *DAY)


def test_several_next_sessions_are_told() -> None:
    told = _one("SCO/heads-of-state", "--next", "3", *DAY)
    assert len(told["later"]) == 2
    assert [told["next"]["expected"], *(one["expected"] for one in told["later"])] == sorted(
        [told["next"]["expected"], *(one["expected"] for one in told["later"])]
    )


def test_nothing_after_the_day_is_known() -> None:
    assert max(one["date"] for one in _one("SCO/heads-of-state", "--as-of", "2012-01-01")["editions"]) < "2012"


def test_a_table_shows_the_reasons() -> None:
    shown = _run(JOINT, *DAY, "--format", "table").stdout
    assert "overdue since 2025-03-14, 292 days late" in shown
    assert "never became regular" in shown


def test_a_table_lists_all() -> None:
    shown = _run(*DAY, "--format", "table").stdout
    line = next(line for line in shown.splitlines() if JOINT in line)
    assert "292 days" in line


def test_csv_has_a_row_for_each_edition_or_each_series() -> None:
    editions = list(csv.DictReader(io.StringIO(_run(JOINT, *DAY, "--format", "csv").stdout)))
    assert [(one["series"], one["date"], one["city"] != "") for one in editions] == [(JOINT, "2020-09-04", True)]
    listed = csv.DictReader(io.StringIO(_run(*DAY, "--format", "csv").stdout))
    assert {one["series"]: one["overdue_days"] for one in listed}[JOINT] == "292"


def test_events_of_reports_are_the_catalogues_editions(folder: Path) -> None:
    (folder / "report.txt").write_text(REPORT)
    read = CliRunner().invoke(main, ("read", "report.txt", "--published", "2020-09-04", "--db", "a.db"))
    assert read.exit_code == 0
    (edition,) = _one(JOINT, "--db", "a.db", *DAY)["editions"]
    assert edition["event"]
    assert edition["source"]


def test_a_database_that_was_named_must_be_there() -> None:
    result = _run("--db", "absent.db")
    assert result.exit_code == 1
    assert "absent.db" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("SCO/hedas-of-state",), "SCO/heads-of-state"),
        (("SCO",), "SCO/defence-ministers"),
        (("--org", "Arab Leage"), "unknown organization"),
        (("SCO/heads-of-state", "--org", "SCO"), "not both"),
        (("SCO/heads-of-state", "--next", "0"), "--next"),
        (("--as-of", "yesterday"), "yesterday"),
    ],
)
def test_wrong_usage_is_told_with_what_is_near(arguments: tuple[str, ...], told: str) -> None:
    result = _run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr
