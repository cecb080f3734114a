"""Where one's own sessions are put."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.catalog.work_weeks import WorkWeek, WorkWeeks
from comity.errors import UsageError
from comity.model.plan import PlannedSession
from comity.planning.clashes import Busy, Obstacles, national_holidays
from comity.planning.own_days import Guests, Making, plan_days
from comity.planning.own_series import Avoided, Cadence, Hosts, OwnSeries

WEEKS = WorkWeeks({"IRN": (WorkWeek(frozenset({4})),)})
# A Wednesday.
WISHED = date(2027, 3, 17)


def planned(
    *,
    avoid: Avoided | None = None,
    holidays: Mapping[tuple[str, date], tuple[str, ...]] | None = None,
    busy: tuple[Busy, ...] = (),
    invited: tuple[str, ...] = ("KAZ", "UZB"),
    hosts: Hosts | None = None,
    length: int = 1,
    before: int = 3,
    after: int = 3,
    count: int = 1,
    wished: date = WISHED,
) -> tuple[PlannedSession, ...]:
    series = OwnSeries(
        name="Own",
        invited="ABC",
        cadence=Cadence(start=wished),
        length=length,
        before=before,
        after=after,
        avoid=avoid or Avoided(),
        hosts=hosts,
    )
    known = holidays or {}
    making = Making(
        series=series,
        as_of=date(2026, 11, 25),
        guests=lambda _: Guests(invited),
        obstacles=Obstacles(
            avoid=series.avoid, weeks=WEEKS, holidays=lambda state, day: known.get((state, day), ()), busy=busy
        ),
        hosts=lambda guests: hosts.states if hosts else guests.certain,
    )
    return plan_days(making, count)


def off(days: int) -> date:
    return WISHED + timedelta(days=days)


def test_a_free_day_is_taken_as_wished() -> None:
    (found,) = planned()
    assert (found.first, found.last, found.passed) == (WISHED, WISHED, ())


def test_a_holiday_of_a_guest_is_avoided_and_told() -> None:
    (found,) = planned(holidays={("KAZ", WISHED): ("Nauryz",), ("UZB", WISHED): ("Nauryz",)})
    assert found.first == off(1)
    assert [(clash.kind, clash.what, clash.states) for clash in found.passed] == [("holiday", "Nauryz", ("KAZ", "UZB"))]


def test_no_day_of_a_long_session_is_a_holiday() -> None:
    (found,) = planned(length=2, holidays={("KAZ", off(1)): ("Nauryz",)})
    assert (found.first, found.last) == (off(-1), WISHED)


def test_friday_is_no_day_where_a_guest_rests_on_it() -> None:
    (found,) = planned(length=3, invited=("IRN", "KAZ"))
    assert (found.first, found.last) == (off(-1), off(1))


def test_other_sessions_of_the_same_ministers_are_kept_away_from() -> None:
    busy = Busy("SCO/defence-ministers", off(3), off(4), ("KAZ",))
    (found,) = planned(busy=(busy,))
    assert found.first == off(-1)
    assert "SCO/defence-ministers meets on 2027-03-20 to 2027-03-21" in {clash.what for clash in found.passed}


def test_the_fast_is_avoided() -> None:
    (found,) = planned(avoid=Avoided(fasts=("ramadan",)), wished=date(2027, 3, 8), after=5)
    assert found.first > date(2027, 3, 8)
    assert "Ramadan" in {clash.what for clash in found.passed}


def test_days_to_be_kept_free_are() -> None:
    (found,) = planned(avoid=Avoided(days=(WISHED,)))
    assert found.first == off(1)


def test_only_the_hosts_holidays_count_where_asked() -> None:
    hosts = Hosts(states=("UZB", "KAZ"))
    holidays = {("KAZ", WISHED): ("Nauryz",)}
    (found,) = planned(avoid=Avoided(holidays="host"), hosts=hosts, holidays=holidays)
    assert (found.first, found.host) == (WISHED, "UZB")


def test_hosts_take_turns_from_the_first_named() -> None:
    hosts = Hosts(states=("KAZ", "KGZ", "UZB"), first="UZB")
    found = planned(hosts=hosts, invited=("KAZ", "KGZ", "UZB"), count=4)
    assert [one.host for one in found] == ["UZB", "KAZ", "KGZ", "UZB"]


def test_few_who_celebrate_are_put_up_with_where_no_day_is_free() -> None:
    holidays = {("KAZ", off(day)): ("Nauryz",) for day in range(-3, 4)}
    (found,) = planned(avoid=Avoided(tolerate=1), holidays=holidays)
    assert found.first == WISHED
    assert [clash.states for clash in found.remaining] == [("KAZ",)]


def test_a_free_day_is_preferred_to_one_that_is_put_up_with() -> None:
    (found,) = planned(avoid=Avoided(tolerate=2), holidays={("KAZ", WISHED): ("Nauryz",)})
    assert (found.first, found.remaining) == (off(1), ())


def test_where_no_day_is_free_it_is_told_what_would_work() -> None:
    holidays = {("KAZ", off(day)): ("Nauryz",) for day in range(-1, 2)}
    with pytest.raises(UsageError) as told:
        planned(holidays=holidays, before=1, after=1)
    message = str(told.value)
    assert "no day is free from 1 days before to 1 after Wednesday 2027-03-17: avoid.holidays" in message
    for way in ("may_move after: 2 days", "may_move before: 2 days", "without avoid.holidays", "avoid.tolerate: 1"):
        assert way in message


def test_an_expression_that_invites_nobody_is_told() -> None:
    with pytest.raises(UsageError, match="nobody is invited by 'ABC'"):
        planned(invited=())


@given(
    st.sets(st.tuples(st.sampled_from(["KAZ", "UZB"]), st.integers(-12, 12)), max_size=12),
    st.integers(1, 3),
    st.integers(0, 6),
    st.integers(6, 12),
)
def test_no_session_lies_on_a_clash_or_out_of_reach(
    celebrated: set[tuple[str, int]], length: int, before: int, after: int
) -> None:
    holidays = {(state, off(day)): ("Feast",) for state, day in celebrated}
    try:
        (found,) = planned(holidays=holidays, length=length, before=before, after=after)
    except UsageError:
        # At most a dozen days are taken, so a session fits somewhere near.
        (found,) = planned(holidays=holidays, length=length, before=40, after=40)
        before = after = 40
    days = [found.first + timedelta(days=at) for at in range(length)]
    assert off(-before) <= found.first <= off(after)
    assert not any((state, day) in holidays for state in ("KAZ", "UZB") for day in days)
    assert all(day.weekday() < 5 for day in days)


@pytest.mark.parametrize(
    ("state", "letters", "day", "name"),
    [
        ("KAZ", "KZ", "2027-03-22", "Nowruz Holiday"),
        ("ARM", "AM", "2026-09-21", "Independence Day"),
        ("RUS", "RU", "2027-05-09", "Victory Day"),
    ],
)
def test_national_holidays_are_told_in_english(state: str, letters: str, day: str, name: str) -> None:
    on = national_holidays({state: letters})
    assert name in (on(state, date.fromisoformat(day)) or ())


def test_holidays_of_a_state_without_a_calendar_are_not_known() -> None:
    on = national_holidays({"XXX": "XX"})
    assert on("XXX", WISHED) is None
    assert on("YYY", WISHED) is None
