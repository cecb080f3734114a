"""Who presides when: known terms, then those of the rule."""

from __future__ import annotations

from datetime import date

import pytest

from comity.model.membership import Chairmanship, Source
from comity.model.record import Place
from comity.model.rotation import Order, Rotation, Turn
from comity.model.series import Edition
from comity.model.when import When
from comity.planning.hosting import expected_host
from comity.planning.presiding import Known, hands_over_after, presiding, turns
from comity.planning.rotation import World

SEEN = Source("list", "The secretariat", seen="2026-11-25")
UNSEEN = Source("list", "The secretariat")
WORLD = World(lambda *_: frozenset("ABCD"), lambda code, _: code)


def chair(state: str, start: str, end: str | None, source: Source = SEEN) -> Chairmanship:
    return Chairmanship("ORG", state, None, When.parse(start), When.parse(end) if end else None, source)


def rotation(term: str, **fields: object) -> Rotation:
    order = Order(since=date(2000, 1, 1), term=term, source=SEEN, alphabet="en", **fields)  # type: ignore[arg-type]
    return Rotation(org="ORG", orders=(order,))


def found(known: Known, as_of: str, until: str) -> list[tuple[str | None, str, str]]:
    told = turns(known, as_of=date.fromisoformat(as_of), until=date.fromisoformat(until), world=WORLD)
    return [(one.state, one.start.isoformat(), one.basis) for one in told]


def test_after_the_known_terms_the_rule_goes_on_by_the_calendar() -> None:
    known = Known([chair("B", "2026-01-01", "2027-01-01")], rotation("year"))
    assert found(known, "2026-11-25", "2028-06-01") == [
        ("B", "2026-01-01", "known"),
        ("C", "2027-01-01", "rule"),
        ("D", "2028-01-01", "rule"),
    ]


def test_half_years_begin_twice_a_year() -> None:
    known = Known([chair("B", "2026-07-01", None)], rotation("half-year"))
    assert [start for _, start, _ in found(known, "2026-11-25", "2027-07-01")] == [
        "2026-07-01",
        "2027-01-01",
        "2027-07-01",
    ]


def test_two_years_count_from_the_last_change() -> None:
    known = Known([chair("B", "2025-05-12", None)], rotation("two-years", begins=(5, 15)))
    assert [start for _, start, _ in found(known, "2026-11-25", "2029-06-01")] == [
        "2025-05-12",
        "2027-05-15",
        "2029-05-15",
    ]


def test_where_the_chair_passes_on_at_sessions_their_days_count() -> None:
    known = Known([chair("B", "2026-06-10", "2027~")], rotation("session"), [date(2027, 8, 1), date(2028, 9, 1)])
    assert [(state, start) for state, start, _ in found(known, "2026-11-25", "2028-01-01")] == [
        ("B", "2026-06-10"),
        ("C", "2027-08-01"),
    ]


def test_a_term_to_come_whose_source_is_later_than_the_question_is_not_known() -> None:
    known = Known([chair("B", "2019-01-01", "2020-01-01"), chair("D", "2020-01-01", "2021-01-01")], rotation("year"))
    assert found(known, "2019-06-01", "2020-06-01")[-1] == ("C", "2020-01-01", "rule")


def test_a_term_to_come_that_a_source_told_is_known() -> None:
    known = Known([chair("B", "2026-01-01", "2027-01-01"), chair("D", "2027-01-01", "2028-01-01")], rotation("year"))
    assert found(known, "2026-11-25", "2027-06-01")[-1] == ("D", "2027-01-01", "known")


def test_a_list_agreed_on_after_the_question_is_not_known() -> None:
    later = Order(
        since=date(2020, 1, 1), term="year", source=SEEN, states=("Z",), cycle=False, decided=date(2019, 12, 1)
    )
    both = Rotation(org="ORG", orders=(*rotation("year").orders, later))
    known = Known([chair("B", "2019-01-01", "2020-01-01", UNSEEN)], both)
    assert found(known, "2019-06-01", "2020-06-01")[-1][0] == "C"
    assert found(known, "2019-12-15", "2020-06-01")[-1][0] == "Z"


def test_without_terms_nobody_presides() -> None:
    assert found(Known([], rotation("year")), "2026-11-25", "2028-01-01") == []


def test_without_a_rule_only_known_terms_are_told() -> None:
    known = Known([chair("B", "2025-01-01", "2026-01-01")], None)
    assert found(known, "2026-11-25", "2030-01-01") == [("B", "2025-01-01", "known")]


def test_who_hands_over_at_a_session_presides_over_it() -> None:
    known = Known([chair("B", "2026-06-10", "2027-06-10")], rotation("session"))
    told = turns(known, as_of=date(2026, 11, 25), until=date(2027, 12, 1), world=WORLD)
    day = date(2027, 6, 10)
    assert [one.state for one in (presiding(told, day, passes_on=True), presiding(told, day)) if one] == ["B", "C"]


def told_turns(*starts: tuple[str, str]) -> tuple[Turn, ...]:
    bounds = [date.fromisoformat(day) for _, day in starts] + [date(2027, 6, 10)]
    return tuple(
        Turn(state=state, start=bounds[at], end=bounds[at + 1], basis="known") for at, (state, _) in enumerate(starts)
    )


@pytest.mark.parametrize(("chairs", "handing_over"), [("ABC", True), ("BCD", False)])
def test_the_last_sessions_tell_who_presides_where_the_chair_passes_on(chairs: str, handing_over: bool) -> None:
    found = told_turns(("A", "2020-06-01"), ("B", "2021-06-01"), ("C", "2022-06-01"), ("D", "2023-06-01"))
    held = [Edition(date=f"{2021 + at}-06-01", chair=chair) for at, chair in enumerate(chairs)]
    assert hands_over_after(rotation("session"), held, found, date(2026, 1, 1)) is handing_over


@pytest.mark.parametrize(("term", "handing_over"), [("session", True), ("year", False)])
def test_without_sessions_the_rule_tells_who_presides(term: str, handing_over: bool) -> None:
    assert hands_over_after(rotation(term), (), (), date(2026, 1, 1)) is handing_over
    assert not hands_over_after(None, (), (), date(2026, 1, 1))


def session(year: int, country: str, chair: str) -> Edition:
    return Edition(date=f"{year}-06-01", place=Place(None, country), chair=chair)


def test_the_host_is_the_chair_where_it_mostly_was() -> None:
    held = [session(2020, "A", "A"), session(2021, "B", "B"), session(2022, "X", "C")]
    assert expected_host(held, (), "D") == ("D", "2 of the last 3 sessions with a place were held by the chair")


def test_the_host_is_a_fixed_seat_where_sessions_mostly_were_there() -> None:
    held = [session(2020, "BEL", "A"), session(2021, "BEL", "B"), session(2022, "C", "C")]
    assert expected_host(held, (), "D")[0] == "BEL"


def test_one_session_tells_no_host() -> None:
    assert expected_host([session(2020, "A", "A")], (), "D") == (None, None)


def test_sessions_that_went_anywhere_tell_no_host() -> None:
    held = [session(2020, "X", "A"), session(2021, "Y", "B"), session(2022, "Z", "C")]
    assert expected_host(held, (), "D") == (None, "the last 3 sessions went neither to the chair nor to one place")
