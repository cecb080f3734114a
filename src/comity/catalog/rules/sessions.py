"""Rules of the files of sessions: names that fit, editions in order, states and organizations that exist."""

from __future__ import annotations

from collections.abc import Iterator

from comity.catalog.load import Catalog
from comity.catalog.rules.problem import Problem
from comity.catalog.sessions_file import SessionsFile
from comity.model.series import Edition, Series
from comity.model.when import When


def of_sessions(file: SessionsFile, catalog: Catalog) -> Iterator[Problem]:
    """Every broken rule of one file whose parts can be read."""
    for key, source in file.sources.items():
        place = f"{file.place}, sources.{key}"
        if not (source.title or source.url):
            yield Problem("error", place, "has neither title nor url")
        elif source.seen is None:
            yield Problem("unverified", place, "cited, not consulted")
    for series in file.series():
        place = f"{file.place}, {series.name}"
        yield from _named(series, catalog, place)
        yield from _editions(series, place)
        for edition in series.editions:
            yield from _of_edition(edition, catalog, f"{place}, {edition.date}")


def _named(series: Series, catalog: Catalog, place: str) -> Iterator[Problem]:
    organizations, _, rest = series.name.rpartition("/")
    expected = "+".join((*series.orgs, *series.guests))
    if organizations != expected:
        yield Problem(
            "error", place, f"the name begins with {organizations!r}, organizations and guests are {expected!r}"
        )
    if not rest or rest != rest.lower() or " " in rest or "_" in rest:
        yield Problem("error", place, f"{rest!r} is to be written small, with - between words")
    if not series.orgs:
        yield Problem("error", place, "names no organization")
    for code in (*series.orgs, *series.guests):
        if code not in catalog.organizations and not set(code.split("-")) <= set(catalog.states):
            yield Problem("error", place, f"organization {code!r} has no file")
    if "en" not in series.titles:
        yield Problem("error", place, "has no English title")


def _editions(series: Series, place: str) -> Iterator[Problem]:
    dates = [one.date or "" for one in series.editions]
    for day in sorted({one for one in dates if dates.count(one) > 1}):
        yield Problem("error", place, f"{day} stands twice")
    held = [one.number for one in series.editions if one.number is not None and one.status == "held"]
    if len(set(held)) < len(held):
        twice = sorted({one for one in held if held.count(one) > 1})
        yield Problem("error", place, f"number {twice[0]} stands twice")
    elif held != sorted(held):
        yield Problem("error", place, "the numbers do not rise with the dates")


def _of_edition(edition: Edition, catalog: Catalog, place: str) -> Iterator[Problem]:
    for what, code in (("country", edition.place.country), ("chair", edition.chair)):
        if code is not None and code not in catalog.states and code not in catalog.organizations:
            yield Problem("error", place, f"{what} {code!r} is no state of states.csv")
    if edition.place.city and not edition.place.country:
        yield Problem("error", place, f"the city {edition.place.city!r} has no country")
    if edition.mode == "online" and edition.place.city:
        yield Problem("error", place, "what is held online has no city")
    when = When.parse(edition.date or "")
    if when.lower is None or when.upper is None:
        yield Problem("error", place, "the date has an open end")
