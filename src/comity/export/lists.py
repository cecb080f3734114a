"""What a question found, as a list that can become a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Generic, Self, TypeVar, overload

from comity.export.arrow import events_arrow, records_arrow
from comity.export.frames import events_frame, records_frame
from comity.model.event import Event
from comity.store import Told

if TYPE_CHECKING:
    from pandas import DataFrame
    from pyarrow import Table

T = TypeVar("T")


class Listed(Sequence[T], Generic[T]):
    """Five events, in their order: `found[0]`, `found[1:3]`, `len(found)`."""

    what = "values"

    def __init__(self, found: Iterable[T]) -> None:
        self._found = tuple(found)

    def __len__(self) -> int:
        return len(self._found)

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Self: ...
    def __getitem__(self, at: int | slice) -> T | Self:
        return type(self)(self._found[at]) if isinstance(at, slice) else self._found[at]

    def __repr__(self) -> str:
        return f"<{len(self)} {self.what}>"


class Events(Listed[Event]):
    """The events that a question found."""

    what = "events"

    def to_frame(self) -> DataFrame:
        """One event a row. Raises UsageError where pandas is not installed."""
        return events_frame(self)

    def to_arrow(self) -> Table:
        """One event a row; lists stay lists. Raises UsageError where pyarrow is not installed."""
        return events_arrow(self)


class Records(Listed[Told]):
    """The records that a question found, each with its id and that of its report."""

    what = "records"

    def to_frame(self) -> DataFrame:
        """One record a row. Raises UsageError where pandas is not installed."""
        return records_frame(self)

    def to_arrow(self) -> Table:
        """One record a row; lists stay lists. Raises UsageError where pyarrow is not installed."""
        return records_arrow(self)
