"""The law of folding: whatever the order, the batches and the repeats, events are those of one fold of all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any
from unittest.mock import patch

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from comity.model.document import digest
from comity.model.event import Event
from comity.model.judgement import Judgement
from comity.model.record import EventRecord, Reading, record_id
from comity.resolving import Account, Following, Link, Resolver, Telling
from comity.store import Store
from comity.store.connect import read_transaction
from comity.store.known import events_known
from comity.store.stale import is_anything_stale
from tests.store.samples import document, meeting

FIRST = date(2020, 9, 1)


class WithinDays(Following):
    """What shares an organization leans on the strongest that lies within five days."""

    version = "within-days"
    reach = 5

    def group(self, telling: Telling) -> str:
        one = telling.record
        return digest("group", *one.orgs, one.date or "", one.place.city or "", one.status)

    def keys(self, account: Account) -> tuple[str, ...]:
        return account.sample.orgs

    def anchor(self, account: Account) -> date | None:
        return date.fromisoformat(account.sample.date) if account.sample.date else None

    def lean(self, accounts: Sequence[Account]) -> Mapping[str, Link]:
        return {one.id: link for one in accounts if (link := self._link(one, accounts))}

    def _link(self, one: Account, accounts: Sequence[Account]) -> Link | None:
        near = [other for other in accounts if self._strength(other) > self._strength(one) and self._near(one, other)]
        best = max(near, key=self._strength, default=None)
        return Link(one.id, best.id, 1 / best.voices, "near") if best else None

    def _strength(self, one: Account) -> tuple[int, str]:
        return one.voices, one.id

    def _near(self, one: Account, other: Account) -> bool:
        a, b = self.anchor(one), self.anchor(other)
        shared = not set(one.sample.orgs).isdisjoint(other.sample.orgs)
        return shared and (a is None or b is None or abs((a - b).days) <= self.reach)


def _record(id: str, day: int | None, orgs: Sequence[str], status: str, length: int) -> EventRecord:
    told = document(id)
    when = None if day is None else (FIRST + timedelta(day)).isoformat()
    evidence = (told.quote(0, length),)
    return msgspec.structs.replace(meeting(told, orgs=tuple(orgs), date=when, status=status), evidence=evidence)


_records = st.builds(
    _record,
    st.just("x"),
    st.none() | st.integers(0, 24),
    st.lists(st.sampled_from(["SCO", "CIS", "CSTO"]), min_size=1, max_size=2, unique=True),
    st.sampled_from(["held", "scheduled"]),
    st.integers(4, 12),
)
_reports = st.tuples(st.sampled_from("abcdefgh"), st.lists(_records, max_size=2), st.integers(0, 20))
_batches = st.lists(st.tuples(st.lists(_reports, min_size=1, max_size=3), st.booleans()), max_size=6)


def _keep(store: Store, reports: Sequence[tuple[str, Sequence[EventRecord], int]]) -> None:
    read = [
        (document(name, published=FIRST + timedelta(day)), Reading(tuple(records))) for name, records, day in reports
    ]
    store.add_all(read)


def _at_once(told: Mapping[str, Any], resolver: Resolver, judged: Sequence[Judgement] = ()) -> list[Event]:
    with Store.open(":memory:", resolver=resolver) as store:
        _keep(store, [told[name] for name in sorted(told)])
        for judgement in judged:
            store.judge(judgement)
        return list(store.events())


@pytest.mark.parametrize("resolver", [WithinDays(), Following()], ids=["within-days", "following"])
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(batches=_batches, most=st.sampled_from([1, 3, 2_000]))
def test_events_are_those_of_one_fold_of_all(resolver: Resolver, batches: Any, most: int) -> None:
    told: dict[str, Any] = {}
    # Few are asked at once, so that what was asked of a key is cut in its days.
    asked = patch("comity.store.leaning._MOST_ASKED", most)
    with asked, Store.open(":memory:", resolver=resolver) as store:
        for reports, fold in batches:
            _keep(store, reports)
            told |= {one[0]: one for one in reports}
            if fold:
                store.fold()
        found = list(store.events())
        known = sorted(_known(store, resolver), key=lambda event: event.id)
        assert not _is_stale(store)
    assert found == _at_once(told, resolver)
    assert found == known


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(batches=_batches, chosen=st.data())
def test_judgements_hold_whatever_comes_after_them(batches: Any, chosen: st.DataObject) -> None:
    resolver = WithinDays()
    told: dict[str, Any] = {}
    judged: list[Judgement] = []
    with Store.open(":memory:", resolver=resolver) as store:
        for reports, _ in batches:
            _keep(store, reports)
            told |= {one[0]: one for one in reports}
            ids = [record_id(name, one) for name, records, _ in told.values() for one in records]
            if len(set(ids)) > 1:
                judgement = _judgement(chosen, sorted(set(ids)), len(judged))
                store.judge(judgement)
                judged.append(judgement)
        found = list(store.events())
        assert found == sorted(_known(store, resolver), key=lambda event: event.id)
    present = {record_id(name, one) for name, records, _ in told.values() for one in records}
    still = [one for one in judged if present.issuperset(one.records)]
    if still == judged:
        assert found == _at_once(told, resolver, judged)


def _judgement(chosen: st.DataObject, ids: Sequence[str], number: int) -> Judgement:
    kind = chosen.draw(st.sampled_from(["merge", "split", "reject", "keep"]))
    named = chosen.draw(st.lists(st.sampled_from(ids), min_size=2, max_size=3, unique=True))
    return Judgement(kind=kind, records=tuple(named), by="Ana", at=datetime(2026, 1, 1, number, tzinfo=UTC))


def _known(store: Store, resolver: Resolver) -> list[Event]:
    """Folded in memory, from all reports."""
    return list(events_known(store._engine, resolver, store._docket, date.max))


def _is_stale(store: Store) -> bool:
    with read_transaction(store._engine) as connection:
        return is_anything_stale(connection)
