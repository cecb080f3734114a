"""`comity plan` and `comity brief`: answers, files and clear errors."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import icalendar
import pytest
from click.testing import CliRunner, Result

from comity.cli.main import main

DAY = ("--as-of", "2025-12-31")
OWN = "name: Own\ninvited: CSTO\ncadence: {every: 6 months, from: 2026-03-10}\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COMITY_DB", raising=False)
    (tmp_path / "own.yaml").write_text(OWN, "utf-8")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def test_a_plan_is_told_as_json() -> None:
    result = run("plan", "SCO/heads-of-state", "--next", "2", *DAY, "--format", "jsonl")
    told = json.loads(result.stdout)
    assert (told["series"], told["overdue"], told["open_promises"]) == ("SCO/heads-of-state", None, [])
    assert [(one["chair"], one["host"]) for one in told["next"]] == [("KGZ", "KGZ"), ("PAK", "PAK")]
    assert {"from", "to", "expected", "probability", "because", "announced", "sources"} <= set(told["next"][0])


def test_what_is_overdue_is_told() -> None:
    told = json.loads(run("plan", "SCO+CSTO+CIS/defence-ministers", *DAY, "--format", "json").stdout)
    assert told["next"] == []
    assert (told["overdue"]["since"], told["overdue"]["days"]) == ("2025-03-14", 292)


def test_a_plan_is_told_as_a_table() -> None:
    told = run("plan", "CSTO/heads-of-state", *DAY, "--format", "table").stdout
    assert "TJK is the next" in told
    assert "80%" in told


def test_a_series_without_a_next_session_says_why() -> None:
    told = run("plan", "SCO+CSTO+CIS/defence-ministers", *DAY, "--format", "table").stdout
    assert "no session can be foretold: 1 session held" in told


def test_csv_has_a_row_a_session() -> None:
    rows = list(csv.DictReader(io.StringIO(run("plan", "SCO/heads-of-state", *DAY, "--format", "csv").stdout)))
    assert [row["chair"] for row in rows] == ["KGZ", "PAK", "RUS"]


def test_a_plan_is_written_as_a_calendar_with_chairs(folder: Path) -> None:
    assert run("plan", "SCO/heads-of-state", *DAY, "--ics", "sco.ics", "--format", "json").exit_code == 0
    calendar = icalendar.Calendar.from_ical((folder / "sco.ics").read_bytes())
    expected = [one for one in calendar.walk("VEVENT") if "(expected)" in str(one["SUMMARY"])]
    assert "Chair: Pakistan" in str(expected[1]["DESCRIPTION"])
    assert {str(one["STATUS"]) for one in expected} == {"TENTATIVE"}


def test_a_plan_is_written_as_a_page(folder: Path) -> None:
    assert run("plan", "SCO/heads-of-state", *DAY, "--html", "sco.html", "--format", "json").exit_code == 0
    page = (folder / "sco.html").read_text("utf-8")
    assert "<td>Pakistan (PAK)</td>" in page
    assert "Charter of the SCO" in page


def test_ones_own_series_is_planned(folder: Path) -> None:
    result = run("plan", "own.yaml", "--next", "2", *DAY, "--ics", "own.ics", "--html", "own.html", "--format", "jsonl")
    told = json.loads(result.stdout)
    assert [one["from"] for one in told["sessions"]] == ["2026-03-10", "2026-09-10"]
    assert told["sessions"][0]["invited"] == ["ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK"]
    calendar = icalendar.Calendar.from_ical((folder / "own.ics").read_bytes())
    assert [one["SUMMARY"] for one in calendar.walk("VEVENT")] == ["Own, session 1", "Own, session 2"]
    assert "Session 2: Thursday 2026-09-10" in (folder / "own.html").read_text("utf-8")


def test_the_days_of_ones_own_plan_are_told_as_a_table() -> None:
    told = run("plan", "own.yaml", *DAY, "--format", "table").stdout
    assert "Tuesday 2026-03-10" in told


def test_ones_own_plan_is_told_as_csv() -> None:
    rows = list(csv.DictReader(io.StringIO(run("plan", "own.yaml", *DAY, "--format", "csv").stdout)))
    assert [row["from"] for row in rows][:2] == ["2026-03-10", "2026-09-10"]


def test_the_turns_of_an_organizations_chair_are_told() -> None:
    told = json.loads(run("plan", "EU", "--next", "2", "--as-of", "2026-11-25", "--format", "jsonl").stdout)
    assert [(one["chair"], one["from"]) for one in told["turns"]] == [
        ("IRL", "2026-07-01"),
        ("LTU", "2027-01-01"),
        ("GRC", "2027-07-01"),
    ]


def test_turns_that_follow_from_a_rule_say_so() -> None:
    rows = csv.DictReader(io.StringIO(run("plan", "SCO", "--as-of", "2025-12-31", "--format", "csv").stdout))
    assert [(row["chair"], row["basis"]) for row in rows] == [
        ("KGZ", "known"),
        ("PAK", "rule"),
        ("RUS", "rule"),
        ("TJK", "rule"),
    ]


def test_a_year_is_written_on_one_sheet(folder: Path) -> None:
    result = run("plan", "CSTO", "--year", "2026", *DAY, "--html", "year.html", "--format", "csv")
    assert result.stdout.startswith("from,to,session,place,standing,source\n")
    assert "<svg" in (folder / "year.html").read_text("utf-8")


@pytest.mark.parametrize("form", ["table", "jsonl"])
def test_a_year_is_told(form: str) -> None:
    assert "Heads of state" in run("plan", "CSTO", "--year", "2020", "--format", form).stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("plan",), "Missing argument"),
        (("plan", "SCO/nothing"), "unknown series 'SCO/nothing'; did you mean"),
        (("plan", "absent.yaml"), "absent.yaml: cannot be read"),
        (("plan", "SCO summit", "--next", "0"), "0 is not in the range"),
        (("plan", "SCO summit", "--as-of", "2025-02-30"), "'2025-02-30' is not a day"),
        (("plan", "SCO summit", "--html", "nowhere/x.html"), "nowhere/x.html cannot be written"),
        (("plan", "SCO summit", "--ics", "nowhere/x.ics"), "nowhere/x.ics cannot be written"),
        (("plan", "own.yaml", "--year", "2026"), "name an organization"),
        (("plan", "SCO", "--year", "2026", "--ics", "x.ics"), "write it with --html"),
        (("plan", "SCO", "--html", "x.html"), "--ics and --html are of a series"),
        (("plan", "UN"), "no chair of UN is known"),
        (("plan", "Wakanda"), "unknown series 'Wakanda'"),
        (("plan", "Wakanda", "--year", "2026"), "unknown organization 'Wakanda'"),
        (("plan", "SCO", "--year", "99999"), "99999 is not a year"),
        (("brief", "SCO/nothing"), "unknown series 'SCO/nothing'"),
        (("brief", "SCO summit", "--sessions", "0"), "0 is not in the range"),
        (("brief", "SCO summit", "--format", "pdf"), "'pdf' is not one of"),
        (("brief", "SCO summit", "-o", "nowhere/x.md"), "nowhere/x.md cannot be written"),
    ],
)
def test_wrong_usage_is_told_and_is_exit_code_2(arguments: tuple[str, ...], words: str) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert words in result.stderr


def test_a_database_that_was_named_must_be_there() -> None:
    assert "there is no database yet" in run("plan", "SCO summit", "--db", "absent.db").stderr


def test_a_brief_is_printed_or_written(folder: Path) -> None:
    printed = run("brief", "SCO/heads-of-state", *DAY).stdout
    assert printed.startswith("# SCO Council of Heads of State: brief, on 2025-12-31\n")
    assert run("brief", "SCO/heads-of-state", *DAY, "-o", "brief.md").stdout == ""
    assert (folder / "brief.md").read_text("utf-8") == printed


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("asked", [("plan", "SCO summit"), ("plan", "SCO", "--year", "2026"), ("brief", "SCO summit")])
def test_the_ends_of_the_calendar_are_no_accident(asked: tuple[str, ...], day: str) -> None:
    result = run(*asked, "--as-of", day)
    assert (result.exit_code, result.stderr) == (0, "")


def test_a_brief_has_as_many_sessions_as_asked() -> None:
    told = json.loads(run("brief", "SCO/heads-of-state", *DAY, "--sessions", "1", "--format", "json").stdout)
    assert [one["number"] for one in told["held"]] == [25]
