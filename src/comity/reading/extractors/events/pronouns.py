"""Whom "he" means who meets, attends or chairs."""

from __future__ import annotations

import re

from comity.reading.clause import Analysis
from comity.reading.person import Person
from comity.reading.quick import quick

_ACTS = quick(
    r"\b(?:he|she)\s+(?:(?:also|had|has|will|later|then|is|was|were|himself|herself|to|just|again|already|now|expected|due|set)\s+){0,4}"
    r"(?:met|meets?|meeting|held|holds?|had|visit(?:s|ed)?|travel(?:s|l?ed)?|confer(?:s|red)?|talked|sat|attend(?:s|ed|ing)?|took\s+part|takes?\s+part|taking\s+part|"
    r"participat(?:es?|ed|ing)|speaking\s+at|spoke\s+at|speak\s+at|address(?:es|ed|ing)?|chair(?:s|ed|ing)?|preside[sd]?|presiding|host(?:s|ed|ing)?|joined|joins?|represent(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)


def person_meant(analysis: Analysis, start: int, end: int) -> Person | None:
    """The person whom the pronoun of a stretch of text means: the one that the sentence before begins with, else the last named."""
    match = _ACTS.search(analysis.text, start, end)
    if match is None:
        return None
    if here := analysis.people.between(start, match.start()):
        # "Orban will travel to Krakow, where he will attend": the only one whom the sentence names so far.
        return here[0] if len({one.name for one in here}) == 1 else None
    before = [one for one in analysis.people.all if one.end <= match.start()]
    if not before:
        return None
    sentence = analysis.sentences[analysis.sentence_at(before[-1].start)]
    first = analysis.people.between(sentence.start, sentence.end)[:1]
    return first[0] if first and first[0].from_ < sentence.start + 60 else before[-1]
