"""Options that more than one command takes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


class Day(click.ParamType[date]):
    """A calendar day: 2020-11-10."""

    name = "date"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            return self.fail(f"{value!r} is not a day such as 2020-11-10{_why(value)}", param, ctx)


def _why(value: str) -> str:
    """What is wrong with it, where that can be told: 2021-02 has no day 30."""
    from comity.errors import DateError
    from comity.model.when import When

    try:
        When.parse(value)
    except DateError as error:
        return "" if "EDTF" in error.why else f" ({error.why})"
    return ""


DAY = Day()


def database(command: F) -> F:
    """`--db`, a path or URL."""
    told = "The database: a file, or postgresql://USER@HOST/NAME."
    return click.option(
        "--db", default="comity.db", envvar="COMITY_DB", show_default=True, metavar="PATH|URL", help=told
    )(command)


def output_format(command: F) -> F:
    """`--format`; without it a table on a terminal and JSON lines in a pipe."""
    told = "Without it: a table on a terminal, JSON lines in a pipe."
    return click.option("--format", "form", type=click.Choice(["table", "jsonl"]), callback=_chosen, help=told)(command)


def _chosen(_: click.Context, __: click.Parameter, value: str | None) -> str:
    return value or ("table" if sys.stdout.isatty() else "jsonl")
