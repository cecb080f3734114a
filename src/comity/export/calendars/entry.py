"""What a calendar shows, before it has a form: entries with their days, names and sources."""

from __future__ import annotations

from datetime import date, datetime

import msgspec

PRODUCT = "-//Comity//Calendar of multilateral meetings//EN"
TENTATIVE, CONFIRMED, CANCELLED = "TENTATIVE", "CONFIRMED", "CANCELLED"


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """On 10 November 2020, all day, by video: "SCO: meeting of heads of state", confirmed, in its second version.

    `start` and `end` are both days, or both moments in UTC; `end` is the first one after it. `stamp` is when it was told
    last, `created` when first. `conference` is the address of a meeting by video. `replaces` is the day that it had in
    the repeating entry of the same `uid`, which lists its days in `repeats`. `facts` are our own, by name.
    """

    uid: str
    start: date
    end: date
    summary: str
    stamp: datetime
    status: str = CONFIRMED
    sequence: int = 0
    created: datetime | None = None
    description: str = ""
    location: str | None = None
    geo: tuple[float, float] | None = None
    url: str | None = None
    conference: str | None = None
    categories: tuple[str, ...] = ()
    replaces: date | None = None
    repeats: tuple[date, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()

    @property
    def is_all_day(self) -> bool:
        return not isinstance(self.start, datetime)


class Calendar(msgspec.Struct, frozen=True, kw_only=True):
    """The meetings of the SCO, 120 entries, to be asked for again each day; 3 events without a date are left out."""

    name: str
    entries: tuple[Entry, ...]
    left_out: int = 0
    description: str = ""
    refresh_hours: int = 24
