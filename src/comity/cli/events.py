"""`comity events`: which events the reports come to."""

from __future__ import annotations

from datetime import date

import click

from comity.cli.options import DAY, database
from comity.cli.output import answer_format, write_csv, write_values
from comity.model.record import EVENT_KINDS, EVENT_STATUSES, LEVELS


@click.command(short_help="List events: meetings, exercises and visits.")
@click.option(
    "--org",
    "orgs",
    multiple=True,
    metavar="NAME",
    help="Of this organization (code or name), as host or guest; if given again, of both.",
)
@click.option("--kind", type=click.Choice(EVENT_KINDS))
@click.option("--level", metavar="LEVEL", type=click.Choice(LEVELS), help=f"One of {', '.join(LEVELS)}.")
@click.option("--status", metavar="STATUS", type=click.Choice(EVENT_STATUSES), help=f"{', '.join(EVENT_STATUSES)}.")
@click.option("--state", metavar="NAME", help="A state (code or name) that takes part, is invited, hosts or chairs.")
@click.option("--since", type=DAY, metavar="DATE", help="From this day on.")
@click.option("--until", type=DAY, metavar="DATE", help="Before this day.")
@click.option("--as-of", type=DAY, metavar="DATE", help="As known on this day: from reports published on it or before.")
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
        from comity.cli.tables import print_events

        print_events(found)
    elif form == "csv":
        from comity.export.frames import COLUMNS, flat_event

        write_csv(COLUMNS, (list(flat_event(event).values()) for event in found))
    else:
        from comity.export.shapes import event_shape

        write_values(map(event_shape, found), form)
