"""From what reports tell of an event to promises and their outcomes."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.model.membership import Source
from comity.model.promise import OUTCOMES, Promise
from comity.model.record import Place, StatementRecord
from comity.model.series import Edition
from comity.query.promising import fulfilled, promises_of, wishes_of
from comity.resolving import Telling
from tests.query.tellings import Memory, event_of, said, told

LATER = date(2026, 1, 1)
PLAN = told("2019-12-25", "scheduled", "2020-07-21/2020-07-23")
MOSCOW, TASHKENT = Place("Moscow", "RUS"), Place("Tashkent", "UZB")


def _silent(_: str) -> list[StatementRecord]:
    return []


def _promises(*tellings: Telling, as_of: date = LATER, archive: Memory | None = None) -> list[Promise]:
    return promises_of(event_of(*tellings), tellings, _silent, archive=archive or Memory(), as_of=as_of)


def _outcome(*tellings: Telling, as_of: date = LATER, archive: Memory | None = None) -> str:
    return _promises(*tellings, as_of=as_of, archive=archive)[0].outcome


@pytest.mark.parametrize(
    ("planned", "held", "outcome"),
    [
        ("2020-07-21/2020-07-23", "2020-07-22", "kept"),
        ("2020-07-21/2020-07-23", "2020-11-10", "late"),
        ("2020-07-21", "2020-07-22", "late"),
        ("2020-07", "2020-08-01", "kept"),
        ("2020-07", "2020-08-02", "late"),
        ("2020-07", "2020-06-20", "kept"),
        ("2020", "2020-09", "kept"),
        ("2024-34", "2025-04-04", "late"),
        (None, "2021-01-05", "kept"),
    ],
)
def test_what_was_held_is_kept_or_late(planned: str | None, held: str, outcome: str) -> None:
    assert _outcome(told("2019-12-25", "scheduled", planned), told("2025-05-01", "held", held)) == outcome


@pytest.mark.parametrize(
    ("tellings", "outcome"),
    [
        # A meeting that was called off did not take place as announced, whatever is offered later.
        ((told("2020-05-01", "cancelled", "2020-07"),), "broken"),
        ((told("2020-05-01", "cancelled", "2020-07"), told("2022-01-03", "proposed", None)), "broken"),
        ((told("2020-05-01", "denied", None),), "lapsed"),
        ((told("2020-05-27", "postponed", "2020-11"),), "repeated"),
        ((told("2022-01-03", "proposed", None),), "repeated"),
    ],
)
def test_what_was_not_held_has_the_outcome_of_the_last_word(tellings: tuple[Telling, ...], outcome: str) -> None:
    assert _outcome(PLAN, *tellings) == outcome


def test_a_denial_breaks_what_had_been_fixed_to_the_day() -> None:
    plan = told("2023-04-26", "scheduled", "2023-05-24")
    assert _outcome(plan, told("2023-05-17", "denied", None)) == "broken"


def test_a_denial_before_the_announcement_does_not_count() -> None:
    assert _outcome(told("2020-01-01", "denied", None), told("2020-06-01", "scheduled", "2030")) == "open"


def test_to_hold_it_elsewhere_in_time_is_to_break_it() -> None:
    plan = told("2023-05-20", "proposed", "2024", place=Place(None, "IND"))
    (promise,) = _promises(plan, told("2024-10-01", "held", "2024-09", place=Place(None, "USA")))
    assert (promise.outcome, promise.because) == ("broken", "held 2024-09 in USA, not in IND")


@pytest.mark.parametrize(
    ("status", "due", "as_of", "outcome"),
    [
        ("scheduled", "2020-07", date(2020, 7, 31), "open"),
        ("scheduled", "2020-07", date(2021, 12, 31), "open"),
        ("scheduled", "2020-07", date(2022, 9, 1), "lapsed"),
        ("proposed", "2020-07", date(2020, 10, 1), "open"),
        ("proposed", "2020-07", date(2020, 12, 1), "lapsed"),
        # What may be at any time of a year may be told of a year later.
        ("proposed", "2020", date(2021, 12, 1), "open"),
        ("hoped", None, date(2021, 1, 1), "open"),
        ("hoped", None, date(2022, 1, 1), "lapsed"),
    ],
)
def test_silence_comes_to_nothing_after_a_while(status: str, due: str | None, as_of: date, outcome: str) -> None:
    assert _outcome(told("2019-12-25", status, due), as_of=as_of) == outcome


def test_reports_after_the_day_asked_for_are_not_known() -> None:
    held = told("2020-11-11", "held", "2020-11-10")
    assert _outcome(PLAN, held, as_of=date(2020, 8, 1)) == "open"


def test_said_again_for_the_same_time_is_one_promise() -> None:
    (promise,) = _promises(PLAN, told("2020-03-01", "scheduled", "2020-07"), told("2020-07-24", "held", "2020-07-22"))
    assert (promise.made_on, len(promise.evidence)) == ("2019-12-25", 2)


def test_another_time_is_another_promise() -> None:
    promises = _promises(PLAN, told("2020-10-01", "scheduled", "2020-11-10"), told("2020-11-11", "held", "2020-11-10"))
    assert [(one.due, one.outcome) for one in promises] == [
        ("2020-07-21/2020-07-23", "late"),
        ("2020-11-10", "kept"),
    ]


def test_what_a_report_tells_after_the_day_was_not_promised_by_it() -> None:
    assert _promises(told("2020-12-01", "scheduled", "2020-07"), told("2020-12-01", "held", "2020-11-10")) == []


def test_the_date_that_a_meeting_was_moved_from_had_been_promised() -> None:
    moved = told("2021-06-01", "scheduled", "2021-09", moved_from="2020-09")
    first, second = _promises(moved, told("2021-09-21", "held", "2021-09-20"))
    assert (first.due, first.outcome, second.due, second.outcome) == ("2020-09", "late", "2021-09", "kept")


def test_a_meeting_put_off_without_a_day_is_promised_for_later() -> None:
    (_, later) = _promises(told("2022-12-19", "postponed", None, moved_from="2022-10"), as_of=date(2023, 6, 1))
    assert (later.stance, later.what, later.outcome) == ("postponed", "hold the SCO summit later", "open")


def test_a_meeting_that_no_report_calls_the_same_may_be_the_one_that_was_meant() -> None:
    other = event_of(told("2020-09-05", "held", "2020-09-04"), id="other")
    (promise,) = _promises(told("2020-02-04", "scheduled", "2020-06"), archive=Memory(other))
    assert (promise.outcome, promise.event, promise.held) == ("late", "other", "2020-09-04")


@pytest.mark.parametrize(
    ("plan", "held"),
    [
        # Fixed to the day, months before: the next one of a busy format.
        (told("2023-12-26", "scheduled", "2024-10-08"), [told("2024-12-26", "held", "2024-12-25")]),
        # Of another number, in another country, of another circle.
        (
            told("2020-02-04", "scheduled", "2020-06", edition=20),
            [told("2020-09-05", "held", "2020-09-04", edition=21)],
        ),
        (
            told("2020-02-04", "scheduled", "2020-06", place=MOSCOW),
            [told("2020-09-05", "held", "2020-09-04", place=TASHKENT)],
        ),
        (told("2020-02-04", "scheduled", "2020-06"), [told("2020-09-05", "held", "2020-09-04", orgs=("SCO", "CSTO"))]),
        # One was held shortly before: the format meets often.
        (
            told("2020-02-04", "scheduled", "2020-06"),
            [told("2020-04-05", "held", "2020-04-04"), told("2020-09-05", "held", "2020-09-04")],
        ),
    ],
)
def test_another_meeting_does_not_fulfil_it(plan: Telling, held: list[Telling]) -> None:
    events = [event_of(one, id=one.id) for one in held]
    assert _promises(plan, archive=Memory(*events))[0].held is None


@pytest.mark.parametrize(
    ("session", "outcome"),
    [
        (Edition(date="2020-07-22"), "kept"),
        (Edition(date="2020-11-10", moved_from="2020-07"), "late"),
        (Edition(date="2020-11-10"), "lapsed"),
    ],
)
def test_the_catalogue_knows_what_no_report_tells(session: Edition, outcome: str) -> None:
    assert _outcome(PLAN, archive=Memory(sessions=[session])) == outcome


def test_the_reason_names_who_says_so() -> None:
    session = Edition(date="2020-07-22", source=Source("a", "SCO Secretariat"))
    (promise,) = _promises(PLAN, archive=Memory(sessions=[session]))
    assert promise.because == "held 2020-07-22, by the catalogue (SCO Secretariat)"


def test_while_a_report_may_still_come_the_catalogue_is_only_told_of() -> None:
    (promise,) = _promises(PLAN, as_of=date(2021, 1, 1), archive=Memory(sessions=[Edition(date="2020-07-22")]))
    assert (promise.outcome, promise.because) == ("open", "no report yet: held 2020-07-22, by the catalogue")


@pytest.mark.parametrize(
    ("due", "as_of", "because"),
    [
        ("2020-07", date(2020, 7, 31), "still to come"),
        ("2020-07", date(2020, 8, 1), "due 2020-07; no report tells yet whether it was held"),
        (None, date(2020, 8, 1), "no day was told"),
    ],
)
def test_why_it_is_open(due: str | None, as_of: date, because: str) -> None:
    assert _promises(told("2019-12-25", "scheduled", due), as_of=as_of)[0].because == because


PUTIN = said("Vladimir Putin", "RUS")


@pytest.mark.parametrize(
    ("fields", "spoken", "by", "person"),
    [
        ({"host": "UZB"}, [PUTIN], "RUS", "Vladimir Putin"),
        ({"host": "UZB"}, [said("Vladimir Putin", "RUS", start=500)], "UZB", None),
        # An office that speaks is nobody.
        ({}, [msgspec.structs.replace(PUTIN, speaker="Foreign Ministry", office=None)], "RUS", None),
        ({}, [], "SCO", None),
        ({"orgs": (), "participants": ("CHN", "IND"), "level": "bilateral"}, [], "CHN", None),
    ],
)
def test_by_whom(fields: dict[str, Any], spoken: list[StatementRecord], by: str, person: str | None) -> None:
    plan = told("2019-12-25", "scheduled", "2020-07", **fields)
    (promise,) = promises_of(event_of(plan), [plan], lambda _: spoken, archive=Memory(), as_of=LATER)
    assert (promise.by, promise.person) == (by, person)


HOPE = "such enlarged meetings will become regular"


def test_a_hope_for_a_custom_is_no_single_meeting() -> None:
    hope = told("2020-11-10", "hoped", None, words=HOPE)
    assert _promises(hope) == []
    assert [wish.made for wish in wishes_of([hope], _silent, as_of=LATER)] == [date(2020, 11, 10)]


def _custom(*wished: str, held: tuple[str, ...], as_of: date) -> list[str]:
    hopes = [told(day, "hoped", None, words=HOPE) for day in wished]
    events = [event_of(told(day, "held", day), id=day) for day in held]
    wishes = wishes_of(hopes, _silent, as_of=as_of)
    return [one.outcome for one in fulfilled(wishes, archive=Memory(*events), as_of=as_of)]


@pytest.mark.parametrize(
    ("held", "as_of", "outcome"),
    [
        (("2021-11-01", "2022-11-01"), date(2023, 6, 1), "kept"),
        (("2021-11-01", "2022-11-01"), date(2025, 6, 1), "lapsed"),
        (("2020-09-04",), date(2021, 6, 1), "open"),
        (("2022-12-09",), date(2025, 12, 31), "lapsed"),
        ((), date(2025, 12, 31), "lapsed"),
    ],
)
def test_a_custom_needs_two_more_and_goes_on(held: tuple[str, ...], as_of: date, outcome: str) -> None:
    assert _custom("2020-11-10", held=held, as_of=as_of) == [outcome]


def test_a_hope_that_is_hoped_again_is_repeated() -> None:
    outcomes = _custom("2020-11-10", "2022-12-09", held=("2022-12-09",), as_of=date(2025, 12, 31))
    assert outcomes == ["repeated", "lapsed"]


def test_sessions_of_the_catalogue_make_a_custom_too_and_count_once() -> None:
    hope = told("2020-11-10", "hoped", None, words=HOPE)
    held = event_of(told("2021-11-02", "held", "2021-11-02"))
    archive = Memory(held, sessions=[Edition(date="2021-11-01"), Edition(date="2022-11-01")])
    (promise,) = fulfilled(wishes_of([hope], _silent, as_of=LATER), archive=archive, as_of=date(2023, 1, 1))
    assert (promise.outcome, promise.because) == ("kept", "2 more held, the last on 2022-11-01")


DAYS = st.dates(date(2019, 1, 1), date(2023, 12, 31)).map(date.isoformat)
STATUSES = st.sampled_from(["scheduled", "proposed", "hoped", "postponed", "cancelled", "denied", "held"])
TELLINGS = st.lists(st.builds(told, DAYS, STATUSES, st.none() | DAYS), min_size=1, max_size=6)


@given(TELLINGS, st.randoms(use_true_random=False))
def test_the_order_of_reports_does_not_matter(tellings: list[Telling], chance: Random) -> None:
    unique = list({one.id: one for one in tellings}.values())
    event = event_of(*unique)
    shuffled = list(unique)
    chance.shuffle(shuffled)
    one, other = (promises_of(event, order, _silent, archive=Memory(), as_of=LATER) for order in (unique, shuffled))
    assert one == other


@given(TELLINGS)
def test_every_promise_has_an_outcome_a_reason_and_the_words_that_say_so(tellings: list[Telling]) -> None:
    for promise in _promises(*tellings):
        assert promise.outcome in OUTCOMES
        assert promise.because
        assert promise.evidence
