"""Days of publication that a page shows, or that its address has in it."""

from __future__ import annotations

import re
from datetime import date, timedelta

from comity.reading.ingest.furniture import furniture

_IN_ADDRESS = re.compile(r"[/_-](?P<year>(?:19|20)\d\d)([/_-]?)(?P<month>\d\d)\2(?P<day>\d\d)(?=[/_.-]|$)")
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
            if told and (told.named or told.published):
                return told.named or told.published
    return None


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
