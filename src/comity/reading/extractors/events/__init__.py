"""Meetings, exercises and visits."""

from comity.reading.extractors.events.extract import events_of, extract

__all__ = ["events_of", "extract"]
