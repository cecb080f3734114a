"""A series of one's own, defined in a file: who is invited, how often, when not, and who hosts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import msgspec

from comity.catalog.yaml_file import read_yaml
from comity.errors import CatalogError, UsageError
from comity.model.record import LEVELS

SUFFIXES = (".yaml", ".yml", ".toml")
_FIELDS = ("name", "invited", "status", "level", "cadence", "length", "may_move", "avoid", "hosts")
_CADENCE = ("every", "in", "day", "from", "rule")
_AVOID = ("weekends", "holidays", "fasts", "sessions", "days", "tolerate")
_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")
_SPAN = re.compile(r"(\d+)\s*(day|week|month|year)s?")
_UNIT_DAYS = {"day": 1, "week": 7}
WHOSE = ("all", "host", "none")
FASTS = ("ramadan",)


class Cadence(msgspec.Struct, frozen=True, kw_only=True):
    """Every six months, on the second Thursday, from March 2027 on: `unit` is week, month or year.

    `months` are those of each year in which a session is wished, `day` the one in the month ("second thursday", "15"),
    `rule` an RRULE (RFC 5545) in place of all this.
    """

    start: date | None = None
    count: int = 1
    unit: str = "year"
    months: tuple[str, ...] = ()
    day: str | None = None
    rule: str | None = None


class Avoided(msgspec.Struct, frozen=True, kw_only=True):
    """Days on which no session may be: of rest and holidays of all or of the host, fasts, and near other sessions.

    Where no day is free, one on which at most `tolerate` states rest or celebrate is taken.
    """

    weekends: str = "all"
    holidays: str = "all"
    fasts: tuple[str, ...] = ()
    session_levels: tuple[str, ...] = ()
    session_days: int = 3
    days: tuple[date, ...] = ()
    tolerate: int = 0


class Hosts(msgspec.Struct, frozen=True, kw_only=True):
    """The invited in the order of an alphabet, or a list of states; `first` is the host of the first session."""

    alphabet: str | None = None
    states: tuple[str, ...] = ()
    first: str | None = None


class OwnSeries(msgspec.Struct, frozen=True, kw_only=True):
    """The enlarged meeting of defence ministers: "SCO | CSTO | CIS", twice a year, two days, not in Ramadan, hosts in turn.

    `before` and `after` say how many days a session may lie off the day that the cadence wishes.
    """

    name: str
    invited: str
    cadence: Cadence
    status: str = "member"
    level: str = "other"
    length: int = 1
    before: int = 10
    after: int = 20
    avoid: Avoided = Avoided()
    hosts: Hosts | None = None


def is_series_file(text: str) -> bool:
    """Whether a text names a file in which a series is defined, and not a series by its name."""
    return text.endswith(SUFFIXES)


def read_own_series(path: Path) -> OwnSeries:
    """The series that a YAML or TOML file defines. Raises UsageError, which names file and key and what is possible."""
    told = _Told(_content(path), str(path))
    told.only(_FIELDS)
    level = told.choice("level", LEVELS, "other")
    move = told.block("may_move")
    move.only(("before", "after"))
    series = OwnSeries(
        name=told.text("name"),
        invited=told.text("invited"),
        status=told.text("status", "member"),
        level=level,
        cadence=_cadence(told.block("cadence")),
        length=told.days("length", 1),
        before=move.days("before", 10),
        after=move.days("after", 20),
        avoid=_avoided(told.block("avoid"), level),
        hosts=_hosts(told.block("hosts")) if told.raw.get("hosts") else None,
    )
    if not 1 <= series.length <= 14:
        raise UsageError(f"{path}, length: a session of {series.length} days; possible are 1 to 14 days")
    return series


class _Told:
    """Keys with values, and where they stand."""

    def __init__(self, raw: Mapping[str, Any], place: str) -> None:
        self.raw, self.place = raw, place

    def only(self, known: Iterable[str]) -> None:
        slips = [str(key) for key in self.raw if str(key) not in known]
        if slips:
            raise UsageError(f"{self.place}: {slips[0]!r} is no field; known are {', '.join(known)}")

    def block(self, key: str) -> _Told:
        value = self.raw.get(key) or {}
        if not isinstance(value, dict):
            raise UsageError(f"{self.place}, {key}: is {value!r}, not keys with values")
        return _Told(value, f"{self.place}, {key}")

    def text(self, key: str, default: str | None = None) -> str:
        value = self.raw.get(key, default)
        if not isinstance(value, str) or not value.strip():
            raise UsageError(f"{self.place}, {key}: {'is missing' if value is None else f'{value!r} is no text'}")
        return value.strip()

    def choice(self, key: str, known: tuple[str, ...], default: str) -> str:
        value = self.raw.get(key, default)
        # YAML reads a bare no as false.
        value = {True: "all", False: "none"}.get(value, value) if isinstance(value, bool) else value
        told = str(value).replace("-", "_") if known is LEVELS else str(value)
        if told not in known:
            raise UsageError(f"{self.place}, {key}: {value!r} is none of {', '.join(known)}")
        return told

    def listed(self, key: str) -> tuple[Any, ...]:
        value = self.raw.get(key)
        return tuple(value) if isinstance(value, list) else () if value is None else (value,)

    def number(self, key: str, default: int) -> int:
        value = self.raw.get(key, default)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise UsageError(f"{self.place}, {key}: {value!r} is no number of states, such as 2")
        return value

    def days(self, key: str, default: int) -> int:
        """A number of days: `10`, "10 days" or "2 weeks"."""
        value = self.raw.get(key, default)
        if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            return value
        count, unit = span(value, f"{self.place}, {key}")
        if unit not in _UNIT_DAYS:
            raise UsageError(f"{self.place}, {key}: {value!r} is to be told in days or weeks")
        return count * _UNIT_DAYS[unit]

    def day(self, value: object, key: str) -> date:
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
        text = str(value)
        try:
            return date.fromisoformat(f"{text}-01" if re.fullmatch(r"\d{4}-\d\d", text) else text)
        except ValueError as error:
            raise UsageError(f"{self.place}, {key}: {text!r} is no day that exists, such as 2027-03-15") from error


def span(value: object, place: str) -> tuple[int, str]:
    """ "6 months" as a number and its unit."""
    found = _SPAN.fullmatch(str(value).strip().casefold())
    if not found or int(found[1]) < 1:
        raise UsageError(f"{place}: {value!r} is no length of time; possible are 2 weeks, 6 months, 1 year")
    return int(found[1]), found[2]


def _content(path: Path) -> Mapping[str, Any]:
    if path.suffix == ".toml":
        import tomllib

        try:
            return tomllib.loads(path.read_text("utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise UsageError(f"{path}: cannot be read: {error}") from error
    try:
        return read_yaml(path, str(path))
    except CatalogError as error:
        raise UsageError(f"{path}: cannot be read: {_absent_day(path) or error.why}") from error


def _absent_day(path: Path) -> str | None:
    """The first day in a file that no calendar has; YAML does not tell which it is."""
    if not path.is_file():
        return None
    for told in _DAY.findall(path.read_text("utf-8", errors="replace")):
        try:
            date.fromisoformat(told)
        except ValueError:
            return f"{told} is no day that exists"
    return None


def _cadence(told: _Told) -> Cadence:
    told.only(_CADENCE)
    if not told.raw:
        raise UsageError(
            f'{told.place}: is missing; write {{every: 6 months}}, {{in: [march, september]}} or {{rule: "…"}}'
        )
    start = told.day(told.raw["from"], "from") if "from" in told.raw else None
    if "rule" in told.raw:
        if set(told.raw) - {"rule", "from"}:
            raise UsageError(f"{told.place}: a rule stands alone, with 'from' at most")
        return Cadence(start=start, rule=told.text("rule"))
    count, unit = span(told.raw.get("every", "1 year"), f"{told.place}, every")
    day = str(told.raw["day"]) if "day" in told.raw else None
    return Cadence(start=start, count=count, unit=unit, months=tuple(map(str, told.listed("in"))), day=day)


def _avoided(told: _Told, level: str) -> Avoided:
    told.only(_AVOID)
    fasts = tuple(str(one) for one in told.listed("fasts"))
    if unknown := [one for one in fasts if one not in FASTS]:
        raise UsageError(f"{told.place}, fasts: {unknown[0]!r} is not known; known are {', '.join(FASTS)}")
    sessions = told.block("sessions")
    sessions.only(("levels", "within"))
    levels = tuple(str(one).replace("-", "_") for one in sessions.listed("levels")) or (level,)
    if unknown := [one for one in levels if one not in LEVELS]:
        raise UsageError(f"{sessions.place}, levels: {unknown[0]!r} is none of {', '.join(LEVELS)}")
    return Avoided(
        weekends=told.choice("weekends", WHOSE, "all"),
        holidays=told.choice("holidays", WHOSE, "all"),
        fasts=fasts,
        session_levels=levels if "sessions" in told.raw else (),
        session_days=sessions.days("within", 3),
        days=tuple(told.day(one, "days") for one in told.listed("days")),
        tolerate=told.number("tolerate", 0),
    )


def _hosts(told: _Told) -> Hosts:
    told.only(("alphabet", "states", "first"))
    states = tuple(str(one) for one in told.listed("states"))
    alphabet = str(told.raw["alphabet"]) if "alphabet" in told.raw else None
    if bool(states) == (alphabet is not None):
        raise UsageError(f"{told.place}: needs either an alphabet, such as ru, or a list of states")
    first = str(told.raw["first"]) if "first" in told.raw else None
    return Hosts(alphabet=alphabet, states=states, first=first)
