"""Whether a catalogue folder keeps every rule of its format (docs/reference/catalogue-format.md)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from comity.catalog.load import Catalog, extra_files, with_files
from comity.catalog.organization_file import OrganizationFile
from comity.catalog.rules import Problem, across, of_organization, of_states
from comity.catalog.state_files import read_states
from comity.errors import CatalogError
from comity.model.organization import State

__all__ = ["Problem", "check_catalog", "check_extra"]


def check_catalog(root: Path, today: date) -> tuple[Problem, ...]:
    """Every broken rule, in the order of the files. A file that cannot be read is one problem; the others are checked.

    `error` breaks a rule; `stale` is a file none of whose sources was seen in the two years before `today`;
    `unverified` is a source that statements rest on and that was never consulted; `note` what is rare, not wrong.
    """
    problems: list[Problem] = []
    states = _states(root, problems)
    own = {path: f"organizations/{path.name}" for path in sorted((root / "organizations").glob("*.yaml"))}
    files = list(_files(own, problems))
    catalog = with_files(Catalog({}, states, {}, {}), files)
    for file in files:
        problems += of_organization(file, catalog, today)
    problems += of_states(root, states)
    problems += across(catalog)
    return tuple(problems)


def check_extra(extra: Path, today: date, shipped: Catalog) -> tuple[Problem, ...]:
    """The same of a folder of the user's own organizations, which are laid over the shipped ones."""
    problems: list[Problem] = []
    files = list(_files({path: str(path) for path in extra_files(extra)}, problems))
    catalog = with_files(shipped, files)
    for file in files:
        problems += of_organization(file, catalog, today)
    problems += across(catalog)
    return tuple(problems)


def _states(root: Path, problems: list[Problem]) -> dict[str, State]:
    try:
        return read_states(root)
    except CatalogError as error:
        problems.append(Problem("error", error.place, error.why))
        return {}


def _files(places: dict[Path, str], problems: list[Problem]) -> Iterator[OrganizationFile]:
    """The files whose every part can be read."""
    seen: dict[str, str] = {}
    for path, place in places.items():
        try:
            file = OrganizationFile(path, place=place)
            file.organization(), tuple(file.memberships()), tuple(file.chairs())
        except CatalogError as error:
            problems.append(Problem("error", error.place, error.why))
            continue
        if file.code in seen:
            problems.append(Problem("error", file.place, f"code {file.code!r} is that of {seen[file.code]}"))
            continue
        seen[file.code] = file.place
        yield file
