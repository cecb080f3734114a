"""What of a report is an event of its own, and what only tells of one told elsewhere or of none."""

from __future__ import annotations

import pytest

from tests.reading.extractors.events.reports import events_of, main_of, told_by

_CASPIAN = (
    "The presidents of the Caspian states may convene for a summit in Baku in early 2025, and foreign ministers from "
    "Russia, Azerbaijan, Iran, Kazakhstan and Turkmenistan may meet in Tehran in December. "
    "The leaders of the five countries first met in Ashgabat in 2002."
)


@pytest.mark.parametrize(
    "text",
    [
        "SAARC took shape when seven countries came together in 1985 to work for development.",
        "The ASEAN charter requires the leaders of the members to attend its annual conference.",
        "EAC partner states are watching the voting exercise in Kenya.",
    ],
)
def test_how_a_body_began_and_what_its_rules_ask_are_no_events(text: str) -> None:
    assert events_of(text) == []


def test_an_organization_beside_the_word_is_its_own_before_one_that_describes_it() -> None:
    text = "President Joe Biden attended a summit of the Visegrad Group, countries of NATO's eastern flank, on Monday."

    assert main_of(text).orgs == ("V4",)


def test_a_list_of_those_whom_an_organization_meets_is_one_summit_with_each() -> None:
    text = "Bilateral summits will also be held between the EU and Canada, Japan and India respectively in May."

    assert [(one.orgs, one.invited) for one in events_of(text)] == [
        (("EU",), ("CAN",)),
        (("EU",), ("JPN",)),
        (("EU",), ("IND",)),
    ]


def test_a_format_without_a_name_is_that_of_the_states_listed() -> None:
    assert told_by("first met in Ashgabat", _CASPIAN).orgs == ("RUS-AZE-IRN-KAZ-TKM",)


def test_an_assembly_that_decided_on_a_day_has_met() -> None:
    text = "The General Assembly of the African Union decided on Tuesday to lift the sanctions."

    assert main_of(text).date == "2024-03-19"
