"""What only points at an event, leads to one, or belongs to another."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.extractors.events.reports import events_of, main_of, told_by

SADC_PLAN = "Leaders of the Southern African Development Community (SADC) will hold a summit in Lusaka on April 9. "


@pytest.mark.parametrize(
    "again",
    [
        "The delegations participating in the meeting will be received by the mayor.",
        "Madagascar said it would boycott the event after a row over tariffs.",
        "Two members pulled out of the summit on Tuesday over a visa dispute.",
        "At the summit, the presidents discussed a report that the United Nations had drawn up.",
        "The heads of delegation will then meet in a narrow format.",
    ],
)
def test_words_about_those_at_an_event_or_away_from_it_tell_of_no_other(again: str) -> None:
    assert len(events_of(SADC_PLAN + again)) == 1


def test_a_journey_to_a_summit_is_told_as_the_summit() -> None:
    told = events_of(
        "On Thursday President Hakainde Hichilema will travel to Windhoek, where he will attend a summit of the SADC."
    )
    assert [(one.kind, one.orgs, one.date, one.place.city) for one in told] == [
        ("meeting", ("SADC",), "2024-03-21", "Windhoek")
    ]


def test_a_journey_for_a_summit_places_it() -> None:
    assert main_of("President Ruto will be visiting Kampala for the IGAD summit on April 9.").place.city == "Kampala"


def test_what_a_meeting_is_about_has_a_day_of_its_own() -> None:
    text = "GCC foreign ministers will meet in Muscat on April 9. The meeting will discuss the raid in Basra on Friday."
    assert [one.date for one in events_of(text)] == ["2024-04-09"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The ministers of Mercosur met in Salto on March 12 to review the 2031 strategy.", "2024-03-12"),
        ("The CARICOM summit in Georgetown, which will open on May 6, was agreed in January.", "2024-05-06"),
        ("Guyana on Tuesday formally announced the postponement of the CARICOM summit.", None),
    ],
)
def test_a_date_that_belongs_to_other_words_is_not_the_events(text: str, day: str | None) -> None:
    assert main_of(text).date == day


def test_a_day_counted_from_an_event_gives_its_day() -> None:
    text = "The two will hold talks on April 3, a day before the ASEAN summit in Vientiane."
    assert told_by("ASEAN summit", text).date == "2024-04-04"


def test_what_ministers_meet_to_discuss_is_another_event() -> None:
    text = (
        "Foreign ministers of the GCC will meet on Monday in Doha to discuss the GCC-US summit, scheduled for May 12."
    )
    assert [(one.level, one.date) for one in events_of(text)] == [
        ("foreign_ministers", "2024-03-25"),
        ("heads_of_state", "2024-05-12"),
    ]


def test_the_meeting_held_outweighs_the_one_that_it_prepares() -> None:
    text = "SADC foreign ministers held on Monday in Harare a preparatory meeting for the 45th SADC summit on April 9."
    assert main_of(text).level == "foreign_ministers"


def test_states_of_whom_a_summit_decided_were_no_parties_to_it() -> None:
    text = "The hall was the scene of a 2008 summit at which Ukraine and Georgia were both promised entry. NATO ministers met there on Monday."
    assert not any(one.level == "bilateral" for one in events_of(text))


def test_the_seat_of_it_is_that_of_the_state_spoken_of_before() -> None:
    text = "Romania hosts its first meeting of NATO foreign ministers on April 9. In 2008, it hosted the NATO summit."
    assert told_by("In 2008", text).place.country == "ROU"


def test_who_holds_a_meeting_with_another_need_not_host_it() -> None:
    text = "Japanese Prime Minister Fumio Kishida plans to hold a meeting with Chinese President Xi Jinping in June."
    assert main_of(text).place.country is None


def test_a_summit_held_by_prime_ministers_is_theirs() -> None:
    text = "The heads of government of the Visegrad Group are holding a summit in Bratislava on Wednesday."
    assert main_of(text).level == "heads_of_government"


def test_the_summit_put_off_is_the_meeting_told_before() -> None:
    text = (
        "The meeting of ECOWAS chiefs of staff was scheduled to be held in Accra on March 23. "
        "The summit has been suspended indefinitely, officers said."
    )
    assert [(one.level, one.status) for one in events_of(text)] == [("chiefs_of_general_staff", "postponed")]


def test_an_earlier_date_of_what_was_deferred_is_no_other_event() -> None:
    text = (
        "The BIMSTEC summit will be held in Bangkok on April 4. "
        "The BIMSTEC summit was earlier scheduled to take place on September 4 last year but it was deferred."
    )
    assert [(one.date, one.status) for one in events_of(text)] == [("2024-04-04", "scheduled")]


def test_a_present_tense_with_a_weekday_to_come_is_a_plan() -> None:
    told = main_of("OAS foreign ministers are holding a meeting in Lima on Friday.", date(2024, 3, 20))
    assert (told.status, told.date) == ("scheduled", "2024-03-22")


def test_hope_for_a_meeting_is_no_meeting() -> None:
    text = "Maldivian President Mohamed Muizzu will attend the summit, raising hope for a meeting with Indian Prime Minister Narendra Modi."
    assert told_by("for a meeting", text).status == "hoped"


def test_a_meeting_under_way_for_days_is_one() -> None:
    text = "The chiefs of staff of ECOWAS have been meeting in an extraordinary session since Monday in Abuja."
    assert [(one.status, one.date) for one in events_of(text)] == [("ongoing", "2024-03-18")]


def test_the_name_of_an_exercise_can_be_a_word() -> None:
    assert not any(
        one.kind == "exercise" for one in events_of("CSTO leaders met in Yerevan on Monday. Our Cooperation grows.")
    )
