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
    """The SCO's member since 2024-07-04, by a decision, says the declaration. Dates are EDTF text, `end` half-open."""

    org: str
    status: str
    start: str | None
    end: str | None
    basis: str
    source: str


class Answered(msgspec.Struct, frozen=True):
    """One state, and why it is in the answer."""

    state: str
    name: str
    because: tuple[Reason, ...]


class AnsweredOrganization(msgspec.Struct, frozen=True):
    """An organization that is itself a member: the EU in the G20."""

    org: str
    name: str
    certain: bool
    because: tuple[Reason, ...]


class Answer(msgspec.Struct, frozen=True):
    """Who is in "SCO & CSTO & CIS" on 10 November 2020: KAZ, KGZ, RUS and TJK for certain, nobody else possibly."""

    expression: str
    on: date
    members: tuple[Answered, ...]
    possible: tuple[Answered, ...]
    organizations: tuple[AnsweredOrganization, ...] = ()


def answer(expression: str, *, on: date, status: str = "member", catalog: Catalog | None = None) -> Answer:
    """The members of an expression on a day, each with its reasons. Raises ExpressionError and UnknownNameError."""
    known = catalog or load_catalog()
    found = members(expression, on=on, status=status, catalog=known)
    certain, possible = found.certain - found.non_states, found.possible - found.non_states
    return Answer(
        expression,
        on,
        _answered(found, certain, known),
        _answered(found, possible, known),
        _organizations(found, known),
    )


def _answered(found: Members, codes: Iterable[str], catalog: Catalog) -> tuple[Answered, ...]:
    return tuple(Answered(code, catalog.name(code), reasons(found.because[code])) for code in sorted(codes))


def _organizations(found: Members, catalog: Catalog) -> tuple[AnsweredOrganization, ...]:
    codes = sorted((found.certain | found.possible) & found.non_states)
    return tuple(
        AnsweredOrganization(code, catalog.name(code), code in found.certain, reasons(found.because[code]))
        for code in codes
    )


def reasons(statements: Iterable[Membership]) -> tuple[Reason, ...]:
    return tuple(reason(one) for one in statements)


def reason(statement: Membership) -> Reason:
    start, end = (when.edtf if when else None for when in (statement.start, statement.end))
    return Reason(statement.org, statement.status, start, end, statement.basis, str(statement.source))
