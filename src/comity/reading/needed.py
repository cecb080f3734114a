"""Which words a text must have for a pattern to match, read off the pattern itself.

A pattern is turned into the texts that it may match, written with three signs: letters, `" "` for an end of a word and
`"*"` for anything at all. Each such text must then hold one of its own words. Where a part is not understood it is
`"*"`, so that a pattern needs too little rather than too much.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib import import_module
from itertools import product
from typing import Any

import msgspec

_MOST, _MOST_FORMS = 160, 1200
# The letters of a word that stand for all that begin with them: "presid" for "presided", "president".
STEM = 4
_SMALL_SET, _FEW = 6, 2
_PATIENCE = 3
_COMMON = frozenset(
    ("the", "and", "for", "with", "from", "that", "this", "their", "was", "were", "has", "have", "had", "been", "will", "would",
     "which", "said", "its", "his", "are", "who")
)  # fmt: skip
# Of a word by its length: the shorter the commoner. What costs more than the most is in nearly every sentence.
_COSTS = (900, 900, 300, 40, 4, 3, 2)
_DEAREST = 700
_parser: Any = import_module("re._parser")


class Need(msgspec.Struct, frozen=True):
    """Words and beginnings of words, of which a text has one: words {"chair"}, stems {"pres"}."""

    words: frozenset[str]
    stems: frozenset[str] = frozenset()

    @property
    def cost(self) -> int:
        """How often a text has one of them, roughly: short and common words are everywhere."""
        return sum(map(cost, self.words)) + 4 * len(self.stems)


class _Part(msgspec.Struct, frozen=True):
    """The texts that a part of a pattern may match, and what it needs besides."""

    texts: frozenset[str]
    needs: tuple[Need, ...] = ()


_ANYTHING, _NOTHING, _END = frozenset("*"), frozenset(("",)), frozenset(" ")


def needs_of(pattern: str, flags: int) -> tuple[Need, ...]:
    """The needs of a pattern, the rarest first; none where it may match without any word that is known."""
    steps = [_part(str(code), value) for code, value in _parser.parse(pattern, flags)]
    part = _in_row([_Part(_ANYTHING), *steps, _Part(_ANYTHING)], whole=True)
    needs = [one for one in {*part.needs, *_need(part.texts)} if one.cost < _DEAREST]
    return tuple(sorted(needs, key=lambda one: (one.cost, sorted(one.words)))[:_PATIENCE])


def cost(word: str) -> int:
    """How common a word is, as far as its length tells."""
    return _COSTS[0] if word in _COMMON else _COSTS[min(len(word), len(_COSTS) - 1)]


def _need(texts: Iterable[str]) -> tuple[Need, ...]:
    """One word of each of some texts that they must have; none where a text has no word."""
    words, stems = set(), set()
    for text in texts:
        tokens = _tokens(text)
        if not tokens:
            return ()
        token = min(tokens, key=lambda one: (cost(one.rstrip("*")), -len(one), one))
        if token.endswith("*"):
            stems.add(token[:STEM])
        else:
            words.add(token)
    return (Need(frozenset(words), frozenset(stems)),)


def _tokens(text: str) -> list[str]:
    """The whole words of a text and, with "*", the beginnings that tell enough of a word."""
    pieces = text.split(" ")
    tokens = []
    for number, piece in enumerate(pieces):
        start, star, _ = piece.partition("*")
        open_left, open_right = number == 0, star or number == len(pieces) - 1
        if not start or open_left:
            continue
        if not open_right:
            tokens.append(start)
        elif len(start) >= STEM:
            tokens.append(start + "*")
    return tokens


def _in_row(parts: Iterable[_Part], *, whole: bool = False) -> _Part:
    """Parts one after another: their texts joined while they are few; what is joined needs one of its words. In a whole
    pattern each word that ends is a need of its own."""
    texts = _NOTHING
    needs: list[Need] = []
    for part in parts:
        needs += part.needs
        if len(texts) * len(part.texts) > (_MOST if min(len(texts), len(part.texts)) > _FEW else _MOST_FORMS):
            needs += _need(text + "*" for text in texts)
            texts = _ANYTHING
        texts = frozenset(_joined(one, other) for one, other in product(texts, part.texts))
        if whole and all(text.endswith(" ") for text in texts) and (found := _need(texts)):
            needs += found
            texts = _END
    return _Part(texts, tuple(needs))


def _joined(one: str, other: str) -> str:
    """Two texts in a row. What an "anything" has beside itself without an end of a word tells nothing."""
    both = one + other
    while "**" in both or "  " in both:
        both = both.replace("**", "*").replace("  ", " ")
    return both


def _sequence(pattern: Iterable[tuple[Any, Any]]) -> _Part:
    return _in_row(_part(str(code), value) for code, value in pattern)


def _part(code: str, value: Any) -> _Part:
    """What one step of a parsed pattern may match."""
    match code:
        case "LITERAL":
            return _Part(frozenset((_letter(value),)))
        case "IN":
            return _Part(_set(value))
        case "AT":
            return _Part(_END if str(value) != "AT_NON_BOUNDARY" else _NOTHING)
        case "BRANCH":
            return _either([_sequence(one) for one in value[1]])
        case "SUBPATTERN":
            return _sequence(value[-1])
        case "ATOMIC_GROUP":
            return _sequence(value)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            return _repeated(*value)
        case "ASSERT":
            return _Part(_NOTHING)
        case "ASSERT_NOT":
            return _Part(_END if _is_word_sign(value[1]) else _NOTHING)
    return _Part(_ANYTHING)


def _letter(code: int) -> str:
    sign = chr(code).lower()
    if len(sign) > 1:
        return "*"
    return sign if sign.isalnum() or sign == "_" else " "


def _is_word_sign(pattern: Sequence[tuple[Any, Any]]) -> bool:
    """Whether what must not stand here is, among others, any letter: `(?!\\w)`, `(?<![\\w-])`."""
    if len(pattern) != 1 or str(pattern[0][0]) != "IN":
        return False
    told = [str(value) for _, value in pattern[0][1]]
    return "CATEGORY_WORD" in told and not any(str(code) == "NEGATE" for code, _ in pattern[0][1])


def _set(members: Sequence[tuple[Any, Any]]) -> frozenset[str]:
    """A set of signs: a few letters, or only signs that end a word; else anything."""
    codes = [str(code) for code, _ in members]
    if "NEGATE" in codes:
        return _END if any(str(value) == "CATEGORY_WORD" for _, value in members) else _ANYTHING
    signs = {_sign(str(code), value) for code, value in members}
    return frozenset(signs) if len(signs) <= _SMALL_SET and "*" not in signs else _ANYTHING


def _sign(code: str, value: Any) -> str:
    """One sign of a set, an end of a word or, where it may be many, anything."""
    if code == "LITERAL":
        return _letter(value)
    return " " if str(value) in ("CATEGORY_SPACE", "CATEGORY_NOT_WORD") else "*"


def _either(parts: Sequence[_Part]) -> _Part:
    """One of several parts: all their texts where these are few, else anything with a word of one of them."""
    if all(not part.needs for part in parts):
        texts = frozenset().union(*(part.texts for part in parts))
        if len(texts) <= _MOST_FORMS:
            return _Part(texts)
    best = [min((*part.needs, *_need(part.texts)), key=lambda one: one.cost, default=None) for part in parts]
    known = [one for one in best if one is not None]
    if len(known) < len(parts):
        return _Part(_ANYTHING)
    words, stems = (frozenset().union(*some) for some in ([one.words for one in known], [one.stems for one in known]))
    return _Part(_ANYTHING, (Need(words, stems),))


def _repeated(least: int, most: int, pattern: Iterable[tuple[Any, Any]]) -> _Part:
    part = _sequence(pattern)
    if part.texts == _END:
        return _Part(_END | _NOTHING) if least == 0 else part
    # Whatever comes between, a word ends where the last of them ends.
    last = " " if all(text.endswith(" ") for text in part.texts) else ""
    if least == 0:
        return _Part((frozenset(("*" + last,)) if most > 1 or part.needs else part.texts) | _NOTHING)
    if most == 1:
        return part
    return _Part(frozenset(_joined(text, "*" + last) for text in part.texts), part.needs)
