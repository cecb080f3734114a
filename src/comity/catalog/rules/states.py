"""The rules of states.csv, capitals.csv and state_names/."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from comity.catalog.rules.problem import STATE_KINDS, Problem, known
from comity.catalog.state_files import LANGUAGES
from comity.catalog.yaml_file import read_yaml
from comity.errors import CatalogError
from comity.model.organization import Capital, State, StateNames


def of_states(root: Path, states: dict[str, State]) -> Iterator[Problem]:
    """Broken rules of the files of states; none where these could not be read."""
    if not states:
        return
    yield from _unknown_states(root, states)
    for state in states.values():
        place = f"states.csv, {state.code}"
        yield from known(place, "kind", state.kind, STATE_KINDS)
        for code in state.successors:
            if code not in states:
                yield Problem("error", place, f"unknown successor {code!r}")
        if state.start and state.end and state.end.before(state.start):
            yield Problem("error", place, f"ends on {state.end}, before it starts")
        for capital in state.capitals:
            yield from _capital(capital)
        for language in LANGUAGES:
            yield from _names(state, language)


def _unknown_states(root: Path, states: dict[str, State]) -> Iterator[Problem]:
    for file in ("states.csv", "capitals.csv"):
        key = "code" if file == "states.csv" else "state"
        with (root / file).open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(line for line in lines if not line.startswith("#")):
                place = f"{file}, {row[key]}"
                if row[key] not in states:
                    yield Problem("error", place, "is no code of states.csv")
                if not (row.get("source") or "").strip():
                    yield Problem("error", place, "has no source")
    for path in sorted((root / "state_names").glob("*.yaml")):
        for code in _codes(path):
            if code not in states:
                yield Problem("error", f"state_names/{path.name}, {code}", "is no code of states.csv")


def _codes(path: Path) -> list[str]:
    try:
        return [str(code) for code in read_yaml(path, path.name)]
    except CatalogError:
        return []  # reported where the states are read


def _capital(capital: Capital) -> Iterator[Problem]:
    place = f"capitals.csv, {capital.state}"
    try:
        ZoneInfo(capital.timezone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        yield Problem("error", place, f"unknown time zone {capital.timezone!r}")
    for language in LANGUAGES:
        if not capital.names.get(language):
            yield Problem("error", place, f"the capital has no name in {language}")
    if capital.start and capital.end and capital.end.before(capital.start):
        yield Problem("error", place, f"ends on {capital.end}, before it starts")


def _names(state: State, language: str) -> Iterator[Problem]:
    place = f"state_names/{language}.yaml, {state.code}"
    told = state.names.get(language)
    if told is None or not told.names:
        yield Problem("error", place, "has no name")
        return
    own = set(forms_of(told)) | {form for capital in state.capitals for form in capital.names.get(language, ())}
    for form in told.ambiguous:
        if form not in own:
            yield Problem("error", place, f"ambiguous {form!r} is in no other list and no name of the capital")


def forms_of(told: StateNames) -> tuple[str, ...]:
    """All forms that stand for a state in one language."""
    dated = tuple(one.name for one in told.dated)
    return (*told.names, *dated, *told.adjectives, *told.demonyms, *told.metonyms)
