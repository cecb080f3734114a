"""What is to come of a series: windows with chair and host; and the planned days of a series of one's own."""

from __future__ import annotations

from datetime import date

import msgspec

from comity.model.membership import Source
from comity.model.promise import Promise
from comity.model.series import Edition, Series, Standing, Window


class Coming(msgspec.Struct, frozen=True, kw_only=True):
    """The next SCO summit: around July 2027, Pakistan in the chair and host, because it comes next in the Russian alphabet.

    `chair` and `host` are states by code, None where no rule and no source tells. `announced` is the session as a source or
    report set it. `because` are the reasons in plain words, `sources` what they rest on.
    """

    window: Window
    chair: str | None = None
    host: str | None = None
    city: str | None = None
    announced: Edition | None = None
    because: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """The SCO summits to come, seen from a day, with how the series stands and what was promised of it and is open.

    `late` are those of the open promises whose time has passed.
    """

    series: Series
    as_of: date
    standing: Standing
    next: tuple[Coming, ...] = ()
    open_promises: tuple[Promise, ...] = ()
    late: tuple[str, ...] = ()


class Clash(msgspec.Struct, frozen=True, kw_only=True):
    """Friday 20 March 2026: Eid al-Fitr in KGZ and UZB. `kind` is holiday, weekend, fast, session or day."""

    day: date
    kind: str
    what: str
    states: tuple[str, ...] = ()


class PlannedSession(msgspec.Struct, frozen=True, kw_only=True):
    """The second session: on 24 March 2026 in Kazakhstan, four days after the wished day, for Eid and Nowruz lay before it.

    `last` is its last day, `wished` the day that the cadence alone would give, `passed` why days nearer to it were not taken,
    `remaining` what speaks against its own days and is put up with, `expected` sessions of the same ministers about then.
    """

    number: int
    first: date
    last: date
    wished: date
    host: str | None = None
    invited: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    passed: tuple[Clash, ...] = ()
    remaining: tuple[Clash, ...] = ()
    expected: tuple[str, ...] = ()


class OwnPlan(msgspec.Struct, frozen=True, kw_only=True):
    """The planned sessions of a series of one's own. `unknown_holidays` are states whose holidays nobody could tell."""

    name: str
    expression: str
    level: str
    as_of: date
    sessions: tuple[PlannedSession, ...] = ()
    unknown_holidays: tuple[str, ...] = ()
