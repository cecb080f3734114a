"""In which capacities an expression calls a state."""

from __future__ import annotations

from datetime import date

import pytest

from comity.model.invitation import Called
from comity.query.capacities import roll
from comity.query.members import members

ENLARGED = "SCO | CSTO | CIS"
DAY = date(2020, 11, 10)


def _called(expression: str, on: date = DAY, status: str = "member") -> dict[str, Called]:
    return {one.code: one for one in roll(expression, on=on, status=status).called}


def _as(called: Called) -> list[str]:
    return [f"{one.org}:{one.status}" for one in called.capacities]


@pytest.mark.parametrize(
    ("expression", "state", "expected"),
    [
        (ENLARGED, "KAZ", ["SCO:member", "CSTO:member", "CIS:member"]),
        (ENLARGED, "UZB", ["SCO:member", "CIS:member"]),
        ("SCO - CSTO", "IND", ["SCO:member"]),
        ("SCO ^ CSTO", "BLR", ["CSTO:member"]),
        ("SCO & CSTO", "RUS", ["SCO:member", "CSTO:member"]),
        ("SCO:observer | CSTO", "BLR", ["SCO:observer", "CSTO:member"]),
        ("SCO:any | SCO", "MNG", ["SCO:observer"]),
    ],
)
def test_a_state_is_called_in_every_capacity_that_the_expression_asks_for(
    expression: str, state: str, expected: list[str]
) -> None:
    assert _as(_called(expression)[state]) == expected


def test_any_status_tells_which_one() -> None:
    called = _called(ENLARGED, status="any")
    assert _as(called["BLR"]) == ["SCO:observer", "CSTO:member", "CIS:member"]
    assert _as(called["NPL"]) == ["SCO:dialogue_partner"]


def test_belarus_came_to_have_three_capacities() -> None:
    assert len(_called(ENLARGED)["BLR"].capacities) == 2
    assert len(_called(ENLARGED, date(2024, 7, 4))["BLR"].capacities) == 3


@pytest.mark.parametrize("expression", [ENLARGED, "SCO & CSTO", "SCO - CSTO", "SCO ^ CIS", "G20 | EU", "UN:any - NATO"])
def test_the_same_are_called_as_belong(expression: str) -> None:
    found = members(expression, on=DAY)
    called = _called(expression)
    assert {code for code, one in called.items() if one.certain} == found.certain
    assert {code for code, one in called.items() if not one.certain} == found.possible
    assert {code for code, one in called.items() if not one.is_state} == found.non_states


def test_each_capacity_is_told_once_whatever_versions_there_are() -> None:
    (capacity,) = _called("CIS")["AZE"].capacities
    assert capacity.certain
    assert len(capacity.others) == 1
    assert capacity.version != capacity.others[0].version


def test_a_doubtful_capacity_has_what_speaks_against_it() -> None:
    (capacity,) = _called("CIS")["TKM"].capacities
    assert not capacity.certain
    assert {one.status for one in capacity.against} == {"associate"}


def test_each_capacity_has_its_source() -> None:
    called = _called(ENLARGED, status="any").values()
    assert [one.code for one in called if not all(own.source for own in one.capacities)] == []


def test_who_does_not_take_part_is_called_and_marked() -> None:
    capacities = _called("CSTO | CIS", date(2024, 7, 4))["ARM"].capacities
    assert {one.org: one.participation for one in capacities} == {"CSTO": "frozen", "CIS": None}


def test_the_active_are_members() -> None:
    called = _called(ENLARGED, date(2024, 7, 4), "active")
    assert "MDA" not in called
    assert _as(called["ARM"]) == ["CIS:member"]


@pytest.mark.parametrize(("expression", "state"), [("CSTO:frozen", "ARM"), ("CSTO:former", "UZB")])
def test_a_special_status_is_a_capacity(expression: str, state: str) -> None:
    assert _as(_called(expression, date(2025, 1, 1))[state]) == [expression]


def test_others_are_those_in_another_status() -> None:
    others = roll(ENLARGED, on=DAY).others
    assert [f"{one.org}:{one.status}" for one in others["MNG"]] == ["SCO:observer"]
    assert "IRQ" not in others
    assert "RUS" not in others


@pytest.mark.parametrize(
    ("expression", "first", "last"),
    [("SCO", "2001-06-15", None), ("EurAsEC", "2001-05-30", "2015-01-01"), ("EurAsEC | SCO", "2001-05-30", None)],
)
def test_a_roll_tells_since_when_and_until_when_anybody_belonged(expression: str, first: str, last: str | None) -> None:
    found = roll(expression, on=DAY)
    assert (found.first, found.last) == (first, last)
