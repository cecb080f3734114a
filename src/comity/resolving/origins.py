"""Whose telling a report is, and how many tell independently."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from comity.catalog.loaded import load_outlets
from comity.catalog.outlet_files import Outlet, Outlets, plain
from comity.model.document import Document
from comity.model.event import Origin
from comity.resolving.telling import Report, Telling


def voice_of(told: Report | Document) -> str:
    """The agency that is reprinted, else the outlet, else the site, else the report itself; of many spellings the own name.

    "ТАСС", "TASS news agency" and tass.com are one voice.
    """
    for name in (told.origin, told.outlet):
        if name and name.strip() and not known_outlets().is_nobody(name):
            return _own_name(name)
    if "://" in told.source and (outlet := known_outlets().at(told.source)):
        return outlet.name
    return told.id


def first_voice(reports: Iterable[Report]) -> str:
    """Whose text it is that several carry: that of an agency they name, else of the one that was first with it."""
    ranked = ((not one.origin, one.published or date.max, voice_of(one)) for one in reports)
    return min(ranked)[-1]


def origins_of(tellings: Iterable[Telling]) -> tuple[Origin, ...]:
    """The independent voices by name, with the country and control of the outlet and the reports that have it from them."""
    documents: dict[str, set[str]] = defaultdict(set)
    spelled: dict[str, str] = {}
    for telling in tellings:
        voice = telling.report.voice or voice_of(telling.report)
        key = plain(voice) or voice
        documents[key].add(telling.report.id)
        spelled[key] = min(voice, spelled.get(key, voice))
    return tuple(
        _origin(spelled[key], tuple(sorted(documents[key]))) for key in sorted(spelled, key=spelled.__getitem__)
    )


@lru_cache(maxsize=1)
def known_outlets() -> Outlets:
    """The outlets of the catalogue, ready to be found by name."""
    return Outlets(load_outlets())


def _origin(voice: str, documents: tuple[str, ...]) -> Origin:
    outlet = known_outlet(voice)
    return Origin(voice, outlet.country, outlet.control, documents) if outlet else Origin(voice, documents=documents)


@lru_cache(maxsize=4096)
def known_outlet(name: str) -> Outlet | None:
    return known_outlets().named(name)


@lru_cache(maxsize=4096)
def _own_name(name: str) -> str:
    """That of the catalogue, else as it is written."""
    outlet = known_outlet(name)
    return outlet.name if outlet else " ".join(name.split())
