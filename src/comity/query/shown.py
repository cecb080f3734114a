"""What an id stands for: an event, a record or a report, with what is needed to lead back to the words."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from comity.errors import UsageError
from comity.model.document import Document
from comity.model.event import Event
from comity.model.judgement import Judgement
from comity.model.record import Place, Reading
from comity.store import Store, Told


class Shown(msgspec.Struct, frozen=True):
    """What an id stands for: an event with its records and their reports, a record with its report, or a report.

    `judgements` are those of persons that had a say in the event. Of an event that went into another one, `event` is that.
    """

    kind: str
    reports: tuple[Document, ...]
    records: tuple[Told, ...] = ()
    event: Event | None = None
    reading: Reading | None = None
    judgements: tuple[Judgement, ...] = ()

    def report_of(self, told: Told) -> Document:
        return next(report for report in self.reports if report.id == told.document)

    def outlet_of(self, document: str) -> str:
        """Who brought a report: its outlet, else the agency, else where it is from."""
        report = next((one for one in self.reports if one.id == document), None)
        return (report.outlet or report.origin or report.source) if report else document


def show(store: Store, id: str) -> Shown:
    """What an id, or the start of one, stands for. Raises UsageError where that is nothing, or more than one."""
    kind, whole = find(store, id)
    if kind == "event":
        return _show_event(store, whole)
    if kind == "record":
        return _show_record(store, whole)
    document = store.document(whole)
    return Shown("document", (document,) if document else (), reading=store.reading(whole))


def find(store: Store, id: str) -> tuple[str, str]:
    """`event`, `record` or `document`, and the whole id. Raises UsageError where that is nothing, or more than one."""
    found = store.ids(id) if id else []
    exact = [one for one in found if one[1] == id]
    if len(exact or found) > 1:
        raise UsageError(
            f"{id!r} is the start of more than one id: {', '.join(f'{whole} ({kind})' for kind, whole in found)}"
        )
    if not found:
        raise UsageError(f"no event, record or report has an id that starts with {id!r}")
    return (exact or found)[0]


def _show_event(store: Store, id: str) -> Shown:
    event = store.event(id)
    told = tuple(one for record in (event.records if event else ()) if (one := store.record(record)))
    judged = frozenset(event.judged if event else ())
    judgements = tuple(one for one in store.judgements() if one.id in judged) if judged else ()
    return Shown("event", _reports(store, told), told, event, judgements=judgements)


def _show_record(store: Store, id: str) -> Shown:
    told = tuple(one for one in [store.record(id)] if one)
    return Shown("record", _reports(store, told), told)


def _reports(store: Store, told: Iterable[Told]) -> tuple[Document, ...]:
    ids = dict.fromkeys(one.document for one in told)
    return tuple(document for one in ids if (document := store.document(one)))


def value_text(value: object) -> str:
    """A field's value in words."""
    if isinstance(value, Place):
        return ", ".join(part for part in (value.city, value.country) if part) or "—"
    if isinstance(value, tuple | list):
        return ", ".join(map(str, value)) or "—"
    return "—" if value is None else str(value)
