"""Where a state or an organization sits on a day, and by which clock."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from functools import lru_cache
from importlib.resources import files
from zoneinfo import ZoneInfo

import msgspec

from comity.catalog.load import Catalog
from comity.errors import UsageError
from comity.model.organization import Capital
from comity.model.when import When

_ZONES_SHOWN = 3


class Seat(msgspec.Struct, frozen=True, kw_only=True):
    """On 10 November 2020 Kazakhstan (KAZ) sits in Nur-Sultan, whose clocks are those of Asia/Almaty.

    `also` are other seats that hold on that day. `offsets` are the state's clocks against UTC on that day where it has
    several; `timezone` is that of the capital. `city` is None for who was added by name with a time zone alone.
    """

    state: str
    name: str
    city: str | None
    timezone: str
    also: tuple[str, ...] = ()
    offsets: tuple[str, ...] = ()


def seat_of(code: str, on: date, catalog: Catalog, *, language: str = "en") -> Seat | None:
    """Of a state, or of an organization, which sits at its secretariat; None where the catalogue knows no seat."""
    state = catalog.states.get(code)
    if state is None:
        return _secretariat(code, on, catalog, language)
    held = [one for one in state.capitals if may_hold(one, on)]
    if not held:
        return None
    first = held[0]
    names = tuple(dict.fromkeys(city_name(one, language) for one in held))
    return Seat(
        state=code,
        name=state.name(language),
        city=names[0],
        timezone=first.timezone,
        also=names[1:],
        offsets=offsets_of(state.alpha2, on),
    )


def may_hold(capital: Capital, on: date) -> bool:
    """Whether it was, or may have been, the seat on a day: a year of change has two."""
    day = When.days(on)
    begun = capital.start is None or not day.before(capital.start)
    return begun and (capital.end is None or not _from_then_on(day, capital.end))


def _from_then_on(day: When, end: When) -> bool:
    """`end` is the first day no longer; of one known to the year, any day of it may be that."""
    if day.lower is None or end.upper is None:
        return False
    return end.lower is not None and day.lower >= (end.lower if end.is_day else end.upper)


def city_name(capital: Capital, language: str) -> str:
    known = capital.names.get(language) or capital.names.get("en") or ("",)
    return known[0]


def _secretariat(code: str, on: date, catalog: Catalog, language: str) -> Seat | None:
    """By the clock of the secretariat's city, where it is known; else of the capital of its state."""
    organization = catalog.organizations.get(code)
    if organization is None or organization.secretariat is None:
        return None
    city, country = organization.secretariat
    zones = [one.timezone for one in catalog.cities if one.country == country and city in (one.name, *one.aliases)]
    capital = seat_of(country, on, catalog)
    zone = zones[0] if zones else capital.timezone if capital else None
    return Seat(state=code, name=organization.name(language), city=city, timezone=zone) if zone else None


def with_zones(seats: Iterable[Seat], zones: Mapping[str, str]) -> tuple[Seat, ...]:
    """Seats with other time zones: by code where it is one of them, else as one more who takes part.

    Raises UsageError for a time zone that does not exist.
    """
    found = {seat.state: seat for seat in seats}
    for name, zone in zones.items():
        known = found.get(name) or Seat(state=name, name=name, city=None, timezone=zone)
        found[name] = msgspec.structs.replace(known, timezone=known_zone(zone), offsets=())
    return tuple(found.values())


def known_zone(name: str) -> str:
    """The time zone's IANA name. Raises UsageError with those that look like it."""
    from difflib import get_close_matches

    zones = _zones()
    by_case = {zone.casefold(): zone for zone in zones}
    written = name.strip().replace(" ", "_").casefold()
    if written in by_case:
        return by_case[written]
    by_city = {zone.rpartition("/")[2]: zone for zone in by_case}
    near = [by_case[by_city[city]] for city in get_close_matches(written.rpartition("/")[2], by_city, _ZONES_SHOWN)]
    hint = f"did you mean {', '.join(near)}?" if near else "zones are named as in Asia/Almaty, Europe/Minsk, UTC"
    raise UsageError(f"unknown time zone {name!r}; {hint}")


@lru_cache(maxsize=1)
def _zones() -> frozenset[str]:
    from zoneinfo import available_timezones

    return frozenset(available_timezones())


@lru_cache(maxsize=512)
def zone_of(name: str) -> ZoneInfo:
    return ZoneInfo(name)


def offsets_of(alpha2: str | None, on: date) -> tuple[str, ...]:
    """The clocks of a state against UTC at noon of a day, from west to east; empty where there is one only."""
    zones = _zones_by_country().get(alpha2 or "", ())
    if len(zones) == 1:
        return ()
    noon = datetime.combine(on, time(12))
    told = {offset: noon.replace(tzinfo=zone_of(zone)) for zone in zones if (offset := _offset(noon, zone)) is not None}
    if len(told) < 2:
        return ()
    return tuple(told[offset].isoformat()[len("2020-11-10T12:00:00") :] for offset in sorted(told))


def _offset(noon: datetime, zone: str) -> float | None:
    offset = zone_of(zone).utcoffset(noon)
    return None if offset is None else offset.total_seconds()


@lru_cache(maxsize=1)
def _zones_by_country() -> dict[str, tuple[str, ...]]:
    """Zones by ISO country code, as the time zone database lists them."""
    found: dict[str, list[str]] = {}
    text = (files("tzdata") / "zoneinfo" / "zone.tab").read_text("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            country, _, zone = line.split("\t")[:3]
            found.setdefault(country, []).append(zone)
    return {country: tuple(zones) for country, zones in found.items()}
