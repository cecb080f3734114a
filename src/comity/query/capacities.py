"""In which capacities states stand in the organizations of an expression, on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

import msgspec

from comity.catalog.load import Catalog
from comity.catalog.loaded import load_catalog
from comity.model.invitation import Called, Capacity, Roll
from comity.model.membership import Membership
from comity.model.when import earliest
from comity.query.expression import Expression, Operand, operands
from comity.query.members import evaluate, read_expression, statements_by_state
from comity.query.standing import BELONGING, PARTICIPATION, STATUSES, Truth, covers, standing

Statements = Mapping[str, Mapping[str, Sequence[Membership]]]
"""By organization and state."""


def roll(expression: str, *, on: date, status: str = "member", catalog: Catalog | None = None) -> Roll:
    """Who an expression calls on a day, and as what. Raises ExpressionError and UnknownNameError.

    What is subtracted calls nobody: in "SCO - CSTO" nobody comes as a member of the CSTO.
    """
    known = catalog or load_catalog()
    parsed = read_expression(expression, status=status)
    found = evaluate(parsed, on, known)
    orgs = tuple(dict.fromkeys(one.org for one in operands(parsed)))
    told = {org: statements_by_state(org, known) for org in orgs}
    calling = tuple(dict.fromkeys(_calling(parsed)))
    called = tuple(
        Called(
            code=code,
            certain=code in found.certain,
            is_state=code not in found.non_states,
            capacities=tuple(_capacities(code, calling, on, told)),
        )
        for code in sorted(found.certain | found.possible)
    )
    every = tuple(Operand(org, one) for org in orgs for one in STATUSES)
    rest = {code for own in told.values() for code in own} - {one.code for one in called}
    others = {code: own for code in sorted(rest) if (own := tuple(_capacities(code, every, on, told)))}
    first, last = _span(one for own in told.values() for statements in own.values() for one in statements)
    return Roll(called=called, orgs=orgs, others=others, first=first, last=last)


def _calling(expression: Expression) -> Iterator[Operand]:
    """The operands by which somebody may be in."""
    if isinstance(expression, Operand):
        yield expression
        return
    yield from _calling(expression.left)
    if expression.operator != "-":
        yield from _calling(expression.right)


def _span(statements: Iterable[Membership]) -> tuple[str | None, str | None]:
    """The first day on which anybody belonged, and the first on which nobody does any more."""
    belonging = [one for one in statements if one.status in BELONGING]
    first = earliest(one.start for one in belonging if one.start)
    ends = [one.end for one in belonging if one.end and one.end.lower]
    over = len(ends) == len(belonging) and ends
    last = max(ends, key=lambda end: end.lower or date.min) if over else None
    return str(first) if first else None, str(last) if last else None


def _capacities(code: str, calling: Sequence[Operand], on: date, told: Statements) -> Iterator[Capacity]:
    for operand in calling:
        statements = told[operand.org].get(code)
        if statements:
            yield from _in_organization(statements, operand.status, on)


def _in_organization(told: Sequence[Membership], status: str, on: date) -> Iterator[Capacity]:
    for one in BELONGING if status == "any" else (status,):
        own = standing(told, one, on)
        # A suspended member is told to be a member because of the statement that suspends it, too.
        because = [why for why in own.because if one in PARTICIPATION or why.aspect == "legal"]
        if own.truth and because:
            first, *rest = (_capacity(why, own.truth is Truth.CERTAIN) for why in because)
            yield msgspec.structs.replace(
                first,
                status="member" if one == "active" else one,
                participation=None if one in PARTICIPATION else _participation(told, on),
                others=tuple(rest),
                against=tuple(_capacity(why, False) for why in own.against),
            )


def _participation(told: Iterable[Membership], on: date) -> str | None:
    barring = (one.status for one in told if one.aspect == "participation" and covers(one.start, one.end, on))
    return next(barring, None)


def _capacity(statement: Membership, certain: bool) -> Capacity:
    start, end = (when.edtf if when else None for when in (statement.start, statement.end))
    return Capacity(
        org=statement.org,
        status=statement.status,
        start=start,
        end=end,
        basis=statement.basis,
        source=str(statement.source),
        certain=certain,
        version=statement.version or None,
    )
