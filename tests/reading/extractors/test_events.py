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
        ("The foreign ministers, defence ministers and secretaries of the security councils of the CSTO held a joint meeting in Moscow.", "joint_ministers"),
        ("The foreign ministers of Armenia and Azerbaijan met in Washington.", "bilateral"),
    ],
)
def test_level_is_that_of_those_who_meet(text: str, level: str) -> None:
    assert only(text).level == level


def test_organizations_that_attend_are_guests() -> None:
    record = only("Moscow hosted the meeting of the defence ministers of the SCO, which was attended by those of the CSTO and the CIS.")
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
    record = only("The CSTO will hold the exercise \"Indestructible Brotherhood-2023\" in Kyrgyzstan in October.")
    assert (record.kind, record.level, record.series) == ("exercise", "exercise", "Indestructible Brotherhood")


def test_second_mention_is_the_same_event() -> None:
    record = only("The SCO foreign ministers met in Astana on Tuesday. The meeting was chaired by Murat Nurtleu, the foreign minister of Kazakhstan.")
    assert len(record.evidence) == 2


def test_the_bloc_is_the_organization_named_before() -> None:
    found = read("The CSTO summit was held in Minsk on Tuesday. The bloc's foreign ministers will meet in Almaty in September.")
    assert [one.orgs for one in found] == [("CSTO",), ("CSTO",)]


def test_first_and_next_stand_for_the_meeting_spoken_of() -> None:
    found = read("The C5+1 summit will be held in Washington on July 6. The first took place in New York in 2021.")
    assert [(one.status, one.date) for one in found] == [("scheduled", "2023-07-06"), ("held", "2021")]


def test_an_orchestra_is_no_organization() -> None:
    assert read("The SCO, or Scottish Chamber Orchestra, met its new conductor in Edinburgh and will hold talks with sponsors.") == []


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
