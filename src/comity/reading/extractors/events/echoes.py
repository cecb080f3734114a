"""Meetings that a place and a time alone tell of: "the second wave was decided on in Prague in November 2002"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from comity.catalog.cue_files import load_cues
from comity.reading.clause import Analysis
from comity.reading.mentions import Mention
from comity.reading.sentences import Sentence
from comity.reading.when import Expression

# Between a place and its time, in either order.
_TOGETHER = re.compile(r",?\s+\(?(?:(?:in|on|at|early|late|mid|the|last|this)\s+){0,2}", re.IGNORECASE)
_TIMES = ("day", "month", "bare_month", "year", "range", "season", "part_month", "part_year", "ordinal_day", "numeric")
_AT = re.compile(r"\b(?:in|at|since|after|before)\s+(?:the\s+)?$", re.IGNORECASE)
_APART = re.compile(
    r"\b(?:said|says|told|born|died|wrote|headquarters|based|seat|embassy|studied|lived|arrested|attack\w*|war|university|conference\s+call|game|match|won|lost|killed|company|(?:had|has|have)\s+(?:signed|met|held|agreed|spoken)|elected\s+president)\b",
    re.IGNORECASE,
)
_PASSIVE = r"\b(?:was|were|had\s+been|been)\s+(?:(?:first|then|also|formally|finally|only|jointly)\s+)?"


@lru_cache(maxsize=8)
def _decided(language: str) -> re.Pattern[str]:
    words = sorted(load_cues(language, "events")["decided"], key=len, reverse=True)
    return re.compile(
        _PASSIVE + rf"(?P<verb>{'|'.join(words)})\b[^.;:,]{{0,40}}?(?=\s+(?:in|at)\s+[A-Z])", re.IGNORECASE
    )


def echoes(analysis: Analysis, sentence: Sentence) -> list[Mention]:
    """What was decided at a place and a time, and, in the story of an organization's summits, place and time alone."""
    pairs = list(_pairs(analysis, sentence))
    if not pairs:
        return []
    found = list(_founded(analysis, sentence))
    for match in _decided(analysis.language).finditer(analysis.text, sentence.start, sentence.end):
        if any(0 < city.start - match.end() < 12 for city, _ in pairs):
            found.append(_of_leaders(*match.span("verb")))
    if found or not _tells_of_summits(analysis, sentence):
        return found
    if _APART.search(analysis.text, sentence.start, sentence.end) or analysis.people.between(
        sentence.start, sentence.end
    ):
        return []
    return [_of_leaders(min(city.start, time.start), max(city.end, time.end)) for city, time in pairs]


_FOUNDED = re.compile(
    r"\b(?:was|were)\s+(?P<verb>founded|established|set\s+up|created|launched|formed)\b[^.;]{3,60}?\s+by\s+the\s+(?:\w+\s+){0,2}$"
)


def _founded(analysis: Analysis, sentence: Sentence) -> Iterator[Mention]:
    """ "Was founded in Bangkok in 1967 by the foreign ministers of …": at their meeting."""
    for people in analysis.mentions_in(sentence.start, sentence.end, "level_people"):
        match = _FOUNDED.search(analysis.text, sentence.start, people.start)
        if match:
            yield Mention(*match.span("verb"), "event_verb", "meeting", people.level)


def _of_leaders(start: int, end: int) -> Mention:
    return Mention(start, end, "event_verb", "meeting", "heads_of_state")


def _pairs(analysis: Analysis, sentence: Sentence) -> Iterator[tuple[Mention, Expression]]:
    """Each city of a sentence with the time that stands beside it."""
    times = [one for one in analysis.expressions_in(sentence.start, sentence.end) if one.kind in _TIMES]
    for city in analysis.mentions_in(sentence.start, sentence.end, "city") if times else ():
        for time in times:
            first, second = (city, time) if city.start < time.start else (time, city)
            if _TOGETHER.fullmatch(analysis.text[first.end : second.start]):
                yield city, time
                break


def _tells_of_summits(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether the report has told of an organization's summit just before."""
    back = max(0, sentence.start - 600)
    return any(
        one.level == "heads_of_state" for one in analysis.mentions_in(back, sentence.start, "event_noun")
    ) and any(one.org for one in analysis.mentions_in(0, sentence.start))
