"""Phrases of cue files in running text."""

from __future__ import annotations

import pytest

from comity.reading.languages import Phrases, adapter


def _found(phrase: str, text: str, language: str = "ru") -> list[str]:
    own = adapter(language)
    table = Phrases([(phrase, True)], own)
    return [text[start:end] for start, end, _ in table.found(own.lowered(text))]


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("перенос*", "О переносе встречи", "переносе"),
        ("учени(е|ем)", "учением", "учением"),  # of several endings the one that ends the word
        ("глав(ы|ам) мид", "Главы МИД собрались", "Главы МИД"),
        ("(дал|получил*) статус", "страна получила статус", "получила статус"),
        (
            "получил* статус … наблюдател*",
            "получила статус почётного наблюдателя",
            "получила статус почётного наблюдателя",
        ),
        ("член(ы|) (|полные) клуба", "член клуба", "член клуба"),
    ],
)
def test_phrase_is_found(phrase: str, text: str, found: str) -> None:
    assert _found(phrase, text) == [found]


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("учени(е|я)", "учениями"),  # an ending that is not listed
        ("визит", "реквизит"),  # the end of another word
        ("не … будет", "не было. Завтра будет дождь"),  # a gap does not run on over a sentence
    ],
)
def test_phrase_is_not_found(phrase: str, text: str) -> None:
    assert not _found(phrase, text)


def test_yo_is_found_where_a_text_has_it_and_where_it_has_not() -> None:
    assert _found("приём", "прием") == ["прием"]
    assert _found("прием", "приём") == ["приём"]


def test_search_in_a_stretch_gives_places_in_the_whole_text() -> None:
    table = Phrases([("саммит", "summit")], adapter("ru"))
    assert list(table.found("саммит и саммит", 5, 15)) == [(9, 15, "summit")]
