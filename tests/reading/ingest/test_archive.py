"""WARC archives: pages, texts and feeds, and records that break off."""

from __future__ import annotations

import gzip
import io
from pathlib import Path

import pytest

from comity.model.document import Document
from comity.reading.ingest import ingest
from tests.reading.ingest.archives import answer, packed, record
from tests.reading.ingest.pages import page

A, B, C = (answer(page(f"{name} met."), f"https://example.org/{name}") for name in "ABC")


class _Pipe(io.RawIOBase):
    """A stream that only runs forward."""

    def __init__(self, content: bytes) -> None:
        self._rest = content

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        count = min(len(buffer), len(self._rest), 1000)
        buffer[:count], self._rest = self._rest[:count], self._rest[count:]
        return count


def _found(path: Path, content: bytes) -> list[str]:
    path.write_bytes(content)
    return [one.text if isinstance(one, Document) else f"! {one}" for one in ingest([path])]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.warc.gz"


def test_each_page_is_a_report_and_its_address_the_source(path: Path) -> None:
    path.write_bytes(packed(A, B))
    documents = [one for one in ingest([path]) if isinstance(one, Document)]
    assert [(one.text, one.source, one.outlet) for one in documents] == [
        ("A met.", "https://example.org/A", "example"),
        ("B met.", "https://example.org/B", "example"),
    ]
    assert [one.published for one in documents] == [None, None]


@pytest.mark.parametrize("content", [A + B, packed(A, B), gzip.compress(A + B)])
def test_an_archive_may_be_packed_or_not(path: Path, content: bytes) -> None:
    assert _found(path, content) == ["A met.", "B met."]
    assert _found(path.with_name("a"), content) == ["A met.", "B met."]


@pytest.mark.parametrize("content", [A + B, packed(A, B)])
def test_an_archive_may_come_through_a_pipe(content: bytes) -> None:
    found = ingest(["-"], stdin=_Pipe(content))  # type: ignore[arg-type]
    assert [one.text for one in found if isinstance(one, Document)] == ["A met.", "B met."]


@pytest.mark.parametrize(
    ("one", "text"),
    [
        (answer(b"The SCO met.", kind="text/plain"), "The SCO met."),
        (answer(page("Met."), kind="application/xhtml+xml"), "Met."),
        (answer(b"<rss><channel><item><title>Fed.</title></item></channel></rss>", kind="text/xml"), "Fed."),
        (answer(page("Met."), headers="Transfer-Encoding: chunked\r\n"), "Met."),
        (answer(gzip.compress(page("Met.")), headers="Content-Encoding: gzip\r\n"), "Met."),
        (answer("Министры".encode("cp1251"), kind="text/plain; charset=windows-1251"), "Министры"),
        (record("resource", page("Met."), "https://example.org/1", "text/html"), "Met."),
        (record("conversion", b"Met.", "https://example.org/1", "text/plain"), "Met."),
        (record("resource", page("Met."), "<https://example.org/1>", "text/html"), "Met."),
    ],
)
def test_pages_texts_and_feeds_are_read(path: Path, one: bytes, text: str) -> None:
    assert _found(path, packed(one)) == [text]


@pytest.mark.parametrize(
    "one",
    [
        answer(page("Gone."), status="404 Not Found"),
        answer(b"", status="301 Moved"),
        answer(b"\x89PNG", kind="image/png"),
        answer(b"{}", kind="application/json"),
        answer(b"<urlset/>", kind="application/xml"),
        answer(b"   ", kind="text/html"),
        record("request", b"GET / HTTP/1.1\r\n\r\n", "https://example.org/1", "application/http; msgtype=request"),
        record("warcinfo", b"software: x", "https://example.org/1", "text/plain"),
        record("resource", b"--option", "metadata://example.org/wget_arguments.txt", "text/plain"),
    ],
)
def test_what_is_no_report_is_passed_over(path: Path, one: bytes) -> None:
    assert _found(path, packed(one, A)) == ["A met."]
    assert _found(path, packed(one)) == [f"! {path}: an archive without pages, texts or feeds"]


def test_a_wrong_length_costs_one_record_and_the_rest_goes_on(path: Path) -> None:
    broken = record("resource", page("X met."), "https://example.org/X", "text/html", length=20)
    *_, error, last = _found(path.with_suffix(""), A + broken + C)
    assert last == "C met."
    assert "a broken record behind byte" in error


def test_a_broken_packed_record_costs_one_record(path: Path) -> None:
    one, two, three = map(gzip.compress, (A, B, C))
    damaged = two[:40] + bytes(20) + two[60:]
    first, error, last = _found(path, one + damaged + three)
    assert (first, last) == ("A met.", "C met.")
    assert error.startswith(f"! {path}: a broken record behind byte")


def test_an_archive_that_ends_within_a_record_is_told(path: Path) -> None:
    cut = (A + B)[:-60]
    *_, error = _found(path.with_suffix(""), cut)
    assert error == f"! {path.with_suffix('')}: it ends within its last record, which begins at byte {len(A)}"


def test_a_page_that_cannot_be_unpacked_is_told_with_its_address(path: Path) -> None:
    broken = answer(
        b"\x1f\x8b\x08\0\0\0\0\0\0\x03" + b"\xff" * 20, "https://example.org/X", headers="Content-Encoding: gzip\r\n"
    )
    *_, last = told = _found(path, packed(broken, A))
    assert last == "A met."
    assert len(told) == 2
    assert "https://example.org/X" in told[0]


def test_a_page_that_is_too_long_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("comity.reading.ingest.archive.LARGEST_RECORD", 500)
    bomb = answer(gzip.compress(page("Met." * 10_000)), headers="Content-Encoding: gzip\r\n")
    error, last = _found(path, packed(bomb, A))
    assert "(https://example.org/1): longer than 500 bytes, which no report is" in error
    assert last == "A met."


@pytest.mark.parametrize(
    "content",
    [
        b"WARC/1.0",
        b"WARC/1.0\r\n\r\n",
        b"WARC/1.0\r\nContent-Length: -5\r\n\r\n",
        b"WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\nx",
    ],
)
def test_what_only_begins_like_an_archive_is_refused(path: Path, content: bytes) -> None:
    assert all(one.startswith("! ") for one in _found(path, content))
    assert _found(path, content)
