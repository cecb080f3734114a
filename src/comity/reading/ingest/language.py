"""Which language a text is in, by its script."""

from __future__ import annotations

import re

_SCRIPTS = {
    "en": re.compile(r"[A-Za-z\u00c0-\u024f]"),
    "ru": re.compile(r"[\u0400-\u04ff]"),
    "zh": re.compile(r"[\u3400-\u9fff\uf900-\ufaff]"),
}
# A Chinese character carries as much as about three letters.
_WEIGHT = {"en": 1, "ru": 1, "zh": 3}
_ANY_LETTER = re.compile(r"[^\W\d_]")
# Languages written in scripts that the three above are not, or are shared with.
_CYRILLIC = frozenset(("ru", "uk", "be", "bg", "mk", "sr", "kk", "ky", "tg", "mn", "tt", "ba"))
_HAN = frozenset(("zh", "ja", "yue"))
_OTHER = frozenset(
    (
        "ar",
        "fa",
        "ur",
        "ps",
        "he",
        "hi",
        "bn",
        "ta",
        "te",
        "ko",
        "ka",
        "hy",
        "el",
        "th",
        "km",
        "lo",
        "my",
        "am",
        "ne",
        "si",
        "dv",
        "ug",
        "ckb",
    )
)


def language_of(text: str) -> str | None:
    """`ru` for Cyrillic, `zh` for Han, `en` for Latin letters; None where most letters are of none of these."""
    counts = {language: len(script.findall(text)) for language, script in _SCRIPTS.items()}
    if 2 * sum(counts.values()) <= len(_ANY_LETTER.findall(text)):
        return None
    return max(counts, key=lambda language: counts[language] * _WEIGHT[language])


def fitting(declared: str | None, seen: str | None) -> str | None:
    """The language that a page declares, where its letters are of that language's script; else that of the letters."""
    if declared is None or (declared in _OTHER) != (seen is None):
        return declared if seen is None else seen
    script = "ru" if declared in _CYRILLIC else "zh" if declared in _HAN else None if declared in _OTHER else "en"
    return declared if script == seen else seen
