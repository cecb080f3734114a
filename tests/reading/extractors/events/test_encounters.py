"""Two sides who meet: each rule beside a sentence that asked for it."""

from __future__ import annotations

import pytest

from comity.model.record import EventRecord
from comity.reading.extractors.events import extract
from tests.reading.extractors.reports import analysed


def pairs(text: str) -> list[tuple[str, ...]]:
    """The states on both sides of each bilateral event."""
    return [one.participants or one.invited for one in bilateral(text)]


def bilateral(text: str) -> list[EventRecord]:
    return [one for one in extract(analysed(text)) if one.level == "bilateral"]


@pytest.mark.parametrize(
    "text",
    [
        "Chilean President Gabriel Boric received Finnish Prime Minister Petteri Orpo in Santiago on Wednesday.",
        "Chilean President Gabriel Boric hosted his Finnish counterpart for talks in Santiago on Wednesday.",
        "Chilean Foreign Minister Alberto van Klaveren sat down with Finland's foreign minister on Tuesday.",
        "Chilean President Gabriel Boric held a telephone conversation with the prime minister of Finland on Tuesday.",
        "Chilean President Gabriel Boric spoke by phone with Finnish Prime Minister Petteri Orpo on Tuesday.",
        "Chilean President Gabriel Boric was received by Finnish President Alexander Stubb on Tuesday.",
        "After talks with Chilean President Gabriel Boric on Tuesday, Finnish President Alexander Stubb spoke of trade.",
        "Chilean-Finnish talks took place in Helsinki on Tuesday.",
        "Talks between the foreign ministers of Chile and Finland opened in Helsinki on Tuesday.",
        "Chilean President Gabriel Boric will not meet Finnish Prime Minister Petteri Orpo.",
        "No meeting between the presidents of Chile and Finland is planned.",
    ],
)
def test_two_sides_are_one_bilateral_event(text: str) -> None:
    assert [set(pair) for pair in pairs(text)] == [{"CHL", "FIN"}]


def test_each_of_those_met_on_the_sidelines_is_an_event_of_its_own() -> None:
    told = pairs(
        "On the sidelines of the CELAC summit in Bogota on Tuesday, Chilean President Gabriel Boric also met the "
        "leaders of Cuba, Haiti and Mexico."
    )
    assert told == [("CHL", "CUB"), ("CHL", "HTI"), ("CHL", "MEX")]


def test_those_met_on_the_sidelines_were_there_on_that_day() -> None:
    first, *_ = bilateral(
        "On the sidelines of the CELAC summit in Bogota on Tuesday, Chilean President Gabriel Boric also met the "
        "leaders of Cuba and Haiti."
    )
    assert (first.date, first.place.city) == ("2024-07-02", "Bogota")


def test_he_is_the_one_named_last() -> None:
    told = pairs(
        "Chilean President Gabriel Boric arrived for the CELAC summit on Monday. He will hold talks with his Cuban "
        "counterpart on Tuesday."
    )
    assert ("CHL", "CUB") in told


def test_the_two_presidents_are_those_named() -> None:
    told = pairs(
        "The two presidents will meet again in Lima, Peruvian leader Dina Boluarte said after receiving Chilean "
        "President Gabriel Boric in Arequipa on Tuesday."
    )
    assert [set(pair) for pair in told] == [{"CHL", "PER"}, {"CHL", "PER"}]


def test_an_organization_meets_through_its_official() -> None:
    (event,) = extract(
        analysed("On Tuesday ASEAN Secretary-General Kao Kim Hourn received the ambassador of Chile in Jakarta.")
    )
    assert (event.level, event.orgs) == ("other", ("ASEAN",))


@pytest.mark.parametrize(
    "text",
    [
        # Both are of one state.
        "Chilean President Gabriel Boric received Chilean Foreign Minister Alberto van Klaveren on Tuesday.",
        "The president received the new chief of police at his palace on Tuesday.",
        "Chilean President Gabriel Boric met voters in Valparaiso on Tuesday.",
        "Chilean President Gabriel Boric received a letter from the United Nations on Tuesday.",
    ],
)
def test_one_side_alone_is_no_event(text: str) -> None:
    assert bilateral(text) == []


def test_many_who_came_to_one_host_are_no_pairs() -> None:
    told = pairs(
        "The CARICOM summit opened in Georgetown on Tuesday. Guyanese President Irfaan Ali hosted Barbadian Prime "
        "Minister Mia Mottley, Jamaican Prime Minister Andrew Holness and Haitian Prime Minister Garry Conille."
    )
    assert told == []


def test_two_who_signed_in_a_city_were_there_together() -> None:
    told = pairs("Chile's Gabriel Boric and Finland's Alexander Stubb signed an accord in Helsinki on Tuesday.")
    assert told == [("CHL", "FIN")]


def test_officials_of_both_countries_are_of_those_named_before() -> None:
    told = pairs(
        "Chile and Finland disagree on fishing. Officials of the two countries signed a protocol in Geneva on Tuesday."
    )
    assert [set(pair) for pair in told] == [{"CHL", "FIN"}]


def test_what_is_not_planned_with_another_one_is_denied_too() -> None:
    told = bilateral(
        "There will be no talks between Chilean President Gabriel Boric and Cuban Foreign Minister Bruno Rodriguez. "
        "Nor are any planned with Haiti's Garry Conille."
    )
    assert [one.status for one in told] == ["denied", "denied"]
    assert [set(one.participants + one.invited) for one in told] == [{"CHL", "CUB"}, {"CHL", "HTI"}]


def test_three_who_met_are_a_format_of_their_own() -> None:
    (event,) = extract(
        analysed(
            "In Lima on Tuesday Chilean President Gabriel Boric met Peruvian President Dina Boluarte and Bolivian "
            "President Luis Arce."
        )
    )
    assert (event.level, event.orgs) == ("heads_of_state", ("CHL-PER-BOL",))
