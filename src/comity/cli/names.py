"""`comity names`: what names stand for."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from comity.cli.output import answer_format, write_csv, write_table, write_values

if TYPE_CHECKING:
    from comity.catalog.names import Names

COLUMNS = ("name", "kind", "code")

Row = tuple[str, str | None, str | None]


@click.command(short_help="Tell which state or organization a name stands for.")
@click.argument("names", nargs=-1)
@click.option("--lang", metavar="LANG", help="Only names of this language: en, ru, zh.")
@answer_format
def names(names: tuple[str, ...], lang: str | None, form: str) -> None:
    """Tell what each of NAMES stands for; without any, one a line from standard input.

    The code is null where a name is unknown or means more than one thing: never a guess. An empty line has a row
    of its own, so that rows stand beside lines.
    """
    from comity.catalog.loaded import load_names

    stdin = sys.stdin
    if not names and stdin.isatty():
        raise click.UsageError("give a name, or names on standard input, one a line")
    asked = names or (line.strip() for line in stdin)
    _write(_resolved(asked, load_names(), lang), form)


def _resolved(asked: Iterable[str], known: Names, language: str | None) -> Iterator[Row]:
    for text in asked:
        found = known.resolve(text, language)
        yield (text, found.kind, found.code) if found else (text, None, None)


def _write(rows: Iterator[Row], form: str) -> None:
    if form == "csv":
        write_csv(COLUMNS, rows)
    elif form == "table":
        write_table(COLUMNS, rows)
    else:
        write_values((dict(zip(COLUMNS, row, strict=True)) for row in rows), form)
