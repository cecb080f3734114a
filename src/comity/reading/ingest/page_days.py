"""Days of publication that a page shows, or that its address has in it."""

from __future__ import annotations

import re
from datetime import date, timedelta

from comity.reading.ingest.day import find_day
from comity.reading.ingest.furniture import furniture

_IN_ADDRESS = re.compile(r"[/_-](?P<year>(?:19|20)\d\d)([/_-]?)(?P<month>\d\d)\2(?P<day>\d\d)(?=[/_.-]|$)")
_CLOCK = re.compile(r"(?<![\d.:])(?:[01]?\d|2[0-3])[:.][0-5]\d(?![\d.:])")
_LONGEST_STAMP = 100
_BEHIND = 6
_BEFORE = 2


def shown_day(shown: str, headline: str | None) -> date | None:
    """The day in a line of dates, times and names close to the headline; None where no such line is there."""
    if headline is None:
        return None
    lines = shown.split("\n")
    sought = headline.casefold()
    for at in (at for at, line in enumerate(lines) if line.casefold() == sought):
        for line in [*lines[at + 1 : at + 1 + _BEHIND], *reversed(lines[max(0, at - _BEFORE) : at])]:
            told = furniture(line)
            day = (told.named or told.published) if told else _stamped(line)
            if day:
                return day
    return None


def _stamped(line: str) -> date | None:
    """ "Press release 10 November 2020 17:00", "SC/14355 10 NOVEMBER 2020": beside a time or a number of the page's own."""
    found = find_day(line) if len(line) <= _LONGEST_STAMP else None
    if found is None:
        return None
    rest = f"{line[: found.start]} {line[found.end :]}"
    is_stamp = _CLOCK.search(rest) or all(re.search(r"\d", word) for word in re.findall(r"\w\S*", rest))
    return found.day if is_stamp else None


def local_day(day: date | None, address: str | None) -> date | None:
    """The day as the outlet counts it: where the address is of the day before or after, a server counted in another zone."""
    written = address_day(address or "")
    if written is None or (day is not None and abs(day - written) != timedelta(days=1)):
        return day
    return written


def address_day(address: str) -> date | None:
    """The day in `/2020/11/10/` or `/20201110/`; None where there is none that exists."""
    found = _IN_ADDRESS.search(address.partition("?")[0])
    if not found:
        return None
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None
