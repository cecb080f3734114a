"""Meetings told without a word for one."""

from __future__ import annotations

import pytest

from comity.reading.extractors.events import extract
from tests.reading.extractors.reports import analysed


@pytest.mark.parametrize(
    "text",
    [
        "The interior ministers of the East African Community are expected in Kampala on Monday.",
        "East African Community interior ministers flew into Kampala on Monday.",
        "The interior ministers of the East African Community will take stock of the reform in Kampala on Monday.",
        "The interior ministers of the East African Community agreed in Kampala on Monday that summits should be rarer.",
        "Kampala expects the interior ministers of the East African Community on Monday.",
    ],
)
def test_ministers_a_place_and_a_day_are_a_meeting(text: str) -> None:
    levels = [(one.level, one.orgs) for one in extract(analysed(text)) if one.date]
    assert levels == [("interior_ministers", ("EAC",))]


def test_a_city_that_hosts_a_group_hosts_its_meeting() -> None:
    (event,) = extract(analysed("Canada hosted the G7 in Charlevoix in 2018."))
    assert (event.orgs, event.date) == (("G7",), "2018")


def test_they_are_those_who_met_before() -> None:
    told = extract(
        analysed(
            "The foreign ministers of Mercosur will meet in Asuncion on Monday. They discussed the treaty by video "
            "link last week."
        )
    )
    assert [(one.level, one.orgs) for one in told] == [("foreign_ministers", ("MERCOSUR",))] * 2


@pytest.mark.parametrize(
    "text",
    [
        "The presidents of the East African Community should come to an understanding on the budget.",
        "A spokesman for the ministers of the East African Community said in Kampala on Monday that prices were high.",
    ],
)
def test_words_of_ministers_are_no_meeting(text: str) -> None:
    assert list(extract(analysed(text))) == []


def test_another_meeting_is_not_the_one_put_off() -> None:
    told = extract(
        analysed(
            "The meeting of the ECOWAS chiefs of staff in Accra was postponed. A new meeting is planned for August."
        )
    )
    assert [one.status for one in told] == ["postponed", "scheduled"]


def test_the_prime_ministers_of_a_day_are_its_summit() -> None:
    (event,) = extract(
        analysed(
            "The Visegrad summit was held in Prague on Monday. The Visegrad Group's prime ministers met on Monday."
        )
    )
    assert event.level == "heads_of_government"
