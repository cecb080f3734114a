"""What was announced and did not take place as announced: which meeting was held instead."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from comity.model.when import When
from comity.resolving.facets import SETTLED, Facets
from comity.resolving.likeness import Likeness, apart

# A postponed meeting that is held later than this is another meeting.
LONGEST_DELAY = 550
# What is told more than this many days after the planned date does not postpone it any more.
_LAST_WORD = timedelta(30)


def successor(one: Facets, near: Sequence[Facets]) -> tuple[Facets, Likeness] | None:
    """The meeting that an announced one became, where reports say that it was moved; None where they do not."""
    if one.status in SETTLED or one.upper is None:
        return None
    alike = [other for other in near if _is_same_format(one, other)]
    same = [other for other in alike if one.documents.isdisjoint(other.documents)]
    if any(other.status in SETTLED and apart(one, other) <= 3 for other in same if other.exact and one.exact):
        return None
    return _named(one, same) or _next(one, same) or _earlier_word(one, same, alike)


def _is_same_format(one: Facets, other: Facets) -> bool:
    editions = {one.record.edition, other.record.edition} - {None}
    return (
        (one.orgs, one.parties, one.kind, one.rank) == (other.orgs, other.parties, other.kind, other.rank)
        and len(editions) < 2
        and (not (one.name and other.name) or one.name == other.name)
    )


def _named(one: Facets, same: Sequence[Facets]) -> tuple[Facets, Likeness] | None:
    """A report says from which date it was moved."""
    if not one.dated:
        return None
    found = [other for other in same if (moved := other.record.moved_from) and _overlaps(one, When.parse(moved))]
    best = max(found, key=lambda other: other.strength, default=None)
    return (best, Likeness(0.9, ("moved from that date",))) if best else None


def _next(one: Facets, same: Sequence[Facets]) -> tuple[Facets, Likeness] | None:
    """It was postponed, and this is the next of its kind."""
    if not one.dated or not (word := _postponed(one, same)):
        return None
    later = [
        other
        for other in same
        if other.exact
        and other.lower
        and one.lower
        and one.lower < other.lower
        and apart(one, other) <= LONGEST_DELAY
        and (other.account.last or date.max) >= word
    ]
    best = min(later, key=lambda other: (other.lower or date.max, other.id), default=None)
    return (best, Likeness(0.6, ("postponed, and the next of its kind",))) if best else None


def _postponed(one: Facets, same: Sequence[Facets]) -> date | None:
    """The day on which it was first told that it is postponed."""
    until = (one.upper or date.max - _LAST_WORD) + _LAST_WORD
    since = one.account.first or date.min
    words = [
        told
        for other in (one, *same)
        if other.status == "postponed"
        and not _has_new_date(other)
        and (told := other.account.first)
        and since <= told <= until
    ]
    return min(words, default=None)


def _has_new_date(other: Facets) -> bool:
    """ "Postponed from March to November": it is the day in March that is off."""
    moved = other.record.moved_from
    return moved is not None and other.dated and not _overlaps(other, When.parse(moved))


def _earlier_word(one: Facets, same: Sequence[Facets], alike: Sequence[Facets]) -> tuple[Facets, Likeness] | None:
    """Without a date: the same wish, plan or refusal, told before, and no such meeting since."""
    if one.dated or (told := one.account.first) is None:
        return None
    before = [
        other
        for other in same
        if other.status not in SETTLED
        and other.account.first
        and other.account.first < told
        and ((told - other.account.first).days <= LONGEST_DELAY or _same_edition(one, other))
        and not any(_lies_between(met, other.account.first, told) for met in alike)
    ]
    best = max(before, key=lambda other: (other.account.first or date.min, other.strength), default=None)
    return (best, Likeness(0.45, ("told before, and not held since",))) if best else None


def _same_edition(one: Facets, other: Facets) -> bool:
    return one.record.edition is not None and one.record.edition == other.record.edition


def _lies_between(other: Facets, since: date, until: date) -> bool:
    return other.status in SETTLED and other.exact and other.lower is not None and since <= other.lower <= until


def _overlaps(one: Facets, when: When) -> bool:
    lower, upper = when.lower or date.min, when.upper or date.max
    return (one.lower or date.min) < upper and lower < (one.upper or date.max)
