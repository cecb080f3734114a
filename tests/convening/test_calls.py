"""Calls of an expression."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from comity.convening.calls import SlotQuestion, read_zones, slot
from comity.errors import UsageError

DAY = "2020-11-10"


def test_two_hours_of_the_three_organization_format_may_start_from_seven_to_eight() -> None:
    (window,) = slot("SCO | CSTO | CIS", on=DAY).windows
    assert (window.start_from, window.start_to) == (
        datetime(2020, 11, 10, 7, tzinfo=UTC),
        datetime(2020, 11, 10, 8, tzinfo=UTC),
    )


def test_another_clock_is_given_by_any_name() -> None:
    found = slot("EAEU", on=date(2020, 11, 10), question=SlotQuestion(zones={"Russia": "Asia/Vladivostok"}))
    assert {one.state: one.timezone for one in found.parties}["RUS"] == "Asia/Vladivostok"


def test_anybody_may_take_part_by_a_clock_of_their_own() -> None:
    found = slot("EAEU", on=DAY, question=SlotQuestion(zones={"the secretary": "UTC"}))
    assert found.parties[-1].state == "the secretary"


def test_members_are_those_of_the_first_day() -> None:
    found = slot("SCO", on="2024-07-03/2024-07-05")
    assert "BLR" not in {one.state for one in found.parties}


def test_organizations_take_part_by_the_clock_of_their_secretariat() -> None:
    found = slot("G20", on=DAY)
    assert {one.state: one.timezone for one in found.parties}["EU"] == "Europe/Brussels"


@pytest.mark.parametrize(
    ("expression", "on", "question", "message"),
    [
        ("SCO", DAY, SlotQuestion(zones={"RUS": "Asia/Nowhere"}), "unknown time zone 'Asia/Nowhere'"),
        ("SCO", "2021-02-30", SlotQuestion(), "2021-02 has no day 30"),
        ("SCO", "1990-01-01", SlotQuestion(), "nobody belonged to SCO before 2001-06-15"),
        ("SCO", DAY, SlotQuestion(length="10h"), "make it 9h or shorter"),
        ("SCO", DAY, SlotQuestion(best=0), "begin with 1"),
        ("SCO", DAY, SlotQuestion(series=0), "begin with 1"),
        ("SCO", DAY, SlotQuestion(step="7m"), "does not divide a day"),
        ("SCO", DAY, SlotQuestion(language="xx"), "unknown language 'xx'"),
        ("SCO", DAY, SlotQuestion(measure="mean"), "measures are worst, sum, count"),
    ],
)
def test_bad_input_is_told_with_what_would_work(expression: str, on: str, question: SlotQuestion, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        slot(expression, on=on, question=question)


def test_clocks_are_read_by_name() -> None:
    assert read_zones(["RUS=Asia/Vladivostok", "the secretary = UTC"]) == {
        "RUS": "Asia/Vladivostok",
        "the secretary": "UTC",
    }


@pytest.mark.parametrize("told", ["RUS", "RUS=", "=UTC"])
def test_what_is_no_clock_is_refused_with_an_example(told: str) -> None:
    with pytest.raises(UsageError, match="write it as RUS=Asia/Vladivostok"):
        read_zones([told])
