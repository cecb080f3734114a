"""Files, patterns, folders and the standard input."""

from __future__ import annotations

import gzip
import io
import os
from pathlib import Path

import pytest

from comity.errors import DocumentError
from comity.model.document import Document
from comity.reading.ingest import ingest


def _texts(*sources: str | Path, stdin: bytes = b"") -> list[str]:
    return [one.text if isinstance(one, Document) else f"! {one}" for one in ingest(sources, stdin=io.BytesIO(stdin))]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "b.txt").write_text("B met.")
    (tmp_path / "a.TXT").write_text("A met.")
    (tmp_path / "c.jsonl").write_text('{"text": "C met."}\n{"text": "D met."}\n')
    (tmp_path / "in" / "e.txt").write_text("E met.")
    (tmp_path / "notes.md").write_text("Not a report.")
    (tmp_path / ".hidden.txt").write_text("Not a report.")
    return tmp_path


def test_a_folder_gives_its_texts_and_json_lines_and_those_below(folder: Path) -> None:
    assert _texts(folder) == ["A met.", "B met.", "C met.", "D met.", "E met."]


def test_a_pattern_gives_the_files_that_match(folder: Path) -> None:
    assert _texts(f"{folder}/*.txt") == ["B met."]
    assert _texts(f"{folder}/**/*.txt") == ["B met.", "E met."]


def test_a_file_whose_name_looks_like_a_pattern_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "a[1].txt").write_text("A met.")
    assert _texts(tmp_path / "a[1].txt") == ["A met."]


def test_a_file_of_another_suffix_is_read_by_its_content(tmp_path: Path) -> None:
    (tmp_path / "a.log").write_text(' {"text": "A met."}')
    (tmp_path / "b").write_text("B met.")
    assert _texts(tmp_path / "a.log", tmp_path / "b") == ["A met.", "B met."]


@pytest.mark.parametrize("content", [b"The ministers met.", b'{"text": "The ministers met."}\n'])
def test_the_standard_input_is_text_or_json_lines(content: bytes) -> None:
    assert _texts("-", stdin=content) == ["The ministers met."]


def test_an_empty_standard_input_is_told() -> None:
    assert _texts("-") == ["! -: empty: there is nothing to read"]


def test_what_cannot_be_read_is_told_in_its_place_and_the_rest_goes_on(folder: Path) -> None:
    assert _texts(folder / "b.txt", folder / "absent.txt", folder / "in" / "e.txt") == [
        "B met.",
        f"! {folder / 'absent.txt'}: No such file or directory",
        "E met.",
    ]


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.html", b"<p>Met.</p>", "web pages are not yet read"),
        ("a", b"<!DOCTYPE html><p>Met.", "web pages are not yet read"),
        ("a.txt.gz", gzip.compress(b"Met."), "compressed with gzip"),
        ("a.txt", b"%PDF-1.7", "a PDF; turn it into text first"),
        ("a.docx", b"PK\x03\x04", "a zip archive or office document"),
        ("a.json", b'[{"text": "Met."}]', "a JSON array; write one object a line"),
        ("a.jsonl", b"\xff\xfea\0", "UTF-16; convert it first"),
        ("a.txt", b"a\0b", "a binary file, not text"),
    ],
)
def test_other_formats_are_refused_with_what_to_do(tmp_path: Path, name: str, content: bytes, why: str) -> None:
    (tmp_path / name).write_bytes(content)
    (found,) = _texts(tmp_path / name)
    assert found.startswith(f"! {tmp_path / name}: {why}")


def test_a_file_name_in_another_encoding_can_be_told_and_kept(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"\xcf\xf3.txt")
    path.write_text("The ministers met.")
    (document,) = ingest([path])
    assert isinstance(document, Document)
    assert document.source.encode("utf-8").endswith("\N{REPLACEMENT CHARACTER}.txt".encode())


def test_a_folder_that_may_not_be_looked_into_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looked_into = os.scandir

    def scandir(place: str) -> object:
        if place.endswith("in"):
            raise PermissionError(13, "Permission denied", place)
        return looked_into(place)

    monkeypatch.setattr("os.scandir", scandir)
    assert _texts(folder) == [f"! {folder / 'in'}: Permission denied", "A met.", "B met.", "C met.", "D met."]


def test_an_address_is_not_yet_read() -> None:
    (error,) = ingest(["https://example.org/a.txt"])
    assert isinstance(error, DocumentError)
    assert "not yet read" in error.why


def test_nothing_to_read_is_told(tmp_path: Path) -> None:
    assert _texts(tmp_path) == [f"! {tmp_path}: a folder without .txt or .jsonl files"]
    assert _texts(f"{tmp_path}/*.txt") == [f"! {tmp_path}/*.txt: matches no file"]


def test_a_text_that_is_too_long_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("comity.reading.ingest.sources.LONGEST_LINE", 10)
    (tmp_path / "a.txt").write_text("The ministers met.")
    assert "longer than 10 bytes" in _texts(tmp_path / "a.txt")[0]
