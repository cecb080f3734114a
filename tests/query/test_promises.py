"""The promises of a store, by whom and about what, and how often they are kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest

from comity.errors import UnknownNameError
from comity.model.document import Document, Evidence
from comity.model.promise import Promise
from comity.model.record import AnyRecord, EventRecord, MembershipRecord, Reading, StatementRecord
from comity.query.promises import COLUMNS, Promises, asked_for, find_promises
from comity.store import Store

TODAY = date(2025, 12, 31)


def _words(start: int = 0) -> tuple[Evidence, ...]:
    return (Evidence(start, start + 10, "will meet x"[:10]),)


def _meeting(status: str, when: str | None, *orgs: str, start: int = 0) -> EventRecord:
    return EventRecord(
        kind="meeting", status=status, level="heads_of_state", orgs=orgs or ("SCO",), date=when, evidence=_words(start)
    )


def _says(stance: str, content: str, *, start: int = 0, state: str | None = "RUS") -> StatementRecord:
    return StatementRecord(
        speaker="Vladimir Putin",
        office="president",
        state=state,
        stance=stance,
        content=content,
        evidence=_words(start),
    )


def _add(store: Store, name: str, day: str, *records: AnyRecord) -> None:
    document = Document(name, name, "x" * 2000, published=date.fromisoformat(day))
    store.add(document, Reading(records))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "promises.db") as opened:
        yield opened


def _found(
    store: Store, as_of: date = TODAY, asked: Mapping[str, str | date] | None = None
) -> list[tuple[str | None, str, str]]:
    return [(one.by, one.what, one.outcome) for one in find_promises(store, asked_for(asked or {}), as_of=as_of)]


def test_what_was_held_without_a_word_before_is_no_promise(store: Store) -> None:
    _add(store, "a", "2020-11-10", _meeting("held", "2020-11-10"))
    assert _found(store) == []


def test_a_plan_and_what_became_of_it(store: Store) -> None:
    _add(store, "a", "2020-02-01", _meeting("scheduled", "2020-11-10"), _says("announces", "they will meet"))
    _add(store, "b", "2020-11-10", _meeting("held", "2020-11-10"))
    (promise,) = find_promises(store, asked_for({}), as_of=TODAY)
    assert (promise.by, promise.person, promise.made_on, promise.due) == (
        "RUS",
        "Vladimir Putin",
        "2020-02-01",
        "2020-11-10",
    )
    assert (promise.outcome, promise.held, promise.series) == ("kept", "2020-11-10", "SCO/heads-of-state")
    assert [(one.document, one.start, one.end) for one in promise.evidence] == [("a", 0, 10)]
    assert store.event(promise.event or "") is not None


def test_before_it_was_held_it_was_open(store: Store) -> None:
    _add(store, "a", "2020-02-01", _meeting("scheduled", "2020-11-10"))
    _add(store, "b", "2020-11-10", _meeting("held", "2020-11-10"))
    assert _found(store, date(2020, 6, 1)) == [("SCO", "hold the SCO summit on 10 November 2020", "open")]


def test_before_it_was_made_there_was_none(store: Store) -> None:
    _add(store, "a", "2020-02-01", _meeting("scheduled", "2020-11-10"), _says("promises", "to help", start=500))
    assert _found(store, date(2020, 1, 31)) == []


def test_a_wish_that_no_event_carries_is_for_the_meetings_told_of_before(store: Store) -> None:
    _add(
        store, "a", "2020-11-10", _meeting("held", "2020-11-10"), _says("hopes", "that they meet every year", start=500)
    )
    assert _found(store, date(2021, 6, 1)) == [("RUS", "make the SCO summit regular", "open")]


def test_a_wish_that_an_event_carries_is_told_once(store: Store) -> None:
    hope = EventRecord(
        kind="meeting",
        status="hoped",
        level="heads_of_state",
        orgs=("SCO",),
        evidence=(Evidence(0, 30, "hopes they will become regular"),),
    )
    _add(store, "a", "2020-11-10", hope, _says("hopes", "they will become regular"))
    assert _found(store, date(2021, 6, 1)) == [("RUS", "make the SCO summit regular", "open")]


def test_a_promise_in_own_words_is_told_and_not_counted(store: Store) -> None:
    _add(store, "a", "2020-01-01", _says("promises", "to work together"))
    found = find_promises(store, asked_for({}), as_of=TODAY)
    assert [(one.what, one.outcome, one.checked) for one in found] == [("“to work together”", "lapsed", False)]
    assert (found.judged, found.kept_rate) == (0, None)


def test_the_same_words_in_two_reports_are_one_promise(store: Store) -> None:
    _add(store, "b", "2020-01-02", _says("promises", "to work together"))
    _add(store, "a", "2020-01-01", _says("promises", "to work together"))
    (promise,) = find_promises(store, asked_for({}), as_of=TODAY)
    assert (promise.made_on, [one.document for one in promise.evidence]) == ("2020-01-01", ["a", "b"])


def test_what_is_only_said_is_no_promise(store: Store) -> None:
    _add(store, "a", "2020-01-01", _says("says", "the talks were fruitful"), _says("calls_for", "restraint", start=500))
    assert _found(store) == []


def test_a_state_that_is_to_be_a_member_on_a_later_day(store: Store) -> None:
    joins = MembershipRecord(
        org="NATO", state="FIN", status="member", change="accession", date="2023-04-04", evidence=_words()
    )
    _add(store, "a", "2023-04-03", joins)
    assert _found(store) == [("NATO", "Finland to become a member of NATO on 4 April 2023", "kept")]


def test_an_applicant_that_is_named_in_a_decision_to_admit_it(store: Store) -> None:
    applies = MembershipRecord(org="ASEAN", state="TLS", status="applicant", date="2011", evidence=_words(500))
    _add(store, "a", "2022-11-11", _says("says", "ASEAN will admit Timor-Leste", state=None), applies)
    assert _found(store) == [("ASEAN", "Timor-Leste to become a member of ASEAN", "kept")]


def _two(store: Store) -> None:
    _add(store, "a", "2020-02-01", _meeting("scheduled", "2020-11-10"), _says("announces", "they will meet"))
    _add(store, "b", "2020-11-10", _meeting("held", "2020-11-10"))
    _add(store, "c", "2025-03-01", _meeting("scheduled", "2027", "OTS"))


@pytest.mark.parametrize(
    ("asked", "outcomes"),
    [
        ({}, ["kept", "open"]),
        ({"by": "RUS"}, ["kept"]),
        ({"by": "Russia"}, ["kept"]),
        ({"by": "putin"}, ["kept"]),
        ({"by": "Organization of Turkic States"}, ["open"]),
        ({"state": "Russian Federation"}, ["kept"]),
        ({"person": "Putin"}, ["kept"]),
        ({"org": "ШОС"}, ["kept"]),
        ({"outcome": "open"}, ["open"]),
        ({"outcome": "late"}, []),
        ({"since": "2020-02-02"}, ["open"]),
        ({"until": date(2020, 2, 2)}, ["kept"]),
    ],
)
def test_by_whom_about_what_and_when(store: Store, asked: dict[str, str | date], outcomes: list[str]) -> None:
    _two(store)
    assert [outcome for _, _, outcome in _found(store, asked=asked)] == outcomes


@pytest.mark.parametrize("asked", [{"org": "SOC"}, {"state": "Rusia"}, {"outcome": "keptt"}, {"color": "red"}])
def test_an_unknown_name_is_an_error_that_names_it(store: Store, asked: dict[str, str | date]) -> None:
    with pytest.raises(
        UnknownNameError, match=repr(next(iter({**asked}.keys() if "color" in asked else asked.values())))
    ):
        _found(store, asked=asked)


def _promise(outcome: str, *, checked: bool = True) -> Promise:
    return Promise(
        id=outcome, by=None, what="w", made_on=None, due=None, outcome=outcome, stance="s", because="b", checked=checked
    )


def test_the_rate_is_of_those_that_have_come_due_and_can_be_told() -> None:
    outcomes = ["kept", "kept", "late", "lapsed", "open"]
    found = Promises([*map(_promise, outcomes), _promise("lapsed", checked=False)])
    assert (found.judged, found.kept_rate) == (4, 0.5)
    assert found.summary == "kept 2 of 4 (50 %), late 1, open 1, lapsed 1; 1 in own words, which nothing can tell"


def test_a_rate_of_none_is_none() -> None:
    assert Promises([_promise("open")]).kept_rate is None
    assert Promises([_promise("open")]).summary == "none has come due, open 1"


def test_a_part_of_them_is_such_a_list_too() -> None:
    found = Promises([_promise("kept"), _promise("open")])
    assert found[:1].summary == "kept 1 of 1 (100 %)"
    assert found[1].outcome == "open"


def test_as_a_table(store: Store) -> None:
    _two(store)
    frame = find_promises(store, asked_for({}), as_of=TODAY).to_frame()
    assert list(frame.columns) == list(COLUMNS)
    assert list(frame["outcome"]) == ["kept", "open"]
    assert list(frame["reports"]) == [1, 1]
