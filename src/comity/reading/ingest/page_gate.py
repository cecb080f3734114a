"""Whether a page is worth a tree: it names an organization in some language. Asked of the words it shows."""

from __future__ import annotations

from functools import lru_cache

from ahocorasick_rs import AhoCorasick

from comity.catalog.cue_files import languages
from comity.catalog.load import Catalog
from comity.catalog.loaded import load_catalog
from comity.model.organization import Names
from comity.reading.gate import is_relevant
from comity.reading.lexicon import lexicon


def may_concern_us(text: str) -> bool:
    """Whether any organization is named in a language that is read, or that the catalogue has names in."""
    return any(is_relevant(text, lexicon(language)) for language in languages()) or _named_otherwise(text)


def _named_otherwise(text: str) -> bool:
    """In a language that is not read yet: such pages are kept whole, for the day when it is."""
    if text.isascii():
        return False
    found = _foreign_names().find_matches_as_indexes(text, overlapping=True)
    return any(_stands_alone(text, start, end) for _, start, end in found)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Han has no word bounds; elsewhere a name is no part of a longer word."""
    if "\u3400" <= text[start] <= "\u9fff":
        return True
    return not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum()


@lru_cache(maxsize=1)
def _foreign_names() -> AhoCorasick:
    return AhoCorasick(sorted(_forms(load_catalog())))


def _forms(catalog: Catalog) -> set[str]:
    named: list[Names] = []
    for org in catalog.organizations.values():
        named += [org.names, org.acronyms, *(one.own_names for one in org.bodies), *(one.names for one in org.series)]
    return {
        form
        for names in named
        for language, forms in names.items()
        if language not in languages()
        for form in forms
        if form and not form.isascii()
    }
