"""Calendars of others (iCalendar): each entry a document, whose text tells in words what is announced for when and where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from math import prod
from typing import Any
from zoneinfo import ZoneInfo

from comity.errors import DocumentError
from comity.model.document import Document, digest
from comity.reading.ingest.extras import needed
from comity.reading.ingest.fields import code_of
from comity.reading.ingest.ics_words import Told, Words, parted, sentence, words_of
from comity.reading.ingest.language import language_of
from comity.reading.ingest.markup import one_line, plain_text
from comity.reading.ingest.options import Options
from comity.reading.ingest.text import decode

# An entry that repeats for ever is followed so far past the day on which it was written, and no more often than this.
_HORIZON = timedelta(days=2 * 366)
_A_YEAR = timedelta(days=366)
_MOST_REPEATS = 500
_MOST_A_DAY = 4
_OWN = "-//Comity//"
_END = re.compile(r"^END:VCALENDAR\s*\Z", re.IGNORECASE | re.MULTILINE)
_END_OF_ENTRY = re.compile(r"^END:VEVENT[ \t\r]*$", re.IGNORECASE | re.MULTILINE)


def read_calendar(
    content: bytes,
    source: str,
    options: Options | None = None,
    *,
    charset: str | None = None,
    address: str | None = None,
) -> Iterator[Document | DocumentError]:
    """The documents of a calendar's entries, in its order; of an entry that repeats, one for each time.

    An entry that says nothing, or on no day, is told with its number. Raises DocumentError where it is no calendar, and
    where the extra `calendar` is not installed.
    """
    library = needed("icalendar", extra="calendar", source=source, what="calendars")
    text = decode(content, source, charset=charset)
    is_whole = _END.search(text) is not None
    try:
        calendars = library.Calendar.from_ical(text if is_whole else _mended(text), multiple=True)
    except Exception as error:
        # The library raises what its parts raise, of many kinds.
        raise DocumentError(source, f"a calendar that cannot be parsed: {error}") from error
    if not any(calendar.events for calendar in calendars):
        raise DocumentError(source, "a calendar without entries")
    for calendar in calendars:
        yield from _Calendar(calendar, address or source, options or Options()).documents()
    if not is_whole:
        yield DocumentError(source, "the calendar breaks off; what came before the break was read")


def _mended(text: str) -> str:
    """Up to the last entry that is whole: the library would leave all of them aside."""
    last = max((found.end() for found in _END_OF_ENTRY.finditer(text)), default=len(text))
    return f"{text[:last]}\r\nEND:VCALENDAR\r\n"


class _Calendar:
    """One calendar: its name is the outlet of its entries, its zone that of their hours."""

    def __init__(self, calendar: Any, source: str, options: Options) -> None:
        self._calendar, self._source, self._options = calendar, source, options
        self._outlet = one_line(_text(calendar, "NAME") or _text(calendar, "X-WR-CALNAME")) or None
        self._is_own = _text(calendar, "PRODID").startswith(_OWN)

    def documents(self) -> Iterator[Document | DocumentError]:
        repeating = {_text(one, "UID") for one in self._calendar.events if "RRULE" in one or "RDATE" in one}
        for number, event in enumerate(self._calendar.events, 1):
            uid = _text(event, "UID")
            try:
                _check(event)
                if uid and uid in repeating:
                    if "RECURRENCE-ID" not in event:
                        yield from map(self._document, self._times_of(uid, event))
                else:
                    yield self._document(event)
            except Exception as error:
                # Wrong dates, rules that cannot be followed, zones that are none: each by an exception of its own.
                yield DocumentError(self._source, f"entry {number} ({uid or 'without UID'}): {error}")

    def _times_of(self, uid: str, event: Any) -> Sequence[Any]:
        """Each time of an entry that repeats, with those that were moved where they are now."""
        recurring = needed("recurring_ical_events", extra="calendar", source=self._source, what="repeating entries")
        alone = self._calendar.copy()
        alone.subcomponents = [
            one for one in self._calendar.subcomponents if one.name == "VTIMEZONE" or _text(one, "UID") == uid
        ]
        days = [_day(one.start) for one in alone.events]
        until = max(*days, self._written(event) or _day(event.start)) + _HORIZON
        found: list[Any] = []
        start = min(days)
        # A year at a time: of what repeats each day since 1601 not all is worked out.
        while start <= until and len(found) < _MOST_REPEATS:
            end = min(start + _A_YEAR, until + timedelta(days=1))
            year = recurring.of(alone).between(start, end)
            found += sorted((one for one in year if start <= _day(one.start) < end), key=lambda one: _day(one.start))
            start = end
        return found[:_MOST_REPEATS]

    def _document(self, event: Any) -> Document:
        title = one_line(plain_text(_text(event, "SUMMARY")))
        if not title:
            raise ValueError("it has no SUMMARY, which tells what it is")
        language = self._options.language or code_of(event["SUMMARY"].params.get("LANGUAGE")) or language_of(title)
        words = words_of(language)
        text = "\n\n".join(filter(None, (sentence(self._told(event, title, words), words), self._description(event))))
        # Of an entry that repeats, the times are told apart by their days.
        uid = _text(event, "UID")
        return Document(
            id=digest("document", title, text, uid),
            source=f"{self._source}#{uid}" if uid else self._source,
            text=text,
            title=title,
            outlet=self._outlet,
            published=self._options.published or self._written(event),
            language=language,
        )

    def _told(self, event: Any, title: str, words: Words) -> Told:
        first, last = self._days(event)
        what, marked = parted(title, words)
        own = _text(event, "X-COMITY-STATUS") if self._is_own else ""
        status = own or marked or _text(event, "STATUS").upper() or "CONFIRMED"
        is_online = "CONFERENCE" in event or "X-GOOGLE-CONFERENCE" in event
        return Told(what, first, last, status, one_line(_text(event, "LOCATION")) or "", is_online)

    def _days(self, event: Any) -> tuple[date, date]:
        """The first and the last, as its own time zone counts them. Raises ValueError where there is no first."""
        start, end = self._local(event.start), self._local(event.end)
        if end <= start:
            return _day(start), _day(start)
        step = timedelta(microseconds=1) if isinstance(end, datetime) else timedelta(days=1)
        return _day(start), max(_day(start), _day(end - step))

    def _local(self, time: Any) -> Any:
        """What is told in UTC is meant where the calendar is at home, if it says where."""
        zone = _text(self._calendar, "X-WR-TIMEZONE")
        if not (zone and isinstance(time, datetime) and time.utcoffset() == timedelta(0)):
            return time
        try:
            return time.astimezone(ZoneInfo(zone))
        except (KeyError, ValueError, OSError) as error:
            raise ValueError(f"X-WR-TIMEZONE: no time zone is called {zone!r}; one such as Europe/Moscow is") from error

    def _description(self, event: Any) -> str:
        """In a calendar of ours it quotes reports, which are not this calendar's own words."""
        return "" if self._is_own else plain_text(_text(event, "DESCRIPTION"))

    def _written(self, event: Any) -> date | None:
        """When it was changed last; the stamp, which some set to the day of the download, where it does not say."""
        broken = {name for name, _ in event.errors}
        for name in ("LAST-MODIFIED", "DTSTAMP"):
            told = None if name in broken else getattr(event.get(name), "dt", None)
            if isinstance(told, date):
                return _day(told.astimezone(UTC) if isinstance(told, datetime) and told.tzinfo else told)
        return None


def _check(event: Any) -> None:
    """Raises ValueError where what tells its days is broken; other broken parts are left aside."""
    for name, why in event.errors:
        if name in ("DTSTART", "DTEND", "DURATION", "RRULE", "RDATE"):
            raise ValueError(f"{name}: {why}")
    if "DTSTART" not in event:
        raise ValueError("it has no DTSTART, which tells its day")
    rules = event.get("RRULE", ())
    for rule in rules if isinstance(rules, list) else [rules] if rules else ():
        times = prod(len(rule.get(part, [0])) for part in ("BYHOUR", "BYMINUTE", "BYSECOND"))
        if str(rule.get("FREQ", [""])[0]).upper() in ("HOURLY", "MINUTELY", "SECONDLY") or times > _MOST_A_DAY:
            raise ValueError("RRULE: it repeats many times a day, as no meeting does")


def _text(component: Any, name: str) -> str:
    found = component.get(name)
    return str(found[0] if isinstance(found, list) else found).strip() if found is not None else ""


def _day(time: date) -> date:
    return time.date() if isinstance(time, datetime) else time
