"""Tellings of one event become the event."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from comity.model.event import Event
from comity.model.record import EVENT_STATUSES, Participant, Place
from comity.resolving import Telling
from comity.resolving.fold import fold
from tests.resolving.samples import tell

DATES = (None, "2020", "2020-09", "2020-09-03/2020-09-05", "2020-09-04", "2020-09-05", "2020-11-10", "2020-09~")
PLACES = (None, "Moscow,RUS", ",RUS", "Minsk,BLR", "Kubinka,")
MODES = ("in_person", "online", "hybrid", "unknown")


def told(*rows: tuple[str | None, str, str | None], **fields: Any) -> Event:
    """An event of reports that differ in day, status and date alone."""
    return fold(
        [tell(f"r{at}", day, status=status, date=when, **fields) for at, (day, status, when) in enumerate(rows)]
    )


@pytest.mark.parametrize(
    ("rows", "chosen"),
    [
        ([("2020-09-05", "held", "2020-09"), ("2020-09-06", "held", "2020-09-04")], "2020-09-04"),
        ([("2020-09-02", "scheduled", "2020-08-31/2020-09-06"), ("2020-09-06", "held", "2020-09-04")], "2020-09-04"),
        ([("2020-09-05", "held", "2020-09-04"), ("2020-09-06", "held", "2020-09-04"), ("2020-09-05", "held", "2020-09-05")],
         "2020-09-04"),
        ([("2020-01-05", "scheduled", "2020-07-21/2020-07-23"), ("2020-11-11", "held", "2020-11-10")], "2020-11-10"),
        ([("2025-09-01", "ongoing", "2025-08-31/2025-09-01"), ("2025-09-01", "held", "2025-09-01")],
         "2025-08-31/2025-09-01"),
        ([("2025-11-25", "scheduled", "2025-11-26/2025-11-27"), ("2025-11-28", "held", "2025-11-27")], "2025-11-27"),
        ([("2020-10-01", "scheduled", "2020-11"), ("2020-10-02", "scheduled", "2020-11-10")], "2020-11-10"),
        ([("2020-10-01", "scheduled", "2020-11-10"), ("2020-10-09", "scheduled", "2020-11-17")], "2020-11-17"),
        ([("2020-10-01", "scheduled", "2020-11-10"), ("2020-10-02", "scheduled", "2020-11-17"),
          ("2020-10-02", "scheduled", "2020-11-10"), ("2020-10-03", "scheduled", "2020-11-10")], "2020-11-10"),
        ([("2024-08-29", "scheduled", "2024-10-16"), ("2024-10-18", "held", None), ("2025-10-06", "held", "2014")],
         "2024-10-16"),
        ([("2023-04-26", "scheduled", "2023-05-24"), ("2023-05-17", "cancelled", "2023-05-22/2023-05-28")], "2023-05-24"),
        ([("2020-09-05", "held", None)], None),
    ],
    ids=[
        "exact before vague",
        "a day before some time this week",
        "two voices before one",
        "held before planned",
        "one day of a summit does not shrink it",
        "what was planned does not stretch what was held",
        "a month becomes a day",
        "the later plan",
        "a lone later voice moves nothing that others still say",
        "nothing is held before it is announced",
        "what is called off keeps its day",
        "never a day that no report tells",
    ],
)  # fmt: skip
def test_the_best_supported_date_is_taken(rows: list[tuple[str, str, str | None]], chosen: str | None) -> None:
    assert told(*rows).date == chosen


def test_a_postponed_meeting_without_a_new_date_keeps_the_one_it_was_moved_from() -> None:
    event = fold([tell("a", "2020-05-27", status="postponed", moved_from="2020-07-21/2020-07-23")])
    assert event.date == "2020-07-21/2020-07-23"


def test_a_new_date_told_with_the_old_one_takes_its_place() -> None:
    event = fold(
        [
            tell("a", "2020-03-17", status="scheduled", date="2020-04-06/2020-04-09"),
            tell("b", "2020-03-18", status="scheduled", date="2020-04-06/2020-04-09"),
            tell("c", "2020-03-18", status="postponed", date="2020-06", moved_from="2020-04-06/2020-04-09"),
        ]
    )
    assert event.date == "2020-06"


def test_many_reprints_of_one_agency_do_not_outvote_two_outlets() -> None:
    reprints = [tell(f"r{at}", date="2020-09-05", outlet="Reuters") for at in range(5)]
    others = [tell("a", date="2020-09-04"), tell("b", date="2020-09-04")]
    assert fold([*reprints, *others]).date == "2020-09-04"


@pytest.mark.parametrize(
    ("path", "status"),
    [
        (["scheduled", "held"], "held"),
        (["held", "scheduled"], "held"),
        (["held", "cancelled"], "held"),
        (["cancelled", "held"], "held"),
        (["scheduled", "ongoing"], "ongoing"),
        (["scheduled", "hoped"], "scheduled"),
        (["scheduled", "postponed", "hoped"], "hoped"),
        (["denied", "scheduled"], "scheduled"),
        (["scheduled", "postponed", "cancelled", "proposed"], "proposed"),
        (["scheduled"], "scheduled"),
    ],
)
def test_the_status_follows_the_path(path: list[str], status: str) -> None:
    rows = [(f"2020-09-{at:02}", one, None) for at, one in enumerate(path, 1)]
    assert told(*rows).status == status


def test_of_what_is_told_on_one_day_what_came_last_counts() -> None:
    day = "2020-09-04"
    assert told((day, "held", None), (day, "scheduled", None), (day, "ongoing", None)).status == "held"


def test_the_history_has_each_step_once() -> None:
    event = told(
        ("2020-03-26", "scheduled", "2020-11"),
        ("2020-09-28", "scheduled", "2020-11-21/2020-11-22"),
        ("2020-09-29", "scheduled", "2020-11-21/2020-11-22"),
        ("2020-11-23", "held", "2020-11-21/2020-11-22"),
        ("2021-01-05", "held", "2020-11"),
    )
    assert [(step.status, step.as_of, step.date) for step in event.history] == [
        ("scheduled", "2020-03-26", "2020-11"),
        ("scheduled", "2020-09-28", "2020-11-21/2020-11-22"),
        ("held", "2020-11-23", "2020-11-21/2020-11-22"),
    ]


def test_a_moved_date_makes_a_step_of_what_no_report_told_before() -> None:
    event = fold([tell("a", "2020-10-06", status="scheduled", date="2020-11-17", moved_from="2020-07")])
    assert [(step.status, step.as_of, step.date) for step in event.history] == [
        ("scheduled", None, "2020-07"),
        ("scheduled", "2020-10-06", "2020-11-17"),
    ]


def test_a_report_without_a_day_tells_of_the_end_of_what_was_held() -> None:
    event = told((None, "held", "2020-11-10"), ("2020-05-27", "postponed", None))
    assert [step.status for step in event.history] == ["postponed", "held"]


def test_whom_one_report_calls_a_guest_is_a_guest() -> None:
    event = fold([tell("a", orgs=("SCO",), guests=("CSTO", "CIS")), tell("b", orgs=("SCO", "CIS", "CSTO")), tell("c")])
    assert (event.orgs, event.guests) == (("SCO",), ("CSTO", "CIS"))


def test_a_format_named_by_its_states_is_one_in_any_order() -> None:
    event = fold([tell("a", orgs=("RUS-MNG-CHN",)), tell("b", orgs=("RUS-MNG-CHN",)), tell("c", orgs=("CHN-MNG-RUS",))])
    assert event.orgs == ("RUS-MNG-CHN",)


def test_who_was_invited_and_came_is_a_participant() -> None:
    before = tell("a", "2020-09-02", status="scheduled", invited=("IND", "CHN"))
    event = fold([before, tell("b", participants=("IND", "TJK"))])
    assert (event.participants, event.invited) == (("IND", "TJK"), ("CHN",))


@pytest.mark.parametrize(
    ("names", "kept"),
    [
        (["Putin", "Vladimir Putin", "V. Putin"], "Vladimir Putin"),
        (["Wei Fenghe", "Wei"], "Wei Fenghe"),
        (["V. Putin", "Vladimir Vladimirovich Putin"], "Vladimir Vladimirovich Putin"),
    ],
)
def test_a_person_in_several_spellings_is_one(names: list[str], kept: str) -> None:
    event = fold([tell(f"r{at}", people=[(name, "RUS")]) for at, name in enumerate(names)])
    assert [one.name for one in event.persons] == [kept]


def test_two_scripts_are_one_person_where_office_and_state_are_the_same() -> None:
    both = [Participant("Vladimir Putin", "president", "RUS"), Participant("Владимир Путин", "president", "RUS")]
    event = fold([_telling_of(name, person) for name, person in zip("ab", both, strict=True)])
    assert event.persons == (both[0],)


@pytest.mark.parametrize(
    "people",
    [[("Sergei Lavrov", "RUS"), ("Sergei Shoigu", "RUS")], [("Li Shangfu", "CHN"), ("Li Shangfu", "SGP")]],
    ids=["a first name", "a name in two states"],
)
def test_two_persons_stay_two(people: list[tuple[str, str]]) -> None:
    assert len(fold([tell("a", people=people)]).persons) == 2


def test_a_city_comes_before_its_country_alone() -> None:
    event = fold([tell("a", place=",RUS"), tell("b", place=",RUS"), tell("c", place="Moscow,RUS")])
    assert event.place == Place("Moscow", "RUS")


def test_a_lone_voice_does_not_move_it_to_another_country() -> None:
    event = fold([tell("a", place="Minsk,BLR"), tell("b", place="Moscow,RUS"), tell("c", place=",RUS")])
    assert event.place == Place("Moscow", "RUS")


def test_what_was_planned_in_a_city_and_held_on_screens_is_in_no_city() -> None:
    plan = tell("a", "2020-01-05", status="scheduled", date="2020-07-21", place="Moscow,RUS", mode="in_person")
    event = fold([plan, tell("b", "2020-11-11", date="2020-11-10", mode="online")])
    assert (event.mode, event.place) == ("online", Place())


def test_who_sat_in_the_room_does_not_make_a_hybrid_meeting_one_in_person() -> None:
    event = fold([tell("a", mode="hybrid"), tell("b", mode="in_person"), tell("c", mode="in_person")])
    assert event.mode == "hybrid"


def test_versions_are_kept_where_reports_differ_and_only_there() -> None:
    event = told(
        ("2020-09-05", "held", "2020-09-04"), ("2020-09-06", "held", "2020-09-05"), ("2020-09-06", "held", "2020-09-04")
    )
    assert set(event.versions) == {"date"}
    assert [(one.value, one.documents, one.origins) for one in event.versions["date"]] == [
        ("2020-09-04", ("r0", "r2"), 2),
        ("2020-09-05", ("r1",), 1),
    ]


def test_the_id_is_that_of_the_earliest_telling() -> None:
    first, later = tell("b", "2020-09-02", status="scheduled"), tell("a", "2020-09-05")
    assert fold([later, first]).id == fold([first]).id


days = st.dates(date(2020, 1, 1), date(2021, 1, 1))


@st.composite
def tellings(draw: st.DrawFn) -> list[Telling]:
    count = draw(st.integers(1, 7))
    return [
        tell(
            f"r{at}",
            draw(st.none() | days.map(date.isoformat)),
            status=draw(st.sampled_from(EVENT_STATUSES)),
            date=draw(st.sampled_from(DATES)),
            moved_from=draw(st.none() | st.sampled_from(("2020-07", "2020-03-26"))),
            place=draw(st.sampled_from(PLACES)),
            mode=draw(st.sampled_from(MODES)),
            people=draw(
                st.lists(st.sampled_from([("Putin", "RUS"), ("Vladimir Putin", "RUS"), ("Wei Fenghe", "CHN")]))
            ),
            chair=draw(st.none() | st.sampled_from(("RUS", "Putin", "Vladimir Putin"))),
            outlet=draw(st.sampled_from(("Reuters", "TASS", "Example Daily"))),
        )
        for at in range(count)
    ]


@given(tellings(), st.randoms(use_true_random=False))
def test_the_order_of_tellings_does_not_matter(given_: list[Telling], random: Any) -> None:
    shuffled = list(given_)
    random.shuffle(shuffled)
    assert fold(shuffled) == fold(given_)


@given(tellings())
def test_a_telling_folded_twice_changes_nothing(given_: list[Telling]) -> None:
    assert fold([*given_, *given_[:2]]) == fold(given_)


@given(tellings())
def test_every_value_of_an_event_is_told_by_someone(given_: list[Telling]) -> None:
    event, records = fold(given_), [one.record for one in given_]
    assert event.date in {None, *(one.date for one in records), *(one.moved_from for one in records)}
    assert event.status in {one.status for one in records}
    assert event.mode in {"unknown", *(one.mode for one in records)}
    assert event.place.city in {None, *(one.place.city for one in records)}
    assert event.place.country in {None, *(one.place.country for one in records)}
    assert event.chair in {None, *(one.chair for one in records)}
    assert {one.name for one in event.persons} <= {person.name for one in records for person in one.persons}


@given(tellings())
def test_the_steps_of_a_history_go_forward(given_: list[Telling]) -> None:
    told_on = [step.as_of for step in fold(given_).history if step.as_of]
    assert told_on == sorted(told_on)


@given(tellings())
def test_each_version_counts_voices_that_are_among_the_origins(given_: list[Telling]) -> None:
    event = fold(given_)
    counts = [version.origins for versions in event.versions.values() for version in versions]
    assert all(1 <= count <= event.origins for count in counts)


def test_a_scheduled_event_that_passed_without_news_stays_scheduled() -> None:
    event = told(("2020-10-01", "scheduled", "2020-11-10"))
    assert (event.status, event.date) == ("scheduled", "2020-11-10")


def _telling_of(document: str, person: Participant) -> Telling:
    plain = tell(document)
    return replace(plain, record=replace(plain.record, persons=(person,)))


def test_what_is_held_on_a_day_after_the_report_is_a_slip() -> None:
    event = told(("2024-10-18", "held", "2026"), ("2025-10-06", "scheduled", "2026"))
    assert (event.status, [step.status for step in event.history]) == ("scheduled", ["scheduled"])


def test_a_slip_that_no_other_report_mends_is_told_as_it_is() -> None:
    assert told(("2024-10-18", "held", "2026")).status == "held"


def test_what_is_held_tomorrow_where_it_is_tomorrow_already_is_none() -> None:
    assert told(("2024-10-18", "held", "2024-10-19"), ("2024-10-17", "scheduled", "2024-10-19")).status == "held"


def test_of_one_voice_what_it_says_in_more_reports_counts() -> None:
    days = ("2020-09-05", "2020-09-04", "2020-09-04")
    assert fold([tell(f"r{at}", date=day, outlet="Reuters") for at, day in enumerate(days)]).date == "2020-09-04"
