"""`comity events`: which events the reports come to."""

from __future__ import annotations

from datetime import date

import click

from comity.cli.filters import event_filters
from comity.cli.options import database
from comity.cli.output import answer_format, write_csv, write_values


@click.command(short_help="List events: meetings, exercises and visits.")
@event_filters
@answer_format
@database
def events(form: str, db: str, as_of: date | None, **wanted: str | date | tuple[str, ...] | None) -> None:
    """List the events that the reports in the database come to, by date; those of an unknown date come last.

    A date that is only known as "2020-09" counts for every day of September.
    An event whose date no report tells is left out where --since or --until is given.
    """
    from comity.project import Project

    with Project.open(db, existing=True) as project:
        found = project.events(as_of=as_of, **wanted)
    if form == "table":
        from comity.cli.event_tables import print_events

        print_events(found)
    elif form == "csv":
        from comity.export.frames import COLUMNS, flat_event

        write_csv(COLUMNS, (list(flat_event(event).values()) for event in found))
    else:
        from comity.export.shapes import event_shape

        write_values(map(event_shape, found), form)
