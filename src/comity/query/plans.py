"""What was announced, proposed or hoped of an event, report by report, and by whom."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

import msgspec

from comity.model.event import Mention
from comity.model.record import EventRecord, StatementRecord
from comity.model.when import When
from comity.resolving import Telling

AHEAD = ("scheduled", "proposed", "hoped")
SETTLED = ("held", "ongoing")
# A speaker stands in the words of the event, or so many characters beside them.
_BESIDE = 3
_PROMISING = ("announces", "proposes", "hopes", "promises", "calls_for", "says")

Spoken = Callable[[str], Sequence[StatementRecord]]
"""What people say in a report, by its id; asked only of reports that tell of a plan."""


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """On 25 December 2019, Roscongress, of Russia, announced an SCO summit in St Petersburg on 21-23 July 2020.

    `record` holds what, `due` when it is to be, None where no day is told; `evidence` are all words that say so.
    `stance` is a status of events; `postponed` where it is to be later, and nobody says when.
    `looked_back`: the report tells of it as the earlier plan that was given up.
    """

    record: EventRecord
    stance: str
    made: date | None
    due: When | None
    by: str | None
    person: str | None = None
    evidence: tuple[Mention, ...] = ()
    looked_back: bool = False

    @property
    def host(self) -> str | None:
        """The state in which it is to be."""
        return self.record.place.country or self.record.host


def plans(tellings: Iterable[Telling]) -> list[Plan]:
    """By the day on which they were told; who speaks is not asked yet, see `spoken_by`."""
    found = [plan for one in tellings for plan in _plans_in(one)]
    return sorted(found, key=lambda plan: (plan.made or date.max, plan.evidence[0].document, plan.evidence[0].start))


def spoken_by(plan: Plan, spoken: Spoken) -> Plan:
    """The plan, and who says it in its first report."""
    if plan.looked_back:
        return plan
    said = _speaker(plan.record, spoken(plan.evidence[0].document))
    return msgspec.structs.replace(plan, by=_by(plan.record, said), person=_person(plan.record, said))


def _plans_in(telling: Telling) -> list[Plan]:
    """What one report tells: a plan, and the earlier one that it replaces."""
    record = telling.record
    due = When.parse(record.date) if record.date else None
    before = When.parse(record.moved_from) if record.moved_from else None
    found = []
    if before is not None:
        found.append(_plan(telling, before, "scheduled", looked_back=True))
    if record.status in AHEAD:
        found.append(_plan(telling, due, record.status))
    elif record.status == "postponed" and (due is None or before is None or not due.may_overlap(before)):
        found.append(_plan(telling, due, "scheduled" if due else "postponed"))
    return found


def _plan(telling: Telling, due: When | None, stance: str, *, looked_back: bool = False) -> Plan:
    record, report = telling.record, telling.report
    return Plan(
        record=record,
        stance=stance,
        made=report.published,
        due=due,
        by=_by(record, None),
        evidence=tuple(Mention(report.id, one.start, one.end) for one in record.evidence),
        looked_back=looked_back,
    )


def _by(record: EventRecord, said: StatementRecord | None) -> str | None:
    """The state that speaks; else the one that hosts; else the first organization or state whose meeting it is."""
    speaks = said.state if said else next((one.state for one in record.persons if one.name == record.by), None)
    parties = (*record.orgs, *record.participants, *record.invited)
    return speaks or record.host or next(iter(parties), None)


def _person(record: EventRecord, said: StatementRecord | None) -> str | None:
    """One with an office: "the Foreign Ministry" speaks, and is nobody."""
    if said is not None:
        return said.speaker if said.office else None
    return record.by if any(one.name == record.by for one in record.persons) else None


def _speaker(record: EventRecord, spoken: Sequence[StatementRecord]) -> StatementRecord | None:
    """Whoever says it: the statement that shares most words with the event's."""
    shared = [(one, _together(record, one)) for one in spoken if one.stance in _PROMISING]
    best = max(shared, key=lambda pair: (pair[1], pair[0].speaker == record.by), default=None)
    if best and best[1] > 0:
        return best[0]
    return next((one for one in spoken if record.by and one.speaker == record.by), None)


def _together(record: EventRecord, said: StatementRecord) -> int:
    """How many characters of their words are the same; 0 where they are apart."""
    return max(
        (
            min(one.end, other.end) - max(one.start, other.start) + _BESIDE
            for one in record.evidence
            for other in said.evidence
        ),
        default=0,
    )
