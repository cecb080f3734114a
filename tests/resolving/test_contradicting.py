"""Where reports of one event cannot all be right."""

from __future__ import annotations

from typing import Any

import pytest

from comity.model.record import Place
from comity.resolving import Telling
from comity.resolving.contradicting import contradictions
from comity.resolving.fold import fold
from tests.resolving.samples import tell


def fields(*tellings: Telling) -> list[str]:
    return [one.field for one in contradictions(fold(tellings))]


@pytest.mark.parametrize(
    ("field", "one", "other"),
    [
        ("date", {"date": "2020-09-04"}, {"date": "2020-09-05"}),
        ("date", {"date": "2020-09"}, {"date": "2014"}),
        ("place", {"place": "Moscow,RUS"}, {"place": "Kubinka,RUS"}),
        ("place", {"place": ",RUS"}, {"place": ",BLR"}),
        ("mode", {"mode": "online"}, {"mode": "in_person"}),
        ("level", {"level": "heads_of_state"}, {"level": "heads_of_government"}),
        ("edition", {"edition": 19}, {"edition": 20}),
        ("chair", {"chair": "RUS"}, {"chair": "CHN"}),
        ("chair", {"chair": "Vladimir Putin"}, {"chair": "Xi Jinping"}),
    ],
)
def test_two_that_were_there_and_do_not_agree(field: str, one: dict[str, Any], other: dict[str, Any]) -> None:
    assert fields(tell("a", **one), tell("b", **other)) == [field]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"date": "2020-09-04"}, {"date": "2020-09"}),
        ({"date": "2020-09-03/2020-09-05"}, {"date": "2020-09-04"}),
        ({"place": "Moscow,RUS"}, {"place": ",RUS"}),
        ({"place": "moscow,RUS"}, {"place": "Moscow,RUS"}),
        ({"mode": "hybrid"}, {"mode": "in_person"}),
        ({"chair": "Putin"}, {"chair": "Vladimir Putin"}),
        ({"chair": "RUS"}, {"chair": "Vladimir Putin"}),
        ({}, {"date": "2020-09-04", "place": "Moscow,RUS"}),
    ],
)
def test_two_that_may_both_be_right(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert fields(tell("a", **one), tell("b", **other)) == []


def test_a_plan_that_was_moved_is_none() -> None:
    plan = tell("a", "2020-01-05", status="scheduled", date="2020-07-21", place="Ufa,RUS", mode="in_person")
    assert fields(plan, tell("b", "2020-11-11", date="2020-11-10", mode="online")) == []


def test_a_plan_that_was_changed_before_it_came_about_is_none() -> None:
    first = tell("a", "2020-01-05", status="scheduled", date="2020-07-21")
    assert fields(first, tell("b", "2020-03-05", status="scheduled", date="2020-09-21")) == []


def test_two_plans_of_one_day_are_one() -> None:
    first = tell("a", "2020-01-05", status="scheduled", date="2020-07-21")
    assert fields(first, tell("b", "2020-01-05", status="scheduled", date="2020-07-25")) == ["date"]


def test_what_was_held_and_called_off_afterwards_is_one() -> None:
    held = tell("a", "2020-09-04", date="2020-09-04")
    assert fields(held, tell("b", "2020-09-09", status="denied", date="2020-09-04")) == ["status"]


def test_what_was_called_off_and_held_after_all_is_none() -> None:
    off = tell("a", "2020-08-04", status="cancelled", date="2020-09-04")
    assert fields(off, tell("b", "2020-09-09", date="2020-09-04")) == []


def test_the_versions_have_what_was_chosen_first() -> None:
    tellings = [tell("a", date="2020-09-05"), tell("b", date="2020-09-04"), tell("c", date="2020-09-04")]
    (found,) = contradictions(fold(tellings))
    assert [one.value for one in found.versions] == ["2020-09-04", "2020-09-05"]


def test_of_two_places_both_are_told_with_their_reports() -> None:
    (found,) = contradictions(
        fold([tell("a", place="Moscow,RUS"), tell("b", place="Minsk,BLR"), tell("c", place=",RUS")])
    )
    assert [(one.value, one.documents) for one in found.versions] == [
        (Place("Moscow", "RUS"), ("a",)),
        (Place("Minsk", "BLR"), ("b",)),
    ]
