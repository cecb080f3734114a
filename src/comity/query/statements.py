"""An answer's statements as a table for pandas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from comity.catalog.loaded import load_catalog
from comity.errors import UsageError
from comity.model.membership import Membership

if TYPE_CHECKING:
    from pandas import DataFrame

COLUMNS = (
    *("state", "name", "answer", "org", "status", "start", "end", "basis", "version", "source"),
    *("says", "note", "seen"),
)

Told = tuple[str, str, tuple[Membership, ...], tuple[Membership, ...]]
"""A code, its answer, the statements for it and those against it."""


def statements_frame(answered: Iterable[Told]) -> DataFrame:
    """One row a statement, by COLUMNS; dates are EDTF text. Raises UsageError where pandas is not installed."""
    try:
        import pandas
    except ImportError as error:
        raise UsageError("tables need pandas: pip install 'comity[frames]'") from error
    rows = [row for told in answered for row in _rows(*told)]
    return pandas.DataFrame(rows, columns=list(COLUMNS), dtype="object")


def _rows(
    code: str, answer: str, because: tuple[Membership, ...], against: tuple[Membership, ...]
) -> Iterator[tuple[str | None, ...]]:
    name = load_catalog().name(code)
    for says, statements in (("yes", because), ("no", against)):
        for one in statements:
            start, end = (when.edtf if when else None for when in (one.start, one.end))
            told = (one.org, one.status, start, end, one.basis, one.version or None, str(one.source))
            yield code, name, answer, *told, says, one.note, one.source.seen
