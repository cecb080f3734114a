"""Entries of calendars: one as small as can be, and any."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import icalendar
import msgspec
from hypothesis import strategies as st

from comity.export.calendars import Calendar, Entry

STAMP = datetime(2020, 11, 10, tzinfo=UTC)


SESSION = Entry(
    uid="e1@comity",
    start=date(2020, 11, 10),
    end=date(2020, 11, 11),
    summary="SCO: meeting of heads of state",
    stamp=STAMP,
)


def entry(**told: object) -> Entry:
    return msgspec.structs.replace(SESSION, **told)


def read(text: str) -> Any:
    """What a program that subscribes makes of a calendar's text."""
    return icalendar.Calendar.from_ical(text)


def calendar(*entries: Entry) -> Calendar:
    return Calendar(name="SCO", entries=entries)


# What a report may hold: commas, ends of lines, quotation marks, emoji, Cyrillic, Chinese, and what no calendar may.
_ANY = st.text(max_size=60)
_AWKWARD = st.text(alphabet=',;:\\"\n\r\t^ nN=“”’🇷🇺👩‍✈️встречаШОС上合组织é\u0301\u2028\x00\x85', max_size=200)
TEXTS = st.one_of(_ANY, _AWKWARD)
DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1))
MOMENTS = st.integers(-2_000_000_000, 4_000_000_000).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    start = draw(st.one_of(DAYS, MOMENTS))
    return Entry(
        uid=f"{draw(st.uuids())}@comity",
        start=start,
        end=start + timedelta(days=draw(st.integers(1, 400))),
        summary=draw(TEXTS),
        stamp=draw(MOMENTS),
        created=draw(st.none() | MOMENTS),
        status=draw(st.sampled_from(["TENTATIVE", "CONFIRMED", "CANCELLED"])),
        sequence=draw(st.integers(0, 99)),
        description=draw(TEXTS),
        location=draw(st.none() | TEXTS),
        geo=draw(st.none() | st.tuples(st.integers(-90, 90), st.integers(-180, 180))),
        url=draw(st.none() | st.just("https://example.org/a?b=1,2;c")),
        categories=tuple(draw(st.lists(TEXTS.filter(str.strip), max_size=3))),
        facts=draw(st.just((("DATE", "2020-09"), ("CHAIR", "A, B; C"))) | st.just(())),
    )
