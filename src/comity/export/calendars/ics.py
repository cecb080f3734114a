"""A calendar as text, by RFC 5545: what programs subscribe to, and what an `.ics` file holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from comity.export.calendars.entry import Calendar
from comity.export.calendars.properties import Component, Property, Value, component_of

LONGEST_LINE = 75
"""In bytes, without the line's end."""
_END = "\r\n"
_NEEDS_QUOTES = re.compile("[:;,]")
# RFC 6868: a quotation mark would end a parameter's value.
_IN_PARAMETER = str.maketrans({"^": "^^", "\n": "^n", '"': "^'"})


def to_ics(calendar: Calendar) -> str:
    """The same text for the same calendar; lines end as the format wants it, and are folded at 75 bytes."""
    return _END.join((*_lines(component_of(calendar)), ""))


def _lines(component: Component) -> Iterator[str]:
    yield f"BEGIN:{component.name}"
    yield from map(folded, map(_line, component.properties))
    for inner in component.inside:
        yield from _lines(inner)
    yield f"END:{component.name}"


def _line(one: Property) -> str:
    kind, values = one.kind, one.values
    value = (
        _written(values[0], kind) if len(values) == 1 else one.between.join([_written(each, kind) for each in values])
    )
    if not (one.written or one.parameters):
        return f"{one.name}:{value}"
    parameters = (("VALUE", kind.upper()), *one.parameters) if one.written else one.parameters
    return f"{one.name}{''.join(f';{name}={_parameter(told)}' for name, told in parameters)}:{value}"


def _written(value: Value, kind: str) -> str:
    if isinstance(value, str):
        return _escaped(value) if kind == "text" else value
    if isinstance(value, datetime):
        return value.strftime("%Y%m%dT%H%M%S").rjust(15, "0") + ("Z" if value.tzinfo else "")
    if isinstance(value, date):
        return value.isoformat().replace("-", "")
    return duration(value) if isinstance(value, timedelta) else str(value)


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def duration(length: timedelta) -> str:
    """ "P1D", "PT6H": in whole days, or in hours."""
    hours = int(length.total_seconds()) // 3600
    return f"PT{hours}H" if hours % 24 else f"P{hours // 24}D"


def _parameter(value: str) -> str:
    plain = value.translate(_IN_PARAMETER)
    return f'"{plain}"' if _NEEDS_QUOTES.search(plain) else plain


def folded(line: str) -> str:
    """In pieces of at most 75 bytes, none of which ends within a character."""
    if line.isascii():
        if len(line) <= LONGEST_LINE:
            return line
        rest = LONGEST_LINE - 1
        pieces = [line[:LONGEST_LINE]]
        pieces += [line[at : at + rest] for at in range(LONGEST_LINE, len(line), rest)]
        return f"{_END} ".join(pieces)
    return f"{_END} ".join(_pieces(line.encode()))


def _pieces(content: bytes) -> Iterator[str]:
    start, room = 0, LONGEST_LINE
    while len(content) - start > room:
        end = start + room
        # The later bytes of a character begin with the bits 10.
        while content[end] & 0xC0 == 0x80:
            end -= 1
        yield content[start:end].decode()
        start, room = end, LONGEST_LINE - 1
    yield content[start:].decode()
