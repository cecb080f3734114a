"""Rules of the files of outlets: no name or address of two, a country that exists, a source that can be found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from comity.catalog.load import Catalog
from comity.catalog.outlet_files import Outlet, OutletsFile, plain
from comity.catalog.rules.problem import Problem


def of_outlets(file: OutletsFile, outlets: Sequence[Outlet], catalog: Catalog) -> Iterator[Problem]:
    """Every broken rule of one file; `outlets` are those that it holds."""
    used = {one.source.key for one in outlets}
    for key, source in file.sources.items():
        place = f"{file.place}, sources.{key}"
        if not (source.title or source.url):
            yield Problem("error", place, "has neither title nor url")
        elif key not in used:
            yield Problem("note", place, "no outlet rests on it")
        elif source.seen is None:
            yield Problem("unverified", place, "cited, not consulted")
    for outlet in outlets:
        yield from _of_outlet(outlet, catalog, f"{file.place}, {outlet.name}")


def shared_names(outlets: Sequence[tuple[str, Outlet]]) -> Iterator[Problem]:
    """Names and addresses that stand in two places, each with its place."""
    seen: dict[str, str] = {}
    for place, outlet in outlets:
        own = {f"name {plain(name)!r}" for name in (outlet.name, *outlet.also)}
        own |= {f"domain {domain!r}" for domain in outlet.domains}
        for what in sorted(own):
            if what in seen:
                yield Problem("error", place, f"{what} is that of {seen[what]}, too")
            seen.setdefault(what, place)


def _of_outlet(outlet: Outlet, catalog: Catalog, place: str) -> Iterator[Problem]:
    if outlet.control == "organization":
        if outlet.country not in catalog.organizations:
            yield Problem("error", place, f"country {outlet.country!r} is no organization of the catalogue")
    elif outlet.country not in catalog.states:
        yield Problem("error", place, f"country {outlet.country!r} is no state of states.csv")
    for domain in outlet.domains:
        if "/" in domain or domain != domain.lower() or domain.startswith("www."):
            yield Problem("error", place, f"domain {domain!r} is to be written small, without www and path")
