"""Whose telling a report is."""

from __future__ import annotations

from datetime import date

import pytest

from comity.model.document import Document
from comity.model.event import Origin
from comity.resolving import Report, Telling
from comity.resolving.origins import first_voice, known_outlets, origins_of, voice_of
from tests.resolving.samples import tell


@pytest.mark.parametrize(
    ("name", "voice"),
    [
        ("ТАСС", "TASS"),
        ("TASS news agency", "TASS"),
        ("Tass", "TASS"),
        ("塔斯社", "TASS"),
        ("新华社", "Xinhua"),
        ("Xinhua News Agency", "Xinhua"),
        ("tass.com", "TASS"),
        ("sectsco", "SCO Secretariat"),
        ("The Associated Press", "AP"),
        ("Trend News Agency", "Trend"),
        ("俄罗斯卫星通讯社", "Sputnik"),
        ("РИА Новости", "RIA Novosti"),
        ("Example  Daily", "Example Daily"),
    ],
)
def test_an_outlet_is_one_voice_under_its_spellings(name: str, voice: str) -> None:
    assert voice_of(Report("a", outlet=name)) == voice


@pytest.mark.parametrize("name", ["News", "Daily News", "Press Agency", "The Nation", "本报"])
def test_a_name_that_many_bear_is_nobody_of_the_catalogue(name: str) -> None:
    assert known_outlets().named(name) is None


def test_two_outlets_of_one_owner_are_two_voices() -> None:
    ria, sputnik = (known_outlets().named(name) for name in ("РИА Новости", "Sputnik"))
    assert ria is not None
    assert sputnik is not None
    assert (ria.name, ria.owner) != (sputnik.name, sputnik.owner)
    assert ria.owner == sputnik.owner


@pytest.mark.parametrize(
    ("told", "voice"),
    [
        (Report("a", outlet="MarketScreener", origin="China Military Online"), "China Military Online"),
        (Report("a", source="https://en.kremlin.ru/events/1"), "Kremlin.ru"),
        (Report("a", source="https://nobody.example/1"), "a"),
        (Report("a", source="reports/tass.com.txt"), "a"),
        (Report("a", outlet="  ", origin=""), "a"),
        (Report("a", outlet="本报"), "a"),
        (Report("a", outlet="Example Daily", origin="News agencies"), "Example Daily"),
        (Document("a", source="", text="", outlet="UrduPoint News", origin="Sputnik News"), "Sputnik"),
    ],
    ids=[
        "the agency before the outlet",
        "the site",
        "an unknown site",
        "a file",
        "blanks",
        "this paper",
        "any agency",
        "a document",
    ],
)
def test_the_voice_is_the_agency_else_the_outlet_else_the_site_else_the_report(
    told: Report | Document, voice: str
) -> None:
    assert voice_of(told) == voice


def test_a_text_that_several_carry_is_that_of_the_agency_that_one_names() -> None:
    early = Report("a", outlet="Example Daily", published=date(2020, 9, 4))
    late = Report("b", outlet="Example Weekly", origin="Reuters", published=date(2020, 9, 6))
    assert first_voice([early, late]) == first_voice([late, early]) == "Reuters"


def test_a_text_of_which_no_one_names_an_agency_is_that_of_the_first() -> None:
    early = Report("b", outlet="Example Weekly", published=date(2020, 9, 4))
    assert first_voice([Report("a", outlet="Example Daily", published=date(2020, 9, 6)), early]) == "Example Weekly"


def test_a_reprint_counts_once_and_the_origin_has_both_reports() -> None:
    own, reprint = tell("a", outlet="TASS"), tell("b", outlet="ТАСС")
    assert origins_of([own, reprint]) == (Origin("TASS", "RUS", "state", ("a", "b")),)


def test_a_voice_found_in_storing_goes_before_the_outlet() -> None:
    plain = tell("a", outlet="Example Daily")
    stored = Telling(plain.id, plain.record, Report("a", outlet="Example Daily", voice="Reuters"))
    assert [one.name for one in origins_of([stored])] == ["Reuters"]


def test_case_makes_no_other_voice() -> None:
    assert [one.name for one in origins_of([tell("a", outlet="Example Daily"), tell("b", outlet="EXAMPLE DAILY")])] == [
        "EXAMPLE DAILY"
    ]


def test_what_the_catalogue_does_not_know_has_no_country_and_no_control() -> None:
    assert origins_of([tell("a", outlet="Example Daily")]) == (Origin("Example Daily", documents=("a",)),)
