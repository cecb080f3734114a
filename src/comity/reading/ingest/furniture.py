"""One line above a report: whether it is the page's and not the report's, and what it tells of the report."""

from __future__ import annotations

import re
from datetime import date

import msgspec

from comity.reading.ingest.day import find_day
from comity.reading.ingest.outlets import ADDRESS, outlet_of_address
from comity.reading.ingest.words import head_words

_LONGEST = 300
_MOST_WORDS = 8
_CLOCK = re.compile(
    r"(?<!\d)\d{1,2}[:.]\d\d(?::\d\d)?(?:\s*[ap]\.?m\.?(?!\w))?(?:\s*\(?(?:[+-]\d\d:?\d\d|[A-Z]{3,4})\)?)?",
    re.IGNORECASE,
)
_SEPARATORS = re.compile(r"[\s|,;:·•/()\[\]—–\->»]+")
_CAPITAL = r"[^\W\d_a-zа-яё][\w.'’-]*"
_NAME = re.compile(rf"{_CAPITAL}(?:\s+(?:{_CAPITAL}|al|bin|de|van|von|der|di|da|el|ul)){{0,3}}")


class Told(msgspec.Struct, frozen=True):
    """What a line of furniture tells; `named` is what it tells by a label, which weighs more than a bare date."""

    published: date | None = None
    named: date | None = None
    outlet: str | None = None
    address: str | None = None
    origin: str | None = None
    title: str | None = None


def furniture(line: str) -> Told | None:
    """What the line tells; None where it is no furniture but the report's own words."""
    if len(line) > _LONGEST:
        return None
    if line.lower().strip(" .:»>|") in head_words().furniture or not re.search(r"\w", line):
        return Told()
    labels = list(head_words().labelled.finditer(line))
    if labels:
        return _labelled(line, labels)
    return _dated(line) or _signed(line)


def is_of_the_page(line: str) -> bool:
    """ "Share", "Photo: TASS", "Copyright 2020": says nothing of the report, wherever on its page it stands."""
    if len(line) > _LONGEST:
        return False
    if line.lower().lstrip(" *-–—").startswith(head_words().closings):
        return True
    if head_words().credit.search(line):
        return True
    told = furniture(line)
    return told is not None and not any(msgspec.structs.astuple(told))


def is_name(line: str) -> bool:
    """Whether a line is just a person's name; "SCO Summit" is none."""
    return bool(_NAME.fullmatch(line)) and len(line.split()) > 1 and not re.search(r"[A-ZА-ЯЁ]{3}", line)


def _labelled(line: str, labels: list[re.Match[str]]) -> Told | None:
    """ "Published: 10 November 2020 | Source: Agency": each label's value runs up to the next label."""
    before = _explain(line[: labels[0].start()])
    if before.left and not (is_name(before.left) or _lone_name(before.left, line)):
        return None
    told = before.told
    for at, label in enumerate(labels):
        upto = labels[at + 1].start() if at + 1 < len(labels) else len(line)
        more = _valued(
            head_words().meaning[" ".join(label["label"].lower().split())], line[label.end() : upto].strip(" |·•\t")
        )
        if more is None:
            return None
        told = merge(told, more)
    return told


def _valued(kind: str, value: str) -> Told | None:
    if kind == "title":
        return Told(title=value or None)
    explained = _explain(value)
    if kind in ("published", "updated"):
        if explained.left and not is_name(explained.left) and len(explained.left.split()) > 4:
            return None
        return Told(named=explained.told.published, address=explained.told.address) if kind == "published" else Told()
    if re.search(r"[.。!?]$", value):
        return None
    if kind in ("outlet", "origin") and explained.left:
        name = explained.left
        return merge(explained.told, Told(outlet=name) if kind == "outlet" else Told(origin=name))
    if kind == "outlet":
        return msgspec.structs.replace(explained.told, outlet=explained.told.address)
    return Told(published=explained.told.published)


def _dated(line: str) -> Told | None:
    """A line of dates, times, ages and addresses, perhaps with a name."""
    label = head_words().date_label.match(line)
    explained = _explain(line[label.end() :] if label else head_words().late.sub("", line))
    if explained.weight == 0:
        return None
    if explained.left and not (is_name(explained.left) or _lone_name(explained.left, line)):
        return None
    told = explained.told
    return (
        msgspec.structs.replace(told, named=told.published) if label and "updat" not in label["label"].lower() else told
    )


def _lone_name(left: str, line: str) -> bool:
    """ "Moscow, 10 November 2020": one capitalised word, set off from the date."""
    return bool(_NAME.fullmatch(left)) and len(left.split()) == 1 and bool(re.search(r"[|,·•/()—–-]", line))


def _signed(line: str) -> Told | None:
    """ "By Faizan Hashmi, staff writer"."""
    match = head_words().writer.match(line)
    if match is None or len(line) > 100 or re.search(r"[.。!?]$", line):
        return None
    if not _NAME.match(line, match.end()) or len(line.split()) > _MOST_WORDS:
        return None
    found = find_day(line, match.end())
    return Told(published=found.day if found else None)


class _Explained(msgspec.Struct, frozen=True):
    """What is `left` of a text when dates, times, ages and addresses are taken out; `weight` counts those."""

    told: Told
    left: str
    weight: int


def _explain(text: str) -> _Explained:
    told, weight = Told(), 0
    found = find_day(text)
    if found:
        told = Told(published=found.day)
        text = text[: found.start] + " | " + text[found.end :]
        weight += 1
    address = ADDRESS.search(text)
    if address:
        told = merge(told, Told(address=outlet_of_address(address["host"])))
    text, addresses = ADDRESS.subn(" | ", text)
    text, clocks = _CLOCK.subn(" | ", text)
    text, ages = head_words().ages.subn(" | ", text)
    text = head_words().small.sub(" | ", text)
    parts = [part for part in re.split(r"\s*\|[\s|]*", text) if _SEPARATORS.sub("", part)]
    left = " ".join(part.strip(" \t,;:·•/()[]—–->»") for part in parts)
    return _Explained(told, left, weight + addresses + clocks + ages)


def merge(one: Told, more: Told) -> Told:
    """Both; what was told first stays."""
    pairs = zip(msgspec.structs.astuple(one), msgspec.structs.astuple(more), strict=True)
    return Told(*(first if first is not None else second for first, second in pairs))
