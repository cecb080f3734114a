"""All that is known of one organization or state."""

from __future__ import annotations

from datetime import date

import pytest

from comity.catalog.loaded import load_catalog
from comity.errors import UnknownNameError
from comity.query import OrganizationProfile, StateProfile, chairs, listed, profile


def test_an_organization_is_shown_by_code_or_name() -> None:
    shown = profile("ШОС")
    assert isinstance(shown, OrganizationProfile)
    assert (shown.code, shown.founded) == ("SCO", "2001-06-15")
    assert "SCO/heads-of-state" in {organ.code for organ in shown.bodies}


def test_a_day_leaves_only_what_holds_on_it() -> None:
    shown = profile("SCO", on=date(2020, 1, 1))
    assert {one.state: one.status for one in shown.memberships if one.truth == "certain"}["BLR"] == "observer"
    assert all(one.truth for one in shown.memberships)


def test_a_state_is_shown_with_its_capital_of_the_day() -> None:
    shown = profile("KAZ", on=date(2020, 1, 1))
    assert isinstance(shown, StateProfile)
    assert [seat.city for seat in shown.capitals] == ["Nur-Sultan"]
    assert {"SCO", "CSTO", "CIS"} <= {one.org for one in shown.memberships}


def test_the_chair_of_a_day_is_told() -> None:
    assert [one.state for one in chairs("SCO", on=date(2020, 11, 9))] == ["RUS"]


@pytest.mark.parametrize("name", ["Wakanda", "Congo", "SCO/heads-of-state"])
def test_what_is_neither_is_refused(name: str) -> None:
    with pytest.raises(UnknownNameError):
        profile(name)


def test_lists_are_in_the_order_of_codes() -> None:
    codes = [one.code for one in listed(load_catalog(), "states")]
    assert codes == sorted(codes)
    assert {"SCO", "CSTO"} <= {one.code for one in listed(load_catalog(), "organizations")}
