"""Whether the times of two statements can both be true: of memberships and of chairs."""

from __future__ import annotations

from datetime import date

from comity.model.membership import Chairmanship, Membership
from comity.model.when import When

Term = Membership | Chairmanship


def backward(start: When | None, end: When | None) -> bool:
    """No day is left, whichever days of the two boundaries are the true ones."""
    return bool(start and end and start.lower and end.last and end.last <= start.lower)


def overlap(first: Term, second: Term) -> bool:
    """Both certainly hold on some day."""
    return _last_start(first) < _first_end(second) and _last_start(second) < _first_end(first)


def _last_start(one: Term) -> date:
    """The first day on which it certainly holds."""
    if one.start is None:
        return date.min
    return (one.start.lower if one.start.is_day else one.start.upper) or date.min


def _first_end(one: Term) -> date:
    return (one.end.lower if one.end else None) or date.max
