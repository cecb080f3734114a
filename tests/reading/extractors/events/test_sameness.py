"""One meeting told under several statuses, and what only looks like another one."""

from __future__ import annotations

import pytest

from comity.reading.extractors.events import extract
from tests.reading.extractors.reports import analysed


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "The SADC summit in Harare has been postponed. The summit has been cancelled and a new date will be set, "
            "an aide said.",
            "postponed",
        ),
        (
            "The CARICOM summit in Georgetown on 3 July was called off. The summit could not take place because of "
            "the hurricane.",
            "cancelled",
        ),
        (
            "The EU summit will be held in Brussels on 24 June. He hoped that the summit would bring results.",
            "scheduled",
        ),
    ],
)
def test_a_meeting_told_under_two_statuses_is_one(text: str, status: str) -> None:
    assert [one.status for one in extract(analysed(text))] == [status]


def test_the_month_that_is_usual_is_no_date() -> None:
    (event,) = extract(
        analysed(
            "The ECOWAS summit is usually held in February and was originally slated for March 2022, but will now be "
            "held in Accra on 4 July 2022."
        )
    )
    assert (event.status, event.date, event.moved_from) == ("postponed", "2022-07-04", "2022-03")


@pytest.mark.parametrize(
    "text",
    [
        "The GCC summit is normally held in December.",
        "Whether Brazil and Argentina would hold a summit was unclear.",
        "The charter of the African Union obliges members to attend its annual summit.",
        "Arab League capitals have tried to hold a summit since.",
        "The requirements that candidates for OPEC must meet are strict.",
        "Nauru will leave the Pacific Islands Forum. The Forum's members regret it.",
    ],
)
def test_what_is_usual_asked_or_ruled_is_no_event(text: str) -> None:
    assert list(extract(analysed(text))) == []


def test_a_summit_moved_to_another_city_is_not_put_off() -> None:
    (event,) = extract(analysed("The Nordic Council summit has been moved to Oslo, the secretariat said."))
    assert (event.status, event.place.city) == ("scheduled", "Oslo")


def test_leaders_who_are_holding_a_summit_on_a_day_to_come_will_hold_it() -> None:
    (event,) = extract(analysed("ASEAN leaders are holding a summit in Jakarta in September 2099."))
    assert (event.status, event.date) == ("scheduled", "2099-09")


def test_a_hotel_before_a_city_is_no_obstacle() -> None:
    (event,) = extract(analysed("The African Union is currently holding a summit at the Serena Hotel, Kigali."))
    assert (event.status, event.place.city) == ("ongoing", "Kigali")


def test_a_city_under_its_short_name_is_the_same() -> None:
    (event,) = extract(
        analysed("The G20 summit in New Delhi is near. The G20 summit will be held in Delhi on 9 September 2024.")
    )
    assert (event.date, event.place.country) == ("2024-09-09", "IND")
