"""The words of a text around the places where a date may be, each with its sort."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from comity.reading.when.lexicon import DateWords, date_words
from comity.reading.when.notation import SIGNS

# How far back from a telling word the words that belong to its expression are looked for.
_REACH = 100
_WORD = re.compile(r"[^\W_]+")

_TOKEN = re.compile(
    r"""(?P<stamp>(?<=\d)T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)
    |(?P<word>[^\W\d_]\w*)
    |(?P<iso>(?:1[5-9]|20)\d\d(?P<mark>[-/.])(?:0?[1-9]|1[0-2])(?P=mark)(?:[0-2]?\d|3[01])(?!\d))
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
_PIECE = re.compile(r"\w+|[^\w\s]|\s+")
_ENDS_NUMBER = re.compile(r"(?! ?%)[ ,.)\n](?!\d)| (?!%)|\Z")
# Begins with one set of letters, so that the engine can skip to them.
_DIGITS = re.compile(
    r"[0-9'’](?:(?<=1)[5-9]\d\d|(?<=2)0\d\d|(?<=\d)(?:\d?[:./-]\d\d?|0['’]?s\b|(?:st|nd|rd|th)\b|\s?[aApP](?:\.\s?)?[mM]\b)|(?<=['’])\d\d\b)"
)
_AMPM = re.compile(r"[aApP](?:\.\s?[mM]\b\.?|\s[mM]\.)")
_NOON_LETTERS = frozenset("aApP")
_NOONS = "am", "pm", "AM", "PM"
_HYPHENS = "-–—‑"
# Years of two figures above this are of the last century.
_CENTURY_TURNS = 40
_A_YEAR, _A_COUNT, _A_NUMBER, _A_HYPHEN = SIGNS["year"], SIGNS["count"], SIGNS["number"], SIGNS["hyphen"]
_A_DOT, _A_DECADE = SIGNS["dot"], SIGNS["decade"]
_CENTURIES = frozenset(((_A_NUMBER, 19), (_A_NUMBER, 20)))
_TEN = 10
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
# A year may stand after these whatever follows.
_BEFORE_YEAR = frozenset(
    SIGNS[sort]
    for sort in ("month", "doubtful_month", "short_month", "in", "article", "the", "part", "season", "doubtful_season", "half", "day", "nth",
                 "quarter_unit", "since", "between", "open", "hyphen", "dash", "fiscal", "before", "until", "apostrophe", "cap", "acronym")
)  # fmt: skip
_NOT_BEFORE_YEAR = frozenset(SIGNS[sort] for sort in ("numbered", "hundred", "other"))
_LISTS_YEARS = frozenset((SIGNS["and"], SIGNS["or"], SIGNS["comma"]))
_BEFORE_DECADE = frozenset((SIGNS["the"], SIGNS["part"], SIGNS["hyphen"], SIGNS["and"]))
_NOT_AFTER_YEAR = frozenset(
    SIGNS[sort]
    for sort in ("counted", "hundred", "units", "unit", "day_unit", "week_unit", "month_unit", "year_unit", "zone", "ampm")
)  # fmt: skip


Token = tuple[str, int | str, int, int]
"""The sign of a word's sort, what the word is worth, and where it begins and ends."""


def stretches(text: str, language: str) -> Iterator[tuple[str, list[Token]]]:
    """The stretches of the text in which dates may be, in order, none over another: around each telling word the words
    that a date can be made of, and one more on each side; first all their signs in a row."""
    words = date_words(language)
    done = 0
    for first, last in _triggers(text, words):
        if first < done:
            continue
        start = _begin(text, done, first, words)
        done, end = _run(text, last, words)
        tokens = _tokens(text, start, end, words)
        yield _settled(tokens, text), tokens


def _begin(text: str, lowest: int, position: int, words: DateWords) -> int:
    """Where the last word before a position stands that belongs to no date."""
    lowest = max(lowest, position - _REACH)
    end = position
    while (blank := text.rfind(" ", lowest, end)) >= 0:
        word = text[blank + 1 : end]
        if word.isalpha() and not words.knows(word):
            return blank + 1
        if word and not word.isalpha():
            break
        end = blank
    return _begin_among_marks(text, lowest, end, words)


def _begin_among_marks(text: str, lowest: int, position: int, words: DateWords) -> int:
    while text[lowest - 1 : lowest + 1].isalnum() and lowest < position:
        lowest += 1
    start = position
    for word in reversed(_WORD.findall(text, lowest, position)):
        start = text.rindex(word, lowest, start)
        if not words.knows(word):
            return start
    return lowest


def _run(text: str, position: int, words: DateWords) -> tuple[int, int]:
    """Where the words from a position on that may belong to a date end, and the word after them."""
    end = position
    for word in _WORD.finditer(text, position):
        if not words.knows(word[0]):
            return end, word.end()
        end = word.end()
    return len(text), len(text)


def _triggers(text: str, words: DateWords) -> list[tuple[int, int]]:
    found = [
        (start, end)
        for _, start, end in words.triggers.find_matches_as_indexes(text)
        if not text[end : end + 1].isalpha() and (start == 0 or not text[start - 1].isalpha())
    ]
    found += [match.span() for match in _DIGITS.finditer(text)]
    found.sort()
    return found


def _tokens(text: str, start: int, end: int, words: DateWords) -> list[Token]:
    """Plain words and marks are looked up; only what is neither is read letter by letter."""
    tokens: list[Token] = []
    position, simple = start, words.simple
    last = start
    for piece in _PIECE.findall(text, start, end):
        first = last
        last += len(piece)
        if piece == " " or last <= position:
            continue
        if first < position:
            position = _read(text, position, last, end, words, tokens)
        elif (worth := simple.get(piece)) is not None:
            tokens.append((*worth, first, last))
        elif len(piece) > 2 and piece.isalpha() and not words.knows(piece):
            tokens.append((SIGNS[_unknown(piece)], piece, first, last))
        elif piece.isalpha():
            tokens.append(_word(text, piece, first, last, words))
            position = tokens[-1][3]
        elif piece.isdecimal() and _ENDS_NUMBER.match(text, last):
            tokens.append(_number(piece, first, last))
        else:
            position = _read(text, first, last, end, words, tokens)
    return tokens


def _settled(tokens: list[Token], text: str) -> str:
    """The signs in a row, each figure's by its neighbours."""
    row = "".join([token[0] for token in tokens])
    if _A_DECADE not in row and _A_YEAR not in row and _A_NUMBER not in row:
        return row
    if _A_DECADE in row:
        _settle_decades(tokens)
    if _A_YEAR in row:
        _settle_years(tokens, text)
    if _A_NUMBER in row:
        _join_spelled_years(tokens)
    return "".join([token[0] for token in tokens])


def _read(text: str, start: int, last: int, end: int, words: DateWords, tokens: list[Token]) -> int:
    """Adds the tokens that begin in `start:last` and returns where they end."""
    while start < last:
        match = _TOKEN.match(text, start, end)
        if match is None:
            start += 1
        elif match.lastgroup == "word":
            tokens.append(_word(text, match[0], *match.span(), words))
            start = tokens[-1][3]
        else:
            tokens.append(_other(text, match.lastgroup or "", match[0], *match.span()))
            start = match.end()
    return start


def _other(text: str, kind: str, form: str, start: int, end: int) -> Token:
    """What is no word."""
    if kind == "number":
        return _number(form, start, end)
    if kind == "sign":
        return SIGNS[_mark(text, start)], form, start, end
    if kind in _VALUED:
        sort, value = _VALUED[kind]
        return SIGNS[sort], value(form), start, end
    return SIGNS[kind], form, start, end


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
    "iso": ("iso", lambda form: "-".join(figure.rjust(2, "0") for figure in re.split(r"[-/.]", form))),
    "stamp": ("clock", lambda form: form.strip("TZ")),
}


def _mark(text: str, at: int) -> str:
    if text[at] in _HYPHENS:
        return "hyphen" if at > 0 and text[at - 1].isalnum() and text[at + 1 : at + 2].isalnum() else "dash"
    return "other"


def _word(text: str, form: str, start: int, end: int, words: DateWords) -> Token:
    """A word, or the form of several words that begins with it."""
    if form in _NOON_LETTERS and text[end : end + 1] in ". " and (noon := _AMPM.match(text, start)):
        return SIGNS["ampm"], form.lower(), start, noon.end()
    known, phrases = words.beginning.get(form) or words.meet(form)
    if phrases and (phrase := phrases.match(text, start, end)):
        known, end = phrase
    return (*known, start, end) if known else (SIGNS[_sort_of_unknown(form)], form, start, end)


def _sort_of_unknown(form: str) -> str:
    if form in _NOONS:
        return "ampm"
    if len(form) == 2 and form[0] in "QH" and form[1] in "1234":
        return "quarter_number" if form[0] == "Q" else "half_number"
    return _unknown(form)


def _unknown(form: str) -> str:
    """In capitals or with a figure in it ("APEC", "G20"), with a capital, or in small letters."""
    if not form[0].isupper():
        return "word"
    return "acronym" if len(form) > 1 and (not form.isalpha() or (len(form) > 2 and form.isupper())) else "cap"


def _number(digits: str, start: int, end: int) -> Token:
    if digits.isdecimal() and len(digits) <= 2 and 1 <= int(digits) <= 31:
        return SIGNS["day"], int(digits), start, end
    if _YEAR.fullmatch(digits):
        return SIGNS["year"], int(digits), start, end
    return SIGNS["count"], int(digits) if digits.isdecimal() and len(digits) < 7 else digits, start, end


def _settle_years(tokens: list[Token], text: str) -> None:
    """Figures of four digits that count something are no years: "2020 people", "resolution 1973"."""
    for number, (sign, value, start, end) in enumerate(tokens):
        if sign == _A_YEAR and not _is_year(tokens, number, text):
            tokens[number] = _A_COUNT, value, start, end


def _settle_decades(tokens: list[Token]) -> None:
    """The 1990's are a decade, 2020's second summit is of one year."""
    for number, (sign, form, start, end) in enumerate(tokens):
        figures = str(form)
        before = tokens[number - 1][0] if number else ""
        if sign == _A_DECADE and figures[:4].isdecimal() and figures[4:5] in "'’" and before not in _BEFORE_DECADE:
            tokens[number] = _A_YEAR, int(figures[:4]), start, end - 2


def _is_year(tokens: list[Token], number: int, text: str) -> bool:
    before = tokens[number - 1][0] if number else ""
    if before == _A_DOT and number > 1 and tokens[number - 2][0] in _NOT_BEFORE_YEAR:
        return False
    after, _, start, end = tokens[number + 1] if number + 1 < len(tokens) else ("", "", 0, 0)
    if before in _NOT_BEFORE_YEAR or after in _NOT_AFTER_YEAR:
        return False
    if before in _LISTS_YEARS and number > 1 and tokens[number - 2][0] == _A_YEAR:
        return True
    if before in _BEFORE_YEAR or not before or after != SIGNS["word"]:
        return True
    return not (text[end - 1] == "s" and end - start > 3)


def _join_spelled_years(tokens: list[Token]) -> None:
    """Nineteen ninety-six and the year two thousand are one word each; other numbers in a row are no year."""
    number = 0
    while number < len(tokens):
        if tokens[number][:2] in _CENTURIES and (last := _spelled_year(tokens, number)):
            figures = [int(token[1]) for token in tokens[number + 1 : last] if token[0] == _A_NUMBER]
            year = int(tokens[number][1]) * 100 + sum(figures)
            tokens[number:last] = [(_A_YEAR, year, tokens[number][2], tokens[last - 1][3])]
        number += 1


def _spelled_year(tokens: list[Token], number: int) -> int:
    """Where the year in words that begins with this one ends, 0 where there is none."""
    signs = "".join(token[0] for token in tokens[number + 1 : number + 4])
    tens = tokens[number + 1][1] if signs.startswith(_A_NUMBER) else 0
    if not isinstance(tens, int) or not _TEN <= tens < 100:
        return 0
    one = tokens[number + 3][1] if tens >= 20 and signs == _A_NUMBER + _A_HYPHEN + _A_NUMBER else _TEN
    return number + (4 if isinstance(one, int) and one < _TEN else 2)
