"""Promises in statements that are about no single meeting: customs wished for, accessions, people's own words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from comity.catalog.loaded import load_catalog
from comity.model.document import digest
from comity.model.event import Mention
from comity.model.promise import Promise
from comity.model.record import AnyRecord, EventRecord, MembershipRecord, Record, StatementRecord
from comity.model.when import When
from comity.query import wording
from comity.query.archive import StoredReports
from comity.query.coming import Verdict
from comity.query.plans import AHEAD, Plan
from comity.query.wishing import is_for_custom, is_for_joining, judge_joining, judge_words
from comity.store import Store, Wanted

_STANCES = {"hopes": "hoped", "proposes": "proposed", "promises": "promised", "announces": "announced"}
# That a state is to join is news, whoever says it and how.
_JOINING = {**_STANCES, "says": "announced", "calls_for": "hoped"}
_OWN_WORDS = ("proposes", "promises")


class Apart(msgspec.Struct, frozen=True):
    """What is promised beside the events: finished promises, and wishes that meetings become regular."""

    promises: tuple[Promise, ...] = ()
    wishes: tuple[Plan, ...] = ()


class Said(msgspec.Struct, frozen=True):
    """In a report of a day, Mongolia's president proposes something; `beside` is all that the report tells."""

    document: str
    made: date | None
    record: StatementRecord
    beside: Sequence[AnyRecord]

    @property
    def format(self) -> EventRecord | None:
        """Whose meetings are spoken of: the event in the same words, else the nearest one told before, else the main one."""
        events = [one for one in self.beside if isinstance(one, EventRecord)]
        start = self.record.evidence[0].start
        before = [one for one in events if one.evidence[0].start < start]
        near = max(before, key=lambda one: one.evidence[0].start, default=None)
        touched = next((one for one in events if _touch(one, self.record)), None)
        return touched or near or next((one for one in events if one.main), None)


def told_apart(store: Store, reports: StoredReports, *, org: str | None, as_of: date) -> Apart:
    """What the statements of all reports up to a day promise; of an organization, those in reports of its meetings."""
    promises = list(_accessions(store, reports, org=org, as_of=as_of))
    wishes: list[Plan] = []
    for said in _said(store, reports, as_of):
        if (org is not None and not _is_of(said, org)) or _is_told_as_event(said):
            continue
        like = said.format
        if like is not None and said.record.stance in _STANCES and is_for_custom(said.record.content):
            wishes.append(_wish(said, like))
        else:
            promises += _promised(said, as_of)
    return Apart(tuple(_each_once(promises)), tuple(wishes))


def _each_once(promises: Sequence[Promise]) -> Iterator[Promise]:
    """What one speaker promises in the same words in many reports is one promise, made when it was first told."""
    told: dict[tuple[str | None, ...], list[Promise]] = {}
    for one in sorted(promises, key=lambda one: (one.made_on or "9999", one.id)):
        told.setdefault((one.by, one.person, one.what, one.due, one.outcome), []).append(one)
    for first, *rest in told.values():
        words = (*first.evidence, *(words for one in rest for words in one.evidence))
        yield msgspec.structs.replace(first, evidence=words)


def _said(store: Store, reports: StoredReports, as_of: date) -> Iterator[Said]:
    for told in store.records(Wanted(kind="statement")):
        record = told.record
        if not isinstance(record, StatementRecord) or not _may_promise(record):
            continue
        made = reports.published(told.document)
        if made is None or made <= as_of:
            yield Said(told.document, made, record, reports.records(told.document))


def _may_promise(record: StatementRecord) -> bool:
    return record.stance in _STANCES or (record.stance in _JOINING and is_for_joining(record.content))


def _accessions(store: Store, reports: StoredReports, *, org: str | None, as_of: date) -> Iterator[Promise]:
    """States that are to become members on a day that is still to come when the report tells of it."""
    for told in store.records(Wanted(kind="membership", org=org)):
        record = told.record
        if not isinstance(record, MembershipRecord) or record.status != "member" or record.date is None:
            continue
        made, due = reports.published(told.document), When.parse(record.date)
        if made is not None and made <= as_of and due.after(made):
            verdict = judge_joining(record.org, record.state, made, due=due, as_of=as_of)
            what = f"{wording.joining(record.state, record.org)} {wording.in_words(due)}"
            yield _promise(
                told.document, made, record, what, verdict, stance="announced", by=record.org, due=record.date
            )


def _is_of(said: Said, org: str) -> bool:
    like = said.format
    joins = any(isinstance(one, MembershipRecord) and one.org == org for one in said.beside)
    return joins or (like is not None and org in (*like.orgs, *like.guests))


def _is_told_as_event(said: Said) -> bool:
    """The meeting that it announces is followed by itself."""
    return any(
        isinstance(one, EventRecord) and _touch(one, said.record) and (one.status in AHEAD or one.status == "postponed")
        for one in said.beside
    )


def _promised(said: Said, as_of: date) -> Iterator[Promise]:
    record, made = said.record, said.made
    person = record.speaker if record.office else None
    pending = _pending(said) if is_for_joining(record.content) else []
    for one in pending:
        verdict = judge_joining(one.org, one.state, made, as_of=as_of)
        what = wording.joining(one.state, one.org)
        by = record.state or one.org
        yield _promise(said.document, made, record, what, verdict, stance=_JOINING[record.stance], by=by, person=person)
    if record.stance in _OWN_WORDS and not pending:
        what, verdict = wording.quoted(record.content), judge_words(made, as_of=as_of)
        stance = _STANCES[record.stance]
        yield _promise(
            said.document, made, record, what, verdict, stance=stance, by=record.state, person=person, checked=False
        )


def _pending(said: Said) -> list[MembershipRecord]:
    """Who is on the way into what: told in the same words, or named in them and told of beside them. Each once."""
    found = {
        (one.org, one.state): one
        for one in said.beside
        if isinstance(one, MembershipRecord)
        and one.status != "former"
        and not _is_settled(one, said.made)
        and (_touch(one, said.record) or (one.status != "member" and _names(said.record.content, one.state)))
    }
    return list(found.values())


def _is_settled(one: MembershipRecord, made: date | None) -> bool:
    """It tells of a member, not of one that is to be; that on a later day is told by the record itself."""
    if one.status != "member":
        return False
    ahead = one.date is not None and made is not None and When.parse(one.date).after(made)
    return ahead or one.verdict == "agrees"


def _names(words: str, state: str) -> bool:
    """Whether a state is named, by any of its names."""
    known = load_catalog().states.get(state)
    return known is not None and any(form in words for names in known.names.values() for form in names.names)


def _promise(
    document: str,
    made: date | None,
    record: Record,
    what: str,
    verdict: Verdict,
    *,
    stance: str,
    by: str | None,
    person: str | None = None,
    due: str | None = None,
    checked: bool = True,
) -> Promise:
    words = tuple(Mention(document, one.start, one.end) for one in record.evidence)
    return Promise(
        id=digest("promise", document, str(words[0].start), stance, what),
        by=by,
        person=person,
        what=what,
        made_on=made.isoformat() if made else None,
        due=due,
        outcome=verdict.outcome,
        stance=stance,
        held=verdict.held,
        because=verdict.because,
        checked=checked,
        evidence=words,
    )


def _wish(said: Said, like: EventRecord) -> Plan:
    return Plan(
        record=like,
        stance=_STANCES[said.record.stance],
        made=said.made,
        due=None,
        by=said.record.state or next(iter(like.orgs), None),
        person=said.record.speaker if said.record.office else None,
        evidence=tuple(Mention(said.document, one.start, one.end) for one in said.record.evidence),
    )


def _touch(one: Record, other: Record) -> bool:
    return any(mine.start < yours.end and yours.start < mine.end for mine in one.evidence for yours in other.evidence)
