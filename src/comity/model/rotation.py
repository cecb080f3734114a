"""Whose turn it is to preside over an organization, by its own rule."""

from __future__ import annotations

from datetime import date

import msgspec

from comity.model.membership import Source

TERMS = ("session", "year", "half-year", "two-years")
"""How long a chair presides: from one session of the highest organ to the next, or by the calendar."""


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """Since 2002 the members of the SCO preside in the order of the Russian alphabet, from summit to summit.

    Either `alphabet` is a language by whose names the members of the day are put in order (`names` says how a state is
    called there, where it is not its usual name), or `states` is an agreed list, which begins anew where it is a `cycle`.
    `among` is the membership expression of those who have a turn. `decided` is the day from which the order is known,
    `begins` the month and day on which a chair of the calendar begins.
    """

    since: date
    term: str
    source: Source
    alphabet: str | None = None
    states: tuple[str, ...] = ()
    cycle: bool = True
    among: str = ""
    names: dict[str, str] = {}
    decided: date | None = None
    begins: tuple[int, int] = (1, 1)
    note: str | None = None


class Skip(msgspec.Struct, frozen=True, kw_only=True):
    """Ukraine gave up the chair of the CIS in March 2014: it has no turn from then on. Known from `since` on."""

    state: str
    since: date
    why: str
    source: Source
    until: date | None = None


class Break(msgspec.Struct, frozen=True, kw_only=True):
    """In June 2009 Russia took the chair of the CSTO, because Belarus, whose turn it was, stayed away.

    A term that began out of turn teaches nothing of who lets a turn pass.
    """

    day: date
    why: str
    source: Source


class Return(msgspec.Struct, frozen=True, kw_only=True):
    """Uzbekistan, which had let its turn in the CIS pass, is ready to preside: known from September 2019 on."""

    state: str
    since: date
    why: str
    source: Source


class Rotation(msgspec.Struct, frozen=True, kw_only=True):
    """How the chair of the CSTO passes on: its orders by the day from which they hold, who stands aside or returns, what broke them."""

    org: str
    orders: tuple[Order, ...]
    skips: tuple[Skip, ...] = ()
    breaks: tuple[Break, ...] = ()
    returns: tuple[Return, ...] = ()

    def order(self, on: date) -> Order | None:
        """The order that holds on a day; None before the first one."""
        return next((one for one in reversed(self.orders) if one.since <= on), None)


class Turn(msgspec.Struct, frozen=True, kw_only=True):
    """From September 2026 Pakistan is expected to preside over the SCO, because it comes next in the Russian alphabet.

    `basis` is known (the catalogue has the term) or rule. `end` is the first day no longer in it. `state` is None where the
    rule does not tell. `because` are the reasons in plain words, `sources` what they rest on.
    """

    state: str | None
    start: date
    end: date
    basis: str
    because: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
