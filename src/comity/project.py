"""The one facade of Comity: what commands, board and notebooks use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, overload

from comity.export.lists import Events, Records
from comity.intake import ReadOptions, Refused, explain, stream, stream_into
from comity.model.document import Document
from comity.model.event import Event
from comity.model.judgement import Judgement
from comity.model.record import Reading
from comity.store import Found, Store
from comity.store.connect import address, is_absent

# What answers is imported late, in the functions that ask: rules and names take their time, and few commands need all.
if TYPE_CHECKING:
    from comity.catalog.names import Name
    from comity.convening.planner import Planner
    from comity.export.calendars import Calendar
    from comity.planning import Course, Courses
    from comity.planning.calls import Call
    from comity.planning.invitations import Invitation
    from comity.query import Members
    from comity.query.doubts import Doubt
    from comity.query.promises import Promises
    from comity.query.shown import Shown

DEFAULT = "comity.db"

__all__ = ["DEFAULT", "Project", "ReadOptions", "convene", "explain", "follow", "stream", "stream_into"]


class Project:
    """A database of reports and the questions that it answers; `comity.open("asia.db")` opens one."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @classmethod
    def open(cls, place: str | Path = DEFAULT, *, existing: bool = False) -> Project:
        """By path or URL; one that is to be looked at must be `existing`. Raises StoreError."""
        return cls(Store.open(place, existing=existing))

    def __enter__(self) -> Project:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self.store.close()

    def read(
        self,
        *sources: str | Path,
        published: date | None = None,
        language: str | None = None,
        columns: Mapping[str, str] | None = None,
        jobs: int = 1,
    ) -> list[tuple[Document, Reading]]:
        """Reads and keeps reports at once; for more than memory holds there is `stream`.

        `columns` says what a table or JSON calls our fields: `{"title": "headline"}`.
        Raises DocumentError at the first report that cannot be read.
        """
        options = ReadOptions(published=published, language=language, columns=columns or {}, jobs=jobs)
        return list(self.stream(sources, options))

    def stream(
        self, sources: Iterable[str | Path], options: ReadOptions | None = None, *, refused: Refused | None = None
    ) -> Iterator[tuple[Document, Reading]]:
        """Reports as they are read and kept, in order; one that was read by the same rules before is not read again.

        With `refused`, a report that cannot be read is told to it and the rest goes on; without, it is raised.
        """
        return stream(sources, options, store=self.store, refused=refused)

    def events(self, *, as_of: date | str | None = None, **wanted: str | date | Iterable[str] | None) -> Events:
        """By `org` (`orgs`: all), `kind`, `level`, `status`, `state`, `since` (from a day) and `until` (before it).

        Organizations and states are told by code or name, days as dates or ISO text. `as_of` a day, events are those
        known from reports published on it or before. In the order of their dates, unknown ones last.
        Raises UnknownNameError and DateError.
        """
        from comity.query import in_order, wanted_events
        from comity.query.days import to_day

        known = None if as_of is None else to_day(as_of)
        return Events(in_order(self.store.events(wanted_events(wanted), as_of=known)))

    def calendar(
        self, *, name: str | None = None, as_of: date | str | None = None, **wanted: str | date | Iterable[str] | None
    ) -> Calendar:
        """Events, asked for as by `events`, as a calendar with the words of their reports: `to_ics(p.calendar(org="SCO"))`.

        Raises UnknownNameError and DateError.
        """
        from comity.export.calendars import event_calendar, title_of

        found = self.events(as_of=as_of, **wanted)
        tellings = self.store.tellings_of(record for event in found for record in event.records)
        told = {event.id: [tellings[one] for one in event.records if one in tellings] for event in found}
        return event_calendar(found, name=name or title_of(wanted), told=told)

    @overload
    def series(self, name: str, *, as_of: date | str | None = None) -> Course: ...
    @overload
    def series(self, name: None = None, *, as_of: date | str | None = None) -> Courses: ...
    def series(self, name: str | None = None, *, as_of: date | str | None = None) -> Course | Courses:
        """The series of a name, of the catalogue and of the reports: `p.series("SCO summit").next(2)`; without one, all.

        `as_of` a day, as known then. Raises UnknownNameError and DateError.
        """
        from comity.query.days import to_day, today

        known = None if as_of is None else to_day(as_of)
        found = _courses(self._events_about(name, known), known or today())
        return found if name is None else found.named(name)

    def planner(self, *, about: str | None = None, as_of: date | str | None = None) -> Planner:
        """Plans and briefs: `p.planner().plan("SCO summit", next=3)`, `.brief(...)`, `.plan_own(FILE)`, `.plan_year(...)`.

        From all that is known on a day, or what is `about` a series or organization, which is sooner known.
        Raises DateError.
        """
        from comity.convening.planner import Planner
        from comity.query.days import to_day, today

        known = None if as_of is None else to_day(as_of)
        events = self._events_about(about, known)
        return Planner(_courses(events, known or today()), events, self.store)

    def _events_about(self, about: str | None, as_of: date | None) -> list[Event]:
        """Those that may belong to a series, or to an organization's; each once."""
        from comity.query.series_names import wanted_for
        from comity.store import Wanted

        asked = (Wanted(),) if about is None else wanted_for(about)
        return list({event.id: event for one in asked for event in self.store.events(one, as_of=as_of)}.values())

    def promises(self, *, as_of: date | str | None = None, **asked: str | date | None) -> Promises:
        """What was announced, proposed and hoped, and what became of it up to a day; without one, today.

        By `by`, `outcome`, `org`, `state`, `person`, `since` and `until`; see query.promises.Asked.
        Raises UnknownNameError and DateError.
        """
        from comity.query.days import to_day, today
        from comity.query.promises import asked_for, find_promises

        day = today() if as_of is None else to_day(as_of)
        return find_promises(self.store, asked_for(asked), as_of=day)

    def members(self, expression: str, *, on: date | str | None = None, status: str = "member") -> Members:
        """Who is in "SCO & CSTO" on a day, a date or ISO text; without one, today.

        Raises ExpressionError, UnknownNameError and DateError.
        """
        from comity.query import members
        from comity.query.days import to_day, today

        return members(expression, on=today() if on is None else to_day(on), status=status)

    def invite(
        self,
        expression: str,
        *,
        on: date | str | None = None,
        compare: str | None = None,
        event: str | None = None,
        **asked: str | None,
    ) -> Invitation:
        """Who an expression invites on a day, each state once: `p.invite("SCO | CSTO", on="2020-11-10", order="ru").codes`.

        By `status`, `order`, `host`, `host_place`, `start` and `language`; see convening.invitations. Compared with
        a file or names, or with those whom the reports of an `event` name. Raises UsageError and its kinds.
        """
        from comity.convening.asked import question_of
        from comity.convening.invitations import InviteQuestion, invite, listed_of, read_listed

        listed = read_listed(compare) if compare is not None else None
        listed = listed_of(self.store, event) if event is not None else listed
        return invite(expression, on=on, question=question_of(InviteQuestion, asked), listed=listed)

    def slot(self, expression: str, *, on: date | str | None = None, **asked: object) -> Call:
        """When those whom an expression calls can meet by video: `p.slot("SCO | CIS", on="2020-11-10", length="2h")`.

        By `length`, `hours`, `measure`, `step`, `series`, `zones` and others; see convening.calls.
        Raises UsageError and its kinds.
        """
        from comity.convening.asked import question_of
        from comity.convening.calls import SlotQuestion, slot

        return slot(expression, on=on, question=question_of(SlotQuestion, asked))

    def resolve(self, text: str, *, language: str | None = None) -> Name | None:
        """The one thing that a name stands for; None where it is unknown or two things bear it."""
        from comity.catalog.loaded import load_names

        return load_names().resolve(text, language)

    def names(self, text: str, *, language: str | None = None) -> tuple[Name, ...]:
        """All things that bear a name, the strongest claim first: "Congo" is two states."""
        from comity.catalog.loaded import load_names

        return load_names().resolve_all(text, language)

    def show(self, id: str) -> Shown:
        """What an id, or the start of one, stands for. Raises UsageError where that is nothing, or more than one."""
        from comity.query.shown import show

        return show(self.store, id)

    def event_of(self, record: str) -> str | None:
        """The id of the event that a record went into."""
        return self.store.event_of(record)

    def records(self, **wanted: str | date | Iterable[str] | None) -> Records:
        """What single reports say, by the filters of `events`, of all kinds where none is named; in the order of their ids.

        Raises UnknownNameError and DateError.
        """
        from comity.query.events import wanted_records

        return Records(self.store.records(wanted_records(wanted)))

    def search(
        self,
        text: str,
        *,
        language: str | None = None,
        since: date | str | None = None,
        until: date | str | None = None,
        limit: int = 20,
    ) -> list[Found]:
        """The reports that have all words of a text, the best first; what stands in quotation marks as it stands there."""
        from comity.query.days import to_day

        first, after = (None if day is None else to_day(day) for day in (since, until))
        return self.store.search(text, language=language, since=first, until=after, limit=limit)

    def review(
        self, *, kinds: Sequence[str] = (), limit: int = 50, **wanted: str | date | Iterable[str] | None
    ) -> list[Doubt]:
        """What a person should look at, of each kind (`merge`, `field`, `membership`) at most `limit`; by events' filters."""
        from comity.query.doubts import KINDS, doubts

        return doubts(self.store, wanted, kinds=kinds or KINDS, limit=limit)

    def judge(self, kind: str, *ids: str, by: str, why: str = "", correction: str = "") -> Judgement:
        """Keeps what a person decided: `merge`, `split`, `correct`, `reject` or `keep`. Raises UsageError.

        `ids` are those of events and records; a split names the event and then its records, a correct its event and
        the `correction`, "date=2020-09-04". What was read stays as it is, and the judgement survives new foldings.
        """
        from comity.query.judging import judge

        return judge(self.store, kind, ids, by=by, why=why, correction=correction)

    def events_judged(self, judgement: Judgement) -> Events:
        """The events that the records of a judgement are in now."""
        from comity.query.judging import events_judged

        return Events(events_judged(self.store, judgement))

    def judgements(self) -> list[Judgement]:
        """All judgements, in the order in which they were made."""
        return self.store.judgements()


def follow(
    place: str | Path = DEFAULT, *, about: str | None = None, as_of: date | str | None = None, existing: bool = False
) -> Courses:
    """Series from a database, all or those that a name or organization is `about`; of the catalogue alone where there
    is no database and it need not be `existing`. Raises StoreError and DateError.
    """
    with convene(place, about=about, as_of=as_of, existing=existing) as planner:
        return planner.courses


@contextmanager
def convene(
    place: str | Path = DEFAULT, *, about: str | None = None, as_of: date | str | None = None, existing: bool = False
) -> Iterator[Planner]:
    """Plans and briefs, as long as the database is open: `with convene("asia.db") as c: c.plan("SCO summit", next=3)`.

    From all that a database tells, or what is `about` a series or organization; see `follow`.
    """
    from comity.convening.planner import Planner
    from comity.query.days import to_day, today

    if not existing and is_absent(address(place)):
        yield Planner(_courses((), today() if as_of is None else to_day(as_of)))
        return
    with Project.open(place, existing=True) as project:
        yield project.planner(about=about, as_of=as_of)


def _courses(events: Iterable[Event], as_of: date) -> Courses:
    from comity.catalog.loaded import load_catalog
    from comity.planning import Courses, Finding
    from comity.query.series import all_series, kin_of
    from comity.query.series_names import find_series, of_organization

    finding = Finding(find_series, of_organization, kin_of)
    return Courses(all_series(events, as_of=as_of), as_of=as_of, finding=finding, chairs=load_catalog().chairs)
