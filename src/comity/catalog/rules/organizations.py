"""The rules of one organization's file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from comity.catalog.load import Catalog
from comity.catalog.organization_file import OrganizationFile
from comity.catalog.rules.chairs import of_chairs
from comity.catalog.rules.memberships import of_memberships
from comity.catalog.rules.problem import (
    FILE_KEYS,
    KINDS,
    LEVELS,
    ROW_KEYS,
    SERIES_KINDS,
    SOURCE_KEYS,
    SPHERES,
    Problem,
    known,
    unknown_keys,
)
from comity.model.organization import Organization

STALE_AFTER = timedelta(days=2 * 365)


def of_organization(file: OrganizationFile, catalog: Catalog, today: date) -> Iterator[Problem]:
    """Broken rules of one file, read without an error."""
    org = catalog.organizations[file.code]
    if Path(file.place).name != f"{file.code}.yaml":
        yield Problem("error", file.place, f"the file's name is not its code, {file.code!r}")
    yield from _keys(file)
    yield from _head(file, org, catalog)
    yield from _parts(file, org)
    yield from _forms(file, org)
    yield from of_memberships(file.place, org, catalog)
    yield from of_chairs(file.place, org.code, catalog)
    yield from _sources(file, today)


def _keys(file: OrganizationFile) -> Iterator[Problem]:
    yield from unknown_keys(file.place, frozenset(file.raw), FILE_KEYS)
    for block, allowed in ROW_KEYS.items():
        for number, row in enumerate(file.raw.get(block) or (), 1):
            yield from unknown_keys(f"{file.place}, {block}[{number}]", frozenset(row), allowed)
            if block in ("bodies", "series") and not row.get("source"):
                yield Problem("error", f"{file.place}, {block}[{number}]", "has no source")
    for key, row in (file.raw.get("sources") or {}).items():
        yield from unknown_keys(f"{file.place}, sources.{key}", frozenset(row), SOURCE_KEYS)


def _head(file: OrganizationFile, org: Organization, catalog: Catalog) -> Iterator[Problem]:
    yield from known(file.place, "kind", org.kind, KINDS)
    if org.usual_level is not None:
        yield from known(file.place, "usual_level", org.usual_level, LEVELS)
    for code in org.predecessors:
        if code not in catalog.organizations:
            yield Problem("error", f"{file.place}, predecessors", f"{code!r} has no file")
    if org.secretariat and org.secretariat[1] not in catalog.states:
        yield Problem("error", f"{file.place}, secretariat", f"unknown state {org.secretariat[1]!r}")
    for key in ("founded", "dissolved"):
        block = file.raw.get(key)
        if block and block.get("source") not in file.sources:
            yield Problem("error", f"{file.place}, {key}", f"source {block.get('source')!r} is not among the file's")
    if not any(org.names.values()):
        yield Problem("error", f"{file.place}, names", "there is none")


def _parts(file: OrganizationFile, org: Organization) -> Iterator[Problem]:
    for mandate in org.mandates:
        yield from known(f"{file.place}, mandates", "sphere", mandate.sphere, SPHERES)
    for body in org.bodies:
        yield from known(f"{file.place}, bodies.{body.code}", "level", body.level, LEVELS)
    for series in org.series:
        yield from known(f"{file.place}, series.{series.code}", "kind", series.kind, SERIES_KINDS)
    for what, parts in (("bodies", org.bodies), ("series", org.series)):
        for code, count in Counter(part.code for part in parts).items():
            if count > 1:
                yield Problem("error", f"{file.place}, {what}", f"{code!r} is the code of {count}")


def _forms(file: OrganizationFile, org: Organization) -> Iterator[Problem]:
    for language, forms in org.ambiguous.items():
        own = {*org.names.get(language, ()), *org.acronyms.get(language, ())}
        for form in forms:
            if form not in own:
                yield Problem("error", f"{file.place}, ambiguous.{language}", f"{form!r} is no name or acronym above")


def _sources(file: OrganizationFile, today: date) -> Iterator[Problem]:
    days = []
    for key, source in file.sources.items():
        place = f"{file.place}, sources.{key}"
        if not (source.title or source.url):
            yield Problem("error", place, "has neither title nor url")
        if source.seen is None:
            continue
        try:
            days.append(date.fromisoformat(source.seen))
        except ValueError:
            yield Problem("error", place, f"seen {source.seen!r} is not a day")
            continue
        if days[-1] > today:
            yield Problem("error", place, f"seen on {source.seen}, which is still to come")
    if max(days, default=date.min) < today - STALE_AFTER:
        why = f"no source was seen since {max(days)}" if days else "no source was ever seen"
        yield Problem("stale", file.place, why)
    yield from _unverified(file)


def _unverified(file: OrganizationFile) -> Iterator[Problem]:
    cited = Counter(row.get("source") for block in ROW_KEYS for row in file.raw.get(block) or ())
    for key, source in file.sources.items():
        if source.seen is None and cited[key]:
            why = f"not consulted; {cited[key]} statements rest on it"
            yield Problem("unverified", f"{file.place}, sources.{key}", why)
