"""Several meetings told with one word, and meetings told by a place and a time."""

from __future__ import annotations

import pytest

from comity.reading.extractors.events import extract
from tests.reading.extractors.reports import analysed


def told(text: str) -> list[tuple[str | None, str | None]]:
    """City and date of each event, in order of the date."""
    return sorted(((one.place.city, one.date) for one in extract(analysed(text))), key=lambda one: one[1] or "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Summits of the African Union were held in Malabo in 2022, Nairobi in 2023 and Accra in 2024.",
            [("Malabo", "2022"), ("Nairobi", "2023"), ("Accra", "2024")],
        ),
        (
            "The SADC leaders met three times: in January, in March and in August 2023.",
            [(None, "2023-01"), (None, "2023-03"), (None, "2023-08")],
        ),
        (
            "The SADC leaders met in Luanda in 2023 and in Harare in 2024.",
            [("Luanda", "2023"), ("Harare", "2024")],
        ),
        # Two days of one meeting.
        ("The SADC leaders met in Luanda on June 4 and 5.", [("Luanda", "2024-06-04/2024-06-05")]),
    ],
)
def test_a_list_of_places_and_times_tells_of_as_many_meetings(
    text: str, expected: list[tuple[str | None, str | None]]
) -> None:
    assert told(text) == expected


def test_places_without_a_time_are_counted_too() -> None:
    assert told("Namibia stayed away from the SADC summits in Luanda and Harare.") == [
        ("Luanda", None),
        ("Harare", None),
    ]


def test_how_many_there_were_is_no_event() -> None:
    assert told("The African Union has held four summits since.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The SADC summit will be held in Harare in August. The previous one was held in Luanda in 2023.", "Luanda"),
        ("The SADC leaders meet in Harare in August, a year after the one in Luanda in 2023.", "Luanda"),
        ("The SADC summit was held in Luanda in 2023; the next is in Harare in August.", "Harare"),
    ],
)
def test_a_word_for_a_word_tells_of_another_meeting(text: str, expected: str) -> None:
    cities = [city for city, _ in told(text)]
    assert len(cities) == 2
    assert expected in cities


def test_what_was_decided_at_a_place_and_a_time_was_decided_at_a_meeting() -> None:
    assert told("NATO admitted them at last. The first wave was decided on in Madrid in July 1997.") == [
        ("Madrid", "1997-07")
    ]


def test_a_place_and_a_time_in_the_story_of_summits() -> None:
    text = (
        "The NATO summits have changed. Reform was the subject of the summit in Rome in November 1991. "
        "Riga, in November 2006, is remembered for Afghanistan."
    )
    assert told(text) == [("Rome", "1991-11"), ("Riga", "2006-11")]


def test_a_place_and_a_time_in_another_story_are_nothing() -> None:
    text = "The NATO summit was held in Rome in November 1991. The writer was born in Riga in November 1906."
    assert told(text) == [("Rome", "1991-11")]


def test_an_organization_was_founded_at_a_meeting_of_its_founders() -> None:
    text = "ASEAN was founded in Bangkok in August 1967 by the foreign ministers of Thailand, Malaysia and Singapore."
    (event,) = extract(analysed(text))
    assert (event.level, event.date, event.place.city) == ("foreign_ministers", "1967-08", "Bangkok")
