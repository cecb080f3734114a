"""The tense of the clause around a date: "met on Monday" looks back, "will meet on Monday" ahead."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from comity.catalog.cue_files import load_cues
from comity.model.when import Basis, When
from comity.reading.when.expression import Anchor, Direction, Expression
from comity.reading.when.resolving import resolve
from comity.reading.when.years import days_between

# Letters before and after a date in which its verb is looked for.
_REACH = 140
_STOP = re.compile(r"[.!?;:]\s+(?=[A-Z\"“])|\n\s*\n|\n(?=[A-Z])|[;()]|[”\"]\s")

# A verb so near to a date governs it.
_GOVERNED = 30
# A verb just after a date is its own where the one before is not as near.
_BESIDE, _APART = 2, 4
# Of a verb further off, a past that is longer ago than the first is not meant where another reading is nearer than the
# second; what lies "by" or "until" a date is more often to come.
_FAR, _NEAR = 240, 60
_FAR_BOUND, _NEAR_BOUND = 200, 150
# Of these the figures come out after the end: "expects to report the third quarter".
_REPORTED = frozenset(("quarter", "half"))


def resolve_in_text(text: str, expression: Expression, anchor: Anchor, language: str = "en") -> When | None:
    """The days meant, by the tense of the clause that the expression stands in; None where they cannot be told.

    "It declared a dividend of five cents, payable Dec. 1", written in October, is no December of last year.
    """
    start = expression.start
    if expression.parts and expression.parts[0].name == "from":
        start += len(str(expression.parts[0].value))
    verb = _verb(text, start, expression.end, language)
    direction = _pointed(verb)
    when = resolve(expression, anchor, direction)
    if verb is None and expression.kind == "weekday" and expression.bound in ("by", "until"):
        return resolve(expression, anchor, Direction.FUTURE)
    if when is None or verb is None or anchor.published is None or when.basis is not Basis.RELATIVE:
        return when
    if direction is Direction.FUTURE and expression.kind not in _REPORTED:
        return when
    bound = expression.bound in ("by", "until")
    if direction is Direction.PAST and not bound and 0 <= expression.start - verb.end() <= _GOVERNED:
        return when
    nearest = resolve(expression, anchor, Direction.NONE)
    if nearest is None or days_between(when, anchor.published) < (_FAR_BOUND if bound else _FAR):
        return when
    return nearest if days_between(nearest, anchor.published) < (_NEAR_BOUND if bound else _NEAR) else when


def direction_of(text: str, start: int, end: int, language: str = "en") -> Direction:
    """Which way the nearest verb of the clause points; the one before the date first. NONE where there is none."""
    return _pointed(_verb(text, start, end, language))


def _verb(text: str, start: int, end: int, language: str) -> re.Match[str] | None:
    """The last verb before the date; the first after it where that stands beside it ("on Sunday issued") or is the only one."""
    cues = _cues(language)
    before = list(cues.finditer(text, _start_of_clause(text, start, language), start))
    stop = _STOP.search(text, end, end + _REACH)
    after = cues.search(text, end, stop.start() if stop else min(len(text), end + _REACH))
    if before and after and after.start() - end <= _BESIDE and start - before[-1].end() > _APART:
        return after
    return before[-1] if before else after


def _pointed(verb: re.Match[str] | None) -> Direction:
    if verb is None:
        return Direction.NONE
    return Direction.FUTURE if verb.lastgroup == "future" else Direction.PAST


def _start_of_clause(text: str, position: int, language: str) -> int:
    start = max(0, position - _REACH)
    stops = [*_STOP.finditer(text, start, position + 1), *_subordinating(language).finditer(text, start, position)]
    return max((match.end() for match in stops), default=start)


@lru_cache(maxsize=8)
def _subordinating(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any(load_cues(language, 'dates')['tense']['subordinating'])})\b")


@lru_cache(maxsize=8)
def _cues(language: str) -> re.Pattern[str]:
    """What looks ahead takes its participle along: "is expected to be completed" is no past."""
    known: dict[str, Any] = load_cues(language, "dates")["tense"]
    future = rf"(?P<future>(?<!\w)(?:{_any(known['future'])})\b(?:\s+(?:{_any(known['between'])}))*(?:(?<=\bbe)\s+\w+|\s+{known['participle']})?)"
    past = rf"(?P<past>\b(?:{_any(known['past'])})\b|\b{known['past_form']})"
    return re.compile(f"{future}|{past}")


def _any(forms: Iterable[str]) -> str:
    """In small letters or in capitals; "May" is a month."""
    every = [case for form in forms for case in (form, form.upper())]
    return "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in sorted(every, key=len, reverse=True))
