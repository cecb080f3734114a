"""The words that reading looks for, one folder of YAML files a language."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from comity.errors import CatalogError, UnknownNameError

FOLDER = Path(__file__).parent / "cues"


@lru_cache(maxsize=1)
def languages() -> tuple[str, ...]:
    """The languages whose cues are a whole dictionary (ISO 639-1); others are read through an adapter."""
    return tuple(sorted(path.parent.name for path in FOLDER.glob("*/dates.yaml")))


@lru_cache(maxsize=64)
def load_cues(language: str, topic: str) -> Any:
    """The content of `cues/LANGUAGE/TOPIC.yaml`. Raises UnknownNameError for a language without cues."""
    if not (FOLDER / language).is_dir():
        raise UnknownNameError("language", language, languages())
    path = FOLDER / language / f"{topic}.yaml"
    try:
        return yaml.load(path.read_text("utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    except (OSError, yaml.YAMLError) as error:
        raise CatalogError(f"cues/{language}/{topic}.yaml", str(error)) from error
