"""`comity read`: what reports say, with the words that say so."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from itertools import count
from typing import TYPE_CHECKING

import click
import msgspec

from comity.cli.options import DAY, database, output_format
from comity.errors import DocumentError, UsageError
from comity.model.document import Document
from comity.model.record import Reading

if TYPE_CHECKING:
    from comity.project import ReadOptions
    from comity.reading.ingest import Meter

_INTERRUPTED = 130
_EVERY = 1.0

Sources = tuple[str, ...]


@click.command(short_help="Read reports: what they say was held, is planned or hoped for.")
@click.argument("sources", nargs=-1, required=True, metavar="PATH|URL|-...")
@click.option(
    "--published", type=DAY, metavar="DATE", help="The day of publication, where a report's own fields give none."
)
@click.option(
    "--lang",
    "language",
    metavar="LANG",
    help="The language, where a report's own fields give none; ru and zh are recognized, but not read yet.",
)
@click.option(
    "--columns",
    metavar="OURS=THEIRS,...",
    callback=lambda _, __, written: _columns(written),
    help="What a table or JSON calls our fields: text=body,title=headline,published=date.",
)
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="How many processes read.")
@click.option("--no-store", is_flag=True, help="Only print; keep nothing.")
@click.option("--explain", is_flag=True, help="Print how each sentence was read; keep nothing.")
@output_format
@database
@click.pass_context
def read(
    ctx: click.Context,
    /,
    sources: Sources,
    no_store: bool,
    explain: bool,
    form: str,
    db: str,
    **known: date | str | int | dict[str, str] | None,
) -> None:
    """Read reports from files, folders, patterns, addresses and "-" (the standard input): plain text, web pages, feeds
    (RSS, Atom), JSON, tables (CSV) and WARC archives.

    Prints one JSON object a report: {"document", "records", "unread"}.
    What is read is kept in the database, and a report that is kept already is printed from there.
    How many reports tell their day nowhere is told on the standard error: their relative dates stay open.
    A report that cannot be read is told on the standard error, and the exit code is 1.
    """
    from comity.project import ReadOptions

    options = ReadOptions(**known)  # type: ignore[arg-type]
    refusals = _Refusals(told=form == "jsonl" and not explain)
    try:
        if explain:
            _explain(sources, options, refusals)
        else:
            _read(sources, options, refusals, db=None if no_store else db, form=form)
    except KeyboardInterrupt:
        kept = "" if no_store or explain else "; what was read is kept, and the same command goes on from there"
        click.echo(f"comity: stopped{kept}", err=True)
        ctx.exit(_INTERRUPTED)
    ctx.exit(1 if refusals.count else 0)


class _Refusals:
    """Counts reports that cannot be read and tells of them: on the standard error, where `told` also as results."""

    def __init__(self, *, told: bool) -> None:
        self.count = 0
        self._told = told

    def __call__(self, error: DocumentError) -> None:
        from comity.export.shapes import refusal_shape

        self.count += 1
        click.echo(f"comity: {error}", err=True)
        if self._told:
            click.echo(msgspec.json.encode(refusal_shape(error)))


def _columns(written: str | None) -> dict[str, str]:
    from comity.reading.ingest import read_columns

    try:
        return read_columns(written or "")
    except UsageError as error:
        raise click.BadParameter(str(error)) from error


def _read(sources: Sources, options: ReadOptions, refusals: _Refusals, *, db: str | None, form: str) -> None:
    from comity.project import stream, stream_into
    from comity.reading.ingest import Meter

    meter, undated = Meter(), _Undated()
    options = msgspec.structs.replace(options, meter=meter)
    show = _printer(form)
    with _progress(meter) as advance:
        if db is None:
            found = stream(sources, options, refused=refusals)
        else:
            found = stream_into(db, sources, options, refused=refusals)
        # Closed here, where an interruption would leave the database to the garbage collector.
        with closing(found), undated:
            for document, reading in found:
                undated.note(document, reading)
                show(document, reading)
                advance()


class _Undated:
    """Counts the reports of an unknown day that something was read from, and tells of them once, at the end."""

    def __init__(self) -> None:
        self._first: str | None = None
        self._count = 0

    def note(self, document: Document, reading: Reading) -> None:
        if (reading.records or reading.unread) and not _is_dated(document):
            self._first = self._first or document.source
            self._count += 1

    def __enter__(self) -> None:
        return

    def __exit__(self, *_: object) -> None:
        if self._count == 1:
            click.echo(f"comity: {self._first}: day unknown: relative dates stay open", err=True)
        elif self._count:
            told = f"{self._count} reports (the first: {self._first})"
            click.echo(f"comity: {told}: day unknown: relative dates stay open; --published gives the day", err=True)


def _is_dated(document: Document) -> bool:
    """Whether "on Friday" can be told: by the day of publication, else by that of a dateline."""
    from comity.reading.dateline import find_datelines

    return document.published is not None or any(line.date(None) for line in find_datelines(document.text))


def _printer(form: str) -> Callable[[Document, Reading], None]:
    if form == "table":
        from comity.cli.tables import print_reading

        return print_reading
    from comity.export.shapes import reading_shape

    return lambda document, reading: click.echo(msgspec.json.encode(reading_shape(document, reading)))


def _explain(sources: Sources, options: ReadOptions, refusals: _Refusals) -> None:
    from comity.cli.tables import printable
    from comity.project import explain

    for document, lines in explain(sources, options, refused=refusals):
        click.echo(printable(f"{document.source}: {document.title or '(no title)'}"))
        for line in lines:
            click.echo(printable(f"  {line}"))


@contextmanager
def _progress(meter: Meter) -> Iterator[Callable[[], None]]:
    """A bar on the standard error, where that is a terminal and the results go elsewhere."""
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        Progress,
        TaskProgressColumn,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("{task.fields[reports]:,} reports"),
        BarColumn(),
        TaskProgressColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        bar = progress.add_task("reading", total=None, reports=0)
        counted = count(1)
        yield lambda: progress.update(bar, total=meter.expected or None, completed=meter.done, reports=next(counted))
