"""The files of states: `states.csv`, `capitals.csv` and one `state_names/LANGUAGE.yaml` a language."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from comity.catalog.yaml_file import Row, mapping, read_yaml, rows, texts
from comity.errors import CatalogError, DateError
from comity.model.organization import Capital, DatedName, State, StateNames
from comity.model.when import When

LANGUAGES = ("en", "ru", "zh")
LISTS = ("names", "adjectives", "demonyms", "metonyms", "ambiguous", "decoys")


def read_states(root: Path) -> dict[str, State]:
    """States by code, with their capitals and names in every language that has a file."""
    names = {path.stem: _state_names(path) for path in sorted((root / "state_names").glob("*.yaml"))}
    capitals: dict[str, list[Capital]] = {}
    for place, row in _table(root / "capitals.csv", "state"):
        capitals.setdefault(row["state"], []).append(_capital(row, place))
    states: dict[str, State] = {}
    for place, row in _table(root / "states.csv", "code"):
        if row["code"] in states:
            raise CatalogError(place, "has a second row")
        states[row["code"]] = _state(row, names, tuple(capitals.get(row["code"], ())), place)
    return states


def _state(row: Row, names: Mapping[str, Mapping[str, StateNames]], capitals: tuple[Capital, ...], place: str) -> State:
    code, cow = row["code"], _cell(row, "cow", place)
    if cow and not cow.isdigit():
        raise CatalogError(place, f"cow {cow!r} is not a number")
    return State(
        code=code,
        alpha2=_cell(row, "alpha2", place) or None,
        cow=int(cow) if cow else None,
        wikidata=_cell(row, "wikidata", place) or None,
        kind=_cell(row, "kind", place),
        names={language: known[code] for language, known in names.items() if code in known},
        capitals=capitals,
        start=_day(_cell(row, "start", place), place),
        end=_day(_cell(row, "end", place), place),
        successors=tuple(_cell(row, "successors", place).split()),
    )


def _capital(row: Row, place: str) -> Capital:
    names = {language: tuple(filter(None, _city_names(row, language, place))) for language in LANGUAGES}
    start, end = _day(_cell(row, "start", place), place), _day(_cell(row, "end", place), place)
    return Capital(row["state"], names, _cell(row, "timezone", place), start, end)


def _city_names(row: Row, language: str, place: str) -> list[str]:
    aliases = (row.get(f"aliases_{language}") or "").split(";")
    return [_cell(row, f"city_{language}", place), *(alias.strip() for alias in aliases)]


def _state_names(path: Path) -> dict[str, StateNames]:
    place = f"state_names/{path.name}"
    return {str(code): _names_of_state(row, f"{place}, {code}") for code, row in read_yaml(path, place).items()}


def _names_of_state(row: object, place: str) -> StateNames:
    told = mapping(row, place)
    dated = tuple(_dated(one, place) for one in rows(told.get("dated"), f"{place}.dated"))
    return StateNames(dated=dated, **{key: texts(told.get(key), f"{place}.{key}") for key in LISTS})


def _dated(row: Row, place: str) -> DatedName:
    if not isinstance(row.get("name"), str):
        raise CatalogError(f"{place}.dated", f"{dict(row)!r} has no name")
    return DatedName(row["name"], _day(row.get("since"), place), _day(row.get("until"), place))


def _table(path: Path, key: str) -> Iterator[tuple[str, dict[str, str]]]:
    """The rows of a CSV file with their places; a line that starts with # is a remark."""
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(line for line in lines if not line.startswith("#")):
                place = f"{path.name}, {row.get(key) or 'row without ' + key}"
                if not row.get(key) or None in row:
                    raise CatalogError(
                        place, f"{key!r} is missing, or the row has more cells than the table has columns"
                    )
                yield place, row
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise CatalogError(path.name, str(error)) from error


def _cell(row: Row, key: str, place: str) -> str:
    value = row.get(key)
    if not isinstance(value, str):
        raise CatalogError(place, f"column {key!r} is missing")
    return value.strip()


def _day(text: object, place: str) -> When | None:
    if not text:
        return None
    try:
        return When.parse(str(text))
    except DateError as error:
        raise CatalogError(place, str(error)) from error
