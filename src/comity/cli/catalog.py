"""`comity catalog`: the facts themselves, and whether they keep their format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from comity.cli.options import DAY
from comity.cli.output import answer_format, as_of, today, write_csv, write_table, write_value, write_values

if TYPE_CHECKING:
    from comity.catalog.check import Problem
    from comity.query import OrganizationProfile, StateProfile

PROBLEM_COLUMNS = ("severity", "place", "why")
SEVERITIES = ("error", "stale", "unverified", "note")
LISTED_COLUMNS = ("code", "name", "kind")
STATEMENT_COLUMNS = ("state", "org", "status", "start", "end", "version", "source")
TIME_COLUMNS = ("state", "org", "status", "aspect", "start", "end", "basis", "version", "source", "seen")
TIME_SHOWN = ("org", "status", "start", "end", "version", "source")
PANEL_COLUMNS = ("org", "state", "cow", "year", "status", "answer")
LISTS = ("states", "organizations")


@click.group(short_help="Check and show the catalogue of organizations and states.")
def catalog() -> None:
    """Check and show the catalogue of organizations and states."""


@catalog.command(short_help="Check every rule of the catalogue's format.")
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--all", "everything", is_flag=True, help="List stale files, unverified sources and notes, too.")
@as_of
@answer_format
def check(folder: Path | None, everything: bool, as_of: date | None, form: str) -> None:
    """Check the catalogue, or one in FOLDER; exit code 1 where a rule is broken.

    A FOLDER without states.csv is read as one of your own organizations, laid over the shipped ones.

    Stale is a file none of whose sources was seen for two years; unverified a source never consulted;
    a note tells what is rare and not wrong, such as two chairs at once.
    """
    problems = _problems(folder, today(as_of))
    kept = [one for one in problems if everything or one.severity == "error"]
    rows = [(one.severity, one.place, one.why) for one in kept]
    _write(kept, rows, PROBLEM_COLUMNS, form)
    counts = Counter(one.severity for one in problems)
    click.echo(", ".join(f"{counts[severity]} {severity}" for severity in SEVERITIES), err=True)
    if counts["error"]:
        raise click.exceptions.Exit(1)


def _problems(folder: Path | None, day: date) -> tuple[Problem, ...]:
    from comity.catalog.check import check_catalog, check_extra
    from comity.catalog.load import ROOT
    from comity.catalog.loaded import shipped_catalog

    if folder is not None and not (folder / "states.csv").exists():
        return check_extra(folder, day, shipped_catalog())
    return check_catalog(folder or ROOT, day)


@catalog.command(short_help="Show an organization or state, or list them.")
@click.argument("code", required=False, default="organizations")
@click.option("--on", type=DAY, metavar="DATE", help="Only what holds on this day.")
@answer_format
def show(code: str, on: date | None, form: str) -> None:
    """Show what the catalogue knows of CODE, a code or name; "states" and "organizations" list them all."""
    from comity.catalog.loaded import load_catalog
    from comity.query import listed, profile

    if code in LISTS:
        found = listed(load_catalog(), code)
        _write(found, [(one.code, one.name, one.kind) for one in found], LISTED_COLUMNS, form)
    elif form in ("json", "jsonl"):
        write_value(profile(code, on=on), form)
    else:
        _write_profile(profile(code, on=on), form)


@catalog.command(short_help="List what one state belonged to over time.")
@click.argument("state")
@answer_format
def memberships(state: str, form: str) -> None:
    """List all statements about STATE, a code or name: every organization, status and version, in order of time."""
    from comity.query import memberships

    found = memberships(state)
    if form == "table":
        seen = ((one, f"{one.source}{'' if one.seen else ' (not consulted)'}") for one in found)
        rows = [(one.org, one.status, one.start, one.end, one.version, source) for one, source in seen]
        write_table(TIME_SHOWN, rows)
        return
    _write(found, [tuple(getattr(one, column) for column in TIME_COLUMNS) for one in found], TIME_COLUMNS, form)


@catalog.command(short_help="Write organizations, states and years as one table.")
@click.argument("orgs", nargs=-1, required=True, metavar="ORG...")
@click.option("--from", "first", type=int, required=True, metavar="YEAR", help="The first year.")
@click.option("--to", "last", type=int, required=True, metavar="YEAR", help="The last year, which is in it.")
@answer_format
def panel(orgs: tuple[str, ...], first: int, last: int, form: str) -> None:
    """Write one row for each ORG, state, year and status.

    A status counts in a year in which it holds on some day; the answer is possible where versions disagree on the year,
    or a boundary is too vague to tell. A state with two statuses in one year has two rows, and a suspended member has
    one as member and one as suspended: choose by status.
    """
    from comity.query import panel

    found = panel(orgs, first=first, last=last)
    _write(found, [tuple(getattr(one, column) for column in PANEL_COLUMNS) for one in found], PANEL_COLUMNS, form)


def _write(values: Sequence[object], rows: Sequence[Sequence[object]], columns: tuple[str, ...], form: str) -> None:
    if form == "csv":
        write_csv(columns, rows)
    elif form == "table":
        write_table(columns, rows)
    else:
        write_values(values, form)


def _write_profile(shown: OrganizationProfile | StateProfile, form: str) -> None:
    rows = [(one.state, one.org, one.status, one.start, one.end, one.version, one.source) for one in shown.memberships]
    if form == "csv":
        write_csv(STATEMENT_COLUMNS, rows)
        return
    write_table(("", ""), _facts(shown), title=f"{shown.code}  {shown.name} ({shown.kind})")
    write_table(STATEMENT_COLUMNS, rows)


def _facts(shown: OrganizationProfile | StateProfile) -> Iterator[tuple[str, str]]:
    """The parts of a profile in lines, without its statements."""
    for language, forms in shown.names.items():
        yield f"names ({language})", ", ".join(forms)
    yield from _of_kind(shown)


def _of_kind(shown: OrganizationProfile | StateProfile) -> Iterator[tuple[str, str]]:
    # By attribute, not by type: the types are loaded late.
    for seat in getattr(shown, "capitals", ()):
        yield "capital", f"{seat.city} ({seat.timezone}) {_time(seat.start, seat.end)}"
    for body in getattr(shown, "bodies", ()):
        yield "body", f"{body.code} ({body.level})"
    for chair in getattr(shown, "chairs", ()):
        who = " ".join(filter(None, (chair.state, chair.person)))
        yield "chair", f"{who} {_time(chair.start, chair.end)} {chair.source}"


def _time(start: str | None, end: str | None) -> str:
    return f"{start or ''}–{end or ''}" if start or end else ""
