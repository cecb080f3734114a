"""The rules of protocols/ and work_weeks.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from comity.catalog.protocol_files import Protocol, read_protocol
from comity.catalog.rules.problem import Problem
from comity.catalog.state_files import LANGUAGES
from comity.catalog.work_weeks import read_work_weeks
from comity.errors import CatalogError
from comity.model.organization import State

_HAN = re.compile(r"[\u3400-\u9fff]")


def of_protocols(folder: Path, states: Mapping[str, State]) -> Iterator[Problem]:
    """An order names states that there are, and can sort all of them."""
    for path in sorted(folder.glob("*.yaml")):
        try:
            protocol = read_protocol(path)
        except CatalogError as error:
            yield Problem("error", error.place, error.why)
            continue
        place = f"protocols/{path.name}"
        yield from _unknown(place, (*protocol.names, *protocol.letters), states)
        if protocol.language is not None and protocol.language not in LANGUAGES:
            yield Problem("error", place, f"language {protocol.language!r} is none of {', '.join(LANGUAGES)}")
        if protocol.characters:
            yield from _unsorted(place, protocol, states)


def _unsorted(place: str, protocol: Protocol, states: Mapping[str, State]) -> Iterator[Problem]:
    """A character without a place, or a reading that has not one sound a character: the name was changed since."""
    for code, state in states.items():
        signs = _HAN.findall(protocol.names.get(code, state.name(protocol.language or "zh")))
        if missing := [sign for sign in signs if sign not in protocol.characters]:
            yield Problem("error", f"{place}, {code}", f"{missing[0]!r} is not among the characters")
        sounds = protocol.letters.get(code, "").split()
        if protocol.letters and len(sounds) != len(signs):
            yield Problem("error", f"{place}, {code}", f"{len(sounds)} sounds for {''.join(signs)!r}")


def of_work_weeks(path: Path, states: Mapping[str, State]) -> Iterator[Problem]:
    """Days of rest are told of states that there are."""
    if not path.exists():
        return
    try:
        weeks = read_work_weeks(path)
    except CatalogError as error:
        yield Problem("error", error.place, error.why)
        return
    yield from _unknown(path.name, weeks.states, states)


def _unknown(place: str, codes: Iterable[str], states: Mapping[str, State]) -> Iterator[Problem]:
    for code in codes:
        if code not in states:
            yield Problem("error", f"{place}, {code}", "is no code of states.csv")
