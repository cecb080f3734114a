"""`comity export`: tables and calendars of what was asked for."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import icalendar
import pytest
from click.testing import CliRunner, Result
from pyarrow import parquet

from comity.cli.main import main

REPORTS = [
    ("2020-08-23", "The defence ministers of the SCO will meet in Moscow in September."),
    ("2020-09-02", "A meeting of the SCO defence ministers will be held in Moscow on September 4."),
    ("2020-09-04", "The defence ministers of the SCO met in Moscow on September 4, 2020."),
    ("2021-06-01", "The heads of state of the CSTO met on May 19, 2021."),
    ("2021-07-01", "NATO's foreign ministers proposed to hold a meeting with the EU."),
]


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COMITY_DB", raising=False)


@pytest.fixture
def database() -> str:
    lines = [json.dumps({"published": day, "text": text, "title": text[:20]}) for day, text in REPORTS]
    Path("reports.jsonl").write_text("\n".join(lines))
    assert CliRunner().invoke(main, ["read", "reports.jsonl", "--db", "a.db"]).exit_code == 0
    return "a.db"


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ("export", *arguments))


def _calendar(*arguments: str) -> Any:
    result = _run("ics", *arguments)
    assert result.exit_code == 0, result.stderr
    return icalendar.Calendar.from_ical(result.stdout_bytes)


def test_a_calendar_has_what_the_filters_leave(database: str) -> None:
    (event,) = _calendar("--org", "SCO", "--db", database).events
    assert (event["SUMMARY"], event["STATUS"], event["SEQUENCE"]) == (
        "SCO: meeting of defence ministers",
        "CONFIRMED",
        2,
    )
    assert "met in Moscow on September 4, 2020" in event["DESCRIPTION"]
    assert event["GEO"].to_ical() == "55.75;37.62"


def test_a_calendar_as_known_on_a_day_is_an_earlier_version_of_the_same_entry(database: str) -> None:
    (before,) = _calendar("--org", "SCO", "--as-of", "2020-08-31", "--db", database).events
    (now,) = _calendar("--org", "SCO", "--db", database).events
    assert before["UID"] == now["UID"]
    assert (before["STATUS"], before["SEQUENCE"]) == ("TENTATIVE", 0)
    assert before["DTSTAMP"].dt < now["DTSTAMP"].dt


def test_a_calendar_is_named_as_told_and_counts_what_it_leaves_out(database: str) -> None:
    result = _run("ics", "--name", "My meetings", "--db", database)
    assert b"X-WR-CALNAME:My meetings\r\n" in result.stdout_bytes
    assert result.stderr == "comity: 1 meeting is left out, whose first day is not known\n"


def test_an_empty_calendar_is_one_and_says_so(database: str) -> None:
    result = _run("ics", "--org", "ASEAN", "--db", database)
    assert icalendar.Calendar.from_ical(result.stdout).name == "VCALENDAR"
    assert (result.exit_code, result.stderr) == (0, "comity: the calendar is empty\n")


def test_jcal_is_the_calendar_as_json(database: str) -> None:
    told = json.loads(_run("jcal", "--org", "SCO", "--db", database).stdout)
    assert (told[0], [one[0] for one in told[2]]) == ("vcalendar", ["vevent"])


def test_tables_have_what_the_filters_leave(database: str) -> None:
    assert len(_run("csv", "--level", "heads_of_state", "--db", database).stdout.splitlines()) == 2
    (line,) = _run("jsonl", "--org", "CSTO", "--db", database).stdout.splitlines()
    assert json.loads(line)["date"] == "2021-05-19"
    content = _run("parquet", "--db", database).stdout_bytes
    assert parquet.read_table(io.BytesIO(content)).num_rows == 3


def test_a_file_is_written_where_one_is_named(database: str) -> None:
    assert _run("ics", "-o", "feed.ics", "--db", database).stdout == ""
    assert Path("feed.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")


def test_the_sessions_of_a_series_need_no_database() -> None:
    events = _calendar("--series", "SCO summit", "--next", "2", "--as-of", "2025-12-31").events
    assert events[0]["UID"] == "SCO/heads-of-state/1@comity"
    assert [one["STATUS"] for one in events[-2:]] == ["TENTATIVE", "TENTATIVE"]
    assert len(_calendar("--series", "SCO summit", "--next", "0", "--as-of", "2025-12-31").events) == len(events) - 2


def test_a_series_as_one_repeating_entry_moves_what_was_moved() -> None:
    master, *others = _calendar("--series", "SCO/heads-of-state", "--recurring", "--as-of", "2025-12-31").events
    assert len(master["RDATE"].dts) == len([one for one in others if one["UID"] == master["UID"]])
    assert all("RECURRENCE-ID" in one for one in others if one["UID"] == master["UID"])


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("plover",), "the format 'plover' is planned and not written yet; there are csv, parquet, jsonl, ics, jcal"),
        (("cow",), "not written yet"),
        (("followthemoney",), "not written yet"),
        (("pdf",), "unknown format 'pdf'; there are csv, parquet, jsonl, ics, jcal"),
        (("csv", "--series", "SCO summit"), "--series is of calendars, and 'csv' is a table"),
        (("jsonl", "--name", "x"), "--name is of calendars"),
        (("ics", "--recurring"), "name one with --series"),
        (("ics", "--series", "SCO summit", "--org", "SCO"), "leave the filters of events away"),
        (("ics", "--series", "SCO/tea-ceremony"), "'SCO/tea-ceremony'"),
        (("ics", "--org", "Arab Leage", "--db", "a.db"), "unknown organization 'Arab Leage'"),
        (("ics", "--since", "2020-02-30"), "'2020-02-30' is not a day"),
        (("csv", "-o", "absent/a.csv", "--db", "a.db"), "'absent/a.csv' cannot be written"),
    ],
)
def test_what_cannot_be_is_told_with_what_can(database: str, arguments: tuple[str, ...], why: str) -> None:
    result = _run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert why in result.stderr


def test_a_database_that_is_not_there_is_told() -> None:
    result = _run("ics", "--db", "absent.db")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "absent.db" in result.stderr
