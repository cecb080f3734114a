"""Meetings, exercises and visits."""

from comity.reading.extractors.events.extract import extract

__all__ = ["extract"]
