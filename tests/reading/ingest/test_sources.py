"""Files, patterns, folders and the standard input."""

from __future__ import annotations

import gzip
import io
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from comity.model.document import Document
from comity.reading.ingest import Meter, Options, gather, ingest
from comity.reading.ingest import sources as module


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
        ("a.txt.bz2", b"BZh9", "compressed with bzip2"),
        ("a.txt.xz", b"\xfd7zXZ\0", "compressed with xz"),
        ("a.txt", b"PK\x03\x04", "a zip archive"),
        ("a.pdf", b"%PDF-1.7", "a PDF; turn it into text first"),
        ("comity.db", b"SQLite format 3\0", "a database, not a report"),
        ("a.arc", b"filedesc://a.arc 0.0.0.0 20200101 text/plain 76", "an ARC archive"),
        ("a.mhtml", b"MIME-Version: 1.0\r\n", "a page saved as MHTML"),
        ("a", b"\x7fELF\0\0", "a binary file, not text"),
        ("a.txt.gz", gzip.compress(gzip.compress(b"Met.")), "packed with gzip twice"),
        ("a.txt.gz", gzip.compress(b"The ministers met." * 99)[:-9], "a broken gzip file"),
        ("a.jsonl", b"\xff\xfea", "not UTF-16: truncated data"),
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


def test_nothing_to_read_is_told(tmp_path: Path) -> None:
    assert _texts(tmp_path) == [
        f"! {tmp_path}: a folder without reports (files in .atom, .csv, .htm, .html, .ics, .json, .jsonl, .ndjson, .rdf, .rss, "
        ".shtml, .text, .tsv, .txt, .warc, .warc.gz, .warc.lz4, .warc.zst, .xhtml, .xml)"
    ]
    assert _texts(f"{tmp_path}/*.txt") == [f"! {tmp_path}/*.txt: matches no file"]


def test_a_text_that_is_too_long_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("comity.reading.ingest.streams.LONGEST_LINE", 10)
    (tmp_path / "a.txt").write_text("The ministers met.")
    assert "longer than 10 bytes" in _texts(tmp_path / "a.txt")[0]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "utf-32"])
def test_lines_and_tables_may_be_in_other_encodings_that_have_a_mark(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.jsonl").write_bytes('{"text": "Встреча"}\n{"text": "会晤"}\n'.encode(encoding))
    (tmp_path / "b.csv").write_bytes("text,title\nВстреча,会晤\n".encode(encoding))
    assert _texts(tmp_path) == ["Встреча", "会晤", "Встреча"]


def test_json_in_utf_16_without_a_mark_is_known_by_its_zeros(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes('{"text": "Встреча"}'.encode("utf-16-be"))
    assert _texts(tmp_path / "a.json") == ["Встреча"]


def test_what_is_packed_with_gzip_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(b"A met."))
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(b'{"text": "B met."}\n'))
    assert _texts(tmp_path) == ["A met.", "B met."]
    assert _texts("-", stdin=gzip.compress(b"C met.")) == ["C met."]


def test_of_a_broken_gzip_file_the_lines_before_the_break_are_read(tmp_path: Path) -> None:
    lines = b"".join(b'{"text": "Report %d."}\n' % number for number in range(100_000))
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(lines)[:-2000])
    *read, last = _texts(tmp_path / "a.jsonl.gz")
    assert read[:2] == ["Report 0.", "Report 1."]
    assert len(read) > 50_000
    assert "a broken gzip file" in last


@pytest.mark.parametrize(
    ("content", "texts"),
    [
        (b"text,title\nMet.,T\n", ["Met."]),
        (b"date;body\n2020-11-10;Met.\n", ["Met."]),
        (b'[{"text": "Met."}]', ["Met."]),
        (b"<!DOCTYPE html><p>Met.</p>", ["Met."]),
        (b"  <html><body>Met.</body>", ["Met."]),
        (b"<?xml version='1.0'?><rss><channel><item><title>Met.</title></item></channel></rss>", ["Met."]),
        (b"Text, dates and words: a report.", ["Text, dates and words: a report."]),
        (b"[Moscow] The ministers met.", ["[Moscow] The ministers met."]),
        (b"<Moscow> The ministers met.", ["<Moscow> The ministers met."]),
    ],
)
def test_the_format_is_told_by_the_content(content: bytes, texts: list[str]) -> None:
    assert _texts("-", stdin=content) == texts


def test_content_outranks_the_name(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("<!doctype html><title>T</title><p>Met.</p>")
    (tmp_path / "b.html").write_text("<rss><channel><item><title>Fed.</title></item></channel></rss>")
    assert _texts(tmp_path) == ["Met.", "Fed."]


def test_a_saved_site_is_read_by_its_pages_alone(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<html><p>Index.</p></html>")
    (tmp_path / "story").write_text("<!doctype html><p>Story.</p>")
    (tmp_path / "view.php?id=1").write_text("<html><p>View.</p></html>")
    (tmp_path / "sitemap.xml").write_text("<?xml version='1.0'?><urlset></urlset>")
    (tmp_path / "feed.xml").write_text("<rss><channel><item><title>Fed.</title></item></channel></rss>")
    (tmp_path / "style.css").write_text("p {}")
    (tmp_path / "LICENSE").write_text("Not a report.")
    assert _texts(tmp_path) == ["Fed.", "Index.", "Story.", "View."]


def test_the_meter_tells_how_far_the_files_are_read(folder: Path) -> None:
    meter = Meter()
    found = gather([folder / "b.txt", folder / "in"], Options(), meter=meter)
    next(found)
    assert (meter.done, meter.expected) == (6, 6)
    assert len(list(found)) == 1
    assert (meter.done, meter.expected) == (12, 12)


def test_a_pipe_is_read_where_it_is_named_and_passed_over_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A met.")
    for name in ("b.txt", "c"):
        os.mkfifo(tmp_path / name)
    assert _texts(tmp_path) == ["A met."]
    with ThreadPoolExecutor(1) as other:
        other.submit((tmp_path / "b.txt").write_text, "B met.")
        assert _texts(tmp_path / "b.txt") == ["B met."]


def test_a_link_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "absent.txt")
    assert _texts(tmp_path) == [f"! {tmp_path / 'a.txt'}: No such file or directory"]


def test_a_folder_that_links_to_itself_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A met.")
    (tmp_path / "again").symlink_to(tmp_path)
    assert _texts(tmp_path) == ["A met."]


@pytest.mark.parametrize("line", [b'{"text": "A met."}\n', b"text,title\nA met.,T\nB met.,T\n"])
def test_a_report_that_is_typed_is_read_before_the_next_one_comes(line: bytes) -> None:
    reader, writer = os.pipe()
    with os.fdopen(reader, "rb") as stream, os.fdopen(writer, "wb", buffering=0) as other:
        other.write(line)
        document = next(ingest(["-"], stdin=stream))
        assert isinstance(document, Document)
        assert document.text == "A met."


def test_what_nobody_thought_of_costs_one_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("by zero")

    monkeypatch.setitem(module._READERS, "jsonl", fail)
    monkeypatch.setattr("comity.reading.ingest.raw.Raw._read", fail)
    told = _texts(folder / "c.jsonl", folder / "b.txt")
    assert told == [
        f"! {folder / 'c.jsonl'}: cannot be read further: ZeroDivisionError: by zero",
        f"! {folder / 'b.txt'}: cannot be taken apart: ZeroDivisionError: by zero",
    ]


@pytest.mark.parametrize(
    "name", ["a" * 5000, "a\0b", "[", "[!", "**", "***/**", "~", "", "\ud800", "http:/a", "file:///etc", "con"]
)
def test_a_source_of_any_name_is_told_and_the_rest_goes_on(
    name: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder / "in")
    (folder / "in" / "e.txt").unlink()
    *told, last = _texts(name, folder / "b.txt")
    assert last == "B met."
    assert [one[:2] for one in told] == ["! "]
