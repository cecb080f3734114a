"""Sharing the burden of bad hours."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from comity.planning.sharing import Candidate, bearers, share, totals

reaches = st.tuples(st.integers(0, 600), st.integers(0, 600), st.integers(0, 600)).map(
    lambda told: tuple(map(float, told))
)
meetings = st.lists(st.lists(reaches, min_size=1, max_size=5), min_size=1, max_size=5).map(
    lambda told: [[Candidate(at, own) for at, own in enumerate(one)] for one in told]
)


def test_two_who_cannot_both_be_spared_take_turns() -> None:
    either = [Candidate(0, (300.0, 0.0)), Candidate(1, (0.0, 300.0))]
    assert sorted(one.start for one in share([either, either])) == [0, 1]


def test_a_start_in_everybodys_hours_is_taken_each_time() -> None:
    assert [one.start for one in share([[Candidate(0, (60.0,)), Candidate(1, (0.0,))]] * 3)] == [1, 1, 1]


def test_of_equal_starts_the_earlier_is_taken() -> None:
    assert share([[Candidate(5, (0.0,)), Candidate(3, (0.0,))]])[0].start == 3


def test_no_meetings_need_no_starts() -> None:
    assert share([]) == ()


@given(meetings)
def test_nobody_bears_more_than_at_the_least_unfair_hour_each_time(told: list[list[Candidate]]) -> None:
    each_time = [share([own])[0] for own in told]
    assert max(totals(share(told), 3)) <= max(totals(each_time, 3))


@given(meetings)
def test_each_meeting_takes_one_of_its_own_starts(told: list[list[Candidate]]) -> None:
    assert all(one in own for one, own in zip(share(told), told, strict=True))


def test_who_is_furthest_out_bears_the_worst_hour() -> None:
    assert bearers((120.0, 0.0, 120.0), ("AUS", "IND", "MEX")) == ("AUS", "MEX")


def test_nobody_bears_it_where_all_are_in_their_offices() -> None:
    assert bearers((0.0, 0.0), ("AUS", "IND")) == ()
