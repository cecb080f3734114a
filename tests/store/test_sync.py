"""Events follow their records, through whichever resolver."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import msgspec

from comity.model.document import digest
from comity.model.event import Event
from comity.model.record import Reading
from comity.resolving import Telling
from comity.resolving.alone import event_of
from comity.store import Store, Wanted
from tests.store.samples import document, meeting

NewDatabase = Callable[[], str]


class ByOrganization:
    """One event an organization: coarse, and enough to see what is folded together."""

    version = "by-organization"

    def __init__(self) -> None:
        self.folded: list[str] = []

    def group(self, telling: Telling) -> str:
        return "+".join(telling.record.orgs) or telling.id

    def fold(self, tellings: Sequence[Telling]) -> Iterable[Event]:
        self.folded.append(self.group(tellings[0]))
        alone = [event_of(telling) for telling in tellings]
        yield msgspec.structs.replace(
            alone[0],
            id=digest("event", self.group(tellings[0])),
            reports=tuple(one for event in alone for one in event.reports),
            records=tuple(telling.id for telling in tellings),
        )


def _add(store: Store, id: str, *orgs: str) -> None:
    told = document(id)
    store.add(told, Reading((meeting(told, orgs=orgs),)))


def _events(store: Store) -> list[str]:
    return sorted("".join(one.document for one in event.reports) for event in store.events())


def test_records_of_one_group_are_one_event(new_database: NewDatabase) -> None:
    with Store.open(new_database(), resolver=ByOrganization()) as store:
        _add(store, "b", "SCO")
        _add(store, "c", "CIS")
        _add(store, "a", "SCO")
        assert sorted(map(sorted, _events(store))) == [["a", "b"], ["c"]]


def test_only_groups_that_changed_are_folded_again(new_database: NewDatabase) -> None:
    resolver = ByOrganization()
    with Store.open(new_database(), resolver=resolver) as store:
        _add(store, "a", "SCO")
        _add(store, "b", "CIS")
        store.fold()
        resolver.folded.clear()
        _add(store, "c", "CIS")
        assert store.fold() == 1
        assert resolver.folded == ["CIS"]


def test_a_record_that_moves_leaves_its_old_event(new_database: NewDatabase) -> None:
    with Store.open(new_database(), resolver=ByOrganization()) as store:
        _add(store, "a", "SCO")
        _add(store, "b", "SCO")
        assert len(_events(store)) == 1
        _add(store, "b", "CIS")
        assert _events(store) == ["a", "b"]


def test_an_event_without_records_is_gone(new_database: NewDatabase) -> None:
    with Store.open(new_database(), resolver=ByOrganization()) as store:
        _add(store, "a", "SCO")
        assert len(_events(store)) == 1
        store.add(document("a"), Reading(()))
        assert _events(store) == []


def test_other_rules_of_folding_fold_everything_again(new_database: NewDatabase) -> None:
    place = new_database()
    with Store.open(place) as store:
        _add(store, "a", "SCO")
        _add(store, "b", "SCO")
        assert _events(store) == ["a", "b"]
    with Store.open(place, resolver=ByOrganization()) as store:
        assert [len(event.reports) for event in store.events(Wanted(org="SCO"))] == [2]
    with Store.open(place) as store:
        assert _events(store) == ["a", "b"]


def test_a_run_that_ended_before_folding_is_caught_up_with(new_database: NewDatabase) -> None:
    place = new_database()
    with Store.open(place) as store:
        _add(store, "a", "SCO")
    with Store.open(place) as store:
        assert _events(store) == ["a"]
