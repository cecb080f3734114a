"""What a line of a diary says of its event without a sentence: the city before it, the days in brackets after it."""

from __future__ import annotations

import re

import msgspec

from comity.model.record import Place
from comity.model.when import Basis, When
from comity.reading.clause import Analysis
from comity.reading.extractors.events import timing
from comity.reading.extractors.events.triggers import Trigger
from comity.reading.when import Direction

_LEAD = re.compile(
    r"(?:\*\*\s*)?(?P<city>[A-Z][A-Z'’./ -]{2,40})(?:,\s*[A-Z][\w. ]{2,25}?)?\s+[-–—]{1,2}\s+(?=[A-Z\"“*])"
)
_UNTIL = re.compile(r"\(\s*(?:to|until|till|through)\s+(?P<day>[^()]{3,25})\)\s*\.?$", re.IGNORECASE)
_LAST = re.compile(r"\((?:final|last|closing)\s+day\)\s*\.?$", re.IGNORECASE)


class Entry(msgspec.Struct, frozen=True):
    """A line "BRUSSELS - NATO foreign ministers meet (To March 7)": its place, the day that it stands under, its last
    day, or that this is the last."""

    place: Place
    under: When | None
    until: When | None
    is_last: bool

    def days(self, when: When | None) -> When | None:
        """From the day that it stands under, or a day of its own, to its last."""
        first = self.under if when is None or when == self.until else when
        if first is None or self.until is None or first.lower is None or self.until.upper is None:
            return first
        return When.days(first.lower, self.until.upper, basis=Basis.STATED)

    def status(self, told: str) -> str:
        """What stands in a diary is to come, on its last day it is going on."""
        if self.is_last:
            return "ongoing"
        return "scheduled" if told in ("held", "ongoing") else told


def entry_of(analysis: Analysis, trigger: Trigger) -> Entry | None:
    """The line that an event is told in, where it is one of a diary."""
    start = analysis.text.rfind("\n", 0, trigger.start) + 1
    end = analysis.text.find("\n", trigger.start)
    line = analysis.text[start : end if end >= 0 else len(analysis.text)].rstrip()
    lead = _LEAD.match(line)
    until, is_last = _UNTIL.search(line), _LAST.search(line) is not None
    if lead is None and until is None and not is_last:
        return None
    under = timing.heading(analysis, trigger, Direction.NONE)
    if under is None:
        return None
    place = _place(analysis, lead["city"]) if lead else Place()
    return Entry(place, under, _day(analysis, start, until), is_last)


def _place(analysis: Analysis, city: str) -> Place:
    codes = [one.code for one in analysis.mentions_of(city) if one.kind == "city"]
    return Place(city.title(), codes[0].partition("|")[2]) if codes else Place()


def _day(analysis: Analysis, start: int, found: re.Match[str] | None) -> When | None:
    if found is None:
        return None
    inside = analysis.expressions_in(start + found.start("day"), start + found.end("day"))
    return analysis.resolve(inside[0], Direction.FUTURE) if inside else None
