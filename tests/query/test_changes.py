"""Who joined, who left, whose status changed."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from comity.catalog.names import Names
from comity.model.membership import Membership
from comity.query import changes
from tests.query.catalogues import catalogue, told


def _of(
    *statements: Membership, since: str = "2000-01-01", until: str = "2030-01-01", text: str = "AAA"
) -> list[tuple[object, ...]]:
    catalog = catalogue(*statements)
    first, end = date.fromisoformat(since), date.fromisoformat(until)
    found = changes(text, since=first, until=end, catalog=catalog, names=Names(catalog))
    return [(one.date, one.state, one.change, one.before, one.after, one.certain) for one in found]


def test_a_start_is_a_joining_and_an_end_a_leaving() -> None:
    assert _of(told("GEO", start="2002-01-01", end="2009-08-18")) == [
        ("2002-01-01", "GEO", "joined", None, "member", True),
        ("2009-08-18", "GEO", "left", "member", None, True),
    ]


def test_two_statements_that_meet_are_a_change_of_status() -> None:
    path = told("IND", "observer", start="2005-07-05", end="2017-06-09"), told("IND", start="2017-06-09")
    assert _of(*path, since="2017-01-01") == [("2017-06-09", "IND", "status_changed", "observer", "member", True)]


def test_a_gap_is_a_leaving_and_a_joining() -> None:
    path = told("FRA", start="1949-04-04", end="1966-07-01"), told("FRA", start="2009-04-04")
    assert [change[2] for change in _of(*path, since="1960-01-01")] == ["left", "joined"]


@pytest.mark.parametrize(
    ("since", "until", "count"),
    [("2002-01-01", "2002-01-02", 1), ("2001-01-01", "2002-01-01", 0), ("2002-01-02", "2003-01-01", 0)],
)
def test_the_time_is_half_open(since: str, until: str, count: int) -> None:
    assert len(_of(told("GEO", start="2002-01-01"), since=since, until=until)) == count


def test_a_year_that_the_time_cuts_is_uncertain() -> None:
    assert _of(told("GEO", start="2002"), since="2002-06-01") == [("2002", "GEO", "joined", None, "member", False)]


def test_a_change_that_only_one_version_tells_is_uncertain() -> None:
    path = (
        told("UZB", start="2006-06-23", end="2012-12-19", version="one"),
        told("UZB", start="2006-08-16", end="2012-12-19", version="two"),
    )
    assert [(change[0], change[5]) for change in _of(*path)] == [
        ("2006-06-23", False),
        ("2006-08-16", False),
        ("2012-12-19", True),
    ]


def test_participation_has_words_of_its_own() -> None:
    path = told("MLI", start="2000-01-01"), told("MLI", "suspended", "2021-06-01", "2024-01-01", aspect="participation")
    assert [(change[0], change[2]) for change in _of(*path, since="2001-01-01")] == [
        ("2021-06-01", "suspended"),
        ("2024-01-01", "resumed"),
    ]


@pytest.mark.parametrize(
    ("status", "began"), [("applicant", "applied"), ("invited", "invited"), ("signatory", "signed")]
)
@pytest.mark.parametrize("named", [False, True])
def test_nobody_joins_or_leaves_by_an_application(status: str, began: str, named: bool) -> None:
    path = told("TUN", status, start="2002-01-01", end="2005-01-01")
    found = _of(path, text=f"AAA:{status}" if named else "AAA")
    assert [(change[0], change[2]) for change in found] == [("2002-01-01", began), ("2005-01-01", "ended")]


def test_an_applicant_that_becomes_a_member_changes_its_status() -> None:
    path = told("TLS", "applicant", start="2011-03-04", end="2025-10-26"), told("TLS", start="2025-10-26")
    assert [(change[0], change[2]) for change in _of(*path)] == [
        ("2011-03-04", "applied"),
        ("2025-10-26", "status_changed"),
    ]


def test_a_set_changes_where_a_state_comes_into_it_or_leaves_it() -> None:
    both = told("KAZ", start="2001-01-01", end="2010-01-01"), told("KAZ", org="BBB", start="2005")
    assert _of(*both, text="AAA & BBB") == [
        ("2005-01-01", "KAZ", "joined", None, "possible", False),
        ("2006-01-01", "KAZ", "joined", "possible", "in", False),
        ("2010-01-01", "KAZ", "left", "in", None, True),
    ]


def test_a_status_that_is_asked_for_makes_a_set() -> None:
    path = told("IND", "observer", start="2005-07-05", end="2017-06-09"), told("IND", start="2017-06-09")
    assert [change[2:5] for change in _of(*path, text="AAA:observer")] == [("joined", None, "in"), ("left", "in", None)]


def test_belarus_became_a_member_in_2024() -> None:
    found = changes("SCO", since=date(2024, 1, 1), until=date(2024, 12, 31))
    (belarus,) = (one for one in found if one.state == "BLR")
    assert (belarus.date, belarus.before, belarus.after, belarus.certain) == ("2024-07-04", "observer", "member", True)
    assert belarus.because


def test_as_json_a_change_says_from_and_to() -> None:
    (change, *_) = changes("SCO", since=date(2024, 1, 1), until=date(2024, 12, 31))
    assert set(msgspec.json.decode(msgspec.json.encode(change))) == {
        "org", "state", "name", "change", "from", "to", "date", "certain", "because"
    }  # fmt: skip
