"""What a person should look at: doubtful merges, fields that reports tell differently, memberships unlike the catalogue's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

import msgspec

from comity.catalog.loaded import load_catalog
from comity.errors import UsageError
from comity.model.event import Event, Version
from comity.model.membership import Membership
from comity.model.record import MembershipRecord, Place
from comity.query.events import Value, wanted_events
from comity.query.shown import value_text
from comity.resolving.contradicting import Contradiction, contradictions
from comity.store import Doubtful, Store, Told, Wanted

KINDS = ("merge", "field", "membership")
FIELD_SIGN = ":"
MOST = 50
# So many records of a side are quoted.
_SHOWN = 5


class Words(msgspec.Struct, frozen=True):
    """Report A, of TASS, on 4 September, says "the ministers met on Friday"; `record` is what was read from it."""

    document: str
    outlet: str | None
    published: str | None
    record: str
    start: int
    end: int
    quote: str


class Side(msgspec.Struct, frozen=True):
    """One of the things told: `says` it in short; `records` tell it in these `words`. None where the catalogue tells it."""

    says: str
    records: tuple[str, ...] = ()
    words: tuple[Words, ...] = ()


class Doubt(msgspec.Struct, frozen=True, kw_only=True):
    """Whether reports A and B mean one meeting is doubtful: one says Friday in Moscow, the other the week before in Kubinka.

    `doubt` is `merge`, `field` or `membership`; `id` is what `keep` takes. `sure` (0 to 1) is of merges, `field` of fields.
    """

    id: str
    doubt: str
    because: str
    sides: tuple[Side, ...]
    event: str | None = None
    sure: float | None = None
    field: str | None = None


def doubts(store: Store, asked: Mapping[str, Value], *, kinds: Sequence[str] = KINDS, limit: int = MOST) -> list[Doubt]:
    """Doubts that nobody has judged, of each kind at most `limit`: the least sure merges first, then fields, memberships.

    `asked` are the filters of events. Raises UnknownNameError and DateError.
    """
    wanted = wanted_events(asked)
    finders = {"merge": _merges, "field": _fields, "membership": _memberships}
    if strange := [kind for kind in kinds if kind not in finders]:
        raise UsageError(f"unknown kind of doubt {strange[0]!r}; known are {', '.join(KINDS)}")
    return [doubt for kind in KINDS if kind in kinds for doubt in islice(finders[kind](store, wanted, limit), limit)]


def both_sides(store: Store, record: str) -> list[str]:
    """The records on both sides of the doubtful merge of which it is one, or a membership's own. Raises UsageError."""
    told = store.record(record)
    if told and isinstance(told.record, MembershipRecord):
        return [record]
    event = store.event_of(record)
    for one in store.links(event) if event else ():
        if record in one.records:
            return [*one.records, *one.on_records]
    raise UsageError(f"{record!r} was put with no other record in doubt: there is nothing to keep")


def _merges(store: Store, wanted: Wanted, limit: int) -> Iterator[Doubt]:
    # Of those that are not wanted others may be the least sure, so more are looked at than are told.
    everything = wanted == Wanted()
    for one in store.doubtful(limit if everything else 20 * limit):
        event = None if everything else store.event(one.event)
        if everything or (event and wanted.matches(event)):
            yield _merge(store, one)


def _merge(store: Store, one: Doubtful) -> Doubt:
    sides = tuple(_side(store, records) for records in (one.records, one.on_records))
    return Doubt(
        id=one.records[0], doubt="merge", because=one.link.because, sides=sides, event=one.event, sure=one.link.sure
    )


def _side(store: Store, records: Sequence[str]) -> Side:
    told = [found for record in records[:_SHOWN] if (found := store.record(record))]
    return Side(summary(told[0]) if told else "", tuple(records), tuple(_words(store, told)))


def _words(store: Store, told: Iterable[Told]) -> Iterator[Words]:
    for one in told:
        document = store.document(one.document)
        day = document.published.isoformat() if document and document.published else None
        for words in one.record.evidence:
            outlet = (document.outlet or document.origin) if document else None
            yield Words(one.document, outlet, day, one.id, words.start, words.end, words.quote)


def summary(told: Told) -> str:
    """A record in a few words: "held meeting of defence ministers, SCO, 2020-09-04, Moscow, RUS"."""
    record, place = told.record, getattr(told.record, "place", Place())
    level = str(getattr(record, "level", "other")).replace("_", " ")
    what = record.kind if level in ("other", record.kind) else f"{record.kind} of {level}"
    parts = (
        f"{getattr(record, 'status', '')} {what}".strip(),
        ", ".join((*getattr(record, "orgs", ()), *getattr(record, "guests", ()))),
        getattr(record, "date", None) or "day unknown",
        ", ".join(part for part in (place.city, place.country) if part),
    )
    return ", ".join(part for part in parts if part)


def _fields(store: Store, wanted: Wanted, _: int) -> Iterator[Doubt]:
    kept: set[tuple[str, str]] | None = None
    for event in store.events(wanted):
        if not event.versions:
            continue
        for found in contradictions(event):
            kept = _settled(store) if kept is None else kept
            if not any((judged, found.field) in kept for judged in event.judged):
                yield _field(store, event, found)


def _settled(store: Store) -> set[tuple[str, str]]:
    """Judgements that settle what a field is, with the field."""
    return {(one.id, one.field) for one in store.judgements() if one.kind in ("keep", "correct") and one.field}


def _field(store: Store, event: Event, found: Contradiction) -> Doubt:
    told = [one for record in event.records if (one := store.record(record))]
    return Doubt(
        id=f"{event.id}{FIELD_SIGN}{found.field}",
        doubt="field",
        because=f"reports tell {len(found.versions)} different things of its {found.field}",
        sides=tuple(_version(store, one, told) for one in found.versions),
        event=event.id,
        field=found.field,
    )


def _version(store: Store, version: Version, told: Iterable[Told]) -> Side:
    saying = [one for one in told if one.document in version.documents]
    origins = "one origin" if version.origins == 1 else f"{version.origins} origins"
    says = f"{value_text(version.value)} ({origins})"
    return Side(says, tuple(one.id for one in saying), tuple(_words(store, saying[:_SHOWN])))


def _memberships(store: Store, wanted: Wanted, _: int) -> Iterator[Doubt]:
    judged = {record for one in store.judgements() if one.kind in ("keep", "reject") for record in one.records}
    asked = msgspec.structs.replace(wanted, kind="membership")
    for told in store.records(asked):
        record = told.record
        if isinstance(record, MembershipRecord) and record.verdict == "contradicts" and told.id not in judged:
            yield _membership(store, told, record)


def _membership(store: Store, told: Told, record: MembershipRecord) -> Doubt:
    catalog = load_catalog()
    known = [one for one in catalog.memberships.get(record.org, ()) if one.state == record.state]
    says = " ".join(part for part in (record.state, record.change or record.status, record.org, record.date) if part)
    sides = (Side(says, (told.id,), tuple(_words(store, [told]))), *(Side(_statement(one)) for one in known))
    return Doubt(
        id=told.id,
        doubt="membership",
        because="the catalogue has it otherwise"
        if known
        else f"the catalogue knows no place of {record.state} in {record.org}",
        sides=sides,
    )


def _statement(one: Membership) -> str:
    start, end = (when.edtf if when else ".." for when in (one.start, one.end))
    return f"catalogue: {one.state} {one.status} of {one.org}, {start}/{end} ({one.source})"
