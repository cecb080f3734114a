"""`comity members`."""

from __future__ import annotations

import csv
import io
import json

import pytest
from click.testing import CliRunner, Result

from comity.cli.main import main

REASON = {"org", "status", "start", "end", "basis", "source", "version", "note", "seen"}
ENLARGED = ("members", "SCO & CSTO & CIS", "--on", "2020-11-10")


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def test_a_pipe_gets_one_line_of_json_in_the_agreed_shape() -> None:
    result = _run(*ENLARGED)
    told = json.loads(result.stdout)
    assert result.stdout.count("\n") == 1
    assert (told["expression"], told["on"], told["possible"]) == ("SCO & CSTO & CIS", "2020-11-10", [])
    assert [one["state"] for one in told["members"]] == ["KAZ", "KGZ", "RUS", "TJK"]
    (first, *_) = told["members"]
    assert set(first) == {"state", "name", "because"}
    assert first["name"] == "Kazakhstan"
    assert [set(why) for why in first["because"]] == [REASON] * 3
    assert [why["org"] for why in first["because"]] == ["SCO", "CSTO", "CIS"]


def test_as_of_is_the_day_where_none_is_given() -> None:
    told = json.loads(_run("members", "SCO", "--as-of", "2024-07-03").stdout)
    assert told["on"] == "2024-07-03"
    assert "BLR" not in {one["state"] for one in told["members"]}


def test_organizations_among_the_members_are_apart() -> None:
    told = json.loads(_run("members", "G20", "--on", "2024-01-01").stdout)
    assert [one["org"] for one in told["organizations"]] == ["AU", "EU"]


def test_the_status_option_is_that_of_plain_operands() -> None:
    told = json.loads(_run("members", "SCO", "--status", "observer", "--on", "2020-01-01").stdout)
    assert {one["state"] for one in told["members"]} == {"AFG", "BLR", "IRN", "MNG"}


def test_a_table_has_a_line_a_state() -> None:
    lines = _run(*ENLARGED, "--format", "table").stdout.splitlines()
    assert lines[0] == "SCO & CSTO & CIS on 2020-11-10: 4 states"
    assert [line.split() for line in lines[2:6]] == [
        ["KAZ", "Kazakhstan"],
        ["KGZ", "Kyrgyzstan"],
        ["RUS", "Russia"],
        ["TJK", "Tajikistan"],
    ]


def test_why_shows_the_sources_in_the_table() -> None:
    told = _run(*ENLARGED, "--format", "table", "--why").stdout
    assert "Charter of the Collective Security Treaty" in told


def test_why_shows_what_speaks_against_a_possible_member() -> None:
    told = " ".join(_run("members", "CSTO", "--on", "2012-10-01", "--format", "table", "--why").stdout.split())
    assert "UZB Uzbekistan possible CSTO member, 2006-06-23 – 2012-12-19" in told
    assert "UZB Uzbekistan says no CSTO member, 2006-08-16 – 2012-06-28" in told
    assert "decision; version council-decision" in told
    assert "Until the note of suspension was made public." in told


def test_why_marks_a_source_that_was_cited_and_not_consulted() -> None:
    seen = json.loads(_run(*ENLARGED).stdout)["members"][0]["because"]
    told = _run(*ENLARGED, "--format", "table", "--why").stdout
    assert any(why["seen"] is None for why in seen)
    assert "(not consulted)" in told


def test_a_possible_state_has_the_statements_that_speak_against_it() -> None:
    (uzbekistan,) = json.loads(_run("members", "CSTO", "--on", "2012-10-01").stdout)["possible"]
    assert set(uzbekistan) == {"state", "name", "because", "against"}
    assert {frozenset(why) for why in uzbekistan["against"]} == {frozenset(REASON)}
    assert "notification" in {why["version"] for why in uzbekistan["against"]}


def test_the_table_names_a_status_that_the_option_sets() -> None:
    told = _run("members", "AU", "--status", "suspended", "--on", "2024-01-01", "--format", "table").stdout
    assert told.startswith("AU (suspended) on 2024-01-01: ")


def test_possible_members_are_marked_in_the_table() -> None:
    told = _run("members", "CSTO", "--on", "2007-01-01", "--format", "table").stdout
    assert "1 more possible" in told
    assert any("UZB" in line and "possible" in line for line in told.splitlines())


def test_csv_has_a_row_a_statement() -> None:
    rows = list(csv.DictReader(io.StringIO(_run(*ENLARGED, "--format", "csv").stdout)))
    assert len(rows) == 12
    assert {row["state"] for row in rows} == {"KAZ", "KGZ", "RUS", "TJK"}
    assert all(row["source"] for row in rows)


def test_json_is_indented() -> None:
    told = _run(*ENLARGED, "--format", "json").stdout
    assert told.startswith("{\n")
    assert json.loads(told)["on"] == "2020-11-10"


def test_changes_are_told_between_two_days_both_included() -> None:
    told = [
        json.loads(line)
        for line in _run("members", "SCO", "--changes-since", "2024-07-04", "--on", "2024-07-04").stdout.splitlines()
    ]
    assert [(one["state"], one["change"], one["from"], one["to"], one["date"]) for one in told] == [
        ("BLR", "status_changed", "observer", "member", "2024-07-04")
    ]


@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_changes_have_every_format(form: str) -> None:
    told = _run("members", "SCO", "--changes-since", "2024-01-01", "--on", "2024-12-31", "--format", form).stdout
    assert "2024-07-04" in told


@pytest.mark.parametrize(
    ("expression", "told"),
    [
        ("SCO &", "an organization is expected at position 5"),
        ("Arab Leage", "did you mean LAS?"),
        ("SCO:friend", "unknown status 'friend'"),
    ],
)
def test_a_slip_is_a_usage_error_with_a_hint(expression: str, told: str) -> None:
    result = _run("members", expression)
    assert result.exit_code == 2
    assert told in result.stderr
    assert result.stdout == ""


def test_a_day_that_is_none_is_a_usage_error() -> None:
    assert _run("members", "SCO", "--on", "2020-02-30").exit_code == 2
