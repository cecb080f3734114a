"""Who presides when: the terms that are known, and after them those that the organization's rule lets expect."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

import msgspec

from comity.model.membership import Chairmanship
from comity.model.rotation import Order, Rotation, Turn
from comity.model.series import Edition
from comity.model.when import When
from comity.planning.cadence import HELD, first_day
from comity.planning.rotation import Term, World, next_in_turn, terms_of

_YEAR = timedelta(days=365)
# A session sooner after the last change of the chair than this is not the one at which it changes again.
_SOON = timedelta(days=60)
_MOST = 60
# So many of the last sessions tell who presides over them.
_LAST = 8


class Known(msgspec.Struct, frozen=True):
    """What is known of a chair on a day: the terms of an organization, its rule, and the days of its summits.

    `sessions` are days of the sessions at which the chair may pass on: those held, then those expected.
    """

    chairs: Sequence[Chairmanship]
    rotation: Rotation | None
    sessions: Sequence[date] = ()


def turns(known: Known, *, as_of: date, until: date, world: World) -> tuple[Turn, ...]:
    """From the first known term to the one that holds on `until`; empty where no term is known."""
    terms = [one for one in terms_of(known.chairs) if _was_known(one, as_of)]
    rotation = _as_known(known.rotation, as_of) if known.rotation else None
    after = [*terms[1:], None][: len(terms)]
    found = [_known_turn(term, following, known, as_of) for term, following in zip(terms, after, strict=True)]
    if rotation is None:
        return tuple(found)
    past = list(terms)
    while found and found[-1].end <= until and len(found) < len(terms) + _MOST:
        day = found[-1].end
        made = next_in_turn(rotation, past, day, world)
        end = _end(rotation.order(day), day, known.sessions)
        turn = Turn(
            state=made.state, start=day, end=end, basis="rule", because=made.because, sources=tuple(set(made.sources))
        )
        found.append(turn)
        if made.state is None:
            break
        past.append(Term(made.state, day, end, made.sources[0]))
    return tuple(found)


def presiding(found: Sequence[Turn], day: date, *, passes_on: bool = False) -> Turn | None:
    """The turn of a session on a day; where the chair passes on at it, the turn that ends with it."""
    fitting = [one for one in found if (one.start < day <= one.end if passes_on else one.start <= day < one.end)]
    return fitting[-1] if fitting else None


def hands_over_after(rotation: Rotation | None, editions: Sequence[Edition], found: Sequence[Turn], day: date) -> bool:
    """Whether a session is still presided over by whoever hands over at it, as in the SCO; in the GCC it is the next chair.

    By the last sessions held; where they do not tell, so where the chair passes on from session to session.
    """
    held = [(one.chair or one.place.country, _last_day(one)) for one in editions if one.status in HELD][-_LAST:]
    told = [(chair, day) for chair, day in held if chair and day]
    before = sum(_state(presiding(found, day, passes_on=True)) == chair for chair, day in told)
    after = sum(_state(presiding(found, day)) == chair for chair, day in told)
    order = rotation.order(day) if rotation else None
    return before > after or (before == after and order is not None and order.term == "session")


def _state(turn: Turn | None) -> str | None:
    return turn.state if turn else None


def _last_day(edition: Edition) -> date | None:
    when = When.parse(edition.date) if edition.date and first_day(edition) else None
    return when.last if when else None


def _as_known(rotation: Rotation, as_of: date) -> Rotation:
    """Without the lists that were agreed on, and the turns that were given up, after the question."""
    return msgspec.structs.replace(
        rotation,
        orders=tuple(one for one in rotation.orders if one.decided is None or one.decided <= as_of),
        skips=tuple(one for one in rotation.skips if one.since <= as_of),
        breaks=tuple(one for one in rotation.breaks if one.day <= as_of),
        returns=tuple(one for one in rotation.returns if one.since <= as_of),
    )


def _was_known(term: Term, as_of: date) -> bool:
    """Terms ahead count where their source is older than the question: a later one could not be known."""
    return term.start <= as_of or _was_told(term, as_of)


def _was_told(term: Term, as_of: date) -> bool:
    return term.source.seen is not None and term.source.seen <= as_of.isoformat()


def _known_turn(term: Term, after: Term | None, known: Known, as_of: date) -> Turn:
    # A chair of before the rule passes on as by its first form.
    order = known.rotation.order(term.start) or next(iter(known.rotation.orders), None) if known.rotation else None
    told = term.end if term.end and (term.end <= as_of or _was_told(term, as_of)) else None
    end = after.start if after else told or _end_of_last(order, term, known)
    why = f"{term.state} presides from {term.since or term.start}, by {term.source.publisher}"
    return Turn(state=term.state, start=term.start, end=end, basis="known", because=(why,), sources=(term.source,))


def _end_of_last(order: Order | None, term: Term, known: Known) -> date:
    """By the rule; where none is known, as long as terms lasted in the middle."""
    if order is not None:
        return _end(order, term.start, known.sessions)
    lengths = [(two.start - one.start).days for one, two in pairwise(terms_of(known.chairs)) if two.start <= term.start]
    return term.start + (timedelta(days=median(lengths)) if lengths else _YEAR)


def _end(order: Order | None, start: date, sessions: Sequence[date]) -> date:
    """The first day of the next term."""
    if order is None or order.term == "session":
        # Where no session is known or expected, a year is the usual time between them.
        return next((day for day in sessions if day > start + _SOON), start + _YEAR)
    soonest = start + _SOON + (_YEAR if order.term == "two-years" else timedelta(0))
    return next(day for day in _beginnings(order, start.year) if day > soonest)


def _beginnings(order: Order, year: int) -> list[date]:
    month, day = order.begins
    years = range(year, year + 4)
    if order.term == "half-year":
        halves = sorted({month, (month + 5) % 12 + 1})
        return [date(one, half, min(day, 28)) for one in years for half in halves]
    return [date(one, month, min(day, 28)) for one in years]
