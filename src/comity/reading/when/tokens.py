"""The words of a text around the places where a date may be, each with its sort."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import msgspec

from comity.reading.when.lexicon import DateWords, date_words
from comity.reading.when.notation import SIGNS

# Letters read around a trigger, more than any construction has on one side of its telling word.
_AROUND = 44

_TOKEN = re.compile(
    r"""(?P<stamp>(?<=\d)T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)
    |(?P<word>[^\W\d_]\w*)
    |(?P<iso>(?:1[5-9]|20)\d\d-(?:0[1-9]|1[0-2])-(?:[0-2]\d|3[01])(?!\d))
    |(?P<fraction>1/2\b(?!/)|½)
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
    for sort in ("month", "doubtful_month", "short_month", "in", "article", "the", "part", "season", "doubtful_season", "half", "day", "nth",
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
    """The stretches of the text in which dates may be, in order, none over another."""
    words = date_words(language)
    done = 0
    for start, end in _around(_triggers(text, words)):
        start, end = max(done, _word_start(text, start)), _word_end(text, end)
        if start < end:
            yield _tokens(text, start, end, words)
            done = end


def _around(triggers: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The neighbourhoods of the triggers, those that touch made one."""
    start = end = -1
    for first, last in triggers:
        if first - _AROUND <= end:
            end = max(end, last + _AROUND)
            continue
        if end >= 0:
            yield start, end
        start, end = max(0, first - _AROUND), last + _AROUND
    if end >= 0:
        yield start, end


def _triggers(text: str, words: DateWords) -> list[tuple[int, int]]:
    found = [
        (start, end)
        for _, start, end in words.triggers.find_matches_as_indexes(text)
        if not text[end : end + 1].isalpha() and (start == 0 or not text[start - 1].isalpha())
    ]
    found += [match.span() for match in _DIGITS.finditer(text)]
    found.sort()
    return found


def _word_start(text: str, position: int) -> int:
    """Where the word at a position begins; nowhere far in a text without blanks."""
    lowest = max(0, position - _AROUND)
    while position > lowest and not text[position - 1].isspace():
        position -= 1
    return position


def _word_end(text: str, position: int) -> int:
    position = min(position, len(text))
    highest = min(len(text), position + _AROUND)
    while position < highest and not text[position].isspace():
        position += 1
    return position


def _tokens(text: str, start: int, end: int, words: DateWords) -> Tokens:
    tokens = Tokens([], [], [], [])
    position = start
    for match in _TOKEN.finditer(text, start, end):
        if match.start() < position:
            continue
        if match.lastgroup == "word":
            position = _add_word(tokens, text, match[0], match.start(), words)
        else:
            _add(tokens, text, match)
    _settle_years(tokens, text)
    return tokens


def _add(tokens: Tokens, text: str, match: re.Match[str]) -> None:
    """Adds what is no word."""
    kind, form = match.lastgroup or "", match[0]
    start, end = match.span()
    if kind == "number":
        _add_number(tokens, form, start, end)
    elif kind == "sign":
        tokens.add(_mark(text, start), form, start, end)
    elif kind in _VALUED:
        sort, value = _VALUED[kind]
        tokens.add(sort, value(form), start, end)
    else:
        tokens.add(kind, form, start, end)


def _of_this_century(figures: str) -> int:
    year = int(figures[1:])
    return year + (1900 if year > _CENTURY_TURNS else 2000)


_VALUED: dict[str, tuple[str, Callable[[str], int | str]]] = {
    "money": ("other", str),
    "glued": ("other", str),
    "nth": ("nth", lambda form: int(form[:-2])),
    "fraction": ("half", str),
    "short_year": ("short_year", _of_this_century),
    "hour": ("clock", str),
    "stamp": ("clock", lambda form: form.strip("TZ")),
}


def _mark(text: str, at: int) -> str:
    if text[at] in _HYPHENS:
        return "hyphen" if at > 0 and text[at - 1].isalnum() and text[at + 1 : at + 2].isalnum() else "dash"
    return _MARKS.get(text[at], "other")


def _add_word(tokens: Tokens, text: str, form: str, start: int, words: DateWords) -> int:
    """Adds a word, or the form of several words that begins with it, and returns where the next may begin."""
    end = start + len(form)
    if (known := words.cased.get(form)) is None:
        lower = form.lower()
        known = words.plain.get(lower)
        if (phrases := words.phrases.get(lower)) and (phrase := phrases[0].match(text, start)):
            known, end = phrases[1]["".join(phrase[0].lower().split())], phrase.end()
    if known is None or form in "aApP":
        if form in "aApP" and (noon := _AMPM.match(text, start)):
            tokens.add("ampm", form.lower(), start, noon.end())
            return noon.end()
        if known is None:
            tokens.add(_sort_of_unknown(form), form, start, end)
            return end
    tokens.signs.append(known[0])
    tokens.values.append(known[1])
    tokens.starts.append(start)
    tokens.ends.append(end)
    return end


def _sort_of_unknown(form: str) -> str:
    if form in _NOONS:
        return "ampm"
    if len(form) == 2 and form[0] in "QH" and form[1] in "1234":
        return "quarter_number" if form[0] == "Q" else "half_number"
    return "cap" if form[0].isupper() else "word"


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
