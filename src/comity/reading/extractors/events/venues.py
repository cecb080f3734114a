"""Places that are named without a city: capitals, seats of government, venues, headquarters, a state's grounds."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from comity.catalog.cue_files import load_cues
from comity.catalog.loaded import load_catalog
from comity.model.record import Place
from comity.reading.clause import Analysis
from comity.reading.extractors.events.triggers import Trigger
from comity.reading.phrases import Forms
from comity.reading.quick import quick


def venue_of(analysis: Analysis, trigger: Trigger) -> Place:
    """Where the words put the event by the name of a building, a seat or a ground: "at the Palais des Nations"."""
    for told in (_by_seat, _by_capital, _by_venue, _by_building, _by_headquarters, _by_ground):
        place = told(analysis, trigger)
        if place.country:
            return place
    return Place()


def seat_told(analysis: Analysis, start: int, end: int) -> Place:
    """The capital, venue or headquarters that a stretch of text is set in."""
    whole = Trigger(start, start, "meeting", "", analysis.sentence_at(start), start, end)
    for told in (_by_capital, _by_venue, _by_headquarters):
        place = told(analysis, whole)
        if place.country:
            return place
    return Place()


def _by_seat(analysis: Analysis, trigger: Trigger) -> Place:
    """ "At the White House", "in the Kremlin"."""
    for one in analysis.mentions_in(trigger.from_, trigger.to, "metonym"):
        if re.search(r"\b(?:at|in)\s+(?:the\s+)?$", analysis.text[max(trigger.from_, one.start - 8) : one.start]):
            return Place(capital_of(one.code), one.code)
    return Place()


_CAPITAL = re.compile(r"(?:['’]s?)?\s+capital\b")
_CAPITAL_OF = re.compile(r"\bcapital(?:\s+city)?\s+of\s+(?:the\s+)?$")


def _by_capital(analysis: Analysis, trigger: Trigger) -> Place:
    """ "In the Tajik capital", "in the Solomon Islands capital", "in the capital of Kyrgyzstan"."""
    for one in analysis.mentions_in(trigger.from_, trigger.to, "adjective", "state"):
        if _CAPITAL.match(analysis.text, one.end) or _CAPITAL_OF.search(analysis.text, one.start - 24, one.start):
            return Place(capital_of(one.code), one.code)
    return Place()


def _by_venue(analysis: Analysis, trigger: Trigger) -> Place:
    """ "At the Palais des Nations"."""
    forms, places = _venues(analysis.language)
    for _, _, form in forms.find(analysis.text[trigger.from_ : trigger.to]):
        return places[form]
    return Place()


def _by_building(analysis: Analysis, trigger: Trigger) -> Place:
    """ "At the Baku Congress Center", "in the Avaza National Tourist Zone"."""
    for match in _building(analysis.language).finditer(analysis.text, trigger.from_, trigger.to):
        country = _countries_of_cities().get(match["city"])
        if country:
            return Place(match["city"], country)
    return Place()


_HEADQUARTERS = quick(
    r"\b(?:at|in)\s+(?:[\w’'.&-]+\s+){0,5}?(?:headquarters|HQ|secretariat)\b(?:\s+of\s+(?:the\s+)?)?", re.IGNORECASE
)


def _by_headquarters(analysis: Analysis, trigger: Trigger) -> Place:
    """ "At the headquarters of the Arab League", "at the organization's headquarters"."""
    told = _HEADQUARTERS.search(analysis.text, trigger.from_, trigger.to)
    if told is None:
        return Place()
    orgs = [one for one in analysis.mentions_in(told.start(), min(told.end() + 60, trigger.to), "org") if one.org]
    orgs = [one for one in orgs if one.start <= told.end()] or [
        one for one in analysis.mentions if one.kind == "org" and one.org and one.end <= told.start()
    ][-1:]
    known = load_catalog().organizations.get(orgs[0].org or "") if orgs else None
    return Place(*known.secretariat) if known and known.secretariat else Place()


def _by_ground(analysis: Analysis, trigger: Trigger) -> Place:
    """ "At a Belarusian training ground", "in the Turkish resort"."""
    for one in analysis.mentions_in(trigger.from_, trigger.to, "adjective"):
        before = analysis.text[max(trigger.from_, one.start - 20) : one.start]
        if re.search(r"\b(?:in|at|on|near|off)\s+(?:the\s+|an?\s+)?$", before) and _grounds(analysis.language).match(
            analysis.text, one.end
        ):
            return Place(None, one.code)
    return Place()


@lru_cache(maxsize=512)
def capital_of(state: str) -> str | None:
    known = load_catalog().states.get(state)
    current = [one for one in known.capitals if one.end is None] if known else []
    return current[-1].names["en"][0] if current else None


def any_of(words: list[str]) -> str:
    return "|".join(re.escape(one).replace(r"\ ", r"\s+") for one in sorted(words, key=len, reverse=True))


def place_cues(language: str) -> dict[str, Any]:
    known: dict[str, Any] = load_cues(language, "places")
    return known


@lru_cache(maxsize=8)
def _grounds(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s+(?:[\w-]+\s+){{0,3}}(?:{any_of(place_cues(language)['grounds'])})\b", re.IGNORECASE)


@lru_cache(maxsize=8)
def _building(language: str) -> re.Pattern[str]:
    ends = "|".join(place_cues(language)["buildings"])
    return re.compile(rf"\b(?:at|in)\s+(?:the\s+)?(?P<city>[A-Z][\w’'-]+)\s+(?:[A-Z][\w’'-]+\s+){{0,3}}(?:{ends})\b")


@lru_cache(maxsize=1)
def _countries_of_cities() -> dict[str, str]:
    return {city.name: city.country for city in reversed(load_catalog().cities)}


@lru_cache(maxsize=8)
def _venues(language: str) -> tuple[Forms, dict[str, Place]]:
    places = {
        name.lower(): Place(one["city"], one["state"])
        for one in place_cues(language)["venues"]
        for name in one["names"]
    }
    return Forms(places), places
