"""How an event takes place: in one room, on screens, or both."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

import msgspec

from comity.model.record import EventRecord, Place
from comity.model.when import When
from comity.reading.clause import Analysis
from comity.reading.extractors.events.triggers import Trigger
from comity.reading.quick import quick


def mode_of(analysis: Analysis, trigger: Trigger, place: Place, *, face_to_face: bool = False) -> str:
    """As the words say; a place without a word of video is in person, and so are visits and what two hold with each other."""
    from_, to = _own_part(analysis, trigger)
    if place.city and _PARTLY.search(analysis.text, from_, to):
        return "hybrid"
    if _BY_WIRE.search(analysis.text, from_, trigger.start) or _WIRED.search(trigger.form):
        return "online"
    modes = [one.code for one in analysis.mentions_in(from_, to, "mode")]
    if "hybrid" in modes:
        return "hybrid"
    if "online" in modes:
        return "online"
    return "in_person" if place.city or place.country or "in_person" in modes or face_to_face else "unknown"


_WIRED = re.compile(r"\b(?:online|virtual|video|tele|phone|remote|web)", re.IGNORECASE)
# "Phone talks", "a video meeting".
_BY_WIRE = quick(
    r"\b(?:phone|telephone|video|online|virtual|remote|zoom|teleconferenced)\s+(?:(?!(?:at|in|on|to|and|of|from)\s)[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_PARTLY = re.compile(
    r"\bin\s+(?:[A-Z][\w’'-]+\s+){1,3}and\s+(?:also\s+)?(?:by|via|through|over|online|virtually|remotely)\b|"
    r"\b(?:some|others|several|address\w+|join\w*|took\s+part|taking\s+part|take\s+part|spoke|speaking|participat\w+|attended|attending)\b[^.;]{0,40}\b(?:(?:by|via|through|over)\s+(?:an?\s+)?(?:video|phone|telephone|zoom|internet)|virtually|remotely|online)",
    re.IGNORECASE,
)


_NEAR = timedelta(days=3)
_PLANS = ("held", "ongoing", "scheduled")


def of_one_occasion(records: Sequence[EventRecord]) -> list[EventRecord]:
    """The events of a report: those told without a mode are in one room, where another of these days is."""
    days = [When.parse(one.date) for one in records if one.date and one.mode == "in_person" and one.place.country]
    return [msgspec.structs.replace(one, mode="in_person") if _beside(one, days) else one for one in records]


def _beside(one: EventRecord, days: Sequence[When]) -> bool:
    if one.mode != "unknown" or one.status not in _PLANS or not one.date:
        return False
    day = When.parse(one.date)
    if day.lower is None or (day.length or 99) > 7:
        return False
    return any(other.lower and other.upper and other.lower - _NEAR <= day.lower < other.upper + _NEAR for other in days)


def _own_part(analysis: Analysis, trigger: Trigger) -> tuple[int, int]:
    """The scope between semicolons, without another event before a comma."""
    from_ = analysis.text.rfind(";", trigger.from_, trigger.start) + 1 or trigger.from_
    others = analysis.mentions_in(from_, trigger.start, "event_noun")
    comma = analysis.text.rfind(",", others[0].end, trigger.start) if others else -1
    if comma > 0:
        from_ = comma + 1  # "during a meeting by videoconference, he recalled the summit in Belem"
    to = analysis.text.find(";", trigger.end, trigger.to)
    return from_, to if to > 0 else trigger.to
