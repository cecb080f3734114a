from __future__ import annotations

from datetime import date

import pytest

from comity.model.document import Document
from comity.model.record import EventRecord
from comity.reading.diary import parted
from comity.reading.reader import Reader

DIARY = (
    "TUESDAY, MAY 14 ** LOME - Ghana's Foreign Minister Ama Mensah will visit Togo (To May 16). TIRANA - Foreign "
    "ministers of the Organization of Turkic States meet in Tirana - 0900 GMT. RIGA - Prime ministers of the Nordic "
    "Council hold their annual meeting. (Final day)"
)


def test_each_entry_stands_on_a_line_of_its_own() -> None:
    assert [line[:10] for line in parted(DIARY).split("\n")] == ["TUESDAY, M", "** LOME - ", "TIRANA - F", "RIGA - Pri"]
    assert len(parted(DIARY)) == len(DIARY)


@pytest.mark.parametrize(
    "text", ["", "LOME - Ministers met.", "The EU - NATO talks went on. The UN - as ever - spoke."]
)
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert parted(text) == text


def test_an_entry_has_the_day_it_stands_under_and_the_city_before_it() -> None:
    read = Reader().read(Document("a", "a", DIARY, language="en", published=date(2024, 5, 13))).records
    events = {record.place.city: record for record in read if isinstance(record, EventRecord)}
    assert [(city, one.date, one.status) for city, one in sorted(events.items(), key=lambda pair: str(pair[0]))] == [
        ("Lome", "2024-05-14/2024-05-16", "scheduled"),
        ("Riga", "2024-05-14", "ongoing"),
        ("Tirana", "2024-05-14", "scheduled"),
    ]
