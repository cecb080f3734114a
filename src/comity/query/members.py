"""Who belongs to what on a day: sets of states with three values, and the statements behind each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from comity.catalog.load import Catalog
from comity.catalog.loaded import load_catalog, load_names
from comity.catalog.names import Names
from comity.model.membership import Membership
from comity.query.expression import Combination, Expression, Operand, parse
from comity.query.standing import Standing, Truth, standing
from comity.query.statements import statements_frame

if TYPE_CHECKING:
    from pandas import DataFrame

Because = Mapping[str, tuple[Membership, ...]]


@dataclass(frozen=True)
class Members:
    """The members of the SCO on 4 July 2024: ten states for certain, none possible, and why each.

    `certain` and `possible` hold codes; `non_states` are those among them that are organizations (the EU in the G20).
    `on` is None where sets of different days were combined. Sets are equal where their codes are.
    """

    on: date | None
    certain: frozenset[str]
    possible: frozenset[str] = frozenset()
    non_states: frozenset[str] = field(default=frozenset(), compare=False)
    because: Because = field(default_factory=dict, compare=False, repr=False)
    against: Because = field(default_factory=dict, compare=False, repr=False)
    """Of states that are possible: the statements of the versions that say no."""

    @property
    def codes(self) -> tuple[str, ...]:
        """The states that are in for certain, in alphabetical order."""
        return tuple(sorted(self.certain - self.non_states))

    @property
    def organizations(self) -> tuple[str, ...]:
        """The organizations that are in for certain, in alphabetical order."""
        return tuple(sorted(self.certain & self.non_states))

    def truth(self, code: str) -> Truth:
        if code in self.certain:
            return Truth.CERTAIN
        return Truth.POSSIBLE if code in self.possible else Truth.NO

    def __iter__(self) -> Iterator[str]:
        return iter(self.codes)

    def __len__(self) -> int:
        return len(self.codes)

    def __contains__(self, code: object) -> bool:
        return code in self.certain

    def __and__(self, other: Members) -> Members:
        return self._combined(other, min)

    def __or__(self, other: Members) -> Members:
        return self._combined(other, max)

    def __sub__(self, other: Members) -> Members:
        # Who says that a state is in the second says that it is not in the difference.
        turned = replace(other, because=other.against, against=other.because)
        return self._combined(turned, lambda one, two: min(one, ~two))

    def __xor__(self, other: Members) -> Members:
        return self._combined(other, lambda one, two: max(min(one, ~two), min(~one, two)))

    def _combined(self, other: Members, rule: Callable[[Truth, Truth], Truth]) -> Members:
        codes = self.certain | self.possible | other.certain | other.possible
        truths = {code: rule(self.truth(code), other.truth(code)) for code in codes}
        kept = [code for code, truth in truths.items() if truth]
        return Members(
            self.on if self.on == other.on else None,
            frozenset(code for code in kept if truths[code] is Truth.CERTAIN),
            frozenset(code for code in kept if truths[code] is Truth.POSSIBLE),
            self.non_states | other.non_states,
            {code: _merged(self.because.get(code, ()), other.because.get(code, ())) for code in kept},
            {code: _merged(self.against.get(code, ()), other.against.get(code, ())) for code in kept},
        )

    def to_frame(self) -> DataFrame:
        """One row a state and statement: state, name, answer (certain, possible), org, status, start, end and so on.

        `says` is yes, or no for a statement of a version that denies it. Raises UsageError where pandas is missing.
        """
        return statements_frame(
            (code, truth.name.lower(), self.because.get(code, ()), self.against.get(code, ()))
            for truth, codes in ((Truth.CERTAIN, self.certain), (Truth.POSSIBLE, self.possible))
            for code in sorted(codes)
        )


def _merged(first: tuple[Membership, ...], second: tuple[Membership, ...]) -> tuple[Membership, ...]:
    return first + tuple(one for one in second if one not in first)


def members(
    expression: str, *, on: date, status: str = "member", catalog: Catalog | None = None, names: Names | None = None
) -> Members:
    """Who is in `SCO & CSTO` on a day; `status` is that of operands that name none.

    Without `catalog` and `names`, those in use. Raises ExpressionError and UnknownNameError.
    """
    return evaluate(read_expression(expression, status=status, names=names), on, catalog or load_catalog())


def read_expression(text: str, *, status: str = "member", names: Names | None = None) -> Expression:
    """The parsed expression, with names resolved. Raises ExpressionError and UnknownNameError."""
    known = names or load_names()
    return parse(text, known.organization, status=status, suggest=partial(known.near, kind="organization"))


def evaluate(expression: Expression, on: date, catalog: Catalog) -> Members:
    """The set that an expression stands for on a day."""
    if isinstance(expression, Operand):
        return _members_of(expression, on, catalog)
    left, right = evaluate(expression.left, on, catalog), evaluate(expression.right, on, catalog)
    return _combine(expression, left, right)


def _combine(expression: Combination, left: Members, right: Members) -> Members:
    if expression.operator == "&":
        return left & right
    if expression.operator == "|":
        return left | right
    return left - right if expression.operator == "-" else left ^ right


def _members_of(operand: Operand, on: date, catalog: Catalog) -> Members:
    found: dict[str, Standing] = {}
    for code, statements in statements_by_state(operand.org, catalog).items():
        own = standing(statements, operand.status, on)
        if own.truth:
            found[code] = own
    return Members(
        on,
        frozenset(code for code, own in found.items() if own.truth is Truth.CERTAIN),
        frozenset(code for code, own in found.items() if own.truth is Truth.POSSIBLE),
        frozenset(code for code in found if code not in catalog.states),
        {code: own.because for code, own in found.items()},
        {code: own.against for code, own in found.items()},
    )


def statements_by_state(org: str, catalog: Catalog) -> dict[str, list[Membership]]:
    """All statements about an organization, by the state that they are about."""
    found: dict[str, list[Membership]] = {}
    for one in catalog.memberships.get(org, ()):
        found.setdefault(one.state, []).append(one)
    return found
