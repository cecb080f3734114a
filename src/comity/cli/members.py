"""`comity members`: who belonged to what, on a day, and who says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

import click

from comity.cli.options import DAY
from comity.cli.output import answer_format, as_of, today, write_csv, write_table, write_value, write_values

if TYPE_CHECKING:
    from comity.query import Answer, Change, Reason

COLUMNS = (
    *("state", "name", "answer", "org", "status", "start", "end", "basis", "source"),
    *("says", "version", "note", "seen"),
)
WHY_COLUMNS = ("state", "name", "answer", "statement", "source")
CHANGE_COLUMNS = ("date", "state", "name", "change", "from", "to", "certain", "source")


@click.command(short_help="Tell who belongs to what on a day.")
@click.argument("expression")
@click.option("--on", type=DAY, metavar="DATE", help="The day; without it, today.")
@as_of
@click.option("--status", default="member", show_default=True, help="The status of organizations that name none.")
@click.option("--why", is_flag=True, help="Show in the table every statement with its source, those that deny, too.")
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

    any leaves out applicants, the invited and signatories, who have no place in it yet.

    Possible are those on whom sources disagree, or whose day is known only to the month or year. With --why, what a
    version tells that denies it is marked "says no".
    """
    from comity.query import answer, changes

    day = on or today(as_of)
    if changes_since is not None:
        _write_changes(changes(expression, since=changes_since, until=day + timedelta(days=1), status=status), form)
    else:
        _write(answer(expression, on=day, status=status), form, why=why, status=status)


def _write(found: Answer, form: str, *, why: bool, status: str) -> None:
    if form in ("json", "jsonl"):
        write_value(found, form)
    elif form == "csv":
        write_csv(COLUMNS, _statements(found))
    elif why:
        write_table(WHY_COLUMNS, _told(_statements(found)), title=_title(found, status))
    else:
        write_table(("state", "name", ""), _names(found), title=_title(found, status))


def _title(found: Answer, status: str) -> str:
    asked = found.expression if status == "member" else f"{found.expression} ({status})"
    counts = [f"{len(found.members)} states"]
    counts += [f"{len(found.possible)} more possible"] if found.possible else []
    counts += [f"{len(found.organizations)} organizations"] if found.organizations else []
    return f"{asked} on {found.on}: {', '.join(counts)}"


def _names(found: Answer) -> Iterator[tuple[str, str, str]]:
    yield from ((one.state, one.name, "") for one in found.members)
    yield from ((one.state, one.name, "possible") for one in found.possible)
    for org in found.organizations:
        yield org.org, org.name, "organization" if org.certain else "organization, possible"


def _statements(found: Answer) -> Iterator[tuple[object, ...]]:
    """One row a statement, by COLUMNS."""
    for one in found.members:
        yield from _rows(one.state, one.name, "certain", one.because)
    for doubted in found.possible:
        yield from _rows(doubted.state, doubted.name, "possible", doubted.because, doubted.against)
    for org in found.organizations:
        yield from _rows(org.org, org.name, "certain" if org.certain else "possible", org.because, org.against)


def _rows(
    code: str, name: str, truth: str, because: tuple[Reason, ...], against: tuple[Reason, ...] = ()
) -> Iterator[tuple[object, ...]]:
    for says, statements in (("yes", because), ("no", against)):
        for why in statements:
            told = (why.org, why.status, why.start, why.end, why.basis, why.source)
            yield code, name, truth, *told, says, why.version, why.note, why.seen


def _told(rows: Iterable[tuple[object, ...]]) -> Iterator[tuple[object, ...]]:
    """Rows by WHY_COLUMNS. A source that was cited unseen says so, and a note stands below it."""
    before = None
    for row in rows:
        one = dict(zip(COLUMNS, row, strict=True))
        answer = one["answer"] if one["says"] == "yes" else "says no"
        time = f"{one['start'] or ''} – {one['end'] or ''}".strip()
        version = f"; version {one['version']}" if one["version"] else ""
        source = f"{one['source']}{'' if one['seen'] else ' (not consulted)'}"
        source += f"\n{one['note']}" if one["note"] else ""
        statement = f"{one['org']} {one['status']}, {time}\n{one['basis']}{version}"
        # Six founders are six statements of one source, which is read once.
        yield one["state"], one["name"], answer, statement, "〃" if source == before else source
        before = source


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
