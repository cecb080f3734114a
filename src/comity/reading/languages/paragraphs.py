"""Reports in more than one language: each paragraph is read in its own."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from comity.model.document import Document
from comity.reading.languages.adapter import adapted_languages, adapter

_ENGLISH = "en"
_LATIN = re.compile(r"[A-Za-z]")
# So many letters a paragraph must have to be another language's; a name or a quotation is not.
_LEAST = 24
_PARAGRAPH = re.compile(r"[^\n]+")
_SIGN = re.compile(r"\S")


def in_each_language(document: Document) -> tuple[Document, ...]:
    """The report once for each language of its paragraphs, with the others blanked, so that all places in the text stay;
    the report itself where all of it is in one language."""
    own, text = document.language or _ENGLISH, document.text
    if text.isascii() or not all(script.search(text) for script in (_LATIN, _scripts())):
        return (document,)
    spans = [(match.start(), match.end(), _language(match[0], own)) for match in _PARAGRAPH.finditer(text)]
    languages = dict.fromkeys((own, *(language for _, _, language in spans)))
    if len(languages) == 1:
        return (document,)
    return tuple(_only(document, language, spans) for language in languages)


@lru_cache(maxsize=1)
def _scripts() -> re.Pattern[str]:
    """Any letter of a language that is read through an adapter."""
    return re.compile("|".join(adapter(language).script.pattern for language in adapted_languages()) or r"(?!)")


def _language(paragraph: str, own: str) -> str:
    """That in whose letters most of a paragraph is written; the report's where it is short or in none of them."""
    letters = sum(letter.isalpha() for letter in paragraph)
    if letters < _LEAST:
        return own
    for language in adapted_languages():
        if 2 * len(adapter(language).script.findall(paragraph)) > letters:
            return language
    return _ENGLISH if 2 * len(_LATIN.findall(paragraph)) > letters else own


def _only(document: Document, language: str, spans: list[tuple[int, int, str]]) -> Document:
    pieces, done = [], 0
    for start, end, other in spans:
        kept = document.text[start:end] if other == language else _SIGN.sub(" ", document.text[start:end])
        pieces += [document.text[done:start], kept]
        done = end
    text = "".join((*pieces, document.text[done:]))
    return msgspec.structs.replace(document, text=text, language=language)
