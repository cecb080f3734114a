"""What is in doubt, and what persons decide: it holds through every folding, and what was read stays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from comity.errors import UnknownNameError, UsageError
from comity.model.document import Document
from comity.model.event import Event
from comity.model.record import AnyRecord, Reading, record_id
from comity.query.doubts import doubts
from comity.query.judging import events_judged, judge
from comity.resolving import Account, Link
from comity.store import Store
from tests.store.samples import EachAlone, document, meeting, membership


class ByOrganization(EachAlone):
    """Records of the same organizations are half surely one event."""

    version = "by-organization"

    def lean(self, accounts: Sequence[Account]) -> Mapping[str, Link]:
        first: dict[tuple[str, ...], str] = {}
        for one in sorted(accounts, key=lambda account: account.id):
            first.setdefault(one.sample.orgs, one.id)
        return {
            one.id: Link(one.id, first[one.sample.orgs], 0.5, "same organizations")
            for one in accounts
            if one.id != first[one.sample.orgs]
        }


A, B, C, D = (document(one, outlet=f"Outlet {one}", published=date(2020, 9, day)) for day, one in enumerate("abcd", 5))


def _sco(told: Document, **fields: Any) -> AnyRecord:
    return meeting(told, **({"orgs": ("SCO",), "date": "2020-09-04"} | fields))


def _keep(store: Store, told: Document, *records: AnyRecord) -> list[str]:
    store.add(told, Reading(records))
    return [record_id(told.id, record) for record in records]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "a.db", resolver=ByOrganization()) as opened:
        yield opened


@pytest.fixture
def alone(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "alone.db", resolver=EachAlone()) as opened:
        yield opened


def _event(store: Store, record: str) -> Event:
    event = store.event(store.event_of(record) or "")
    assert event is not None
    return event


def _kinds(store: Store, **asked: Any) -> list[str]:
    return [doubt.doubt for doubt in doubts(store, asked)]


def test_a_doubtful_merge_has_the_words_of_both_sides(store: Store) -> None:
    (first,), (second,) = _keep(store, A, _sco(A)), _keep(store, B, _sco(B))
    (doubt,) = doubts(store, {}, kinds=["merge"])
    assert (doubt.doubt, doubt.sure, doubt.because) == ("merge", 0.5, "same organizations")
    assert doubt.event == _event(store, first).id
    assert {side.records for side in doubt.sides} == {(first,), (second,)}
    assert doubt.id == doubt.sides[0].records[0]
    (words,) = doubt.sides[0].words
    assert (words.record, words.quote) == (doubt.id, "They met i")
    assert words.outlet in ("Outlet a", "Outlet b")
    assert doubt.sides[0].says == "held meeting of defence ministers, SCO, 2020-09-04"


def test_a_merge_that_is_kept_is_in_doubt_no_more(store: Store) -> None:
    _keep(store, A, _sco(A))
    _keep(store, B, _sco(B))
    (doubt,) = doubts(store, {}, kinds=["merge"])
    judge(store, "keep", [doubt.id[:10]], by="Ana", why="both mean Friday")
    assert doubts(store, {}, kinds=["merge"]) == []


def test_a_split_parts_records_and_survives_what_comes_later(store: Store) -> None:
    (first,), (second,) = _keep(store, A, _sco(A)), _keep(store, B, _sco(B))
    judge(store, "split", [_event(store, first).id, second], by="Ana", why="another hall")
    _keep(store, C, _sco(C))
    assert _event(store, second).records == (second,)
    assert second not in _event(store, first).records
    assert len(_event(store, first).records) == 2


def test_a_merge_joins_events_and_survives_newer_rules(tmp_path: Path, alone: Store) -> None:
    (first,), (second,) = _keep(alone, A, _sco(A)), _keep(alone, B, _sco(B, date="2019"))
    told = judge(alone, "merge", [_event(alone, first).id[:8], second], by="Ana", why="one session")
    assert told.records == (first, second)
    assert set(_event(alone, first).records) == {first, second}
    assert _event(alone, first).judged == (told.id,)

    class Newer(EachAlone):
        version = "newer"

    with Store.open(tmp_path / "alone.db", resolver=Newer()) as again:
        assert set(_event(again, first).records) == {first, second}


def test_a_correction_holds_and_what_was_read_stays(alone: Store) -> None:
    (first,) = _keep(alone, A, _sco(A))
    told = judge(alone, "correct", [_event(alone, first).id], by="Ana", why="their page", correction="date=2020-09-05")
    event = _event(alone, first)
    assert (event.date, event.judged) == ("2020-09-05", (told.id,))
    assert [version.value for version in event.versions["date"]][-1:] == ["2020-09-04"]
    stored = alone.record(first)
    assert stored is not None
    assert getattr(stored.record, "date", None) == "2020-09-04"


def test_a_correction_survives_that_its_report_is_read_again(alone: Store) -> None:
    (first,) = _keep(alone, A, _sco(A))
    judge(alone, "correct", [first], by="Ana", correction="place=Moscow, Russia")
    _keep(alone, A, _sco(A), membership(A, "BLR"))
    _keep(alone, B, _sco(B))
    place = _event(alone, first).place
    assert (place.city, place.country) == ("Moscow", "RUS")


def test_what_is_split_off_later_does_not_take_the_correction_along(store: Store) -> None:
    (first,), (second,) = _keep(store, A, _sco(A)), _keep(store, B, _sco(B))
    event = _event(store, first)
    judge(store, "correct", [event.id], by="Ana", correction="edition=20")
    judge(store, "split", [event.id, second], by="Ana")
    assert (_event(store, first).edition, _event(store, second).edition) == (20, None)
    assert len(_event(store, second).judged) == 1


def test_rejected_records_tell_of_no_event_and_stay_as_read(alone: Store) -> None:
    (first,) = _keep(alone, A, _sco(A))
    told = judge(alone, "reject", [_event(alone, first).id], by="Ana", why="a film festival")
    assert list(alone.events()) == []
    assert alone.record(first) is not None
    assert events_judged(alone, told) == []


def test_the_later_judgement_holds(alone: Store) -> None:
    (first,), (second,) = _keep(alone, A, _sco(A)), _keep(alone, B, _sco(B))
    judge(alone, "merge", [first, second], by="Ana")
    judge(alone, "split", [_event(alone, first).id, second], by="Bo")
    assert _event(alone, first).id != _event(alone, second).id
    assert [one.by for one in alone.judgements()] == ["Ana", "Bo"]


def _contradicts(told: Document, state: str) -> AnyRecord:
    return msgspec.structs.replace(membership(told, state), verdict="contradicts", date="2019-01-01")


def test_a_membership_that_the_catalogue_has_otherwise_stands_beside_its_statements(alone: Store) -> None:
    (first,) = _keep(alone, A, _contradicts(A, "BLR"))
    (doubt,) = doubts(alone, {})
    assert (doubt.id, doubt.doubt, doubt.event) == (first, "membership", None)
    report, *catalogue = doubt.sides
    assert (report.says, report.records) == ("BLR accession SCO 2019-01-01", (first,))
    assert any(side.says.startswith("catalogue: BLR member of SCO, 2024-07-04/..") for side in catalogue)


@pytest.mark.parametrize("kind", ["keep", "reject"])
def test_a_membership_that_was_judged_is_in_doubt_no_more(alone: Store, kind: str) -> None:
    first, second = _keep(alone, A, _contradicts(A, "BLR"), _contradicts(A, "AFG"))
    judge(alone, kind, [first], by="Ana")
    assert [doubt.id for doubt in doubts(alone, {})] == [second]


def test_a_membership_that_agrees_is_no_doubt(alone: Store) -> None:
    _keep(alone, A, msgspec.structs.replace(membership(A, "BLR"), verdict="agrees"))
    assert doubts(alone, {}) == []


def test_reports_that_contradict_each_other_are_told_with_both_values(store: Store) -> None:
    (first,), _, _ = _keep(store, A, _sco(A)), _keep(store, B, _sco(B)), _keep(store, C, _sco(C, date="2020-09-07"))
    (doubt,) = doubts(store, {}, kinds=["field"])
    assert (doubt.field, doubt.id) == ("date", f"{_event(store, first).id}:date")
    assert [side.says for side in doubt.sides] == ["2020-09-04 (2 origins)", "2020-09-07 (one origin)"]
    assert [word.document for word in doubt.sides[1].words] == ["c"]


@pytest.mark.parametrize(("kind", "correction"), [("keep", ""), ("correct", "date=2020-09-04")])
def test_a_field_that_was_kept_or_corrected_is_in_doubt_no_more(store: Store, kind: str, correction: str) -> None:
    _keep(store, A, _sco(A))
    _keep(store, B, _sco(B, date="2020-09-07"))
    (doubt,) = doubts(store, {}, kinds=["field"])
    judge(store, kind, [doubt.id if kind == "keep" else str(doubt.event)], by="Ana", correction=correction)
    assert doubts(store, {}, kinds=["field"]) == []


def test_keeping_a_field_settles_no_merge(store: Store) -> None:
    _keep(store, A, _sco(A))
    _keep(store, B, _sco(B, date="2020-09-07"))
    (doubt,) = doubts(store, {}, kinds=["field"])
    judge(store, "keep", [doubt.id], by="Ana")
    assert _kinds(store) == ["merge"]


def test_doubts_are_asked_by_the_filters_of_events(store: Store) -> None:
    for told in (A, B):
        _keep(store, told, _sco(told))
    for told in (C, D):
        _keep(store, told, _sco(told, orgs=("CIS",)))
    assert (_kinds(store), _kinds(store, org="ШОС"), _kinds(store, org="NATO")) == (["merge"] * 2, ["merge"], [])
    assert len(doubts(store, {}, limit=1)) == 1
    with pytest.raises(UnknownNameError, match="unknown organization"):
        doubts(store, {"org": "Arab Leage"})
    with pytest.raises(UsageError, match="unknown kind of doubt 'all'"):
        doubts(store, {}, kinds=["all"])


@pytest.mark.parametrize(
    ("kind", "ids", "correction", "why"),
    [
        ("merge", [], "", "to merge takes an id"),
        ("merge", ["R"], "", "two records or more"),
        ("merge", ["a"], "", "'a' is a report"),
        ("split", ["E"], "", "which records are another event"),
        ("split", ["E", "R"], "", "nothing would be parted"),
        ("split", ["E", "S"], "", "is no record of the event"),
        ("split", ["a", "R"], "", "is no event, nor a record of one"),
        ("correct", ["E"], "colour=red", "corrects no field"),
        ("keep", ["R"], "", "nothing to keep"),
        ("keep", ["E:date"], "", "tell nothing different"),
        ("reject", ["zzz"], "", "no event, record or report"),
        ("bless", ["R"], "", "unknown kind of judgement 'bless'"),
    ],
)
def test_a_judgement_that_cannot_be_is_told(alone: Store, kind: str, ids: list[str], correction: str, why: str) -> None:
    (first,), (second,) = _keep(alone, A, _sco(A)), _keep(alone, B, _sco(B))
    names = {"R": first, "S": second, "E": _event(alone, first).id, "E:date": f"{_event(alone, first).id}:date"}
    with pytest.raises(UsageError, match=why):
        judge(alone, kind, [names.get(one, one) for one in ids], by="Ana", correction=correction)
    assert alone.judgements() == []


def test_a_judgement_is_somebody_s(alone: Store) -> None:
    (first,) = _keep(alone, A, _sco(A))
    with pytest.raises(UsageError, match="by whom"):
        judge(alone, "reject", [first], by="  ")
