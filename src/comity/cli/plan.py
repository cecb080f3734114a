"""`comity plan`: the next sessions with chair and host, of a series known or of one's own; an organization's year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from comity.cli.options import database
from comity.cli.output import answer_format, as_of, write_csv, write_table, write_value
from comity.errors import UsageError

if TYPE_CHECKING:
    from comity.convening.chairs import ChairTurns
    from comity.export.calendars import Calendar
    from comity.export.sheets import Sheet
    from comity.export.year_plan import YearPlan
    from comity.model.plan import Coming, OwnPlan, Plan, PlannedSession

NEXT = ("when", "chair", "host", "how sure", "because")
OWN = ("no.", "when", "host", "invited", "why not nearer to the day wished")
TURNS = ("chair", "from", "to", "basis", "because", "sources")
YEAR = ("from", "to", "session", "place", "standing", "source")
_TOLD_DAYS = 6
_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command(short_help="Plan the next sessions of a series, with chair and host.")
@click.argument("name", metavar="SERIES|FILE|ORGANIZATION")
@click.option(
    "--next", "count", type=click.IntRange(1, 24), default=3, show_default=True, help="So many next sessions."
)
@click.option(
    "--year",
    type=int,
    help="The plan of an organization's year; with --html on one sheet (FILE.svg: the picture alone).",
)
@click.option("--ics", type=_FILE, metavar="FILE", help="Write the plan as a calendar, too.")
@click.option("--html", type=_FILE, metavar="FILE", help="Write the plan as a page, too.")
@as_of
@answer_format
@database
@click.pass_context
def plan(
    context: click.Context,
    name: str,
    count: int,
    year: int | None,
    ics: Path | None,
    html: Path | None,
    as_of: date | None,
    form: str,
    db: str,
) -> None:
    """Plan the next sessions of SERIES: windows of days, and who will preside and host by the organization's own rule.

    SERIES is named as for `comity series`. What was promised of it in the reports of the database and is open is told, too.

    FILE (.yaml, .toml) defines a series of one's own: who is invited, how often, when not. Its sessions are put on days
    free of rest, holidays and other sessions, and every clash avoided is explained.

    For ORGANIZATION alone, who presides and who is next; with --year, its year with all its series.
    """
    from comity.planning.own_series import is_series_file
    from comity.project import convene

    own = is_series_file(name)
    if year is not None and (ics or own):
        raise UsageError("--year plans an organization's year: name an organization, and write it with --html")
    existing = context.get_parameter_source("db") is not ParameterSource.DEFAULT
    with convene(db, about=None if own else name, as_of=as_of, existing=existing) as planner:
        if year is not None:
            _write_year(planner.plan_year(name, year), html, form)
        elif own:
            _write_own(planner.plan_own(name, next=count), ics, html, form)
        elif planner.is_organization(name):
            if ics or html:
                raise UsageError("--ics and --html are of a series; name one, or add --year to an organization")
            _write_turns(planner.turns(name, next=count), form)
        else:
            _write_series(planner.plan(name, next=count), ics, html, form)


def _write_series(found: Plan, ics: Path | None, html: Path | None, form: str) -> None:
    from comity.export.plan_shapes import PLAN_COLUMNS, plan_rows, plan_shape

    if ics:
        from comity.export.plan_calendars import plan_calendar

        _write_calendar(plan_calendar(found), ics)
    if html:
        from comity.export.plan_sheets import plan_sheet

        _write_page(plan_sheet(found), html)
    if form == "csv":
        write_csv(PLAN_COLUMNS, plan_rows(found))
    elif form == "table":
        _show(found)
    else:
        write_value(plan_shape(found), form)


def _write_own(found: OwnPlan, ics: Path | None, html: Path | None, form: str) -> None:
    from comity.export.plan_shapes import OWN_COLUMNS, own_plan_rows, own_plan_shape

    if ics:
        from comity.export.plan_calendars import own_calendar

        _write_calendar(own_calendar(found), ics)
    if html:
        from comity.export.plan_sheets import own_plan_sheet

        _write_page(own_plan_sheet(found), html)
    if form == "csv":
        write_csv(OWN_COLUMNS, own_plan_rows(found))
    elif form == "table":
        _show_own(found)
    else:
        write_value(own_plan_shape(found), form)


def _write_turns(found: ChairTurns, form: str) -> None:
    if form == "csv":
        write_csv(TURNS, found.rows())
    elif form == "table":
        rows = (row[:-1] for row in found.rows())
        write_table(TURNS[:-1], rows, title=f"the chair of {found.organization}, on {found.as_of}")
    else:
        turns = [dict(zip(TURNS, row, strict=True)) for row in found.rows()]
        write_value({"organization": found.organization, "as_of": found.as_of, "turns": turns}, form)


def _write_year(found: YearPlan, html: Path | None, form: str) -> None:
    from comity.export.year_plan import year_plan_file

    rows = [(one.start, one.last, one.title, one.place, one.standing, one.source) for one in found.bars]
    if html:
        write_file(year_plan_file(found, html.name), html)
    if form == "csv":
        write_csv(YEAR, rows)
    elif form == "table":
        write_table(YEAR, rows, title=f"{found.organization} in {found.year}, on {found.as_of}")
    else:
        write_value(found, form)


def _show(found: Plan) -> None:
    from comity.export.plan_sheets import promise_words

    standing = found.standing
    late = f", {standing.overdue_days} days late" if standing.overdue_days is not None else ""
    title = found.series.titles.get("en") or found.series.name
    rows = list(map(_row, found.next))
    click.echo(f"{title} · on {found.as_of} · {standing.standing}{late}")
    if rows:
        write_table(NEXT, rows)
    else:
        click.echo(f"no session can be foretold: {'; '.join(standing.because)}")
    for one in found.open_promises:
        click.echo(f"open: {''.join(map(str, promise_words(one, one.id in found.late).parts))}")


def _row(one: Coming) -> tuple[object, ...]:
    from comity.export.plan_sheets import window_words

    sure = "announced" if one.window.basis == "announced" else f"{one.window.probability:.0%}"
    host = ", ".join(part for part in (one.city, one.host) if part) or None
    return window_words(one.window), one.chair, host, sure, "; ".join(one.because)


def _show_own(found: OwnPlan) -> None:
    from comity.export.plan_sheets import session_days

    rows = (
        (one.number, session_days(one), one.host, len(one.invited), "\n".join(_clashes(one)) or None)
        for one in found.sessions
    )
    write_table(OWN, rows, title=f"{found.name} · {found.expression} · on {found.as_of}")
    if found.unknown_holidays:
        click.echo(f"the holidays of {', '.join(found.unknown_holidays)} are not known")


def _clashes(one: PlannedSession) -> Iterator[str]:
    from comity.export.plan_shapes import days_words

    passed = days_words(one.passed)
    yield from passed[:_TOLD_DAYS]
    if len(passed) > _TOLD_DAYS:
        yield f"and {len(passed) - _TOLD_DAYS} more days (all: --format json)"
    yield from (f"put up with: {told}" for told in days_words(one.remaining))
    yield from (f"about then: {told}" for told in one.expected)


def _write_calendar(calendar: Calendar, file: Path) -> None:
    from comity.export.calendars import to_ics

    write_file(to_ics(calendar), file)


def _write_page(sheet: Sheet, file: Path) -> None:
    from comity.export.sheets import to_html

    write_file(to_html(sheet), file)


def write_file(text: str, file: Path) -> None:
    """The text as it stands; line ends are not changed. Raises UsageError where the file cannot be written."""
    try:
        file.write_text(text, "utf-8", newline="")
    except OSError as error:
        raise UsageError(f"{file} cannot be written: {error.strerror}") from error
