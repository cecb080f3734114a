"""The questions of the annotated stories are answered by one command each, from our own reading."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from comity.cli.main import main

CHAINS = Path(__file__).parent / "corpus" / "chains.jsonl"


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> str:
    place = str(tmp_path_factory.mktemp("questions") / "chains.db")
    assert CliRunner().invoke(main, ["read", str(CHAINS), "--db", place]).exit_code == 0
    return place


def _ask(db: str, *words: str) -> list[dict[str, Any]]:
    result = CliRunner().invoke(main, [*words, "--db", db, "--format", "jsonl"])
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.output.splitlines()]


def _told(db: str, *words: str) -> list[tuple[str, str, str]]:
    return [(one["level"], one["status"], one["date"]) for one in _ask(db, "events", *words)]


def test_on_which_day_the_ministers_of_three_organizations_met_and_whether_they_met_again(db: str) -> None:
    met = _told(db, "--org", "SCO", "--org", "CIS", "--level", "defence_ministers", "--status", "held")
    assert [day for _, _, day in met] == ["2020-09-04", "2022-12-09"]


def test_which_states_were_named_at_the_minsk_summit(db: str) -> None:
    (summit,) = _ask(
        db, "events", "--org", "CSTO", "--level", "heads_of_state", "--since", "2023-11-01", "--until", "2023-12-01"
    )
    assert set(summit["participants"]) >= {"BLR", "KAZ", "KGZ", "RUS", "TJK"}
    assert summit["date"] == "2023-11-23"


def test_whether_the_next_ots_summit_was_held_where_it_had_been_agreed(db: str) -> None:
    found = _ask(
        db, "events", "--org", "OTS", "--level", "heads_of_state", "--since", "2024-01-01", "--until", "2025-01-01"
    )
    assert [(one["status"], one["place"]["country"]) for one in found] == [("held", "KGZ")]


def test_what_became_of_the_summits_announced_for_july_2020(db: str) -> None:
    found = _ask(db, "promises", "--since", "2019-12-25", "--until", "2019-12-26", "--as-of", "2020-12-31")
    assert {one["outcome"] for one in found} == {"late"}
    assert len(found) == 2


def test_when_and_how_the_36th_asean_summit_was_held_and_what_had_been_planned(db: str) -> None:
    found = _ask(
        db, "events", "--org", "ASEAN", "--level", "heads_of_state", "--status", "held", "--since", "2020-01-01"
    )
    summit = next(one for one in found if one["edition"] == 36)
    assert (summit["date"], summit["mode"]) == ("2020-06-26", "online")
    assert summit["history"][0]["date"] == "2020-04-06/2020-04-09"


def test_whether_the_19th_saarc_summit_has_been_held_since(db: str) -> None:
    (series,) = _ask(db, "series", "SAARC/heads-of-state", "--as-of", "2022-12-31")
    assert series["standing"] in ("overdue", "lapsed")
    assert not [one for one in series["editions"] if one["number"] == 19 and one["status"] == "held"]


def test_which_councils_met_in_dushanbe_in_september_2021(db: str) -> None:
    found = _ask(db, "events", "--since", "2021-09-15", "--until", "2021-09-18", "--org", "CSTO")
    assert [(one["level"], one["orgs"], one["date"]) for one in found] == [
        ("joint_ministers", ["CSTO"], "2021-09-15"),
        ("heads_of_state", ["CSTO"], "2021-09-16"),
        ("heads_of_state", ["SCO", "CSTO"], "2021-09-17"),
    ]


def test_which_two_csto_meetings_took_place_in_astana_on_one_day(db: str) -> None:
    found = _told(db, "--org", "CSTO", "--since", "2024-11-28", "--until", "2024-11-29")
    assert sorted(found) == [("heads_of_state", "held", "2024-11-28"), ("joint_ministers", "held", "2024-11-28")]
