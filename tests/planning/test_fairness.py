"""How far a meeting reaches outside office hours."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.planning.asked import DAY_MINUTES, Hours
from comity.planning.fairness import MEASURES, Burden, Fairness, reach
from comity.planning.offices import Span, open_spans
from tests.planning.clocks import days, office_hours, zones

# Two days from 09:00 to 18:00.
OPEN = ((540, 1080), (1980, 2520))


@pytest.mark.parametrize(
    ("begins", "length", "expected"),
    [
        (540, 540, 0),
        (1020, 120, 60),
        (1080, 60, 60),
        (1020, 600, 450),
        (1200, 60, 180),
        (1860, 120, 120),
        (1700, 60, 280),
        (1500, 60, 450),
    ],
    ids=[
        *("within", "an hour too long", "after hours", "through the night's middle", "in the evening"),
        *("before hours", "early", "at midnight"),
    ],
)
def test_reach_is_the_way_to_the_nearer_office_hours(begins: int, length: int, expected: float) -> None:
    assert reach(begins, length, OPEN) == expected


@given(days, zones, office_hours, st.integers(0, 23), st.sampled_from([15, 60, 120, 480]))
@settings(max_examples=60, deadline=None)
def test_reach_is_that_of_the_meetings_furthest_minute(
    day: int, zone: str, hours: Hours, hour: int, length: int
) -> None:
    begins = day * DAY_MINUTES + hour * 60
    spans = open_spans(begins - 3 * DAY_MINUTES, begins + 4 * DAY_MINUTES, zone, hours)
    slow = max(_distance(minute, spans) for minute in range(begins, begins + length + 1))
    # Between two minutes, the middle of a night may be half a minute further.
    assert abs(reach(begins, length, spans) - slow) <= 0.5


def _distance(minute: int, spans: list[Span]) -> int:
    return min(max(begun - minute, minute - ended, 0) for begun, ended in spans)


@given(days, st.lists(zones, min_size=1, max_size=6))
@settings(max_examples=40, deadline=None)
def test_burdens_are_summed_over_all_who_take_part(day: int, parties: list[str]) -> None:
    fairness = Fairness(parties, length=120, hours=Hours(), step=60)
    alone = [fairness.reaches(day, zone) for zone in parties]
    for at, burden in enumerate(fairness.burdens(day)):
        own = [reaches[at] for reaches in alone]
        assert burden == Burden(max(own), pytest.approx(sum(own)), sum(map(bool, own)))  # type: ignore[arg-type]


@given(days, zones)
@settings(max_examples=40, deadline=None)
def test_a_day_like_others_is_worked_out_once_and_alike(day: int, zone: str) -> None:
    kept, fresh = (Fairness([zone], length=120, hours=Hours(), step=30) for _ in range(2))
    kept.burdens(day - 40)
    assert kept.burdens(day) == fresh.burdens(day)


@pytest.mark.parametrize(
    ("measure", "better", "worse"),
    [
        ("worst", Burden(60, 600, 10), Burden(120, 120, 1)),
        ("sum", Burden(120, 120, 1), Burden(60, 600, 10)),
        ("count", Burden(300, 300, 1), Burden(60, 120, 2)),
    ],
)
def test_a_measure_compares_what_it_is_named_for(measure: str, better: Burden, worse: Burden) -> None:
    assert MEASURES[measure](better) < MEASURES[measure](worse)
