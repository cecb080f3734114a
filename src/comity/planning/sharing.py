"""Sharing the burden of bad hours over a series of meetings, so that not always the same ones get up at night."""

from __future__ import annotations

import operator
from collections.abc import Sequence
from functools import partial

import msgspec

Totals = tuple[float, ...]
_ROUNDS = 12


class Candidate(msgspec.Struct, frozen=True):
    """A start that a meeting may have, in minutes of UTC, and how far it reaches from office hours, by who takes part."""

    start: int
    reaches: tuple[float, ...]


def share(meetings: Sequence[Sequence[Candidate]]) -> tuple[Candidate, ...]:
    """One start for each meeting, so that who bears most over the series bears as little as can be; then who bears next most.

    Never worse than the same hour each time, from which it sets out: one meeting after the other takes the start that
    is best beside the others, until nothing changes.
    """
    if not meetings:
        return ()
    chosen = [min(own, key=_alone) for own in meetings]
    for _ in range(_ROUNDS):
        before = list(chosen)
        for number, own in enumerate(meetings):
            others = totals(chosen[:number] + chosen[number + 1 :], len(own[0].reaches))
            chosen[number] = min(own, key=partial(_after, others))
        if chosen == before:
            break
    return tuple(chosen)


def totals(chosen: Sequence[Candidate], count: int) -> Totals:
    """What each bears over a series."""
    return tuple(sum(one.reaches[party] for one in chosen) for party in range(count))


def bearers(reaches: Sequence[float], names: Sequence[str]) -> tuple[str, ...]:
    """Who bears the worst hour; nobody where all are in their offices."""
    worst = max(reaches, default=0)
    return tuple(name for name, own in zip(names, reaches, strict=True) if own == worst > 0)


def _after(others: Totals, one: Candidate) -> tuple[Totals, int]:
    return tuple(sorted(map(operator.add, others, one.reaches), reverse=True)), one.start


def _alone(one: Candidate) -> tuple[Totals, int]:
    return tuple(sorted(one.reaches, reverse=True)), one.start
