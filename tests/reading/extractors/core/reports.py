"""Short reports in any language, for the tests of the core."""

from __future__ import annotations

from datetime import date

from comity.model.document import Document
from comity.reading.extractors.core import Page


def page(text: str, published: str = "2024-03-12", language: str = "ru", title: str | None = None) -> Page:
    return Page(Document("x", "x", text, title, None, None, date.fromisoformat(published), language))
