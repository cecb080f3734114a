"""What a name stands for: one state, organization, organ or series, or nothing. Never a guess."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

import msgspec

from comity.catalog.bearers import Bearer, Case, NameTable, name_table
from comity.catalog.load import Catalog
from comity.catalog.spelling import bare, is_han, parts, tidy, turned


class Name(msgspec.Struct, frozen=True):
    """A text and what it stands for: `kind` is state, organization, body or series; `code` the catalogue's."""

    text: str
    kind: str
    code: str


class Names:
    """The table of names. "Киргизия" is the state KGZ; "Congo" is two states, so it is no answer."""

    def __init__(self, catalog: Catalog | None = None, *, table: NameTable | None = None) -> None:
        """From a catalogue, or from the table that was compiled from one."""
        self._table = table or name_table(catalog or Catalog({}, {}, {}, {}))
        self._fold = self._table.spelling.fold
        self._organ_forms = {form for organs in self._table.organs.values() for form in organs}

    def __len__(self) -> int:
        return len(self._table.forms)

    def resolve(self, text: str, language: str | None = None) -> Name | None:
        """The one thing that a whole name stands for; None where that is unknown or two things.

        Forms of other languages are left out where `language` (ISO 639-1) is given.
        """
        found = self._strongest(text, language)
        return Name(text, *next(iter(found))) if len(found) == 1 else None

    def resolve_all(self, text: str, language: str | None = None) -> tuple[Name, ...]:
        """All things that bear a name as it is written, the strongest claim first; empty where it is unknown."""
        bearers = sorted(self._bearers(text, language))
        found = list(dict.fromkeys((one.kind, one.code) for one in bearers)) or sorted(self._strongest(text, language))
        return tuple(Name(text, kind, code) for kind, code in found)

    def organization(self, text: str) -> str | None:
        """The code of an organization, where it is known that one is meant: codes and acronyms in any case, too."""
        bearers = [one for one in self._table.forms.get(self._fold(text), ()) if one.kind == "organization"]
        written = [one for one in bearers if one.code == text] or [one for one in bearers if _fits(one, text)]
        codes = _strongest_of(written or bearers) or {(one.kind, one.code) for one in self._rewritten(text, None)}
        return next(iter(codes))[1] if len(codes) == 1 and next(iter(codes))[0] == "organization" else None

    def near(self, text: str, *, kind: str | None = None, count: int = 3) -> tuple[str, ...]:
        """Codes whose names are spelled like this one: for error messages, never an answer."""
        form = self._fold(text)
        alike = 0.75 if len(form) > 5 else 0.6
        forms = self._table.forms
        kept = [key for key, bearers in forms.items() if kind is None or any(one.kind == kind for one in bearers)]
        found = difflib.get_close_matches(form, kept, count * 3, alike) or _begun(form, kept)
        codes = (one.code for key in found for one in forms[key] if kind in (None, one.kind))
        return tuple(dict.fromkeys(codes))[:count]

    def _strongest(self, text: str, language: str | None) -> set[tuple[str, str]]:
        if text in self._table.codes:
            return {(self._table.codes[text], text)}
        found = _strongest_of(self._bearers(text, language))
        return found or {(one.kind, one.code) for one in self._rewritten(text, language)}

    def _bearers(self, text: str, language: str | None) -> list[Bearer]:
        """Those that bear the form as it is written."""
        known = self._table.forms.get(self._fold(text), ())
        return [one for one in known if _fits(one, text) and (language is None or one.language in ("", language))]

    def _rewritten(self, text: str, language: str | None) -> set[Name]:
        """The readings of a name that is not known as it stands: turned round, given twice, or an organ's."""
        found = {name for other in turned(text) if (name := self._plain(other, language))}
        both = parts(text)
        if both:
            first, second = (self._plain(part, language) for part in both)
            if first and second:
                found = {first} if (first.kind, first.code) == (second.kind, second.code) else set()
        organs = {Name("", "body", code) for code in self._organs(text)} if not found else set()
        return {Name("", one.kind, one.code) for one in found} | organs

    def _plain(self, text: str, language: str | None) -> Name | None:
        found = _strongest_of(self._bearers(text, language))
        return Name(text, *next(iter(found))) if len(found) == 1 else None

    def _organs(self, text: str) -> Iterator[str]:
        """ "SCO Heads of State Council", "Council of Heads of State of the SCO", "СМИД ОДКБ", 上合组织元首理事会."""
        plain = tidy(text)
        if not any(part in self._organ_forms for split in _splits(self._fold(plain)) for part in split):
            return
        for first, second in _splits(plain):
            for owner, organ in ((first, second), (second, first)):
                name = self._plain(owner, None) or self._plain(owner.removesuffix("s").rstrip("'’"), None)
                if name and name.kind == "organization":
                    code = self._table.organs.get(name.code, {}).get(self._fold(organ))
                    if code:
                        yield code


def _begun(form: str, kept: list[str]) -> list[str]:
    """Longer forms that begin like this one: "Shanghai Cooperaton"."""
    alike = (key for key in kept if len(form) > 5 and key.startswith(form[:4]))
    return [key for key in alike if difflib.SequenceMatcher(None, form, key[: len(form) + 1]).ratio() > 0.85]


def _splits(text: str) -> Iterator[tuple[str, str]]:
    """A text cut in two at each word, without "of" between them; in Chinese at each character."""
    if is_han(text):
        yield from ((text[:cut], text[cut:]) for cut in range(2, len(text) - 1))
        return
    words = text.split(" ")
    for cut in range(1, len(words)):
        second = words[cut:]
        if words[cut].casefold() == "of":
            second = second[1:]
        if second:
            yield " ".join(words[:cut]), " ".join(second)


def _fits(bearer: Bearer, text: str) -> bool:
    """Whether the form is written as this bearer's must be."""
    if bearer.case == Case.ANY:
        return True
    if bearer.case == Case.NOT_SMALL:
        return not text.islower()
    return bearer.surface == bare(text)


def _strongest_of(bearers: list[Bearer]) -> set[tuple[str, str]]:
    """The bearers of the strongest rank. One whose acronym is written exactly so comes before any other."""
    exact = [one for one in bearers if one.case == Case.EXACT] or bearers
    best = min((one.rank for one in exact), default=0)
    return {(one.kind, one.code) for one in exact if one.rank == best}
