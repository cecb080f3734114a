"""`comity read`: what reports say, with the words that say so."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from typing import TYPE_CHECKING

import click
import msgspec

from comity.cli.options import DAY, database, output_format
from comity.errors import DocumentError
from comity.model.document import Document
from comity.model.record import Reading

if TYPE_CHECKING:
    from comity.project import ReadOptions

_INTERRUPTED = 130
_EVERY = 1.0

Sources = tuple[str, ...]


@click.command(short_help="Read reports: what they say was held, is planned or hoped for.")
@click.argument("sources", nargs=-1, required=True, metavar="PATH|-...")
@click.option(
    "--published", type=DAY, metavar="DATE", help="The day of publication, where a report's own fields give none."
)
@click.option(
    "--lang",
    "language",
    metavar="LANG",
    help="The language, where a report's own fields give none; ru and zh are recognized, but not read yet.",
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
    **known: date | str | int | None,
) -> None:
    """Read reports from files, folders, patterns and "-" (the standard input): plain text, or JSON lines.

    Prints one JSON object a report: {"document", "records", "unread"}.
    What is read is kept in the database, and a report that is kept already is printed from there.
    A report whose day neither its fields nor its dateline tell is told on the standard error: its relative dates stay open.
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


def _read(sources: Sources, options: ReadOptions, refusals: _Refusals, *, db: str | None, form: str) -> None:
    from comity.project import stream, stream_into

    show = _printer(form)
    with _progress() as advance:
        if db is None:
            found = stream(sources, options, refused=refusals)
        else:
            found = stream_into(db, sources, options, refused=refusals)
        # Closed here, where an interruption would leave the database to the garbage collector.
        with closing(found):
            _print_all(found, show, advance)


def _print_all(
    found: Iterator[tuple[Document, Reading]], show: Callable[[Document, Reading], None], advance: Callable[[], None]
) -> None:
    for document, reading in found:
        if not _is_dated(document):
            click.echo(f"comity: {document.source}: day unknown: relative dates stay open", err=True)
        show(document, reading)
        advance()


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
def _progress() -> Iterator[Callable[[], None]]:
    """A bar on the standard error, where that is a terminal and the results go elsewhere."""
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("reading"), MofNCompleteColumn(), TextColumn("reports"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        bar = progress.add_task("reading", total=None)
        yield lambda: progress.advance(bar)
