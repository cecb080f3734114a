"""Rules of the files of rotations: organizations, states and languages that exist, sources, names for an alphabet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from comity.catalog.load import LANGUAGES, Catalog
from comity.catalog.rotations_file import RotationFile
from comity.catalog.rules.problem import Problem
from comity.model.rotation import Order


def of_rotation(file: RotationFile, catalog: Catalog) -> Iterator[Problem]:
    """Every broken rule of one file whose parts can be read."""
    rotation = file.rotation()
    if Path(file.place).name != f"{rotation.org}.yaml":
        yield Problem("error", file.place, f"the file's name is not its organization, {rotation.org!r}")
    if rotation.org not in catalog.organizations:
        yield Problem("error", file.place, f"organization {rotation.org!r} has no file")
    for key, source in file.sources.items():
        place = f"{file.place}, sources.{key}"
        if not (source.title or source.url):
            yield Problem("error", place, "has neither title nor url")
        elif source.seen is None:
            yield Problem("unverified", place, "cited, not consulted")
    for order in rotation.orders:
        yield from _order(order, catalog, f"{file.place}, orders since {order.since}")
    for what, rows in (("skips", rotation.skips), ("returns", rotation.returns)):
        yield from _states(tuple(one.state for one in rows), catalog, f"{file.place}, {what}")


def _order(order: Order, catalog: Catalog, place: str) -> Iterator[Problem]:
    yield from _states((*order.states, *order.names), catalog, place)
    if order.alphabet is None or order.alphabet in LANGUAGES:
        return
    # Names in other languages stand in the file itself.
    own = {one.state for one in catalog.memberships.get(order.among, ()) if one.status == "member"}
    for code in sorted(own - set(order.names)):
        yield Problem("error", place, f"{code} has no name in the language {order.alphabet!r}; write it under names")


def _states(codes: tuple[str, ...], catalog: Catalog, place: str) -> Iterator[Problem]:
    for code in codes:
        if code not in catalog.states and code not in catalog.organizations:
            yield Problem("error", place, f"unknown state {code!r}")
