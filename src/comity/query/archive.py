"""What a store's reports tell, fetched as it is needed and kept for the next question about the same report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from comity.catalog.loaded import load_sessions
from comity.model.event import Event
from comity.model.record import AnyRecord, EventRecord, StatementRecord
from comity.model.series import Edition
from comity.query.alike import is_session_of
from comity.query.plans import SETTLED
from comity.resolving import Telling
from comity.store import Store, Wanted

_KEPT = 4096


class StoredReports:
    """The reports behind a store's events, and what was held by format and time; see Archive."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.records = lru_cache(_KEPT)(self._records)
        self.published = lru_cache(_KEPT)(self._published)

    def tellings(self, event: Event) -> list[Telling]:
        """What each of its reports tells of an event."""
        return self._store.tellings(event.id)

    def spoken(self, document: str) -> Sequence[StatementRecord]:
        """What people say in a report."""
        return [one for one in self.records(document) if isinstance(one, StatementRecord)]

    def held(self, like: EventRecord | Event, *, since: date, until: date) -> Iterator[Event]:
        """Events of the kind and level of `like` and its first organization or state, in a span of days."""
        if since >= until:
            return
        first = next(iter((*like.orgs, *like.guests)), None)
        state = None if first else next(iter((*like.participants, *like.invited)), None)
        for status in SETTLED:
            wanted = Wanted(
                org=first, state=state, kind=like.kind, level=like.level, status=status, since=since, until=until
            )
            yield from self._store.events(wanted)

    def sessions(self, like: EventRecord | Event) -> Iterator[Edition]:
        """The sessions that the catalogue has of the format of `like`."""
        for series in load_sessions():
            if is_session_of(series, like):
                yield from (one for one in series.editions if one.status == "held")

    def _records(self, document: str) -> tuple[AnyRecord, ...]:
        return tuple(one.record for one in self._store.records(Wanted(document=document)))

    def _published(self, document: str) -> date | None:
        found = self._store.document(document)
        return found.published if found else None
