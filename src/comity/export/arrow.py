"""Events and records as Arrow tables, for DuckDB, Polars and Parquet: lists stay lists, days are days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from comity.errors import UsageError
from comity.export.frames import COLUMNS, DAYS, EVENT_LISTS, RECORD_COLUMNS, RECORD_LISTS, Row, event_row, record_row
from comity.model.event import Event, Step
from comity.store import Told

if TYPE_CHECKING:
    from pyarrow import Table

_WHOLE = ("edition", "origins", "reports", "quote_start", "quote_end")


def events_arrow(events: Iterable[Event]) -> Table:
    """One event a row, by the columns of its DataFrame, and `history` as a list of steps.

    Raises UsageError where pyarrow is not installed.
    """
    rows = [event_row(event) | {"history": msgspec.to_builtins(event.history)} for event in events]
    return _table(rows, (*COLUMNS, "history"), EVENT_LISTS)


def records_arrow(told: Iterable[Told]) -> Table:
    """One record a row, by the columns of its DataFrame. Raises UsageError where pyarrow is not installed."""
    return _table([record_row(one) for one in told], RECORD_COLUMNS, RECORD_LISTS)


def _table(rows: Sequence[Row], columns: Sequence[str], lists: Sequence[str]) -> Table:
    try:
        import pyarrow
    except ImportError as error:
        raise UsageError("Arrow tables need pyarrow: pip install 'comity[frames]'") from error
    schema = pyarrow.schema([(name, _type(pyarrow, name, lists)) for name in columns])
    return pyarrow.Table.from_pylist(rows, schema=schema)


def _type(arrow: Any, name: str, lists: Sequence[str]) -> Any:
    text = arrow.string()
    if name == "history":
        return arrow.list_(arrow.struct([(field, text) for field in Step.__struct_fields__]))
    if name in lists:
        return arrow.list_(text)
    if name in DAYS:
        return arrow.date32()
    if name == "value":
        return arrow.float64()
    return arrow.int64() if name in _WHOLE else text
