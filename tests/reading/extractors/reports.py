"""Reports made by hand for the extractors' tests, in the words of no agency."""

from __future__ import annotations

from datetime import date

from comity.model.document import Document
from comity.reading.clause import Analysis
from comity.reading.lexicon import lexicon

PUBLISHED = date(2024, 7, 5)  # a Friday


def analysed(
    text: str, *, title: str | None = None, published: date | None = PUBLISHED, language: str = "en"
) -> Analysis:
    """A report taken apart."""
    document = Document(id="x", source="x", text=text, title=title, published=published, language=language)
    return Analysis(document, lexicon(language))
