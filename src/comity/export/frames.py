"""Events as flat rows, and as tables for pandas."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from comity.errors import UsageError
from comity.model.event import Event
from comity.model.when import When

if TYPE_CHECKING:
    from pandas import DataFrame

_PLAIN = ("id", "kind", "status", "level", "date", "mode", "chair", "host", "edition", "series", "body")
_LISTS = ("orgs", "guests", "participants", "invited", "origins")


COLUMNS = (*_PLAIN, *_LISTS, "first_day", "last_day", "city", "country", "reports")


def events_frame(events: Iterable[Event]) -> DataFrame:
    """One event a row. `first_day` and `last_day` bound the date; lists are text with "; " between.

    Raises UsageError where pandas is not installed.
    """
    try:
        import pandas
    except ImportError as error:
        raise UsageError("tables need pandas: pip install 'comity[frames]'") from error
    frame = pandas.DataFrame([flat_event(event) for event in events], columns=list(COLUMNS))
    for column in ("first_day", "last_day"):
        # In seconds: nanoseconds begin in 1677, and treaties do not.
        frame[column] = frame[column].astype("datetime64[s]")
    return frame


def flat_event(event: Event) -> dict[str, Any]:
    """An event as one row of COLUMNS."""
    when = When.parse(event.date) if event.date else None
    return {
        **{name: getattr(event, name) for name in _PLAIN},
        **{name: "; ".join(getattr(event, name)) for name in _LISTS},
        "first_day": when.lower if when else None,
        "last_day": when.last if when else None,
        "city": event.place.city,
        "country": event.place.country,
        "reports": len({mention.document for mention in event.reports}),
    }
