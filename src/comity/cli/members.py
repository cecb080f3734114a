"""`comity members`: who belonged to what, on a day, and who says so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

import click

from comity.cli.options import DAY
from comity.cli.output import answer_format, as_of, today, write_csv, write_table, write_value, write_values

if TYPE_CHECKING:
    from comity.query import Answer, Change

COLUMNS = ("state", "name", "answer", "org", "status", "start", "end", "basis", "source")
CHANGE_COLUMNS = ("date", "state", "name", "change", "from", "to", "certain", "source")


@click.command(short_help="Tell who belongs to what on a day.")
@click.argument("expression")
@click.option("--on", type=DAY, metavar="DATE", help="The day; without it, today.")
@as_of
@click.option("--status", default="member", show_default=True, help="The status of organizations that name none.")
@click.option("--why", is_flag=True, help="Show the statements and their sources in the table.")
@click.option("--changes-since", type=DAY, metavar="DATE", help="Instead, who joined, left or changed since this day.")
@answer_format
def members(
    expression: str,
    on: date | None,
    as_of: date | None,
    status: str,
    why: bool,
    changes_since: date | None,
    form: str,
) -> None:
    """Tell who is in EXPRESSION on a day.

    EXPRESSION combines organizations with & (in both), | (in either), - (in the first only) and ^ (in one only), and
    brackets: "SCO & CSTO & CIS". As in Python, - binds first, then &, then ^, then |. Names are those of any language;
    quotation marks are needed around a name that holds an operator.

    After a colon stands a status: SCO:observer, dialogue_partner, associate, partner, guest, applicant, invited,
    signatory; any (all with a place in it), active (neither suspended nor frozen), suspended, frozen, former.

    Possible are those on whom sources disagree, or whose day is known only to the month or year.
    """
    from comity.query import answer, changes

    day = on or today(as_of)
    if changes_since is not None:
        _write_changes(changes(expression, since=changes_since, until=day + timedelta(days=1), status=status), form)
    else:
        _write(answer(expression, on=day, status=status), form, why=why)


def _write(found: Answer, form: str, *, why: bool) -> None:
    if form in ("json", "jsonl"):
        write_value(found, form)
    elif form == "csv":
        write_csv(COLUMNS, _statements(found))
    elif why:
        write_table(COLUMNS, _statements(found), title=_title(found))
    else:
        write_table(("state", "name", ""), _names(found), title=_title(found))


def _title(found: Answer) -> str:
    counts = [f"{len(found.members)} states"]
    counts += [f"{len(found.possible)} more possible"] if found.possible else []
    counts += [f"{len(found.organizations)} organizations"] if found.organizations else []
    return f"{found.expression} on {found.on}: {', '.join(counts)}"


def _names(found: Answer) -> Iterator[tuple[str, str, str]]:
    yield from ((one.state, one.name, "") for one in found.members)
    yield from ((one.state, one.name, "possible") for one in found.possible)
    for org in found.organizations:
        yield org.org, org.name, "organization" if org.certain else "organization, possible"


def _statements(found: Answer) -> Iterator[tuple[object, ...]]:
    """One row a statement."""
    told = [(one.state, one.name, "certain", one.because) for one in found.members]
    told += [(one.state, one.name, "possible", one.because) for one in found.possible]
    told += [(one.org, one.name, "certain" if one.certain else "possible", one.because) for one in found.organizations]
    for code, name, truth, because in told:
        for why in because:
            yield code, name, truth, why.org, why.status, why.start, why.end, why.basis, why.source


def _write_changes(found: tuple[Change, ...], form: str) -> None:
    if form in ("json", "jsonl"):
        write_values(found, form)
    elif form == "csv":
        write_csv(CHANGE_COLUMNS, map(_change, found))
    else:
        write_table(CHANGE_COLUMNS, map(_change, found))


def _change(one: Change) -> tuple[object, ...]:
    sources = "; ".join(dict.fromkeys(why.source for why in one.because))
    return one.date, one.state, one.name, one.change, one.before, one.after, "yes" if one.certain else "no", sources
