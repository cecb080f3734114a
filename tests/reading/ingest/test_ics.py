"""Calendars of others: entries become reports that say in words what is announced for when and where."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from comity.errors import DocumentError
from comity.model.document import Document
from comity.model.record import EventRecord, Place
from comity.reading.ingest import Options, ingest
from comity.reading.ingest.ics import read_calendar
from comity.reading.reader import Reader

WRITTEN = "DTSTAMP:20200801T120000Z"
MEETING = ("DTSTART;VALUE=DATE:20200904", "SUMMARY:Meeting of the SCO defence ministers")


def _entry(*lines: str, uid: str = "1@example") -> str:
    return "\r\n".join(("BEGIN:VEVENT", f"UID:{uid}", *lines, "END:VEVENT"))


def _calendar(*entries: str, head: tuple[str, ...] = ()) -> bytes:
    lines = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example//EN", *head, *entries, "END:VCALENDAR", "")
    return "\r\n".join(lines).encode()


def _read(*entries: str, head: tuple[str, ...] = (), options: Options | None = None) -> list[Document | DocumentError]:
    return list(read_calendar(_calendar(*entries, head=head), "a.ics", options))


def _one(*lines: str, head: tuple[str, ...] = (), options: Options | None = None) -> Document:
    (found,) = _read(_entry(*lines), head=head, options=options)
    assert isinstance(found, Document)
    return found


def _words(*lines: str, head: tuple[str, ...] = ()) -> str:
    return _one(WRITTEN, "SUMMARY:SCO summit", *lines, head=head).text


def test_an_entry_is_a_report_of_the_calendar_with_its_uid() -> None:
    told = _one(*MEETING, WRITTEN, "LOCATION:Moscow\\, Russia", head=("X-WR-CALNAME:Ministry's diary",))
    assert told.text == "Meeting of the SCO defence ministers will be held on 4 September 2020 in Moscow, Russia."
    assert (told.title, told.source) == ("Meeting of the SCO defence ministers", "a.ics#1@example")
    assert (told.outlet, told.published, told.language) == ("Ministry's diary", date(2020, 8, 1), "en")


def test_an_entry_is_read_as_an_event_with_its_date_and_place() -> None:
    (record,) = Reader().read(_one(*MEETING, WRITTEN, "LOCATION:Moscow\\, Russia")).records
    assert isinstance(record, EventRecord)
    assert (record.status, record.level, record.orgs) == ("scheduled", "defence_ministers", ("SCO",))
    assert (record.date, record.place) == ("2020-09-04", Place("Moscow", "RUS"))


@pytest.mark.parametrize(
    ("status", "read_as"), [("CONFIRMED", "scheduled"), ("TENTATIVE", "proposed"), ("CANCELLED", "cancelled")]
)
def test_the_status_of_an_entry_is_that_of_the_event(status: str, read_as: str) -> None:
    (record,) = Reader().read(_one(*MEETING, WRITTEN, f"STATUS:{status}")).records
    assert isinstance(record, EventRecord)
    assert (record.status, record.date) == (read_as, "2020-09-04")


@pytest.mark.parametrize(
    ("summary", "text"),
    [
        ("CANCELLED: SCO summit", "SCO summit, which had been scheduled for 4 September 2020, has been cancelled."),
        ("[Canceled] SCO summit", "SCO summit, which had been scheduled for 4 September 2020, has been cancelled."),
        ("SCO summit - POSTPONED", "SCO summit, which had been scheduled for 4 September 2020, has been postponed."),
        ("SCO summit (tbc)", "SCO summit may be held on 4 September 2020."),
        ("Session on postponed elections", "Session on postponed elections will be held on 4 September 2020."),
        ("SCO summit.", "SCO summit will be held on 4 September 2020."),
    ],
)
def test_a_status_that_stands_beside_the_name_is_told(summary: str, text: str) -> None:
    told = _one("DTSTART;VALUE=DATE:20200904", f"SUMMARY:{summary}")
    assert (told.title, told.text) == (summary, text)


def test_a_calendar_of_our_own_tells_its_own_statuses_and_quotes_nobody_twice() -> None:
    told = _one(*MEETING, "X-COMITY-STATUS;VALUE=TEXT:held", "DESCRIPTION:“They met” (A)", head=())
    assert "will be held" in told.text
    (own,) = read_calendar(
        _calendar(_entry(*MEETING, "X-COMITY-STATUS;VALUE=TEXT:held", "DESCRIPTION:“They met” (A)")).replace(
            b"-//Example//EN", b"-//Comity//Calendar//EN"
        ),
        "a.ics",
    )
    assert isinstance(own, Document)
    assert own.text == "Meeting of the SCO defence ministers was held on 4 September 2020."


@pytest.mark.parametrize(
    ("lines", "when"),
    [
        (("DTSTART;VALUE=DATE:20200904",), "on 4 September 2020"),
        (("DTSTART;VALUE=DATE:20200904", "DTEND;VALUE=DATE:20200905"), "on 4 September 2020"),
        (("DTSTART;VALUE=DATE:20200930", "DTEND;VALUE=DATE:20201002"), "from 30 September 2020 to 1 October 2020"),
        (("DTSTART;VALUE=DATE:20200904", "DURATION:P2D"), "from 4 September 2020 to 5 September 2020"),
        (("DTSTART;VALUE=DATE:20200901", "DTEND;VALUE=DATE:20201001"), "in September 2020"),
        (("DTSTART;VALUE=DATE:20200101", "DTEND;VALUE=DATE:20210101"), "in 2020"),
        (("DTSTART:20200904T220000Z", "DTEND:20200905T000000Z"), "on 4 September 2020"),
        (("DTSTART;TZID=Asia/Vladivostok:20200904T010000",), "on 4 September 2020"),
        (("DTSTART:20200904T090000", "DTEND:20200904T080000"), "on 4 September 2020"),
    ],
)
def test_the_days_are_told_as_the_entry_has_them(lines: tuple[str, ...], when: str) -> None:
    assert _words(*lines) == f"SCO summit will be held {when}."


def test_hours_in_utc_are_those_of_the_calendar_s_own_zone() -> None:
    assert "on 5 September 2020" in _words("DTSTART:20200904T220000Z", head=("X-WR-TIMEZONE:Europe/Moscow",))


@pytest.mark.parametrize(
    ("lines", "where"),
    [
        (("LOCATION:Palace of Nations\\, Dushanbe",), " in Palace of Nations, Dushanbe"),
        (("LOCATION:https://meet.example.org/1",), " by videoconference"),
        (("LOCATION:Zoom",), " by videoconference"),
        (("LOCATION:Moscow\\; https://meet.example.org/1",), " in Moscow by videoconference"),
        (("CONFERENCE;VALUE=URI;FEATURE=VIDEO:https://meet.example.org/1",), " by videoconference"),
        ((), ""),
    ],
)
def test_a_place_is_told_and_an_address_of_the_web_is_none(lines: tuple[str, ...], where: str) -> None:
    assert _words("DTSTART;VALUE=DATE:20200904", *lines) == f"SCO summit will be held on 4 September 2020{where}."


def test_the_description_follows_without_its_marks() -> None:
    told = _words("DTSTART;VALUE=DATE:20200904", "DESCRIPTION:<b>India</b> and China\\nare invited.")
    assert told.endswith(".\n\nIndia and China\nare invited.")


def test_what_was_changed_last_counts_and_not_the_day_of_the_download() -> None:
    assert _one(*MEETING, WRITTEN, "LAST-MODIFIED:20200701T120000Z").published == date(2020, 7, 1)
    assert _one(*MEETING).published is None
    assert _one(*MEETING, WRITTEN, options=Options(published=date(2020, 6, 1))).published == date(2020, 6, 1)


@pytest.mark.parametrize("language", ["ky", "..", "../en"])
def test_a_language_without_words_of_its_own_is_told_in_english_and_kept(language: str) -> None:
    told = _one("DTSTART;VALUE=DATE:20200904", f"SUMMARY;LANGUAGE={language}:ШКУ саммити")
    assert (told.language, told.text) == (language, "ШКУ саммити will be held on 4 September 2020.")


@pytest.mark.parametrize(
    ("lines", "text", "read_as"),
    [
        (
            ("DTSTART;VALUE=DATE:20200904", "LOCATION:Москва"),
            "Совещание министров обороны ШОС состоится 4 сентября 2020 года в городе Москва.",
            ("scheduled", "2020-09-04", "Moscow"),
        ),
        (
            ("DTSTART;VALUE=DATE:20200901", "DTEND;VALUE=DATE:20201001", "STATUS:TENTATIVE"),
            "Совещание министров обороны ШОС может состояться в сентябре 2020 года.",
            ("proposed", "2020-09", None),
        ),
        (
            ("DTSTART;VALUE=DATE:20200904", "DTEND;VALUE=DATE:20200906", "STATUS:CANCELLED"),
            "Совещание министров обороны ШОС с 4 сентября 2020 года по 5 сентября 2020 года: мероприятие отменено.",
            ("cancelled", "2020-09-04/2020-09-05", None),
        ),
    ],
)
def test_a_russian_entry_is_told_in_russian_and_read(
    lines: tuple[str, ...], text: str, read_as: tuple[str, str, str | None]
) -> None:
    told = _one(WRITTEN, "SUMMARY:Совещание министров обороны ШОС", *lines)
    assert (told.language, told.text) == ("ru", text)
    (record,) = Reader().read(told).records
    assert isinstance(record, EventRecord)
    assert (record.status, record.date, record.place.city) == read_as


def test_each_time_of_an_entry_that_repeats_is_a_report_and_moved_ones_are_where_they_are_now() -> None:
    weekly = _entry("DTSTART;VALUE=DATE:20200907", "RRULE:FREQ=WEEKLY;COUNT=3", "SUMMARY:NATO council", WRITTEN)
    moved = _entry("RECURRENCE-ID;VALUE=DATE:20200914", "DTSTART;VALUE=DATE:20200915", "SUMMARY:NATO council", WRITTEN)
    found = [told.text for told in _read(weekly, moved) if isinstance(told, Document)]
    assert [text.split(" on ")[1] for text in found] == [
        "7 September 2020.",
        "15 September 2020.",
        "21 September 2020.",
    ]


def test_an_entry_that_repeats_for_ever_ends_two_years_after_it_was_written() -> None:
    yearly = _entry("DTSTART;VALUE=DATE:20180907", "RRULE:FREQ=YEARLY", "SUMMARY:SCO summit", WRITTEN)
    days = [told.text[-5:-1] for told in _read(yearly) if isinstance(told, Document)]
    assert days == ["2018", "2019", "2020", "2021"]


def test_of_what_repeats_each_day_since_long_ago_only_the_first_times_are_told() -> None:
    assert len(_read(_entry("DTSTART;VALUE=DATE:17010101", "RRULE:FREQ=DAILY", "SUMMARY:SCO summit", WRITTEN))) == 500


def test_a_broken_stamp_costs_the_day_and_not_the_entry() -> None:
    assert _one(*MEETING, "DTSTAMP:yesterday").published is None


def test_a_zone_that_nobody_knows_is_told_with_one_that_is_known() -> None:
    (error,) = _read(_entry("DTSTART:20200904T220000Z", MEETING[1]), head=("X-WR-TIMEZONE:Mars/Olympus",))
    assert "no time zone is called 'Mars/Olympus'; one such as Europe/Moscow is" in str(error)


def test_the_same_entry_again_is_the_same_report_and_a_moved_one_is_another() -> None:
    first, again = _one(*MEETING, WRITTEN), _one(*MEETING, WRITTEN, "SEQUENCE:1")
    moved = _one("DTSTART;VALUE=DATE:20200911", MEETING[1], WRITTEN)
    assert first.id == again.id
    assert first.id != moved.id


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ((MEETING[0],), "it has no SUMMARY, which tells what it is"),
        ((MEETING[1],), "it has no DTSTART, which tells its day"),
        (("DTSTART;VALUE=DATE:20200230", MEETING[1]), "DTSTART: Wrong date format 20200230"),
        ((*MEETING, "RRULE:FREQ=SOMETIMES"), "RRULE: "),
        ((*MEETING, "RRULE:FREQ=SECONDLY"), "RRULE: it repeats many times a day"),
        (
            (*MEETING, f"RRULE:FREQ=DAILY;BYMINUTE={','.join(map(str, range(60)))}"),
            "RRULE: it repeats many times a day",
        ),
    ],
)
def test_a_broken_entry_is_told_with_its_number_and_the_rest_goes_on(lines: tuple[str, ...], why: str) -> None:
    broken, whole = _read(_entry(*lines, uid="bad"), _entry(*MEETING))
    assert isinstance(broken, DocumentError)
    assert str(broken).startswith(f"a.ics: entry 1 (bad): {why}")
    assert isinstance(whole, Document)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", "a calendar without entries"),
        (b"BEGIN:VCALENDAR\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", "cannot be parsed"),
        (_calendar(), "a calendar without entries"),
        (b"BEGIN:VCALENDAR\r\n\xff", "not UTF-8"),
    ],
)
def test_what_is_no_calendar_is_told(content: bytes, why: str) -> None:
    with pytest.raises(DocumentError, match=why):
        list(read_calendar(content, "a.ics"))


def test_of_a_calendar_that_breaks_off_the_whole_entries_are_read_and_the_break_is_told() -> None:
    whole = _calendar(_entry(*MEETING), _entry(*MEETING, uid="2@example"))
    first, broken = read_calendar(whole[: whole.rindex(b"SUMMARY")], "a.ics")
    assert isinstance(first, Document)
    assert first.source == "a.ics#1@example"
    assert isinstance(broken, DocumentError)
    assert "breaks off" in str(broken)


@pytest.mark.parametrize("name", ["a.ics", "a.txt", "a"])
def test_a_calendar_is_known_by_its_first_line(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(_calendar(_entry(*MEETING)))
    (found,) = ingest([tmp_path / name])
    assert isinstance(found, Document)
    assert found.source == f"{tmp_path / name}#1@example"


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> ModuleType:
        raise ImportError(name)

    monkeypatch.setattr("comity.reading.ingest.extras.import_module", missing)
    with pytest.raises(DocumentError, match=r'pip install "comity\[calendar\]"'):
        list(read_calendar(_calendar(_entry(*MEETING)), "a.ics"))
