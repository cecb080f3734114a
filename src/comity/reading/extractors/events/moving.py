"""The old and the new date of an event that was put off."""

from __future__ import annotations

import re

from comity.model.when import When
from comity.reading.clause import Analysis
from comity.reading.extractors.events.triggers import Trigger
from comity.reading.extractors.events.unrelated import USUAL
from comity.reading.quick import quick
from comity.reading.when import Direction, Expression, ends_of

_OLD = re.compile(
    r"\b(?:(?:was|were|is|are)\s+to\s+(?:have\s+)?|(?:should|would|ought\s+to)\s+have\s+(?:been|taken|met|opened|begun)|had\s+been\s+(?:earlier\s+)?(?:scheduled|planned|due|set|billed|to)|(?:was|were)\s+(?:first\s+|originally\s+|initially\s+|earlier\s+|previously\s+)?(?:scheduled|planned|due|set|expected|supposed|slated|meant|billed)|"
    r"originally|initially|first\s+planned|due\s+(?:in|on|to|for)|scheduled\s+for|planned\s+for|(?:slated|set|fixed|billed)\s+for|from|instead\s+of|and\s+not|(?:will|would)\s+not\s+(?:meet|confer|convene|gather|take\s+place|be\s+held)|not\s+on)\b[^;]{0,60}$",
    re.IGNORECASE,
)
_NEW = re.compile(
    r"\b(?:(?:to|until|till|but(?:\s+(?:on|in))?|instead|now|new\s+date\w*|for)\s+(?:only\s+)?(?:on\s+|in\s+|the\s+)?(?:\w+\s+)?|"
    r"(?:will|would|is|are)\s+(?:(?:to|now|only|instead)\s+)*(?:be\s+held|take\s+place|run|meet|convene|gather|open|begin|start)\s+(?:[^.;,]{0,60}\b(?:on|in|at|from|of)\s+)?(?:only\s+)?(?:the\s+)?)$",
    re.IGNORECASE,
)
_NOT_NEW = re.compile(
    r"(?<!re)(?:scheduled|planned|due|set|meant|announced|expected|slated|billed)\s+(?:for|to\s+(?:[\w-]+\s+){0,4}(?:in|on|at|from)|in|on)\s*(?:the\s+)?(?:\w+\s+)?$",
    re.IGNORECASE,
)
_REPLANNED = quick(
    r"\b(?:(?:was|were)\s+to\s+have|(?:should|ought\s+to)\s+have|had\s+been\s+(?:due|set|scheduled|planned)|originally|initially|first\s+(?:planned|scheduled|set)|earlier\s+(?:planned|scheduled|billed|set|due|slated)|previously|now|instead|moved|shifted|rescheduled|later|only|brought\s+forward|and\s+not|put\s+off|postponed|pushed|delayed|rather\s+than|not\s+(?:on|in))\b",
    re.IGNORECASE,
)

_MOVED = re.compile(
    r"\b(?:moved|postponed|shifted|rescheduled|deferred|delayed|changed|pushed|put\s+(?:off|back)|brought|moves|postpones)\b[^.;,]{0,70}$",
    re.IGNORECASE,
)


_NOT_THEN = re.compile(r"\b(?:not|rather\s+than|instead\s+of)\s+(?:on\s+|in\s+)?(?:the\s+)?$", re.IGNORECASE)


def dates_of(analysis: Analysis, trigger: Trigger, found: When | None) -> tuple[When | None, str | None]:
    """The new date, None where none is given, and the old one as EDTF."""
    new, old = _told(analysis, trigger)
    if new is None and old is None:
        return found, None
    return new, old.edtf if old else None


def is_moved(analysis: Analysis, trigger: Trigger) -> bool:
    """Whether the words give an old and a new date: "scheduled for March, it will be held in November instead"."""
    if not _REPLANNED.search(analysis.text, trigger.from_, trigger.to):
        return False
    new, old = _told(analysis, trigger)
    return new is not None and old is not None and new.edtf != old.edtf


def _told(analysis: Analysis, trigger: Trigger) -> tuple[When | None, When | None]:
    new: When | None = None
    old: When | None = None
    for expression in analysis.expressions_in(trigger.from_, trigger.to):
        before = analysis.text[max(trigger.from_, expression.start - 90) : expression.start]
        if analysis.text.startswith("from ", expression.start):
            before += "from "
        if (
            expression.kind in ("range", "month_range", "weekday_range")
            and _MOVED.search(before)
            and _spans(analysis, expression, before)
        ):
            return _both(analysis, expression)[::-1]
        if _of_the_decision(before, analysis, expression, trigger) or USUAL.search(before):
            continue
        if _NOT_THEN.search(before):
            old = old or _planned(analysis, expression)
        elif _NEW.search(before) and not _NOT_NEW.search(before):
            new = new or analysis.resolve(expression, Direction.FUTURE, old)
        elif _OLD.search(before):
            old = old or _planned(analysis, expression)
    if old is None and _SOME_DAY.search(analysis.text, trigger.from_, trigger.to):
        return None, new or _only_day(analysis, trigger)
    return new, old


# "Will be held at a later date", "has been put off indefinitely": the day told is the old one.
_SOME_DAY = quick(
    r"\b(?:(?:to|until|till|at|on|for)\s+(?:a|some|another)\s+(?:later|new|future|unspecified|other)?\s*(?:date|time)|further\s+notice|indefinitely|sine\s+die)\b",
    re.IGNORECASE,
)


def _only_day(analysis: Analysis, trigger: Trigger) -> When | None:
    """The day in the event's own words: "the meeting in Grenada from July 3 to 5"."""
    for one in analysis.expressions_in(trigger.end, trigger.to):
        if one.kind in ("day", "range", "month") and not _of_the_decision(
            analysis.text[max(trigger.from_, one.start - 90) : one.start], analysis, one, trigger
        ):
            return analysis.resolve(one, Direction.FUTURE)
    return None


def plan_before(analysis: Analysis, trigger: Trigger, day: When) -> str | None:
    """The day for which what was held had first been planned: "planned for June 2020, took place in June 2022"."""
    _, old = _told(analysis, trigger)
    return old.edtf if old and old.before(day) and _REPLANNED.search(analysis.text, trigger.from_, trigger.to) else None


# "Is moving ahead with plans to host the summit that was originally scheduled for July 3-5".
_THAT_WAS = re.compile(
    r",?\s+(?:that|which)\s+(?:was|were|had\s+been)\s+(?:originally|initially|first|previously|earlier)\s+(?:scheduled|planned|due|set|slated|billed|meant)\s+(?:for|on|in|to\s+be\s+held\s+(?:on|in)|to\s+take\s+place\s+(?:on|in))\s+"
)
_TO_COME = re.compile(r"\b(?:will|to|plans?|preparing|prepares|intends?|hopes?|ahead)\b[^.;]*$")


def first_planned(analysis: Analysis, trigger: Trigger) -> When | None:
    """The day for which what is still to come had first been planned, said of it in a relative clause."""
    once = _THAT_WAS.match(analysis.text, trigger.end, trigger.to)
    if once is None or not _TO_COME.search(analysis.text, trigger.from_, trigger.start):
        return None
    days = [one for one in analysis.expressions if once.end() - 5 <= one.start <= once.end()]
    return _planned(analysis, days[0]) if days else None


def _planned(analysis: Analysis, expression: Expression) -> When | None:
    """The day that it was planned for; a weekday is the next one, since what is put off is not long past."""
    return analysis.resolve(expression, Direction.FUTURE if expression.kind == "weekday" else Direction.NONE)


def _spans(analysis: Analysis, span: Expression, before: str) -> bool:
    """Whether the two days of a range are introduced by "from"; "from June 9-10" is one time."""
    if not re.search(r"\b(?:to|until|till)\b", analysis.text[span.start : span.end]):
        return False
    return bool(re.search(r"\bfrom\s*$", before + analysis.text[span.start : span.start + 4], re.IGNORECASE))


def _both(analysis: Analysis, span: Expression) -> tuple[When | None, When | None]:
    """The days of "from June 20 to July 9", which is no interval where something was moved."""
    first, second = (_planned(analysis, one) for one in ends_of(span))
    return first, second


def _of_the_decision(before: str, analysis: Analysis, expression: Expression, trigger: Trigger) -> bool:
    """The day on which it was put off: "Pakistan on Friday postponed", "was put off on Friday"."""
    after = analysis.text[expression.end : min(trigger.to, expression.end + 40)]
    decided = r"(?:postponed|put\s+off|deferred|announced|said|told|moved|shifted|decided)"
    return bool(re.match(rf"\s+(?:\w+ly\s+)?{decided}", after)) or bool(
        re.search(rf"\b{decided}\s+(?:by\s+\w+\s+)?(?:on\s+)?$", before)
    )
