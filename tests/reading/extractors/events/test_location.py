"""Where an event takes place."""

from __future__ import annotations

import pytest

from tests.reading.extractors.events.reports import events_of, main_of, told_by


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("in the Black Sea resort of Sochi", ("Sochi", "RUS")),
        ("in the central coastal city of Da Nang", ("Da Nang", "VNM")),
        ("in the Volga city of Kazan", ("Kazan", "RUS")),
        ("in the Kenyan capital", ("Nairobi", "KEN")),
        ("in the Solomon Islands capital", ("Honiara", "SLB")),
        ("in the capital of Kyrgyzstan", ("Bishkek", "KGZ")),
        ("at the Palais des Nations", ("Geneva", "CHE")),
        ("at the Baku Congress Center", ("Baku", "AZE")),
        ("at a Belarusian training ground", (None, "BLR")),
        ("in northern Norway", (None, "NOR")),
        ("in Washington, D.C.", ("Washington", "USA")),
    ],
)
def test_place_is_what_the_words_put_the_event_in(words: str, place: tuple[str | None, str]) -> None:
    event = main_of(f"The defence ministers of the CIS met {words} on Tuesday.")
    assert (event.place.city, event.place.country) == place


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("The Arab League ministers held a session at the organization's headquarters on Tuesday.", "Cairo"),
        ("Kenya's President William Ruto flew to Kampala, where he will attend the EAC summit.", "Kampala"),
        ("The ASEAN summit (Jakarta, 5-7 September 2023) adopted a declaration.", "Jakarta"),
        ("African leaders will converge on Dar es Salaam on Saturday for a summit of the EAC.", "Dar es Salaam"),
        ("The Mercosur summit, first planned for July in Montevideo, will take place in Asuncion.", "Asuncion"),
        ("Xi Jinping will continue to Lima, Peru, for the APEC summit.", "Lima"),
        ("The Istanbul summit of the Economic Cooperation Organization is scheduled for May.", "Istanbul"),
        ("The SCO summit was moved from Astana to Almaty.", "Almaty"),
    ],
)
def test_city_is_told_in_many_ways(text: str, city: str) -> None:
    assert main_of(text).place.city == city


@pytest.mark.parametrize(
    "text",
    [
        "The ECOWAS leaders will hold a summit on Sunday on the coup in Niger.",
        "The UN Security Council met on Tuesday to discuss the situation in Sudan.",
        "NATO foreign ministers will meet next week, officials in Brussels said.",
        "ABUJA, March 20 - The ECOWAS leaders will meet on Sunday, the commission's president said here.",
        "The SCO foreign ministers met on Tuesday, the ministry in Bishkek reported.",
    ],
)
def test_what_a_meeting_is_about_and_who_speaks_place_no_event(text: str) -> None:
    event = main_of(text)
    assert (event.place.city, event.place.country) == (None, None)


def test_capital_outdoes_the_state_that_is_spoken_of() -> None:
    text = "Arab League leaders called for a force in the Palestinian territories at a summit in the Bahraini capital."
    assert main_of(text).place.city == "Manama"


def test_there_is_the_place_last_spoken_of() -> None:
    text = (
        "The CIS leaders met in Dushanbe on Friday. The presidency passes to Turkmenistan. The next CIS summit will be "
        "held there on October 9."
    )
    assert told_by("there on October 9", text).place.country == "TKM"


def test_meetings_of_one_occasion_are_in_one_room() -> None:
    text = "The CSTO leaders met in Minsk on Monday. The CSTO foreign ministers had met on Sunday."
    assert {one.mode for one in events_of(text)} == {"in_person"}


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("BRICS trade ministers conferred by phone on 5 March.", "online"),
        ("G20 finance ministers held phone talks on Tuesday.", "online"),
        ("The SADC ministers met in Harare and by video link on March 10.", "hybrid"),
        ("ASEAN economy ministers met both in person and online in Bali on March 8.", "hybrid"),
        ("Ukraine's president addressed the NATO summit in Vilnius by video link.", "hybrid"),
        ("The Quad leaders gathered for a working dinner.", "in_person"),
    ],
)
def test_mode_is_told_by_the_words(text: str, mode: str) -> None:
    assert main_of(text).mode == mode
