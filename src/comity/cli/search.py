"""`comity search`: reports by their words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from comity.cli.options import DAY, database
from comity.cli.output import answer_format, write_csv, write_values

if TYPE_CHECKING:
    from comity.store import Found

COLUMNS = ("document", "title", "published", "outlet", "language", "snippet", "rank")


@click.command(short_help="Find reports by their words.")
@click.argument("text", nargs=-1, required=True)
@click.option("--lang", metavar="LANG", help="Only reports in this language: en, ru, zh.")
@click.option("--since", type=DAY, metavar="DATE", help="Published from this day on.")
@click.option("--until", type=DAY, metavar="DATE", help="Published before this day.")
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="At most so many reports.")
@answer_format
@database
def search(
    text: tuple[str, ...], lang: str | None, since: date | None, until: date | None, limit: int, form: str, db: str
) -> None:
    """Find the reports with all words of TEXT, in their title or text, the best first.

    Longer words are found with other endings, too; what stands in quotation marks is found as it stands:
    comity search '"enlarged meeting" ministers'.
    """
    from comity.project import Project

    with Project.open(db, existing=True) as project:
        found = project.search(" ".join(text), language=lang, since=since, until=until, limit=limit)
    if form == "table":
        from comity.cli.search_table import print_found

        print_found(found)
    elif form == "csv":
        write_csv(COLUMNS, ([row[column] for column in COLUMNS] for row in map(_flat, found)))
    else:
        from comity.export.shapes import found_shape

        write_values(map(found_shape, found), form)


def _flat(found: Found) -> dict[str, object]:
    plain = {name: getattr(found, name) for name in COLUMNS if name != "snippet"}
    return plain | {"snippet": " ".join(found.snippet.text.split())}
