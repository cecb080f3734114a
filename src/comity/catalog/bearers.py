"""The table of names: every form that the catalogue knows, folded, with those that bear it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from enum import IntEnum
from pathlib import Path

import msgspec

from comity.catalog.cases import Inflection, read_inflections
from comity.catalog.load import ROOT, Catalog
from comity.catalog.spelling import Spelling, bare, is_han, read_spelling
from comity.catalog.yaml_file import mapping, read_yaml, texts
from comity.model.organization import Body, NamedSeries, Names, Organization, State, StateNames


class Rank(IntEnum):
    """How strong a claim on a form is. Only claims of the strongest rank count; two of one rank are no answer."""

    NAME = 1
    FORMER = 2
    DATED = 3
    AMBIGUOUS = 4
    BODY = 5
    ADJECTIVE = 6
    SERIES = 7
    INFLECTED = 10


class Case(IntEnum):
    """How a form must be written to count."""

    ANY = 0
    NOT_SMALL = 1
    EXACT = 2


class Bearer(msgspec.Struct, frozen=True, array_like=True, order=True):
    """USA bears "US" as a name in English, and only where it is written exactly so (`surface`)."""

    rank: int
    kind: str
    code: str
    language: str
    case: int = Case.ANY
    surface: str = ""


class NameTable(msgspec.Struct, frozen=True):
    """Bearers by folded form; organs by organization and folded form; codes; the rules of spelling."""

    forms: dict[str, tuple[Bearer, ...]]
    organs: dict[str, dict[str, str]]
    codes: dict[str, str]
    spelling: Spelling


class Form(msgspec.Struct, frozen=True):
    """One form as a file gives it, before it is folded."""

    text: str
    language: str
    rank: Rank
    kind: str
    code: str
    ambiguous: bool = False


class Shared(msgspec.Struct, frozen=True):
    """Folded forms without an answer when they stand `alone`, and everyday `words` when they are written small."""

    alone: frozenset[tuple[str, str]]
    words: frozenset[tuple[str, str]]


def name_table(catalog: Catalog, root: Path = ROOT) -> NameTable:
    """Everything that bears a name, with the rules of `spelling.yaml`, `shared_forms.yaml` and `inflection/`."""
    spelling, inflections = read_spelling(root), read_inflections(root)
    shared = _shared(root, spelling)
    by_key: dict[str, list[Form]] = {}
    for form in _forms(catalog, inflections):
        key = spelling.fold(form.text)
        if key and (form.language, key) not in shared.alone:
            by_key.setdefault(key, []).append(form)
    table = {key: _bearers(key, forms, shared) for key, forms in by_key.items()}
    organs = {org.code: found for org in catalog.organizations.values() if (found := _organs(org, spelling))}
    return NameTable(table, organs, _codes(catalog), spelling)


def _shared(root: Path, spelling: Spelling) -> Shared:
    raw = read_yaml(root / "shared_forms.yaml", "shared_forms.yaml")
    parts = {}
    for part in ("alone", "words"):
        told = mapping(raw.get(part), f"shared_forms.yaml, {part}")
        parts[part] = frozenset(
            (language, spelling.fold(form)) for language, forms in told.items() for form in texts(forms, part)
        )
    return Shared(**parts)


def _bearers(key: str, forms: list[Form], shared: Shared) -> tuple[Bearer, ...]:
    """Who bears a folded form. Where several do, an acronym counts only as it is written: Guam is not GUAM."""
    several = len({form.code for form in forms}) > 1
    found = {_bearer(form, several=several, small=(form.language, key) in shared.words) for form in forms}
    return tuple(sorted(found))


def _bearer(form: Form, *, several: bool, small: bool) -> Bearer:
    case = _case(form, several=several, small=small)
    surface = bare(form.text) if case is Case.EXACT else ""
    return Bearer(form.rank, form.kind, form.code, form.language, case, surface)


def _case(form: Form, *, several: bool, small: bool) -> Case:
    """Short and ambiguous acronyms count only as they are written: US is not us."""
    letters = bare(form.text)
    acronym = letters.isalpha() and letters.isupper() and not is_han(letters)
    if acronym and (len(letters) < 4 or form.ambiguous or several):
        return Case.EXACT
    if small or (form.ambiguous and form.text[:1].isupper()):
        return Case.NOT_SMALL
    return Case.ANY


def _forms(catalog: Catalog, inflections: dict[str, Inflection]) -> Iterator[Form]:
    for state in catalog.states.values():
        for language, known in state.names.items():
            for form in _of_state(state, language, known):
                yield form
                yield from _inflected(form, inflections)
        yield Form(state.code, "", Rank.AMBIGUOUS, "state", state.code)
    for org in catalog.organizations.values():
        for form in _of_organization(org):
            yield form
            if form.kind == "organization":
                yield from _inflected(form, inflections)


def _inflected(form: Form, inflections: dict[str, Inflection]) -> Iterator[Form]:
    rules = inflections.get(form.language)
    if rules is not None:
        for other in sorted(rules.forms(form.text)):
            yield Form(other, form.language, Rank.INFLECTED, form.kind, form.code, form.ambiguous)


def _of_state(state: State, language: str, known: StateNames) -> Iterator[Form]:
    claims: list[tuple[Rank, Iterable[str]]] = [
        (Rank.NAME if state.end is None else Rank.FORMER, known.names),
        (Rank.DATED, (dated.name for dated in known.dated)),
        (Rank.ADJECTIVE, (*known.adjectives, *known.demonyms)),
    ]
    for rank, forms in claims:
        for form in forms:
            # 中 and 俄 are abbreviations beside another such character, and words alone.
            if not (len(form) == 1 and is_han(form)):
                yield Form(form, language, rank, "state", state.code, form in known.ambiguous)


def _of_organization(org: Organization) -> Iterator[Form]:
    code_is_ambiguous = any(org.code in forms for forms in org.ambiguous.values())
    yield _named(org, org.code, "", ambiguous=code_is_ambiguous)
    for names in (org.names, org.acronyms):
        for language, forms in names.items():
            for form in forms:
                yield _named(org, form, language, ambiguous=form in org.ambiguous.get(language, ()))
    for body in org.bodies:
        yield from _of_part(f"{org.code}/{body.code}", "body", Rank.BODY, body.own_names)
    for series in org.series:
        yield from _of_series(org, series)


def _named(org: Organization, form: str, language: str, *, ambiguous: bool) -> Form:
    rank = Rank.AMBIGUOUS if ambiguous else Rank.NAME
    return Form(form, language, rank, "organization", org.code, ambiguous)


def _of_series(org: Organization, series: NamedSeries) -> Iterator[Form]:
    """Series of one word are everyday words as often as not: "West", "Search", 西方."""
    telling = {language: tuple(form for form in forms if _is_telling(form)) for language, forms in series.names.items()}
    yield from _of_part(f"{org.code}/{series.code}", "series", Rank.SERIES, telling)


def _is_telling(form: str) -> bool:
    return len(form) > 3 if is_han(form) else " " in form or "-" in form


def _of_part(code: str, kind: str, rank: Rank, names: Names) -> Iterator[Form]:
    for language, forms in names.items():
        for form in forms:
            yield Form(form, language, rank, kind, code)


def _organs(org: Organization, spelling: Spelling) -> dict[str, str]:
    """Organs by the forms that need the organization beside them; a form of two organs is none's."""
    found: dict[str, set[str]] = {}
    for body in org.bodies:
        for form in _body_forms(body):
            found.setdefault(spelling.fold(form), set()).add(f"{org.code}/{body.code}")
    return {form: next(iter(codes)) for form, codes in found.items() if len(codes) == 1}


def _body_forms(body: Body) -> Collection[str]:
    return {form for names in (body.names, body.own_names, body.acronyms) for forms in names.values() for form in forms}


def _codes(catalog: Catalog) -> dict[str, str]:
    """Codes of organs and series, which say themselves what they are: SCO/heads-of-state."""
    bodies = {f"{org.code}/{body.code}": "body" for org in catalog.organizations.values() for body in org.bodies}
    return {f"{org.code}/{one.code}": "series" for org in catalog.organizations.values() for one in org.series} | bodies
