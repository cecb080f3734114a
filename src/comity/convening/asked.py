"""Options as a caller names them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

import msgspec

from comity.errors import UsageError

T = TypeVar("T", bound=msgspec.Struct)


def question_of(kind: type[T], told: Mapping[str, object]) -> T:
    """Options by name as one value. Raises UsageError where one is unknown or of a wrong kind."""
    try:
        return msgspec.convert(dict(told), kind)
    except msgspec.ValidationError as error:
        known = ", ".join(one.name for one in msgspec.structs.fields(kind))
        raise UsageError(f"{error}; options are {known}") from error
