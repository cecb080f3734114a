"""Options as a caller names them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

import msgspec

from comity.catalog.load import LANGUAGES
from comity.errors import UnknownNameError, UsageError

T = TypeVar("T", bound=msgspec.Struct)


def question_of(kind: type[T], told: Mapping[str, object]) -> T:
    """Options by name as one value. Raises UsageError where one is unknown or of a wrong kind."""
    try:
        return msgspec.convert(dict(told), kind)
    except msgspec.ValidationError as error:
        known = ", ".join(one.name for one in msgspec.structs.fields(kind))
        raise UsageError(f"{error}; options are {known}") from error


def known_language(language: str | None) -> None:
    """Raises UnknownNameError for a language in which states have no names."""
    if language not in (None, *LANGUAGES):
        raise UnknownNameError("language", str(language), LANGUAGES)
