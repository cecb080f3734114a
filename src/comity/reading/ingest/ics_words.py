"""An entry of a calendar in words, which are then read like any report's."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

import msgspec

from comity.catalog.cue_files import languages, load_cues
from comity.errors import CatalogError

_ADDRESS = re.compile(r"\b(?:https?|tel|sip|mailto):\S+", re.IGNORECASE)
_DEFAULT = "en"


class Words(msgspec.Struct, frozen=True):
    """How a language tells an entry: `said` by status, `when` and `for_when` by how exact the days are."""

    months: tuple[str, ...]
    said: dict[str, str]
    when: dict[str, str]
    where: dict[str, str]
    for_when: dict[str, str] = msgspec.field(name="for", default_factory=dict)
    online: tuple[str, ...] = ()


class Told(msgspec.Struct, frozen=True):
    """On 4 September 2020, in Moscow: "SCO defence ministers' meeting". `first` and `last` are both days of it."""

    what: str
    first: date
    last: date
    status: str = "CONFIRMED"
    location: str = ""
    is_online: bool = False


@lru_cache(maxsize=16)
def words_of(language: str | None) -> Words:
    """A language's own words; English where it has none yet."""
    own = language if language in languages() else _DEFAULT
    try:
        return msgspec.convert(load_cues(str(own), "calendar"), Words)
    except CatalogError:
        return msgspec.convert(load_cues(_DEFAULT, "calendar"), Words)


def sentence(told: Told, words: Words) -> str:
    """ "SCO defence ministers' meeting will be held on 4 September 2020 in Moscow."."""
    exact, days = _exactness(told), _days(told, words)
    said = words.said.get(told.status) or words.said["CONFIRMED"]
    return said.format_map(
        {
            "what": told.what.rstrip(" ."),
            "when": words.when[exact].format_map(days),
            "for": words.for_when.get(exact, words.when[exact]).format_map(days),
            "where": _where(told, words),
        }
    )


def _exactness(told: Told) -> str:
    """A whole month or year is a date that nobody has set closer, and no meeting of thirty days."""
    after = told.last + timedelta(days=1)
    if told.first.day == 1 and after.day == 1 and told.first != told.last:
        if (after.year, after.month) == (told.first.year + 1, 1) and told.first.month == 1:
            return "year"
        if told.last.month == told.first.month and told.last.year == told.first.year:
            return "month"
    return "day" if told.first == told.last else "days"


def _days(told: Told, words: Words) -> dict[str, str | int]:
    first, last = told.first, told.last
    return {
        "day": first.day,
        "month": words.months[first.month - 1],
        "year": first.year,
        "last_day": last.day,
        "last_month": words.months[last.month - 1],
        "last_year": last.year,
    }


def _where(told: Told, words: Words) -> str:
    """The place; where the location is an address of the web or a program's name, that it is by video."""
    place = " ".join(_ADDRESS.sub(" ", told.location).split()).strip(" ,;")
    is_online = told.is_online or place != told.location.strip()
    if place.casefold() in {one.casefold() for one in words.online}:
        place, is_online = "", True
    named = words.where["place"].format(place=place) if place else ""
    return named + (words.where["online"] if is_online else "")
