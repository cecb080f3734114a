"""What does not distinguish names: case, accents, "the", kinds of apostrophe and dash, brackets, abbreviation."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import msgspec

from comity.catalog.yaml_file import read_yaml

_HAN = re.compile(r"[\u3400-\u9fff]")
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_QUOTES = re.compile(r"[«»„“”\"‹›《》〈〉「」『』]")
_APOSTROPHES = re.compile(r"[’‘`´ʼʻ'′]")
_DASHES = re.compile(r"[‐‑‒–—―−－-]")
_SPACED_DASHES = re.compile(r"\s*[‐‑‒–—―−－-]+\s*")
_INITIALS = re.compile(r"(?<=\b\w)\.\s?(?=\w\b)")
_STOPS = re.compile(r"[.,()\[\]/]")
_HAN_FILLING = re.compile(r"[\s()（）·・‧‐‑‒–—―−－-]")
_LETTER_AND_NUMBER = re.compile(r"\b([^\W\d_]) (?=\d)")
_PLUS = re.compile(r"\s*\+\s*| plus\b(?= |$)")
_INVERTED = re.compile(r"(?P<base>[^,()]+?)\s*(?:,\s*(?P<rest>[^,()]+)|\(\s*(?P<inside>[^()]+)\))\s*")
_ARTICLE = re.compile(r"the\s+", re.IGNORECASE)
# Letters that do not decompose.
_PLAIN = str.maketrans({"ё": "е", "ø": "o", "ı": "i", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe"})


class Spelling(msgspec.Struct, frozen=True):
    """The St. of "St. Kitts & Nevis" is a saint: which words are read as which, everywhere or as the `first`.

    `characters` are code points of traditional characters to those of simplified ones: 聯合國 is 联合国.
    """

    words: dict[str, str] = {}
    first: dict[str, str] = {}
    characters: dict[int, int] = {}

    def fold(self, text: str) -> str:
        """The form under which a name is known, however it is spelled."""
        plain = tidy(text).casefold()
        if _HAN.search(plain):
            return _PLUS.sub("+", _HAN_FILLING.sub("", plain.translate(self.characters)))
        plain = _APOSTROPHES.sub("", plain if plain.isascii() else unaccented(plain)).replace("&", " and ")
        plain = _STOPS.sub(" ", _INITIALS.sub("", _SPACED_DASHES.sub("-", plain)))
        words = [word for part in plain.split() for word in self._word(part).split() if word != "the"]
        if len(words) > 1:
            words[0] = self.first.get(words[0], words[0])
        return _PLUS.sub("+", _LETTER_AND_NUMBER.sub(r"\1", " ".join(words)))

    def _word(self, word: str) -> str:
        """A word, or words joined by dashes, in the spelling that counts."""
        if word in self.words or "-" not in word:
            return self.words.get(word, word)
        return " ".join(self.words.get(part, part) for part in word.split("-"))


def read_spelling(root: Path) -> Spelling:
    """The rules of `spelling.yaml`."""
    raw = read_yaml(root / "spelling.yaml", "spelling.yaml")
    traditional, simplified = ("".join(raw["characters"][key].split()) for key in ("traditional", "simplified"))
    characters = dict(zip(map(ord, traditional), map(ord, simplified), strict=True))
    return Spelling(raw["words"], raw["first"], characters)


def tidy(text: str) -> str:
    """The text without quotation marks, hidden signs and marks at its ends; full-width letters in half width."""
    plain = unicodedata.normalize("NFKC", text) if not text.isascii() else text
    return " ".join(_QUOTES.sub("", _INVISIBLE.sub("", plain)).split()).strip(" .,;:!?。，；：！？、")


def bare(text: str) -> str:
    """An acronym as it is written, without stops, spaces and "the": "the U.S." is US, and "us" is not."""
    plain = tidy(text)
    article = _ARTICLE.match(plain)
    return re.sub(r"[.\s'’-]", "", plain[article.end() :] if article else plain)


def is_han(text: str) -> bool:
    return bool(_HAN.search(text))


def turned(text: str) -> list[str]:
    """ "Korea, Republic of", "Egypt, Arab Rep." and "Iran (Islamic Republic of)" the right way round."""
    match = _INVERTED.fullmatch(tidy(text))
    if match is None:
        return []
    rest, base = match["rest"] or match["inside"], match["base"]
    return [f"{rest} {base}", f"{rest} of {base}"]


def parts(text: str) -> tuple[str, str] | None:
    """ "Myanmar (Burma)" as its two names."""
    match = _INVERTED.fullmatch(tidy(text))
    return (match["base"], match["inside"]) if match and match["inside"] else None


def unaccented(text: str) -> str:
    """Latin letters without accents; Cyrillic й keeps its breve, ё becomes е."""
    kept = []
    for letter in text.translate(_PLAIN):
        first = unicodedata.normalize("NFD", letter)[0]
        if not unicodedata.combining(letter):
            kept.append(first if first.isascii() else letter)
    return "".join(kept)
