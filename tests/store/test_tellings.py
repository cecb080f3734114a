"""What single records tell, with the reports that they are from."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from comity.model.record import Reading, record_id
from comity.store import Store
from tests.store.samples import EachAlone, document, meeting, membership

NewDatabase = Callable[[], str]


@pytest.fixture
def store(new_database: NewDatabase) -> Iterator[Store]:
    with Store.open(new_database(), resolver=EachAlone()) as opened:
        yield opened


def test_each_record_that_tells_of_an_event_comes_with_its_report(store: Store) -> None:
    told = document("a", title="They met")
    store.add(told, Reading((meeting(told), membership(told, "BLR"))))
    name, other = record_id("a", meeting(told)), record_id("a", membership(told, "BLR"))
    found = store.tellings_of([name, other, "absent"])
    assert list(found) == [name]
    assert (found[name].record, found[name].report.title) == (meeting(told), "They met")


def test_more_records_than_one_statement_may_name_are_all_found(store: Store) -> None:
    told = [document(f"{number:03}") for number in range(3)]
    store.add_all([(one, Reading((meeting(one),))) for one in told])
    names = [record_id(one.id, meeting(one)) for one in told]
    assert set(store.tellings_of([*(f"absent{number}" for number in range(1200)), *names])) == set(names)
