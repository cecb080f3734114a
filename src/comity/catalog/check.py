"""Whether a catalogue folder keeps every rule of its format (docs/reference/catalogue-format.md)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from comity.catalog.load import Catalog, extra_files, with_files
from comity.catalog.organization_file import OrganizationFile
from comity.catalog.outlet_files import Outlet, OutletsFile
from comity.catalog.rotations_file import RotationFile
from comity.catalog.rules import (
    Problem,
    across,
    of_organization,
    of_outlets,
    of_protocols,
    of_rotation,
    of_sessions,
    of_states,
    of_work_weeks,
    shared_names,
)
from comity.catalog.sessions_file import SessionsFile
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
    problems += _sessions(root / "sessions", "sessions", catalog)
    problems += _outlets(root / "outlets", "outlets", catalog)
    problems += _rotations(root / "rotations", "rotations", catalog)
    if states:
        problems += of_protocols(root / "protocols", states)
        problems += of_work_weeks(root / "work_weeks.yaml", states)
    return tuple(problems)


def check_extra(extra: Path, today: date, shipped: Catalog) -> tuple[Problem, ...]:
    """The same of a folder of the user's own organizations, which are laid over the shipped ones."""
    problems: list[Problem] = []
    files = list(_files({path: str(path) for path in extra_files(extra)}, problems))
    catalog = with_files(shipped, files)
    for file in files:
        problems += of_organization(file, catalog, today)
    problems += across(catalog)
    problems += _sessions(extra / "sessions", str(extra / "sessions"), catalog)
    problems += _outlets(extra / "outlets", str(extra / "outlets"), catalog)
    problems += _rotations(extra / "rotations", str(extra / "rotations"), catalog)
    return tuple(problems)


def _sessions(folder: Path, named: str, catalog: Catalog) -> Iterator[Problem]:
    """What is wrong with the files of sessions; a series stands in one of them only."""
    seen: dict[str, str] = {}
    for path in sorted(folder.glob("*.yaml")):
        place = f"{named}/{path.name}"
        try:
            file = SessionsFile(path, place=place)
            names = [series.name for series in file.series()]
        except CatalogError as error:
            yield Problem("error", error.place, error.why)
            continue
        for name in names:
            if name in seen:
                yield Problem("error", f"{place}, {name}", f"stands in {seen[name]}, too")
            seen[name] = place
        yield from of_sessions(file, catalog)


def _rotations(folder: Path, named: str, catalog: Catalog) -> Iterator[Problem]:
    """What is wrong with the files of rotations."""
    for path in sorted(folder.glob("*.yaml")):
        try:
            yield from list(of_rotation(RotationFile(path, place=f"{named}/{path.name}"), catalog))
        except CatalogError as error:
            yield Problem("error", error.place, error.why)


def _outlets(folder: Path, named: str, catalog: Catalog) -> Iterator[Problem]:
    """What is wrong with the files of outlets; no two share a name or an address."""
    placed: list[tuple[str, Outlet]] = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            file = OutletsFile(path, place=f"{named}/{path.name}")
            outlets = tuple(file.outlets())
        except CatalogError as error:
            yield Problem("error", error.place, error.why)
            continue
        placed += [(f"{file.place}, {outlet.name}", outlet) for outlet in outlets]
        yield from of_outlets(file, outlets, catalog)
    yield from shared_names(placed)


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
