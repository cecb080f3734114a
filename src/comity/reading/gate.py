"""Whether a report can concern us at all. Most of the world's news stops here."""

from __future__ import annotations

from comity.reading.lexicon import Lexicon


def is_relevant(text: str, lexicon: Lexicon) -> bool:
    """Whether any organization, organ or series is named, or a meeting of ministers or leaders is spoken of."""
    return lexicon.touches(text)
