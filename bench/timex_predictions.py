"""Dates of a corpus in TimeML's terms, to be scored against what others annotated.

usage: python bench/timex_predictions.py CORPUS.jsonl PREDICTIONS.jsonl [--dates-only]

CORPUS has one document a line: `id`, `published` (or null), `text`. PREDICTIONS gets `{"id", "timex": [{"start", "end",
"value", "type"}]}`. With --dates-only, durations, times of day and words like "now" are left out, and weeks, seasons and
decades are written as intervals of days.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec

from comity.model.edtf import PERIODS
from comity.model.when import When
from comity.reading.when import Anchor, Direction, Expression, find_expressions, resolve, resolve_in_text
from comity.reading.when.offsets import count_of

LETTERS = {
    "day": "D", "week": "W", "weekend": "W", "fortnight": "W", "month": "M", "quarter": "Q", "half": "H", "year": "Y",
    "century": "CE", "hour": "TH", "minute": "TM", "second": "TS",
}  # fmt: skip
SEASONS = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}
# Kinds whose length is what TimeML values, wherever they lie.
LENGTHS = frozenset(("duration", "window", "hence", "vague"))
RANGES = frozenset(("range", "month_range", "year_range"))
UNDATED = LENGTHS | {"time", "recurrence", "reference"}
# Said of a quarter's figures, "a year ago" is the same quarter of the year before.
COMPARED = frozenset(("ago", "from_focus", "the_unit", "same_period"))
# Words that the corpora's annotators mostly pass over.
PASSED_OVER = frozenset(
    ("soon", "shortly", "once", "future", "currently", "formerly", "at the time", "at this time", "at that time")
)
LEADING = re.compile(r"(?:in|from|between|about|around)\s+", re.IGNORECASE)
BETWEEN = re.compile(r"\s+(?:to|through|until|till|and|or)\s+(?:the\s+)?|\s*[-–—/]\s*", re.IGNORECASE)
_HEAD = 400
JOINED = re.compile(r"\s*,?\s*(?:(?:on|of)\s+)?")


class Timex(msgspec.Struct, frozen=True):
    """One line of TimeML: where it stands, and its value ("1989-Q3", "P2W", "PRESENT_REF")."""

    start: int
    end: int
    value: str
    type: str


class Found(msgspec.Struct, frozen=True):
    """An expression, the days it means, and the time last spoken of before it."""

    one: Expression
    when: When | None
    focus: When | None


def main(arguments: list[str]) -> None:
    corpus, predictions = (Path(name) for name in arguments[:2])
    lines = []
    for row in map(json.loads, corpus.read_text("utf-8").splitlines()):
        published = date.fromisoformat(row["published"][:10]) if row["published"] else _dateline(row["text"])
        found = timexes(row["text"], published, dates_only="--dates-only" in arguments)
        lines.append(json.dumps({"id": row["id"], "timex": [msgspec.to_builtins(one) for one in found]}))
    predictions.write_text("\n".join(lines) + "\n", "utf-8")


def _dateline(text: str) -> date | None:
    """The first whole date, where it stands at the head of the text."""
    for one in find_expressions(text[:_HEAD]):
        when = resolve(one, Anchor(None), Direction.NONE)
        if when and when.is_day:
            return when.lower
    return None


def timexes(text: str, published: date | None, *, dates_only: bool) -> Iterator[Timex]:
    """The expressions of one text in TimeML's terms; a time of day and the day beside it are one."""
    time: Timex | None = None
    for found in _found(text, published):
        if _is_passed_over(text, found.one, dates_only=dates_only):
            continue
        for timex in _timexes(text, found, published, dates_only=dates_only):
            if time and JOINED.fullmatch(text, time.end, timex.start) and timex.type == "DATE":
                yield Timex(time.start, timex.end, timex.value + time.value[time.value.index("T") :], "TIME")
                time = None
                continue
            if time:
                yield time
            time = timex if found.one.kind == "time" and "T" in timex.value else None
            if time is None:
                yield timex
    if time:
        yield time


def _found(text: str, published: date | None) -> Iterator[Found]:
    """Each expression resolved against the publication day and the day, or the quarter, last spoken of."""
    focus: When | None = None
    period: When | None = None
    for one in find_expressions(text):
        of_figures = period is not None and one.kind in COMPARED and one.word("unit") in ("", "year", "quarter")
        anchor = Anchor(published, period if of_figures else focus)
        when = resolve_in_text(text, one, anchor)
        yield Found(one, when, focus)
        if when and when.lower and when.upper and one.kind not in LENGTHS:
            focus = when
            if one.kind in ("quarter", "half"):
                period = when


def _is_passed_over(text: str, one: Expression, *, dates_only: bool) -> bool:
    if one.kind == "name_year" or (dates_only and one.kind in UNDATED):
        return True
    if one.kind == "recurrence":
        return bool(one.word("recurring")) and text[one.start : one.end].lower() != "annual"
    return text[one.start : one.end].lower() in PASSED_OVER


def _timexes(text: str, found: Found, published: date | None, *, dates_only: bool) -> Iterator[Timex]:
    one, when = found.one, found.when
    lead = LEADING.match(text, one.start, one.end)
    start = lead.end() if lead and one.kind in (*RANGES, "hence", "duration", "ago") else one.start
    cuts = list(BETWEEN.finditer(text, start, one.end))
    if one.kind in RANGES and cuts and when and when.lower and when.last:
        first, last = _ends(one.kind, when)
        yield Timex(start, cuts[-1].start(), first, "DATE")
        yield Timex(cuts[-1].end(), one.end, last, "DATE")
    elif value := _value(found, published, dates_only=dates_only):
        yield Timex(start, one.end, value, _type(one, value))


def _ends(kind: str, when: When) -> tuple[str, str]:
    if kind != "range":
        first, _, last = when.edtf.replace("~", "").partition("/")
        return first, last or first
    return str(when.lower), str(when.last)


def _type(one: Expression, value: str) -> str:
    if one.kind == "recurrence":
        return "SET"
    if one.kind in LENGTHS:
        return "DURATION"
    return "TIME" if "T" in value.partition("_")[0] and value[0].isdigit() else "DATE"


def _value(found: Found, published: date | None, *, dates_only: bool) -> str:
    one = found.one
    if one.kind == "reference":
        return f"{one.word('reference') or 'PAST'}_REF"
    if one.kind == "fiscal":
        return _fiscal(one, published)
    if one.kind == "vague" and (one.first("recent") or one.number("this") == 1):
        return "PAST_REF" if one.first("recent") else "FUTURE_REF"
    if one.kind in LENGTHS or one.kind == "recurrence":
        return one.word("recurring") or _length(one)
    if one.kind == "time":
        return _time(one, found.focus, published)
    if found.when is None:
        return ""
    return _interval(found.when) if dates_only else _timeml(found.when) + _daypart(one)


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
    count, unit = count_of(one), one.word("unit")
    if one.kind == "vague" or count is None or one.number("vague") is not None:
        figure = "X"
    elif one.word("half"):
        figure = (
            f"{count - 1}.5"
            if len(one.numbers("number", "day")) > 1
            else f"{count}.5"
            if one.numbers("number", "day")
            else "0.5"
        )
    else:
        figure = str(count)
    if unit == "decade":
        return f"P{int(figure) * 10}Y" if figure.isdigit() else "PXDE"
    letter = LETTERS.get(unit, "")
    return f"P{letter[:-1]}{figure}{letter[-1:]}" if len(letter) > 1 and letter != "CE" else f"P{figure}{letter}"


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


if __name__ == "__main__":
    main(sys.argv[1:])
