"""Which reports tell of one event, and which do not."""

from __future__ import annotations

from typing import Any

import pytest

from comity.resolving import Telling
from comity.resolving.leaning import lean
from tests.resolving.samples import RESOLVER, parts, tell

HEADS: dict[str, Any] = {"level": "heads_of_state"}
TALKS: dict[str, Any] = {"level": "bilateral", "orgs": (), "participants": ("CHN", "IND")}

ONE_EVENT: dict[str, tuple[Telling, ...]] = {
    "the same day": (tell("a", date="2020-09-04"), tell("b", date="2020-09-04")),
    "a month and a day in it": (tell("a", date="2020-09"), tell("b", date="2020-09-04")),
    "a week and a day in it": (
        tell("a", "2020-09-02", status="scheduled", date="2020-08-31/2020-09-06"),
        tell("b", date="2020-09-04"),
    ),
    "a day and the range around it": (
        tell("a", date="2022-09-16", **HEADS),
        tell("b", date="2022-09-15/2022-09-16", **HEADS),
    ),
    "an outlet that is wrong by a day": (
        tell("a", date="2020-09-04", place="Moscow,RUS"),
        tell("b", date="2020-09-04", place="Moscow,RUS"),
        tell("c", date="2020-09-05", place="Moscow,RUS"),
    ),
    "guests that one report does not name": (
        tell("a", date="2020-09-04", guests=("CSTO", "CIS")),
        tell("b", date="2020-09-04"),
    ),
    "all as hosts, in another order": (
        tell("a", date="2020-09-04", guests=("CSTO", "CIS")),
        tell("b", date="2020-09-04", orgs=("SCO", "CIS", "CSTO")),
    ),
    "states in another order": (
        tell("a", date="2020-09-04", orgs=("RUS-IND-CHN",)),
        tell("b", date="2020-09-04", orgs=("CHN-IND-RUS",)),
    ),
    "announced, and held some days later": (
        tell("a", "2020-08-20", status="scheduled", date="2020-09-02", **HEADS),
        tell("b", date="2020-09-04", **HEADS),
    ),
    "no date, the day after": (tell("a", "2020-09-05"), tell("b", "2020-09-04", date="2020-09-04")),
    "the next one, announced without a date": (
        tell("a", "2023-11-03", status="scheduled", place=",KGZ", **HEADS),
        tell("b", "2024-11-06", date="2024-11-06", place="Bishkek,KGZ", **HEADS),
    ),
    "one number, half a year later": (
        tell("a", "2020-03-17", status="scheduled", date="2020-04-06/2020-04-09", edition=36, **HEADS),
        tell("b", "2020-06-28", date="2020-06-26", edition=36, **HEADS),
    ),
    "postponed, and held instead": (
        tell("a", "2019-12-25", status="scheduled", date="2020-07-21/2020-07-23", **HEADS),
        tell("b", "2020-05-27", status="postponed", **HEADS),
        tell("c", "2020-11-11", date="2020-11-10", **HEADS),
    ),
    "moved from a date that is told": (
        tell("a", "2020-03-01", status="scheduled", date="2020-04-09"),
        tell("b", "2020-04-01", status="postponed", date="2020-06-10", moved_from="2020-04-09"),
    ),
    "the nineteenth, still proposed after six years": (
        tell("a", "2016-08-26", status="scheduled", date="2016-11-09/2016-11-10", edition=19, **HEADS),
        tell("b", "2022-01-03", status="proposed", edition=19, **HEADS),
    ),
    "an exercise under two of its names": (
        tell("a", kind="exercise", level="exercise", orgs=("CSTO",), date="2023-10", series="Unbreakable Brotherhood"),
        tell(
            "b",
            kind="exercise",
            level="exercise",
            orgs=("CSTO",),
            date="2023-10-09/2023-10-13",
            series="Indestructible Brotherhood-2023",
        ),
    ),
    "two states, told from either side": (
        tell("a", date="2020-09-04", **TALKS),
        tell("b", date="2020-09-04", **{**TALKS, "participants": ("IND", "CHN")}),
    ),
}

APART: dict[str, tuple[Telling, ...]] = {
    "another level": (tell("a", date="2020-09-04"), tell("b", date="2020-09-04", level="foreign_ministers")),
    "another organization": (tell("a", date="2020-09-04"), tell("b", date="2020-09-04", orgs=("CIS",))),
    "another month": (tell("a", date="2020-09-04"), tell("b", date="2020-10-04")),
    "another number": (
        tell("a", date="2022-11-11", edition=40, **HEADS),
        tell("b", date="2022-11-11", edition=41, **HEADS),
    ),
    "another exercise": (
        tell("a", kind="exercise", level="exercise", date="2021-09", series="Peace Mission"),
        tell("b", kind="exercise", level="exercise", date="2021-09", series="Sahand"),
    ),
    "two talks of two states on neighbouring days": (
        tell("a", date="2020-09-04", **TALKS),
        tell("b", date="2020-09-05", **TALKS),
    ),
    "presidents and ministers of the same states": (
        tell("a", date="2020-09-04", people=[("Wei Fenghe", "CHN")], **TALKS),
        tell("b", date="2020-09-04", people=[("Xi Jinping", "CHN")], **TALKS),
    ),
    "two that one report tells apart": (tell("a", date="2020-09-04"), tell("a", date="2020-09-05")),
    "a year in which there were two": (
        tell("a", "2021-01-05", date="2020", **HEADS),
        tell("b", date="2020-05-19", **HEADS),
        tell("c", date="2020-12-11", **HEADS),
    ),
    "a wish for some day, and the next meeting": (
        tell("a", "2014-09-11", status="hoped", orgs=("CHN-MNG-RUS",), **HEADS),
        tell("b", "2015-07-10", date="2015-07-09", orgs=("CHN-MNG-RUS",), **HEADS),
    ),
    "postponed, and held three years later": (
        tell("a", "2019-12-25", status="scheduled", date="2020-07-21", **HEADS),
        tell("b", "2023-07-05", date="2023-07-04", **HEADS),
    ),
}


@pytest.mark.parametrize("tellings", ONE_EVENT.values(), ids=ONE_EVENT)
def test_reports_of_one_event_come_together(tellings: tuple[Telling, ...]) -> None:
    assert parts(*tellings) == [{telling.report.id for telling in tellings}]


@pytest.mark.parametrize("tellings", APART.values(), ids=APART)
def test_reports_of_two_events_stay_apart(tellings: tuple[Telling, ...]) -> None:
    assert len(parts(*tellings)) == len(tellings)


def test_councils_that_meet_apart_and_jointly_are_three_events() -> None:
    apart = [tell("a", date="2020-09-04", orgs=(org,)) for org in ("SCO", "CSTO")]
    jointly = tell("a", date="2020-09-04", orgs=("SCO", "CSTO"))
    assert len(parts(*apart, jointly)) == 3


def test_a_report_of_one_council_goes_to_it_where_another_tells_it_from_the_joint_meeting() -> None:
    jointly, alone = tell("a", date="2015-07-09", orgs=("SCO", "BRICS")), tell("a", date="2015-07-09", orgs=("BRICS",))
    another = tell("b", date="2015-07-09", orgs=("BRICS",))
    assert parts(jointly, alone, another) == [{"a"}, {"a", "b"}]


def test_a_vague_report_does_not_join_two_meetings() -> None:
    found = parts(tell("a", date="2020-05-19"), tell("b", date="2020-12-11"), tell("c", "2021-01-05", date="2020"))
    assert not any({"a", "b"} <= reports for reports in found)


def test_a_link_says_why() -> None:
    accounts = [RESOLVER.account([tell("a", date="2020-09")]), RESOLVER.account([tell("b", date="2020-09-04")])]
    assert [(link.on, link.because) for link in lean(accounts).values()] == [
        (accounts[1].id, "same organizations, same month")
    ]
