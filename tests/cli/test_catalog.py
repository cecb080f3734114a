"""`comity catalog`."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from comity.cli.main import main
from tests.catalog.folder import organization, write_catalogue


def test_the_shipped_catalogue_passes() -> None:
    result = CliRunner().invoke(main, ["catalog", "check", "--as-of", "2026-11-25"])
    assert result.exit_code == 0
    assert result.stdout == ""
    assert result.stderr.startswith("0 error, ")


def test_a_broken_rule_is_listed_and_refused(tmp_path: Path) -> None:
    root = write_catalogue(tmp_path, organization(kind="club"))
    result = CliRunner().invoke(main, ["catalog", "check", str(root)])
    assert result.exit_code == 1
    assert json.loads(result.stdout)["place"] == "organizations/ABC.yaml"


def test_a_folder_of_ones_own_organizations_is_checked(tmp_path: Path) -> None:
    folder = write_catalogue(tmp_path, organization(kind="club")) / "organizations"
    result = CliRunner().invoke(main, ["catalog", "check", str(folder)])
    assert result.exit_code == 1
    assert [json.loads(line)["place"] for line in result.stdout.splitlines()] == [str(folder / "ABC.yaml")]


def test_all_lists_what_is_unverified_too(tmp_path: Path) -> None:
    sources = {"charter": {"publisher": "Us", "title": "Charter", "seen": None}}
    root = write_catalogue(tmp_path, organization(sources=sources))
    result = CliRunner().invoke(main, ["catalog", "check", str(root), "--all", "--format", "csv"])
    assert result.exit_code == 0
    assert [line.split(",")[0] for line in result.stdout.splitlines()] == ["severity", "stale", "unverified"]


@pytest.mark.parametrize(("what", "code"), [("states", "KAZ"), ("organizations", "SCO")])
def test_lists(what: str, code: str) -> None:
    lines = CliRunner().invoke(main, ["catalog", "show", what]).stdout.splitlines()
    assert code in {json.loads(line)["code"] for line in lines}


def test_without_a_code_organizations_are_listed() -> None:
    shown = CliRunner().invoke(main, ["catalog", "show"]).stdout
    assert shown == CliRunner().invoke(main, ["catalog", "show", "organizations"]).stdout


def test_an_organization_is_shown_on_a_day() -> None:
    shown = json.loads(CliRunner().invoke(main, ["catalog", "show", "ШОС", "--on", "2020-01-01"]).stdout)
    assert shown["code"] == "SCO"
    assert [chair["state"] for chair in shown["chairs"]] == ["RUS"]
    assert {"state": "KAZ", "status": "member", "start": "2001-06-15"}.items() <= shown["memberships"][1].items()


@pytest.mark.parametrize(
    ("code", "form", "told"),
    [("KAZ", "table", "Asia/Almaty"), ("SCO", "table", "SCO/heads-of-state"), ("SCO", "csv", "KAZ,SCO,member")],
)
def test_other_formats(code: str, form: str, told: str) -> None:
    assert told in CliRunner().invoke(main, ["catalog", "show", code, "--format", form]).stdout


def test_an_unknown_code_is_a_usage_error() -> None:
    result = CliRunner().invoke(main, ["catalog", "show", "Wakanda"])
    assert result.exit_code == 2
    assert "unknown organization or state 'Wakanda'" in result.stderr


def test_what_a_state_belonged_to_is_listed_in_the_order_of_time() -> None:
    result = CliRunner().invoke(main, ["catalog", "memberships", "Узбекистан", "--format", "csv"])
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert list(rows[0]) == ["state", "org", "status", "aspect", "start", "end", "basis", "version", "source", "seen"]
    assert {row["state"] for row in rows} == {"UZB"}
    assert [row["start"] for row in rows] == sorted(row["start"] for row in rows)
    assert {row["version"] for row in rows if row["org"] == "CSTO"} >= {"council-decision", "notification"}


@pytest.mark.parametrize(("form", "shown"), [("table", "(not consulted)"), ("jsonl", '"aspect":"legal"')])
def test_memberships_in_other_formats(form: str, shown: str) -> None:
    assert shown in CliRunner().invoke(main, ["catalog", "memberships", "UZB", "--format", form]).stdout


def test_a_panel_has_a_row_an_organization_state_year_and_status() -> None:
    arguments = ["catalog", "panel", "SCO", "ОДКБ", "--from", "2017", "--to", "2018", "--format", "csv"]
    rows = list(csv.reader(io.StringIO(CliRunner().invoke(main, arguments).stdout)))
    assert rows[0] == ["org", "state", "cow", "year", "status", "answer"]
    assert ["SCO", "IND", "750", "2017", "observer", "certain"] in rows
    assert ["SCO", "IND", "750", "2017", "member", "certain"] in rows
    assert ["SCO", "IND", "750", "2018", "observer", "certain"] not in rows
    assert ["CSTO", "ARM", "371", "2018", "member", "certain"] in rows
