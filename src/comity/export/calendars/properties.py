"""A calendar as components and properties: what its text (RFC 5545) and its JSON (RFC 7265) have in common."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

import msgspec

from comity.export.calendars.entry import PRODUCT, Calendar, Entry

Value = str | int | float | date | timedelta

# What no calendar may hold: control characters, and what some programs take for the end of a line.
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_SPACE = re.compile(r"\s+")
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


class Property(msgspec.Struct, frozen=True, gc=False):
    """GEO: its values are 55.75 and 37.62, of the kind `float`. `written` is whether the text has to name the kind."""

    name: str
    kind: str
    values: tuple[Value, ...]
    parameters: tuple[tuple[str, str], ...] = ()
    written: bool = False
    between: str = ","


class Component(msgspec.Struct, frozen=True):
    """A VCALENDAR with its properties, and its VEVENTs inside."""

    name: str
    properties: tuple[Property, ...]
    inside: tuple[Component, ...] = ()


# A calendar must hold something, even one of a query that found nothing: a time zone is no entry.
_NOTHING = Component(
    "VTIMEZONE",
    (Property("TZID", "text", ("Etc/UTC",)),),
    (
        Component(
            "STANDARD",
            (
                Property("DTSTART", "date-time", (datetime(1970, 1, 1),)),  # noqa: DTZ001 - by the format, local
                Property("TZOFFSETFROM", "utc-offset", ("+0000",)),
                Property("TZOFFSETTO", "utc-offset", ("+0000",)),
            ),
        ),
    ),
)


def component_of(calendar: Calendar) -> Component:
    """The whole calendar, with the properties that programs ask for when they subscribe (RFC 7986)."""
    every = timedelta(hours=calendar.refresh_hours)
    properties = [
        _text("VERSION", "2.0"),
        _text("PRODID", PRODUCT),
        _text("CALSCALE", "GREGORIAN"),
        _text("NAME", calendar.name),
        _text("X-WR-CALNAME", calendar.name),
        Property("REFRESH-INTERVAL", "duration", (every,), written=True),
        Property("X-PUBLISHED-TTL", "duration", (every,)),
    ]
    if calendar.description:
        properties += [_text("DESCRIPTION", calendar.description), _text("X-WR-CALDESC", calendar.description)]
    return Component("VCALENDAR", tuple(properties), tuple(map(_event, calendar.entries)) or (_NOTHING,))


def _event(entry: Entry) -> Component:
    return Component("VEVENT", (*_times(entry), *_words(entry)))


def _times(entry: Entry) -> Iterator[Property]:
    yield _text("UID", entry.uid)
    yield Property("DTSTAMP", "date-time", (entry.stamp,))
    yield _time("DTSTART", entry.start)
    yield _time("DTEND", entry.end)
    if entry.replaces is not None:
        yield _time("RECURRENCE-ID", entry.replaces)
    if entry.repeats:
        yield _time("RDATE", *entry.repeats)
    if entry.created is not None:
        yield Property("CREATED", "date-time", (entry.created,))
    yield Property("LAST-MODIFIED", "date-time", (entry.stamp,))
    yield Property("SEQUENCE", "integer", (entry.sequence,))
    yield _text("STATUS", entry.status)
    # A subscriber looks on: no meeting of ministers makes him busy.
    yield _text("TRANSP", "TRANSPARENT")


def _words(entry: Entry) -> Iterator[Property]:
    yield _text("SUMMARY", entry.summary)
    if entry.description:
        yield _text("DESCRIPTION", entry.description)
    if entry.location:
        yield _text("LOCATION", entry.location)
    if entry.geo:
        yield Property("GEO", "float", entry.geo, between=";")
    if entry.categories:
        yield Property("CATEGORIES", "text", tuple(map(clean, entry.categories)))
    if entry.url:
        yield Property("URL", "uri", (_address(entry.url),))
    if entry.conference:
        about = (("FEATURE", "VIDEO"), ("LABEL", "Videoconference"))
        yield Property("CONFERENCE", "uri", (_address(entry.conference),), about, written=True)
    for name, value in entry.facts:
        # Without its kind, a property of our own is one that readers leave escaped.
        yield Property(f"X-COMITY-{name}", "text", (clean(value),), written=True)


def clean(text: str) -> str:
    """Without what no calendar may hold; every end of a line is one of the same kind."""
    if text.isprintable():
        return text
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", _LINE_ENDS.sub("\n", text))


def conference_of(uid: str) -> str:
    """A name for a videoconference whose address nobody told: a calendar wants a URI, and an invented link would lie."""
    return uuid5(NAMESPACE_URL, uid).urn


def _address(text: str) -> str:
    """An address as it may stand in a line, without spaces or ends of lines in it."""
    return _SPACE.sub(lambda found: quote(found[0]), clean(text).strip())


def _text(name: str, value: str) -> Property:
    return Property(name, "text", (clean(value),))


def _time(name: str, *values: date) -> Property:
    is_moment = isinstance(values[0], datetime)
    return Property(name, "date-time" if is_moment else "date", values, written=not is_moment)
