"""Events and records as tables for pandas."""

from __future__ import annotations

import sys
from datetime import date

import pytest

from comity.errors import UsageError
from comity.export.frames import COLUMNS, RECORD_COLUMNS, events_frame, flat_event, records_frame
from tests.export.events import ENTRY, MEETING, SUMMIT


def test_an_event_is_one_row_of_plain_cells() -> None:
    row = flat_event(SUMMIT)
    assert set(row) == set(COLUMNS)
    assert (row["orgs"], row["guests"], row["city"], row["country"]) == ("SCO", "CSTO; CIS", "Moscow", "RUS")
    assert (row["first_day"], row["last_day"]) == (date(2020, 11, 1), date(2020, 11, 30))


def test_a_report_counts_once_however_often_it_tells_of_the_event() -> None:
    assert flat_event(SUMMIT)["reports"] == 2


def test_who_tells_of_an_event_and_what_is_contested_are_columns() -> None:
    row = flat_event(SUMMIT)
    assert (row["origins"], row["told_by"], row["told_from"], row["contested"]) == (
        2,
        "Xinhua; TASS",
        "CHN; RUS",
        "date",
    )


def test_a_table_of_records_has_every_kind_in_the_same_columns() -> None:
    frame = records_frame([MEETING, ENTRY])
    assert list(frame.columns) == list(RECORD_COLUMNS)
    assert list(frame["kind"]) == ["meeting", "membership"]
    assert list(frame["quote"]) == ["met", "join"]
    assert [str(day.date()) for day in frame["first_day"]] == ["2020-11-10", "2023-07-04"]
    assert (frame["orgs"][0], frame["org"][1], frame["state"][1], frame["verdict"][1]) == (
        "SCO",
        "SCO",
        "IRN",
        "agrees",
    )


def test_days_are_days_in_a_table_of_nothing_too() -> None:
    assert str(events_frame([]).dtypes["first_day"]) == "datetime64[s]"
    assert list(records_frame([]).columns) == list(RECORD_COLUMNS)


def test_without_pandas_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(UsageError, match=r"pip install 'comity\[frames\]'"):
        records_frame([MEETING])
