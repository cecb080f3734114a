"""An entry of a calendar in words, which are then read like any report's."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

import msgspec

from comity.catalog.cue_files import FOLDER, load_cues

_ADDRESS = re.compile(r"\b(?:https?|tel|sip|mailto):\S+", re.IGNORECASE)
_DEFAULT = "en"


class Words(msgspec.Struct, frozen=True):
    """How a language tells an entry: `said` by status, `when` and `for_when` by how exact the days are.

    `marks` are words by the status that they give an entry, beside its name.
    """

    months: tuple[str, ...]
    said: dict[str, str]
    when: dict[str, str]
    where: dict[str, str]
    for_when: dict[str, str] = msgspec.field(name="for", default_factory=dict)
    online: tuple[str, ...] = ()
    months_alone: tuple[str, ...] = ()
    marks: dict[str, tuple[str, ...]] = {}


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
    # The language is what a stranger's file says it is: never a path.
    is_told = bool(language) and str(language).isalpha() and (FOLDER / str(language) / "calendar.yaml").is_file()
    return msgspec.convert(load_cues(str(language) if is_told else _DEFAULT, "calendar"), Words)


def sentence(told: Told, words: Words) -> str:
    """ "SCO defence ministers' meeting will be held on 4 September 2020 in Moscow."."""
    exact = _exactness(told)
    days = _days(told, words, alone=exact == "month")
    said = words.said.get(told.status) or words.said["CONFIRMED"]
    return said.format_map(
        {
            "what": told.what.rstrip(" ."),
            "when": words.when[exact].format_map(days),
            "for": words.for_when.get(exact, words.when[exact]).format_map(days),
            "where": _where(told, words),
        }
    )


def parted(summary: str, words: Words) -> tuple[str, str | None]:
    """The name of an entry, and the status that is marked beside it: "Cancelled: SCO summit" is ("SCO summit", cancelled)."""
    for status, marks in words.marks.items():
        mark = "|".join(map(re.escape, marks))
        found = re.match(rf"\W*(?:{mark})\s*[\])}}:–—-]+\s*(?P<name>.+)", summary, re.IGNORECASE)
        found = found or re.match(rf"(?P<name>.+?)\s*[\[({{:–—-]+\s*(?:{mark})\W*$", summary, re.IGNORECASE)
        if found:
            return found["name"], status
    return summary, None


def _exactness(told: Told) -> str:
    """A whole month or year is a date that nobody has set closer, and no meeting of thirty days."""
    after = told.last + timedelta(days=1)
    if told.first.day == 1 and after.day == 1 and told.first != told.last:
        if (after.year, after.month) == (told.first.year + 1, 1) and told.first.month == 1:
            return "year"
        if told.last.month == told.first.month and told.last.year == told.first.year:
            return "month"
    return "day" if told.first == told.last else "days"


def _days(told: Told, words: Words, *, alone: bool) -> dict[str, str | int]:
    """With a month's name as it stands behind a day, or without one, where a language tells these apart."""
    first, last = told.first, told.last
    months = words.months_alone if alone and words.months_alone else words.months
    return {
        "day": first.day,
        "month": months[first.month - 1],
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
