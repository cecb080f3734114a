"""What a person's name looks like in running text, and which capitals are no name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from comity.catalog.cue_files import load_cues
from comity.reading.mentions import Mention
from comity.reading.phrases import alternatives

# A capital of any Latin script, and a letter that damage turned into a replacement sign.
_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻŁŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŲŹŻŽƏȘȚ]"
_LETTER = r"[^\W\d_]|\ufffd"
_PART = rf"{_CAPITAL}(?:(?:{_LETTER})|[’'](?!s\b)(?={_LETTER}))*"
TOKEN = rf"(?:(?:(?:al|el|as|ad|ash|an|ar|at|az|ut)-)?{_PART}(?:-(?:{_LETTER})+)*)"
_INITIAL = r"(?:(?:[A-Z]|Sh|Kh|Zh|Ch|Yu|Ya|Ye|Yo|Ts|Dz|Gh)\.(?:[A-Z]\.)*|[A-Z](?=\s(?:d[aeo]s?\s)?[A-Z][a-z]))"
_WORD = re.compile(r"\S+")
# Mentions that a name may contain or touch: a city that is a surname, a common cue word.
_OPEN_KINDS = ("city", "level_nouns", "event_noun", "event_verb", "hosting", "institution", "mode", "series")


class NameShapes(msgspec.Struct, frozen=True):
    """Compiled shapes of one language: a whole name, the same with titles before it, and words that are no names."""

    name: re.Pattern[str]
    titled: re.Pattern[str]
    title: re.Pattern[str]
    style: re.Pattern[str]
    entry: re.Pattern[str]
    address: re.Pattern[str]
    not_names: frozenset[str]
    particles: frozenset[str]
    family_first: frozenset[str]
    given: frozenset[str]
    families: frozenset[str]


@lru_cache(maxsize=8)
def name_shapes(language: str) -> NameShapes:
    words, names = load_cues(language, "people"), load_cues(language, "given_names")
    titles = alternatives(words["titles"], space=r"\ ")
    styles = "|".join(words["styles"])
    particles = "|".join(words["particles"])
    link = rf"(?:\s(?:(?:{particles})\s){{0,2}}|\s)"
    word = rf"(?:{_INITIAL}|{TOKEN})"
    name = rf"(?:(?:{particles})\s){{0,2}}{word}(?:{link}{word}){{0,5}}(?:\s(?:ogly|oglu|qizi|kyzy|uulu))?"
    return NameShapes(
        name=re.compile(name),
        titled=re.compile(rf"(?:,\s|\s{{1,2}})?(?:(?:{titles})\s)*(?P<name>{name})"),
        title=re.compile(rf"(?<!\w)(?:(?:{titles})\s)+(?={_CAPITAL})"),
        entry=re.compile(rf"\s*(?::|\s[-–—]|\t)\s*(?:(?:{titles})\s*)*"),
        # "Lesotho His Excellency the": a state that opens a line, and the forms of address before a name or an office.
        address=re.compile(rf"\s+(?:(?:the\s+)?(?:{titles})\s+)*"),
        style=re.compile(rf"(?<!\w)(?<!Secretary )(?:{styles})\s(?={_CAPITAL})"),
        not_names=frozenset(words["not_names"]),
        particles=frozenset(words["particles"]),
        family_first=frozenset(words["family_first"]),
        given=frozenset(names["given"]),
        families=frozenset(names["family_first"]),
    )


def blocking(mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions that a name cannot run over: states, organizations, offices."""
    return [mention for mention in mentions if mention.kind not in _OPEN_KINDS]


def clean_name(
    text: str, start: int, end: int, blocked: Sequence[Mention], shapes: NameShapes
) -> tuple[int, int] | None:
    """The part of `start:end` that is a name: up to the first word that is something else; None if none is left."""
    for mention in blocked:
        if mention.start >= end:
            break
        if mention.end > start:
            if mention.start <= start:
                return None
            end = mention.start
    line = text.find("\n", start, end)
    if line > 0 and text[start:line].isupper() != text[line + 1 : end].isupper():
        end = line  # a heading in capitals
    kept = start
    for word in _WORD.finditer(text, start, end):
        plain = word[0].rstrip(",;:")
        if plain in shapes.not_names:
            break
        if plain not in shapes.particles or plain in ("ogly", "oglu", "qizi", "kyzy", "uulu"):
            kept = word.start() + len(plain)
    return (start, kept) if kept > start and not _shouted(text, start, kept) else None


def bare_name(text: str, start: int, end: int, shapes: NameShapes) -> tuple[int, int]:
    """A name without the forms of address before it, which a single word keeps: "H.E. Mr. Robert Dussey", "Sheikh Hasina"."""
    title = shapes.title.match(text, start, end)
    if title and " " in text[title.end() : end]:
        return title.end(), end
    return start, end


def _shouted(text: str, start: int, end: int) -> bool:
    """Whether the name stands in words that are all capitals, where nothing tells a name."""
    if not text[start:end].isupper() or end - start < 4:
        return False
    around = text[max(0, start - 40) : end + 40]
    return sum(letter.isupper() for letter in around) > 0.6 * sum(letter.isalpha() for letter in around)


def plain(name: str) -> str:
    """A name on one line, in ordinary letters: "Patrice TALON" is Patrice Talon."""
    words = name.split()
    if len(words) > 1 and any(word.isupper() and len(word) > 2 and "." not in word for word in words):
        words = [_lowered(word) if word.isupper() and len(word) > 2 and word not in _ROMAN else word for word in words]
    return " ".join(words)


_ROMAN = ("III", "VII", "VIII", "XIV")


def _lowered(word: str) -> str:
    return re.sub(r"[^\W\d_]+", lambda part: part[0].capitalize(), word)
