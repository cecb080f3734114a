"""`comity show`: an event, a record or a report with its quotes and sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
import msgspec

from comity.cli.options import database, output_format

if TYPE_CHECKING:
    from comity.project import Project
    from comity.query.shown import Shown


@click.command(short_help="Show an event, record or report with the words that say so.")
@click.argument("id")
@output_format
@database
def show(id: str, form: str, db: str) -> None:
    """Show what an ID stands for: an event, a record or a report; the first letters of an id are enough."""
    from comity.project import Project

    with Project.open(db, existing=True) as project:
        shown = project.show(id)
        if form == "jsonl":
            click.echo(msgspec.json.encode(_shape(project, shown)))
            return
    from comity.cli.event_tables import print_shown

    print_shown(shown)


def _shape(project: Project, shown: Shown) -> dict[str, object]:
    from comity.export.shapes import reading_shape, shown_event_shape, shown_record_shape

    if shown.event:
        told_by = [(shown.report_of(told), told.id, told.record) for told in shown.records]
        return shown_event_shape(shown.event, told_by, shown.judgements)
    if shown.reading:
        return reading_shape(shown.reports[0], shown.reading)
    told = shown.records[0]
    return shown_record_shape(shown.report_of(told), told.record, project.event_of(told.id))
