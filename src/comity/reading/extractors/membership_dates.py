"""When what a report says of a membership came about: the day beside the words, or the only one near them."""

from __future__ import annotations

import re
from functools import lru_cache

from comity.catalog.cue_files import load_cues
from comity.model.when import When
from comity.reading.clause import Analysis
from comity.reading.extractors.constructions import Found
from comity.reading.extractors.frames import frames
from comity.reading.extractors.referents import LATER, date_of, slot_of_date
from comity.reading.extractors.slots import DATE, STATE
from comity.reading.when import Direction

_ANOTHER_CLAUSE = re.compile(r",\s+(?:and|but|while|whereas|which|who|where|whose)\b|;")

# "… to admit Laos", and a date right after it.
_TO_DO = re.compile(rf"\bto\s+[a-z-]+\s+(?:the\s+)?{STATE}")
_NEXT_DATE = re.compile(rf"(?:\s+(?!and\b)[a-z]+){{0,5}}?\s+{DATE}")


def day_of(analysis: Analysis, found: Found) -> When | None:
    """The date of a change; who merely belongs has one only after "since"."""
    facts = found.construction.facts
    if not facts.get("change") and not re.search(r"\bsince\b", found.frame.masked[found.start : found.end + 8]):
        return None
    decided = _decided_day(analysis, found)
    if decided is not None:
        return decided
    direction = _direction(found, analysis.language)
    if facts.get("after"):
        at, when = slot_of_date(analysis, found, direction)
        return when if at is not None and at >= found.end else None
    return date_of(analysis, found, direction) or _only_date(analysis, found, direction)


def _direction(found: Found, language: str) -> Direction:
    """What is to come looks ahead; "joins on January 1" may be either side of the day it is written."""
    if found.construction.facts.get("dated"):
        return Direction.FUTURE
    return Direction.NONE if _present(language).search(found.text) else Direction.PAST


def _decided_day(analysis: Analysis, found: Found) -> When | None:
    """ "Agreed on Tuesday to admit Laos in July": the day after what is decided on is still to come."""
    text = found.frame.masked
    if not (text[: found.start].endswith("to ") or _TO_DO.search(text, found.start, found.end)):
        return None
    after = _NEXT_DATE.match(text, found.end)
    slot = found.frame.slots[after.end() - 1] if after else None
    return analysis.resolve(slot.expression, Direction.FUTURE) if slot and slot.expression else None


@lru_cache(maxsize=8)
def _present(language: str) -> re.Pattern[str]:
    """A verb of coming or going in the present tense, and not "has become"."""
    verbs = "|".join(load_cues(language, "memberships")["present"])
    return re.compile(rf"(?<!\bhas\s)(?<!\bhave\s)(?<!\bhad\s)\b(?:{verbs})\b", re.IGNORECASE)


def _only_date(analysis: Analysis, found: Found, direction: Direction) -> When | None:
    """Of a change without a date beside it: the one of its sentence, if there is only one; else the one before."""
    dated = found.frame.of_kind(DATE)
    if any(_ANOTHER_CLAUSE.search(found.frame.masked, found.end, at) for at, _ in dated if at > found.end):
        return None
    if any(LATER.search(found.frame.masked, at, found.start) for at, _ in dated if at < found.start):
        return None
    dates = [slot for _, slot in dated]
    facts = found.construction.facts
    if not dates and facts.get("change") == "accession" and not facts.get("same"):
        earlier = frames(analysis)[max(0, found.frame.number - 2) : found.frame.number]
        dates = [slot for frame in earlier for _, slot in frame.of_kind(DATE)][-1:]
    if len(dates) != 1 or dates[0].expression is None:
        return None
    when = analysis.resolve(dates[0].expression, direction)
    return when if when is not None and (when.lower or when.upper) else None


def is_past(analysis: Analysis, found: Found, when: When | None) -> bool:
    """Whether what is to come is given no day, or one that is gone and so belongs to something else."""
    if when is None:
        return True
    day, told = analysis.published, found.construction.facts["retold"]
    return bool(day and when.upper and when.upper <= day) and not any(word in found.text.split() for word in told)
