"""Each rule's test stands beside the sentence that asked for it."""

from __future__ import annotations

from datetime import date

import pytest

from comity.model.document import Document
from comity.model.record import EventRecord
from comity.reading.clause import Analysis
from comity.reading.extractors import events
from comity.reading.lexicon import lexicon


def read(text: str, published: str | None = "2023-06-14", title: str | None = None) -> list[EventRecord]:
    """The events of a report published on a Wednesday unless told otherwise."""
    day = date.fromisoformat(published) if published else None
    return list(events.extract(Analysis(Document("d", "d", text, title, published=day, language="en"), lexicon("en"))))


def only(text: str, published: str | None = "2023-06-14") -> EventRecord:
    found = read(text, published)
    assert len(found) == 1, [one.evidence[0].quote for one in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The SCO foreign ministers met in Bishkek on Monday.", "held"),
        ("The SCO foreign ministers will meet in Bishkek on Monday.", "scheduled"),
        ("The SCO summit is to be held in Astana in July.", "scheduled"),
        ("The CSTO summit in Yerevan has been postponed.", "postponed"),
        ("Kyrgyzstan cancelled the CSTO exercise.", "cancelled"),
        ("The ASEAN summit in Jakarta was called off.", "cancelled"),
        ("No meeting of the CIS foreign ministers is planned in Minsk.", "denied"),
        ("The minister proposed holding a meeting of the SCO defence ministers in Delhi.", "proposed"),
        ("The president hopes that meetings of the SCO defence ministers will become regular.", "hoped"),
        ("The CIS summit is being held in Bishkek.", "ongoing"),
    ],
)
def test_status_follows_the_words_of_the_clause(text: str, status: str) -> None:
    assert only(text).status == status


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("The SCO summit was held in Samarkand.", "heads_of_state"),
        ("The prime ministers of the SCO met in Bishkek.", "heads_of_government"),
        ("The CSTO defense ministers met in Minsk.", "defence_ministers"),
        ("Deputy foreign ministers of the CSTO met in Yerevan.", "experts"),
        ("The interior ministers of the CIS met in Dushanbe.", "interior_ministers"),
        ("Chiefs of general staff of the CSTO met in Moscow.", "chiefs_of_general_staff"),
        ("The finance ministers of the G20 met in Delhi.", "economy_ministers"),
        (
            "The foreign ministers, defence ministers and secretaries of the security councils of the CSTO held a joint meeting in Moscow.",
            "joint_ministers",
        ),
        ("The foreign ministers of Armenia and Azerbaijan met in Washington.", "bilateral"),
    ],
)
def test_level_is_that_of_those_who_meet(text: str, level: str) -> None:
    assert only(text).level == level


def test_organizations_that_attend_are_guests() -> None:
    record = only(
        "Moscow hosted the meeting of the defence ministers of the SCO, which was attended by those of the CSTO and the CIS."
    )
    assert record.orgs == ("SCO",)
    assert record.guests == ("CSTO", "CIS")


def test_a_joint_meeting_is_of_both_organizations() -> None:
    assert only("The defence ministers of the SCO and the CIS held a joint meeting in Moscow.").orgs == ("SCO", "CIS")


def test_two_summits_are_two_events() -> None:
    found = read("The SCO and BRICS summits were held in Ufa.")
    assert {one.orgs for one in found} == {("SCO",), ("BRICS",)}


def test_datelines_city_is_not_the_events() -> None:
    record = only("MOSCOW, June 14 - The SCO foreign ministers will meet in Goa on Friday.")
    assert (record.place.city, record.place.country) == ("Goa", "IND") or record.place.city is None


def test_here_is_the_datelines_city() -> None:
    assert only("DUSHANBE, June 14 - The SCO foreign ministers met here on Tuesday.").place.city == "Dushanbe"


def test_videoconference_has_no_city() -> None:
    record = only("The SCO heads of state held a videoconference on Tuesday, chaired from Moscow.")
    assert record.mode == "online"
    assert record.place.city is None


def test_capital_of_an_adjective_is_its_city() -> None:
    place = only("The CSTO foreign ministers met in the Tajik capital on Tuesday.").place
    assert (place.city, place.country) == ("Dushanbe", "TJK")


def test_the_day_of_saying_is_not_the_events() -> None:
    record = only("The SCO foreign ministers will meet in Astana on July 3, the ministry said on Tuesday.")
    assert record.date == "2023-07-03"


def test_no_day_is_invented() -> None:
    assert only("The SCO defence ministers met in Moscow in September 2020.").date == "2020-09"
    assert only("The SCO defence ministers met in Moscow.").date is None


def test_moved_event_keeps_its_old_date() -> None:
    record = only("The CSTO summit, which was to be held in Minsk on June 20, was put off to June 27.")
    assert (record.status, record.moved_from, record.date) == ("postponed", "2023-06-20", "2023-06-27")


def test_edition_is_the_ordinal_before_the_meeting() -> None:
    assert only("Dushanbe hosted the 73rd session of the CIS Council of Defence Ministers on Tuesday.").edition == 73


def test_exercise_keeps_its_name() -> None:
    record = only('The CSTO will hold the exercise "Indestructible Brotherhood-2023" in Kyrgyzstan in October.')
    assert (record.kind, record.level, record.series) == ("exercise", "exercise", "Indestructible Brotherhood")


def test_second_mention_is_the_same_event() -> None:
    record = only(
        "The SCO foreign ministers met in Astana on Tuesday. The meeting was chaired by Murat Nurtleu, the foreign minister of Kazakhstan."
    )
    assert len(record.evidence) == 2


def test_the_bloc_is_the_organization_named_before() -> None:
    found = read(
        "The CSTO summit was held in Minsk on Tuesday. The bloc's foreign ministers will meet in Almaty in September."
    )
    assert [one.orgs for one in found] == [("CSTO",), ("CSTO",)]


def test_first_and_next_stand_for_the_meeting_spoken_of() -> None:
    found = read("The C5+1 summit will be held in Washington on July 6. The first took place in New York in 2021.")
    assert [(one.status, one.date) for one in found] == [("scheduled", "2023-07-06"), ("held", "2021")]


def test_an_orchestra_is_no_organization() -> None:
    assert (
        read(
            "The SCO, or Scottish Chamber Orchestra, met its new conductor in Edinburgh and will hold talks with sponsors."
        )
        == []
    )


def test_a_hope_names_who_hopes() -> None:
    text = "Russian President Vladimir Putin hopes that meetings of the SCO defence ministers will become regular."
    assert only(text).by == "Vladimir Putin"


def test_every_quote_is_the_words_at_its_place() -> None:
    text = "ASTANA, June 14 - The SCO foreign ministers met here on Tuesday. Their next meeting will be held in Tashkent in 2024."
    for record in read(text):
        for one in record.evidence:
            assert text[one.start : one.end] == one.quote


def test_one_event_is_the_main_one() -> None:
    found = read("The SCO summit was held in Samarkand on Tuesday. In 2022 the CIS summit was held in Astana.")
    assert [one.main for one in found] == [True, False]


def test_those_who_came_are_told_in_later_sentences() -> None:
    record = only(
        "The CIS summit was held in Bishkek on Tuesday. Presidents Ilham Aliyev of Azerbaijan and Sadyr Japarov of "
        "Kyrgyzstan attended. Belarus was represented by its prime minister."
    )
    assert set(record.participants) == {"AZE", "KGZ", "BLR"}
    assert [one.name for one in record.persons] == ["Ilham Aliyev", "Sadyr Japarov"]


def test_those_who_stayed_away_take_no_part() -> None:
    record = only("The leaders of Kazakhstan and Belarus met at the CSTO summit in Minsk on Tuesday without Armenia.")
    assert "ARM" not in record.participants


def test_an_organization_represented_at_anothers_meeting_is_a_guest() -> None:
    record = only("The CSTO summit was held in Minsk on Tuesday. The CIS was represented by its secretary-general.")
    assert (record.orgs, record.guests) == (("CSTO",), ("CIS",))


def test_events_in_one_list_share_time_and_place() -> None:
    found = read("Ufa will host the SCO summit and the BRICS summit on July 9.")
    assert {(one.orgs, one.date, one.place.city) for one in found} == {
        (("SCO",), "2023-07-09", "Ufa"),
        (("BRICS",), "2023-07-09", "Ufa"),
    }


def test_bilateral_meetings_with_several_are_one_each() -> None:
    found = read(
        "Russian President Vladimir Putin had bilateral meetings with the presidents of Turkey, Mongolia and Iran on Monday."
    )
    assert [one.participants for one in found] == [("RUS", "TUR"), ("RUS", "MNG"), ("RUS", "IRN")]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("The Arab League summit scheduled for March 29 will be held in November instead.", ("2023-11", "2023-03-29")),
        ("The ECOWAS summit was postponed from June 20 to July 9.", ("2023-07-09", "2023-06-20")),
        ("The SCO summit opened on Tuesday. It had been due in March but was put off.", ("2023-06-13", "2023-03")),
    ],
)
def test_an_event_that_was_moved_keeps_both_dates(text: str, dates: tuple[str, str]) -> None:
    record = only(text)
    assert (record.date, record.moved_from) == dates


def test_what_is_held_today_is_ongoing() -> None:
    assert only("Russian President Vladimir Putin hosts the CIS summit in Kazan today.").status == "ongoing"


def test_an_opening_and_a_last_day_are_one_event() -> None:
    text = "The AU summit opened in Addis Ababa on Monday. The summit ended on Tuesday."
    assert only(text).date == "2023-06-12/2023-06-13"


def test_leaders_who_act_together_in_a_city_have_met() -> None:
    record = only("Prime ministers of the SCO signed 15 documents in Bishkek on Monday.")
    assert (record.level, record.place.city, record.date) == ("heads_of_government", "Bishkek", "2023-06-12")


def test_a_format_that_another_contains_is_not_named_beside_it() -> None:
    text = "The C5+1 summit with the presidents of the Central Asian countries was held in New York on Monday."
    assert only(text).orgs == ("C5+1",)


def test_meetings_in_general_are_no_event() -> None:
    assert read("Moldova suspended its participation in CIS meetings in 2022.") == []


def test_a_plan_to_postpone_is_not_a_postponement() -> None:
    text = (
        "Vietnam is consulting the members about postponing the ASEAN summit, which is scheduled for July 6 in Hanoi."
    )
    assert only(text).status == "scheduled"


def test_who_hopes_for_an_event_is_not_at_it() -> None:
    record = only(
        "Russian President Vladimir Putin hopes that meetings of the SCO defence ministers will become regular."
    )
    assert (record.persons, record.invited) == ((), ())


@pytest.mark.parametrize(
    ("text", "status", "day"),
    [
        ("The NATO summit opens in Vilnius on Friday.", "scheduled", "2023-06-16"),
        ("The NATO summit begins in Vilnius on July 11.", "scheduled", "2023-07-11"),
        ("The NATO summit opens in Vilnius on Wednesday.", "ongoing", "2023-06-14"),
        ("The NATO summit opened in Vilnius on Monday.", "held", "2023-06-12"),
        ("The minister said he hoped an ASEAN summit would take place on Saturday.", "hoped", "2023-06-17"),
    ],
)
def test_opening_in_the_present_and_hope_look_forward(text: str, status: str, day: str) -> None:
    event = only(text)
    assert (event.status, event.date) == (status, day)


@pytest.mark.parametrize("verb", ["called for", "demanded", "asked for", "pressed for"])
def test_meeting_called_for_is_proposed(verb: str) -> None:
    assert only(f"The AU {verb} a meeting of the IGAD leaders.").status == "proposed"


def test_meeting_at_which_something_was_demanded_was_held() -> None:
    assert only("The OPEC ministers demanded a cut in output at their meeting on Monday.").status == "held"


@pytest.mark.parametrize(
    "words",
    [
        "will be held on July 12 rather than on July 5",
        "will be held not on July 5 but on July 12",
        "was moved from July 5 to July 12",
        "was postponed to July 12 from July 5",
        "due on July 5 has been put off until July 12",
        ", originally planned for July 5, will now be held on July 12",
    ],
)
def test_old_and_new_date_are_told_apart(words: str) -> None:
    event = only(f"The ASEAN summit {words}.".replace(" ,", ","))
    assert (event.status, event.date, event.moved_from) == ("postponed", "2023-07-12", "2023-07-05")


def test_new_place_goes_with_the_new_date() -> None:
    event = only("The ASEAN summit has been rescheduled from July 5 in Manila to July 12 in Jakarta.")
    assert event.place.city == "Jakarta"


@pytest.mark.parametrize(
    "text",
    [
        "Indian Foreign Minister S. Jaishankar will not hold bilateral talks with Pakistan in Islamabad.",
        "Indian Prime Minister Narendra Modi will not meet his Pakistani counterpart.",
        "No meeting between Indian Prime Minister Narendra Modi and Pakistani Prime Minister Shehbaz Sharif was planned.",
    ],
)
def test_meeting_of_two_that_will_not_be_is_denied(text: str) -> None:
    event = only(text)
    assert (event.status, event.level, set(event.invited)) == ("denied", "bilateral", {"IND", "PAK"})


def test_summit_at_which_two_will_not_meet_is_not_denied() -> None:
    found = read("Russian President Vladimir Putin will not meet US President Joe Biden at the G20 summit.")
    assert [one.level for one in found if one.status == "denied"] == ["bilateral"]


def test_being_barred_from_meetings_makes_no_meeting() -> None:
    assert not read("Myanmar, whose military seized power in 2021, has been barred from ASEAN summits.")


def test_states_that_deny_attending_make_no_meeting_of_their_organization() -> None:
    assert not read(
        "Mali, Niger and Burkina Faso, which formed the AES in May 2023, denied reports that they would attend the talks."
    )


@pytest.mark.parametrize(
    "words",
    ["Ethiopia sent its apologies.", "Ethiopia sent its regrets.", "Ethiopia declined the invitation."],
)
def test_absent_state_takes_no_part(words: str) -> None:
    event = only(f"The IGAD leaders met in Entebbe on Monday. {words}")
    assert event.participants == ()


def test_boycott_makes_no_other_meeting() -> None:
    event = only("The IGAD leaders met in Entebbe on Monday. Khartoum boycotted the session.")
    assert event.place.city == "Entebbe"


def test_organizations_that_attended_the_meeting_told_before_are_its_guests() -> None:
    event = only(
        "The defence ministers of the SCO met in Moscow on Monday. "
        "The meeting was attended by the defence ministers of the CSTO and the CIS."
    )
    assert (event.orgs, event.guests) == (("SCO",), ("CSTO", "CIS"))


def test_ministry_that_announces_is_not_invited() -> None:
    text = "A meeting of the defence ministers of the SCO will be held in Moscow on Friday, the Russian Defence Ministry announced."
    assert only(text).invited == ()


def test_proposal_for_such_meetings_is_one_event_of_all() -> None:
    found = read(
        "The defence ministers of the SCO and the CIS held a joint meeting in Moscow on Monday. "
        '"I propose to hold such meetings regularly," Russian Defence Minister Sergei Shoigu said.'
    )
    proposed = [one for one in found if one.status == "proposed"]
    assert [(one.orgs, one.by) for one in proposed] == [(("SCO", "CIS"), "Sergei Shoigu")]


def test_length_told_later_reaches_back_from_the_closing_day() -> None:
    text = (
        "The SCO foreign ministers wrapped up a meeting in Tianjin on Tuesday. The two-day session adopted a statement."
    )
    assert only(text).date == "2023-06-12/2023-06-13"


def test_meetings_of_last_and_next_year_are_of_the_same_format() -> None:
    found = read(
        "The leaders of the SCO held their meeting in Samarkand on Monday. Kazakhstan will host next year's meeting in Astana."
    )
    assert [(one.level, one.orgs, one.date) for one in found[1:]] == [("heads_of_state", ("SCO",), "2024")]


def test_leader_on_video_makes_a_meeting_hybrid() -> None:
    text = "Leaders of the EAEU met in Minsk on Monday. Armenian Prime Minister Nikol Pashinyan joined by video link."
    assert only(text).mode == "hybrid"


def test_named_host_is_of_the_state_of_the_venue() -> None:
    assert only("Host Yoweri Museveni opened the IGAD summit in Entebbe on Monday.").host == "UGA"
