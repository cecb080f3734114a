"""Heavy parts that are not always installed: asked for when a report needs them, and by the name of their extra."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from comity.errors import DocumentError


def needed(module: str, *, extra: str, source: str, what: str) -> ModuleType:
    """A module of an extra. Raises DocumentError, which says what to install to read `what`."""
    try:
        return import_module(module)
    except ImportError as error:
        raise DocumentError(
            source, f'{what} need {module.split(".")[0]}, which is not installed: pip install "comity[{extra}]"'
        ) from error
