"""Streams of bytes: how far they are read, what they begin with, unpacked, and in UTF-8."""

from __future__ import annotations

import codecs
import gzip
import io
import stat
import zlib
from pathlib import Path
from typing import Any, BinaryIO, cast

from comity.errors import DocumentError
from comity.reading.ingest.decoding import marked
from comity.reading.ingest.formats import PEEK
from comity.reading.ingest.jsonl import LONGEST_LINE
from comity.reading.ingest.prefixed import at_once

_PIECE = 64 * 1024


class Meter:
    """How many bytes of how many are read: what a bar on a screen shows. What is not a file is not counted."""

    def __init__(self) -> None:
        self.expected = 0
        self.done = 0

    def expect(self, path: Path) -> None:
        """A file that will be read; whatever else a path leads to has no length that tells anything."""
        try:
            told = path.stat()
        except (OSError, ValueError):
            return
        if stat.S_ISREG(told.st_mode):
            self.expected += told.st_size


class _Metered(io.FileIO):
    """A file that tells its meter."""

    def __init__(self, path: Path, meter: Meter) -> None:
        super().__init__(path)
        self._meter = meter

    def readinto(self, buffer: memoryview, /) -> int | None:  # type: ignore[override]
        count = super().readinto(buffer)
        self._meter.done += count or 0
        return count


def metered(path: Path, meter: Meter) -> io.BufferedReader:
    """A file, open for reading. Raises OSError."""
    return io.BufferedReader(_Metered(path, meter), _PIECE)


def start_of(stream: BinaryIO) -> tuple[bytes, BinaryIO]:
    """The first bytes, and the stream with them still in it."""
    buffered: Any = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast("Any", stream), _PIECE)
    return buffered.peek(PEEK)[:PEEK], buffered


def whole(stream: BinaryIO, source: str) -> bytes:
    """All of it. Raises DocumentError where that is more than any report."""
    content = stream.read(LONGEST_LINE + 1)
    if len(content) > LONGEST_LINE:
        raise DocumentError(
            source, f"longer than {LONGEST_LINE} bytes, which no report is; many reports go into a .jsonl file"
        )
    return content


class _Unpacked(io.RawIOBase):
    """What a gzip stream packs, with its errors told as ours."""

    def __init__(self, stream: BinaryIO, source: str) -> None:
        self._stream = gzip.GzipFile(fileobj=stream)
        self._source = source

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        try:
            return self._stream.readinto(buffer)
        except (EOFError, OSError, zlib.error) as error:
            raise DocumentError(self._source, f"a broken gzip file: {error}") from error


def unpacked(stream: BinaryIO, source: str) -> io.BufferedReader:
    return io.BufferedReader(_Unpacked(stream, source), _PIECE)


def unpacked_start(start: bytes) -> bytes:
    """What the first bytes of a gzip file pack, as far as they tell."""
    try:
        return zlib.decompressobj(31).decompress(start, PEEK)
    except zlib.error:
        return b""


class _Recoded(io.RawIOBase):
    """A stream of another encoding, in UTF-8."""

    def __init__(self, stream: BinaryIO, encoding: str, source: str) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder(encoding)()
        self._encoding = encoding
        self._source = source
        self._left = b""
        self._ended = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        while not self._left and not self._ended:
            piece = at_once(self._stream, _PIECE)
            self._ended = not piece
            try:
                self._left = self._decoder.decode(piece, final=self._ended).encode("utf-8", "surrogatepass")
            except UnicodeDecodeError as error:
                raise DocumentError(self._source, f"not {self._encoding.upper()}: {error.reason}") from error
        count = min(len(buffer), len(self._left))
        buffer[:count], self._left = self._left[:count], self._left[count:]
        return count


def recoded(stream: BinaryIO, start: bytes, source: str) -> BinaryIO:
    """A stream of UTF-16 or UTF-32 in UTF-8, by its byte order mark or, as JSON has it, by where its zeros stand."""
    encoding = marked(start) or _by_zeros(start)
    if encoding is None or encoding.startswith("utf-8"):
        return stream
    return io.BufferedReader(_Recoded(stream, encoding, source), _PIECE)


def _by_zeros(start: bytes) -> str | None:
    """JSON and tables begin with letters of ASCII, so a zero beside the first tells the encoding."""
    pair = start[:2]
    if len(pair) == 2 and 0 in pair and pair != b"\0\0":
        return "utf-16-be" if pair[0] == 0 else "utf-16-le"
    return None
