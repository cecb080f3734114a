"""The founding story, from the example reports to the answers that `make demo` shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from comity.model.record import EventRecord, MembershipRecord
from comity.project import Project

REPORTS = Path(__file__).parents[1] / "examples" / "enlarged-meetings"


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Project]:
    with Project.open(tmp_path / "story.db") as project:
        project.read(REPORTS)
        yield project


def test_which_enlarged_meetings_were_held(story: Project) -> None:
    held = [
        (event.orgs, event.guests, event.date, event.place.city)
        for event in story.events(level="defence_ministers", status="held")
        if {"SCO", "CIS"} <= {*event.orgs, *event.guests}
    ]
    assert held == [
        (("SCO",), ("CSTO", "CIS"), "2020-09-04", "Moscow"),
        (("SCO", "CIS"), (), "2022-12-09", "Moscow"),
    ]


def test_who_hoped_for_them_to_become_regular(tmp_path: Path) -> None:
    with Project.open(tmp_path / "hope.db") as project:
        ((_, reading),) = project.read(REPORTS / "2020-11-10-hope.txt")
    hopes = [one for one in reading.records if isinstance(one, EventRecord) and one.status == "hoped"]
    assert [(one.by, one.level, set(one.orgs) | set(one.guests)) for one in hopes] == [
        ("Vladimir Putin", "defence_ministers", {"SCO", "CSTO", "CIS"})
    ]
    members = Counter(
        one.org for one in reading.records if isinstance(one, MembershipRecord) and one.verdict == "agrees"
    )
    assert members == {"SCO": 8, "CSTO": 6, "CIS": 9}


def test_what_became_of_what_was_announced_hoped_and_proposed(story: Project) -> None:
    by_day = {one.made_on: one for one in story.promises(org="SCO", as_of="2025-12-31")}
    june, hope, proposal = (by_day[day] for day in ("2020-02-04", "2020-11-10", "2022-08-24"))
    assert (june.due, june.outcome, june.held) == ("2020-06", "late", "2020-09-04")
    assert (hope.person, hope.by, hope.outcome) == ("Vladimir Putin", "RUS", "repeated")
    assert (proposal.person, proposal.outcome, proposal.held) == ("Sergei Shoigu", "kept", "2022-12-09")


def test_who_is_in_all_three_and_who_is_invited_when_they_meet(story: Project) -> None:
    assert list(story.members("SCO & CSTO & CIS", on="2020-11-10").codes) == ["KAZ", "KGZ", "RUS", "TJK"]
    assert len(story.members("SCO | CSTO | CIS", on="2020-11-10").codes) == 12


def test_reading_the_reports_again_changes_nothing(story: Project) -> None:
    before = [event.id for event in story.events()]
    story.read(REPORTS)
    assert [event.id for event in story.events()] == before
