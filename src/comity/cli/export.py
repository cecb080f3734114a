"""`comity export`: events for other programs, as tables and calendars."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec
from click.core import ParameterSource

from comity.cli.filters import event_filters
from comity.cli.options import database
from comity.errors import UsageError

if TYPE_CHECKING:
    from comity.export.calendars import Calendar

Wanted = dict[str, str | date | tuple[str, ...] | None]


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """What only calendars are asked: these series with so many windows, as repeating entries, under this name."""

    series: tuple[str, ...] = ()
    count: int = 1
    recurring: bool = False
    name: str | None = None

    @property
    def given(self) -> str | None:
        """The first option of these that was used."""
        options = (("--series", self.series), ("--recurring", self.recurring), ("--name", self.name))
        return next((option for option, used in options if used), None)


@click.command(short_help="Write events as a table or as a calendar.")
@click.argument("form", metavar="FORMAT")
@event_filters
@click.option("--series", multiple=True, metavar="NAME", help="In calendars: the sessions of this series instead.")
@click.option(
    "--next", "count", type=click.IntRange(0, 24), default=1, show_default=True, help="With --series: so many expected."
)
@click.option("--recurring", is_flag=True, help="With --series: one repeating entry a series.")
@click.option("--name", metavar="TEXT", help="What the calendar is called where it is shown.")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="A file; else it is printed.")
@database
@click.pass_context
def export(
    context: click.Context,
    /,
    form: str,
    series: tuple[str, ...],
    count: int,
    recurring: bool,
    name: str | None,
    output: Path | None,
    db: str,
    as_of: date | None,
    **wanted: str | date | tuple[str, ...] | None,
) -> None:
    """Write the events of the database as FORMAT: csv, parquet or jsonl (tables), ics or jcal (calendars).

    A calendar holds what has a date; what has only a month or year is there as tentative, over all days of it.
    With --series it holds the sessions of these series, and the windows in which the next ones are expected.
    """
    shown = Shown(series=series, count=count, recurring=recurring, name=name)
    if not _is_calendar(form):
        if shown.given:
            raise UsageError(f"{shown.given} is of calendars, and {form!r} is a table; write ics or jcal")
        _write(_table(form, db, as_of, wanted), output, binary=form == "parquet")
        return
    if series and any(wanted.values()):
        raise UsageError("--series names what is wanted; leave the filters of events away, or leave --series away")
    if recurring and not series:
        raise UsageError("--recurring is of series; name one with --series")
    named = context.get_parameter_source("db") is not ParameterSource.DEFAULT
    calendar = _sessions(shown, db, as_of, existing=named) if series else _events(name, db, as_of, wanted)
    _write([_calendar_bytes(calendar, form)], output)
    _tell(calendar)


def _is_calendar(form: str) -> bool:
    """Raises UsageError for what is neither a calendar nor a table."""
    from comity.export.files import CALENDARS, FORMATS, NOT_YET

    there_are = f"there are {', '.join(FORMATS)}"
    if form in NOT_YET:
        raise UsageError(f"the format {form!r} is planned and not written yet; {there_are}")
    if form not in FORMATS:
        raise UsageError(f"unknown format {form!r}; {there_are}")
    return form in CALENDARS


def _table(form: str, db: str, as_of: date | None, wanted: Wanted) -> Iterator[bytes]:
    from comity.export.files import table_bytes
    from comity.project import Project

    with Project.open(db, existing=True) as project:
        return table_bytes(project.events(as_of=as_of, **wanted), form)


def _events(name: str | None, db: str, as_of: date | None, wanted: Wanted) -> Calendar:
    from comity.project import Project

    with Project.open(db, existing=True) as project:
        return project.calendar(name=name, as_of=as_of, **wanted)


def _sessions(shown: Shown, db: str, as_of: date | None, *, existing: bool) -> Calendar:
    """The usual database may be absent: the catalogue answers alone. One that was named must be there."""
    from comity.export.calendars import Sessions, series_calendar
    from comity.project import follow

    about = shown.series[0] if len(shown.series) == 1 else None
    found = follow(db, about=about, as_of=as_of, existing=existing)
    courses = [found.named(one) for one in dict.fromkeys(shown.series)]
    sessions = [Sessions(one.series, one.next(shown.count) if shown.count else ()) for one in courses]
    name = shown.name or ", ".join(one.name for one in courses)
    return series_calendar(sessions, name=name, as_of=found.as_of, recurring=shown.recurring)


def _calendar_bytes(calendar: Calendar, form: str) -> bytes:
    from comity.export.calendars import to_ics, to_jcal

    return to_ics(calendar).encode() if form == "ics" else msgspec.json.encode(to_jcal(calendar)) + b"\n"


def _write(pieces: Iterable[bytes], output: Path | None, *, binary: bool = False) -> None:
    if output is not None:
        from comity.export.files import write_file

        write_file(output, pieces)
        return
    if binary and sys.stdout.isatty():
        raise UsageError("Parquet is not for reading on a terminal; name a file with -o")
    for piece in pieces:
        click.echo(piece, nl=False)


def _tell(calendar: Calendar) -> None:
    """What a calendar cannot show."""
    if calendar.left_out:
        what = "1 meeting is" if calendar.left_out == 1 else f"{calendar.left_out} meetings are"
        click.echo(f"comity: {what} left out, whose first day is not known", err=True)
    if not calendar.entries:
        click.echo("comity: the calendar is empty", err=True)
