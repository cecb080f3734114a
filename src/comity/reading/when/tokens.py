"""The words of a text around the places where a date may be, each with its sort."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from comity.reading.when.lexicon import DateWords, date_words
from comity.reading.when.notation import SIGNS

# Letters read around a trigger, more than any construction has on one side of its telling word.
_AROUND = 44

_TOKEN = re.compile(
    r"""(?P<word>[^\W\d_]\w*)
    |(?P<iso>(?:1[5-9]|20)\d\d-(?:0[1-9]|1[0-2])-(?:[0-2]\d|3[01])(?!\d))
    |(?P<numeric>\d{1,2}(?P<sep>[./-])\d{1,2}(?P=sep)(?:\d{4}|\d\d)(?![./-]?\d))
    |(?P<clock>\d{1,2}:\d\d(?::\d\d)?(?!\d))
    |(?P<decade>(?:(?:1[5-9]|20)\d0|['’]?\d0)['’]?s\b)
    |(?P<nth>\d{1,3}(?:st|nd|rd|th)\b)
    |(?P<quarter_number>[1-4]Q\b)
    |(?P<short_year>['’]\d\d\b)
    |(?P<money>[$€£¥]\s?\d[\d.,]*|\d[\d.,]*\s?%)
    |(?P<number>\d+(?:[.,]\d+)*(?![^\W_]))
    |(?P<hour>\d{1,2}(?:[.:]\d\d)?(?=[aApP]\.?[mM]\b))
    |(?P<glued>\d\w*)
    |(?P<apostrophe>['’](?:s\b)?)
    |(?P<stop>\n[ \t]*\n|(?<!,)\n(?=\s*[A-Z]))
    |(?P<sign>[^\s])""",
    re.VERBOSE,
)
_DIGITS = re.compile(r"(?:1[5-9]|20)\d\d|\d\d?[:./-]\d\d?|\d0['’]?s\b|['’]\d\d\b|\d(?:st|nd|rd|th)\b")
_AMPM = re.compile(r"[aApP](?:\.\s?[mM]\b\.?|\s[mM]\.)")
_NOONS = "am", "pm", "AM", "PM"
_MARKS = {",": "comma", ".": "dot", "(": "open", ")": "close", "/": "slash", ";": "stop", "!": "stop", "?": "stop"}
_HYPHENS = "-–—‑"
# Years of two figures above this are of the last century.
_CENTURY_TURNS = 40
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
# A year may stand after these whatever follows.
_BEFORE_YEAR = frozenset(
    SIGNS[sort]
    for sort in ("month", "doubtful_month", "short_month", "in", "the", "part", "season", "doubtful_season", "half", "day", "nth",
                 "quarter_unit", "since", "between", "open", "hyphen", "dash", "fiscal", "before", "until", "apostrophe", "cap")
)  # fmt: skip
_NOT_BEFORE_YEAR = frozenset(SIGNS[sort] for sort in ("numbered", "hundred", "other"))
_NOT_AFTER_YEAR = frozenset(
    SIGNS[sort]
    for sort in ("counted", "hundred", "units", "unit", "day_unit", "week_unit", "month_unit", "year_unit", "zone", "ampm")
)  # fmt: skip


class Tokens(msgspec.Struct):
    """The words of one stretch of text: `signs[n]` is the sort, `values[n]` the worth of the word at
    `starts[n]:ends[n]`."""

    signs: list[str]
    values: list[int | str]
    starts: list[int]
    ends: list[int]

    def add(self, sort: str, value: int | str, start: int, end: int) -> None:
        self.signs.append(SIGNS[sort])
        self.values.append(value)
        self.starts.append(start)
        self.ends.append(end)


def stretches(text: str, language: str) -> Iterator[Tokens]:
    """The stretches of the text in which dates may be, in order."""
    words = date_words(language)
    start = end = -1
    for first, last in _triggers(text, words):
        if first - _AROUND <= end:
            end = max(end, last + _AROUND)
            continue
        if end >= 0:
            yield _tokens(text, *_whole_words(text, start, end), words)
        start, end = max(0, first - _AROUND), last + _AROUND
    if end >= 0:
        yield _tokens(text, *_whole_words(text, start, end), words)


def _triggers(text: str, words: DateWords) -> list[tuple[int, int]]:
    found = [
        (start, end)
        for _, start, end in words.triggers.find_matches_as_indexes(text)
        if not text[end : end + 1].isalpha() and (start == 0 or not text[start - 1].isalpha())
    ]
    found += [match.span() for match in _DIGITS.finditer(text)]
    found.sort()
    return found


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch widened to where words begin and end."""
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, min(end, len(text))


def _tokens(text: str, start: int, end: int, words: DateWords) -> Tokens:
    tokens = Tokens([], [], [], [])
    position = start
    while match := _TOKEN.search(text, position, end):
        position = _add(tokens, text, match, words)
    _settle_years(tokens, text)
    return tokens


def _add(tokens: Tokens, text: str, match: re.Match[str], words: DateWords) -> int:
    """Adds the word or sign found and returns where the next may begin."""
    kind = match.lastgroup or ""
    start, end = match.span()
    if kind == "word":
        return _add_word(tokens, text, match[0], start, end, words)
    if kind == "number":
        _add_number(tokens, match[0], start, end)
    elif kind == "sign":
        tokens.add(_mark(text, start), match[0], start, end)
    elif kind in ("money", "glued"):
        tokens.add("other", match[0], start, end)
    elif kind == "nth":
        tokens.add("nth", int(re.sub(r"\D", "", match[0])), start, end)
    elif kind == "short_year":
        figures = int(match[0][1:])
        tokens.add("short_year", figures + (1900 if figures > _CENTURY_TURNS else 2000), start, end)
    elif kind == "hour":
        tokens.add("clock", match[0], start, end)
    else:
        tokens.add(kind, match[0], start, end)
    return end


def _mark(text: str, at: int) -> str:
    if text[at] in _HYPHENS:
        return "hyphen" if at > 0 and text[at - 1].isalnum() and text[at + 1 : at + 2].isalnum() else "dash"
    return _MARKS.get(text[at], "other")


def _add_word(tokens: Tokens, text: str, form: str, start: int, end: int, words: DateWords) -> int:
    if form in "aApP" and (noon := _AMPM.match(text, start)):
        tokens.add("ampm", form.lower(), start, noon.end())
        return noon.end()
    if (known := words.cased.get(form)) is None:
        lower = form.lower()
        if lower in words.phrases and (phrase := _phrase(text, start, lower, words)):
            known, end = phrase
        else:
            known = words.plain.get(lower)
    if known is None:
        return _add_unknown(tokens, text, form, start, end)
    tokens.signs.append(known[0])
    tokens.values.append(known[1])
    tokens.starts.append(start)
    tokens.ends.append(end)
    return end


def _add_unknown(tokens: Tokens, text: str, form: str, start: int, end: int) -> int:
    if form in _NOONS:
        tokens.add("ampm", form[0].lower(), start, end)
    elif len(form) == 2 and form[0] in "QH" and form[1] in "1234":
        tokens.add("quarter_number" if form[0] == "Q" else "half_number", form, start, end)
    else:
        tokens.add("cap" if form[0].isupper() else "word", form, start, end)
    return end


def _phrase(text: str, start: int, first: str, words: DateWords) -> tuple[tuple[str, int | str], int] | None:
    """The longest form of several words that begins here, and where it ends."""
    for forms, worth in words.phrases[first]:
        at = start + len(first)
        for form in forms[1:]:
            while text[at : at + 1].isspace():
                at += 1
            if text[at : at + len(form)].lower() != form:
                break
            at += len(form)
        else:
            if not text[at : at + 1].isalnum():
                return worth, at
    return None


def _add_number(tokens: Tokens, digits: str, start: int, end: int) -> None:
    if digits.isdecimal() and len(digits) <= 2 and 1 <= int(digits) <= 31:
        tokens.add("day", int(digits), start, end)
    elif _YEAR.fullmatch(digits):
        tokens.add("year", int(digits), start, end)
    else:
        tokens.add("count", int(digits) if digits.isdecimal() and len(digits) < 7 else digits, start, end)


def _settle_years(tokens: Tokens, text: str) -> None:
    """Figures of four digits that count something are no years: "2020 people", "resolution 1973"."""
    year, count = SIGNS["year"], SIGNS["count"]
    for number, sign in enumerate(tokens.signs):
        if sign == year and not _is_year(tokens, number, text):
            tokens.signs[number] = count


def _is_year(tokens: Tokens, number: int, text: str) -> bool:
    before = tokens.signs[number - 1] if number else ""
    after = tokens.signs[number + 1] if number + 1 < len(tokens.signs) else ""
    if before in _NOT_BEFORE_YEAR or after in _NOT_AFTER_YEAR:
        return False
    if before in _BEFORE_YEAR or not before:
        return True
    if after != SIGNS["word"]:
        return True
    noun = text[tokens.starts[number + 1] : tokens.ends[number + 1]]
    return not (noun.endswith("s") and len(noun) > 3)
