"""Spellings that make no difference."""

from __future__ import annotations

import pytest

from comity.catalog.load import ROOT
from comity.catalog.spelling import bare, parts, read_spelling, turned

SPELLING = read_spelling(ROOT)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("St. Kitts & Nevis", "Saint Kitts and Nevis"),
        ("Co-operation", "Cooperation"),
        ("Defence", "DEFENSE"),
        ("G-20", "G20"),
        ("C5 + 1", "C5+1"),
        ("OPEC Plus", "OPEC+"),
        ("Côte d’Ivoire", "Cote dIvoire"),
        ("U.S.S.R.", "USSR"),
        ("ＳＣＯ", "sco"),
        ("Пятёрка", "ПЯТЕРКА"),
        ("刚果（布）", "剛果(布)"),
        ("聯合國", "联合国"),
        ("«Мирная миссия»", "мирная миссия"),
        ("The Gambia", "gambia"),
        ("soft\u00adhyphen", "softhyphen"),
        ("Росси́я", "россия"),
    ],
)
def test_spellings_are_one(one: str, other: str) -> None:
    assert SPELLING.fold(one) == SPELLING.fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Niger", "Nigeria"), ("Йемен", "Иемен"), ("马里", "马里兰"), ("G7", "G77")]
)
def test_names_stay_apart(one: str, other: str) -> None:
    assert SPELLING.fold(one) != SPELLING.fold(other)


@pytest.mark.parametrize(("text", "letters"), [("the U.S.", "US"), ("U. S. A.", "USA"), ("us", "us"), ("«ШОС»", "ШОС")])
def test_bare_keeps_the_case(text: str, letters: str) -> None:
    assert bare(text) == letters


@pytest.mark.parametrize(
    ("text", "straight"),
    [
        ("Korea, Republic of", "Republic of Korea"),
        ("Egypt, Arab Rep.", "Arab Rep of Egypt"),
        ("Gambia (the)", "the Gambia"),
    ],
)
def test_inverted_names_are_turned(text: str, straight: str) -> None:
    assert straight in turned(text)


def test_plain_names_are_not_turned() -> None:
    assert turned("Republic of Korea") == []


def test_a_name_given_twice_has_two_parts() -> None:
    assert parts("Myanmar (Burma)") == ("Myanmar", "Burma")
