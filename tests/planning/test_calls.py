"""A call of those whom an expression calls."""

from __future__ import annotations

from datetime import date

import pytest

from comity.catalog.loaded import load_catalog
from comity.errors import UsageError
from comity.model.invitation import Called, Roll
from comity.planning.calls import Call, CallOptions, plan_call

DAY = date(2020, 11, 10)
ROLL = Roll(
    called=(Called(code="KAZ", certain=True), Called(code="UKR", certain=False), Called(code="ZZZ", certain=True)),
    orgs=("CIS",),
)


def _plan(roll: Roll = ROLL, **options: object) -> Call:
    told = CallOptions(**options)  # type: ignore[arg-type]
    return plan_call(roll, "CIS", on="2020-11-10", days=[DAY], catalog=load_catalog(), options=told)


def test_those_take_part_who_are_called_for_certain() -> None:
    assert [one.state for one in _plan().parties] == ["KAZ"]
    assert _plan().doubtful == ("UKR",)


def test_the_doubtful_take_part_where_they_are_let_in() -> None:
    assert [one.state for one in _plan(with_doubtful=True).parties] == ["KAZ", "UKR"]


def test_who_has_no_seat_is_told() -> None:
    assert _plan().unseated == ("ZZZ",)


def test_a_clock_seats_who_has_no_seat() -> None:
    found = _plan(zones={"ZZZ": "UTC"})
    assert (found.unseated, found.parties[-1].timezone) == ((), "UTC")


def test_no_series_is_told_where_none_was_asked_for() -> None:
    assert _plan().series is None


def test_a_series_has_as_many_meetings_as_were_asked_for() -> None:
    found = _plan(series=3).series
    assert found
    assert len(found.meetings) == 3


def test_where_all_are_doubtful_the_way_to_let_them_in_is_told() -> None:
    with pytest.raises(UsageError, match="UKR may be: add --with-doubtful"):
        _plan(Roll(called=(Called(code="UKR", certain=False),), orgs=("CIS",)))


def test_where_nobody_is_called_that_is_told() -> None:
    with pytest.raises(UsageError, match="nobody is in 'CIS' on 2020-11-10"):
        _plan(Roll(called=(), orgs=("CIS",)))
