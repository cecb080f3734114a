"""Briefs: last sessions, promises, changes, what is next, each with its words."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from comity.convening.briefs import Brief
from comity.convening.writing import brief_text
from comity.errors import UsageError
from comity.project import Project, convene

STORY = Path(__file__).parents[2] / "examples" / "enlarged-meetings"
JOINT = "SCO+CSTO+CIS/defence-ministers"


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("brief") / "story.db"
    with Project.open(place) as project:
        project.read(*sorted(STORY.glob("*.txt")))
    return place


def brief(place: Path, name: str, as_of: str, sessions: int = 3) -> Brief:
    with convene(place, about=name, as_of=as_of) as planner:
        return planner.brief(name, sessions=sessions)


def test_the_last_session_has_who_came_and_the_words_of_reports(database: Path) -> None:
    (held,) = brief(database, JOINT, "2021-06-01").held
    assert held.event is not None
    assert {person.name for person in held.event.persons} >= {"Sergei Shoigu"}
    assert held.cited[0].quote.startswith("The defence ministers of the Shanghai Cooperation Organization (SCO) met")
    assert held.edition.source is not None


def test_open_promises_have_the_words_by_which_they_were_made(database: Path) -> None:
    found = [one for one in brief(database, JOINT, "2021-06-01").promised if one.promise.outcome == "open"]
    assert found
    assert all("regular" in one.cited[0].quote for one in found)


def test_what_was_promised_is_told_with_what_became_of_it(database: Path) -> None:
    outcomes = {one.promise.outcome for one in brief(database, JOINT, "2021-06-01").promised}
    assert {"kept", "late"} <= outcomes


def test_reports_of_later_days_are_not_known(database: Path) -> None:
    found = brief(database, JOINT, "2020-08-25")
    assert found.held == ()
    assert all(
        one.published is None or one.published.isoformat() <= "2020-08-25"
        for promise in found.promised
        for one in promise.cited
    )


def test_a_promise_whose_time_is_over_is_late(database: Path) -> None:
    found = brief(database, JOINT, "2020-08-25").promised
    assert [one.promise.due for one in found if one.late] == ["2020-06"]


def test_a_promise_is_not_late_where_the_catalogue_has_the_session(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text(
        "The foreign ministers of the SCO agreed to hold their next meeting in Moscow in May 2020.", "utf-8"
    )
    with Project.open(tmp_path / "may.db") as project:
        project.read(report, published=date(2019, 3, 11))
        (open_one,) = project.planner(as_of="2020-06-15").brief("SCO/foreign-ministers").promised
    assert (open_one.promise.outcome, open_one.promise.due, open_one.late) == ("open", "2020-05", False)


def test_who_joined_since_the_last_session_is_told_with_sources(tmp_path: Path) -> None:
    found = brief(tmp_path / "absent.db", JOINT, "2024-12-31")
    joined = [(one.org, one.state, one.change) for one in found.changes]
    assert ("SCO", "IRN", "joined") in joined or ("SCO", "IRN", "status_changed") in joined
    assert any(one.state == "BLR" and one.because for one in found.changes)


def test_without_a_database_the_catalogue_answers(tmp_path: Path) -> None:
    found = brief(tmp_path / "absent.db", "SCO/heads-of-state", "2025-12-31", sessions=2)
    assert [one.edition.number for one in found.held] == [25, 24]
    assert [one.org for one in found.members] == ["SCO"]
    assert found.promised == ()


def test_a_circle_of_states_has_no_members_and_is_no_error(tmp_path: Path) -> None:
    found = brief(tmp_path / "absent.db", "KAZ-KGZ-TJK-TKM-UZB/heads-of-state", "2025-12-31")
    assert found.series.orgs == ("KAZ-KGZ-TJK-TKM-UZB",)


def test_markdown_has_every_part_in_order(database: Path) -> None:
    text = brief_text(brief(database, JOINT, "2021-06-01"), "md")
    heads = [line[3:] for line in text.splitlines() if line.startswith("## ")]
    assert heads == [
        "Next session",
        "Last sessions",
        "What is open",
        "What was promised, and what became of it",
        "Members",
    ]
    assert "> — Comity example, 2020-09-04 (report " in text


def test_a_page_asks_for_nothing_from_anywhere(database: Path) -> None:
    page = brief_text(brief(database, JOINT, "2021-06-01"), "html")
    assert page.startswith("<!doctype html>")
    assert not any(part in page for part in ("<script", "<link", "src=", "@import", "url("))


def test_json_has_promises_with_quotes(database: Path) -> None:
    told = json.loads(brief_text(brief(database, JOINT, "2021-06-01"), "json"))
    assert told["series"] == JOINT
    assert told["plan"]["open_promises"][0]["overdue"] is False
    assert told["promised"][0]["quotes"][0]["quote"]


def test_an_unknown_form_is_told(database: Path) -> None:
    with pytest.raises(UsageError, match="unknown form 'pdf'; there are md, html, json"):
        brief_text(brief(database, JOINT, "2021-06-01"), "pdf")
