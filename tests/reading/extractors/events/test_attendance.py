"""Who was at an event, or is to be: lists, speeches, chairs, and those who are only named."""

from __future__ import annotations

from datetime import date

import pytest

from comity.model.document import Document
from comity.model.record import EventRecord
from comity.reading.reader import Reader


def read(text: str) -> EventRecord:
    """The one event of a report."""
    document = Document(id="a", source="a", text=text, language="en", published=date(2022, 6, 15))
    events = [one for one in Reader().read(document).records if isinstance(one, EventRecord)]
    return next(one for one in events if one.main)


def names(record: EventRecord) -> set[str]:
    return {one.name for one in record.persons}


def test_a_list_of_those_who_came_with_a_state_and_a_style_on_each_line() -> None:
    record = read(
        "The SADC summit took place in Windhoek on 3 May 2022. It was attended by:\n"
        "Botswana His Excellency President Mokgweetsi Masisi\n"
        "Zambia The Right Honourable Prime Minister John Phiri\n"
        "Malawi Honourable Nancy Tembo Minister of Foreign Affairs"
    )
    assert set(record.participants) == {"BWA", "ZMB", "MWI"}
    assert names(record) == {"Mokgweetsi Masisi", "John Phiri", "Nancy Tembo"}


def test_the_office_before_the_first_name_is_that_of_all_in_the_list() -> None:
    record = read(
        "ECOWAS leaders met in Accra on 4 June 2022. Among the leaders already here are President Macky Sall of Senegal, "
        "Patrice Talon of Benin and Faure Gnassingbe of Togo."
    )
    assert {(one.name, one.office, one.state) for one in record.persons} == {
        ("Macky Sall", "president", "SEN"),
        ("Patrice Talon", "president", "BEN"),
        ("Faure Gnassingbe", "president", "TGO"),
    }


def test_counterparts_who_will_discuss_something_are_those_who_are_to_meet() -> None:
    record = read(
        "Leaders of the Visegrad Group will meet in Prague on 28 June. Czech Prime Minister Petr Fiala and his Slovak and "
        "Polish counterparts, Eduard Heger and Mateusz Morawiecki, will also discuss the vote scheduled for 3 July."
    )
    assert names(record) == {"Petr Fiala", "Eduard Heger", "Mateusz Morawiecki"}
    assert {"CZE", "SVK", "POL"} <= set(record.invited)


def test_who_presides_is_there() -> None:
    record = read(
        "The EAC summit will be held in Arusha on 20 July under the chairmanship of President Uhuru Kenyatta."
    )
    assert names(record) == {"Uhuru Kenyatta"}
    assert record.invited == ("KEN",)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("In his opening remarks, Uzbek Defence Minister Bakhodir Kurbanov welcomed the guests.", "Bakhodir Kurbanov"),
        ("Indian Defence Minister Rajnath Singh also attended the session.", "Rajnath Singh"),
    ],
)
def test_who_speaks_or_comes_is_at_it(sentence: str, name: str) -> None:
    assert name in names(read(f"The SCO defence ministers met in Tashkent on 10 June. {sentence}"))


@pytest.mark.parametrize(
    "sentence",
    [
        "The movement led by Sitiveni Rabuka protested outside.",
        "Samoa's jailed former prime minister Tuilaepa Sailele sent no word.",
        "The presidents of Nauru, Kiribati and Palau issued a joint statement of protest.",
        "The alliance comprises Tonga, Vanuatu and Niue.",
        "Member states include Tonga, Vanuatu and Niue.",
    ],
)
def test_who_is_only_named_is_not_at_it(sentence: str) -> None:
    record = read(f"The leaders of the Pacific Islands Forum met in Suva on 7 June. {sentence}")
    assert not record.participants
    assert not record.persons


def test_states_that_those_who_meet_let_in_did_not_come() -> None:
    record = read(
        "Foreign ministers of ASEAN agreed at a meeting in Phnom Penh on 4 June to admit Timor-Leste and Papua New Guinea."
    )
    assert not record.participants


@pytest.mark.parametrize(("org", "level"), [("CARICOM", "heads_of_government"), ("EAC", "heads_of_state")])
def test_a_summit_is_at_the_level_of_those_who_sit_in_it(org: str, level: str) -> None:
    assert read(f"The {org} summit will be held on 3 July.").level == level
