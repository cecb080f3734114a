"""The next session: rules weighed by how right they were, and windows."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.model.membership import Chairmanship, Source
from comity.model.series import Edition
from comity.model.when import When
from comity.planning.experience import Experience, Outcome
from comity.planning.experts import EXPERTS, by_last_year, by_the_chair, by_the_season, to_day
from comity.planning.forecast import Track, guess, track_of
from comity.planning.rhythm import Rhythm
from comity.planning.turns import next_chair, turning_day, within_turn
from comity.planning.windows import announced, first_window, windows
from tests.planning.samples import every, series

YEARLY = Rhythm(tuple(date(year, 6, 15) for year in range(2010, 2021)))


def _learned() -> Experience:
    """From many forecasts that were off by up to a fifth of an interval, to either side alike."""
    experience = Experience()
    for at in range(-50, 51):
        off = at / 50
        experience.learn(Outcome("yearly", 365, (off * 73,) * len(EXPERTS), off * 73, off))
        for ahead in (2, 3):
            experience.learn_ratio("yearly", ahead, off * ahead)
    return experience


def test_what_came_every_year_comes_next_year() -> None:
    (step,) = guess(YEARLY, Track(), Experience()).steps
    assert abs(to_day(step) - date(2021, 6, 15)) <= timedelta(days=2)


def test_a_year_left_out_does_not_move_the_season() -> None:
    days = [date(year, 6, 15) for year in range(2010, 2020)] + [date(2021, 6, 20)]
    assert to_day(by_the_season(Rhythm(tuple(days)))).month == 6


def test_the_place_in_last_year_tells_the_next_of_two_a_year() -> None:
    days = tuple(date(year, month, 10) for year in range(2015, 2020) for month in (5, 12))
    assert abs(to_day(by_last_year(Rhythm(days))) - date(2020, 5, 10)) <= timedelta(days=1)


def test_the_coming_chair_invites_when_it_did_before() -> None:
    days = (date(2013, 9, 13), date(2014, 6, 10), date(2015, 6, 9), date(2016, 6, 8))
    known = Rhythm(days, chairs=("KGZ", "CHN", "RUS", "UZB"), coming="KGZ")
    assert to_day(by_the_chair(known)).month == 9


def test_the_rule_that_was_right_in_this_series_weighs_more() -> None:
    days = tuple(date(2000 + at, 1 + at % 12, 1) for at in range(12))
    track, gap = track_of(Rhythm(days), Experience()), timedelta(days=396)
    made = guess(Rhythm(days), track, Experience())
    assert abs(to_day(made.steps[0]) - (days[-1] + gap)) < timedelta(days=25)


def test_the_window_holds_the_share_of_past_errors_that_it_states() -> None:
    made = first_window(YEARLY, _learned())
    assert made is not None
    inner = first_window(YEARLY, _learned(), 0.5)
    assert inner is not None
    assert made.start < inner.start <= inner.expected <= inner.last < made.last
    assert made.probability == 0.8


def test_days_that_have_passed_are_no_longer_in_the_window() -> None:
    (seen,) = windows(YEARLY, _learned(), as_of=date(2021, 6, 15))
    assert seen.start > date(2021, 6, 15)
    assert seen.expected.year == 2021


def test_a_session_that_was_left_out_is_expected_a_year_later() -> None:
    (seen,) = windows(YEARLY, _learned(), as_of=date(2022, 2, 1))
    assert seen.expected.year == 2022


def test_later_windows_are_wider() -> None:
    first, second, third = windows(YEARLY, _learned(), as_of=date(2020, 7, 1), count=3)
    assert (first.last - first.start) < (second.last - second.start) < (third.last - third.start)


def test_a_date_that_is_set_is_the_next_window() -> None:
    known = series(more=[Edition(date="2021-07-01/2021-07-02", status="scheduled")])
    day = announced(known, date(2021, 1, 1))
    first, second = windows(YEARLY, _learned(), as_of=date(2021, 1, 1), count=2, set_date=day)
    assert (first.start, first.last, first.basis) == (date(2021, 7, 1), date(2021, 7, 2), "announced")
    assert second.expected.year == 2022


def test_a_date_that_has_passed_is_set_no_longer() -> None:
    known = series(more=[Edition(date="2021-07-01", status="scheduled")])
    assert announced(known, date(2021, 7, 1)) is None


def test_a_year_is_no_date_that_is_set() -> None:
    assert announced(series(more=[Edition(date="2021", status="scheduled")]), date(2021, 1, 1)) is None


def test_a_date_decades_ahead_is_no_session() -> None:
    assert announced(series(more=[Edition(date="2040-05-01", status="scheduled")]), date(2021, 1, 1)) is None


def test_a_session_that_was_due_after_all_that_is_known_is_not_the_next() -> None:
    (seen,) = windows(YEARLY, _learned(), as_of=date(2022, 9, 1), known_until=date(2021, 3, 1))
    assert seen.expected.year == 2023


def test_two_sessions_are_too_few_unless_a_rule_says_how_often() -> None:
    days = (date(2019, 6, 1), date(2020, 6, 1))
    assert windows(Rhythm(days), _learned(), as_of=date(2020, 7, 1)) == ()
    (seen,) = windows(Rhythm(days, months=12), _learned(), as_of=date(2020, 7, 1))
    assert seen.expected.year == 2021


@given(st.lists(st.integers(20, 2000), min_size=2, max_size=12), st.integers(0, 500), st.integers(1, 4))
def test_windows_lie_ahead_in_order_and_hold_the_expected_day(gaps: list[int], later: int, count: int) -> None:
    days = [date(1990, 1, 1)]
    for gap in gaps:
        days.append(days[-1] + timedelta(days=gap))
    as_of = days[-1] + timedelta(days=later)
    found = windows(Rhythm(tuple(days)), _learned(), as_of=as_of, count=count)
    assert all(as_of < one.start <= one.expected <= one.last for one in found)
    assert [one.expected for one in found] == sorted(one.expected for one in found)
    assert len(found) == count


def _chair(state: str, start: str, end: str | None) -> Chairmanship:
    return Chairmanship("ABC", state, None, When.parse(start), When.parse(end) if end else None, Source("a", "b"))


BY_YEAR = [
    _chair(state, f"{year}-01-01", f"{year + 1}-01-01") for year, state in enumerate(("FRA", "ITA", "CAN"), 2023)
]


def test_the_chair_passes_on_where_most_terms_begin_on_one_day() -> None:
    assert turning_day(BY_YEAR) == (1, 1)
    assert turning_day([_chair("RUS", "2019-06-14", None), _chair("TJK", "2020-11-10", None)]) is None


def test_each_chair_has_its_session_in_its_own_year() -> None:
    days = [date(2021, 12, 1), date(2022, 12, 1), date(2023, 12, 20)]
    late, early = date(2025, 2, 1).toordinal(), date(2023, 12, 28).toordinal()
    assert within_turn(late, days, (1, 1)) == date(2024, 12, 31).toordinal()
    assert within_turn(early, days, (1, 1)) == date(2024, 1, 1).toordinal()


def test_the_year_of_the_chair_says_nothing_where_years_were_left_out() -> None:
    day = date(2026, 2, 1).toordinal()
    assert within_turn(day, [date(2019, 6, 1), date(2021, 6, 1), date(2024, 6, 1)], (1, 1)) == day


@pytest.mark.parametrize(
    ("last", "turning", "who"),
    [(date(2023, 6, 1), (1, 1), "ITA"), (date(2024, 12, 15), None, "CAN"), (date(2025, 6, 1), (1, 1), None)],
)
def test_who_is_next_in_the_chair(last: date, turning: tuple[int, int] | None, who: str | None) -> None:
    assert next_chair(BY_YEAR, last, turning) == who


def test_even_days_are_their_own_forecast() -> None:
    rhythm = Rhythm(tuple(every(90, 12)))
    (step,) = guess(rhythm, track_of(rhythm, Experience()), Experience()).steps
    assert abs(step - rhythm.days[-1].toordinal() - 90) < 3
