"""The head of a report's page: dates, bylines, title and lead above the report itself. Nothing is removed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

import msgspec

from comity.reading.dateline import Dateline, find_datelines
from comity.reading.ingest.furniture import Told, furniture, is_name, merge
from comity.reading.ingest.outlets import carriers, own_name, same

_HAN = re.compile(r"[\u3400-\u9fff]")
_TITLE_LENGTH = 200
_LAST_STOP = re.compile(r"[.。;；:：,，…][\"'”’»）)]*$")
_INITIALS = re.compile(r"(?:[A-Z]\.){2,}$")
_LEAD_LENGTH = 40
_LEAD_SHARE = 0.9
# How many lines may stand between a lead and the paragraph that repeats it: a byline, a caption.
_LEAD_DISTANCE = 3


class Head(msgspec.Struct, frozen=True):
    """On this page the report begins at `body`; above it stand its title, its day, and who carried it."""

    body: int = 0
    title: str | None = None
    published: date | None = None
    outlet: str | None = None
    origin: str | None = None


class Line(msgspec.Struct, frozen=True):
    """A line with words: `text` without white space at its ends, and where that starts."""

    start: int
    text: str


def read_head(text: str, *, title: str | None = None) -> Head:
    """The head of a text; a `title` known beforehand is not looked for, only recognised."""
    lines = [Line(match.start(), match[0].rstrip()) for match in re.finditer(r"[^\s][^\n\r]*", text)]
    # "Tianjin, July 15, 2025" alone on its line opens no report, it stands above one.
    alone = {line.start + len(line.text) for line in lines}
    datelines = {line.start: line for line in find_datelines(text) if len(text[: line.end].rstrip()) not in alone}
    told, at = Told(title=title), 0
    while at < len(lines) - 1 and lines[at].start not in datelines:
        more = _of_head(lines, at, told.title)
        if more is None:
            break
        told = merge(told, more)
        at += 1
    return _head(told, lines[at].start if lines else 0, datelines)


def _head(told: Told, body: int, datelines: dict[int, Dateline]) -> Head:
    """Names on the page first, then those of the first dateline."""
    first = next((line for start, line in sorted(datelines.items()) if start >= body), None)
    named = own_name(told.outlet or "")
    address = own_name(told.address or "")
    outlet = address or named
    signed = carriers(first.agency if first else None, outlet)
    origin = own_name(told.origin or "") or signed.origin
    if named and address and not same(named, address):
        origin = origin or named
    return Head(body, told.title, told.named or told.published, signed.outlet, origin)


def _of_head(lines: Sequence[Line], at: int, title: str | None) -> Told | None:
    """What a line of the head tells; None where the report begins."""
    line = lines[at].text
    told = furniture(line)
    if told is not None:
        return told
    if title is None:
        if is_title(line):
            return Told() if _is_kicker(lines, at) else Told(title=line)
    elif _same_words(line, title) or is_name(line):
        return Told()
    return Told() if _is_lead(lines, at) else None


def is_title(line: str) -> bool:
    """Short, and without the full stop that ends a sentence."""
    return len(line) <= _TITLE_LENGTH and (not _LAST_STOP.search(line) or bool(_INITIALS.search(line)))


def _is_kicker(lines: Sequence[Line], at: int) -> bool:
    """ "WORLD": one or two words above the title."""
    following = lines[at + 1].text
    short = len(lines[at].text) < 5 if _HAN.search(lines[at].text) else len(lines[at].text.split()) < 3
    return (
        short
        and at + 2 < len(lines)
        and is_title(following)
        and len(following) > 2 * len(lines[at].text)
        and furniture(following) is None
    )


def _is_lead(lines: Sequence[Line], at: int) -> bool:
    """A paragraph that one of the next says again, as pages that print the first sentence twice do."""
    lead = lines[at].text
    if len(lead) < (_LEAD_LENGTH // 2 if _HAN.search(lead) else _LEAD_LENGTH):
        return False
    return any(_repeats(lead, line.text) for line in lines[at + 1 : at + 1 + _LEAD_DISTANCE])


def _repeats(lead: str, paragraph: str) -> bool:
    words, later = _words(lead), _words(paragraph)
    if not words or len(later) < len(words):
        return False
    if " ".join(words) in " ".join(later):
        return True
    known = set(later[: 2 * len(words) + 20])
    return sum(word in known for word in words) >= _LEAD_SHARE * len(words) and len(words) >= 8


def _same_words(one: str, other: str) -> bool:
    return _words(one) == _words(other)


def _words(text: str) -> list[str]:
    return re.findall(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+", text.lower())
