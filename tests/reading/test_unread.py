"""What is not understood is told, with the words that promised something."""

from __future__ import annotations

from datetime import date

import pytest

from comity.model.document import Document
from comity.reading.reader import Reader


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Sudan's seat on the African Union's list of those readmitted is for the jurists to ponder.", "readmitted"),
        ("A word about NATO summits in general.", "summits"),
        ("Membership of the European Union is no cure for that.", "Membership"),
    ],
)
def test_a_sentence_with_an_organization_and_a_cue_is_told_as_unread(text: str, word: str) -> None:
    reading = Reader().read(Document("d", "d", text, published=date(2023, 6, 14), language="en"))
    assert reading.records == ()
    (unread,) = reading.unread
    assert unread.quote == text[unread.start : unread.end]
    assert repr(word) in unread.reason


def test_a_sentence_that_was_read_is_not_unread() -> None:
    text = "The SCO foreign ministers met in Bishkek on Tuesday."
    reading = Reader().read(Document("d", "d", text, published=date(2023, 6, 14), language="en"))
    assert reading.records
    assert reading.unread == ()


def test_a_sentence_without_a_cue_is_left_alone() -> None:
    reading = Reader().read(Document("d", "d", "The SCO has a flag.", published=date(2023, 6, 14), language="en"))
    assert reading.unread == ()
