"""Reports whose paragraphs are in different languages."""

from __future__ import annotations

from datetime import date

from comity.model.document import Document
from comity.model.record import EventRecord
from comity.reading.languages import in_each_language
from comity.reading.reader import Reader

ENGLISH = "The SCO’s defence ministers met in Astana on 11 March 2024."
RUSSIAN = "В Минске 12 марта 2024 года прошло заседание СМИД ОДКБ."


def _document(text: str, language: str = "en") -> Document:
    return Document("x", "x", text, published=date(2024, 3, 13), language=language)


def test_report_in_one_language_stays_whole() -> None:
    told = _document(f"{ENGLISH}\n\nThe paper is called «Известия».")
    assert in_each_language(told) == (told,)


def test_each_part_keeps_its_places_in_the_text() -> None:
    parts = in_each_language(_document(f"{ENGLISH}\n\n{RUSSIAN}"))
    assert [(one.language, one.text.strip()) for one in parts] == [("en", ENGLISH), ("ru", RUSSIAN)]
    assert {len(one.text) for one in parts} == {len(ENGLISH) + 2 + len(RUSSIAN)}


def test_both_are_read_with_exact_quotes_and_one_main_event() -> None:
    text = f"{RUSSIAN}\n\n{ENGLISH}"
    events = [one for one in Reader().read(_document(text, "ru")).records if isinstance(one, EventRecord)]
    assert [(one.orgs, one.main) for one in events] == [(("CSTO",), True), (("SCO",), False)]
    assert all(text[quote.start : quote.end] == quote.quote for one in events for quote in one.evidence)
