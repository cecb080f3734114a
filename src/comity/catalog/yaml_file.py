"""One YAML file of the catalogue, read so that every slip is told with its place."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from pathlib import Path
from typing import Any

import yaml

from comity.errors import CatalogError

Row = Mapping[str, Any]

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _OnceLoader(_Base):  # type: ignore[misc]
    """A key given twice is a slip: the second would silently win."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        keys = [key.value for key, _ in node.value]
        twice = (
            {key for key in keys if isinstance(key, str) and keys.count(key) > 1}
            if len(set(map(str, keys))) < len(keys)
            else ()
        )
        if twice:
            raise yaml.constructor.ConstructorError(
                None, None, f"key {sorted(twice)[0]!r} stands twice", node.start_mark
            )
        return super().construct_mapping(node, deep=deep)  # type: ignore[no-any-return]


def read_yaml(path: Path, place: str) -> dict[str, Any]:
    """The mapping in a file. Raises CatalogError where it cannot be read or holds something else."""
    try:
        content = yaml.load(path.read_text("utf-8"), Loader=_OnceLoader)  # noqa: S506 - a safe loader
    # A bare 2020-02-30 is no date to YAML's own reader, which says so with a ValueError.
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise CatalogError(place, str(error)) from error
    if not isinstance(content, dict):
        raise CatalogError(place, f"holds {type(content).__name__}, not keys with values")
    return content


def mapping(value: object, place: str) -> Row:
    """A block of keys; nothing at all is an empty one."""
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise CatalogError(place, f"is {value!r}, not keys with values")
    return value


def rows(value: object, place: str) -> list[Row]:
    """A list of blocks; nothing at all is an empty one."""
    if value is None:
        return []
    if not isinstance(value, list):
        raise CatalogError(place, f"is {value!r}, not a list")
    return [mapping(row, f"{place}[{number}]") for number, row in enumerate(value, 1)]


def texts(value: object, place: str) -> tuple[str, ...]:
    """A list of texts. YAML reads a bare NO or 2001 as something else: such values are to be quoted."""
    if value is None:
        return ()
    if not isinstance(value, list):
        raise CatalogError(place, f"is {value!r}, not a list")
    for one in value:
        if not isinstance(one, str):
            raise CatalogError(place, f"{one!r} is read as {type(one).__name__}: put it in quotes")
    return tuple(value)


def texts_by_language(value: object, place: str) -> dict[str, tuple[str, ...]]:
    return {str(language): texts(forms, f"{place}.{language}") for language, forms in mapping(value, place).items()}
