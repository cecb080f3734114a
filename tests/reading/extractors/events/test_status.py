"""In which status an event is: by its verb, by what governs it, by its day."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.extractors.events.reports import events_of, main_of, told_by


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The OIC summit, which was to have opened in Banjul on Saturday, has been put off.", "postponed"),
        ("A summit of SADC and the EU due to be held next month has been postponed.", "postponed"),
        ("The session of the Andean Community, which had been scheduled for Tuesday, was suspended.", "postponed"),
        ("The CARICOM meeting in Kingston, planned since autumn, was called off at the last minute.", "cancelled"),
        ("President Sall called the ECOWAS summit off on Monday.", "cancelled"),
        ("The SAARC summit was to be held in Islamabad, but was then called off.", "cancelled"),
        ("The IGAD summit that had been set for January 18 in Entebbe went ahead.", "held"),
        ("The ECCAS summit, first set for December and then for February, took place in Malabo on 9 March.", "held"),
        ("A meeting of the Mercosur ministers would be held in Brasilia, the presidency said.", "scheduled"),
        ("If approved, the first ECOWAS meeting on fisheries would be held in Praia.", "proposed"),
        ("The BRICS summit could be held in Kazan.", "proposed"),
        ("The Quad summit scheduled for May 24 in Sydney will not go ahead.", "cancelled"),
        ("The GCC summit will be held on April 5, almost a month later than planned.", "postponed"),
        ("The CARICOM leaders' meeting in Grenada from July 3 to 5 will be held at a later date.", "postponed"),
        ("No summit of the African Union on Sudan is planned.", "denied"),
        ("The CSTO summit will not take place in Yerevan.", "denied"),
        ("The GCC summit is under way in Kuwait City.", "ongoing"),
        ("The NAM summit in Kampala entered its final day.", "ongoing"),
        ("The Pacific Islands Forum meeting, postponed twice, got under way in Suva last week.", "held"),
    ],
)
def test_status_is_told_by_the_verb_that_the_event_is_the_subject_of(text: str, status: str) -> None:
    assert main_of(text).status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Sri Lanka called on Tuesday for an early summit of SAARC.", "proposed"),
        ("Algeria requested an emergency meeting of the Arab League ministers.", "proposed"),
        ("Nothing has been decided about an ASEAN summit in May.", "proposed"),
        ("The minister said he expected the African Union talks on the Nile to resume next month.", "hoped"),
        ("A spokesman dismissed reports that the leaders of the Visegrad Group would hold a summit.", "denied"),
        ("The Gulf Cooperation Council rejected a call to hold an emergency Arab League summit.", "denied"),
        ("The CSTO leaders failed to meet in Astana.", "denied"),
        ("Preparations are under way for the CSTO summit in Moscow.", "scheduled"),
        ("The African Union has called an emergency meeting for Friday.", "scheduled"),
        ("The OAS Permanent Council was convened for Thursday.", "scheduled"),
    ],
)
def test_status_is_told_by_what_governs_the_event(text: str, status: str) -> None:
    assert main_of(text).status == status


def test_denied_delay_leaves_the_plan_standing() -> None:
    text = "The minister dismissed reports that the ASEAN summit would be postponed."
    assert main_of(text).status == "scheduled"


def test_call_at_the_beginning_of_another_scope_governs_the_event() -> None:
    text = (
        "At the African Union summit in Addis Ababa last month South African President Cyril Ramaphosa called for an "
        "extraordinary summit on trade in May."
    )
    assert told_by("extraordinary", text).status == "proposed"


def test_offer_that_was_turned_down_is_denied() -> None:
    text = "US Defense Secretary Lloyd Austin offered to meet Chinese Defence Minister Dong Jun; he declined."
    assert main_of(text).status == "denied"


def test_what_was_put_off_at_a_meeting_is_not_the_meeting() -> None:
    assert main_of("OPEC+ ministers pushed back the rise in output at an online meeting on Tuesday.").status == "held"


def test_summit_slated_for_a_day_is_planned_whatever_is_done_with_it() -> None:
    text = "The officials agreed on the agenda of the ASEAN summit slated for April 9."
    event = main_of(text)
    assert (event.status, event.date) == ("scheduled", "2024-04-09")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Trade ministers of the APEC economies open two days of talks in Arequipa on Friday.", "scheduled"),
        ("The defence ministers of the CSTO hold a joint meeting in Dushanbe on Wednesday.", "ongoing"),
        ("The EU leaders will hold a summit in Brussels on Friday.", "scheduled"),
        ("The EAEU leaders are in Almaty today for talks.", "ongoing"),
    ],
)
def test_verb_in_the_present_is_a_plan_until_its_day(text: str, status: str) -> None:
    assert main_of(text).status == status


def test_something_said_at_a_meeting_that_day_was_said_at_a_meeting_held() -> None:
    text = "Russian Foreign Minister Sergey Lavrov said at a meeting of the SCO foreign ministers on Wednesday that trade grew."
    assert main_of(text).status == "held"


def test_what_was_done_this_week_was_held() -> None:
    assert main_of("At its 22nd summit in Jakarta this week ASEAN agreed on a plan.").status == "held"


def test_event_opened_on_the_day_of_the_report_is_under_way() -> None:
    assert main_of("The AU opened its summit in Addis Ababa on Wednesday.").status == "ongoing"


def test_event_is_under_way_until_its_last_day() -> None:
    text = "The leaders of the PIF opened their summit in Suva on Tuesday. The summit closes on Friday."
    event = main_of(text)
    assert (event.status, event.date) == ("ongoing", "2024-03-19/2024-03-22")


def test_meeting_at_which_the_next_one_is_announced_was_held() -> None:
    text = (
        "The next CSTO summit will be held in Moscow on November 11, 2026, President Vladimir Putin announced during the "
        "session in Bishkek."
    )
    found = {one.place.city: one.status for one in events_of(text, date(2025, 11, 27))}
    assert found["Moscow"] == "scheduled"


def test_plan_for_an_earlier_day_makes_a_postponement() -> None:
    text = "The BIMSTEC summit originally planned for November last year will be held in Bangkok on September 4."
    event = told_by("BIMSTEC", text)
    assert (event.status, event.date, event.moved_from) == ("postponed", "2024-09-04", "2023-11")


def test_weekday_of_what_was_put_off_is_the_next_one() -> None:
    text = "The SADC summit, which was to have been held in Harare on Thursday, has been postponed."
    assert main_of(text).moved_from == "2024-03-21"


@pytest.mark.parametrize(
    ("text", "new", "old"),
    [
        (
            "The EAC summit that was to be held on 30 March has been rescheduled to 15 April.",
            "2024-04-15",
            "2024-03-30",
        ),
        ("OPEC+ has moved its meeting to June 6 from June 9-10.", "2024-06-06", "2024-06-09/2024-06-10"),
        (
            "The IGAD summit, which should have been held on April 10, would now be held on April 18.",
            "2024-04-18",
            "2024-04-10",
        ),
        ("The ECOWAS session, due to start on April 8 in Kano, was shifted to April 29.", "2024-04-29", "2024-04-08"),
        ("The EU and the GCC have pushed their summit back from April to June.", "2024-06", "2024-04"),
        ("The CARICOM summit in Grenada on July 3 has been deferred until further notice.", None, "2024-07-03"),
    ],
)
def test_old_and_new_day_are_told_in_many_ways(text: str, new: str | None, old: str) -> None:
    event = main_of(text)
    assert (event.status, event.date, event.moved_from) == ("postponed", new, old)


def test_what_was_held_at_last_keeps_the_day_it_was_planned_for() -> None:
    text = "The Commonwealth summit planned for June 2020 in Kigali was postponed twice and eventually took place in June 2022."
    event = main_of(text)
    assert (event.status, event.moved_from) == ("held", "2020-06")


def test_two_days_of_a_move_are_no_interval() -> None:
    event = main_of("Spain has moved the EU foreign ministers' meeting forward from July 10 to July 3.")
    assert (event.date, event.moved_from) == ("2024-07-03", "2024-07-10")
