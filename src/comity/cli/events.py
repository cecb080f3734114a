"""`comity events`: which events the reports come to."""

from __future__ import annotations

from datetime import date

import click
import msgspec

from comity.cli.options import DAY, database, output_format


@click.command(short_help="List events: meetings, exercises and visits.")
@click.option("--org", metavar="CODE", help="Of this organization, as host or guest: SCO.")
@click.option("--kind", type=click.Choice(["meeting", "exercise", "visit"]))
@click.option("--level", metavar="LEVEL", help="heads_of_state, foreign_ministers, defence_ministers …")
@click.option(
    "--status", metavar="STATUS", help="held, ongoing, scheduled, proposed, hoped, postponed, cancelled or denied."
)
@click.option("--state", metavar="CODE", help="A state that takes part, is invited, hosts or chairs: KAZ.")
@click.option("--since", type=DAY, metavar="DATE", help="From this day on.")
@click.option("--until", type=DAY, metavar="DATE", help="Before this day.")
@click.option("--as-of", type=DAY, metavar="DATE", help="As known on this day: from reports published on it or before.")
@output_format
@database
def events(form: str, db: str, as_of: date | None, **wanted: str | date | None) -> None:
    """List the events that the reports in the database come to.

    A date that is only known as "2020-09" counts for every day of September.
    An event whose date no report tells is left out where --since or --until is given.
    """
    from comity.project import Project

    with Project.open(db) as project:
        found = project.events(as_of=as_of, **wanted)
    if form == "table":
        from comity.cli.tables import print_events

        print_events(found)
        return
    from comity.export.shapes import event_shape

    for event in found:
        click.echo(msgspec.json.encode(event_shape(event)))
