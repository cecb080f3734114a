"""What was seen and not understood: a sentence with an organization and a cue word that yielded no record."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from comity.catalog.cue_files import load_cues
from comity.model.record import AnyRecord, Unread
from comity.reading.clause import Analysis

_CUES = ("event_noun", "event_verb", "hosting", "body")


def find_unread(analysis: Analysis, records: Sequence[AnyRecord]) -> Iterator[Unread]:
    """Sentences that no record quotes although they name an organization and carry a cue, with the reason."""
    quoted = [(one.start, one.end) for record in records for one in record.evidence]
    for sentence in analysis.sentences:
        start, end = sentence.start, sentence.end
        orgs = [one for one in analysis.mentions_in(start, end) if one.org]
        if not orgs or any(first < end and start < last for first, last in quoted):
            continue
        words = ", ".join(dict.fromkeys(map(repr, _cue_words(analysis, start, end))))
        names = ", ".join(dict.fromkeys(one.org or "" for one in orgs))
        if words:
            told = f"names {names} and says {words}, but no rule could tell what took place"
            yield Unread(start, end, analysis.text[start:end], told)


def _cue_words(analysis: Analysis, start: int, end: int) -> list[str]:
    """Words for events, belonging and presiding, as they stand in the sentence."""
    events = [analysis.text[one.start : one.end] for one in analysis.mentions_in(start, end, *_CUES)]
    others = [found[0] for found in _words(analysis.language).finditer(analysis.text, start, end)]
    return events + others


@lru_cache(maxsize=8)
def _words(language: str) -> re.Pattern[str]:
    forms = sorted(load_cues(language, "unread")["words"], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, forms))})\b", re.IGNORECASE)
