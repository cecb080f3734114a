from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.model.document import Document
from comity.model.record import EventRecord
from comity.reading.reader import Reader
from comity.reading.wrapping import unwrapped

WIRE = """MINISTERS TO MEET IN LOME
LOME, March 2 - Foreign ministers of the Economic Community of
West African States will meet in Lome on March 9 to prepare the
summit of the heads of state, its secretariat said. The agenda
has 12 points.
    Ghana asked for the meeting.
"""
LISTED = """The delegations were led by:
- the minister of foreign affairs of the Republic of Ghana, who spoke first
- the minister of defence of the Republic of Togo, who spoke after him
- the ambassador of the Republic of Benin, who asked for another meeting
"""


def test_a_wrapped_paragraph_is_one_line_and_its_headline_another() -> None:
    assert unwrapped(WIRE).split("\n") == [
        "MINISTERS TO MEET IN LOME",
        "LOME, March 2 - Foreign ministers of the Economic Community of West African States will meet in Lome on March 9"
        " to prepare the summit of the heads of state, its secretariat said. The agenda has 12 points.",
        "    Ghana asked for the meeting.",
        "",
    ]


@pytest.mark.parametrize("text", [LISTED, "One paragraph.\nAnother, which is as long as it wants to be.\n", "", "\n\n"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert unwrapped(text) == text


def test_a_gap_between_columns_parts_them() -> None:
    assert unwrapped("The SCO met" + " " * 60 + "in Goa").split() == ["The", "SCO", "met", "in", "Goa"]
    assert unwrapped("The SCO met" + " " * 60 + "in Goa").count("\n") == 1


@given(st.text(alphabet="ab C.\n\r-", max_size=400))
def test_offsets_stay(text: str) -> None:
    out = unwrapped(text)
    assert len(out) == len(text)
    assert all(old == new or (old.isspace() and new in " \n") for old, new in zip(text, out, strict=True))


def test_what_is_read_of_a_wrapped_text_is_quoted_as_it_stands() -> None:
    records = Reader().read(Document("a", "a", WIRE, language="en")).records
    meeting = next(record for record in records if isinstance(record, EventRecord))
    assert (meeting.orgs, meeting.level, meeting.place.city) == (("ECOWAS",), "foreign_ministers", "Lome")
    assert all(WIRE[one.start : one.end] == one.quote for one in meeting.evidence)
    assert "\n" in meeting.evidence[0].quote
