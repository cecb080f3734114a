"""Who is to be invited: each state once, in the order of a protocol, with its capacities and its seat."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

import msgspec

from comity.catalog.load import Catalog
from comity.catalog.protocol_files import Protocol, load_protocol
from comity.errors import UsageError
from comity.model.invitation import Called, Capacity, Roll
from comity.planning.attendance import Comparison, Listed, compare
from comity.planning.seats import Seat, seat_of

PLACES = ("first", "last")


class InviteOptions(msgspec.Struct, frozen=True, kw_only=True):
    """In alphabetical order in English, Uzbekistan as the host in the last place, and so on round from `start`.

    `language` is that of the names; without one, that of the order.
    """

    order: str = "en"
    host: str | None = None
    host_place: str = "first"
    start: str | None = None
    language: str | None = None


class Invited(msgspec.Struct, frozen=True, kw_only=True):
    """Belarus is invited as a member of the CSTO and the CIS; it sits in Minsk, by the clock of Europe/Minsk."""

    state: str
    name: str
    capacities: tuple[Capacity, ...]
    capital: str | None = None
    timezone: str | None = None


class DoubtfulInvited(Invited, frozen=True, kw_only=True):
    """Turkmenistan is perhaps to be invited; `why` says on what the sources do not agree."""

    why: tuple[str, ...] = ()


class Invitation(msgspec.Struct, frozen=True, kw_only=True):
    """The twelve states of "SCO | CSTO | CIS" on 10 November 2020, and two that are doubtful.

    `organizations` are members that are no states: the EU in the G20. `compared` is None where no list was given.
    """

    expression: str
    on: date
    order: str
    invited: tuple[Invited, ...]
    doubtful: tuple[DoubtfulInvited, ...] = ()
    organizations: tuple[Invited, ...] = ()
    compared: Comparison | None = None

    @property
    def codes(self) -> tuple[str, ...]:
        """The states that are invited, in the order of the protocol."""
        return tuple(one.state for one in self.invited)


def invite(
    roll: Roll,
    expression: str,
    *,
    on: date,
    catalog: Catalog,
    options: InviteOptions | None = None,
    listed: Listed | None = None,
) -> Invitation:
    """The invitation of a roll, compared with those who came or were named where `listed`.

    Raises UsageError where nobody is called, or the host or the first of the order is not invited; UnknownNameError.
    """
    options = options or InviteOptions()
    protocol = load_protocol(options.order)
    shaped = _Shape(on, catalog, protocol, options.language or protocol.language or "en")
    certain = [one for one in roll.called if one.certain and one.is_state]
    doubtful = [one for one in roll.called if not one.certain and one.is_state]
    if not roll.called:
        raise UsageError(nobody(roll, expression, on))
    order = ordered([one.code for one in certain], shaped.key, options)
    return Invitation(
        expression=expression,
        on=on,
        order=protocol.title,
        invited=tuple(map(shaped.invited, sorted(certain, key=lambda one: order.index(one.code)))),
        doubtful=tuple(map(shaped.doubtful, sorted(doubtful, key=lambda one: shaped.key(one.code)))),
        organizations=tuple(shaped.invited(one) for one in roll.called if not one.is_state),
        compared=compare(roll, listed, shaped.name) if listed else None,
    )


def nobody(roll: Roll, expression: str, on: date) -> str:
    """Why an invitation would be empty, and what would not be."""
    told, orgs = f"nobody is in {expression!r} on {on}", " or ".join(roll.orgs)
    if roll.first is None:
        return f"{told}: the catalogue tells of no members of {orgs}; `comity catalog show` lists what it knows"
    if roll.first > on.isoformat():
        return f"{told}: nobody belonged to {orgs} before {roll.first}; ask for that day or a later one"
    if roll.last and roll.last <= on.isoformat():
        return f"{told}: nobody has belonged to {orgs} since {roll.last}; ask for an earlier day"
    if roll.others:
        counts = Counter(f"{one.org}:{one.status}" for own in roll.others.values() for one in own)
        there = ", ".join(f"{count} in {place}" for place, count in counts.most_common())
        return f"{told}; on that day there are {there}: ask for any of these, joined by | (in either)"
    return f"{told}; ask for another day"


def ordered(codes: Iterable[str], key: Callable[[str], Any], options: InviteOptions) -> list[str]:
    """States in an order: sorted, then begun with `start`, then the host put in its place. Raises UsageError."""
    found = sorted(codes, key=key)
    if options.start:
        at = _place(found, options.start, "the order is to begin with")
        found = found[at:] + found[:at]
    if options.host:
        if options.host_place not in PLACES:
            raise UsageError(f"the host's place is {options.host_place!r}; it is {' or '.join(PLACES)}")
        host = found.pop(_place(found, options.host, "the host is"))
        found = [host, *found] if options.host_place == "first" else [*found, host]
    return found


def _place(codes: Sequence[str], code: str, what: str) -> int:
    if code not in codes:
        raise UsageError(f"{what} {code}, which is not invited; invited are {', '.join(codes) or 'none for certain'}")
    return codes.index(code)


class _Shape:
    """Codes as the reader wants to see them: names in a language, seats on the day."""

    def __init__(self, on: date, catalog: Catalog, protocol: Protocol, language: str) -> None:
        self._on, self._catalog, self._protocol, self._language = on, catalog, protocol, language

    def key(self, code: str) -> tuple[Any, str]:
        return self._protocol.key(code, self._catalog.name(code, self._protocol.language or "en")), code

    def name(self, code: str) -> str:
        """As the order writes it, where it is in the same language."""
        usual = self._catalog.name(code, self._language)
        return self._protocol.names.get(code, usual) if self._protocol.language == self._language else usual

    def seat(self, code: str) -> Seat | None:
        return seat_of(code, self._on, self._catalog, language=self._language)

    def invited(self, called: Called) -> Invited:
        seat = self.seat(called.code)
        return Invited(
            state=called.code,
            name=self.name(called.code),
            capacities=called.capacities,
            capital=seat.city if seat else None,
            timezone=seat.timezone if seat else None,
        )

    def doubtful(self, called: Called) -> DoubtfulInvited:
        plain = self.invited(called)
        return DoubtfulInvited(
            state=plain.state,
            name=plain.name,
            capacities=plain.capacities,
            capital=plain.capital,
            timezone=plain.timezone,
            why=tuple(map(_doubt, called.capacities)),
        )


def _doubt(capacity: Capacity) -> str:
    """ "CIS: member since 1991-12-21 by version participant; associate since 2005-08-26 by version associate-2005"."""
    if not capacity.against:
        return f"{capacity.org}: {told(capacity)}, a day that is not known exactly"
    return f"{capacity.org}: " + "; ".join(told(one) for one in (capacity, *capacity.others, *capacity.against))


def told(capacity: Capacity) -> str:
    """One statement in words."""
    since = f" since {capacity.start}" if capacity.start else ""
    until = f" until {capacity.end}" if capacity.end else ""
    version = f" by version {capacity.version}" if capacity.version else ""
    return f"{capacity.status.replace('_', ' ')}{since}{until}{version}"
