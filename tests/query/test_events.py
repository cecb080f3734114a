"""Which events are asked for, and the order in which they are told."""

from __future__ import annotations

from datetime import date

import pytest

from comity.errors import DateError, UnknownNameError
from comity.model.event import Event
from comity.query import in_order, wanted_events
from comity.query.events import Value
from comity.store import Wanted


@pytest.mark.parametrize("name", ["SCO", "sco", "ШОС", "上合组织", "Shanghai Cooperation Organisation"])
def test_organizations_may_be_named_in_any_language(name: str) -> None:
    assert wanted_events({"org": name}) == Wanted(orgs=("SCO",))


def test_several_organizations_are_wanted_together_and_once() -> None:
    assert wanted_events({"org": ("ШОС", "CIS"), "orgs": ["SCO"]}).orgs == ("SCO", "CIS")


@pytest.mark.parametrize("code", ["RUS-IND-CHN", "KAZ-UZB", "POL-DEU-FRA"])
def test_a_format_may_be_named_by_its_states(code: str) -> None:
    assert wanted_events({"org": code}).orgs == (code,)


@pytest.mark.parametrize("name", ["KAZ-XXQ", "Wakanda", "KAZ-", "kaz-uzb", "SCO-CIS"])
def test_any_other_organization_is_unknown(name: str) -> None:
    with pytest.raises(UnknownNameError, match="unknown organization"):
        wanted_events({"org": name})


@pytest.mark.parametrize("name", ["KAZ", "Kazakhstan", "Казахстан", "哈萨克斯坦"])
def test_states_may_be_named_in_any_language(name: str) -> None:
    assert wanted_events({"state": name}) == Wanted(state="KAZ")


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ({"org": "Arab Leage"}, "did you mean LAS"),
        ({"state": "Kazakstahn"}, "did you mean KAZ"),
        ({"state": "SCO"}, "unknown state 'SCO'"),
        ({"level": "defense_ministers"}, "did you mean defence_ministers"),
        ({"status": "happened"}, "unknown status 'happened'"),
        ({"kind": "party"}, "did you mean meeting, exercise, visit"),
        ({"country": "KAZ"}, "unknown filter 'country'"),
    ],
)
def test_an_unknown_value_is_told_with_those_that_are_known(asked: dict[str, Value], why: str) -> None:
    with pytest.raises(UnknownNameError, match=why):
        wanted_events(asked)


def test_days_are_dates_or_text() -> None:
    assert wanted_events({"since": "2020-09-01", "until": date(2020, 10, 1)}) == Wanted(
        since=date(2020, 9, 1), until=date(2020, 10, 1)
    )
    with pytest.raises(DateError, match="not a date: '2020-09'"):
        wanted_events({"since": "2020-09"})


def test_events_stand_by_date_with_unknown_ones_last() -> None:
    dates = {"e": None, "d": "2020-09", "a": "2021", "c": "2020-09-04", "b": "2020-09-04", "f": "1999", "g": None}
    events = [Event(id=key, kind="meeting", status="held", level="other", date=told) for key, told in dates.items()]
    assert [event.id for event in in_order(events)] == ["f", "d", "b", "c", "a", "e", "g"]
