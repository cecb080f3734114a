"""Who presides next by the organization's own rule: an alphabet or an agreed list, and who lets a turn pass."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

import msgspec

from comity.model.membership import Chairmanship, Source
from comity.model.rotation import Order, Rotation, Skip

# Who presided less than this share of a round ago is not asked again.
_REST = 2
_DAY = timedelta(days=1)


class World(msgspec.Struct, frozen=True):
    """What a rule is applied to: who is in "CIS | CIS:associate" on a day, and what a state is called in a language."""

    members: Callable[[str, date], frozenset[str]]
    name: Callable[[str, str], str]


class Term(msgspec.Struct, frozen=True):
    """China presided over the SCO from 4 July 2024. `end` is None where it is open or told vaguely; `since` is EDTF text."""

    state: str
    start: date
    end: date | None
    source: Source
    since: str = ""


class Expected(msgspec.Struct, frozen=True):
    """Kazakhstan comes after India, for Iran had been admitted on that very day. `state` is None where no rule tells."""

    state: str | None
    because: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()


class Trial(msgspec.Struct, frozen=True):
    """On 4 July 2023 Kazakhstan took the chair of the SCO; the plain order had Iran, the rule Kazakhstan."""

    org: str
    day: date
    before: str
    actual: str
    plain: str | None
    ruled: str | None
    because: tuple[str, ...] = ()


def terms_of(chairs: Sequence[Chairmanship]) -> tuple[Term, ...]:
    """The terms of states, in the order of their beginnings; those of an unknown beginning are left out."""
    found = [
        Term(
            state=one.state,
            start=one.start.lower,
            end=one.end.lower if one.end and one.end.is_day else None,
            source=one.source,
            since=one.start.edtf,
        )
        for one in chairs
        if one.state and one.start and one.start.lower
    ]
    return tuple(sorted(found, key=lambda term: term.start))


def in_order(order: Order, day: date, world: World) -> tuple[str, ...]:
    """Those who have a turn on a day, in their order."""
    if order.alphabet is None:
        return tuple(dict.fromkeys(order.states))
    language = order.alphabet

    def key(code: str) -> tuple[str, str]:
        return _collated(order.names.get(code) or world.name(code, language)), code

    return tuple(sorted(world.members(order.among, day), key=key))


def plainly_next(order: Order, present: str, day: date, world: World) -> str | None:
    """Who comes after the present chair where nobody lets a turn pass."""
    if order.alphabet is None and not order.cycle:
        return _listed(order, day)
    return next(iter(_after(order, present, day, world)), None)


def next_in_turn(rotation: Rotation, past: Sequence[Term], day: date, world: World) -> Expected:
    """Who takes over on a day from the last of the `past` terms, by what was known before that day."""
    order = rotation.order(day)
    if order is None or not past:
        return Expected(None, ("no rule of turns is known for that time",))
    if order.alphabet is None and not order.cycle:
        state = _listed(order, day)
        reason = "stands next in the agreed list" if state else f"the agreed list ends before {day}"
        return Expected(state, (reason,), (order.source,))
    why, sources = [_rule(order, past[-1].state)], [order.source]
    passes = _still_passing(rotation, _passes(rotation, past, world), day) if order.alphabet else {}
    for state in _after(order, past[-1].state, day, world):
        skip = _standing_aside(rotation, state, day)
        passed = skip.why if skip else _passed_over(order, state, past, day, passes, world)
        if passed is None:
            return Expected(state, (*why, f"{state} is the next"), tuple(sources))
        why.append(f"{state} is passed over: {passed}")
        sources += [skip.source] if skip else []
    return Expected(None, (*why, "nobody is left"), tuple(sources))


def trials(rotation: Rotation, chairs: Sequence[Chairmanship], world: World) -> tuple[Trial, ...]:
    """Every change of the chair since the rule holds, foretold from the terms before it."""
    terms = terms_of(chairs)
    return tuple(_trials(rotation, terms, world))


def _trials(rotation: Rotation, terms: Sequence[Term], world: World) -> Iterator[Trial]:
    for at in range(1, len(terms)):
        before, now = terms[at - 1], terms[at]
        order = rotation.order(now.start)
        if order is None or now.start <= before.start or not _is_known(order, now.start):
            continue
        made = next_in_turn(rotation, terms[:at], now.start, world)
        plain = plainly_next(order, before.state, now.start, world)
        yield Trial(rotation.org, now.start, before.state, now.state, plain, made.state, made.because)


def _is_known(order: Order, day: date) -> bool:
    """A list that was agreed on afterwards foretells nothing."""
    return order.decided is None or order.decided <= day


def _listed(order: Order, day: date) -> str | None:
    """Who presides on a day by a list that is gone through once, a term each."""
    months = (day.year - order.since.year) * 12 + day.month - order.since.month - (day.day < order.since.day)
    at = months // {"half-year": 6, "two-years": 24}.get(order.term, 12)
    return order.states[at] if 0 <= at < len(order.states) else None


def _after(order: Order, present: str, day: date, world: World) -> tuple[str, ...]:
    """The others, from the one after the present chair on; where that has left, from where it would stand."""
    states = list(in_order(order, day, world))
    if present not in states:
        if order.alphabet is None:
            return ()
        names = [_collated(order.names.get(one) or world.name(one, order.alphabet)) for one in states]
        own = _collated(order.names.get(present) or world.name(present, order.alphabet))
        at = sum(name < own for name in names)
        return (*states[at:], *states[:at])
    at = states.index(present)
    return (*states[at + 1 :], *states[:at])


def _rule(order: Order, present: str) -> str:
    if order.alphabet is None:
        return f"after {present}, by the agreed order"
    return f"after {present}, by the {_LANGUAGES.get(order.alphabet, order.alphabet)} alphabet"


def _standing_aside(rotation: Rotation, state: str, day: date) -> Skip | None:
    return next((one for one in rotation.skips if one.state == state and _holds(one, day)), None)


def _holds(skip: Skip, day: date) -> bool:
    # What happened on the day itself was not known before it.
    return skip.since < day and (skip.until is None or day < skip.until)


def _passed_over(
    order: Order, state: str, past: Sequence[Term], day: date, passes: dict[str, date], world: World
) -> str | None:
    """Why a state is not expected to take its turn; None where it is."""
    if order.alphabet and state not in world.members(order.among, past[-1].start):
        return f"it was not in yet when {past[-1].state} took over"
    if recent := _rests(state, past, len(in_order(order, day, world))):
        return f"it presided from {recent}, less than half a round ago"
    if state in passes:
        return f"it let its last turn pass, on {passes[state]}"
    return None


def _rests(state: str, past: Sequence[Term], size: int) -> date | None:
    """When it last presided, where that was less than half a round ago."""
    recent = past[-max(size // _REST, 1) :]
    return next((term.start for term in reversed(recent) if term.state == state), None)


def _passes(rotation: Rotation, past: Sequence[Term], world: World) -> dict[str, date]:
    """Who let the last turn pass without a reason that is over by now, and when.

    A leap over more than half of the order is no turn passed but another order; a newcomer's first turn teaches nothing.
    """
    found: dict[str, date] = {}
    for at, (before, now) in enumerate(pairwise(past), 1):
        found.pop(now.state, None)
        order = rotation.order(now.start)
        if order is None or order.alphabet is None or any(one.day == now.start for one in rotation.breaks):
            continue
        others = _after(order, before.state, now.start, world)
        leapt = others[: others.index(now.state)] if now.state in others else ()
        if 2 * len(leapt) > len(others) + 1:
            continue
        for state in leapt:
            if _is_settled(order, state, past[:at], now.start, len(others) + 1, world):
                found[state] = now.start
    return found


def _still_passing(rotation: Rotation, passes: dict[str, date], day: date) -> dict[str, date]:
    """Without those who are known to return."""
    returned = {one.state: one.since for one in rotation.returns if one.since < day}
    return {state: passed for state, passed in passes.items() if returned.get(state, date.min) <= passed}


def _is_settled(order: Order, state: str, past: Sequence[Term], day: date, size: int, world: World) -> bool:
    """Whether it could have presided: in for a whole round of years, and not a short while ago."""
    years = {"half-year": size // 2, "two-years": 2 * size}.get(order.term, size)
    earlier = date(max(day.year - years, 1), day.month, min(day.day, 28))
    return state in world.members(order.among, earlier) and _rests(state, past, size) is None


def _collated(text: str) -> str:
    """Without accents, so that Österreich stands at O and ё at е."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter) or letter == "\u0306")


_LANGUAGES = {"ru": "Russian", "en": "English", "ar": "Arabic", "es": "Spanish", "zh": "Chinese", "fr": "French"}
