"""Readings for a person's eyes, and the parts that other tables are made of."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from comity.model.document import Document
from comity.model.event import Event
from comity.model.record import (
    AnyRecord,
    ChairRecord,
    EventRecord,
    MembershipRecord,
    OutcomeRecord,
    Place,
    Reading,
    StatementRecord,
    TallyRecord,
)

# So many states are named in a row; a list of more is no name.
_MOST_STATES = 4


def print_out(*content: RenderableType, style: str | None = None) -> None:
    # A file has no width of its own; it may be wider than a terminal.
    Console(highlight=False, width=None if sys.stdout.isatty() else 160).print(*content, style=style)


def print_reading(document: Document, reading: Reading) -> None:
    """One report: its head, a row a record, and what was not understood."""
    print_out(head_of(document))
    if reading.records:
        print_out(records_table(reading.records))
    else:
        print_out("  nothing read", style="dim")
    for unread in reading.unread:
        print_out(
            Text.assemble(("  unread ", "yellow"), f"“{plain(unread.quote)}” ", (f"({plain(unread.reason)})", "dim"))
        )
    print_out("")


def head_of(document: Document) -> Text:
    carried = " / ".join(name for name in (document.outlet, document.origin) if name)
    day = document.published.isoformat() if document.published else "day unknown"
    facts = " · ".join(part for part in (carried, day, document.language, document.source) if part)
    return Text.assemble((plain(document.title or "(no title)"), "bold"), "\n", (plain(facts), "dim"))


def printable(text: str) -> str:
    """Without line ends and control characters: a report must not steer the reader's terminal."""
    return "".join(letter if letter.isprintable() else " " for letter in text)


def plain(text: str) -> str:
    return printable(" ".join(text.split()))


def add_row(table: Table, *cells: str) -> None:
    table.add_row(*(Text("\n".join(map(plain, cell.split("\n")))) for cell in cells))


def records_table(records: Iterable[AnyRecord]) -> Table:
    table = table_of("kind", "what is said", "when", "where", "in these words")
    before: tuple[str, ...] = ()
    for record in records:
        quotes = tuple(plain(one.quote) for one in record.evidence)
        # Nine members are nine records of one sentence, which is read once.
        words = "〃" if quotes == before else "\n".join(f"“{quote}”" for quote in quotes)
        add_row(table, record.kind, *_said(record), words)
        before = quotes
    return table


def table_of(*columns: str) -> Table:
    table = Table(box=None, header_style="dim", padding=(0, 2, 0, 0))
    for column in columns:
        table.add_column(column, overflow="fold", ratio=1 if column == "in these words" else None)
    return table


def _said(record: AnyRecord) -> tuple[str, str, str]:
    """What, when and where, in a few words."""
    if isinstance(record, EventRecord):
        return (
            f"{record.status} {what_of(record)} {orgs_of(record)}",
            record.date or "unknown",
            where_of(record.place, record.mode),
        )
    if isinstance(record, MembershipRecord):
        return f"{record.state} {record.change or record.status} {record.org} ({record.verdict})", record.date or "", ""
    if isinstance(record, ChairRecord):
        time = "/".join(part or ".." for part in (record.start, record.end)) if record.start or record.end else ""
        return f"{record.state} chairs {record.org}", time, ""
    if isinstance(record, StatementRecord):
        return f"{record.speaker} {record.stance}", "", ""
    if isinstance(record, TallyRecord):
        bound = "" if record.bound == "exactly" else f"{record.bound} "
        return f"{bound}{record.value:g} {record.what}", record.period or "", ""
    return _outcome(record), "", ""


def _outcome(record: OutcomeRecord) -> str:
    return f"{record.type} of {', '.join(record.orgs)}" if record.orgs else record.type


def what_of(told: EventRecord | Event) -> str:
    level = told.level.replace("_", " ")
    if told.level == "bilateral":
        return told.series or f"bilateral {told.kind}"
    return told.series or (told.kind if told.level in ("other", told.kind) else f"{told.kind} of {level}")


def orgs_of(told: EventRecord | Event) -> str:
    """The organizations; where it is of none, the states that meet."""
    guests = f" with {', '.join(told.guests)}" if told.guests else ""
    states = told.participants if len(told.participants) <= _MOST_STATES else ()
    return ", ".join(told.orgs or states) + guests


def where_of(place: Place, mode: str) -> str:
    named = ", ".join(part for part in (place.city, place.country) if part)
    return named or ("online" if mode == "online" else "")
