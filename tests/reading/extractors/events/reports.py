"""Events of reports made by hand, in the words of no agency."""

from __future__ import annotations

from datetime import date

from comity.model.record import EventRecord
from comity.reading.extractors import events
from tests.reading.extractors.reports import analysed

PUBLISHED = date(2024, 3, 20)  # a Wednesday


def events_of(text: str, published: date = PUBLISHED, title: str | None = None) -> list[EventRecord]:
    """The events of a report published on a Wednesday in March unless told otherwise."""
    return list(events.extract(analysed(text, title=title, published=published)))


def main_of(text: str, published: date = PUBLISHED, title: str | None = None) -> EventRecord:
    """The event that the report is about."""
    return events_of(text, published, title)[0]


def told_by(words: str, text: str, published: date = PUBLISHED) -> EventRecord:
    """The event whose quoted words include these."""
    return next(one for one in events_of(text, published) if any(words in quoted.quote for quoted in one.evidence))
