"""How long an event lasts: from its first day to its last, or a number of days."""

from __future__ import annotations

import re
from datetime import timedelta

from comity.model.when import When
from comity.reading.clause import Analysis
from comity.reading.extractors.events.triggers import Trigger
from comity.reading.quick import quick
from comity.reading.when import Direction, Expression

_BEGINS = re.compile(
    r"\b(?:begins?|began|starts?|started|opens?|opened|kicks?\s+off|kicked\s+off|from|gets?\s+under\s+way|got\s+under\s+way|launched)\b[^.;]{0,30}$",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\b(?:ends?|ended|closes?|closed|concludes?|concluded|until|till|lasts?\s+(?:until|to)|runs?\s+(?:until|to|through)|finish(?:es|ed)?|wraps?\s+up|wrapped\s+up|wound\s+up)\b[^.;,]{0,75}$",
    re.IGNORECASE,
)
_DAYS_LONG = quick(
    r"\b(?P<n>two|three|four|five|six|seven|2|3|4|5|6|7)(?:[- ]days?['’]?\b(?!\s+(?:after|before|ago|later|earlier|ahead|of\s+(?:mourning|rest|fighting|travel))))",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"\bopen(?:s|ed|ing)?\b|\bbeg[ai]n|\bstart|\bkick(?:s|ed)\s+off|\b(?:gather|assembl|conven|met\b|meets?\b)[^.;]{0,90}\bfor\s+(?:an?\s+)?(?:two|three|four|five|six|\d)[- ]days?\b",
    re.IGNORECASE,
)
_ENDED = re.compile(
    r"^(?:\s+of\s+(?:the\s+)?(?:(?-i:[A-Z])[\w’'-]+\s+|of\s+){1,6}?)?\W*(?:which\s+|that\s+)?(?:ended|ends|closed|closes|concluded|concludes|finished|wound\s+up|wrapped\s+up|"
    r"will\s+(?:continue|resume|reconvene|go\s+on)\s+(?:on|tomorrow|today)|(?:(?:will|should|is\s+to|is\s+due\s+to|is\s+set\s+to|is\s+expected\s+to)\s+)?(?:end|conclude|(?:run|last|continue|go)(?:es|s)?(?:\s+on)?\s+(?:until|till|through|to)))\b",
    re.IGNORECASE,
)
_WEEK = 7
_COUNT = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7} | {str(days): days for days in range(2, 8)}


def whole(analysis: Analysis, trigger: Trigger, found: list[tuple[Expression, When]]) -> When:
    """The best date, widened to an interval where the words give a beginning and an end, or a number of days."""
    best = _joined(analysis, found) or next((when for _, when in found[1:] if _refines(when, *found[0])), found[0][1])
    start = next((when for one, when in found if when.is_day and _BEGINS.search(_before(analysis, trigger, one))), None)
    end = next(
        (_after(analysis, one, when, start) for one, when in found if _ENDS.search(_before(analysis, trigger, one))),
        None,
    )
    if start and end and start is not end and start.lower and end.upper and start.lower < end.upper:
        return When.days(start.lower, end.upper, basis=start.basis)
    length = _DAYS_LONG.search(analysis.text, trigger.from_, trigger.to)
    if length is None or not best.is_day or best.lower is None or best.upper is None:
        return best
    days = timedelta(days=_COUNT[length["n"].lower()])
    if end is best:
        return When.days(best.upper - days, best.upper, basis=best.basis)
    if start is best or _OPENS.search(analysis.text[trigger.from_ : trigger.to]):
        return When.days(best.lower, best.lower + days, basis=best.basis)
    return best


_AND = re.compile(r"\s*(?:,?\s+and|to|until|through|[-–])\s+(?:on\s+)?")


def _joined(analysis: Analysis, found: list[tuple[Expression, When]]) -> When | None:
    """Two days that are named together: "today and tomorrow", "on Monday and Tuesday"."""
    first, start = found[0]
    for one, end in found[1:]:
        if not (start.is_day and end.is_day and start.lower and end.lower and end.upper):
            continue
        together = one.start > first.end and _AND.fullmatch(analysis.text, first.end, one.start)
        if together and 0 < (end.lower - start.lower).days < _WEEK:
            return When.days(start.lower, end.upper, basis=start.basis)
    return None


def _refines(when: When, vague: Expression, time: When) -> bool:
    """Whether a time is a closer one in a vague one: "this year's meeting will run from June 15 to 17", "next week, on May 5"."""
    if vague.kind in ("range", "weekday_range"):
        return False
    closer = (when.length or 99) < 15 or ((time.length or 0) > 300 and (when.length or 999) < 100)
    return closer and (time.length or 0) >= _WEEK and when != time and when.within(time)


def _after(analysis: Analysis, one: Expression, when: When, start: When | None) -> When:
    """The end, after the beginning: "opened on Friday and runs until Wednesday"."""
    if start and start.lower and when.upper and when.upper <= start.lower:
        return analysis.resolve(one, Direction.FUTURE) or when
    return when


def _before(analysis: Analysis, trigger: Trigger, one: Expression) -> str:
    return analysis.text[max(trigger.from_, one.start - 80) : one.start + (4 if one.kind.endswith("range") else 0)]


def days_of(analysis: Analysis, trigger: Trigger) -> int | None:
    """The length told: two for "the two-day summit"."""
    length = _DAYS_LONG.search(analysis.text, max(trigger.from_, trigger.start - 30), trigger.to)
    return _COUNT[length["n"].lower()] if length else None


def is_end(analysis: Analysis, trigger: Trigger) -> bool:
    """Whether the date told is the last day: "before the summit ended on Sunday"."""
    return bool(_ENDED.match(analysis.text[trigger.end : trigger.to]))


def opens(text: str) -> bool:
    return bool(_OPENS.search(text))


_WINDS_UP = quick(
    r"\b(?:ended|ends|closed|closes|concluded|concludes|finished|wound\s+up|wrapped\s+up)\s+(?:on|their|its|the|a|an)\b",
    re.IGNORECASE,
)


def winds_up(text: str) -> bool:
    """Whether the day told is a closing day: "wound up their meeting on Friday"."""
    return bool(_WINDS_UP.search(text))


def lengthened(analysis: Analysis, start: int, end: int, when: When, *, back: bool = False) -> When | None:
    """An opening day, or closing (`back`), with the length that a sentence goes on to tell: "presides over the two-day event"."""
    length = _DAYS_LONG.search(analysis.text, start, end)
    if length is None or not when.is_day or when.lower is None:
        return None
    days = timedelta(days=_COUNT[length["n"].lower()])
    first = when.lower + timedelta(days=1) - days if back else when.lower
    return When.days(first, first + days, basis=when.basis)
