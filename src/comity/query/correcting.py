"""A correction as a person writes it, to the value of the field: `orgs=ШОС, CIS`, `place=Moscow, Russia`, `date=2020-09`."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from typing import Any

import msgspec

from comity.catalog.loaded import load_names
from comity.errors import UnknownNameError, UsageError
from comity.model.record import EVENT_KINDS, EVENT_STATUSES, LEVELS
from comity.model.when import When
from comity.query.events import organization, state_code

MODES = ("in_person", "online", "hybrid", "unknown")


def field_and_value(text: str) -> tuple[str, str]:
    """`date=2020-09-04` as the field and its value in JSON. Raises UsageError, UnknownNameError and DateError."""
    field, sign, told = (part.strip() for part in text.partition("="))
    if not sign or field not in _READERS:
        known = difflib.get_close_matches(field, _READERS, 3, 0.5) or list(_READERS)
        raise UsageError(f"{text!r} corrects no field; write FIELD=VALUE with a field such as {', '.join(known)}")
    if told.startswith(("[", "{")):
        return field, _checked_json(field, told)
    return field, msgspec.json.encode(_READERS[field](told)).decode()


def _checked_json(field: str, told: str) -> str:
    try:
        return msgspec.json.encode(msgspec.json.decode(told)).decode()
    except msgspec.DecodeError as error:
        raise UsageError(f"{told!r} for {field!r} is not JSON: {error}") from error


def _one_of(kind: str, known: tuple[str, ...]) -> Callable[[str], str]:
    def read(told: str) -> str:
        if told not in known:
            raise UnknownNameError(kind, told, difflib.get_close_matches(told, known, 3, 0.5) or known)
        return told

    return read


def _date(told: str) -> str | None:
    return When.parse(told).edtf if told else None


def _organizations(told: str) -> list[str]:
    return [organization(name) for name in _names(told)]


def _states(told: str) -> list[str]:
    return [state_code(name) for name in _names(told)]


def _host(told: str) -> str | None:
    return state_code(told) if told else None


def _chair(told: str) -> str | None:
    """A state by its code, or a person by name."""
    found = load_names().resolve(told) if told else None
    return found.code if found and found.kind == "state" else told or None


def _place(told: str) -> dict[str, str | None]:
    """A city and a state with a comma between; alone, a state where it is the name of one, else a city."""
    city, sign, country = (part.strip() for part in told.partition(","))
    if sign:
        return {"city": city or None, "country": state_code(country) if country else None}
    found = load_names().resolve(city) if city else None
    if found and found.kind == "state":
        return {"city": None, "country": found.code}
    return {"city": city or None, "country": None}


def _edition(told: str) -> int | None:
    if told and not told.isdecimal():
        raise UsageError(f"{told!r} is no number of an edition")
    return int(told) if told else None


def _text(told: str) -> str | None:
    return told or None


def _persons(told: str) -> list[dict[str, str]]:
    return [{"name": name} for name in _names(told)]


def _names(told: str) -> list[str]:
    return [name for part in told.split(",") if (name := part.strip())]


_READERS: dict[str, Callable[[str], Any]] = {
    "kind": _one_of("kind", EVENT_KINDS),
    "status": _one_of("status", EVENT_STATUSES),
    "level": _one_of("level", LEVELS),
    "orgs": _organizations,
    "guests": _organizations,
    "date": _date,
    "place": _place,
    "mode": _one_of("mode", MODES),
    "participants": _states,
    "invited": _states,
    "persons": _persons,
    "chair": _chair,
    "host": _host,
    "edition": _edition,
    "series": _text,
    "body": _text,
}
