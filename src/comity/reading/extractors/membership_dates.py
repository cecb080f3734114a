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
from comity.reading.extractors.slots import DATE
from comity.reading.when import Direction

_ANOTHER_CLAUSE = re.compile(r",\s+(?:and|but|while|whereas|which|who|where|whose)\b|;")



def day_of(analysis: Analysis, found: Found) -> When | None:
    """The date of a change; who merely belongs has one only after "since"."""
    facts = found.construction.facts
    if not facts.get("change") and not re.search(r"\bsince\b", found.frame.masked[found.start : found.end + 8]):
        return None
    direction = _direction(found, analysis.language)
    if facts.get("after"):
        at, when = slot_of_date(analysis, found, direction)
        return when if at is not None and at >= found.end else None
    return date_of(analysis, found, direction) or _only_date(analysis, found, direction)


def _direction(found: Found, language: str) -> Direction:
    """What is to come looks ahead; "joins on January 1" may be either side of the day it is written."""
    if found.construction.facts.get("dated") or _is_decided_on(found):
        return Direction.FUTURE
    return Direction.NONE if _present(language).search(found.text) else Direction.PAST


def _is_decided_on(found: Found) -> bool:
    """ "Agreed to admit Laos in July": the day after what is decided on is still to come."""
    infinitive = found.frame.masked[: found.start].endswith("to ")
    return infinitive and any(at >= found.end for at, _ in found.frame.of_kind(DATE))


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
