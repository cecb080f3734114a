"""What the grammar of dates understands, in TimeML's terms: "last week" is 1989-W43, "recent months" PAST_REF.

Our records need the days, TimeML the words' own grain: a duration is P2W and no interval, an evening 1989-11-02TEV, "now"
PRESENT_REF. Nothing here decides which days are meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import msgspec

from comity.model.edtf import PERIODS
from comity.model.when import When
from comity.reading.when import Expression, Told, told_in
from comity.reading.when.offsets import count_of

LETTERS = {
    "day": "D", "week": "W", "weekend": "W", "fortnight": "W", "month": "M", "quarter": "Q", "half": "H", "year": "Y",
    "century": "CE", "hour": "TH", "minute": "TM", "second": "TS",
}  # fmt: skip
SEASONS = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}
# Kinds whose length is what TimeML values, wherever they lie.
LENGTHS = frozenset(("duration", "window", "hence", "vague"))
RANGES = frozenset(("range", "month_range", "year_range", "weekday_range"))
UNDATED = LENGTHS | {"time", "recurrence", "reference"}
# Words that the corpora's annotators mostly pass over.
PASSED_OVER = frozenset(
    ("soon", "shortly", "future", "formerly", "currently", "at this time", "at that time", "once", "a long time")
)
LEADING = re.compile(r"(?:in|from|between|about|around)\s+", re.IGNORECASE)
BETWEEN = re.compile(r"\s+(?:to|through|until|till|and|or)\s+(?:the\s+)?|\s*[-–—/]\s*", re.IGNORECASE)
OF = re.compile(r"\s+(?:of|in)\s+", re.IGNORECASE)
JOINED = re.compile(r"\s*,?\s*(?:(?:on|of)\s+)?")


class Timex(msgspec.Struct, frozen=True):
    """One line of TimeML: where it stands, and its value ("1989-Q3", "P2W", "PRESENT_REF")."""

    start: int
    end: int
    value: str
    type: str


def timexes(text: str, published: date | None, *, dates_only: bool) -> Iterator[Timex]:
    """The expressions of one text in TimeML's terms; a time of day and the day beside it are one."""
    time: Timex | None = None
    for told in told_in(text, published):
        if _is_passed_over(text, told.expression, dates_only=dates_only):
            continue
        for timex in _timexes(text, told, published, dates_only=dates_only):
            if time and JOINED.fullmatch(text, time.end, timex.start) and timex.type == "DATE":
                yield Timex(time.start, timex.end, timex.value + time.value[time.value.index("T") :], "TIME")
                time = None
                continue
            if time:
                yield time
            time = timex if told.expression.kind == "time" and "T" in timex.value else None
            if time is None:
                yield timex
    if time:
        yield time


def _is_passed_over(text: str, one: Expression, *, dates_only: bool) -> bool:
    if one.kind == "name_year" or (dates_only and one.kind in UNDATED):
        return True
    if one.kind == "recurrence":
        return bool(one.word("recurring")) and text[one.start : one.end].lower() not in ("annual", "hourly")
    return text[one.start : one.end].lower() in PASSED_OVER


def _timexes(text: str, told: Told, published: date | None, *, dates_only: bool) -> Iterator[Timex]:
    one, when = told.expression, told.when
    lead = LEADING.match(text, one.start, one.end)
    start = lead.end() if lead and one.kind in (*RANGES, "hence", "duration", "ago") else one.start
    cuts = list(BETWEEN.finditer(text, start, one.end))
    of = OF.search(text, start, one.end)
    if one.kind in RANGES and cuts and when and when.lower and when.last:
        first, last = _ends(one.kind, when)
        yield Timex(start, cuts[-1].start(), first, "DATE")
        yield Timex(cuts[-1].end(), one.end, last, "DATE")
    elif one.kind == "first_months" and of and when and "/" in when.edtf and not dates_only:
        yield Timex(start, of.start(), _length(one), "DURATION")
        yield Timex(of.end(), one.end, _year_of(when), "DATE")
    elif value := _value(told, published, dates_only=dates_only):
        yield Timex(start, one.end, value, _type(one, value))


def _ends(kind: str, when: When) -> tuple[str, str]:
    if kind in ("range", "weekday_range"):
        return str(when.lower), str(when.last)
    first, _, last = when.edtf.replace("~", "").partition("/")
    return first, last or first


def _year_of(when: When) -> str:
    return when.edtf[:4]


def _type(one: Expression, value: str) -> str:
    if one.kind == "recurrence":
        return "SET"
    if value.startswith("P") and not value.endswith("_REF"):
        return "DURATION"
    return "TIME" if "T" in value.partition("_")[0] and value[0].isdigit() else "DATE"


def _value(told: Told, published: date | None, *, dates_only: bool) -> str:
    one = told.expression
    if one.kind == "reference":
        return f"{one.word('reference') or 'PAST'}_REF"
    if one.kind == "fiscal_year":
        year = published.year + (one.number("this") or 0) if published and "year" in one.word("fiscal") else None
        return str(year or "")
    if one.kind == "fiscal":
        return _fiscal(one, published)
    if one.kind == "vague" and (one.first("recent") or one.number("this") == 1):
        return "PAST_REF" if one.first("recent") else "FUTURE_REF"
    if one.kind == "ago" and one.number("vague") is not None and not dates_only:
        return "PAST_REF"
    if one.kind in LENGTHS or one.kind == "recurrence" or _is_rough(one):
        return one.word("recurring") or _length(one)
    if one.kind == "time":
        return _time(one, told.focus, published)
    if told.when is None:
        return ""
    if one.kind == "part_of_unit" and one.first("end") and told.when.last and not _is_genitive(one):
        return str(told.when.last)
    return _interval(told.when) if dates_only else _timeml(told.when) + _daypart(one)


def _is_genitive(one: Expression) -> bool:
    """The year's end, the month's end."""
    return one.end - one.start > len(one.word("unit")) + len(one.word("end")) + 1


def _is_rough(one: Expression) -> bool:
    """A few days later."""
    return one.kind == "from_focus" and one.number("vague") is not None


def _fiscal(one: Expression, published: date | None) -> str:
    """A fiscal year by its number; a quarter of one counted as if in the year of publication."""
    nth = one.number("ordinal")
    if nth is not None:
        return f"{published.year}-Q{nth}" if published and one.word("unit") == "quarter" else ""
    return str(one.number("year") or "")


def _daypart(one: Expression) -> str:
    part = one.word("daypart") or ("NI" if one.number("tonight") is not None else "")
    return f"T{part}" if part else ""


def _length(one: Expression) -> str:
    """P2W; a count that nobody knows is X."""
    count, unit = count_of(one), one.words("unit")[0]
    if one.kind == "first_months":
        figure = str(next(iter(one.numbers("number", "day", "count")), 1))
    elif one.kind == "vague" or count is None or one.number("vague") is not None:
        figure = "X"
    elif one.word("half"):
        figure = _with_half(one, count)
    else:
        figure = str(count)
    if unit == "quarter" and len(one.words("unit")) > 1:
        return "P25Y"
    if unit == "quarter" and figure.isdigit():
        return f"P{int(figure) * 3}M"
    if unit == "decade":
        return f"P{int(figure) * 10}Y" if figure.isdigit() else "PXDE"
    letter = LETTERS.get(unit, "")
    return f"P{letter[:-1]}{figure}{letter[-1:]}" if len(letter) > 1 and letter != "CE" else f"P{figure}{letter}"


def _with_half(one: Expression, count: int) -> str:
    numbers = len(one.numbers("number", "day"))
    return f"{count - 1}.5" if numbers > 1 else f"{count}.5" if numbers else "0.5"


def _time(one: Expression, day: When | None, published: date | None) -> str:
    """A time of day on the day last spoken of."""
    base = day.lower if day and day.is_day and day.lower else published
    if part := one.word("daypart"):
        return f"{base}T{part}"
    clock = one.word("clock", "point") or str(one.number("day", "count", "year") or "")
    hour, _, rest = clock.replace(".", ":").partition(":")
    if not hour.isdigit():
        return f"{base}T{clock}"
    if len(hour) > 2:
        hour, rest = hour[:-2], hour[-2:]
    late = one.word("ampm") == "p" and int(hour) < 12
    zone = "Z" if one.word("zone") in ("GMT", "UTC") else ""
    minutes = f":{rest}" if rest and (rest != "00" or zone) else ""
    return f"{base}T{int(hour) + 12 * late:02}{minutes}{zone}"


def _timeml(when: When) -> str:
    """TimeML's form: weeks and weekends by number, seasons, quarters and halves by letters."""
    text = when.edtf.replace("~", "")
    if text.endswith("X"):
        return text.rstrip("X")
    if month := re.fullmatch(r"(\d{4})-(\d\d)", text):
        return f"{month[1]}-{_period(int(month[2]))}"
    if when.lower and when.length in (2, 7) and when.upper and when.upper.weekday() == 0:
        year, week, _ = when.lower.isocalendar()
        return f"{year}-W{week:02}" + ("-WE" if when.length == 2 else "")
    return text.partition("/")[0]


def _period(code: int) -> str:
    if code in SEASONS:
        return SEASONS[code]
    if code in PERIODS:
        return f"Q{code - 32}" if code < 40 else f"H{code - 39}"
    return f"{code:02}"


def _interval(when: When) -> str:
    text = when.edtf.replace("~", "")
    whole = re.fullmatch(r"\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?", text)
    return text if whole else f"{when.lower}/{when.last}"
