"""The constructions in which a language writes dates, composed of named pieces from its data file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from comity.catalog.cue_files import load_cues
from comity.reading.when.expression import Expression


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


@lru_cache(maxsize=8)
def words(language: str) -> dict[str, Any]:
    """The language's dates file."""
    found: dict[str, Any] = load_cues(language, "dates")
    return found


def _pieces(known: Mapping[str, Any]) -> dict[str, str]:
    months = [name for names in known["months"].values() for name in names]
    days = [name for names in known["weekdays"] for name in names]
    month = rf"(?:{_any([*months, *(name.upper() for name in months if len(name) > 3)])})\b\.?"
    return {
        "month": month,
        "day": r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?!\d|[.,]\d|\s*(?:per\s+cent|percent|%))",
        "year": r"(?:1[89]|20)\d\d(?!\d)",
        "weekday": rf"(?:{_any(days)})\b",
        "number": rf"(?:\d{{1,3}}|{_any(known['numbers'])})",
        "unit": rf"(?:{_any(known['units'])})\b",
        "season": rf"(?:{_any(known['seasons'])})\b",
        "this": rf"(?:{_any(known['this'])})",
        "part": rf"(?:{_any([form for forms in known['parts'].values() for form in forms])})",
        "half": rf"(?:{_any(known['halves'])})",
        "quarter": rf"(?:{_any(known['quarters'])})",
        "ordinal": rf"(?:{_any(known['ordinals'])})",
        "dash": r"(?:\s*[-–—]\s*|\s+to\s+|\s+through\s+|\s+until\s+|\s+and\s+)",
    }


# Each construction: its kind and pattern, over the pieces; named groups are the expression's parts. Longest match wins.
_CONSTRUCTIONS = (
    ("iso", r"(?P<iso>(?:19|20)\d\d-\d\d-\d\d)(?!\d)"),
    ("numeric", r"(?P<d>\d{{1,2}})[./](?P<m>\d{{1,2}})[./](?P<y>(?:19|20)\d\d|\d\d)(?![\d.])"),
    # October 31 - November 1, 2019;  from Nov. 10 to 12;  November 10-12, 2020;  September 5 and 6
    ("range", r"(?:(?:from|between)\s+)?(?:{weekday},?\s+)?(?P<m1>{month})\s*(?P<d1>{day})(?:,?\s+(?P<y1>{year}))?{dash}(?:{weekday},?\s+)?(?P<m2>{month})\s*(?P<d2>{day})(?:,?\s+(?P<y2>{year}))?"),
    ("range", r"(?:(?:from|between)\s+)?(?P<m1>{month})\s*(?P<d1>{day})(?:{dash}|\s+or\s+)(?P<d2>{day})(?:,?\s+(?P<y2>{year}))?(?!\s*:\d)"),
    ("range", r"(?:(?:from|between)\s+)?(?:{weekday},?\s+)?(?P<d1>{day})\s+(?:of\s+)?(?P<m1>{month})(?:,?\s+(?P<y1>{year}))?{dash}(?:{weekday},?\s+)?(?P<d2>{day})\s+(?:of\s+)?(?P<m2>{month})(?:,?\s+(?P<y2>{year}))?"),
    ("range", r"(?:(?:from|between)\s+)?(?P<d1>{day})(?:{dash}|\s+or\s+)(?P<d2>{day})\s+(?:of\s+)?(?P<m2>{month})(?:,?\s+(?P<y2>{year}))?"),
    ("month_range", r"(?:(?:from|between)\s+)?(?P<m1>{month})(?:\s+(?P<y1>{year}))?(?:{dash}|\s+or\s+)(?:(?P<part2>{part})\s*)?(?P<m2>{month})(?:,?\s+(?P<y2>{year}))?"),
    ("year_range", r"(?:(?:from|between)\s+)?(?P<y1>{year}){dash}(?P<y2>{year})"),
    ("weekday_range", r"(?:from\s+|between\s+)?(?P<w1>{weekday}){dash}(?P<w2>{weekday})"),
    # Tuesday, November 10, 2020;  Thursday (October 17);  10 November
    ("day", r"(?:(?P<w>{weekday})\s*[,(]?\s*(?:the\s+)?)?(?P<m>{month})\s*(?P<d>{day})(?:,?\s+(?P<y>{year}))?"),
    ("day", r"(?:(?P<w>{weekday})\s*[,(]?\s*(?:the\s+)?)?(?P<d>{day})\s+(?:of\s+)?(?P<m>{month})(?:\s+(?P<ylast>last\s+year)|,?\s+(?P<y>{year}))?"),
    ("week_of_month", r"the\s+(?P<ordinal>{ordinal})\s+(?:week|days|ten\s+days)\s+(?:of|in)\s+(?P<m>{month})(?:,?\s+(?P<y>{year}))?"),
    ("month", r"(?:(?P<part>{part})\s*)?(?P<m>{month})(?:\s+of)?(?:,?\s+(?P<y>{year})|\s+(?P<ythis>(?:this|last|next|the\s+same|that)\s+year|of\s+that\s+year))"),
    ("bare_month", r"(?:(?P<this>last|next|this|the\s+previous|the\s+coming)\s+)?(?:(?P<part>{part})\s*)?(?P<m>{month})"),
    ("half", r"(?:the\s+)?(?P<half>{half})(?:\s+of)?\s+(?P<y>{year}|(?P<ythis>(?:this|last|next)\s+year|the\s+year))"),
    ("quarter", r"(?:the\s+)?(?P<quarter>{quarter})(?:\s+of)?\s+(?P<y>{year}|(?P<ythis>(?:this|last|next)\s+year|the\s+year))"),
    ("quarter_number", r"Q(?P<q>[1-4])\s+(?P<y>{year})"),
    ("season", r"(?:(?P<part>{part})\s+)?(?:the\s+)?(?P<season>{season})(?:\s+of)?\s+(?:(?P<y>{year})|(?P<ythis>(?:this|last|next)\s+year|that\s+year))"),
    ("season_this", r"(?P<this>this|last|next|the\s+previous|the\s+coming|in\s+the|by\s+the|since\s+the|in|by)\s+(?P<season>{season})"),
    ("part_of_year", r"(?:(?P<part>{part})\s*)(?P<y>{year})"),
    ("part_of_unit", r"(?P<part>{part})\s+(?:(?P<this>{this})\s+|the\s+)?(?P<unit>week|month|year)\b"),
    ("before_end", r"(?:before|by)\s+(?:the\s+)?(?P<unit>month|year|week)(?:['’]s\s+end|\s+is\s+out|\s+ends)"),
    ("within_unit", r"(?P<side>earlier|later)\s+(?:in\s+)?(?P<this>this|that|the\s+same|in\s+the|last|next)\s+(?P<unit>day|week|month|year)\b"),
    ("within_unit", r"(?P<side>earlier|later)\s+in\s+the\s+(?P<unit>day|week|month|year)\b"),
    ("weekend", r"(?P<this>this|last|next|the\s+coming|at\s+the)\s+weekend\b"),
    ("this_unit", r"(?P<this>{this})\s+(?P<unit>week|month|year|decade)\b(?:['’]s)?"),
    ("focus_unit", r"(?P<focus>later\s+that|earlier\s+that|that|the\s+same|the\s+following|the\s+next|the\s+previous)\s+(?P<unit>week|month|year)\b"),
    ("focus_unit", r"the\s+(?P<unit>week|month|year)\s+(?P<focus>before|after)\b(?!\s+(?:the|last|next|its|he|she|they|it)\b)"),
    ("ago", r"(?P<n>{number})\s+(?P<unit>{unit})\s+ago\b"),
    ("hence", r"in\s+(?P<n>{number})\s+(?P<unit>{unit})(?:['’]\s+time)?(?!\s+of\b)"),
    ("from_focus", r"(?P<n>{number})\s+(?P<unit>{unit})\s+(?P<side>earlier|before|later|after)\b(?:wards)?"),
    ("on_from", r"a\s+(?P<unit>year|month|week)\s+on\b"),
    ("vague", r"(?:in\s+)?(?:the\s+)?(?:coming|next|recent|last|past|following)\s+(?:few\s+|several\s+)?(?:days|weeks|months|years)\b|soon|shortly"),
    ("weekday", r"(?:(?P<this>last|next|this|this\s+coming|this\s+past|the\s+coming|the\s+following|following)\s+)?(?P<w>{weekday})(?:\s+(?P<week>this\s+week|last\s+week|next\s+week))?(?:['’]s)?"),
    ("decade", r"(?:(?P<part>early|late|mid-?)[\s-]?)?(?P<y>(?:19|20)\d0)s\b"),
    ("name_year", r"\b[A-Z][\w’'-]*[A-Za-z][-–](?:19|20)\d\d(?!\d)|\b(?:Agenda|Vision|Strategy|Plan|Zapad|Vostok|Resolution|resolution)\s+(?:19|20)\d\d"),
    ("year", r"(?P<y>{year})(?![\d-]|\s*(?:people|troops|soldiers|servicemen|delegates|participants|vehicles|tonnes|barrels|km|kilometres|dollars|euros))"),
    ("ordinal_day", r"the\s+(?P<d>(?:[12]?\d|3[01])(?:st|nd|rd|th))\b(?!\s+[A-Za-z])"),
    ("time", r"\d{{1,2}}(?::\d\d){{1,2}}(?:\s*(?:am|pm|a\.m\.|p\.m\.|GMT|UTC))?|\d{{1,2}}\s*(?:am|pm|a\.m\.|p\.m\.)"),
)  # fmt: skip


@lru_cache(maxsize=8)
def _compiled(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    known = words(language)
    pieces = _pieces(known)
    found = []
    for kind, pattern in _CONSTRUCTIONS:
        flags = re.IGNORECASE if kind not in _CASED else 0
        found.append((kind, re.compile(r"(?<![\w$€£/])(?:" + pattern.format(**pieces) + r")(?!\w)", flags)))
    for kind, table in (("today", known["days"]), ("focus_day", known["focus_days"])):
        found.append((kind, re.compile(rf"(?<!\w)(?:on\s+)?(?P<word>{_any(table)})(?!\w)", re.IGNORECASE)))
    return tuple(found)


_CASED = frozenset(
    ("range", "month_range", "day", "week_of_month", "month", "bare_month", "weekday", "weekday_range", "name_year", "quarter_number")
)
_TRIGGER = re.compile(r"\d|day|week|month|year|ago|decade|half|quarter|spring|summer|autumn|winter|fall|night|tomorrow|eve|soon|shortly|[JFMASOND][a-z]{2}|[A-Z]{3}", re.I)
_MODAL_MAY = re.compile(r"\s+(?:be|not|have|also|soon|yet|well|now|still|[a-z]+(?:e|t|d|n|k|p|w|r|l|h|y)\b)")


def find_expressions(text: str, language: str = "en") -> tuple[Expression, ...]:
    """The dates in a text, in order; of overlapping readings the longest, of equally long ones the first construction."""
    found: list[tuple[int, int, int, Expression]] = []
    for block in re.finditer(r"[^\n]+", text):
        if not _TRIGGER.search(text, block.start(), block.end()):
            continue
        for order, (kind, pattern) in enumerate(_compiled(language)):
            for match in pattern.finditer(text, block.start(), block.end()):
                if kind == "bare_month" and not _is_month(text, match, language):
                    continue
                parts = {name: value for name, value in match.groupdict().items() if value}
                found.append((match.start(), -match.end(), order, Expression(match.start(), match.end(), kind, parts)))
    return _longest(found)


def _is_month(text: str, match: re.Match[str], language: str) -> bool:
    """ "May" and "March" alone are words; after a preposition, or with "early" or "last", they are months."""
    if match["part"] or match["this"]:
        return True
    before = re.search(r"(\w+)\s+$", text[max(0, match.start() - 12) : match.start()])
    if before and before[1].lower() in words(language)["before_month"]:
        return not (match["m"] == "May" and _MODAL_MAY.match(text, match.end()))
    if match["m"].rstrip(".") in ("May", "March", "Mar", "Jan", "Dec", "Sep", "Jun", "MAY", "MARCH"):
        return False
    return len(match["m"]) > 3 or match["m"].endswith(".")


def _longest(found: list[tuple[int, int, int, Expression]]) -> tuple[Expression, ...]:
    found.sort(key=lambda entry: entry[:3])
    kept: list[Expression] = []
    for _, _, _, one in found:
        if kept and one.start < kept[-1].end:
            if one.end - one.start > kept[-1].end - kept[-1].start and one.end > kept[-1].end:
                kept[-1] = one
            continue
        kept.append(one)
    return tuple(kept)
