"""A person's judgement, from the ids that a person names to the records that it is about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from comity.errors import UsageError
from comity.model.event import Event
from comity.model.judgement import Judgement
from comity.query.correcting import field_and_value
from comity.query.doubts import FIELD_SIGN, both_sides
from comity.query.shown import find
from comity.store import Store


def judge(
    store: Store,
    kind: str,
    ids: Sequence[str],
    *,
    by: str,
    why: str = "",
    correction: str = "",
    at: datetime | None = None,
) -> Judgement:
    """Keeps a judgement of `kind` on what `ids` (or their first letters) stand for, by whom and why.

    A `split` names the event first and then its records, a `correct` its event and the `correction` "date=2020-09-04".
    Raises UsageError.
    """
    if not by.strip():
        raise UsageError("a judgement is somebody's: say by whom")
    records, field, value = _about(store, kind, ids, correction)
    judgement = Judgement(
        kind=kind,
        records=tuple(dict.fromkeys(records)),
        by=by.strip(),
        at=at or datetime.now(UTC),
        why=why.strip(),
        field=field,
        value=value,
    )
    store.judge(judgement)
    return judgement


def events_judged(store: Store, judgement: Judgement) -> list[Event]:
    """The events that the records of a judgement are in now, each once."""
    ids = dict.fromkeys(one for record in judgement.records if (one := store.event_of(record)))
    return [event for one in ids if (event := store.event(one))]


Records = Iterable[str]


def _about(store: Store, kind: str, ids: Sequence[str], correction: str) -> tuple[Records, str | None, str | None]:
    if not ids:
        raise UsageError(f"to {kind} takes an id; `comity review` and `comity events` list them")
    if kind == "split":
        return _split(store, ids), None, None
    if kind == "correct":
        field, value = field_and_value(correction)
        return _event(store, ids[0]).records, field, value
    if kind == "keep":
        return _keep(store, ids[0])
    return [record for one in ids for record in _records(store, one)], None, None


def _records(store: Store, id: str) -> Records:
    """All the records of an event, or the one record."""
    kind, whole = find(store, id)
    if kind == "document":
        raise UsageError(f"{id!r} is a report; name an event or a record (`comity show {id}` lists its records)")
    return _event(store, whole).records if kind == "event" else [whole]


def _event(store: Store, id: str) -> Event:
    """The event with an id, or that of a record with it."""
    kind, whole = find(store, id)
    known = store.event_of(whole) if kind == "record" else whole if kind == "event" else None
    event = store.event(known) if known else None
    if event is None:
        raise UsageError(f"{id!r} is no event, nor a record of one")
    return event


def _split(store: Store, ids: Sequence[str]) -> list[str]:
    event, parted = _event(store, ids[0]), [find(store, one)[1] for one in ids[1:]]
    if not parted:
        raise UsageError(f"say which records are another event than the rest of {event.id}")
    if strange := [one for one in parted if one not in event.records]:
        raise UsageError(f"{strange[0]!r} is no record of the event {event.id}")
    if len(set(parted)) == len(event.records):
        raise UsageError(f"these are all the records of the event {event.id}: nothing would be parted")
    return parted


def _keep(store: Store, id: str) -> tuple[Records, str | None, str | None]:
    """What is right as it stands: of a field's id the event (by its earliest record), else both sides of what is doubtful."""
    whole, sign, field = id.partition(FIELD_SIGN)
    if sign:
        event = _event(store, whole)
        if field not in event.versions:
            raise UsageError(f"of {field!r} the reports of {event.id} tell nothing different")
        return event.records[:1], field, None
    _, record = find(store, id)
    return both_sides(store, record), None, None
