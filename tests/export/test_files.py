"""Tables of events as files."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyarrow import parquet

from comity.errors import UsageError
from comity.export.files import table_bytes, write_file
from comity.export.frames import COLUMNS
from tests.export.events import SUMMIT


def test_csv_has_a_head_and_a_row_an_event() -> None:
    told = b"".join(table_bytes([SUMMIT], "csv")).decode()
    (row,) = csv.DictReader(io.StringIO(told))
    assert tuple(row) == COLUMNS
    assert (row["id"], row["orgs"], row["guests"], row["chair"]) == ("e1", "SCO", "CSTO; CIS", "")


def test_json_lines_have_an_object_an_event() -> None:
    (line,) = b"".join(table_bytes([SUMMIT], "jsonl")).splitlines()
    assert json.loads(line)["orgs"] == ["SCO"]


def test_parquet_keeps_lists_as_lists() -> None:
    table = parquet.read_table(io.BytesIO(b"".join(table_bytes([SUMMIT], "parquet"))))
    assert table.column("guests").to_pylist() == [["CSTO", "CIS"]]


def test_a_file_is_replaced_as_a_whole(tmp_path: Path) -> None:
    place = tmp_path / "feed.ics"
    place.write_text("old")
    write_file(place, [b"new", b"er"])
    assert (place.read_text(), list(tmp_path.iterdir())) == ("newer", [place])


def test_what_fails_on_the_way_leaves_the_old_file(tmp_path: Path) -> None:
    def broken() -> Iterator[bytes]:
        yield b"new"
        raise UsageError("no more")

    place = tmp_path / "feed.ics"
    place.write_text("old")
    with pytest.raises(UsageError):
        write_file(place, broken())
    assert (place.read_text(), list(tmp_path.iterdir())) == ("old", [place])


def test_a_folder_that_does_not_exist_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"feed.ics' cannot be written: No such file or directory"):
        write_file(tmp_path / "absent" / "feed.ics", [])
