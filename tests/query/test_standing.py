"""One state in one organization on one day: certain, possible or no."""

from __future__ import annotations

from datetime import date

import pytest

from comity.model.membership import Membership
from comity.query.standing import Truth, standing
from tests.query.catalogues import told

NO, POSSIBLE, CERTAIN = Truth.NO, Truth.POSSIBLE, Truth.CERTAIN


def _on(day: str, *statements: Membership, status: str = "member") -> Truth:
    return standing(statements, status, date.fromisoformat(day)).truth


@pytest.mark.parametrize(
    ("start", "end", "day", "truth"),
    [
        ("2001-06-15", None, "2001-06-14", NO),
        ("2001-06-15", None, "2001-06-15", CERTAIN),
        ("2001-06-15", "2020-02-01", "2020-01-31", CERTAIN),
        ("2001-06-15", "2020-02-01", "2020-02-01", NO),
        ("2001-06", None, "2001-05-31", NO),
        ("2001-06", None, "2001-06-01", POSSIBLE),
        ("2001-06", None, "2001-06-30", POSSIBLE),
        ("2001-06", None, "2001-07-01", CERTAIN),
        ("2001", None, "2001-12-31", POSSIBLE),
        ("2001", "2005", "2004-12-31", CERTAIN),
        ("2001", "2005", "2005-06-01", POSSIBLE),
        ("2001", "2005", "2006-01-01", NO),
        ("2001~", None, "2000-07-01", POSSIBLE),
        ("2001~", None, "2002-07-01", POSSIBLE),
        ("2001~", None, "2003-01-01", CERTAIN),
        ("2001-06-15?", None, "2001-06-14", POSSIBLE),
        ("2001-06-15?", None, "2001-06-17", CERTAIN),
    ],
)
def test_a_day_inside_a_boundary_is_possible(start: str, end: str | None, day: str, truth: Truth) -> None:
    assert _on(day, told("KAZ", start=start, end=end)) is truth


VERSIONS = (told("UZB", start="2006-06-23", version="council"), told("UZB", start="2008-03-28", version="law"))


@pytest.mark.parametrize(("day", "truth"), [("2006-01-01", NO), ("2007-01-01", POSSIBLE), ("2008-03-28", CERTAIN)])
def test_a_day_on_which_versions_disagree_is_possible(day: str, truth: Truth) -> None:
    assert _on(day, *VERSIONS) is truth


def test_the_statements_of_the_versions_that_say_so_are_the_reason() -> None:
    assert standing(VERSIONS, "member", date(2007, 1, 1)).because == VERSIONS[:1]


def test_statements_without_a_version_are_a_version_too() -> None:
    both = (told("SAU", start="2024-01-01"), told("SAU", "invited", start="2024-01-01", version="not-yet"))
    assert _on("2025-01-01", *both) is POSSIBLE


def test_a_version_alone_is_possible_since_somebody_contests_it() -> None:
    assert _on("2005-01-01", told("TWN", version="by-government")) is POSSIBLE


def test_a_version_may_say_that_a_state_was_never_in() -> None:
    assert _on("2005-01-01", told("TWN", version="in"), told("TWN", "none", version="out")) is POSSIBLE


@pytest.mark.parametrize(("status", "truth"), [("any", CERTAIN), ("observer", POSSIBLE), ("member", POSSIBLE)])
def test_who_passed_from_one_status_to_another_was_in_all_along(status: str, truth: Truth) -> None:
    path = (told("IND", "observer", start="2001", end="2005"), told("IND", start="2005"))
    assert _on("2005-06-01", *path, status=status) is truth


@pytest.mark.parametrize("status", ["applicant", "invited", "signatory", "none"])
def test_any_leaves_out_who_has_no_place_yet(status: str) -> None:
    assert _on("2005-01-01", told("KAZ", status), status="any") is NO


FROZEN = (told("ARM"), told("ARM", "frozen", start="2024-02-22", aspect="participation"))


@pytest.mark.parametrize(
    ("status", "day", "truth"),
    [
        ("member", "2025-01-01", CERTAIN),
        ("frozen", "2025-01-01", CERTAIN),
        ("active", "2025-01-01", NO),
        ("active", "2024-02-21", CERTAIN),
        ("frozen", "2024-02-21", NO),
        ("suspended", "2025-01-01", NO),
    ],
)
def test_legal_status_and_participation_are_two_things(status: str, day: str, truth: Truth) -> None:
    assert _on(day, *FROZEN, status=status) is truth


def test_who_is_suspended_is_a_member_and_both_are_told() -> None:
    assert standing(FROZEN, "member", date(2025, 1, 1)).because == FROZEN
    assert standing(FROZEN, "member", date(2024, 2, 21)).because == FROZEN[:1]
    assert standing(FROZEN, "frozen", date(2025, 1, 1)).because == FROZEN[1:]


def test_a_suspension_that_only_one_version_tells_is_possible() -> None:
    path = (
        told("TUN", start="1982", end="1986", version="withdrawn"),
        told("TUN", start="1982", version="suspended"),
        told("TUN", "suspended", start="1987", aspect="participation", version="suspended"),
    )
    assert _on("1990-01-01", *path, status="suspended") is POSSIBLE


@pytest.mark.parametrize(("day", "truth"), [("2019-01-01", NO), ("2020-02-01", CERTAIN), ("2025-01-01", NO)])
def test_former_is_who_was_a_member_and_is_none(day: str, truth: Truth) -> None:
    path = (told("GBR", start="1973-01-01", end="2020-02-01"), told("GBR", start="2024-01-01"))
    assert _on(day, *path, status="former") is truth


def test_nothing_is_known_of_a_state_without_statements() -> None:
    assert _on("2020-01-01") is NO


def test_truth_turns_round() -> None:
    assert [~truth for truth in (NO, POSSIBLE, CERTAIN)] == [CERTAIN, POSSIBLE, NO]
