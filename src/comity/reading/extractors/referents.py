"""Whom and what a construction means where it does not say so itself: its organization, its subject, its date."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import lru_cache

from comity.catalog.loaded import load_catalog
from comity.model.when import When
from comity.reading.clause import Analysis
from comity.reading.extractors.constructions import Found
from comity.reading.extractors.frames import frames
from comity.reading.extractors.slots import BODY, CAPITAL, DATE, GOVERNED, ORG, PERSON, STATES, Frame, Slot
from comity.reading.when import Direction

_FAR_BEFORE, _FAR_AFTER = 30, 55
_STILL_NEAR = 4
LATER = re.compile(r"\b(?:later|subsequently|afterwards|thereafter|eventually)\b", re.IGNORECASE)


@lru_cache(maxsize=4)
def main_organization(analysis: Analysis) -> str | None:
    """The organization that the report is about: named most, its headline and its first words counting more."""
    weights: Counter[str] = Counter()
    for mention in analysis.title_mentions:
        weights.update({mention.org: 3} if mention.org else {})
    named = [mention.org for mention in analysis.mentions if mention.org]
    for number, org in enumerate(named):
        weights[org] += 3 if number == 0 else 1
    return max(weights, key=lambda org: weights[org], default=None)


def organizations_meant(
    analysis: Analysis, found: Found, fits: Callable[[str], bool] = lambda org: True
) -> tuple[str, ...]:
    """The construction's own organization; else the nearest of its sentence that fits, one before, the main one."""
    own = found.filled.get("org")
    if own is not None:
        return own.codes
    near = nearest_organization(found.frame, found.start, found.end, fits) or nearest_organization(
        frames(analysis)[found.frame.number], found.start, found.end, fits
    )
    if near is not None:
        return near.codes
    return organization_before(analysis, found.frame, fits)


def nearest_organization(
    frame: Frame, start: int, end: int, fits: Callable[[str], bool] = lambda org: True
) -> Slot | None:
    """The organization of the sentence nearest to a place; of equally near ones the earlier."""
    slots = [pair for pair in frame.of_kind(ORG + BODY) if all(map(fits, pair[1].codes))]
    return min(slots, key=lambda pair: _distance(pair[0], start, end), default=(0, None))[1]


def _distance(at: int, start: int, end: int) -> int:
    if at < start:
        return start - at
    return max(0, at - end) if at >= end else 0


def organization_before(
    analysis: Analysis, frame: Frame, fits: Callable[[str], bool] = lambda org: True
) -> tuple[str, ...]:
    """The organization that the sentence before speaks of; else the main one if it is near; else the last named."""
    main = main_organization(analysis)
    near: list[tuple[str, ...]] = []
    for earlier in reversed(frames(analysis)[max(0, frame.number - _STILL_NEAR) : frame.number]):
        slots = [slot for _, slot in earlier.of_kind(ORG + BODY) if all(map(fits, slot.codes))]
        if slots and not near and _leads(earlier, slots[0]):
            return slots[0].codes
        near += [slot.codes for slot in reversed(slots)]
    if main and fits(main) and ((main,) in near or (not near and _introduced(analysis, frame, main))):
        return (main,)
    return near[0] if near else ()


def _introduced(analysis: Analysis, frame: Frame, org: str) -> bool:
    """Whether headline or text have named the organization before a sentence, or it is the first that they name."""
    if frame.number == 0:
        return True
    named = (*analysis.title_mentions, *(one for one in analysis.mentions if one.start < frame.sentence.start))
    return any(one.org == org for one in named)


def leading_organization(analysis: Analysis, frame: Frame) -> tuple[str, ...]:
    """The organization that the sentence before begins with: what "it" means after "The SCO was founded in 2001"."""
    for earlier in frames(analysis)[max(0, frame.number - 1) : frame.number]:
        slots = [slot for _, slot in earlier.of_kind(ORG + BODY)]
        if slots and _leads(earlier, slots[0]):
            return slots[0].codes
    return ()


def _leads(frame: Frame, slot: Slot) -> bool:
    """Whether a sentence begins with this slot: "The CIS consists of …"."""
    before = frame.masked[: next(at for at, one in frame.slots.items() if one == slot)]
    return len(before.split()) < 4 and not GOVERNED.search(before)


@lru_cache(maxsize=64)
def members_of(org: str, day: date | None) -> frozenset[str]:
    """The states that the catalogue knows as members on a day; today's where there is none."""
    return frozenset(
        one.state
        for one in load_catalog().memberships.get(org, ())
        if one.status == "member"
        and not (one.end and one.end.lower and (day is None or one.end.lower <= day))
        and not (day and one.start and one.start.lower and one.start.lower > day)
    )


def subject_before(frame: Frame, position: int) -> Slot | None:
    """The state that the verb at a position speaks of: the nearest one before it that no preposition governs."""
    for at, slot in reversed(frame.of_kind(STATES + PERSON + CAPITAL)):
        if at < position and not GOVERNED.search(frame.masked[:at]) and not re.match(r"['’]", frame.masked[at + 1 :]):
            return slot
    return None


def date_of(analysis: Analysis, found: Found, direction: Direction, focus: When | None = None) -> When | None:
    """The date of what a construction says."""
    return slot_of_date(analysis, found, direction, focus)[1]


def slot_of_date(
    analysis: Analysis, found: Found, direction: Direction, focus: When | None = None
) -> tuple[int | None, When | None]:
    """That date with its place in the frame: one among the words, else the next after, else the last just before."""
    frame = found.frame
    dates = [(at, slot) for at, slot in frame.of_kind(DATE) if _near(frame, at, found)]
    dates.sort(
        key=lambda pair: (
            0 if found.start <= pair[0] < found.end else 1 if pair[0] >= found.end else 2,
            abs(pair[0] - found.end),
        )
    )
    for at, slot in dates:
        when = analysis.resolve(slot.expression, direction, focus) if slot.expression else None
        if when is not None and (when.lower or when.upper):
            return at, when
    return None, None


def _near(frame: Frame, at: int, found: Found) -> bool:
    if found.start <= at < found.end:
        return True
    after = at >= found.end
    gap = frame.masked[found.end : at] if after else frame.masked[at + 1 : found.start]
    if after and re.search(rf"[{STATES}{PERSON}]", gap):
        return False
    if re.search(
        r"[;\"“”]|\b(?:said|says|told|announced|after|before|when)\b|,\s+(?:which|who|whose|where)\b", gap
    ) or (not after and (", and" in gap or LATER.search(gap))):
        return False
    return len(gap) <= (_FAR_AFTER if after else _FAR_BEFORE)
