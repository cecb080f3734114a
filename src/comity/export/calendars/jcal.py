"""A calendar as JSON, by RFC 7265 (jCal)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from comity.export.calendars.entry import Calendar
from comity.export.calendars.ics import duration
from comity.export.calendars.properties import Component, Property, Value, component_of


def to_jcal(calendar: Calendar) -> list[Any]:
    """`["vcalendar", [properties], [components]]`; a property is `[name, parameters, kind, value, ...]`."""
    return _component(component_of(calendar))


def _component(component: Component) -> list[Any]:
    return [
        component.name.lower(),
        [_property(one) for one in component.properties],
        [_component(one) for one in component.inside],
    ]


def _property(one: Property) -> list[Any]:
    values = [_value(each) for each in one.values]
    if one.kind == "utc-offset":
        values = [f"{str(each)[:3]}:{str(each)[3:]}" for each in values]
    # Values with a semicolon between are the parts of one, as the two of a place.
    told = [values] if one.between == ";" else values
    return [one.name.lower(), {name.lower(): value for name, value in one.parameters}, one.kind, *told]


def _value(value: Value) -> str | int | float:
    if isinstance(value, datetime):
        return value.replace(tzinfo=None).isoformat(timespec="seconds") + ("Z" if value.tzinfo else "")
    if isinstance(value, date):
        return value.isoformat()
    return duration(value) if isinstance(value, timedelta) else value
