"""What a person decided holds, whatever is read or folded again, and nothing that was read is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest

from comity.errors import UsageError
from comity.model.event import Event
from comity.model.judgement import Judgement
from comity.model.record import Reading, record_id
from comity.store import Store, Wanted
from tests.store.samples import document, meeting

NewDatabase = Callable[[], str]

DAYS = {"a": "2020-09-04", "b": "2020-09-04", "c": "2020-09", "d": "2021-03-01"}


@pytest.fixture
def store(new_database: NewDatabase) -> Iterator[Store]:
    """Reports A and B tell of one day, C of its month, D of another year: two events."""
    with Store.open(new_database()) as opened:
        for name in DAYS:
            _add(opened, name)
        yield opened


def _add(store: Store, name: str, **fields: Any) -> None:
    told = document(name, published=date(2021, 4, 1))
    record = meeting(told, **({"orgs": ("SCO",), "date": DAYS[name]} | fields))
    store.add(told, Reading((record,)))


def _id(name: str) -> str:
    told = document(name, published=date(2021, 4, 1))
    return record_id(name, meeting(told, orgs=("SCO",), date=DAYS[name]))


def _judge(store: Store, kind: str, names: str, *, minute: int = 0, **fields: Any) -> Judgement:
    at = datetime(2026, 3, 3, 12, minute, tzinfo=UTC)
    judgement = Judgement(kind=kind, records=tuple(map(_id, names)), by="Ana", at=at, why="seen in print", **fields)
    store.judge(judgement)
    return judgement


def _told(store: Store) -> list[str]:
    """The reports of each event."""
    return sorted("".join(sorted(one.document for one in event.reports)) for event in store.events())


def _event(store: Store, name: str) -> Event:
    event = store.event(store.event_of(_id(name)) or "")
    assert event is not None
    return event


def test_without_judgements_the_machine_folds(store: Store) -> None:
    assert _told(store) == ["abc", "d"]


@pytest.mark.parametrize(
    ("judgements", "events"),
    [
        ([("merge", "ad")], ["abcd"]),
        ([("split", "a")], ["a", "bc", "d"]),
        ([("split", "ac")], ["ac", "b", "d"]),
        ([("reject", "a")], ["bc", "d"]),
        ([("reject", "abc")], ["d"]),
        ([("keep", "ac")], ["abc", "d"]),
        ([("split", "a"), ("merge", "ad")], ["ad", "bc"]),
        ([("merge", "ad"), ("split", "a")], ["a", "bc", "d"]),
        ([("reject", "a"), ("merge", "ad")], ["abcd"]),
        ([("split", "ab"), ("split", "b")], ["a", "b", "c", "d"]),
        ([("merge", "cd"), ("reject", "c")], ["ab", "d"]),
    ],
)
def test_the_last_judgement_of_a_record_holds(
    store: Store, judgements: list[tuple[str, str]], events: list[str]
) -> None:
    store.fold()
    for minute, (kind, names) in enumerate(judgements):
        _judge(store, kind, names, minute=minute)
    assert _told(store) == events
    assert sorted("".join(sorted(one.document for one in event.reports)) for event in _as_of(store)) == events


def _as_of(store: Store) -> list[Event]:
    """All known reports, folded in memory: one without a day makes what was known another thing than what is."""
    told = document("z")
    store.add(told, Reading((meeting(told, orgs=("CIS",)),)))
    return list(store.events(as_of=date(2021, 4, 1)))


def test_a_judgement_survives_reading_again(store: Store) -> None:
    _judge(store, "merge", "ad")
    store.add(document("a"), Reading(()))
    assert _told(store) == ["bc", "d"]
    _add(store, "a")
    assert _told(store) == ["abcd"]


def test_a_judgement_survives_other_rules_of_folding(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    _judge(store, "split", "a")
    _judge(store, "merge", "bd", minute=1)
    before = _told(store)
    monkeypatch.setattr("comity.resolving.Following.version", "newer")
    assert _told(store) == before == ["a", "bcd"]


def test_a_correction_is_seen_beside_what_was_read(store: Store) -> None:
    judgement = _judge(store, "correct", "a", field="date", value='"2020-09-05"')
    event = _event(store, "b")
    assert (event.date, event.judged) == ("2020-09-05", (judgement.id,))
    assert "2020-09-04" in [version.value for version in event.versions["date"]]
    assert [one.record.date for one in store.records() if one.id == _id("a")] == ["2020-09-04"]  # type: ignore[union-attr]


def test_a_correction_is_found_by(store: Store) -> None:
    _judge(store, "correct", "d", field="orgs", value='["SCO", "CSTO"]')
    assert [event.id for event in store.events(Wanted(org="CSTO"))] == [_event(store, "d").id]


def test_the_later_correction_of_a_field_holds(store: Store) -> None:
    _judge(store, "correct", "a", field="edition", value="20", minute=5)
    _judge(store, "correct", "b", field="edition", value="19", minute=1)
    assert _event(store, "a").edition == 20


def test_judgements_are_kept_with_who_when_and_why(store: Store) -> None:
    later, earlier = _judge(store, "keep", "ac", minute=9), _judge(store, "split", "d", minute=1)
    assert store.judgements() == [earlier, later]


def test_the_same_judgement_again_changes_nothing(store: Store) -> None:
    judgement = _judge(store, "merge", "ad")
    store.judge(judgement)
    assert store.judgements() == [judgement]


@pytest.mark.parametrize(
    ("kind", "fields", "why"),
    [
        ("marry", {}, "unknown kind of judgement 'marry'"),
        ("merge", {}, "two records or more"),
        ("correct", {"field": "records", "value": "[]"}, "'records' cannot be corrected"),
        ("correct", {"field": "date", "value": '"soon"'}, "'soon'"),
        ("correct", {"field": "date", "value": "soon"}, "no value of an event's 'date'"),
        ("correct", {"field": "status", "value": '"missed"'}, "unknown status 'missed'; known are held"),
        ("correct", {"field": "edition", "value": '"20th"'}, "no value of an event's 'edition'"),
        ("correct", {"field": None, "value": None}, "cannot be corrected"),
    ],
)
def test_a_judgement_that_cannot_be_followed_is_refused(
    store: Store, kind: str, fields: dict[str, Any], why: str
) -> None:
    with pytest.raises(UsageError, match=why):
        _judge(store, kind, "a", **fields)
    assert store.judgements() == []


def test_a_judgement_of_an_unknown_record_is_refused(store: Store) -> None:
    judgement = Judgement(kind="split", records=("nobody",), by="Ana", at=datetime(2026, 1, 1, tzinfo=UTC))
    with pytest.raises(UsageError, match="no record has the id 'nobody'"):
        store.judge(judgement)


def test_a_doubtful_link_has_both_sides_and_the_reason(store: Store) -> None:
    (one,) = store.doubtful(below=2.0)
    assert one.event == _event(store, "a").id
    assert (one.records, set(one.on_records)) == ((_id("c"),), {_id("a"), _id("b")})
    assert one.link.because
    assert store.links(one.event) == [one]
    assert store.links(_event(store, "d").id) == []


@pytest.mark.parametrize(("kind", "names"), [("keep", "ac"), ("merge", "bc"), ("split", "c"), ("reject", "c")])
def test_what_a_person_settled_is_no_longer_doubtful(store: Store, kind: str, names: str) -> None:
    _judge(store, kind, names)
    assert store.doubtful(below=2.0) == []


def test_what_is_sure_enough_is_not_doubtful(store: Store) -> None:
    assert store.doubtful(below=0.0) == []
