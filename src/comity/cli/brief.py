"""`comity brief`: what one must know of a series before its next session, as text or as a page."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click
from click.core import ParameterSource

from comity.cli.options import database
from comity.cli.output import as_of

FORMS = ("md", "html", "json")


@click.command(short_help="Brief on a series: last sessions, promises, changes, what is next.")
@click.argument("name", metavar="SERIES")
@click.option(
    "--sessions", type=click.IntRange(1, 20), default=3, show_default=True, help="So many of the last sessions."
)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="A file; else it is printed.")
@as_of
@click.option(
    "--format", "form", type=click.Choice(FORMS), default="md", show_default=True, help="Markdown, HTML or JSON."
)
@database
@click.pass_context
def brief(
    context: click.Context, name: str, sessions: int, output: Path | None, as_of: date | None, form: str, db: str
) -> None:
    """Brief on SERIES: how it stands and when it meets next, its last sessions and who came, what was promised and what
    of it is open, who joined or left since; all with sources and quotes.

    SERIES is named as for `comity series`.
    """
    from comity.cli.plan import write_file
    from comity.convening.writing import brief_text
    from comity.project import convene

    named = context.get_parameter_source("db") is not ParameterSource.DEFAULT
    with convene(db, about=name, as_of=as_of, existing=named) as planner:
        text = brief_text(planner.brief(name, sessions=sessions), form)
    if output:
        write_file(text, output)
    else:
        sys.stdout.write(text)
