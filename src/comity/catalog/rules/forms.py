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
            yield Problem("error", _place(unmarked[1]), f"{form!r} ({language}) is a name of {unmarked[0]}, too, and not ambiguous")


def _states(catalog: Catalog, language: str) -> Iterator[Problem]:
    owners: dict[str, str] = {}
    names: dict[str, str] = {}
    for state in catalog.states.values():
        told = state.names.get(language)
        for form in set(forms_of(told)) if told else ():
            first = owners.setdefault(form, state.code)
            if first != state.code:
                yield Problem("error", f"state_names/{language}.yaml, {state.code}", f"{form!r} is a form of {first}, too")
        names.update((form, state.code) for form in (told.names if told else ()))
    for state in catalog.states.values():
        told = state.names.get(language)
        for decoy in told.decoys if told else ():
            if names.get(decoy, state.code) != state.code:
                yield Problem(
                    "error", f"state_names/{language}.yaml, {state.code}", f"decoy {decoy!r} is a name of {names[decoy]}"
                )


def _place(code: str) -> str:
    return f"organizations/{code}.yaml"
