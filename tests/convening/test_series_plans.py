"""Plans of series: windows with chair and host, by the catalogue."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from comity.model.plan import Plan
from comity.project import convene


@pytest.fixture
def nowhere(tmp_path: Path) -> Path:
    return tmp_path / "absent.db"


def plan(nowhere: Path, name: str, as_of: str, count: int = 3) -> Plan:
    with convene(nowhere, about=name, as_of=as_of) as planner:
        return planner.plan(name, next=count)


@pytest.mark.parametrize(
    ("name", "as_of", "chairs"),
    [
        ("SCO/heads-of-state", "2025-12-31", ["KGZ", "PAK", "RUS"]),
        ("CSTO/heads-of-state", "2025-12-31", ["RUS", "TJK", "ARM"]),
        ("CIS/heads-of-state", "2025-12-31", ["TKM", "UZB", "BLR"]),
        ("BRICS/heads-of-state", "2025-12-31", ["IND", "CHN", "ZAF"]),
        ("SCO/defence-ministers", "2025-12-31", ["KGZ", "PAK", "RUS"]),
    ],
)
def test_the_next_chairs_and_hosts_go_by_the_organizations_own_rule(
    nowhere: Path, name: str, as_of: str, chairs: list[str]
) -> None:
    found = plan(nowhere, name, as_of)
    assert [one.chair for one in found.next] == chairs
    assert [one.host for one in found.next] == chairs


def test_every_chair_has_its_reasons_and_sources(nowhere: Path) -> None:
    last = plan(nowhere, "CIS/heads-of-state", "2025-12-31").next[-1]
    assert any(reason.startswith("UKR is passed over: Ukraine gave up the chair") for reason in last.because)
    assert {source.key for source in last.sources} == {"order", "ukraine-2014"}


def test_an_announced_session_has_its_day_city_and_chair(nowhere: Path) -> None:
    first = plan(nowhere, "G20 summit", "2026-11-25").next[0]
    assert (first.window.basis, first.chair, first.city) == ("announced", "USA", "Miami")
    assert first.announced is not None
    assert first.announced.source in first.sources


def test_so_far_ahead_that_no_rule_tells_the_chair_is_not_known(nowhere: Path) -> None:
    last = plan(nowhere, "G20 summit", "2026-11-25", count=4).next[-1]
    assert (last.chair, last.host) == (None, None)
    assert any("who presides is not known" in reason for reason in last.because)


def test_a_chair_that_was_not_yet_known_is_not_told(nowhere: Path) -> None:
    first, second = plan(nowhere, "SCO/heads-of-state", "2019-01-01", count=2).next
    assert (first.chair, second.chair) == ("KGZ", "PAK")


def test_before_anything_was_there_is_no_plan(nowhere: Path) -> None:
    assert plan(nowhere, "SCO/heads-of-state", "1990-01-01").next == ()


def test_an_overdue_series_has_no_windows_and_says_since_when(nowhere: Path) -> None:
    found = plan(nowhere, "SCO+CSTO+CIS/defence-ministers", "2025-12-31")
    assert found.next == ()
    assert (found.standing.standing, found.standing.overdue_days) == ("overdue", 292)


def test_a_year_has_the_sessions_of_all_series_and_who_presides(nowhere: Path) -> None:
    with convene(nowhere, as_of="2026-11-25") as planner:
        found = planner.plan_year("SCO", 2027)
    assert {bar.title for bar in found.bars} >= {"Heads of state", "Defence ministers", "Foreign ministers"}
    assert "Pakistan" in {term.chair for term in found.terms}
    assert all(bar.start.year <= 2027 <= bar.last.year for bar in found.bars)


def test_a_year_that_is_over_has_what_was_held(nowhere: Path) -> None:
    with convene(nowhere, as_of="2026-11-25") as planner:
        found = planner.plan_year("CSTO", 2020)
    assert date(2020, 12, 2) in {bar.start for bar in found.bars}
