"""Whether two texts are one."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.resolving.reprints import fingerprint, shared_bands

_WORDS = tuple(f"word{number}" for number in range(4000))


def text(seed: int, length: int = 300) -> list[str]:
    return random.Random(seed).choices(_WORDS, k=length)


def changed(words: list[str], share: float, seed: int = 7) -> list[str]:
    """The words with so many of them exchanged for others."""
    dice = random.Random(seed)
    return [dice.choice(_WORDS) if dice.random() < share else word for word in words]


def is_one(one: list[str], other: list[str]) -> bool:
    return shared_bands(fingerprint(" ".join(one)), fingerprint(" ".join(other))) > 0


@pytest.mark.parametrize("length", [60, 300, 1000])
def test_a_text_with_one_word_in_fifty_changed_is_a_reprint(length: int) -> None:
    found = [is_one(words := text(seed, length), changed(words, 0.02)) for seed in range(20)]
    assert sum(found) >= 19


def test_another_headline_and_dateline_before_the_same_text_is_a_reprint() -> None:
    words = text(1, 200)
    assert is_one(words, [*text(2, 12), *words])


@pytest.mark.parametrize("shared", [20, 60, 100])
def test_a_long_quote_in_two_texts_makes_no_reprint(shared: int) -> None:
    found = [
        is_one([*text(seed, shared), *text(seed + 100)], [*text(seed, shared), *text(seed + 200)]) for seed in range(20)
    ]
    assert sum(found) == 0


def test_case_marks_and_addresses_make_no_difference() -> None:
    words = " ".join(text(3))
    assert fingerprint(words) == fingerprint(words.upper().replace(" ", ", ") + " https://example.org/a?b")


def test_a_chinese_text_is_compared_by_its_characters() -> None:
    dice = random.Random(5)
    letters = [chr(dice.randrange(0x4E00, 0x6000)) for _ in range(200)]
    one, other = "".join(letters), "".join([*letters[:100], "新", *letters[100:]])
    assert shared_bands(fingerprint(one), fingerprint(other)) > 0
    assert shared_bands(fingerprint(one), fingerprint("".join(reversed(letters)))) == 0


@pytest.mark.parametrize(
    "short", ["", "SCO defence ministers met in Moscow on Friday.", "上合组织国防部长会议在莫斯科举行"]
)
def test_a_text_too_short_to_tell_has_no_bands(short: str) -> None:
    assert fingerprint(short) == ()


def test_the_numbers_are_the_same_on_every_machine() -> None:
    found = fingerprint(" ".join(_WORDS[:100]))
    assert len(found) == 20
    assert found[:2] == (3022780842429369728, 3978597935290583508)


@given(st.text(min_size=100))
def test_every_text_has_numbers_that_a_database_takes(words: str) -> None:
    assert all(-(2**63) <= band < 2**63 for band in fingerprint(words))
