"""WARC archives: each page, text and feed that a server answered with, its address the source."""

from __future__ import annotations

import io
import os
import re
import zlib
from collections.abc import Iterator
from types import ModuleType
from typing import Any, BinaryIO

from comity.errors import DocumentError
from comity.reading.ingest.extras import needed
from comity.reading.ingest.feed import ROOTS
from comity.reading.ingest.options import Options
from comity.reading.ingest.payload import payload
from comity.reading.ingest.raw import Raw

LARGEST_RECORD = 16 * 1024 * 1024
_PAGES = ("text/html", "application/xhtml+xml")
_FEEDS = ("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_RECORD = re.compile(rb"(?:\r?\n|\A)(?=WARC/\d)|(?=\x1f\x8b\x08)")
_PIECE = 1024 * 1024
_LONGEST_MARK = 8
_SHOWN = 200
_TYPES = ("response", "resource", "conversion")
_SCHEMES = ("http://", "https://", "ftp://", "file://")
_TAG = re.compile(rb"\s*<[a-zA-Z!]")
_FEED = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml.{0,400}?\?>)?(?:\s|<!--.{0,2000}?-->)*(?:" + b"|".join(ROOTS) + rb")",
    re.DOTALL | re.IGNORECASE,
)


def read_archive(stream: BinaryIO, source: str, options: Options) -> Iterator[Raw | DocumentError]:
    """The pages of an archive, still in their bytes. After a broken record it goes on with the next whole one.

    Raises DocumentError where the extra `web` is not installed.
    """
    warc = needed("fastwarc.warc", extra="web", source=source, what="WARC archives")
    told = False
    for raw in _Archive(warc, stream, source, options).read():
        told = True
        yield raw
    if not told:
        yield DocumentError(source, "an archive without pages, texts or feeds")


class _Archive:
    """An archive that is being read; `_at` is where its last whole record begins."""

    def __init__(self, warc: ModuleType, stream: BinaryIO, source: str, options: Options) -> None:
        self._warc = warc
        self._stream = stream
        self._source = source
        self._options = options
        self._at = 0

    def read(self) -> Iterator[Raw | DocumentError]:
        start: int | None = 0
        while start is not None:
            try:
                yield from self._records(start)
            except (OSError, ValueError, EOFError) as error:
                yield DocumentError(self._source, f"a broken record behind byte {self._at}: {error}")
                start = self._following(max(start, self._at) + 1)
            else:
                start = None
        if self._is_cut():
            yield DocumentError(self._source, f"it ends within its last record, which begins at byte {self._at}")

    def _records(self, start: int) -> Iterator[Raw | DocumentError]:
        for record in self._warc.ArchiveIterator(_From(self._stream, start), auto_decode="none"):
            self._at = start + record.stream_pos
            found = self._raw(record)
            if found is not None:
                yield found

    def _raw(self, record: Any) -> Raw | DocumentError | None:
        """A record's page, where it has one for us."""
        address = (record.headers.get("WARC-Target-URI") or "").strip().strip("<>").strip()
        if str(record.record_type) not in _TYPES or not address.lower().startswith(_SCHEMES) or _is_error(record):
            return None
        kind = (record.http_content_type if record.is_http else record.headers.get("Content-Type")) or ""
        form = form_of_type(kind)
        if kind and form is None:
            return None
        named = f"{self._source}, record at byte {self._at} ({address[:_SHOWN]})"
        try:
            content = _content(record)
        except (OSError, ValueError) as error:
            return DocumentError(named, f"its content cannot be unpacked: {error}") if form else None
        form = form or ("page" if _TAG.match(content) else None)
        if form is None or not content.strip() or (form == "feed" and not _FEED.match(content)):
            return None
        if len(content) > LARGEST_RECORD:
            return DocumentError(named, f"longer than {LARGEST_RECORD} bytes, which no report is")
        charset = record.http_charset if record.is_http else charset_of(kind)
        return Raw(form, address, content, self._options, charset, address, kind)

    def _following(self, start: int) -> int | None:
        """Where the next record begins; None where there is none, or the stream only runs forward."""
        if not self._stream.seekable():
            return None
        for at in _candidates(self._stream, start):
            self._stream.seek(at)
            if _opens_record(self._stream.read(_PIECE)):
                return at
        return None

    def _is_cut(self) -> bool:
        """Whether the last record promises more than there is."""
        if not self._stream.seekable():
            return False
        records = self._warc.ArchiveIterator(_From(self._stream, self._at), parse_http=False)
        try:
            record = next(iter(records), None)
            return record is not None and int(record.reader.consume()) < int(record.content_length)
        except (OSError, ValueError, EOFError):
            return False


class _From(io.RawIOBase):
    """A stream from a place on, as the archive's reader wants it: it asks where it stands by a seek."""

    def __init__(self, stream: BinaryIO, start: int) -> None:
        self._stream = stream
        self._start = start
        self._at = 0
        if stream.seekable():
            stream.seek(start)

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self._stream.seekable()

    def read(self, size: int = -1, /) -> bytes:
        piece = self._stream.read(size)
        self._at += len(piece)
        return piece

    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        if self._stream.seekable():
            moved = offset + self._start if whence == os.SEEK_SET else offset
            self._at = self._stream.seek(moved, whence) - self._start
        return self._at

    def tell(self) -> int:
        return self._at


def _content(record: Any) -> bytes:
    """Raises OSError and PayloadError."""
    content: bytes = record.reader.read(LARGEST_RECORD + 1)
    if not record.is_http or not record.http_headers:
        return content
    told = record.http_headers
    transfer, encoding = (told.get(name) or "" for name in ("Transfer-Encoding", "Content-Encoding"))
    return payload(content, transfer=transfer, encoding=encoding, longest=LARGEST_RECORD)


def form_of_type(content_type: str) -> str | None:
    """page, feed, calendar or text, by what a server calls its answer; None for what is none of them."""
    kind = content_type.partition(";")[0].strip().lower()
    if kind == "text/calendar":
        return "calendar"
    return "page" if kind in _PAGES else "feed" if kind in _FEEDS else "text" if kind == "text/plain" else None


def charset_of(content_type: str) -> str | None:
    found = _CHARSET.search(content_type)
    return found[1] if found else None


def _is_error(record: Any) -> bool:
    """ "Not found" and "moved" are pages, too, but no reports."""
    return bool(record.is_http and record.http_headers and record.http_headers.status_code not in (200, 203))


def _candidates(stream: BinaryIO, start: int) -> Iterator[int]:
    """Places that look like the beginning of a record, or of a compressed one."""
    kept, at = b"", start
    stream.seek(start)
    while piece := stream.read(_PIECE):
        content = kept + piece
        here = at - len(kept)
        resume = stream.tell()
        for found in _RECORD.finditer(content):
            if found.end() < len(content) - _LONGEST_MARK:
                yield here + found.end()
        stream.seek(resume)
        kept, at = content[-_LONGEST_MARK:], resume


def _opens_record(content: bytes) -> bool:
    if content.startswith(b"WARC/"):
        return True
    try:
        return zlib.decompressobj(31).decompress(content, 16).startswith(b"WARC/")
    except zlib.error:
        return False
