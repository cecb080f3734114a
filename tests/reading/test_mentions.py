"""What a name in a text stands for, by the words around it."""

from __future__ import annotations

import pytest

from comity.reading.lexicon import lexicon
from comity.reading.mentions import find_mentions


def organizations(text: str) -> list[str]:
    return [one.org for one in find_mentions(text, lexicon("en")) if one.org]


def places(text: str) -> list[str]:
    return [one.code for one in find_mentions(text, lexicon("en")) if one.kind in ("city", "state")]


@pytest.mark.parametrize(
    ("text", "orgs"),
    [
        ("West African leaders met in Abuja.", ["ECOWAS"]),
        ("Southeast Asian foreign ministers met.", ["ASEAN"]),
        ("The summit of Gulf leaders opened.", ["GCC"]),
        ("The Gulf-European summit opened.", ["GCC", "EU"]),
        ("Arab foreign ministers met.", ["LAS"]),
        ("The sixth Central Asia-China foreign ministers' meeting opened.", ["KAZ-KGZ-TJK-TKM-UZB"]),
        # A region alone, or within another word, is only a region.
        ("West African farmers sow late.", []),
        ("Indo-Pacific leaders spoke.", []),
        ("Ships crossed the Gulf.", []),
    ],
)
def test_region_stands_for_its_organization_beside_those_who_meet(text: str, orgs: list[str]) -> None:
    assert organizations(text) == orgs


@pytest.mark.parametrize(
    ("text", "orgs"),
    [
        ("Opec ministers met in Vienna.", ["OPEC"]),
        ("Asean foreign ministers met.", ["ASEAN"]),
        ("The European\nUnion agreed.", ["EU"]),
        # The name with its words in another order is the same organization's.
        ("The General Agreement on Trade and Tariffs (GATT) met in Geneva.", ["GATT"]),
        ("OPEC and its allies cut output.", ["OPEC+"]),
        ("Guam is an island near Japan.", []),
    ],
)
def test_spelling_of_an_organization(text: str, orgs: list[str]) -> None:
    assert organizations(text) == orgs


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("They met in San Jose, Calif., on Friday.", ["San José|USA"]),
        ("They met in Halifax, Nova Scotia.", ["Halifax|CAN"]),
        ("The leaders met in Shusha.", ["Shusha|AZE"]),
        ("Stanley said no.", []),
        ("Sales rose.", []),
        ("U.S. CAR SALES UP IN MARCH", ["USA"]),
        ("China, Japan and Korea agreed.", ["CHN", "JPN", "KOR"]),
        ("North Korea spoke; Korea was one once.", ["PRK"]),
        ("Congo and the Democratic Republic of the Congo came.", ["COG", "COD"]),
        ("Congo came.", []),
    ],
)
def test_place_is_told_from_words_and_surnames_like_it(text: str, codes: list[str]) -> None:
    assert places(text) == codes


def test_an_acronym_spelled_out_after_other_capitals_is_not_that_of_another_organization() -> None:
    text = "The head of the Board of the Eurasian Economic Commission (EEC) spoke. The EEC met."
    assert [one for one in find_mentions(text, lexicon("en")) if one.org == "EU"] == []


def test_a_bay_is_no_town() -> None:
    assert places("The navies of India and Japan met in the Bay of Bengal.") == ["IND", "JPN"]
