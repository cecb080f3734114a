"""The dateline of a report: where and when it was filed, and by which agency. Its city is never the event's."""

from __future__ import annotations

import re
from datetime import date

import msgspec

# Pieces that the shapes below are made of. A hyphen stands between words and in none: a text of nothing but
# hyphens and capitals would otherwise be matched in countless ways.
_WORD = r"[A-ZÀ-Ž][A-Za-zÀ-ž'’.]+"
_CAPITALS = r"[A-ZÀ-Ž][A-ZÀ-Ž'’.]+"
_NO_CITY = r"(?!(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:[a-z]*\b))"
_NO_DAY = r"(?!(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY)"
_CITY = rf"{_NO_CITY}{_NO_DAY}{_WORD}(?:[ -]{_WORD}){{0,3}}"
_CAPS = rf"{_NO_DAY}{_CAPITALS}(?:[ -]{_CAPITALS}){{0,3}}(?:/{_CAPITALS}(?:[ -]{_CAPITALS}){{0,3}})*"
_PLACE = rf"(?P<city>{_CAPS}|{_CITY})"
_CAPS_PLACE = rf"(?P<city>{_CAPS})"
_COUNTRY = r"(?:,\s*[A-Z][\w.]*(?: [A-Z][\w.]*){0,2}|\s*/[A-Z][\w ]+/)?"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_NTH = r"\d{1,2}(?:st|nd|rd|th)?(?!\d)"
_DAY = (
    rf"(?P<day>(?:{_MONTH}\s+{_NTH}|{_NTH}\s+{_MONTH})(?:,?\s+\d{{4}})?|\d{{1,2}}\.\d{{1,2}}\.(?:\d{{4}}|\d\d)(?!\d))"
)
_AGENCY = r"[A-Z][\w&. /'-]{1,60}?"
_SIGNED = rf"(?:\((?P<agency>{_AGENCY})\)|/(?P<agency2>{_AGENCY})/\.?)"
_DASH = r"(?:--|[-–—])"
# Of single ones: a line of nothing but dashes could be parted into pairs in countless ways.
_DASHES = r"[-–—]+"
_OPENS = rf"\s*(?:{_DASHES}|:)\s*"
_MAY_OPEN = rf"\s*(?:{_DASHES}|:)?\s*"

_RU_WORD = r"[А-ЯЁ][\w.]*(?:-[а-яё]+)*"
_RU_CITY = rf"(?P<city>{_RU_WORD}(?:[ -]{_RU_WORD}){{0,3}}(?:/{_RU_WORD})*?)"
_RU_MONTH = r"(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)[а-я]*\.?"
_RU_DAY = rf"(?P<day>\d{{1,2}}\s+{_RU_MONTH}(?:\s+\d{{4}}(?:\s*г(?:ода|\.))?)?)"
_RU_AGENCY = r"[А-ЯЁA-Z«][\w«».-]*(?:\s+[А-ЯЁA-Z][\w«».-]*){0,2}"
_RU_SIGNED = r"(?:\((?P<agency>[^()\n]{2,60})\)|/(?P<agency2>[^/\n]{2,60})/\.?)"

_ZH_DAY = r"(?P<day>(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日)"
_ZH_FILED = r"[电電讯訊](?:[（(](?:总台)?(?:记者|記者)[^（()）\n]{0,40}[)）])?"

_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        # SOCHI (UrduPoint News / Sputnik - 10th November, 2020) …
        rf"{_PLACE}{_COUNTRY}\s*\((?P<agency>{_AGENCY})\s*{_DASH}\s*{_DAY}\){_MAY_OPEN}",
        # DUSHANBE. June 6 (Agency) - …   MOSCOW, August 21. /TASS/.   LABUAN BAJO, Indonesia, May 12 (Xinhua) --
        rf"{_PLACE}{_COUNTRY}[.,]\s*{_DAY}\.?,?\s*{_SIGNED}{_MAY_OPEN}",
        # ADDIS ABABA, Feb. 17 — …   CHOLPON-ATA, KYRGYZSTAN – August 20: …
        rf"{_PLACE}{_COUNTRY}(?:[.,]|\s*{_DASH})\s*{_DAY}\.?{_OPENS}",
        # BAKU, Azerbaijan, December 14. …
        rf"{_CAPS_PLACE}{_COUNTRY},\s*{_DAY}\.\s+",
        # Tianjin, July 15, 2025 (and nothing else in the paragraph)
        rf"{_PLACE}{_COUNTRY},\s*{_DAY}\s*$",
        # BISHKEK (Agency) — …   IGORA, Russia (Agency) - …
        rf"{_PLACE}{_COUNTRY}\s*{_SIGNED}{_OPENS}",
        # MOSCOW | AGENCY | …
        rf"{_CAPS_PLACE}\s*\|\s*(?P<agency>{_AGENCY})\s*\|\s*",
        # AKIPRESS.COM - …
        rf"(?P<agency>[A-Z0-9-]+\.[A-Z]{{2,4}})\s+{_DASH}\s+",
        # MINSK. KAZ-AGENCY - …
        rf"{_CAPS_PLACE}\.\s+(?P<agency>{_CAPS})\s*{_DASH}\s+",
        # VILNIUS - …   RIYADH: …
        rf"{_CAPS_PLACE}{_COUNTRY}(?:\s+{_DASHES}|:)\s+",
        # МОСКВА, 3 сен — РИА Новости. …   ВЕНА, 5 декабря. /ТАСС/. …   Астана, 3 июля (Казинформ) — …
        rf"{_RU_CITY}[.,]\s*{_RU_DAY}\.?\s*(?:{_DASH}\s*)?{_RU_SIGNED}\s*{_DASH}?\s*",
        rf"{_RU_CITY}[.,]\s*{_RU_DAY}\.?\s*(?:{_DASH}\s*)?(?P<agency>{_RU_AGENCY})(?:\.|\s+{_DASH})\s+",
        rf"{_RU_CITY}[.,]\s*{_RU_DAY}\.?\s*{_DASH}\s*",
        # 27 мая, Москва /Корр. ТАСС/. …
        rf"{_RU_DAY},\s*{_RU_CITY}\s*{_RU_SIGNED}\s*",
        rf"{_RU_CITY}\s*\((?P<agency>[^()\n]{{2,60}})\)\s*{_DASH}\s*",
        # 新华社明斯克11月23日电 …   【本報北京24日訊】…
        rf"【?据?(?P<agency>本[社网網报報台刊站]|[^\W\d]{{1,5}}?(?:通讯社|通訊社|社|网|網|报|報|台))"
        rf"(?P<city>[^\W\d][^\W\d·]*(?:·[^\W\d]+)*)??{_ZH_DAY}{_ZH_FILED}】?[：:\s]*",
        # An agency that we cannot tell from the city.
        rf"【?[^\W\d]{{2,16}}{_ZH_DAY}{_ZH_FILED}】?[：:\s]*",
        r"(?P<agency>本[社网網报報台刊站])(?:消息|[讯訊])[：:\s]*",
    )
)
# What any of them begins with: a city and a mark, an agency's address, or letters that are not Latin. Few paragraphs do.
_BEGINS = re.compile(rf"(?:{_CAPS}|{_CITY})\s*[-–—,.(/|:]|[A-Z0-9-]+\.[A-Z]{{2,4}}\s|\d|[^\x00-\u024f]")
_LONGEST = 200
_NUMBERS = {
    name: number
    for names in ("jan feb mar apr may jun jul aug sep oct nov dec", "янв фев мар апр май июн июл авг сен окт ноя дек")
    for number, name in enumerate(names.split(), 1)
} | {"мая": 5}
_NUMERIC = re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{2,4})")
_HAN = re.compile(r"(?:(?P<year>\d{4})年)?(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日")


class Dateline(msgspec.Struct, frozen=True):
    """`start:end` in the text; `city` is empty where none is named, `day` as written, perhaps without year or month."""

    start: int
    end: int
    city: str
    agency: str | None
    day: str | None

    def date(self, published: date | None) -> date | None:
        """Its day; where no year is written, the one nearest to the publication. None where there is none."""
        if self.day is None:
            return None
        year, month, day = _numbers(self.day)
        if year:
            return _existing(year, month, day)
        if published is None:
            return None
        if month is None:
            return _existing(published.year, published.month, day)
        days = [_existing(published.year + step, month, day) for step in (0, -1, 1)]
        return min((one for one in days if one), key=lambda one: abs(one - published), default=None)


def _numbers(text: str) -> tuple[int | None, int | None, int]:
    """Year, month and day, as far as they are written."""
    match = _NUMERIC.fullmatch(text) or _HAN.fullmatch(text)
    if match:
        year = int(match["year"]) if match["year"] else None
        return (
            (year + 2000 if year and year < 100 else year),
            int(match["month"]) if match["month"] else None,
            int(match["day"]),
        )
    words = re.findall(r"[^\W\d]{3,}", text)
    months = [_NUMBERS[word[:3].lower()] for word in words if word[:3].lower() in _NUMBERS]
    numbers = [int(one) for one in re.findall(r"\d+", text)]
    year = next((one for one in numbers if one > 31), None)
    return year, months[0], next(one for one in numbers if one <= 31)


def _existing(year: int, month: int | None, day: int) -> date | None:
    try:
        return date(year, month or 0, day)
    except ValueError:
        return None


def find_datelines(text: str) -> tuple[Dateline, ...]:
    """The datelines at the beginnings of paragraphs; a report reprinted inside another has a second one."""
    blocks = list(re.finditer(r"[^\s][^\n\r]*", text))
    found = [(_dateline(text, block.start(), block.end()), block.end() - block.start()) for block in blocks]
    entries = [one for one, length in found if one and _is_entry(one, length)]
    is_diary = len({one.city for one in entries}) > 1
    return tuple(one for one, _ in found if one and not (is_diary and one in entries))


def _is_entry(line: Dateline, length: int) -> bool:
    """Whether a city may open a line of a diary, where it is the event's: "BRUSSELS - EU foreign ministers meet"."""
    return bool(line.city) and line.agency is None and line.day is None and length < _LONGEST


def _dateline(text: str, start: int, end: int) -> Dateline | None:
    end = min(end, start + _LONGEST)
    if _BEGINS.match(text, start, end) is None:
        return None
    for shape in _SHAPES:
        match = shape.match(text, start, end)
        if match:
            told = match.groupdict()
            agency = told.get("agency") or told.get("agency2")
            return Dateline(match.start(), match.end(), told.get("city") or "", agency, told.get("day"))
    return None
