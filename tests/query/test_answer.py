"""Why a state is possible: what speaks for it, and what speaks against it."""

from __future__ import annotations

from datetime import date

from comity.catalog.load import Catalog
from comity.model.membership import Membership
from comity.query import Truth, answer
from tests.query.catalogues import ask, catalogue, told

NOTE = told("UZB", start="2006-08-16", end="2012-06-28", version="note")
DECISION = told("UZB", start="2006-08-16", end="2012-12-19", version="decision")
BOTH = catalogue(NOTE, DECISION)


def _against(catalog: Catalog, text: str, on: str, status: str = "member") -> tuple[Membership, ...]:
    (found,) = ask(catalog, text, on, status).against.values()
    return found


def test_a_version_that_has_ended_speaks_against() -> None:
    found = ask(BOTH, "AAA", "2012-10-01")
    assert (found.because, found.against) == ({"UZB": (DECISION,)}, {"UZB": (NOTE,)})


def test_a_version_that_has_not_begun_speaks_against() -> None:
    late = told("UZB", start="2008-03-28", version="late")
    assert _against(catalogue(told("UZB", start="2006-08-16", version="early"), late), "AAA", "2007-01-01") == (late,)


def test_a_version_that_never_saw_it_in_speaks_against() -> None:
    never = Membership("AAA", "TWN", "none", None, None, "announced", NOTE.source, version="one-member")
    assert _against(catalogue(told("TWN", version="seated"), never), "AAA", "2010-01-01") == (never,)


def test_a_version_with_another_status_on_the_day_speaks_against() -> None:
    observer = told("GEO", "observer", start="2001-01-01", version="other")
    past = told("GEO", start="1995-01-01", end="2001-01-01", version="other")
    both = catalogue(told("GEO", start="1995-01-01", version="one"), past, observer)
    assert _against(both, "AAA", "2010-01-01") == (observer,)


def test_nothing_is_against_where_only_the_day_is_vague() -> None:
    assert _against(catalogue(told("GEO", start="2002")), "AAA", "2002-06-01") == ()


def test_nothing_is_against_what_is_certain() -> None:
    assert _against(BOTH, "AAA", "2010-01-01") == ()


def test_in_a_difference_those_who_say_that_it_is_in_the_second_speak_against() -> None:
    member = told("UZB", org="BBB")
    found = ask(catalogue(NOTE, DECISION, member), "BBB - AAA", "2012-10-01")
    assert found.truth("UZB") is Truth.POSSIBLE
    assert (found.because, found.against) == ({"UZB": (member, NOTE)}, {"UZB": (DECISION,)})


def test_a_suspension_that_one_version_tells_speaks_against_active() -> None:
    suspended = told("MLI", "suspended", aspect="participation", version="council")
    catalog = catalogue(told("MLI"), suspended)
    assert ask(catalog, "AAA:active", "2010-01-01").possible == {"MLI"}
    assert _against(catalog, "AAA:active", "2010-01-01") == (suspended,)


def test_an_answer_tells_versions_notes_and_when_a_source_was_seen() -> None:
    found = answer("CSTO", on=date(2012, 10, 1))
    (uzbekistan,) = found.possible
    assert {why.version for why in uzbekistan.because} >= {"council-decision", "law-2006"}
    assert {why.version for why in uzbekistan.against} >= {"notification"}
    assert all(why.note for why in uzbekistan.against)
    assert any(why.seen for why in uzbekistan.because)
