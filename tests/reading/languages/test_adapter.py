"""What a language's writing asks for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from comity.reading.languages import adapter


@given(st.text(st.sampled_from("аёЁСHГ— –οκABйп\u00a0 1"), max_size=40))
def test_folding_keeps_every_offset(text: str) -> None:
    own = adapter("ru")
    assert len(own.folded(text)) == len(text) == len(own.lowered(text))


def test_latin_letters_count_as_cyrillic_in_a_word_of_both() -> None:
    assert adapter("ru").folded("СHГ и NATO") == "СНГ и NATO"


def test_clauses_cover_the_sentence_and_begin_at_a_relative_word() -> None:
    text = "Саммит, который прошёл в мае, завершён; министры уехали"
    clauses = adapter("ru").clauses(text, 0, len(text))
    assert "".join(text[start:end] for start, end in clauses) == text
    assert [text[start:end][:9] for start, end in clauses] == ["Саммит", ", который", "; министр"]
