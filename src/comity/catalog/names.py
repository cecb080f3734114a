"""What a name stands for: one state, organization, organ or series, or nothing. Never a guess."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

import msgspec
import yaml

from comity.catalog.load import Catalog
from comity.catalog.loaded import load_catalog
from comity.model.organization import Organization, State, StateNames

_INFLECTION = Path(__file__).parent / "inflection"
_APOSTROPHES = re.compile(r"[’‘`´ʼʻ'′]")
_DASHES = re.compile(r"[‐‑‒–—―−-]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_INVERTED = re.compile(r"(?P<base>[^,(]+?)\s*[,(]\s*(?P<rest>(?:the\s+)?(?:[\w.']+\s+)*of(?:\s+the)?)\s*\)?")
_SHORT = {
    "st": "saint", "rep": "republic", "dem": "democratic", "fed": "federal", "isl": "islamic", "soc": "socialist",
    "govt": "government", "org": "organization", "organisation": "organization", "&": "and", "intl": "international", "ppl": "peoples", "defence": "defense", "co": "co",
}  # fmt: skip


class Name(msgspec.Struct, frozen=True):
    """A text and what it stands for: `kind` is state, organization, body or series; `code` the catalogue's."""

    text: str
    kind: str
    code: str


class Names:
    """The table of names. Rank decides where a form is borne twice; two bearers of one rank are no answer."""

    def __init__(self, catalog: Catalog) -> None:
        table: dict[str, dict[int, set[tuple[str, str]]]] = {}
        for rank, form, kind, code in _entries(catalog):
            table.setdefault(fold(form), {}).setdefault(rank, set()).add((kind, code))
        self._known = {form: best for form, ranks in table.items() if (best := _only(ranks[min(ranks)]))}
        self._acronyms = {form for form in self._known if len(form) < 4 and form.isascii() and form.isalpha()}

    def __len__(self) -> int:
        return len(self._known)

    def resolve(self, text: str) -> Name | None:
        """The one thing that a whole name stands for; None where that is unknown or two things."""
        folded = fold(text)
        if folded in self._acronyms and not text.strip(" .").replace(".", "").isupper() and not _is_word(text):
            return None
        known = self._known.get(folded)
        if known is None and (turned := _turned(text)):
            known = self._known.get(fold(turned))
        return Name(text, *known) if known else None

    def near(self, text: str, count: int = 3) -> tuple[str, ...]:
        """Known names spelled like this one: for error messages, never an answer."""
        found = difflib.get_close_matches(fold(text), self._known, count, 0.75)
        return tuple(dict.fromkeys(self._known[form][1] for form in found))


@lru_cache(maxsize=1)
def load_names() -> Names:
    """The names of the catalogue in use."""
    return Names(load_catalog())


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """A name without what does not distinguish names: case, accents, "the", kinds of apostrophe and dash, abbreviation."""
    plain = unicodedata.normalize("NFKC", text).strip().casefold()
    if _HAN.search(plain):
        return re.sub(r"[\s()（）·・]", "", plain)
    plain = _DASHES.sub(" ", _APOSTROPHES.sub("", _unaccented(plain)).replace("&", " and "))
    words = [_SHORT.get(word, word) for word in re.sub(r"[.,()«»\"“”]", " ", re.sub(r"(?<=\b\w)\.(?=\w\b)", "", plain)).split()]
    if words and words[0] == "the":
        words = words[1:]
    return " ".join(words)


def _unaccented(text: str) -> str:
    """Latin letters without accents; Cyrillic й keeps its breve, ё becomes е."""
    text = text.replace("ё", "е").replace("ø", "o").replace("ı", "i")
    kept = []
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        kept.append(parts[0] if parts[0].isascii() else letter)
    return "".join(kept)


def _is_word(text: str) -> bool:
    """Written like a name, not like an everyday word: "Fiji", "Mali" and "Chad" are short, and names all the same."""
    return text[:1].isupper() and not text.isupper() and len(text) > 3


def _turned(text: str) -> str | None:
    """ "Korea, Republic of" and "Iran (Islamic Republic of)" the right way round."""
    match = _INVERTED.fullmatch(text.strip())
    return f"{match['rest']} {match['base']}" if match else None


def _only(bearers: set[tuple[str, str]]) -> tuple[str, str] | None:
    return next(iter(bearers)) if len(bearers) == 1 else None


Entry = tuple[int, str, str, str]


def _entries(catalog: Catalog) -> Iterator[Entry]:
    """Rank, form, kind and code of everything that bears a name; the lower the rank, the stronger the claim."""
    for state in catalog.states.values():
        for language, known in state.names.items():
            yield from _of_state(state, language, known)
        yield 6, state.code, "state", state.code
    for org in catalog.organizations.values():
        yield from _of_organization(org)


def _of_state(state: State, language: str, known: StateNames) -> Iterator[Entry]:
    rank = 0 if state.end is None else 1
    forms: list[tuple[int, Iterable[str]]] = [
        (rank, known.names),
        (2, (dated.name for dated in known.dated)),
        (4, (*known.adjectives, *known.demonyms)),
    ]
    for claim, names in forms:
        for form in names:
            if len(form) == 1 and _HAN.match(form):
                continue  # 中, 俄: an abbreviation, and a word
            yield claim, form, "state", state.code
            for other in _inflected(form, language):
                yield claim + 5, other, "state", state.code


def _of_organization(org: Organization) -> Iterator[Entry]:
    yield 1, org.code, "organization", org.code
    for language in {*org.names, *org.acronyms}:
        for form in (*org.names.get(language, ()), *org.acronyms.get(language, ())):
            yield 1, form, "organization", org.code
    for body in org.bodies:
        for language, forms in body.own_names.items():
            for form in forms:
                yield 3, form, "body", f"{org.code}/{body.code}"
        for language, forms in body.names.items():
            for form in forms:
                for short in (org.code, *org.acronyms.get(language, ())[:1]):
                    joined = f"{short}{form}" if _HAN.search(form) else f"{short} {form}"
                    yield 3, joined, "body", f"{org.code}/{body.code}"
    for series in org.series:
        for forms in series.names.values():
            for form in forms:
                if " " in form or "-" in form or len(form) > 3:
                    yield 5, form, "series", f"{org.code}/{series.code}"


def _inflected(form: str, language: str) -> Iterator[str]:
    """Other cases of a name of one word, by the language's rules."""
    if " " in form or len(form) < 4 or form.isupper():
        return
    low = form.lower()
    for rule in _rules(language):
        ending, after = rule["from"], rule.get("after")
        if (ending and low.endswith(ending)) or (not ending and low[-1] in (after or ())):
            stem = form[: len(form) - len(ending)]
            yield from (stem + other for other in rule["to"])
            return


@lru_cache(maxsize=8)
def _rules(language: str) -> tuple[dict[str, list[str]], ...]:
    path = _INFLECTION / f"{language}.yaml"
    if not path.exists():
        return ()
    # The most particular ending first.
    return tuple(sorted(yaml.safe_load(path.read_text("utf-8")), key=lambda rule: -len(rule["from"])))
