"""Series: the catalogue's editions, the events that are theirs, and those that only reports tell of."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.errors import UnknownNameError
from comity.model.event import Event
from comity.model.membership import Source
from comity.model.record import Place
from comity.model.series import Edition, Series
from comity.query.series import all_series, kin_of, slug
from comity.query.series_names import find_series, near, of_organization, wanted_for
from comity.store import Wanted

TODAY = date(2026, 11, 25)
LIST = Source("list", "Secretariat", "List of sessions", seen="2026-11-25")


def _series(name: str = "SCO/heads-of-state", *editions: Edition, **more: object) -> Series:
    orgs, _, level = name.partition("/")
    plain: dict[str, object] = {"kind": "meeting", "level": level.replace("-", "_"), "orgs": tuple(orgs.split("+"))}
    return Series(name=name, editions=editions, **(plain | more))  # type: ignore[arg-type]


def _edition(day: str, **more: object) -> Edition:
    return Edition(date=day, source=LIST, **more)  # type: ignore[arg-type]


def _event(day: str | None, *, id: str = "e1", **more: object) -> Event:
    plain: dict[str, object] = {"kind": "meeting", "status": "held", "level": "heads_of_state", "orgs": ("SCO",)}
    return Event(id=id, date=day, **(plain | more))  # type: ignore[arg-type]


def _followed(events: Iterable[Event], *known: Series, as_of: date = TODAY) -> dict[str, list[tuple[object, ...]]]:
    """By series: date, status and event of each edition."""
    found = all_series(events, as_of=as_of, sessions=known)
    return {one.name: [(each.date, each.status, each.event) for each in one.editions] for one in found}


SUMMITS = _series(
    "SCO/heads-of-state",
    _edition("2019-06-13/2019-06-14", number=19),
    _edition("2020-11-10", number=20, moved_from="2020-07-21/2020-07-23"),
)


@pytest.mark.parametrize(
    "event",
    [
        _event("2019-06-14"),
        _event("2019-06"),
        _event("2019-06-16"),
        _event("2019"),
        _event(None, edition=19),
        _event("2019-08-01", edition=19),
    ],
    ids=["a day of it", "its month", "two days off", "its year", "its number alone", "its number, other date"],
)
def test_an_event_at_the_time_of_an_edition_or_of_its_number_is_that_edition(event: Event) -> None:
    assert _followed([event], SUMMITS)["SCO/heads-of-state"][0] == ("2019-06-13/2019-06-14", "held", "e1")


def test_what_was_planned_for_the_first_date_is_the_session_held_later() -> None:
    told = _followed([_event("2020-07-22", status="postponed")], SUMMITS)["SCO/heads-of-state"]
    assert told[1] == ("2020-11-10", "held", "e1")
    assert len(told) == 2


def test_another_number_is_another_session() -> None:
    told = _followed([_event("2020-11-10", edition=21)], SUMMITS)["SCO/heads-of-state"]
    assert len(told) == 3


def test_an_event_that_is_no_edition_becomes_one_of_its_own() -> None:
    told = _followed([_event("2027-07-01", status="scheduled")], SUMMITS)["SCO/heads-of-state"]
    assert told[-1] == ("2027-07-01", "scheduled", "e1")


def test_of_one_time_what_was_held_takes_in_what_was_scheduled() -> None:
    events = [_event("2021-09", id="plan", status="scheduled"), _event("2021-09-17", id="held")]
    assert _followed(events, SUMMITS)["SCO/heads-of-state"][2:] == [("2021-09-17", "held", "held")]


def test_reports_make_a_vague_date_of_the_catalogue_exact_and_fill_what_is_unknown() -> None:
    event = _event("2009-06-16", edition=9, chair="RUS", place=Place("Yekaterinburg", "RUS"), mode="in_person")
    known = _series("SCO/heads-of-state", _edition("2009-06"), _edition("2010-06-11", number=10))
    (found,) = all_series([event], as_of=TODAY, sessions=[known])
    told = found.editions[0]
    assert (told.date, told.number, told.chair, told.place.city) == ("2009-06-16", 9, "RUS", "Yekaterinburg")
    assert told.source == LIST


def test_the_catalogue_is_not_overruled() -> None:
    event = _event("2020-11-10", place=Place("Saint Petersburg", "RUS"), chair="CHN")
    known = _series("SCO/heads-of-state", _edition("2020-11-10", place=Place("Moscow", "RUS"), chair="RUS"))
    (found,) = all_series([event], as_of=TODAY, sessions=[known])
    assert (found.editions[0].place.city, found.editions[0].chair) == ("Moscow", "RUS")


def test_a_series_that_counts_no_sessions_gets_no_numbers_of_reports() -> None:
    event = _event("2020-11-10", edition=1)
    (found,) = all_series([event], as_of=TODAY, sessions=[_series("SCO/heads-of-state", _edition("2020-11-10"))])
    assert (found.editions[0].event, found.editions[0].number) == ("e1", None)


def test_hosts_and_guests_are_one_circle_in_any_order() -> None:
    joint = _series("SCO+CSTO+CIS/defence-ministers", _edition("2020-09-04"), orgs=("SCO",), guests=("CSTO", "CIS"))
    event = _event("2020-09-04", level="defence_ministers", orgs=("CIS", "CSTO", "SCO"))
    assert _followed([event], joint) == {"SCO+CSTO+CIS/defence-ministers": [("2020-09-04", "held", "e1")]}


def test_a_meeting_with_guests_is_no_session_of_the_host_alone() -> None:
    event = _event("2019-06-14", guests=("CSTO",))
    assert _followed([event], SUMMITS)["SCO+CSTO/heads-of-state"] == [("2019-06-14", "held", "e1")]


def test_an_informal_session_goes_where_the_catalogue_has_it() -> None:
    plain = _series("CIS/heads-of-state", _edition("2019-10-11"))
    informal = _series("CIS/informal-heads-of-state", _edition("2019-12-20"), level="heads_of_state")
    events = [_event("2019-12-20", id="i", orgs=("CIS",)), _event("2018-09-28", id="p", orgs=("CIS",))]
    told = _followed(events, plain, informal)
    assert told["CIS/informal-heads-of-state"] == [("2019-12-20", "held", "i")]
    assert told["CIS/heads-of-state"][0] == ("2018-09-28", "held", "p")


@pytest.mark.parametrize("name", ["Peace Mission", "Peace Mission 2021", "Peace Mission-2021", "Мирная миссия"])
def test_an_exercise_is_found_by_its_name_in_any_language_and_with_any_year(name: str) -> None:
    known = _series(
        "SCO/peace-mission",
        _edition("2021-09-13/2021-09-25"),
        kind="exercise",
        level="exercise",
        series="Peace Mission",
        titles={"en": "Peace Mission", "ru": "Мирная миссия"},
    )
    event = _event("2021-09", kind="exercise", level="exercise", series=name)
    assert _followed([event], known) == {"SCO/peace-mission": [("2021-09-13/2021-09-25", "held", "e1")]}


def test_an_exercise_is_one_series_however_many_organizations_a_report_names() -> None:
    events = [
        _event("2020-10-12", id="a", kind="exercise", level="exercise", orgs=("CSTO",), series="Iron Oak 2020"),
        _event("2022-09-26", id="b", kind="exercise", level="exercise", orgs=("CSTO",), series="Iron Oak"),
        _event("2023-09-01", id="c", kind="exercise", level="exercise", orgs=("CSTO", "CIS"), series="Iron Oak"),
    ]
    assert list(_followed(events)) == ["CSTO/iron-oak"]


def test_a_format_that_only_reports_know_is_a_series() -> None:
    event = _event("2021-09-17", orgs=("SCO",), guests=("CSTO",), level="defence_ministers")
    assert _followed([event]) == {"SCO+CSTO/defence-ministers": [("2021-09-17", "held", "e1")]}


@pytest.mark.parametrize(
    "event",
    [
        _event("2021-09-17", orgs=()),
        _event("2021-09-17", level="other"),
        _event("2021-09-17", level="bilateral"),
        _event("2021-09-17", kind="visit"),
        _event("2021-09-17", status="denied"),
    ],
    ids=["nobody's", "no level", "bilateral", "visit", "denied"],
)
def test_what_is_of_no_format_is_no_series(event: Event) -> None:
    assert _followed([event]) == {}


def test_a_meeting_named_like_its_organization_is_of_the_format() -> None:
    event = _event("2021-06-16", orgs=("ADMM-Plus",), series="ADMM-Plus", level="defence_ministers")
    assert list(_followed([event])) == ["ADMM-Plus/defence-ministers"]


@pytest.mark.parametrize(
    ("as_of", "dates"),
    [
        (date(2019, 6, 12), []),
        (date(2019, 6, 13), ["2019-06-13/2019-06-14"]),
        (date(2020, 11, 10), ["2019-06-13/2019-06-14", "2020-11-10"]),
    ],
)
def test_on_a_day_only_what_had_begun_is_known(as_of: date, dates: list[str]) -> None:
    assert [day for day, _, _ in _followed([], SUMMITS, as_of=as_of)["SCO/heads-of-state"]] == dates


@pytest.mark.parametrize(("as_of", "count"), [(date(2026, 11, 24), 0), (date(2026, 11, 25), 1)])
def test_what_is_scheduled_is_known_from_the_day_its_source_was_seen(as_of: date, count: int) -> None:
    known = _series("SCO/heads-of-state", _edition("2027-07-01", status="scheduled"))
    assert len(_followed([], known, as_of=as_of)["SCO/heads-of-state"]) == count


JOINT = _series("SCO+CSTO+CIS/defence-ministers", orgs=("SCO",), guests=("CSTO", "CIS"))
SMALLER = _series("SCO+CIS/defence-ministers", _edition("2022-12-09"))
ALONE = _series("SCO/defence-ministers")
KNOWN = [
    SUMMITS,
    JOINT,
    SMALLER,
    ALONE,
    _series("OPEC+/economy-ministers"),
    _series("CIS/heads-of-state"),
    _series("CIS/informal-heads-of-state", level="heads_of_state"),
    _series("SCO/peace-mission", kind="exercise", level="exercise", series="Peace Mission", titles={"zh": "和平使命"}),
]


def test_the_kin_of_a_joint_meeting_share_two_of_its_organizations() -> None:
    assert [one.name for one in kin_of(JOINT, KNOWN)] == ["SCO+CIS/defence-ministers"]


def test_an_organization_alone_has_no_kin() -> None:
    assert kin_of(ALONE, KNOWN) == ()


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("SCO/heads-of-state", "SCO/heads-of-state"),
        ("sco/HEADS-OF-STATE", "SCO/heads-of-state"),
        ("SCO summit", "SCO/heads-of-state"),
        ("SCO/summit", "SCO/heads-of-state"),
        ("summit of the Shanghai Cooperation Organisation", "SCO/heads-of-state"),
        ("ШОС/heads_of_state", "SCO/heads-of-state"),
        ("SCO Heads of State Council", "SCO/heads-of-state"),
        ("上合组织元首理事会", "SCO/heads-of-state"),
        ("SCO/defense ministers", "SCO/defence-ministers"),
        ("cis + sco & csto/defence-ministers", "SCO+CSTO+CIS/defence-ministers"),
        ("SCO+CIS defence ministers", "SCO+CIS/defence-ministers"),
        ("OPEC+/economy-ministers", "OPEC+/economy-ministers"),
        ("CIS summit", "CIS/heads-of-state"),
        ("CIS/informal-heads-of-state", "CIS/informal-heads-of-state"),
        ("Peace Mission", "SCO/peace-mission"),
        ("SCO/Peace Mission 2021", "SCO/peace-mission"),
        ("和平使命", "SCO/peace-mission"),
    ],
)
def test_a_series_is_found_in_any_spelling(name: str, found: str) -> None:
    assert find_series(name, KNOWN).name == found


@pytest.mark.parametrize("name", ["", "SCO", "SCO/culture-ministers", "Atlantis/heads-of-state", "the weather"])
def test_an_unknown_series_is_an_error(name: str) -> None:
    with pytest.raises(UnknownNameError):
        find_series(name, KNOWN)


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("SCO/hedas-of-state", "SCO/heads-of-state"),
        ("SCO", "SCO/heads-of-state"),
        ("Peace Mision", "SCO/peace-mission"),
    ],
)
def test_the_error_names_what_is_near(name: str, first: str) -> None:
    assert first in near(name, KNOWN)


def test_the_series_of_an_organization_are_those_it_hosts_and_those_it_attends() -> None:
    assert [one.name for one in of_organization("CSTO", KNOWN)] == ["SCO+CSTO+CIS/defence-ministers"]


@pytest.mark.parametrize(
    ("text", "form"),
    [("Peace Mission-2021", "peace-mission"), ("heads_of_state", "heads-of-state"), ("  Rubezh (2022)", "rubezh")],
)
def test_a_slug_is_small_with_hyphens_and_without_a_year(text: str, form: str) -> None:
    assert slug(text) == form


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("SCO", [Wanted(orgs=("SCO",))]),
        ("SCO summit", [Wanted(orgs=("SCO",))]),
        ("SCO+CIS/defence-ministers", [Wanted(orgs=("CIS",)), Wanted(orgs=("SCO",))]),
        ("SCO/peace-mission", [Wanted(kind="exercise")]),
        ("NATO/iron-oak", [Wanted(orgs=("NATO",)), Wanted(kind="exercise")]),
        ("the weather", [Wanted()]),
    ],
)
def test_only_events_that_may_belong_to_a_series_are_asked_for(name: str, wanted: list[Wanted]) -> None:
    assert list(wanted_for(name)) == wanted


_EVENTS = st.builds(
    _event,
    st.sampled_from(["2019-06-14", "2019-06", "2019", "2020-07-22", "2020-11-10", "2021-09-17", "2021-09", None]),
    id=st.uuids().map(str),
    status=st.sampled_from(["held", "scheduled", "postponed", "hoped", "cancelled"]),
    edition=st.sampled_from([None, 19, 20, 21]),
)


@given(st.lists(_EVENTS, max_size=6), st.randoms())
def test_the_order_of_events_makes_no_difference(events: list[Event], random: Random) -> None:
    mixed = random.sample(events, len(events))
    assert all_series(events, as_of=TODAY, sessions=[SUMMITS]) == all_series(mixed, as_of=TODAY, sessions=[SUMMITS])


@given(st.lists(_EVENTS, max_size=6))
def test_no_edition_of_the_catalogue_is_lost_or_told_otherwise(events: list[Event]) -> None:
    (found,) = all_series(events, as_of=TODAY, sessions=[SUMMITS])
    told = [(one.date, one.number, one.status) for one in found.editions if one.source]
    assert told == [("2019-06-13/2019-06-14", 19, "held"), ("2020-11-10", 20, "held")]
