"""Which events are asked for: names and values checked, and the order in which events are told."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from datetime import date

from comity.catalog.loaded import load_names
from comity.errors import UnknownNameError
from comity.model.event import Event
from comity.model.record import EVENT_KINDS, EVENT_STATUSES, LEVELS, RECORD_TYPES
from comity.model.when import When
from comity.query.days import to_day
from comity.store import Wanted

KNOWN = {"kind": EVENT_KINDS, "level": LEVELS, "status": EVENT_STATUSES}
FILTERS = ("org", "orgs", *KNOWN, "state", "document", "since", "until")

Value = str | date | Iterable[str] | None


def wanted_events(asked: Mapping[str, Value]) -> Wanted:
    """The question, with codes for names. Raises UnknownNameError and DateError."""
    unknown = sorted(set(asked) - set(FILTERS))
    if unknown:
        raise UnknownNameError("filter", unknown[0], FILTERS)
    plain = {name: _known(name, value) for name in KNOWN if (value := asked.get(name)) is not None}
    return _wanted(asked, plain)


def wanted_records(asked: Mapping[str, Value]) -> Wanted:
    """The same question of records of any kind, whose statuses are those of events and of memberships."""
    unknown = sorted(set(asked) - set(FILTERS))
    if unknown:
        raise UnknownNameError("filter", unknown[0], FILTERS)
    plain = {name: str(value) for name in KNOWN if (value := asked.get(name)) is not None}
    if (kind := plain.get("kind")) is not None and kind not in RECORD_TYPES:
        raise UnknownNameError(
            "kind", kind, difflib.get_close_matches(kind, RECORD_TYPES, 3, 0.5) or tuple(RECORD_TYPES)
        )
    return _wanted(asked, plain)


def _wanted(asked: Mapping[str, Value], plain: Mapping[str, str]) -> Wanted:
    state, document = asked.get("state"), asked.get("document")
    since, until = (to_day(_one(value)) if (value := asked.get(name)) else None for name in ("since", "until"))
    return Wanted(
        **plain,
        orgs=tuple(dict.fromkeys(map(organization, (*_texts(asked.get("orgs")), *_texts(asked.get("org")))))),
        state=state_code(str(state)) if state else None,
        document=str(document) if document else None,
        since=since,
        until=until,
    )


def organization(name: str) -> str:
    """The code of an organization, by a name in any language; states joined by "-" name a format of theirs.

    Raises UnknownNameError.
    """
    names = load_names()
    code = names.organization(name)
    if code is None and _is_format(name):
        return name
    if code is None:
        raise UnknownNameError("organization", name, names.near(name, kind="organization"))
    return code


def state_code(name: str) -> str:
    """The code of a state, by a name in any language. Raises UnknownNameError."""
    names = load_names()
    found = names.resolve(name)
    if found is None or found.kind != "state":
        raise UnknownNameError("state", name, names.near(name, kind="state"))
    return found.code


def _is_format(name: str) -> bool:
    """ "RUS-IND-CHN": a format that is named by the codes of its states."""
    parts = name.split("-")
    found = [load_names().resolve(part) for part in parts]
    return len(parts) > 1 and all(one and (one.kind, one.code) == ("state", one.text) for one in found)


def _known(name: str, value: Value) -> str:
    text = str(value)
    if text not in KNOWN[name]:
        raise UnknownNameError(name, text, difflib.get_close_matches(text, KNOWN[name], 3, 0.5) or KNOWN[name])
    return text


def _texts(value: Value) -> tuple[str, ...]:
    if value is None or isinstance(value, date):
        return ()
    return (value,) if isinstance(value, str) else tuple(value)


def _one(value: Value) -> str | date:
    return value if isinstance(value, date) else str(value)


def in_order(events: Iterable[Event]) -> list[Event]:
    """By date, a more exact one first; those without a date last; then by id."""
    return sorted(events, key=_place)


def _place(event: Event) -> tuple[bool, date, date, str]:
    when = When.parse(event.date) if event.date else None
    first, after = (when.lower, when.upper) if when else (None, None)
    return first is None and after is None, first or date.min, after or date.max, event.id
