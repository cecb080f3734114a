"""Journeys of one state's officials to another."""

from __future__ import annotations

import pytest

from comity.reading.extractors.events import extract
from tests.reading.extractors.reports import analysed


@pytest.mark.parametrize(
    "text",
    [
        "Ghanaian President Nana Akufo-Addo arrived in Lisbon on Tuesday.",
        "Ghanaian President Nana Akufo-Addo paid a visit to Portugal on Tuesday.",
        "Ghanaian President Nana Akufo-Addo is due in Lisbon on Tuesday.",
        "A visit of the president of Ghana to Portugal is planned for Tuesday.",
    ],
)
def test_a_journey_is_a_bilateral_visit_to_the_country(text: str) -> None:
    (visit,) = extract(analysed(text))
    assert (visit.kind, visit.level, visit.place.country) == ("visit", "bilateral", "PRT")
    assert "GHA" in visit.participants + visit.invited


def test_each_country_of_a_tour_is_a_visit() -> None:
    told = extract(
        analysed("Ghanaian Foreign Minister Shirley Botchwey wound up a tour of Togo, Benin and Niger on Tuesday.")
    )
    assert [one.place.country for one in told] == ["TGO", "BEN", "NER"]


def test_a_journey_to_talks_is_the_talks() -> None:
    (event,) = extract(
        analysed("Ghanaian President Nana Akufo-Addo flew to Lisbon on Tuesday for talks with Portugal's president.")
    )
    assert (event.kind, set(event.participants), event.date) == ("meeting", {"GHA", "PRT"}, "2024-07-02")


def test_the_visit_on_which_two_met_is_not_told_twice() -> None:
    (event,) = extract(
        analysed(
            "During a visit to Lisbon on Tuesday, Ghanaian President Nana Akufo-Addo met his Portuguese counterpart."
        )
    )
    assert event.kind == "meeting"


def test_an_official_of_an_organization_travels_for_it() -> None:
    (event,) = extract(analysed("The CSTO secretary-general will travel to Yerevan on Tuesday."))
    assert (event.kind, event.level, event.orgs) == ("visit", "other", ("CSTO",))


@pytest.mark.parametrize(
    "text",
    [
        "Tourists from Ghana visited Portugal in record numbers in March.",
        "The next session of the ECOWAS ministers is due in Lome on Tuesday.",
    ],
)
def test_not_every_way_leads_to_a_visit(text: str) -> None:
    assert [one for one in extract(analysed(text)) if one.kind == "visit"] == []
