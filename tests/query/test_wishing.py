"""Which words wish for a custom or an accession, and what became of them."""

from __future__ import annotations

from datetime import date

import pytest

from comity.query.wishing import is_for_custom, is_for_joining, judge_joining, judge_words


@pytest.mark.parametrize(
    "words",
    [
        "that such enlarged meetings will become regular",
        "to hold such meetings regularly",
        "the ministers should meet every year",
        "to turn the talks into a permanent mechanism",
        "сделать такие встречи регулярными",
        "希望会晤机制化",
    ],
)
def test_words_for_a_custom(words: str) -> None:
    assert is_for_custom(words)


@pytest.mark.parametrize(
    "words", ["the next summit will be in Astana", "irregular migration is a threat", "在塔什干举行会议"]
)
def test_words_for_no_custom(words: str) -> None:
    assert not is_for_custom(words)


@pytest.mark.parametrize(
    "words", ["to admit Timor-Leste", "an early accession of Belarus", "вступит в союз", "加入上合组织"]
)
def test_words_for_joining(words: str) -> None:
    assert is_for_joining(words)


@pytest.mark.parametrize("words", ["a joint statement", "the rejoinder came late"])
def test_words_for_no_joining(words: str) -> None:
    assert not is_for_joining(words)


@pytest.mark.parametrize(
    ("made", "as_of", "outcome", "held"),
    [
        (date(2023, 7, 4), date(2024, 7, 4), "kept", "2024-07-04"),
        (date(2023, 7, 4), date(2024, 7, 3), "open", None),
        (date(2019, 7, 4), date(2023, 1, 1), "lapsed", None),
    ],
)
def test_the_catalogue_tells_who_joined(made: date, as_of: date, outcome: str, held: str | None) -> None:
    verdict = judge_joining("SCO", "BLR", made, as_of=as_of)
    assert (verdict.outcome, verdict.held) == (outcome, held)


def test_whoever_was_a_member_already_has_not_joined_since() -> None:
    assert judge_joining("SCO", "RUS", date(2020, 1, 1), as_of=date(2020, 6, 1)).outcome == "open"


@pytest.mark.parametrize(("as_of", "outcome"), [(date(2021, 1, 1), "open"), (date(2023, 1, 1), "lapsed")])
def test_own_words_are_over_after_a_while(as_of: date, outcome: str) -> None:
    assert judge_words(date(2020, 1, 1), as_of=as_of).outcome == outcome


def test_without_a_day_nothing_is_ever_over() -> None:
    assert judge_words(None, as_of=date(2030, 1, 1)).outcome == "open"
