"""History forecast again, and what the shipped catalogue's forecasts are worth."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from comity.catalog.loaded import load_catalog, load_sessions
from comity.planning import Rhythm, Trial, chairs_of, experience_of, rhythm_of, trials
from tests.planning.samples import every

EVEN = {"A": Rhythm(tuple(every(365, 12))), "B": Rhythm(tuple(every(90, 30, start=date(2001, 1, 1))))}


def test_every_session_after_the_third_is_forecast() -> None:
    assert len(trials(EVEN)) == (12 - 3) + (30 - 3)


def test_forecasts_are_told_in_the_order_of_time() -> None:
    days = [one.made_on for one in trials(EVEN)]
    assert days == sorted(days)


def test_even_series_are_forecast_to_the_day() -> None:
    assert max(abs(one.error) for one in trials(EVEN)) <= 1


def test_a_forecast_knows_nothing_of_what_came_after_it() -> None:
    cut = EVEN["A"].days[8]
    changed = Rhythm((*EVEN["A"].days[:9], *(day + timedelta(days=100) for day in EVEN["A"].days[9:])))
    first, second = (
        [one for one in trials({"A": rhythm, "B": EVEN["B"]}) if one.made_on <= cut] for rhythm in (EVEN["A"], changed)
    )
    assert first == second


def test_what_is_learned_up_to_a_day_leaves_out_what_came_later() -> None:
    whole = experience_of({"A": Rhythm(tuple(every(365, 60, start=date(1950, 1, 1))))}, date(1990, 1, 1))
    assert (
        len(whole.ratios("yearly"))
        == len([day for day in every(365, 60, start=date(1950, 1, 1)) if day < date(1990, 1, 1)]) - 3
    )


@pytest.fixture(scope="module")
def shipped() -> list[Trial]:
    chairs = load_catalog().chairs
    day = date(2026, 11, 25)
    return trials({one.name: rhythm_of(one, day, chairs_of(one, chairs)) for one in load_sessions()})


def _mean(errors: list[float]) -> float:
    return sum(map(abs, errors)) / len(errors)


def test_a_stated_80_percent_holds_75_to_85_percent_of_the_sessions(shipped: list[Trial]) -> None:
    assert 0.75 <= sum(one.within for one in shipped) / len(shipped) <= 0.85


def test_forecasts_are_better_than_the_last_session_and_its_interval(shipped: list[Trial]) -> None:
    assert _mean([one.error for one in shipped]) < 0.9 * _mean([one.simple for one in shipped])


@pytest.mark.parametrize(
    "name", ["SCO/heads-of-state", "SCO/defence-ministers", "CIS/heads-of-state", "SCO/peace-mission"]
)
def test_no_known_series_is_forecast_worse_than_by_its_interval(shipped: list[Trial], name: str) -> None:
    own = [one for one in shipped if one.series == name]
    assert _mean([one.error for one in own]) <= 1.02 * _mean([one.simple for one in own])
