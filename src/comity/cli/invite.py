"""`comity invite`: who is to be invited, in which capacities, and who of a list is missing or a stranger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

import click

from comity.cli.options import DAY, database
from comity.cli.output import answer_format, as_of, today, write_csv, write_table, write_value

if TYPE_CHECKING:
    from comity.model.invitation import Capacity
    from comity.planning.attendance import Comparison, Listed
    from comity.planning.invitations import Invitation, Invited

COLUMNS = (
    *("place", "state", "name", "answer", "org", "status", "participation", "start", "end", "basis"),
    *("source", "version", "certain", "capital", "timezone"),
)
SHOWN = ("", "state", "name", "invited as", "seat", "time zone")
WHY = ("state", "name", "org", "status", "since", "until", "basis", "source")


@click.command(short_help="Tell who is to be invited, and as what.")
@click.argument("expression")
@click.option("--on", type=DAY, metavar="DATE", help="The day; without it, today.")
@as_of
@click.option("--status", default="member", show_default=True, help="The status of organizations that name none.")
@click.option(
    "--order",
    default="en",
    show_default=True,
    metavar="ORDER",
    help="en, un, ru, zh, zh-strokes, local, or a file of your own that ends in .yaml.",
)
@click.option("--host", metavar="STATE", help="The state that is the host.")
@click.option(
    "--host-place", type=click.Choice(["first", "last"]), default="first", show_default=True, help="Where it stands."
)
@click.option("--start", metavar="STATE", help="The state with which the order begins; it goes on round from there.")
@click.option("--language", metavar="LANG", help="Of the names: en, ru, zh; without it, that of the order.")
@click.option("--compare", metavar="FILE|NAMES", help="Who came or was named: a file with a name a line, or names.")
@click.option("--event", metavar="ID", help="Compare with those whom the reports of an event name.")
@click.option("--why", is_flag=True, help="Show in the table each capacity with its source.")
@answer_format
@database
def invite(
    expression: str,
    on: date | None,
    as_of: date | None,
    compare: str | None,
    event: str | None,
    why: bool,
    form: str,
    db: str,
    **asked: str | None,
) -> None:
    """Tell whom EXPRESSION invites on a day: each state once, with every capacity it is invited in.

    EXPRESSION is one of `comity members`: "SCO | CSTO | CIS". Doubtful are states on whom the sources disagree.

    The order is alphabetical in English (en; un by the names used at the United Nations), in Russian (ru), in Chinese
    by sound (zh) or by strokes (zh-strokes), or of each state's own name for itself (local).

    With a list, it tells who is invited and not on it, and who is on it and not invited.
    """
    from comity.convening.asked import question_of
    from comity.convening.invitations import InviteQuestion
    from comity.convening.invitations import invite as find

    listed = _listed(compare, event, db)
    question = question_of(InviteQuestion, asked)
    found = find(expression, on=on or today(as_of), question=question, listed=listed)
    if form in ("json", "jsonl"):
        write_value(found, form)
    elif form == "csv":
        write_csv(COLUMNS, _rows(found))
    else:
        _print(found, why)


def _listed(compare: str | None, event: str | None, db: str) -> Listed | None:
    from comity.convening.invitations import listed_of, read_listed

    if compare is not None and event is not None:
        raise click.UsageError("give --compare or --event, not both")
    if compare is not None:
        return read_listed(compare)
    if event is None:
        return None
    from comity.project import Project

    with Project.open(db, existing=True) as project:
        return listed_of(project.store, event)


def _all(found: Invitation) -> Iterator[tuple[str, Invited]]:
    yield from (("invited", one) for one in found.invited)
    yield from (("organization", one) for one in found.organizations)
    yield from (("doubtful", one) for one in found.doubtful)


def _rows(found: Invitation) -> Iterator[tuple[object, ...]]:
    """One a capacity, by COLUMNS."""
    for place, (answer, one) in enumerate(_all(found), 1):
        for own in one.capacities:
            said = (own.org, own.status, own.participation, own.start, own.end, own.basis, own.source, own.version)
            certain = "yes" if own.certain else "no"
            yield place, one.state, one.name, answer, *said, certain, one.capital, one.timezone


def _print(found: Invitation, why: bool) -> None:
    counts = [f"{len(found.invited)} states"]
    counts += [f"{len(found.organizations)} organizations"] if found.organizations else []
    counts += [f"{len(found.doubtful)} doubtful"] if found.doubtful else []
    title = f"{found.expression} on {found.on}: {', '.join(counts)}; {found.order}"
    if why:
        write_table(WHY, _reasons(found), title=title)
    else:
        write_table(SHOWN, _shown(found), title=title)
    if found.compared:
        _print_compared(found.compared)


def _shown(found: Invitation) -> Iterator[tuple[object, ...]]:
    for number, one in enumerate(found.invited, 1):
        yield number, one.state, one.name, capacities(one.capacities), one.capital, one.timezone
    for one in found.organizations:
        yield "", one.state, one.name, capacities(one.capacities), one.capital, one.timezone
    for doubted in found.doubtful:
        yield "?", doubted.state, doubted.name, "\n".join(doubted.why), doubted.capital, doubted.timezone


def capacities(told: Iterable[Capacity]) -> str:
    """ "member of SCO and CIS, observer of ECO; frozen in CIS"."""
    by_status: dict[str, list[str]] = {}
    for one in told:
        by_status.setdefault(one.status.replace("_", " "), []).append(one.org if one.certain else f"{one.org} (?)")
    said = ", ".join(f"{status} of {_and(orgs)}" for status, orgs in by_status.items())
    barred = ", ".join(f"{one.participation} in {one.org}" for one in told if one.participation)
    return f"{said}; {barred}" if barred else said


def _and(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _reasons(found: Invitation) -> Iterator[tuple[object, ...]]:
    for answer, one in _all(found):
        for own in one.capacities:
            for said in (own, *own.others, *own.against):
                name = f"{one.name} (doubtful)" if answer == "doubtful" else one.name
                version = f"{said.basis}, version {said.version}" if said.version else said.basis
                yield one.state, name, said.org, said.status, said.start, said.end, version, said.source


def _print_compared(compared: Comparison) -> None:
    remarks = (*compared.missing, *compared.strangers, *compared.undecided)
    unknown = [(name, "is a name that no one state is known by") for name in compared.unknown]
    rows = [(one.state, one.says) for one in remarks] + unknown
    click.echo()
    told = f"beside {compared.origin}, {len(compared.named)} named"
    write_table(("state", "what differs"), rows or [("", "the list is the invitation")], title=told)
