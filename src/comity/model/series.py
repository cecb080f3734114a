"""The meetings of one format over time."""

from __future__ import annotations

from datetime import date

import msgspec

from comity.model.membership import Source
from comity.model.record import Place


class Edition(msgspec.Struct, frozen=True, kw_only=True):
    """The 20th session of the SCO's heads of state: 10 November 2020, by video, Russia in the chair, by this source.

    `date` is EDTF text. `status` as in records; `source` for what the catalogue tells, `event` for what reports tell, or both.
    `moved_from` is the date that was first set, where it was held at another.
    """

    date: str | None
    number: int | None = None
    place: Place = Place()
    mode: str = "unknown"
    chair: str | None = None
    status: str = "held"
    source: Source | None = None
    event: str | None = None
    note: str | None = None
    moved_from: str | None = None


class Cadence(msgspec.Struct, frozen=True):
    """How often the rules of the organization want it: every 12 months, by the Charter."""

    months: float
    source: Source | None = None


class Series(msgspec.Struct, frozen=True, kw_only=True):
    """SCO/heads-of-state: its organizations (guests last), its level, and its editions by date.

    `name` is organizations joined by "+", a slash, and the level or the series' own name: `SCO+CSTO+CIS/defence-ministers`,
    `SCO/peace-mission`. An `occasional` one is called when there is cause (an extraordinary summit), so none is ever due.
    """

    name: str
    kind: str
    level: str
    orgs: tuple[str, ...]
    guests: tuple[str, ...] = ()
    titles: dict[str, str] = {}
    series: str | None = None
    cadence: Cadence | None = None
    occasional: bool = False
    editions: tuple[Edition, ...] = ()


class Window(msgspec.Struct, frozen=True, kw_only=True):
    """The next session is expected around 5 July 2027, and with 80 % probability from 10 June to 20 September.

    `start` and `last` are both days of the window. `basis` is announced (a date was set) or intervals (from history).
    """

    start: date
    last: date
    expected: date
    probability: float
    basis: str = "intervals"


class Kin(msgspec.Struct, frozen=True):
    """The series of meetings of nearly the same circle: SCO+CIS/defence-ministers, with its editions."""

    name: str
    editions: tuple[Edition, ...] = ()


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """The enlarged meeting is overdue since 14 March 2025, by 292 days, because two sessions came 826 days apart.

    `standing` is regular, irregular, overdue, lapsed or single; `none` where no session is known yet. `since` is the day
    from which it holds, `because` the reasons in plain words.
    """

    standing: str
    since: date | None = None
    overdue_days: int | None = None
    because: tuple[str, ...] = ()


class Interval(msgspec.Struct, frozen=True):
    """What lies between sessions, in days: 365 in the middle, 331 to 515, over 24 intervals."""

    median_days: int
    shortest_days: int
    longest_days: int
    last_days: int
    count: int
