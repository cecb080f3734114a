"""Many phrases at once: which of them some words may hold, and forms as one tree."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from comity.reading.phrases import WordIndex, alternatives, key_words

_words = st.frozensets(st.sampled_from("abcde"), max_size=3)


@given(st.lists(st.lists(_words, max_size=3), max_size=8), st.frozensets(st.sampled_from("abcde")))
def test_an_index_tells_the_phrases_that_have_a_word_of_each_set(
    needed: list[list[frozenset[str]]], said: frozenset[str]
) -> None:
    possible = [at for at, sets in enumerate(needed) if all(words & said for words in sets)]
    assert list(WordIndex(needed).possible(said)) == possible


@given(st.lists(st.text("ab -.", min_size=1, max_size=5), min_size=1), st.text("ab -.", max_size=9))
def test_a_tree_of_forms_finds_the_longest_form_at_each_place(forms: list[str], text: str) -> None:
    plain = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
    tree = re.compile(alternatives(forms, space=" "))
    assert [match.span() for match in tree.finditer(text)] == [match.span() for match in re.finditer(plain, text)]


def test_a_tree_of_forms_lets_white_space_be_of_any_length() -> None:
    assert re.fullmatch(alternatives(["took part", "took the chair"]), "took  the\nchair")


def test_the_key_word_of_a_form_is_not_a_common_one() -> None:
    assert key_words(["were present", "has declined"]) == {"present", "declined"}
