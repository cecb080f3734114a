"""Fields as a sentence: "host the SCO summit in St. Petersburg on 21–23 July 2020". The words are those of a file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from comity.catalog.load import ROOT
from comity.catalog.loaded import load_catalog
from comity.catalog.yaml_file import read_yaml
from comity.model.event import Event
from comity.model.record import EventRecord
from comity.model.when import When

_PARTED = re.compile(r"(\d{4})-(\d\d)")


@lru_cache(maxsize=4)
def _words(language: str) -> dict[str, Any]:
    place = f"wording/{language}.yaml"
    return read_yaml(ROOT / place, place)


def planned(
    record: EventRecord, *, due: When | None, hosts: bool = False, later: bool = False, language: str = "en"
) -> str:
    """What is to be done: hold or host a meeting, where and when."""
    words = _words(language)
    verb = "attend" if record.kind == "visit" else "host" if hosts else "hold"
    told = f"{words['verbs'][verb]} {meeting(record, language=language)}{_where(record, words)}"
    if due:
        return f"{told} {in_words(due, language=language)}"
    return told + words["parts"]["later"] if later else told


def recurring(record: EventRecord | Event, *, language: str = "en") -> str:
    """The wish that meetings of a kind become regular."""
    return str(_words(language)["regular"].format(meeting=meeting(record, language=language, numbered=False)))


def joining(state: str, org: str, *, language: str = "en") -> str:
    return str(_words(language)["join"].format(state=load_catalog().name(state, language), org=org))


def quoted(words: str, *, language: str = "en") -> str:
    """A promise in the words of the report."""
    return str(_words(language)["own_words"].format(words=" ".join(words.split())))


def meeting(record: EventRecord | Event, *, language: str = "en", numbered: bool = True) -> str:
    """ "the 20th SCO summit", "the meeting of SCO defence ministers with CSTO and CIS", "Peace Mission"."""
    words = _words(language)
    guests = words["parts"]["guests"].format(guests=_listed(record.guests, words)) if record.guests else ""
    if record.series and record.kind == "exercise":
        return str(words["named"].format(name=record.series)) + guests
    shape = words["kinds"].get(record.kind) or words["levels"].get(record.level, words["levels"]["other"])
    edition = (
        words["parts"]["edition"].format(number=_ordinal(record.edition, words)) if record.edition and numbered else ""
    )
    told = shape.format(of=_of(record, words, language), edition=edition)
    return " ".join(told.split()) + guests


def in_words(when: When, *, language: str = "en") -> str:
    """ "on 4 September 2020", "in June 2020", "in the second quarter of 2024"."""
    words = _words(language)
    told = _exactly(when, words)
    return str(words["dates"]["about"].format(when=told)) if when.about else told


def _exactly(when: When, words: dict[str, Any]) -> str:
    dates, lower, last = words["dates"], when.lower, when.last
    if lower is None or last is None:
        return when.edtf
    fields = {
        "day": lower.day, "month": words["months"][lower.month - 1], "year": lower.year,
        "last_day": last.day, "last_month": words["months"][last.month - 1], "last_year": last.year,
    }  # fmt: skip
    if (parted := _PARTED.match(when.edtf)) and "/" not in when.edtf:
        for names, shape in (("seasons", "season"), ("parts_of_year", "part")):
            if part := words[names].get(parted[2]):
                return str(dates[shape].format(part=part, year=parted[1]))
    if when.length == 1:
        return str(dates["day"].format(**fields))
    if (lower.year, lower.month) == (last.year, last.month):
        whole = lower.day == 1 and when.upper is not None and when.upper.day == 1
        return str(dates["month" if whole else "days"].format(**fields))
    is_year = (lower.month, lower.day, last.month, last.day) == (1, 1, 12, 31) and lower.year == last.year
    return str(dates["year" if is_year else "days_apart"].format(**fields))


def _where(record: EventRecord, words: dict[str, Any]) -> str:
    place = record.place.city or (load_catalog().name(record.place.country) if record.place.country else None)
    if place:
        return str(words["parts"]["city"].format(place=place))
    return str(words["parts"]["online"]) if record.mode == "online" else ""


def _of(record: EventRecord | Event, words: dict[str, Any], language: str) -> str:
    states = tuple(dict.fromkeys((*record.participants, *record.invited)))
    parties = record.orgs or tuple(load_catalog().name(code, language) for code in states)
    return _listed(parties, words)


def _listed(names: Sequence[str], words: dict[str, Any]) -> str:
    if len(names) < 2:
        return "".join(names)
    return str(words["parts"]["conjunction"].format(first=", ".join(names[:-1]), last=names[-1]))


def _ordinal(number: int, words: dict[str, Any]) -> str:
    endings: dict[str, str] = words["ordinals"]
    text = str(number)
    return text + next((endings[text[-size:]] for size in (2, 1) if text[-size:] in endings), endings[""])
