"""What one must know before the next session: the last ones, who came, what was promised, who joined since, what is next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

import msgspec

from comity.catalog.loaded import load_catalog
from comity.convening.series_plans import is_about, is_late, plan_series
from comity.model.document import Document
from comity.model.event import Event
from comity.model.plan import Plan
from comity.model.promise import Promise
from comity.model.record import OutcomeRecord
from comity.model.series import Edition, Series
from comity.model.when import ONE_DAY, When
from comity.planning import Course, Courses
from comity.planning.cadence import first_day, was_held
from comity.query import Change, changes, members
from comity.store import Store

_QUOTES, _OUTCOMES = 3, 6
_AHEAD = 2


class Cited(msgspec.Struct, frozen=True, kw_only=True):
    """ "The ministers agreed to meet again", said TASS on 4 September 2020: words of a report as they stand there."""

    quote: str
    by: str
    document: str
    url: str | None = None
    published: date | None = None


class Decided(msgspec.Struct, frozen=True):
    """The heads of state adopted a declaration. `type` is that of outcome records."""

    type: str
    cited: Cited


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """The session of 4 September 2020, by a source or by reports, with their words and what was adopted."""

    edition: Edition
    event: Event | None = None
    cited: tuple[Cited, ...] = ()
    decided: tuple[Decided, ...] = ()


class Promised(msgspec.Struct, frozen=True):
    """A promise, with the words by which it was made."""

    promise: Promise
    late: bool
    cited: tuple[Cited, ...] = ()


class Membered(msgspec.Struct, frozen=True):
    """The members of an organization on a day: those for certain, and those for whom sources do not agree."""

    org: str
    certain: tuple[str, ...]
    possible: tuple[str, ...] = ()


class Brief(msgspec.Struct, frozen=True, kw_only=True):
    """The brief for the SCO's defence ministers, seen from a day. `since` is the last session, from which changes count."""

    series: Series
    as_of: date
    plan: Plan
    held: tuple[Held, ...] = ()
    promised: tuple[Promised, ...] = ()
    members: tuple[Membered, ...] = ()
    changes: tuple[Change, ...] = ()
    since: date | None = None


class Reports(msgspec.Struct, frozen=True):
    """The reports that a brief may quote: those of a store, published by a day; none where there is no store."""

    store: Store | None
    as_of: date

    def cited(self, document: str, start: int, end: int) -> Cited | None:
        """The words at a place of a report; None where it is not known yet on the day."""
        found = self.document(document)
        if found is None:
            return None
        by = found.outlet or found.origin or found.title or found.source
        url = found.source if found.source.startswith(("http://", "https://")) else None
        return Cited(quote=found.text[start:end], by=by, document=found.id, url=url, published=found.published)

    def document(self, document: str) -> Document | None:
        found = self.store.document(document) if self.store else None
        return found if found and (found.published is None or found.published <= self.as_of) else None

    def decided(self, document: str, orgs: frozenset[str]) -> Iterator[Decided]:
        """What a report says that these organizations adopted."""
        reading = self.store.reading(document) if self.store and self.document(document) else None
        for record in reading.records if reading else ():
            if isinstance(record, OutcomeRecord) and orgs & set(record.orgs):
                first = record.evidence[0]
                if cited := self.cited(document, first.start, first.end):
                    yield Decided(record.type, cited)


def brief_of(
    course: Course,
    courses: Courses,
    events: Mapping[str, Event],
    promises: Sequence[Promise],
    reports: Reports,
    *,
    sessions: int,
) -> Brief:
    """The brief of one series among others: its last `sessions`, from events by their ids and promises about it."""
    series, as_of = course.series, course.as_of
    held = [edition for edition in series.editions if was_held(edition, as_of)]
    last = max((day for edition in held if (day := _last_day(edition))), default=None)
    about = [one for one in promises if is_about(one, series)]
    return Brief(
        series=series,
        as_of=as_of,
        plan=plan_series(course, courses, promises, count=_AHEAD),
        held=tuple(_held(edition, series, events, reports) for edition in reversed(held[-sessions:])),
        promised=tuple(_promised(one, series, reports) for one in about),
        members=tuple(_members(series, as_of)),
        changes=tuple(_changes(series, last, as_of)) if last else (),
        since=last,
    )


def _held(edition: Edition, series: Series, events: Mapping[str, Event], reports: Reports) -> Held:
    event = events.get(edition.event) if edition.event else None
    if event is None:
        return Held(edition=edition)
    quoted = [cited for one in event.reports if (cited := reports.cited(one.document, one.start, one.end))]
    orgs = frozenset((*series.orgs, *series.guests))
    documents = dict.fromkeys(one.document for one in event.reports)
    decided = [one for document in documents for one in reports.decided(document, orgs)]
    return Held(
        edition=edition,
        event=event,
        cited=tuple(_one_a_voice(quoted, edition)),
        decided=tuple({one.type: one for one in reversed(decided)}.values())[:_OUTCOMES],
    )


def _one_a_voice(cited: Iterable[Cited], edition: Edition | None = None) -> list[Cited]:
    """The words of a few reports, each of another outlet and none said twice; those from after a session come first."""
    day = first_day(edition) if edition else None
    in_order = sorted(cited, key=lambda one: day is not None and one.published is not None and one.published < day)
    found: dict[str, Cited] = {}
    seen: set[str] = set()
    for one in in_order:
        if one.by not in found and one.quote not in seen:
            found[one.by] = one
            seen.add(one.quote)
    return list(found.values())[:_QUOTES]


def _promised(promise: Promise, series: Series, reports: Reports) -> Promised:
    cited = (reports.cited(one.document, one.start, one.end) for one in promise.evidence)
    late = promise.outcome == "open" and is_late(promise, series, reports.as_of)
    return Promised(promise, late, tuple(_one_a_voice(one for one in cited if one)))


def _members(series: Series, day: date) -> Iterator[Membered]:
    for org in _known(series):
        found = members(f'"{org}"', on=day)
        yield Membered(org, found.codes, tuple(sorted(found.possible - found.non_states)))


def _changes(series: Series, since: date, as_of: date) -> Iterator[Change]:
    """Who joined, left or changed status since the day after the last session, in each of the organizations."""
    first, after = since + ONE_DAY, min(as_of, date.max - ONE_DAY) + ONE_DAY
    for org in _known(series):
        if first < after:
            yield from changes(f'"{org}"', since=first, until=after)


def _known(series: Series) -> tuple[str, ...]:
    """Those of the series' organizations that the catalogue has: a circle of states has no members."""
    known = load_catalog().memberships
    return tuple(org for org in (*series.orgs, *series.guests) if known.get(org))


def _last_day(edition: Edition) -> date | None:
    when = When.parse(edition.date) if edition.date and first_day(edition) else None
    return when.last if when else None
