"""Readings and events for a person's eyes."""

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
from comity.project import Shown


def _print(*content: RenderableType, style: str | None = None) -> None:
    # A file has no width of its own; it may be wider than a terminal.
    Console(highlight=False, width=None if sys.stdout.isatty() else 160).print(*content, style=style)


def print_reading(document: Document, reading: Reading) -> None:
    """One report: its head, a row a record, and what was not understood."""
    _print(_head(document))
    if reading.records:
        _print(_records(reading.records))
    else:
        _print("  nothing read", style="dim")
    for unread in reading.unread:
        _print(
            Text.assemble(("  unread ", "yellow"), f"“{_plain(unread.quote)}” ", (f"({_plain(unread.reason)})", "dim"))
        )
    _print("")


def print_events(events: Iterable[Event]) -> None:
    table = _table("id", "status", "what", "organizations", "when", "where", "reports")
    for event in events:
        told = len({mention.document for mention in event.reports})
        _add(
            table,
            event.id[:8],
            event.status,
            _what(event),
            _orgs(event),
            event.date or "unknown",
            _where(event.place, event.mode),
            str(told),
        )
    _print(table if table.row_count else "no such events")


def print_shown(shown: Shown) -> None:
    """An event, record or report with the words and where they stand."""
    if shown.reading:
        print_reading(shown.reports[0], shown.reading)
        return
    if shown.event:
        event = shown.event
        head = (
            event.status,
            _what(event),
            _orgs(event),
            event.date or "at an unknown time",
            _where(event.place, event.mode),
        )
        _print(Text(_plain(" · ".join(part for part in head if part)), style="bold"))
        _print(Text(_plain(f"event {event.id}, from {', '.join(event.origins)}"), style="dim"))
    for told in shown.records:
        _print(_head(shown.report_of(told)))
        _print(_records([told.record]))


def _head(document: Document) -> Text:
    carried = " / ".join(name for name in (document.outlet, document.origin) if name)
    day = document.published.isoformat() if document.published else "day unknown"
    facts = " · ".join(part for part in (carried, day, document.language, document.source) if part)
    return Text.assemble((_plain(document.title or "(no title)"), "bold"), "\n", (_plain(facts), "dim"))


def printable(text: str) -> str:
    """Without line ends and control characters: a report must not steer the reader's terminal."""
    return "".join(letter if letter.isprintable() else " " for letter in text)


def _plain(text: str) -> str:
    return printable(" ".join(text.split()))


def _add(table: Table, *cells: str) -> None:
    table.add_row(*(Text("\n".join(map(_plain, cell.split("\n")))) for cell in cells))


def _records(records: Iterable[AnyRecord]) -> Table:
    table = _table("kind", "what is said", "when", "where", "in these words")
    before: tuple[str, ...] = ()
    for record in records:
        quotes = tuple(_plain(one.quote) for one in record.evidence)
        # Nine members are nine records of one sentence, which is read once.
        words = "〃" if quotes == before else "\n".join(f"“{quote}”" for quote in quotes)
        _add(table, record.kind, *_said(record), words)
        before = quotes
    return table


def _table(*columns: str) -> Table:
    table = Table(box=None, header_style="dim", padding=(0, 2, 0, 0))
    for column in columns:
        table.add_column(column, overflow="fold", ratio=1 if column == "in these words" else None)
    return table


def _said(record: AnyRecord) -> tuple[str, str, str]:
    """What, when and where, in a few words."""
    if isinstance(record, EventRecord):
        return (
            f"{record.status} {_what(record)} {_orgs(record)}",
            record.date or "unknown",
            _where(record.place, record.mode),
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


def _what(told: EventRecord | Event) -> str:
    level = told.level.replace("_", " ")
    return told.series or (told.kind if told.level in ("other", told.kind) else f"{told.kind} of {level}")


def _orgs(told: EventRecord | Event) -> str:
    guests = f" with {', '.join(told.guests)}" if told.guests else ""
    return ", ".join(told.orgs) + guests


def _where(place: Place, mode: str) -> str:
    named = ", ".join(part for part in (place.city, place.country) if part)
    return named or ("online" if mode == "online" else "")
