"""`comity series`: the meetings of one format over time, how they stand, and when the next one is due."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from comity.cli.options import DAY, database
from comity.cli.output import answer_format, write_csv, write_table, write_value, write_values

if TYPE_CHECKING:
    from comity.export.series_shapes import Told
    from comity.model.series import Edition, Window
    from comity.planning import Course

LISTED = ("series", "standing", "held", "last", "interval", "next", "overdue")
EDITIONS = ("no.", "date", "where", "chair", "status", "source or event")


@click.command(short_help="Tell the sessions of a series, how it stands and what comes next.")
@click.argument("name", required=False)
@click.option("--org", metavar="NAME", help="List only the series of this organization (code or name).")
@click.option(
    "--next", "count", type=click.IntRange(1, 24), default=1, show_default=True, help="So many next sessions."
)
@click.option("--as-of", type=DAY, metavar="DATE", help="As known on this day, which counts as today.")
@answer_format
@database
@click.pass_context
def series(
    context: click.Context, name: str | None, org: str | None, count: int, as_of: date | None, form: str, db: str
) -> None:
    """Tell the editions of the series NAME, how it stands and why; without NAME, list all series.

    NAME is organizations and a level, SCO/heads-of-state or "SCO summit", or a name of its own, SCO/peace-mission.
    Sessions are those of the catalogue and, where there is a database, of the reports in it.

    A series is regular, irregular, overdue, lapsed or single. The next session is a window of days with its probability.
    """
    from comity.project import follow

    if name is not None and org is not None:
        raise click.UsageError("give NAME or --org, not both")
    # The usual database may be absent: the catalogue answers alone. One that was named must be there.
    named = context.get_parameter_source("db") is not ParameterSource.DEFAULT
    found = follow(db, about=name or org, as_of=as_of, existing=named)
    if name is None:
        _write_list(found.of(org) if org else found, count, form)
    else:
        _write_one(found.named(name), count, form)


def _write_list(courses: Sequence[Course], count: int, form: str) -> None:
    from comity.export.series_shapes import SERIES_COLUMNS, series_row, series_shape

    told = [_told(course, count) for course in courses]
    if form == "csv":
        write_csv(SERIES_COLUMNS, map(series_row, told))
    elif form == "table":
        write_table(LISTED, map(_row, told), title=f"{len(told)} series")
    else:
        write_values(map(series_shape, told), form)


def _told(course: Course, count: int) -> Told:
    from comity.export.series_shapes import Told

    return Told(
        series=course.series, standing=course.told, interval=course.interval, next=course.next(count), kin=course.kin
    )


def _row(told: Told) -> tuple[object, ...]:
    from comity.export.series_shapes import held_editions, last_day

    held, late = held_editions(told.series.editions), told.standing.overdue_days
    return (
        told.series.name,
        told.standing.standing,
        len(held),
        last_day(held),
        f"{told.interval.median_days} days" if told.interval else None,
        _window(told.next[0]) if told.next else None,
        None if late is None else f"{late} days",
    )


def _window(window: Window) -> str:
    days = f"{window.start} to {window.last}" if window.start != window.last else f"{window.start}"
    return f"{days} (announced)" if window.basis == "announced" else days


def _write_one(course: Course, count: int, form: str) -> None:
    from comity.export.series_shapes import series_shape
    from comity.planning import COLUMNS, edition_row

    if form == "csv":
        write_csv(COLUMNS, (edition_row(course.name, one) for one in course.editions))
    elif form == "table":
        _write_facts(_told(course, count), course.as_of)
    else:
        write_value(series_shape(_told(course, count)), form)


def _write_facts(told: Told, as_of: date) -> None:
    title = " · ".join(filter(None, (told.series.name, told.series.titles.get("en"), f"on {as_of}")))
    write_table(("", ""), _facts(told), title=title)
    write_table(EDITIONS, map(_edition, told.series.editions))
    for kin in told.kin:
        if kin.editions:
            write_table(EDITIONS, map(_edition, kin.editions), title=f"{kin.name}, of nearly the same circle")


def _facts(told: Told) -> Iterator[tuple[str, str]]:
    """What is told of a series beside its sessions, in lines."""
    standing = told.standing
    since = f" since {standing.since}" if standing.since else ""
    late = "" if standing.overdue_days is None else f", {standing.overdue_days} days late"
    yield "standing", f"{standing.standing}{since}{late}"
    for at, reason in enumerate(standing.because):
        yield "" if at else "because", reason
    if told.interval:
        one = told.interval
        spread = f"{one.shortest_days} to {one.longest_days}, {one.count} of them"
        yield "interval", f"{one.median_days} days in the middle, {spread}"
    for window in told.next:
        around = f", around {window.expected}, with {window.probability:.0%} probability"
        yield "next", _window(window) + ("" if window.basis == "announced" else around)


def _edition(edition: Edition) -> tuple[object, ...]:
    where = ", ".join(filter(None, (edition.place.city, edition.place.country)))
    mode = edition.mode if edition.mode in ("online", "hybrid") else ""
    told = " ".join(filter(None, (str(edition.source or ""), edition.event and f"event {edition.event[:8]}")))
    where_and_mode = " ".join(filter(None, (where, f"({mode})" if where and mode else mode)))
    return edition.number, edition.date, where_and_mode or None, edition.chair, edition.status, told or None
