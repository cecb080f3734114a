"""`comity review`: what is doubtful, and the judgements of persons on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import click

from comity.cli.options import DAY, database
from comity.cli.output import answer_format, write_csv, write_values

if TYPE_CHECKING:
    from comity.model.judgement import Judgement
    from comity.query.doubts import Doubt

F = TypeVar("F", bound=Callable[..., Any])

DOUBTS = ("merge", "field", "membership")
COLUMNS = ("id", "doubt", "event", "field", "sure", "because", "told", "records")
JUDGEMENT_COLUMNS = ("id", "at", "by", "kind", "field", "value", "why", "records")


@click.group(short_help="List what is doubtful, and judge it.", invoke_without_command=True)
@click.option("--doubt", "kinds", type=click.Choice(DOUBTS), multiple=True, help="Only this kind; may be repeated.")
@click.option(
    "--org", "orgs", multiple=True, metavar="NAME", help="Of events of this organization; if given again, of both."
)
@click.option("--state", metavar="NAME", help="Of events that this state takes part in.")
@click.option("--since", type=DAY, metavar="DATE", help="Of events from this day on.")
@click.option("--until", type=DAY, metavar="DATE", help="Of events before this day.")
@click.option(
    "--limit", type=click.IntRange(min=1), default=50, show_default=True, help="Of each kind at most so many."
)
@answer_format
@database
@click.pass_context
def review(
    ctx: click.Context,
    kinds: tuple[str, ...],
    orgs: tuple[str, ...],
    state: str | None,
    since: date | None,
    until: date | None,
    limit: int,
    form: str,
    db: str,
) -> None:
    """List what a person should look at, or judge it: merge, split, correct, reject, keep; log tells what was judged.

    Doubtful are merges of reports into one event of which Comity is not sure, fields of which reports tell different
    things, and memberships that the catalogue has otherwise. What a person decides is kept beside what was read and
    survives every new folding.
    """
    if ctx.invoked_subcommand:
        return
    from comity.project import Project

    with Project.open(db, existing=True) as project:
        found = project.review(kinds=kinds, limit=limit, orgs=orgs, state=state, since=since, until=until)
    if form == "table":
        from comity.cli.review_tables import print_doubts

        print_doubts(found)
    elif form == "csv":
        write_csv(COLUMNS, map(_row, found))
    else:
        write_values(found, form)


def _row(doubt: Doubt) -> list[object]:
    plain = [getattr(doubt, name) for name in COLUMNS[:6]]
    records = [record for side in doubt.sides for record in side.records]
    return [*plain, " | ".join(side.says for side in doubt.sides), " ".join(records)]


def _signed(command: F) -> F:
    """Who judges, and why; and where."""
    for option in (
        database,
        answer_format,
        click.option("--why", required=True, metavar="TEXT", help="The reason, kept with the judgement."),
        click.option("--by", required=True, metavar="NAME", envvar="COMITY_BY", help="Who judges."),
    ):
        command = option(command)
    return command


@review.command(short_help="Say that events or records are one event.")
@click.argument("ids", nargs=-1, required=True)
@_signed
def merge(ids: tuple[str, ...], by: str, why: str, form: str, db: str) -> None:
    """Say that the events or records IDS are one event."""
    _judge("merge", ids, by, why, form, db)


@review.command(short_help="Say that records are another event.")
@click.argument("event")
@click.argument("records", nargs=-1, required=True)
@_signed
def split(event: str, records: tuple[str, ...], by: str, why: str, form: str, db: str) -> None:
    """Say that RECORDS, now of EVENT, are one event, which is another than the rest."""
    _judge("split", (event, *records), by, why, form, db)


@review.command(short_help="Correct a field of an event.")
@click.argument("event")
@click.argument("correction", metavar="FIELD=VALUE")
@_signed
def correct(event: str, correction: str, by: str, why: str, form: str, db: str) -> None:
    """Correct a field of EVENT: date=2020-09-04, "place=Moscow, Russia", orgs=SCO,CIS, edition=20, status=held.

    Nothing after the sign says that it is unknown. Codes may be told by names; JSON is taken as it is.
    """
    _judge("correct", (event,), by, why, form, db, correction)


@review.command(short_help="Say that records tell of no event.")
@click.argument("ids", nargs=-1, required=True)
@_signed
def reject(ids: tuple[str, ...], by: str, why: str, form: str, db: str) -> None:
    """Say that the records IDS, or those of the events IDS, were misread: they tell of no event."""
    _judge("reject", ids, by, why, form, db)


@review.command(short_help="Say that what is doubtful is right.")
@click.argument("id")
@_signed
def keep(id: str, by: str, why: str, form: str, db: str) -> None:
    """Say that the doubt ID is none: it is right as it stands, and is listed no more."""
    _judge("keep", (id,), by, why, form, db)


@review.command(short_help="Tell what was judged, by whom, when and why.")
@click.argument("event", required=False)
@answer_format
@database
def log(event: str | None, form: str, db: str) -> None:
    """Tell all judgements in the order in which they were made, or those that had a say in EVENT."""
    from comity.project import Project

    with Project.open(db, existing=True) as project:
        found = project.show(event).judgements if event else tuple(project.judgements())
    if form == "table":
        from comity.cli.review_tables import print_judgements

        print_judgements(found)
    elif form == "csv":
        write_csv(JUDGEMENT_COLUMNS, map(_judgement_row, found))
    else:
        from comity.export.shapes import judgement_shape

        write_values(map(judgement_shape, found), form)


def _judgement_row(judgement: Judgement) -> list[object]:
    plain = [getattr(judgement, name) for name in JUDGEMENT_COLUMNS[:-1]]
    return [one.isoformat() if name == "at" else one for name, one in zip(JUDGEMENT_COLUMNS, plain, strict=False)] + [
        " ".join(judgement.records)
    ]


def _judge(kind: str, ids: Sequence[str], by: str, why: str, form: str, db: str, correction: str = "") -> None:
    from comity.project import Project

    with Project.open(db, existing=True) as project:
        judgement = project.judge(kind, *ids, by=by, why=why, correction=correction)
        events = project.events_judged(judgement)
    if form == "table":
        from comity.cli.event_tables import print_events
        from comity.cli.review_tables import print_judgements

        print_judgements([judgement])
        if events:
            print_events(events)
    elif form == "csv":
        write_csv(JUDGEMENT_COLUMNS, [_judgement_row(judgement)])
    else:
        from comity.export.shapes import judgement_shape

        write_values([judgement_shape(judgement) | {"events": [event.id for event in events]}], form)
