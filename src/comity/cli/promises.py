"""`comity promises`: what was announced, proposed and hoped, and what became of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from comity.cli.options import DAY, database
from comity.cli.output import answer_format, as_of, today, write_csv, write_table, write_values
from comity.model.promise import OUTCOMES

if TYPE_CHECKING:
    from comity.query.promises import Promises

LISTED = ("made on", "by", "what", "due", "outcome", "because", "event")


@click.command(short_help="Tell what was promised, and what became of it.")
@click.option(
    "--by", metavar="NAME", help="By this state, organization or person: a code, a name, or a part of a name."
)
@click.option("--outcome", type=click.Choice(OUTCOMES), help="Only what came to this.")
@click.option("--org", metavar="NAME", help="About a meeting of this organization, as host or guest.")
@click.option("--state", metavar="NAME", help="By this state (code or name).")
@click.option("--person", metavar="NAME", help="By this person; a part of the name is enough.")
@click.option("--since", type=DAY, metavar="DATE", help="Made from this day on.")
@click.option("--until", type=DAY, metavar="DATE", help="Made before this day.")
@as_of
@answer_format
@database
def promises(form: str, db: str, as_of: date | None, **asked: str | date | None) -> None:
    """Tell what was announced, proposed, hoped and promised in the reports of the database, and what became of it.

    kept: held in time. late: held after the day named. broken: cancelled, held in another country, or denied after a
    day had been fixed. repeated: said again for a later time, and not held. lapsed: nothing came of it. open: still to
    come, or not long enough ago to tell.

    Only reports published on --as-of or before count. The rate of what was kept leaves out what is open.
    """
    from comity.project import Project

    with Project.open(db, existing=True) as project:
        found = project.promises(as_of=today(as_of), **asked)
    if form == "table":
        _print_table(found)
    elif form == "csv":
        from comity.query.promises import COLUMNS, flat_promise

        write_csv(COLUMNS, (list(flat_promise(one).values()) for one in found))
    else:
        from comity.export.promise_shapes import promise_shape

        write_values(map(promise_shape, found), form)


def _print_table(found: Promises) -> None:
    from comity.cli.tables import printable

    rows = (
        (
            one.made_on,
            f"{one.by}: {one.person}" if one.person and one.by else one.person or one.by,
            printable(one.what),
            one.due,
            one.outcome,
            printable(one.because),
            one.event[:8] if one.event else None,
        )
        for one in found
    )
    if found:
        write_table(LISTED, rows)
    click.echo(found.summary if found else "no such promises")
