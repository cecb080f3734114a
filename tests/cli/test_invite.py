"""`comity invite`."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from comity.cli.main import main

ENLARGED = ("invite", "SCO | CSTO | CIS", "--on", "2020-11-10")
TWELVE = {"ARM", "AZE", "BLR", "CHN", "IND", "KAZ", "KGZ", "MDA", "PAK", "RUS", "TJK", "UZB"}
REPORTS = Path(__file__).parents[2] / "examples" / "enlarged-meetings"


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def test_a_pipe_gets_one_line_of_json_in_the_agreed_shape() -> None:
    result = _run(*ENLARGED)
    told = json.loads(result.stdout)
    assert result.stdout.count("\n") == 1
    assert list(told)[:4] == ["expression", "on", "order", "invited"]
    assert {one["state"] for one in told["invited"]} == TWELVE
    assert [one["state"] for one in told["doubtful"]] == ["TKM", "UKR"]
    assert told["compared"] is None


def test_each_state_has_its_capacities_capital_and_time_zone() -> None:
    found = {one["state"]: one for one in json.loads(_run(*ENLARGED).stdout)["invited"]}
    kazakhstan = found["KAZ"]
    assert set(kazakhstan) == {"state", "name", "capacities", "capital", "timezone"}
    assert (kazakhstan["capital"], kazakhstan["timezone"]) == ("Nur-Sultan", "Asia/Almaty")
    assert {"org", "status", "start", "end", "basis", "source"} <= set(kazakhstan["capacities"][0])
    assert [one["org"] for one in kazakhstan["capacities"]] == ["SCO", "CSTO", "CIS"]
    assert kazakhstan["capacities"][0]["start"] == "2001-06-15"


def test_a_list_is_told_who_is_missing_and_who_is_a_stranger() -> None:
    named = "Armenia, Azerbaijan, Belarus, China, India, Kazakhstan, Kyrgyzstan, Pakistan, Russia, Tajikistan, Uzbekistan, Iraq"
    compared = json.loads(_run(*ENLARGED, "--compare", named).stdout)["compared"]
    assert [one["says"] for one in compared["missing"]] == ["Moldova is invited by the format and not on the list"]
    assert [one["says"] for one in compared["strangers"]] == ["Iraq is on the list and belongs to none"]


def test_those_whom_an_events_reports_name_are_compared(tmp_path: Path) -> None:
    db = str(tmp_path / "story.db")
    _run("read", str(REPORTS), "--db", db)
    events = [json.loads(line) for line in _run("events", "--org", "SCO", "--db", db).stdout.splitlines()]
    named = [one for one in events if len(one["participants"]) > 3]
    compared = json.loads(_run(*ENLARGED, "--event", named[0]["id"], "--db", db).stdout)["compared"]
    assert compared["origin"] == named[0]["id"]
    assert set(named[0]["participants"]) <= set(compared["named"])


def test_a_table_says_as_what_each_is_invited() -> None:
    lines = _run(*ENLARGED, "--order", "ru", "--host", "RUS", "--format", "table").stdout.splitlines()
    assert lines[0] == "SCO | CSTO | CIS on 2020-11-10: 12 states, 2 doubtful; alphabetical in Russian"
    assert " ".join(lines[2].split()) == "1 RUS Россия member of SCO, CSTO and CIS Москва Europe/Moscow"
    assert lines[3].split()[:3] == ["2", "AZE", "Азербайджан"]


def test_the_table_of_reasons_has_a_line_a_statement() -> None:
    told = _run("invite", "CIS", "--on", "2020-11-10", "--why", "--format", "table").stdout
    assert "Turkmenistan (doubtful)" in told
    assert "version associate-2005" in told


def test_csv_has_a_row_a_capacity() -> None:
    rows = list(csv.DictReader(io.StringIO(_run(*ENLARGED, "--format", "csv").stdout)))
    assert [row["org"] for row in rows if row["state"] == "KAZ"] == ["SCO", "CSTO", "CIS"]
    assert {row["answer"] for row in rows} == {"invited", "doubtful"}
    assert all(row["source"] for row in rows)


def test_a_frozen_member_is_marked() -> None:
    told = _run("invite", "CSTO", "--on", "2024-07-04", "--format", "table").stdout
    assert "member of CSTO; frozen in CSTO" in told


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("invite", "SCO", "--on", "2021-02-30"), "2021-02 has no day 30"),
        (("invite", "SCO", "--compare", "Russia", "--event", "x"), "give --compare or --event, not both"),
        (("invite", "SCO", "--order", "klingon"), "unknown order 'klingon'"),
        (("invite", "SCO", "--on", "1990-01-01"), "before 2001-06-15"),
    ],
)
def test_wrong_usage_is_told(arguments: tuple[str, ...], message: str) -> None:
    result = _run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
