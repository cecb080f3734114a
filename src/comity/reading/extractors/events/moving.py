"""The old and the new date of an event that was put off."""

from __future__ import annotations

import re

from comity.model.when import When
from comity.reading.clause import Analysis
from comity.reading.extractors.events.triggers import Trigger
from comity.reading.when import Direction, Expression

_OLD = re.compile(
    r"\b(?:(?:was|were|is|are)\s+to\s+(?:have\s+)?|had\s+been\s+(?:scheduled|planned|due|set|to)|(?:was|were)\s+(?:first\s+|originally\s+|initially\s+)?(?:scheduled|planned|due|set|expected)|"
    r"originally|initially|first\s+planned|due\s+(?:in|on|to)|scheduled\s+for|planned\s+for|from|instead\s+of|and\s+not|(?:will|would)\s+not\s+(?:meet|confer|convene|gather|take\s+place|be\s+held)|not\s+on)\b[^;]{0,60}$",
    re.IGNORECASE,
)
_NEW = re.compile(r"\b(?:to|until|till|but(?:\s+on)?|will\s+(?:now\s+)?(?:be\s+held|take\s+place|run|meet)|now|new\s+date\w*|for)\s+(?:only\s+)?(?:on\s+|the\s+)?(?:\w+\s+)?$", re.IGNORECASE)


def dates_of(analysis: Analysis, trigger: Trigger, found: When | None) -> tuple[When | None, str | None]:
    """The new date, None where none is given, and the old one as EDTF."""
    new: When | None = None
    old: When | None = None
    for expression in analysis.expressions_in(trigger.from_, trigger.to):
        before = analysis.text[max(trigger.from_, expression.start - 90) : expression.start]
        when = analysis.resolve(expression, Direction.FUTURE)
        if when is None or _of_the_decision(before, analysis, expression, trigger):
            continue
        if _NEW.search(before) and not re.search(r"(?:scheduled|planned|due|set)\s+for\s+(?:the\s+)?$", before):
            new = new or when
        elif _OLD.search(before):
            old = old or when
    if new is None and old is None:
        return found, None
    return new, old.edtf if old else None


def _of_the_decision(before: str, analysis: Analysis, expression: Expression, trigger: Trigger) -> bool:
    """The day on which it was put off: "Pakistan on Friday postponed", "was put off on Friday"."""
    after = analysis.text[expression.end : min(trigger.to, expression.end + 40)]
    decided = r"(?:postponed|put\s+off|deferred|announced|said|told|moved|shifted|decided)"
    return bool(re.match(rf"\s+(?:officially\s+)?{decided}", after)) or bool(re.search(rf"\b{decided}\s+(?:by\s+\w+\s+)?(?:on\s+)?$", before))
