"""The algebra's text form: `(SCO | CSTO) - "Arab League":observer`.

Operators are those of Python's sets and bind as in Python: `-` first, then `&`, then `^`, then `|`; equal ones from
left to right. An operand is a code or a name in any language; quotation marks are needed only where a name holds an
operator or a bracket.
After `:` stands a status. A minus may stand in a name: the longest name that is known is read (`RUS-IND-CHN`, `D-8`).
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterator

import msgspec

from comity.errors import ExpressionError, UnknownNameError
from comity.query.standing import SPECIAL, STATUSES

Resolve = Callable[[str], str | None]
"""An organization's name to its code; None where it is unknown."""
Suggest = Callable[[str], tuple[str, ...]]

PRECEDENCE = {"|": 1, "^": 2, "&": 3, "-": 4}
KNOWN_STATUSES = (*STATUSES, *SPECIAL)
_WIDE = str.maketrans("＆｜＾－–—−（）：", "&|^----():")
_QUOTES = {'"': '"', "'": "'", "“": "”", "«": "»", "„": "“", "「": "」"}
_SPACE = re.compile(r"\s*")
_PLAIN = re.compile(r"[^()&|^:]+")
_STATUS = re.compile(r"\s*:\s*(\w+)")


class Operand(msgspec.Struct, frozen=True):
    """The states in one organization in one status; `named` tells whether the text names the status."""

    org: str
    status: str = "member"
    named: bool = False


class Combination(msgspec.Struct, frozen=True):
    """Two sets and what is done with them."""

    operator: str
    left: Expression
    right: Expression


Expression = Operand | Combination


def operands(expression: Expression) -> Iterator[Operand]:
    """All of them, from left to right."""
    if isinstance(expression, Operand):
        yield expression
    else:
        yield from operands(expression.left)
        yield from operands(expression.right)


def parse(text: str, resolve: Resolve, *, status: str = "member", suggest: Suggest = lambda _: ()) -> Expression:
    """The expression that a text says; `status` is that of operands without one.

    Raises ExpressionError with the place of the slip, and UnknownNameError for an unknown organization or status.
    """
    return _Parser(text, resolve, check_status(status), suggest).parse()


def check_status(status: str) -> str:
    """The status, as it is known. Raises UnknownNameError."""
    if status not in KNOWN_STATUSES:
        raise UnknownNameError(
            "status", status, difflib.get_close_matches(status, KNOWN_STATUSES, 3, 0.5) or KNOWN_STATUSES
        )
    return status


class _Parser:
    """Reads from left to right; `at` is the next character. Every wide sign has a narrow one of the same length."""

    def __init__(self, text: str, resolve: Resolve, status: str, suggest: Suggest) -> None:
        self.text = text
        self.narrow = text.translate(_WIDE)
        self.resolve = resolve
        self.status = status
        self.suggest = suggest
        self.at = 0

    def parse(self) -> Expression:
        found = self.combination(1)
        if self.next():
            raise self.error(f"unexpected {self.next()!r}")
        return found

    def combination(self, least: int) -> Expression:
        """An operand and all that binds to it at least as strongly as `least`."""
        left = self.operand()
        while (operator := self.next()) and PRECEDENCE.get(operator, 0) >= least:
            self.at += 1
            left = Combination(operator, left, self.combination(PRECEDENCE[operator] + 1))
        return left

    def operand(self) -> Expression:
        sign = self.next()
        if sign == "(":
            return self.bracket()
        if not sign or sign in ")&|^:-":
            raise self.error(f"an organization is expected{f', not {sign!r}' if sign else ''}")
        code = self.quoted() if sign in _QUOTES else self.plain()
        return self.with_status(code)

    def bracket(self) -> Expression:
        opened = self.at
        self.at += 1
        found = self.combination(1)
        if self.next() != ")":
            raise (
                ExpressionError(self.text, opened, "this bracket is never closed")
                if not self.next()
                else self.error("')' is expected")
            )
        self.at += 1
        return found

    def quoted(self) -> str:
        opened = self.at
        closed = self.text.find(_QUOTES[self.text[opened]], opened + 1)
        if closed < 0:
            raise ExpressionError(self.text, opened, "this quotation mark is never closed")
        self.at = closed + 1
        return self.known(self.text[opened + 1 : closed]) or self.unknown(self.text[opened + 1 : closed])

    def plain(self) -> str:
        """The longest known name that starts here; it may hold a minus, and ends before an operator."""
        found = _PLAIN.match(self.narrow, self.at)
        end = found.end() if found else self.at + 1
        run = self.narrow[self.at : end]
        for cut in [len(run), *(place for place in range(len(run) - 1, 0, -1) if run[place] == "-")]:
            code = self.known(self.text[self.at : self.at + cut])
            if code:
                self.at += cut
                return code
        return self.unknown(re.split(r"\s-\s", run)[0])

    def known(self, name: str) -> str | None:
        """A dash at its end belongs to no name, though spelling makes nothing of it."""
        plain = name.strip()
        return self.resolve(plain) if plain and not plain.translate(_WIDE).endswith("-") else None

    def unknown(self, name: str) -> str:
        if not name.strip():
            raise self.error("an organization is expected")
        for space in re.finditer(r"\s+", name.strip()):
            if self.known(name[: space.start()]):
                self.at += space.end()
                raise self.error("an operator (& | - ^) is expected")
        raise UnknownNameError("organization", name.strip(), self.suggest(name.strip()))

    def with_status(self, code: str) -> Operand:
        if self.next() != ":":
            return Operand(code, self.status)
        found = _STATUS.match(self.narrow, self.at)
        if found is None:
            raise self.error("a status is expected after ':'")
        self.at = found.end()
        return Operand(code, check_status(found[1].lower()), named=True)

    def next(self) -> str:
        """The next sign that is no space; empty at the end."""
        space = _SPACE.match(self.narrow, self.at)
        self.at = space.end() if space else self.at
        return self.narrow[self.at : self.at + 1]

    def error(self, why: str) -> ExpressionError:
        return ExpressionError(self.text, self.at, why)
