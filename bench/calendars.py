"""What a calendar costs: events to iCalendar and jCal, and back again by a program that subscribes.

usage: python bench/calendars.py [--count N]

The events are made up, with the path and the quotes that an average one has. Seconds, and in how many times as long as the
fixed piece of work of bench/baseline.py takes over the same text.
"""

from __future__ import annotations

import argparse
from datetime import date, timedelta

import msgspec
from baseline import count_capitals, seconds
from icalendar import Calendar as Read

from comity.export.calendars import event_calendar, to_ics, to_jcal
from comity.model.document import Evidence
from comity.model.event import Event, Mention, Origin, Step
from comity.model.record import EventRecord, Place
from comity.resolving.telling import Report, Telling

PLACES = (Place("Moscow", "RUS"), Place("Dushanbe", "TJK"), Place(None, "CHN"), Place("Almaty", "KAZ"))
QUOTE = "“The defence ministers of the organization met on Friday, with colleagues from elsewhere; совещание прошло, 会议在此举行"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=10_000)
    count = parser.parse_args().count
    events = [_event(number) for number in range(count)]
    told = {event.id: [_telling(event, report) for report in range(3)] for event in events}
    text = to_ics(event_calendar(events, name="bench", told=told))
    base = seconds(lambda: count_capitals(text))
    print(f"{count:,} events, {len(text.encode()) / 1e6:.1f} MB of iCalendar")
    for what, taken in (
        ("written as iCalendar", seconds(lambda: to_ics(event_calendar(events, name="bench", told=told)), repeats=3)),
        ("written as jCal", seconds(lambda: _jcal(events, told), repeats=3)),
        ("read by icalendar", seconds(lambda: Read.from_ical(text), repeats=1)),
    ):
        print(f"{what:22} {taken:6.2f} s {taken / base:7.1f} times the baseline {count / taken:10,.0f} events/s")


def _jcal(events: list[Event], told: dict[str, list[Telling]]) -> bytes:
    return msgspec.json.encode(to_jcal(event_calendar(events, name="bench", told=told)))


def _event(number: int) -> Event:
    day = (date(2000, 1, 1) + timedelta(days=number)).isoformat()
    return Event(
        id=f"{number:016x}",
        kind="meeting",
        status="held",
        level="defence_ministers",
        orgs=("SCO",),
        guests=("CSTO", "CIS"),
        date=day if number % 5 else day[:7],
        place=PLACES[number % len(PLACES)],
        mode="online" if number % 3 == 0 else "in_person",
        participants=("RUS", "CHN", "KAZ"),
        reports=(Mention("a", 0, 9),),
        origins=2,
        origin_details=(Origin("Xinhua", "CHN"), Origin("TASS", "RUS")),
        history=(Step("scheduled", "2000-01-01", day[:7], "a"), Step("held", day, day, "b")),
    )


def _telling(event: Event, number: int) -> Telling:
    record = EventRecord(kind="meeting", status="held", level=event.level, evidence=(Evidence(0, len(QUOTE), QUOTE),))
    report = Report(
        f"{event.id}{number}",
        f"https://example.org/{event.id}/{number}",
        "Example Agency",
        published=date(2020, 1, 1 + number),
        title="Ministers meet",
    )
    return Telling(f"{event.id}{number}", record, report)


if __name__ == "__main__":
    main()
