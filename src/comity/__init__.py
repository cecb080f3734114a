"""Comity: news of multilateral diplomacy as sourced answers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from comity.project import Project

__version__ = "0.1.0"
__all__ = ["__version__", "open"]


def open(place: str | Path = "comity.db") -> Project:  # noqa: A001 - comity.open, as gzip.open
    """The project of a database, by path or URL; made where there is none. Raises StoreError."""
    # Late, so that `import comity` takes no time.
    from comity.project import Project

    return Project.open(place)
