"""Which records and events are asked for."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
import sqlalchemy as sa

from comity.model.event import Event
from comity.model.when import When
from comity.store import rows
from comity.store.schema import event_orgs, event_states, events, record_orgs, record_states, records


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """The SCO's meetings held from 1 September up to, not including, 1 October 2020; None does not matter.

    `orgs` are wanted all together, as hosts or guests.

    A date as vague as "2020" is wanted by every month of that year: it may have been then.
    """

    org: str | None = None
    orgs: tuple[str, ...] = ()
    kind: str | None = None
    level: str | None = None
    status: str | None = None
    state: str | None = None
    document: str | None = None
    since: date | None = None
    until: date | None = None

    def records(self) -> list[sa.ColumnElement[bool]]:
        found = self._plain(records)
        if self.document:
            found.append(records.c.document == self.document)
        found += [_linked(records, record_orgs, "record", "org", org) for org in self._orgs]
        if self.state:
            found.append(_linked(records, record_states, "record", "state", self.state))
        return found

    def events(self) -> list[sa.ColumnElement[bool]]:
        found = self._plain(events)
        found += [_linked(events, event_orgs, "event", "org", org) for org in self._orgs]
        if self.state:
            found.append(_linked(events, event_states, "event", "state", self.state))
        return found

    def matches(self, event: Event) -> bool:
        """The same question, asked of an event that is in no table."""
        plain = all(getattr(self, name) in (None, getattr(event, name)) for name in ("kind", "level", "status"))
        orgs = {code for code, _ in rows.orgs_of(event)}
        states = {code for code, _ in rows.states_of(event)}
        linked = orgs.issuperset(self._orgs) and self.state in (None, *states)
        return plain and linked and self._covers(event.date)

    @property
    def _orgs(self) -> tuple[str, ...]:
        return (*self.orgs, self.org) if self.org else self.orgs

    def _covers(self, text: str | None) -> bool:
        if self.since is None and self.until is None:
            return True
        if text is None:
            return False
        when = When.parse(text)
        begins = self.until is None or when.lower is None or when.lower < self.until
        return begins and (self.since is None or when.upper is None or when.upper > self.since)

    def _plain(self, table: sa.Table) -> list[sa.ColumnElement[bool]]:
        found = [table.c[name] == getattr(self, name) for name in ("kind", "level", "status") if getattr(self, name)]
        if self.since or self.until:
            found.append(table.c.date.is_not(None))
        if self.since:
            found.append(sa.or_(table.c.day_after.is_(None), table.c.day_after > self.since))
        if self.until:
            found.append(sa.or_(table.c.first_day.is_(None), table.c.first_day < self.until))
        return found


def _linked(table: sa.Table, links: sa.Table, owner: str, column: str, code: str) -> sa.ColumnElement[bool]:
    owners: sa.Select[Any] = sa.select(links.c[owner]).where(links.c[column] == code)
    return table.c.id.in_(owners)
