"""Answers as text: a table for a person, JSON and CSV for programs."""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeVar

import click
import msgspec

from comity.cli.options import DAY

if TYPE_CHECKING:
    from rich.console import RenderableType

F = TypeVar("F", bound=Callable[..., Any])

FORMATS = ("table", "jsonl", "json", "csv")


def answer_format(command: F) -> F:
    """`--format`; without it a table on a terminal and JSON lines in a pipe."""
    told = "Without it: a table on a terminal, JSON lines in a pipe."
    return click.option("--format", "form", type=click.Choice(FORMATS), callback=_chosen, help=told)(command)


def as_of(command: F) -> F:
    """`--as-of`, the day that counts as today."""
    return click.option("--as-of", type=DAY, metavar="DATE", help="The day that counts as today.")(command)


def today(as_of: date | None = None) -> date:
    return as_of or datetime.now().astimezone().date()


def write_values(values: Iterable[object], form: str) -> None:
    """Values as JSON: one a line, or one array."""
    if form == "jsonl":
        for value in values:
            click.echo(msgspec.json.encode(value))
    else:
        write_value(list(values), form)


def write_value(value: object, form: str) -> None:
    """One value as JSON, on one line or indented."""
    encoded = msgspec.json.encode(value)
    click.echo(encoded if form == "jsonl" else msgspec.json.format(encoded))


def write_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Rows under a head; nothing stands for None."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(["" if cell is None else cell for cell in row] for row in rows)


def write_table(columns: Sequence[str], rows: Iterable[Sequence[object]], *, title: str | None = None) -> None:
    """Rows as a table, as wide as they need in a file and as the terminal on one."""
    # Late: a command that writes JSON starts without it.
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, header_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(Text("—" if cell is None else str(cell)) for cell in row))
    if title:
        _print(Text(title))
    _print(table)


def _print(content: RenderableType) -> None:
    from rich.console import Console

    width = None if sys.stdout.isatty() else 200
    Console(highlight=False, width=width).print(content)


def _chosen(_: click.Context, __: click.Parameter, value: str | None) -> str:
    return value or ("table" if sys.stdout.isatty() else "jsonl")
