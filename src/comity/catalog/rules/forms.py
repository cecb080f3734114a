"""The rules between files: which forms may stand in more than one."""

from __future__ import annotations

from collections.abc import Iterator

from comity.catalog.load import Catalog
from comity.catalog.rules.problem import Problem
from comity.catalog.rules.states import forms_of
from comity.catalog.state_files import LANGUAGES


def across(catalog: Catalog) -> Iterator[Problem]:
    """Names of two organizations or two states, and decoys that are another state's name."""
    for language in LANGUAGES:
        yield from _organizations(catalog, language)
        yield from _states(catalog, language)


def _organizations(catalog: Catalog, language: str) -> Iterator[Problem]:
    """A form that two organizations bear is ambiguous for all of them but, at most, the one best known by it."""
    bearers: dict[str, dict[str, bool]] = {}
    for org in catalog.organizations.values():
        for form in {*org.names.get(language, ()), *org.acronyms.get(language, ())}:
            bearers.setdefault(form, {})[org.code] = form in org.ambiguous.get(language, ())
    for form, marked in sorted(bearers.items()):
        unmarked = [code for code, ambiguous in marked.items() if not ambiguous]
        if len(marked) > 1 and len(unmarked) > 1:
            why = f"{form!r} ({language}) is a name of {unmarked[0]}, too, and not ambiguous"
            yield Problem("error", f"organizations/{unmarked[1]}.yaml", why)


def _states(catalog: Catalog, language: str) -> Iterator[Problem]:
    owners: dict[str, str] = {}
    names: dict[str, str] = {}
    told = {state.code: own for state in catalog.states.values() if (own := state.names.get(language))}
    for code, own in told.items():
        names.update((form, code) for form in own.names)
        for form in sorted(set(forms_of(own))):
            first = owners.setdefault(form, code)
            if first != code:
                yield Problem("error", _place(language, code), f"{form!r} is a form of {first}, too")
    for code, own in told.items():
        for decoy in own.decoys:
            if names.get(decoy, code) != code:
                yield Problem("error", _place(language, code), f"decoy {decoy!r} is a name of {names[decoy]}")


def _place(language: str, code: str) -> str:
    return f"state_names/{language}.yaml, {code}"
