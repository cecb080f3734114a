"""What was seen and not understood: a sentence with an organization and a cue word that yielded no record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from comity.model.record import AnyRecord, Unread
from comity.reading.clause import Analysis

_CUES = ("event_noun", "event_verb", "hosting", "body")


def find_unread(analysis: Analysis, records: Sequence[AnyRecord]) -> Iterator[Unread]:
    """Sentences that no record quotes although they name an organization and carry a cue, with the reason."""
    quoted = [(one.start, one.end) for record in records for one in record.evidence]
    for sentence in analysis.sentences:
        start, end = sentence.start, sentence.end
        orgs = [one for one in analysis.mentions_in(start, end) if one.org]
        cues = analysis.mentions_in(start, end, *_CUES)
        if not orgs or not cues or any(first < end and start < last for first, last in quoted):
            continue
        words = ", ".join(dict.fromkeys(repr(analysis.text[one.start : one.end]) for one in cues))
        names = ", ".join(dict.fromkeys(one.org or "" for one in orgs))
        yield Unread(
            start,
            end,
            analysis.text[start:end],
            f"names {names} and says {words}, but no rule could tell what took place",
        )
