"""A list of who came, beside the invitation."""

from __future__ import annotations

import pytest

from comity.catalog.loaded import load_names
from comity.model.invitation import Called, Capacity, Roll
from comity.planning.attendance import Comparison, Listed, compare, read_list

CAPACITY = Capacity(org="SCO", status="observer", start="2004", end=None, basis="decision", source="S")
ROLL = Roll(
    called=(
        Called(code="MDA", certain=True),
        Called(code="RUS", certain=True),
        Called(code="UKR", certain=False),
        Called(code="EU", certain=True, is_state=False),
    ),
    orgs=("SCO",),
    others={"MNG": (CAPACITY,)},
)


def _read(*lines: str) -> Listed:
    return read_list(lines, load_names(), origin="a list")


def _compare(*codes: str) -> Comparison:
    return compare(ROLL, Listed(origin="a list", codes=codes), str.lower)


@pytest.mark.parametrize(
    "lines",
    [
        ["Russia", "Moldova"],
        ["Russia, Moldova"],
        ["Russia; Republic of Moldova"],
        ["- Россия", "2. Молдавия"],
        ["俄罗斯", "摩尔多瓦", ""],
        ["RUS  # the host", "# a remark", "MDA"],
        ["Russia", "Moldova", "Russian Federation"],
    ],
    ids=["lines", "commas", "semicolons", "bullets", "Chinese", "remarks", "twice"],
)
def test_a_list_names_states_in_any_language_and_form(lines: list[str]) -> None:
    assert _read(*lines).codes == ("RUS", "MDA")


def test_a_name_with_a_comma_in_it_stays_whole() -> None:
    assert _read("Korea, Republic of").codes == ("KOR",)


def test_what_names_no_state_is_told() -> None:
    assert _read("Wakanda, Russia").unknown == ("Wakanda",)


def test_who_is_invited_and_not_on_the_list_is_missing() -> None:
    assert [one.says for one in _compare("RUS").missing] == ["mda is invited by the format and not on the list"]


def test_who_belongs_to_none_is_a_stranger() -> None:
    assert [one.says for one in _compare("IRQ").strangers] == ["irq is on the list and belongs to none"]


def test_a_stranger_with_another_status_is_told_with_it() -> None:
    assert [one.says for one in _compare("MNG").strangers] == ["mng is on the list, though it is only observer of SCO"]


@pytest.mark.parametrize(("listed", "says"), [("UKR", "on the list"), ("RUS", "not on the list")])
def test_doubtful_ones_are_neither_missing_nor_strangers(listed: str, says: str) -> None:
    found = _compare(listed)
    assert [one.says for one in found.undecided] == [f"ukr is doubtful, and {says}"]
    assert "UKR" not in {one.state for one in (*found.missing, *found.strangers)}


def test_an_organization_that_is_invited_is_no_stranger_and_not_missed() -> None:
    assert [one.state for one in _compare("MDA", "RUS", "EU").strangers] == []
    assert [one.state for one in _compare("MDA", "RUS").missing] == []
