"""What can go wrong, as one tree.

ComityError
├── UsageError            the caller asked for something that cannot be (exit code 2)
│   ├── DateError         not a date that exists, or not EDTF
│   ├── ExpressionError   a membership expression that does not parse
│   └── UnknownNameError  a name or code that the catalogue does not know
├── CatalogError          a catalogue file breaks a rule of the catalogue's format
├── DocumentError         one report that cannot be read; the run goes on
└── StoreError            the database is locked, read-only, full or not ours
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial


class ComityError(Exception):
    """The base of every error that Comity raises on purpose."""


class UsageError(ComityError):
    """The caller asked for something that cannot be."""


class DateError(UsageError):
    """`text` is not a date that exists, or not written in EDTF."""

    def __init__(self, text: str, why: str) -> None:
        self.text = text
        self.why = why
        super().__init__(f"not a date: {text!r} ({why}); write a day as 2020-11-10, a month as 2020-11, a year as 2020")


class ExpressionError(UsageError):
    """A membership expression that does not parse; `position` counts characters from 0."""

    def __init__(self, expression: str, position: int, why: str) -> None:
        self.expression = expression
        self.position = position
        self.why = why
        pointer = " " * position + "^"
        super().__init__(f"{why} at position {position}\n  {expression}\n  {pointer}")


class UnknownNameError(UsageError):
    """`name` is not in the catalogue; `near` are known names that look like it."""

    def __init__(self, kind: str, name: str, near: Sequence[str] = ()) -> None:
        self.kind = kind
        self.name = name
        self.near = tuple(near)
        listing = "comity series" if kind == "series" else "comity catalog show"
        hint = f"; did you mean {', '.join(near)}?" if near else f"; `{listing}` lists what is known"
        super().__init__(f"unknown {kind} {name!r}{hint}")


class CatalogError(ComityError):
    """A catalogue file breaks a rule; `place` is the file and the key in it."""

    def __init__(self, place: str, why: str) -> None:
        self.place = place
        self.why = why
        super().__init__(f"{place}: {why}")


class DocumentError(ComityError):
    """One report that cannot be read: which, where in it, and why."""

    def __init__(self, source: str, why: str, *, line: int | None = None) -> None:
        self.source = source
        self.line = line
        self.why = why
        where = source if line is None else f"{source}, line {line}"
        super().__init__(f"{where}: {why}")

    def __reduce__(self) -> tuple[object, ...]:
        """So that it comes back from another process whole."""
        return partial(DocumentError, line=self.line), (self.source, self.why)


class StoreError(ComityError):
    """The database refused: `url` (without a password), and why."""

    def __init__(self, url: str, why: str) -> None:
        self.url = url
        self.why = why
        super().__init__(f"{url}: {why}")
