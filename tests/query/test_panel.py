"""The panel of organizations, states and years."""

from __future__ import annotations

from datetime import date

import pytest

from comity.catalog.names import Names
from comity.errors import UnknownNameError, UsageError
from comity.model.membership import Membership
from comity.query import members, panel
from tests.query.catalogues import catalogue, told


def _rows(*statements: Membership, first: int = 2000, last: int = 2003) -> list[tuple[str, int, str, str]]:
    catalog = catalogue(*statements)
    found = panel(["AAA"], first=first, last=last, catalog=catalog, names=Names(catalog))
    return [(one.state, one.year, one.status, one.answer) for one in found]


@pytest.mark.parametrize(
    ("start", "end", "years"),
    [
        ("2001-12-31", "2002-01-01", {2001: "certain"}),
        ("2001-12-31", "2002-01-02", {2001: "certain", 2002: "certain"}),
        ("2001", "2003-01-01", {2001: "certain", 2002: "certain"}),
        ("2000-01-01", "2001", {2000: "certain", 2001: "possible"}),
        ("2001~", "2003-01-01", {2000: "possible", 2001: "possible", 2002: "certain"}),
        ("2001?", "2003-01-01", {2000: "possible", 2001: "possible", 2002: "certain"}),
        ("2002-06", None, {2002: "certain", 2003: "certain"}),
    ],
)
def test_a_status_counts_in_a_year_in_which_it_holds_on_some_day(
    start: str, end: str | None, years: dict[int, str]
) -> None:
    assert _rows(told("KAZ", start=start, end=end)) == [
        ("KAZ", year, "member", answer) for year, answer in years.items()
    ]


def test_versions_that_agree_on_the_year_are_certain_and_others_possible() -> None:
    first = told("UZB", start="2001-03-01", end="2002-06-01", version="note")
    second = told("UZB", start="2001-09-01", end="2003-06-01", version="decision")
    assert _rows(first, second) == [
        ("UZB", 2001, "member", "certain"),
        ("UZB", 2002, "member", "certain"),
        ("UZB", 2003, "member", "possible"),
    ]


def test_a_change_of_status_gives_two_rows_in_its_year() -> None:
    observer = told("BLR", "observer", start="2000-01-01", end="2001-07-04")
    assert _rows(observer, told("BLR", start="2001-07-04"), last=2001) == [
        ("BLR", 2000, "observer", "certain"),
        ("BLR", 2001, "member", "certain"),
        ("BLR", 2001, "observer", "certain"),
    ]


def test_a_suspended_member_has_a_row_as_member_and_one_as_suspended() -> None:
    suspended = told("MLI", "suspended", start="2001-05-01", end="2001-09-01", aspect="participation")
    assert _rows(told("MLI", start="2000-01-01"), suspended, last=2001) == [
        ("MLI", 2000, "member", "certain"),
        ("MLI", 2001, "member", "certain"),
        ("MLI", 2001, "suspended", "certain"),
    ]


def test_none_is_no_status() -> None:
    assert _rows(told("TWN", "none", version="one-member")) == []


def test_codes_of_states_stand_beside_those_of_the_correlates_of_war() -> None:
    found = {(one.state, one.cow) for one in panel(["ШОС", "EU"], first=2020, last=2020) if one.status == "member"}
    assert {("KAZ", 705), ("FRA", 220)} <= found


def test_organizations_come_once_and_in_the_order_that_they_are_asked_for() -> None:
    found = panel(["SCO", "CIS", "ШОС"], first=2020, last=2020)
    assert list(dict.fromkeys(one.org for one in found)) == ["SCO", "CIS"]
    assert len(found) == len(set(found))


def test_an_unknown_organization_is_told() -> None:
    with pytest.raises(UnknownNameError, match="did you mean LAS"):
        panel(["Arab Leage"], first=2000, last=2001)


@pytest.mark.parametrize(("first", "last"), [(2001, 2000), (0, 2000), (2000, 9999)])
def test_years_that_are_no_time_are_told(first: int, last: int) -> None:
    with pytest.raises(UsageError, match="are no time"):
        panel(["SCO"], first=first, last=last)


@pytest.mark.parametrize("org", ["CSTO", "UN", "CIS", "LAS"])
def test_who_is_in_on_a_day_is_in_its_year(org: str) -> None:
    rows = {(one.year, one.state): one.answer for one in panel([org], first=1945, last=2020) if one.status == "member"}
    for year in range(1945, 2021, 5):
        for day in (date(year, 1, 1), date(year, 6, 30), date(year, 12, 31)):
            found = members(org, on=day)
            assert {rows.get((year, state)) for state in found.certain} <= {"certain"}
            assert {(year, state) for state in found.possible} <= set(rows)
