"""Events follow their records, through whichever resolver."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import pytest

from comity.model.record import Reading
from comity.resolving import Account, Following, Link, Telling
from comity.store import Store, Wanted
from tests.store.samples import EachAlone, document, meeting

NewDatabase = Callable[[], str]


class ByOrganization(Following):
    """One event an organization: coarse, and enough to see what is folded together."""

    version = "by-organization"

    def __init__(self) -> None:
        self.folded: list[str] = []
        self.asked: list[str] = []

    def group(self, telling: Telling) -> str:
        return "+".join(telling.record.orgs) or telling.id

    def account(self, tellings: Sequence[Telling]) -> Account:
        self.folded.append(self.group(tellings[0]))
        return super().account(tellings)

    def lean(self, accounts: Sequence[Account]) -> Mapping[str, Link]:
        self.asked += [account.id for account in accounts]
        return {}


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
        resolver.asked.clear()
        _add(store, "c", "CIS")
        assert store.fold() == 1
        assert resolver.folded == ["CIS"]
        assert resolver.asked == ["CIS"]


def test_what_changed_is_told_while_folding(new_database: NewDatabase) -> None:
    told: list[tuple[str, int, int]] = []
    with Store.open(new_database(), resolver=EachAlone()) as store:
        _add(store, "a", "SCO")
        _add(store, "b", "CIS")
        store.fold(lambda *what: told.append(what))
    assert told == [("accounts", 2, 2), ("leaning", 2, 2), ("events", 2, 2)]


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


def test_other_rules_of_folding_fold_everything_again(
    new_database: NewDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("comity.store.regrouping._BATCH", 2)
    place = new_database()
    with Store.open(place, resolver=EachAlone()) as store:
        for name in "abcde":
            _add(store, name, "SCO")
        assert _events(store) == list("abcde")
    with Store.open(place, resolver=ByOrganization()) as store:
        assert [len(event.reports) for event in store.events(Wanted(org="SCO"))] == [5]
    with Store.open(place, resolver=EachAlone()) as store:
        assert _events(store) == list("abcde")


def test_a_run_that_ended_before_folding_is_caught_up_with(new_database: NewDatabase) -> None:
    place = new_database()
    with Store.open(place, resolver=EachAlone()) as store:
        _add(store, "a", "SCO")
    with Store.open(place, resolver=EachAlone()) as store:
        assert _events(store) == ["a"]


def test_an_event_is_found_by_the_id_that_it_had_before_an_earlier_report(new_database: NewDatabase) -> None:
    later, earlier = document("b", published=date(2020, 9, 5)), document("a", published=date(2020, 9, 4))
    with Store.open(new_database()) as store:
        store.add(later, Reading((meeting(later, orgs=("SCO",), date="2020-09-03"),)))
        (before,) = store.events()
        store.add(earlier, Reading((meeting(earlier, orgs=("SCO",), date="2020-09-03"),)))
        (after,) = store.events()
        assert after.id != before.id
        assert store.event(before.id) == after
        assert store.ids(before.id) == [("event", after.id)]


def test_copies_of_one_text_have_one_voice(new_database: NewDatabase) -> None:
    words = " ".join(f"word{number} told" for number in range(60))
    with Store.open(new_database()) as store:
        for outlet, text in (("A", words), ("B", f"{words} again"), ("C", "They met, says a text of its own.")):
            told = document(outlet, text=text, outlet=outlet)
            store.add(told, Reading((meeting(told, orgs=("SCO",), date="2020-09-03"),)))
        (event,) = store.events()
        assert (len(event.reports), event.origins) == (3, 2)
