"""In which capacities a state is called to a meeting."""

from __future__ import annotations

import msgspec


class Capacity(msgspec.Struct, frozen=True, kw_only=True):
    """On 4 July 2024 Belarus is a member of the SCO, since that day, by a decision, says Kazinform.

    Dates are EDTF text, `end` half-open. `certain` is false where versions disagree or a day is known only roughly:
    then `against` has what the versions tell that say no. `others` are other versions of the same capacity.
    `participation` is suspended or frozen where the state does not take part at the time.
    """

    org: str
    status: str
    start: str | None
    end: str | None
    basis: str
    source: str
    certain: bool = True
    participation: str | None = None
    version: str | None = None
    others: tuple[Capacity, ...] = ()
    against: tuple[Capacity, ...] = ()


class Called(msgspec.Struct, frozen=True, kw_only=True):
    """Who an expression calls, a state or an organization (the EU in the G20): for certain or possibly, and as what."""

    code: str
    certain: bool
    is_state: bool = True
    capacities: tuple[Capacity, ...] = ()


class Roll(msgspec.Struct, frozen=True, kw_only=True):
    """Who "SCO | CSTO | CIS" calls on a day; `others` are states that its organizations know in another status.

    `first` is the first day on which anybody belonged to one of the `orgs`, None where nobody is known to have; `last` the
    first on which nobody does any more, None where somebody still does.
    """

    called: tuple[Called, ...]
    orgs: tuple[str, ...]
    others: dict[str, tuple[Capacity, ...]] = {}
    first: str | None = None
    last: str | None = None
