"""A meeting told again, a meeting that another replaces, and names that join two organizations."""

from __future__ import annotations

import pytest

from tests.reading.extractors.events.reports import events_of, main_of, told_by

_TOLD = "The leaders of ECOWAS held a summit in Abuja on Sunday. "


@pytest.mark.parametrize(
    "again",
    [
        "At the conclusion of the summit, the presidents read out a declaration on order in Niger.",
        "Speaking after the Abuja meeting, the minister praised the outcome.",
        "A singer from Senegal was the summit's special guest.",
    ],
)
def test_a_definite_noun_without_news_is_the_meeting_already_told(again: str) -> None:
    assert len(events_of(_TOLD + again)) == 1


def test_the_day_of_a_statement_is_not_that_of_the_meeting() -> None:
    text = "The SADC summit will be held in Harare on April 5. In a statement on March 11, SADC said Zimbabwe was ready for the summit."

    assert [one.date for one in events_of(text)] == ["2024-04-05"]


def test_what_another_summit_replaces_is_cancelled() -> None:
    text = "A joint Arab-Islamic summit will be held in Riyadh on Saturday. It replaces the previously planned Arab League summit."

    assert told_by("Arab League summit", text).status == "cancelled"


@pytest.mark.parametrize("name", ["Arab-Islamic", "Arab and Islamic"])
def test_a_joint_name_is_of_both_organizations(name: str) -> None:
    assert main_of(f"The extraordinary {name} summit was held in Riyadh on Monday.").orgs == ("LAS", "OIC")


def test_the_first_meeting_for_years_bears_no_number() -> None:
    assert main_of("The Arab League will hold its first summit in three years in Algiers in May.").edition is None


def test_the_agency_of_a_dateline_is_no_organ() -> None:
    text = "CASTRIES, St Lucia, CMC — The CARICOM summit will be held in Castries on April 5."

    assert main_of(text).orgs == ("CARICOM",)


def test_a_day_of_a_plan_given_up_is_the_nearest_one() -> None:
    text = "Grenada will host the CARICOM summit that was originally scheduled for March 3-5."

    assert main_of(text).moved_from == "2024-03-03/2024-03-05"
