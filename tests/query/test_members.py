"""Sets with three values: who belongs to what, and the laws of their operators."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.errors import UnknownNameError
from comity.query import Members, Truth, answer, members
from tests.query.catalogues import ask, catalogue, told

ENLARGED = date(2020, 11, 10)


def test_four_states_are_in_all_three() -> None:
    assert members("SCO & CSTO & CIS", on=ENLARGED).codes == ("KAZ", "KGZ", "RUS", "TJK")


def test_twelve_states_are_in_one_of_the_three() -> None:
    found = members("SCO | CSTO | CIS", on=ENLARGED)
    assert found.codes == ("ARM", "AZE", "BLR", "CHN", "IND", "KAZ", "KGZ", "MDA", "PAK", "RUS", "TJK", "UZB")


@pytest.mark.parametrize(("day", "fifth"), [("2024-07-03", False), ("2024-07-04", True)])
def test_belarus_is_the_fifth_from_the_day_of_its_accession(day: str, fifth: bool) -> None:
    found = members("SCO & CSTO & CIS", on=date.fromisoformat(day))
    assert ("BLR" in found) is fifth
    assert len(found) == 4 + fifth


def test_names_of_any_language_may_stand_in_an_expression() -> None:
    assert members("ШОС & 集安组织", on=ENLARGED) == members("SCO & CSTO", on=ENLARGED)


def test_an_organization_that_is_a_member_is_kept_apart() -> None:
    found = members("G20", on=date(2024, 1, 1))
    assert found.organizations == ("AU", "EU")
    assert not {"AU", "EU"} & set(found.codes)
    assert len(found) == 19


def test_a_status_after_a_colon_is_asked_for() -> None:
    catalog = catalogue(told("KAZ"), told("MNG", "observer"), told("LKA", "dialogue_partner"), told("QAT", "applicant"))
    assert ask(catalog, "AAA", "2020-01-01").codes == ("KAZ",)
    assert ask(catalog, "AAA:observer", "2020-01-01").codes == ("MNG",)
    assert ask(catalog, "AAA:any", "2020-01-01").codes == ("KAZ", "LKA", "MNG")
    assert ask(catalog, "AAA", "2020-01-01", "observer").codes == ("MNG",)


def test_each_state_has_the_statements_of_every_organization_as_reasons() -> None:
    first, second = told("KAZ"), told("KAZ", org="BBB")
    found = ask(catalogue(first, second), "AAA & BBB", "2020-01-01")
    assert found.because == {"KAZ": (first, second)}


def test_sets_of_two_days_tell_who_came() -> None:
    catalog = catalogue(told("KAZ"), told("BLR", start="2024-07-04"))
    came = ask(catalog, "AAA", "2024-07-04") - ask(catalog, "AAA", "2024-07-03")
    assert came.codes == ("BLR",)
    assert came.on is None


def test_an_unknown_organization_is_told() -> None:
    with pytest.raises(UnknownNameError, match="LAS"):
        members("Arab Leage", on=ENLARGED)


def test_a_set_is_walked_and_asked_like_one() -> None:
    found = ask(catalogue(told("KAZ"), told("RUS")), "AAA", "2020-01-01")
    assert (list(found), "KAZ" in found, "USA" in found, len(found)) == (["KAZ", "RUS"], True, False, 2)


def test_an_answer_has_names_reasons_and_possible_ones() -> None:
    found = answer("CSTO", on=date(2007, 1, 1))
    possible = {one.state: one for one in found.possible}
    assert [one.name for one in found.members if one.state == "KAZ"] == ["Kazakhstan"]
    assert set(possible) == {"UZB"}
    assert {(why.org, why.status, why.start) for why in possible["UZB"].because} == {
        ("CSTO", "member", "2006-06-23"),
        ("CSTO", "member", "2006-08-16"),
        ("CSTO", "member", "2006-12-13"),
    }


def test_an_answer_keeps_organizations_apart() -> None:
    found = answer("G20", on=date(2024, 1, 1))
    assert [(one.org, one.certain) for one in found.organizations] == [("AU", True), ("EU", True)]
    assert "EU" not in {one.state for one in found.members}


# The laws. A set is any choice of truths for a few codes; text and objects are asked of one small catalogue.

_CODES = ("KAZ", "RUS", "UZB", "XKX")
_SETS = st.fixed_dictionaries({code: st.sampled_from(Truth) for code in _CODES}).map(
    lambda truths: Members(
        ENLARGED,
        frozenset(code for code, truth in truths.items() if truth is Truth.CERTAIN),
        frozenset(code for code, truth in truths.items() if truth is Truth.POSSIBLE),
    )
)
_NONE = Members(ENLARGED, frozenset())
_ALL = Members(ENLARGED, frozenset(_CODES))


@given(_SETS)
def test_a_set_with_itself_is_itself(a: Members) -> None:
    assert (a & a) == (a | a) == a


@given(_SETS, _SETS)
def test_order_does_not_matter(a: Members, b: Members) -> None:
    assert (a & b, a | b, a ^ b) == (b & a, b | a, b ^ a)


@given(_SETS, _SETS, _SETS)
def test_grouping_does_not_matter(a: Members, b: Members, c: Members) -> None:
    assert ((a & b) & c, (a | b) | c, (a ^ b) ^ c) == (a & (b & c), a | (b | c), a ^ (b ^ c))


@given(_SETS, _SETS, _SETS)
def test_and_spreads_over_or_and_or_over_and(a: Members, b: Members, c: Members) -> None:
    assert a & (b | c) == (a & b) | (a & c)
    assert a | (b & c) == (a | b) & (a | c)


@given(_SETS, _SETS)
def test_a_part_absorbs(a: Members, b: Members) -> None:
    assert (a & (a | b)) == (a | (a & b)) == a


@given(_SETS, _SETS, _SETS)
def test_taking_away_turns_and_and_or_round(a: Members, b: Members, c: Members) -> None:
    assert a - (b | c) == (a - b) & (a - c)
    assert a - (b & c) == (a - b) | (a - c)


@given(_SETS, _SETS)
def test_in_one_only_is_either_without_both(a: Members, b: Members) -> None:
    assert a ^ b == (a - b) | (b - a) == (a | b) - (a & b)


@given(_SETS)
def test_nobody_and_everybody(a: Members) -> None:
    assert (a & _NONE, a | _NONE, a - _NONE, a ^ _NONE) == (_NONE, a, a, a)
    assert (a & _ALL, a | _ALL, a - _ALL) == (a, _ALL, _NONE)
    assert _ALL - (_ALL - a) == a


@given(_SETS, _SETS)
def test_certain_and_possible_never_overlap(a: Members, b: Members) -> None:
    for found in (a & b, a | b, a - b, a ^ b):
        assert not found.certain & found.possible


@given(_SETS, _SETS)
def test_without_possible_ones_the_sets_are_pythons(a: Members, b: Members) -> None:
    first, second = Members(ENLARGED, a.certain), Members(ENLARGED, b.certain)
    assert (first & second).certain == a.certain & b.certain
    assert (first | second).certain == a.certain | b.certain
    assert (first - second).certain == a.certain - b.certain
    assert (first ^ second).certain == a.certain ^ b.certain


_CATALOG = catalogue(
    told("KAZ"), told("RUS", start="2005"), told("UZB", version="one"), told("UZB", start="2010-01-01", version="two"),
    told("KAZ", org="BBB"), told("BLR", org="BBB", end="2008"), told("UZB", org="BBB", start="2003-02-01"),
    told("RUS", org="CCC", start="2000-01"), told("BLR", org="CCC"), told("XKX", org="CCC", start="2008-02-17"),
)  # fmt: skip
_TEXTS = st.recursive(
    st.sampled_from(["AAA", "BBB", "CCC"]),
    lambda inner: st.builds(
        lambda left, sign, right: f"({left} {sign} {right})", inner, st.sampled_from("&|^-"), inner
    ),
    max_leaves=5,
)


@given(_TEXTS, st.dates(date(2000, 1, 1), date(2012, 1, 1)))
def test_text_and_objects_agree(text: str, on: date) -> None:
    sets = {org: ask(_CATALOG, org, on.isoformat()) for org in ("AAA", "BBB", "CCC")}
    assert ask(_CATALOG, text, on.isoformat()) == eval(text, {}, dict(sets))


@given(st.dates(date(2000, 1, 1), date(2012, 1, 1)), st.sampled_from(["AAA", "BBB", "CCC"]))
def test_who_is_possible_has_a_reason(on: date, org: str) -> None:
    found = ask(_CATALOG, org, on.isoformat())
    assert all(found.because[code] for code in found.certain | found.possible)
