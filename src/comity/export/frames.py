"""Events and records as flat rows, and as tables for pandas."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from comity.errors import UsageError
from comity.model.event import Event
from comity.model.record import AnyRecord
from comity.model.when import When
from comity.store import Told

if TYPE_CHECKING:
    from pandas import DataFrame

Row = Mapping[str, Any]

_PLAIN = ("id", "kind", "status", "level", "date", "mode", "chair", "host", "edition", "series", "body", "origins")
_LISTS = ("orgs", "guests", "participants", "invited")
EVENT_LISTS = (*_LISTS, "told_by", "told_from", "contested")
COLUMNS = (*_PLAIN, *_LISTS, "first_day", "last_day", "city", "country", "reports", "told_by", "told_from", "contested")

# Those of all kinds of record, each once; a row has those of its kind.
_RECORD_PLAIN = (
    *(
        "status",
        "level",
        "date",
        "date_basis",
        "mode",
        "chair",
        "host",
        "edition",
        "series",
        "body",
        "moved_from",
        "by",
    ),
    *("org", "state", "change", "verdict", "start", "end", "speaker", "office", "stance", "content"),
    *("what", "value", "bound", "period", "type", "rule"),
)
RECORD_LISTS = _LISTS
RECORD_COLUMNS = (
    *("id", "document", "kind"),
    *_RECORD_PLAIN,
    *_LISTS,
    *("first_day", "last_day", "city", "country", "quote_start", "quote_end", "quote"),
)
DAYS = ("first_day", "last_day")


def events_frame(events: Iterable[Event]) -> DataFrame:
    """One event a row. `first_day` and `last_day` bound the date; lists are text with "; " between.

    Raises UsageError where pandas is not installed.
    """
    return _frame([flat_event(event) for event in events], COLUMNS)


def records_frame(told: Iterable[Told]) -> DataFrame:
    """One record a row, of whatever kind; what its kind does not have is empty. See `events_frame`."""
    return _frame([_joined(record_row(one)) for one in told], RECORD_COLUMNS)


def _frame(found: Sequence[Row], columns: Sequence[str]) -> DataFrame:
    try:
        import pandas
    except ImportError as error:
        raise UsageError("tables need pandas: pip install 'comity[frames]'") from error
    frame = pandas.DataFrame(found, columns=list(columns))
    for column in DAYS:
        # In seconds: nanoseconds begin in 1677, and treaties do not.
        frame[column] = frame[column].astype("datetime64[s]")
    return frame


def flat_event(event: Event) -> dict[str, Any]:
    """An event as one row of COLUMNS."""
    return _joined(event_row(event))


def event_row(event: Event) -> dict[str, Any]:
    """An event by COLUMNS, with lists as lists.

    `told_by` names who tells of it, `told_from` the states or organizations that these belong to, each once; `contested`
    the fields of which reports tell different things.
    """
    countries = dict.fromkeys(one.country for one in event.origin_details if one.country)
    return {
        **{name: getattr(event, name) for name in (*_PLAIN, *_LISTS)},
        **_days(event.date),
        "city": event.place.city,
        "country": event.place.country,
        "reports": len({mention.document for mention in event.reports}),
        "told_by": tuple(one.name for one in event.origin_details),
        "told_from": tuple(sorted(countries)),
        "contested": tuple(sorted(event.versions)),
    }


def record_row(told: Told) -> dict[str, Any]:
    """A record by RECORD_COLUMNS, with lists as lists; the quote is the first of its words."""
    record, place = told.record, getattr(told.record, "place", None)
    first = record.evidence[0] if record.evidence else None
    return {
        "id": told.id,
        "document": told.document,
        "kind": record.kind,
        **{name: getattr(record, name, None) for name in _RECORD_PLAIN},
        **{name: getattr(record, name, ()) for name in _LISTS},
        **_days(_date(record)),
        "city": place.city if place else None,
        "country": place.country if place else None,
        "quote_start": first.start if first else None,
        "quote_end": first.end if first else None,
        "quote": first.quote if first else None,
    }


def _joined(row: Row) -> dict[str, Any]:
    return {name: "; ".join(value) if isinstance(value, tuple) else value for name, value in row.items()}


def _date(record: AnyRecord) -> str | None:
    date: str | None = getattr(record, "date", None)
    return date


def _days(date: str | None) -> dict[str, Any]:
    when = When.parse(date) if date else None
    return {"first_day": when.lower if when else None, "last_day": when.last if when else None}
