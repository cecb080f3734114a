"""Events as entries: what is firm, what moved, where, by which reports."""

from __future__ import annotations

from datetime import UTC, date, datetime

import msgspec
import pytest

from comity.export.calendars import CANCELLED, CONFIRMED, TENTATIVE, Entry, event_calendar, title_of, to_ics
from comity.model.document import Evidence
from comity.model.event import Event, Step
from comity.model.record import EventRecord, Place
from comity.resolving.telling import Report, Telling

MEETING = Event(id="e1", kind="meeting", status="held", level="defence_ministers", orgs=("SCO",), date="2020-09-04")
MOSCOW = Place("Moscow", "RUS")


def _event(**changes: object) -> Event:
    return msgspec.structs.replace(MEETING, **changes)


def _entry(event: Event, *tellings: Telling) -> Entry:
    (entry,) = event_calendar(
        [event], name="SCO", told={event.id: tellings}, positions={MOSCOW: (55.75, 37.62)}
    ).entries
    return entry


def _telling(id: str, published: date | None, *, source: str = "a.txt", quote: str = "the ministers met") -> Telling:
    record = EventRecord(kind="meeting", status="held", level="other", evidence=(Evidence(0, len(quote), quote),))
    return Telling(id, record, Report(id, source, "Agency", published=published, title="Ministers meet"))


@pytest.mark.parametrize(
    ("status", "date", "told"),
    [
        ("hoped", "2020-09-04", TENTATIVE),
        ("proposed", "2020-09-04", TENTATIVE),
        ("postponed", "2020-09-04", TENTATIVE),
        ("scheduled", "2020-09", TENTATIVE),
        ("scheduled", "2020-09-04", CONFIRMED),
        ("ongoing", "2020-09-04", CONFIRMED),
        ("held", "2020-09-04", CONFIRMED),
        ("held", "2020-09", TENTATIVE),
        ("cancelled", "2020-09", CANCELLED),
        ("denied", "2020-09-04", CANCELLED),
    ],
)
def test_an_event_is_tentative_until_a_day_is_set(status: str, date: str, told: str) -> None:
    assert _entry(_event(status=status, date=date)).status == told


def test_each_change_of_date_or_status_is_a_later_version_of_the_same_entry() -> None:
    path = (
        Step("scheduled", "2020-02-04", "2020-06", "a"),
        Step("scheduled", "2020-08-23", "2020-09", "b"),
        Step("scheduled", "2020-09-02", "2020-09-04", "c"),
        Step("held", "2020-09-04", "2020-09-04", "d"),
    )
    found = [_entry(_event(history=path[:known])) for known in (1, 2, 3, 4)]
    assert {entry.uid for entry in found} == {"e1@comity"}
    assert [entry.sequence for entry in found] == [0, 1, 2, 3]


@pytest.mark.parametrize("status", ["postponed", "cancelled", "denied"])
def test_what_is_put_off_without_a_new_day_is_called_off_on_the_day_that_was_set(status: str) -> None:
    path = (Step("scheduled", "2020-08-23", "2020-09-04", "a"), Step(status, "2020-09-02", None, "b"))
    entry = _entry(_event(status=status, date=None, history=path))
    assert (entry.start, entry.status, entry.sequence) == (date(2020, 9, 4), CANCELLED, 1)
    assert entry.summary == f"SCO: meeting of defence ministers ({status})"


@pytest.mark.parametrize(("new", "status"), [("2020-09-04", CANCELLED), ("2020-10-01", TENTATIVE)])
def test_a_meeting_that_is_put_off_stays_only_on_a_day_that_is_new(new: str, status: str) -> None:
    path = (Step("scheduled", "2020-08-23", "2020-09-04", "a"), Step("postponed", "2020-09-02", None, "b"))
    assert _entry(_event(status="postponed", date=new, history=path)).status == status


def test_a_step_that_changes_nothing_is_no_new_version() -> None:
    steps = (Step("held", "2020-09-04", "2020-09-04", "a"), Step("held", "2020-09-05", "2020-09-04", "b"))
    assert _entry(_event(history=steps)).sequence == 0


def test_a_correction_by_a_person_is_a_new_version() -> None:
    assert _entry(_event(judged=("j1",))).sequence == 1


def test_an_entry_is_stamped_with_the_day_of_the_last_report() -> None:
    entry = _entry(MEETING, _telling("a", date(2020, 9, 4)), _telling("b", date(2020, 11, 10)), _telling("c", None))
    assert (entry.created, entry.stamp) == (datetime(2020, 9, 4, tzinfo=UTC), datetime(2020, 11, 10, tzinfo=UTC))


def test_without_days_of_reports_the_path_gives_the_stamp() -> None:
    assert _entry(_event(history=(Step("held", "2020-09-05", None, "a"),))).stamp == datetime(2020, 9, 5, tzinfo=UTC)


def test_events_without_a_first_day_are_left_out_and_counted() -> None:
    found = event_calendar(
        [MEETING, _event(id="e2", date=None), _event(id="e3", date="../2020")], name="x", positions={}
    )
    assert ([entry.uid for entry in found.entries], found.left_out) == (["e1@comity"], 2)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, "SCO: meeting of defence ministers"),
        ({"guests": ("CSTO", "CIS")}, "SCO with CSTO, CIS: meeting of defence ministers"),
        ({"status": "proposed"}, "SCO: meeting of defence ministers (proposed)"),
        ({"date": "2020-09"}, "SCO: meeting of defence ministers (day unknown)"),
        ({"edition": 22}, "SCO: 22nd meeting of defence ministers"),
        ({"kind": "exercise", "level": "exercise", "series": "Peace Mission"}, "SCO: Peace Mission"),
        ({"orgs": (), "level": "bilateral", "participants": ("RUS", "CHN")}, "Russia, China: meeting"),
        ({"orgs": (), "level": "other"}, "Meeting"),
    ],
)
def test_one_line_says_who_meets(changes: dict[str, object], told: str) -> None:
    assert _entry(_event(**changes)).summary == told


def test_a_place_has_its_names_and_where_it_is() -> None:
    entry = _entry(_event(place=MOSCOW))
    assert (entry.location, entry.geo) == ("Moscow, Russia", (55.75, 37.62))


def test_a_meeting_by_video_has_a_conference_of_its_own_and_no_invented_link() -> None:
    one, other = _entry(_event(mode="online")), _entry(_event(id="e2", mode="online"))
    assert one.location == "Videoconference"
    assert str(one.conference).startswith("urn:uuid:")
    assert one.conference != other.conference


def test_a_vague_date_is_told_in_the_description_and_kept_as_it_is() -> None:
    entry = _entry(_event(date="2020-09"))
    assert entry.description.startswith("Date: 2020-09; no day is told")
    assert ("DATE", "2020-09") in entry.facts


def test_the_description_quotes_the_reports_with_their_titles_the_latest_first() -> None:
    first = _telling("a", date(2020, 9, 4), source="https://example.org/a")
    last = _telling("b", date(2020, 9, 5), source="/home/ana/b.txt", quote="they\nmet again")
    description = _entry(_event(origins=2), first, last).description
    assert "Sources (2 reports, 2 independent origins):" in description
    assert "“they met again” (Ministers meet, Agency, 2020-09-05)\n“the ministers met”" in description
    assert "(Ministers meet, Agency, 2020-09-04, https://example.org/a)" in description
    # A calendar may be public; where a file stands on somebody's disk is not.
    assert "/home/ana" not in to_ics(event_calendar([MEETING], name="x", told={"e1": [last]}, positions={}))


def test_the_address_is_that_of_the_latest_report_that_has_one() -> None:
    found = [_telling(str(day), date(2020, 9, day), source=f"https://example.org/{day}") for day in (4, 6, 5)]
    assert _entry(MEETING, *found, _telling("x", date(2020, 9, 9))).url == "https://example.org/6"


def test_of_many_reports_the_first_are_quoted_and_the_rest_counted() -> None:
    told = [_telling(f"{number:02}", date(2020, 9, 4)) for number in range(8)]
    assert _entry(MEETING, *told).description.endswith("and 2 more reports")


@pytest.mark.parametrize(
    ("wanted", "title"),
    [
        ({}, "Comity"),
        ({"orgs": ("SCO", "CSTO"), "level": "defence_ministers"}, "Comity: SCO with CSTO, defence ministers"),
        ({"org": "SCO", "since": date(2020, 1, 1), "status": None}, "Comity: SCO"),
    ],
)
def test_a_calendar_is_named_by_what_was_asked_for(wanted: dict[str, object], title: str) -> None:
    assert title_of(wanted) == title
