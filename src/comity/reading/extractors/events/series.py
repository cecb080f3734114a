"""Names that an event bears: of its series and its organ."""

from __future__ import annotations

import re

from comity.reading.clause import Analysis
from comity.reading.extractors.events.triggers import Trigger

# An exercise's name: in quotation marks, or before a year: "Indestructible Brotherhood-2022", Zapad 2021.
_QUOTED = re.compile(r"[\"“«](?P<name>[A-Z][^\"”»\n]{2,40}?)(?:[- ]\d{2,4})?[,.]?[\"”»]")
_YEARED = re.compile(r"\b(?P<name>[A-Z][\w-]+(?:\s+(?:of\s+)?[A-Z][\w-]+){0,3})[- ](?:19|20)\d\d\b")
_NO_NAME = re.compile(
    r"(?:In|On|By|Since|From|Until|During|For|The|This|Early|Late|Mid|Jan\w*|Feb\w*|Mar\w*|Apr\w*|May|Jun\w*|Jul\w*|Aug\w*|Sep\w*|Oct\w*|Nov\w*|Dec\w*)(?:\s.*)?"
)
_COUNTRIES = r"(?:['’]s)?(?:\s+(?:member\s+)?(?:states|countries|nations)['’]?)?\s+"


def series_of(analysis: Analysis, trigger: Trigger) -> str | None:
    """The series as named: a known one, else (for exercises) a quoted or dated proper name near the word."""
    known = analysis.mentions_in(trigger.from_, trigger.to, "series")
    if known:
        return analysis.text[known[0].start : known[0].end]
    if trigger.kind != "exercise":
        return None
    scope = analysis.text[trigger.from_ : trigger.to]
    match = _QUOTED.search(scope) or next(
        (one for one in _YEARED.finditer(scope) if not _NO_NAME.fullmatch(one["name"])), None
    )
    return match["name"].strip(" -,") if match else None


def body_of(analysis: Analysis, trigger: Trigger) -> str | None:
    """The organ as named, with the organization's name beside it."""
    bodies = analysis.mentions_in(trigger.from_, trigger.to, "body")
    if not bodies:
        return None
    body = min(bodies, key=lambda one: abs(one.start - trigger.start))
    start = body.start
    for org in analysis.mentions_in(max(trigger.from_, body.start - 60), body.start, "org"):
        if re.fullmatch(_COUNTRIES, analysis.text[org.end : body.start]):
            start = org.start
    return analysis.text[start : body.end]
