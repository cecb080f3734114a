"""What one report says. Fields and their values are those of the record format (docs/reference/records.md)."""

from __future__ import annotations

import msgspec

from comity.model.document import Evidence, digest


class Place(msgspec.Struct, frozen=True):
    """Where an event is: a city, an alpha-3 state, or both. Never the dateline's."""

    city: str | None = None
    country: str | None = None


class Participant(msgspec.Struct, frozen=True):
    """A person named as taking part, with the office and state that the report gives."""

    name: str
    office: str | None = None
    state: str | None = None


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """One statement of fact in one report, with the words that say so. `rule` names the construction that was read."""

    evidence: tuple[Evidence, ...]
    rule: str = ""


class EventRecord(Record, frozen=True, kw_only=True):
    """In report A, the SCO's defence ministers met in Moscow in September 2020, with the CSTO's and the CIS's as guests.

    Dates are EDTF text. `kind` is meeting, exercise or visit.
    """

    kind: str
    status: str
    level: str
    main: bool = False
    orgs: tuple[str, ...] = ()
    guests: tuple[str, ...] = ()
    date: str | None = None
    date_basis: str = "unknown"
    place: Place = Place()
    mode: str = "unknown"
    participants: tuple[str, ...] = ()
    invited: tuple[str, ...] = ()
    persons: tuple[Participant, ...] = ()
    chair: str | None = None
    host: str | None = None
    edition: int | None = None
    series: str | None = None
    body: str | None = None
    moved_from: str | None = None
    by: str | None = None


class MembershipRecord(Record, frozen=True, kw_only=True):
    """In report A, Belarus became a member of the SCO on 4 July 2024. `verdict` compares it with the catalogue."""

    org: str
    state: str
    status: str
    change: str | None = None
    date: str | None = None
    date_basis: str = "unknown"
    verdict: str = "unknown"
    kind: str = "membership"


class ChairRecord(Record, frozen=True, kw_only=True):
    """In report A, Russia presides over the SCO."""

    org: str
    state: str
    start: str | None = None
    end: str | None = None
    kind: str = "chair"


class StatementRecord(Record, frozen=True, kw_only=True):
    """In report A, Vladimir Putin, president, RUS, hopes that "such enlarged meetings … will become regular"."""

    speaker: str
    office: str | None = None
    state: str | None = None
    stance: str = "says"
    content: str
    kind: str = "statement"


class TallyRecord(Record, frozen=True, kw_only=True):
    """In report A, the SCO held over 60 joint events. `bound` is over, about, under, exactly or at_least."""

    what: str
    value: float
    bound: str = "exactly"
    org: str | None = None
    period: str | None = None
    kind: str = "tally"


class OutcomeRecord(Record, frozen=True, kw_only=True):
    """In report A, the SCO's heads of state adopted a declaration."""

    type: str
    orgs: tuple[str, ...] = ()
    kind: str = "outcome"


AnyRecord = EventRecord | MembershipRecord | ChairRecord | StatementRecord | TallyRecord | OutcomeRecord

EVENT_KINDS = ("meeting", "exercise", "visit")
LEVELS = (
    "heads_of_state",
    "heads_of_government",
    "foreign_ministers",
    "defence_ministers",
    "interior_ministers",
    "economy_ministers",
    "joint_ministers",
    "security_council_secretaries",
    "chiefs_of_general_staff",
    "secretaries_general",
    "parliamentary",
    "experts",
    "bilateral",
    "exercise",
    "conference",
    "other",
)
EVENT_STATUSES = ("held", "ongoing", "scheduled", "proposed", "hoped", "postponed", "cancelled", "denied")
RECORD_TYPES: dict[str, type[AnyRecord]] = {
    "meeting": EventRecord,
    "exercise": EventRecord,
    "visit": EventRecord,
    "membership": MembershipRecord,
    "chair": ChairRecord,
    "statement": StatementRecord,
    "tally": TallyRecord,
    "outcome": OutcomeRecord,
}


def record_id(document_id: str, record: AnyRecord) -> str:
    """A hash of document, kind, place and subject: the same words read again give the same id."""
    spans = " ".join(f"{one.start}-{one.end}" for one in record.evidence)
    return digest("record", document_id, record.kind, spans, _subject(record))


def _subject(record: AnyRecord) -> str:
    """What tells apart two records of one kind on one span ("Armenia, Belarus and Kazakhstan are members")."""
    if isinstance(record, EventRecord):
        return f"{record.level} {'+'.join(record.orgs)} {record.date} {record.place.city}"
    if isinstance(record, MembershipRecord):
        return f"{record.org} {record.state} {record.status} {record.change}"
    if isinstance(record, ChairRecord):
        return f"{record.org} {record.state}"
    if isinstance(record, StatementRecord):
        return f"{record.speaker} {record.content}"
    if isinstance(record, TallyRecord):
        return f"{record.what} {record.value}"
    return f"{record.type} {'+'.join(record.orgs)}"


class Unread(msgspec.Struct, frozen=True):
    """Words with an organization and a cue that yielded no record, and why."""

    start: int
    end: int
    quote: str
    reason: str


class Reading(msgspec.Struct, frozen=True):
    """All that was read from one document."""

    records: tuple[AnyRecord, ...]
    unread: tuple[Unread, ...] = ()
