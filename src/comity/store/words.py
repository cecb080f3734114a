"""The words that reports are searched by, and the places in them that a search found."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

import msgspec

# Scripts that put no spaces between words: each character is a word, and a word of several is a phrase.
_SPACELESS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0e7f"
_TOKEN = re.compile(rf"[{_SPACELESS}]|[^\W_{_SPACELESS}]+")
_PIECE = re.compile(rf'"([^"]*)"|([{_SPACELESS}]+|[^\W_{_SPACELESS}]+)')
_SPACELESS_RUN = re.compile(rf"[{_SPACELESS}]+")
# Letters of Latin script with marks, of which some writers leave the marks out: Türkiye, Turkiye.
_MARKED = re.compile("[\u00c0-\u017f]")

# Databases refuse to index a report that is longer than any.
_MOST_CHARACTERS = 200_000
_MOST_TERMS = 24
# From this length on words are found with other endings, too; so much of them must be the same.
_INFLECTED, _KEPT = 5, 0.75

_BEFORE, _SNIPPET = 60, 240
_MOST_PLACES = 500


class Term(msgspec.Struct, frozen=True):
    """One thing to be found: tokens that follow one another, of which the last may be a word's beginning.

    "министров" is `("министров",)`, or what starts with `министр`; 上合 is the phrase 上, 合.
    """

    tokens: tuple[str, ...]
    stem: str | None = None


class Snippet(msgspec.Struct, frozen=True):
    """Words of a report around what was found: `text[start:]` begins with `text`, in which `marks` are the finds."""

    start: int
    text: str
    marks: tuple[tuple[int, int], ...] = ()


def spaced(text: str) -> str:
    """The tokens of a text with spaces between, as they are indexed."""
    return " ".join(tokens_of(text[:_MOST_CHARACTERS]))


def tokens_of(text: str) -> list[str]:
    return _TOKEN.findall(_MARKED.sub(_plain, text).lower())


def terms_of(query: str) -> tuple[Term, ...]:
    """What a query asks for: words, all of them; what stands in quotation marks as a phrase, as it is."""
    found = [_term(quoted, word) for quoted, word in _PIECE.findall(query)]
    return tuple(dict.fromkeys(term for term in found if term.tokens))[:_MOST_TERMS]


def snippet_of(text: str, terms: Sequence[Term]) -> Snippet:
    """The part of a text with the most of what was asked for; its beginning where that is only in the title."""
    places = list(_places(text, terms))
    best = max(range(len(places)), key=lambda at: _worth(places, at), default=None)
    start = 0 if best is None else _word_start(text, max(0, places[best][0] - _BEFORE))
    end = _word_end(text, start, min(len(text), start + _SNIPPET))
    marks = tuple((a - start, b - start) for a, b, _ in places if start <= a and b <= end)
    return Snippet(start, text[start:end], marks)


def _plain(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFD", found[0])[0]


def _term(quoted: str, word: str) -> Term:
    tokens = tuple(tokens_of(quoted or word))
    inflected = word and len(tokens) == 1 and len(tokens[0]) >= _INFLECTED and not tokens[0].isdigit()
    return Term(tokens, tokens[0][: max(4, round(len(tokens[0]) * _KEPT))] if inflected else None)


def _places(text: str, terms: Sequence[Term]) -> Iterator[tuple[int, int, int]]:
    """Where in a text its terms are, in order, and which of them."""
    if not terms:
        return
    pattern = re.compile("|".join(f"({_pattern(term)})" for term in terms), re.IGNORECASE)
    for count, found in enumerate(pattern.finditer(text)):
        if count == _MOST_PLACES:
            return
        yield found.start(), found.end(), found.lastindex or 0


def _pattern(term: Term) -> str:
    gap = r"[\W_]*" if _SPACELESS_RUN.fullmatch("".join(term.tokens)) else r"[\W_]+"
    if gap == r"[\W_]*":
        return gap.join(term.tokens)
    body = gap.join(map(_with_marks, term.tokens))
    return rf"\b{_with_marks(term.stem)}\w*" if term.stem else rf"\b{body}\b"


def _with_marks(token: str) -> str:
    """Letters of Latin script are found with their marks, too."""
    return "".join(_LETTERS.get(letter, letter) for letter in token)


def _letters() -> dict[str, str]:
    found: dict[str, str] = {}
    for code in range(0xC0, 0x180):
        plain = unicodedata.normalize("NFD", chr(code).lower())[0]
        if plain.isascii():
            found[plain] = found.get(plain, plain) + chr(code)
    return {plain: f"[{''.join(sorted(set(letters)))}]" for plain, letters in found.items()}


_LETTERS = _letters()


def _worth(places: Sequence[tuple[int, int, int]], at: int) -> tuple[int, int]:
    """How many different terms a snippet from here has; of equals the first."""
    begin = places[at][0]
    end = begin + _SNIPPET - _BEFORE
    near = {which for a, _, which in places[at : at + 50] if a < end}
    return len(near), -begin


def _word_start(text: str, at: int) -> int:
    if at == 0:
        return 0
    gap = re.compile(r"\s").search(text, at, at + _BEFORE)
    return gap.end() if gap else at


def _word_end(text: str, start: int, at: int) -> int:
    if at == len(text):
        return at
    gap = text.rfind(" ", start + _SNIPPET // 2, at)
    return gap if gap > 0 else at
