"""Where sentences and paragraphs begin and end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.reading.sentences import split


def sentences(text: str) -> list[str]:
    return [text[one.start : one.end] for one in split(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met. They left.", ["They met.", "They left."]),
        ("They met Gen. Smith. They left.", ["They met Gen. Smith.", "They left."]),
        ("They met J. Smith. He left.", ["They met J. Smith.", "He left."]),
        ("It was on Nov. 10 in Minsk. He left.", ["It was on Nov. 10 in Minsk.", "He left."]),
        ("He met Max. She left.", ["He met Max.", "She left."]),
        ("First line\nSecond line. Third", ["First line", "Second line.", "Third"]),
        (" \n  \n", []),
        ("", []),
    ],
)
def test_a_text_falls_into_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_paragraphs_are_counted() -> None:
    assert [one.paragraph for one in split("One. Two.\n\nThree.\nFour.")] == [0, 0, 1, 2]


@given(st.text(alphabet="aB. \n!?Mr\t", max_size=60))
def test_nothing_but_white_space_is_left_out(text: str) -> None:
    spans = [(one.start, one.end) for one in split(text)]
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    kept = "".join(text[start:end] for start, end in spans)
    assert "".join(kept.split()) == "".join(text.split())
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)
