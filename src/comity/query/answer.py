"""An answer that can be handed on: names beside codes, and for each state the statements with their sources."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec

from comity.catalog.load import Catalog
from comity.catalog.loaded import load_catalog
from comity.model.membership import Membership
from comity.query.members import Members, members


class Reason(msgspec.Struct, frozen=True):
    """The SCO's member since 2024-07-04, by a decision, says the declaration. Dates are EDTF text, `end` half-open.

    `version` names one of several versions of contested facts; `seen` is the day on which the source was last
    consulted, None where it is cited and was not.
    """

    org: str
    status: str
    start: str | None
    end: str | None
    basis: str
    source: str
    version: str | None = None
    note: str | None = None
    seen: str | None = None


class Answered(msgspec.Struct, frozen=True):
    """One state, and why it is in the answer."""

    state: str
    name: str
    because: tuple[Reason, ...]


class Doubted(Answered, frozen=True):
    """One state that is possible: what speaks for it, and what the versions tell that say no.

    Nothing is `against` it where only a vague day makes it possible.
    """

    against: tuple[Reason, ...] = ()


class AnsweredOrganization(msgspec.Struct, frozen=True):
    """An organization that is itself a member: the EU in the G20."""

    org: str
    name: str
    certain: bool
    because: tuple[Reason, ...]
    against: tuple[Reason, ...] = ()


class Answer(msgspec.Struct, frozen=True):
    """Who is in "SCO & CSTO & CIS" on 10 November 2020: KAZ, KGZ, RUS and TJK for certain, nobody else possibly."""

    expression: str
    on: date
    members: tuple[Answered, ...]
    possible: tuple[Doubted, ...]
    organizations: tuple[AnsweredOrganization, ...] = ()


def answer(expression: str, *, on: date, status: str = "member", catalog: Catalog | None = None) -> Answer:
    """The members of an expression on a day, each with its reasons. Raises ExpressionError and UnknownNameError."""
    known = catalog or load_catalog()
    found = members(expression, on=on, status=status, catalog=known)
    certain, possible = found.certain - found.non_states, found.possible - found.non_states
    return Answer(
        expression,
        on,
        tuple(Answered(code, known.name(code), reasons(found.because[code])) for code in sorted(certain)),
        _doubted(found, possible, known),
        _organizations(found, known),
    )


def _doubted(found: Members, codes: Iterable[str], catalog: Catalog) -> tuple[Doubted, ...]:
    return tuple(
        Doubted(code, catalog.name(code), reasons(found.because[code]), reasons(found.against.get(code, ())))
        for code in sorted(codes)
    )


def _organizations(found: Members, catalog: Catalog) -> tuple[AnsweredOrganization, ...]:
    codes = sorted((found.certain | found.possible) & found.non_states)
    return tuple(
        AnsweredOrganization(
            code,
            catalog.name(code),
            code in found.certain,
            reasons(found.because[code]),
            reasons(found.against.get(code, ())) if code in found.possible else (),
        )
        for code in codes
    )


def reasons(statements: Iterable[Membership]) -> tuple[Reason, ...]:
    return tuple(reason(one) for one in statements)


def reason(statement: Membership) -> Reason:
    start, end = (when.edtf if when else None for when in (statement.start, statement.end))
    told = statement.source
    version = statement.version or None
    return Reason(
        statement.org, statement.status, start, end, statement.basis, str(told), version, statement.note, told.seen
    )
