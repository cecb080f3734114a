"""One contract for every back end of the store."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import msgspec
import pytest

from comity.model.document import Document
from comity.model.record import EventRecord, MembershipRecord, Participant, Place, Reading, Unread, record_id
from comity.store import Store, Wanted
from tests.store.samples import EachAlone, document, meeting, membership

NewDatabase = Callable[[], str]


@pytest.fixture
def store(new_database: NewDatabase) -> Iterator[Store]:
    with Store.open(new_database(), resolver=EachAlone()) as opened:
        yield opened


def test_a_report_comes_back_as_it_was(store: Store) -> None:
    told = Document("a", "a.txt", "Шойгу 上海 🚆 met.", "Title", "UrduPoint", "Sputnik", date(2020, 11, 10), "en", 6)
    store.add(told, Reading(()))
    assert list(store.documents()) == [told]
    assert store.document("a") == told


def test_a_reading_comes_back_as_it_was(store: Store) -> None:
    told = document("a")
    reading = Reading((meeting(told, orgs=("SCO",)), membership(told, "BLR")), (Unread(0, 3, "The", "no rule"),))
    store.add(told, reading)
    assert store.reading("a") == reading


def test_an_unknown_report_has_no_reading(store: Store) -> None:
    assert store.reading("a") is None
    assert store.document("a") is None


def test_reports_kept_together_are_kept_as_one_after_another(new_database: NewDatabase) -> None:
    first, second = document("a"), document("b")
    old, new = Reading((meeting(first),)), Reading((membership(first, "BLR"),))
    read = [(first, old), (second, old), (first, old), (first, new), (second, old)]
    with Store.open(new_database()) as together, Store.open(new_database()) as alone:
        assert together.add_all(read) == [alone.add(*one) for one in read]
        assert list(together.records()) == list(alone.records())
        assert together.readings_of([first, second], rules="") == [new, old]


def test_a_new_report_is_told_as_new_with_its_records(store: Store) -> None:
    told = document("a")
    change = store.add(told, Reading((meeting(told),)))
    assert (change.what, change.came, change.went) == ("new", (record_id("a", meeting(told)),), ())


def test_the_same_reading_again_changes_nothing(store: Store) -> None:
    told = document("a")
    reading = Reading((meeting(told),))
    store.add(told, reading)
    assert store.add(told, reading).what == "unchanged"
    assert store.add(told, reading, rules="newer").what == "unchanged"
    assert len(list(store.records())) == 1


def test_a_report_read_by_other_rules_loses_its_old_records(store: Store) -> None:
    told, other = document("a"), document("b")
    store.add(other, Reading((meeting(other),)))
    store.add(told, Reading((meeting(told, status="held"), membership(told, "BLR"))))
    change = store.add(told, Reading((membership(told, "BLR"), membership(told, "IRN"))))
    assert change.what == "changed"
    assert change.came == (record_id("a", membership(told, "IRN")),)
    assert change.went == (record_id("a", meeting(told)),)
    assert [type(one.record) for one in store.records(Wanted(document="a"))] == [MembershipRecord, MembershipRecord]
    assert [event.reports[0].document for event in store.events()] == ["b"]


def test_a_corrected_report_replaces_the_old_one(store: Store) -> None:
    told = document("a", published=date(2020, 9, 4))
    store.add(told, Reading((meeting(told),)))
    later = msgspec.structs.replace(told, published=date(2020, 9, 5))
    assert store.add(later, Reading((meeting(told),))).what == "changed"
    assert [event.history[0].as_of for event in store.events()] == ["2020-09-05"]


def test_a_copy_from_another_folder_is_the_same_report(store: Store) -> None:
    told = document("a")
    store.add(told, Reading(()))
    copy = msgspec.structs.replace(told, source="elsewhere/a.txt")
    assert store.add(copy, Reading(())).what == "unchanged"


def test_a_record_that_says_the_same_twice_is_kept_once(store: Store) -> None:
    told = document("a")
    store.add(told, Reading((meeting(told), meeting(told))))
    assert len(list(store.records())) == 1


def test_a_reading_is_known_only_for_the_same_report_and_rules(store: Store) -> None:
    told = document("a")
    store.add(told, Reading((meeting(told),)), rules="1")
    assert store.reading_of(told, rules="1") == Reading((meeting(told),))
    assert store.reading_of(told, rules="2") is None
    assert store.reading_of(msgspec.structs.replace(told, title="Corrected"), rules="1") is None


def test_an_event_tells_its_reports_origins_and_history(store: Store) -> None:
    told = document("a", published=date(2020, 9, 4), origin="TASS")
    record = meeting(told, date="2020-09-04")
    store.add(told, Reading((record,)))
    (event,) = store.events()
    assert event.origins == 1
    assert [(step.status, step.as_of, step.date, step.document) for step in event.history] == [
        ("held", "2020-09-04", "2020-09-04", "a")
    ]
    assert [(one.document, one.start, one.end) for one in event.reports] == [("a", 0, 10)]
    assert event.records == (record_id("a", record),)
    assert store.event(event.id) == event
    assert store.event_of(event.records[0]) == event.id


def test_events_keep_their_ids_when_other_reports_come(store: Store) -> None:
    told, other = document("a"), document("b")
    store.add(told, Reading((meeting(told),)))
    before = {event.id for event in store.events()}
    store.add(other, Reading((meeting(other),)))
    assert before < {event.id for event in store.events()}


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(), "abc"),
        (Wanted(org="SCO"), "ab"),
        (Wanted(org="CSTO"), "b"),
        (Wanted(org="sco"), ""),
        (Wanted(orgs=("SCO", "CSTO")), "b"),
        (Wanted(org="CSTO", orgs=("SCO",)), "b"),
        (Wanted(orgs=("SCO", "CIS")), ""),
        (Wanted(kind="exercise"), "c"),
        (Wanted(level="defence_ministers"), "ab"),
        (Wanted(status="scheduled"), "b"),
        (Wanted(state="KAZ"), "a"),
        (Wanted(state="IND"), "b"),
        (Wanted(state="RUS"), "abc"),
        (Wanted(since=date(2020, 9, 4)), "ab"),
        (Wanted(since=date(2020, 9, 5)), "b"),
        (Wanted(until=date(2020, 9, 4)), "b"),
        (Wanted(until=date(2020, 9, 1)), ""),
        (Wanted(since=date(2020, 9, 30), until=date(2020, 10, 1)), "b"),
        (Wanted(org="SCO", status="held"), "a"),
    ],
)
def test_events_are_found_by_what_they_are(store: Store, wanted: Wanted, found: str) -> None:
    for told, record in _three():
        store.add(told, Reading((record,)))
    asked = "".join(sorted(event.reports[0].document for event in store.events(wanted)))
    known = "".join(sorted(event.reports[0].document for event in store.events(wanted, as_of=date(2021, 1, 1))))
    assert (asked, known) == (found, found)


def _three() -> Iterator[tuple[Document, EventRecord]]:
    """One on a day, one in a month, one on no day that is known."""
    a, b, c = (document(name, published=date(2020, 9, day)) for name, day in (("a", 4), ("b", 2), ("c", 1)))
    yield a, meeting(a, orgs=("SCO",), date="2020-09-04", participants=("KAZ", "RUS"))
    yield (
        b,
        meeting(b, orgs=("SCO",), guests=("CSTO",), status="scheduled", date="2020-09", invited=("IND",), chair="RUS"),
    )
    yield c, meeting(c, kind="exercise", level="exercise", persons=(Participant("S. Shoigu", None, "RUS"),))


def test_as_of_a_day_later_reports_are_not_known(store: Store) -> None:
    for told, record in _three():
        store.add(told, Reading((record,)))
    known = [event.reports[0].document for event in store.events(as_of=date(2020, 9, 2))]
    assert sorted(known) == ["b", "c"]


def test_records_are_found_by_organization_and_state(store: Store) -> None:
    told = document("a")
    store.add(told, Reading((meeting(told, orgs=("SCO",), place=Place("Moscow", "RUS")), membership(told, "BLR"))))
    assert [one.record.kind for one in store.records(Wanted(state="BLR"))] == ["membership"]
    assert [one.record.kind for one in store.records(Wanted(state="RUS"))] == ["meeting"]
    assert len(list(store.records(Wanted(org="SCO")))) == 2


def test_more_than_one_batch_comes_in_the_order_of_ids(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("comity.store.store._BATCH", 2)
    names = ["a", "B", "Ж", "10", "9"]
    for name in names:
        store.add(document(name), Reading(()))
    assert [one.id for one in store.documents()] == sorted(names)


def test_ids_are_found_by_their_start(store: Store) -> None:
    told = document("en-001")
    store.add(told, Reading((meeting(told),)))
    (event,) = store.events()
    assert store.ids(event.id[:6]) == [("event", event.id)]
    assert store.ids("en-0") == [("document", "en-001")]
    assert store.ids("EN-0") == []
    assert store.ids("en%") == []


def test_the_same_database_opens_again(new_database: NewDatabase) -> None:
    place = new_database()
    told = document("a")
    with Store.open(place) as store:
        store.add(told, Reading((meeting(told),)))
    with Store.open(place) as store:
        assert len(list(store.events())) == 1


def test_two_programs_write_one_database(new_database: NewDatabase) -> None:
    place = new_database()
    with Store.open(place) as one, Store.open(place) as other:
        one.add(document("a"), Reading(()))
        other.add(document("b"), Reading(()))
        one.add(document("c"), Reading(()))
        assert [told.id for told in other.documents()] == ["a", "b", "c"]
