"""`comity slot`."""

from __future__ import annotations

import csv
import io
import json

import pytest
from click.testing import CliRunner, Result

from comity.cli.main import main

ENLARGED = ("slot", "SCO | CSTO | CIS", "--on", "2020-11-10", "--length", "2h")
G20 = ("slot", "G20", "--on", "2026-11-25")


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def test_a_pipe_gets_one_line_of_json_in_the_agreed_shape() -> None:
    result = _run(*ENLARGED)
    told = json.loads(result.stdout)
    assert result.stdout.count("\n") == 1
    assert (told["expression"], told["on"], told["length_minutes"]) == ("SCO | CSTO | CIS", "2020-11-10", 120)
    assert told["hours"] == {"from": "09:00", "to": "18:00"}
    (window,) = told["windows"]
    assert (window["start_from"], window["start_to"]) == ("2020-11-10T07:00:00Z", "2020-11-10T08:00:00Z")
    moldova = next(one for one in window["local"] if one["state"] == "MDA")
    assert (moldova["timezone"], moldova["from"]) == ("Europe/Chisinau", "2020-11-10T09:00:00+02:00")
    assert told["best"] == []


def test_without_a_window_the_least_unfair_slots_are_told() -> None:
    told = json.loads(_run(*G20).stdout)
    assert told["windows"] == []
    assert [list(one)[:4] for one in told["best"]] == [["start", "measure", "worst", "sum"]] * 3
    assert [one["worst"] for one in told["best"]] == sorted(one["worst"] for one in told["best"])


def test_the_measure_decides() -> None:
    by_sum, by_worst = (json.loads(_run(*G20, "--measure", measure).stdout)["best"][0] for measure in ("sum", "worst"))
    assert by_sum["sum"] <= by_worst["sum"]
    assert by_worst["worst"] <= by_sum["worst"]


def test_a_table_tells_the_window_and_every_clock() -> None:
    told = _run(*ENLARGED, "--format", "table").stdout
    lines = told.splitlines()
    assert lines[0] == "SCO | CSTO | CIS on 2020-11-10: 12 take part, 2h, within 09:00-18:00 of each clock"
    assert lines[2].split() == ["2020-11-10", "07:00", "to", "08:00"]
    assert "MDA    Moldova     Chișinău    Europe/Chisinau  09:00  12:00" in told
    assert "Russia has clocks from UTC+02:00 to UTC+12:00; that of Moscow counts." in told
    assert "TKM, UKR (--with-doubtful lets them in)" in told


def test_days_alike_are_one_line() -> None:
    lines = _run("slot", "EAEU", "--on", "2020-11-09/2020-11-13", "--format", "table").stdout.splitlines()
    assert lines[2].split()[:3] == ["2020-11-09", "to", "2020-11-13"]
    assert lines[3] == ""


def test_a_series_tells_who_bears_what() -> None:
    told = json.loads(_run(*G20, "--series", "3").stdout)["series"]
    assert len(told["meetings"]) == 3
    assert max(one["hours"] for one in told["burden"]) < told["unshared"]
    table = _run(*G20, "--series", "3", "--format", "table").stdout
    assert "a series of 3: nobody bears more than" in table


def test_csv_has_a_row_a_party_and_slot() -> None:
    rows = list(csv.DictReader(io.StringIO(_run(*G20, "--best", "2", "--series", "1", "--format", "csv").stdout)))
    assert {row["kind"] for row in rows} == {"best", "series"}
    assert len({(row["kind"], row["start_from"], row["state"]) for row in rows}) == len(rows) == 3 * 21


def test_a_clock_of_another_place_may_be_given() -> None:
    told = json.loads(_run(*ENLARGED, "--zone", "RUS=Asia/Vladivostok").stdout)
    assert told["windows"] == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--on", "2021-02-30"), "2021-02 has no day 30"),
        (("--zone", "RUS=Asia/Vladivostock"), "did you mean Asia/Vladivostok"),
        (("--length", "10h"), "make it 9h or shorter"),
        (("--hours", "18-09"), "end before they begin"),
        (("--on", "1990-01-01"), "nobody belonged to SCO before 2001-06-15"),
        (("--measure", "mean"), "worst"),
    ],
)
def test_wrong_usage_is_told(arguments: tuple[str, ...], message: str) -> None:
    result = _run("slot", "SCO", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
