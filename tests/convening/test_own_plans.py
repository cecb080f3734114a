"""Plans of one's own series, by the shipped catalogue."""

from __future__ import annotations

from pathlib import Path

import pytest

from comity.errors import UsageError
from comity.model.plan import OwnPlan
from comity.project import convene

EXAMPLE = Path(__file__).parents[2] / "examples" / "plan" / "enlarged-meeting.yaml"


def plan(file: Path, as_of: str, count: int = 2) -> OwnPlan:
    with convene(file.parent / "absent.db", as_of=as_of) as planner:
        return planner.plan_own(file, next=count)


def own(tmp_path: Path, content: str) -> Path:
    path = tmp_path / "own.yaml"
    path.write_text(f"name: Own\ninvited: SCO | CSTO | CIS\n{content}", "utf-8")
    return path


def test_the_example_avoids_nowruz_and_says_so() -> None:
    first, second = plan(EXAMPLE, "2026-01-10").sessions
    told = {(clash.day.isoformat(), clash.what, clash.states) for clash in first.passed}
    assert ("2026-03-21", "Nooruz Holiday", ("KGZ",)) in told
    assert ("2026-03-19", "Ramadan", ()) in told
    assert not {"KAZ", "KGZ"} - set(first.invited)
    assert [one.host for one in (first, second)] == ["KAZ", "KGZ"]


def test_whose_membership_is_contested_is_told_apart() -> None:
    first = plan(EXAMPLE, "2026-01-10").sessions[0]
    assert first.doubtful == ("TKM", "UKR")
    assert not set(first.doubtful) & set(first.invited)


def test_a_known_session_of_the_same_heads_is_kept_away_from(tmp_path: Path) -> None:
    content = (
        "level: heads-of-state\ncadence: {rule: 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=14'}\n"
        "avoid: {weekends: none, holidays: none, sessions: {within: 3 days}}\n"
    )
    file = own(tmp_path, content)
    near = plan(file, "2026-11-25", 1).sessions[0]
    assert near.first.isoformat() == "2026-12-10"
    assert "G20/heads-of-state meets on 2026-12-14 to 2026-12-15" in {clash.what for clash in near.passed}
    file.write_text(file.read_text("utf-8").replace(", sessions: {within: 3 days}", ""), "utf-8")
    assert plan(file, "2026-11-25", 1).sessions[0].first.isoformat() == "2026-12-14"


def test_what_is_only_expected_about_then_is_told(tmp_path: Path) -> None:
    content = (
        "level: defence-ministers\ncadence: {rule: 'FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=29'}\n"
        "avoid: {sessions: {within: 3 days}}\n"
    )
    found = plan(own(tmp_path, content), "2026-11-25", 1).sessions[0]
    assert any(told.startswith("SCO/defence-ministers is expected around 2027-0") for told in found.expected)
    content = content.replace("avoid: {sessions: {within: 3 days}}\n", "")
    assert plan(own(tmp_path, content), "2026-11-25", 1).sessions[0].expected == ()


def test_hosts_go_by_the_alphabet_asked_for(tmp_path: Path) -> None:
    file = own(tmp_path, "cadence: {every: 1 year}\nhosts: {alphabet: en, first: Tajikistan}\n")
    assert [one.host for one in plan(file, "2026-01-10").sessions] == ["TJK", "UZB"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("hosts: {states: [FRA]}", "hosts: FRA is not invited"),
        ("hosts: {alphabet: ru, first: FRA}", "hosts: FRA is not invited"),
        ("hosts: {states: [Wakanda]}", "unknown state 'Wakanda'"),
        ("hosts: {alphabet: tlh}", "unknown language 'tlh'"),
        ("status: dialogue_partner", "nobody is invited"),
    ],
)
def test_what_cannot_be_planned_is_told(tmp_path: Path, content: str, words: str) -> None:
    file = own(tmp_path, f"cadence: {{every: 1 year}}\n{content}\n".replace("SCO | ", ""))
    if "status" in content:
        file.write_text(file.read_text("utf-8").replace("SCO | CSTO | CIS", "CSTO"), "utf-8")
    with pytest.raises(UsageError, match=words):
        plan(file, "2026-01-10")
