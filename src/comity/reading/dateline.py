"""The dateline of a report: where and when it was filed, and by which agency. Its city is never the event's."""

from __future__ import annotations

import re
from datetime import date

import msgspec

_CITY = r"[A-Z][A-Za-zÀ-ž'’.\-]+(?:[ -][A-Z][A-Za-zÀ-ž'’.\-]+){0,3}"
_CAPS = r"[A-ZÀ-Ž][A-ZÀ-Ž'’.\-]+(?:[ -][A-ZÀ-Ž'’.\-]+){0,3}"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH})(?:,?\s+\d{{4}})?"
_AGENCY = r"[A-Z][\w&. /'-]{1,60}?"
_DASH = r"(?:--|[-–—])"
_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        # SOCHI (UrduPoint News / Sputnik - 10th November, 2020) …
        rf"(?P<city>{_CAPS}|{_CITY})(?:,\s*[\w ]+)?\s*\((?P<agency>{_AGENCY})\s*{_DASH}\s*(?P<day>{_DAY})\)\s*{_DASH}?\s*",
        # DUSHANBE. June 6 (Agency) - …   BISHKEK, October 9 (Agency) — …
        rf"(?P<city>{_CAPS}(?:/{_CAPS})*|{_CITY})[.,]\s*(?P<day>{_DAY})\.?\s*(?:\((?P<agency>{_AGENCY})\)|/(?P<agency2>{_AGENCY})/\.?)\s*{_DASH}*\s*",
        # LABUAN BAJO, Indonesia, May 12 (Xinhua) --
        rf"(?P<city>{_CAPS}),\s*[A-Z][\w ]+,\s*(?P<day>{_DAY})\.?\s*(?:\((?P<agency>{_AGENCY})\))?\s*{_DASH}+\s*",
        # MOSCOW, August 21. /TASS/.   SHANGHAI, June 14 (Xinhua) --
        rf"(?P<city>{_CAPS}(?:/{_CAPS})*|{_CITY}),\s*(?P<day>{_DAY})\.?\s*{_DASH}+\s+",
        # BISHKEK (Agency) — …
        rf"(?P<city>{_CAPS}(?:/{_CAPS})*|{_CITY})(?:,\s*[A-Z][\w ]+)?\s*\((?P<agency>{_AGENCY})\)\s*{_DASH}+\s*",
        # MOSCOW | AGENCY | …
        rf"(?P<city>{_CAPS})\s*\|\s*(?P<agency>{_AGENCY})\s*\|\s*",
        # RIYADH: …
        rf"(?P<city>{_CAPS}):\s+",
        # MINSK. KAZ-AGENCY - …
        rf"(?P<city>{_CAPS})\.\s+(?P<agency>{_CAPS})\s*{_DASH}\s+",
        # VILNIUS - …   ANKARA/BAKU, Feb 20 - (above)
        rf"(?P<city>{_CAPS}(?:/{_CAPS})*)(?:,\s*[A-Z][a-z]+)?\s+{_DASH}+\s+",
    )
)
_NUMBERS = {name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}


class Dateline(msgspec.Struct, frozen=True):
    """`start:end` in the text; `day` as written, without a year where none is written."""

    start: int
    end: int
    city: str
    agency: str | None
    day: str | None

    def date(self, published: date | None) -> date | None:
        """Its day; a missing year is that of publication. None where there is none."""
        if self.day is None:
            return None
        month = re.search(r"[A-Za-z]{3}", re.sub(r"\d+(?:st|nd|rd|th)?", "", self.day))
        number = re.search(r"\b\d{1,2}", self.day)
        year = re.search(r"\d{4}", self.day)
        if not month or not number or not (year or published):
            return None
        years = int(year[0]) if year else (published or date.min).year
        try:
            return date(years, _NUMBERS[month[0].lower()], int(number[0]))
        except ValueError:
            return None


def find_datelines(text: str) -> tuple[Dateline, ...]:
    """The datelines at the beginnings of paragraphs; a report reprinted inside another has a second one."""
    found = []
    for block in re.finditer(r"[^\n\r]+", text):
        for shape in _SHAPES:
            match = shape.match(text, block.start(), block.end())
            if match:
                groups = match.groupdict()
                found.append(
                    Dateline(match.start(), match.end(), match["city"], groups.get("agency") or groups.get("agency2"), groups.get("day"))
                )
                break
    return tuple(found)
