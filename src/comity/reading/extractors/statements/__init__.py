"""Who said what."""

from comity.reading.extractors.statements.extract import extract

__all__ = ["extract"]
