"""Events and records as Arrow tables."""

from __future__ import annotations

import sys
from datetime import date

import pytest

from comity.errors import UsageError
from comity.export.arrow import events_arrow, records_arrow
from comity.export.frames import COLUMNS, RECORD_COLUMNS
from tests.export.events import ENTRY, MEETING, SUMMIT


def test_lists_stay_lists_and_days_are_days() -> None:
    (row,) = events_arrow([SUMMIT]).to_pylist()
    assert (row["orgs"], row["guests"], row["told_from"]) == (["SCO"], ["CSTO", "CIS"], ["CHN", "RUS"])
    assert (row["first_day"], row["last_day"]) == (date(2020, 11, 1), date(2020, 11, 30))
    assert (row["edition"], row["origins"], row["reports"]) == (20, 2, 2)


def test_the_path_of_an_event_is_a_list_of_steps() -> None:
    (row,) = events_arrow([SUMMIT]).to_pylist()
    assert row["history"][0] == {"status": "scheduled", "as_of": "2020-01-09", "date": "2020-07", "document": "a"}
    assert [step["status"] for step in row["history"]] == ["scheduled", "held"]


def test_records_of_all_kinds_are_one_table() -> None:
    meeting, entry = records_arrow([MEETING, ENTRY]).to_pylist()
    assert (meeting["orgs"], meeting["first_day"], meeting["state"]) == (["SCO"], date(2020, 11, 10), None)
    assert (entry["orgs"], entry["state"], entry["verdict"], entry["quote_start"]) == ([], "IRN", "agrees", 5)


def test_a_table_of_nothing_has_the_same_columns_and_types() -> None:
    assert events_arrow([]).schema == events_arrow([SUMMIT]).schema
    assert events_arrow([]).column_names == [*COLUMNS, "history"]
    assert records_arrow([]).column_names == list(RECORD_COLUMNS)


def test_without_pyarrow_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UsageError, match=r"Arrow tables need pyarrow: pip install 'comity\[frames\]'"):
        events_arrow([SUMMIT])
