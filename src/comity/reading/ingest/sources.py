"""Paths, patterns, folders and the standard input to documents. The format is told by suffix and content."""

from __future__ import annotations

import glob
import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import BinaryIO

import msgspec

from comity.errors import DocumentError
from comity.model.document import Document
from comity.reading.ingest.jsonl import LONGEST_LINE, read_jsonl
from comity.reading.ingest.text import read_text

TEXT = (".txt", ".text")
JSONL = (".jsonl", ".ndjson")
_PAGES = (".html", ".htm", ".xhtml", ".mhtml")
_PEEK = 4096
_SIGNATURES = (
    (b"\x1f\x8b", "compressed with gzip; unpack it first: gunzip FILE"),
    (b"BZh", "compressed with bzip2; unpack it first: bunzip2 FILE"),
    (b"\xfd7zXZ", "compressed with xz; unpack it first: unxz FILE"),
    (b"\x28\xb5\x2f\xfd", "compressed with zstd; unpack it first: unzstd FILE"),
    (b"PK\x03\x04", "a zip archive or office document; save it as plain text first"),
    (b"%PDF", "a PDF; turn it into text first: pdftotext FILE"),
    (b"SQLite format 3", "a database, not a report; name it with --db"),
)


class Options(msgspec.Struct, frozen=True):
    """What the caller knows of all reports."""

    published: date | None = None
    language: str | None = None


def ingest(
    sources: Iterable[str | Path],
    *,
    published: date | None = None,
    language: str | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Document | DocumentError]:
    """The documents of files, patterns, folders and `-` (the standard input), in order.

    What cannot be read comes as a DocumentError in its place, and the rest goes on.
    """
    options = Options(published, language)
    for source in sources:
        try:
            yield from _of_source(str(source), options, stdin)
        except DocumentError as error:
            yield error
        except OSError as error:
            yield _refused(source, error)


def _of_source(source: str, options: Options, stdin: BinaryIO | None) -> Iterator[Document | DocumentError]:
    if source == "-":
        yield from _of_stream(stdin or sys.stdin.buffer, "-", "", options)
    elif source.lower().startswith(("http://", "https://")):
        raise DocumentError(source, "addresses are not yet read; save the report's text to a .txt file")
    elif Path(source).is_dir():
        closed: list[OSError] = []
        paths = list(_in_folder(Path(source), closed.append))
        yield from (_refused(error.filename, error) for error in closed)
        if paths or not closed:
            yield from _of_files(source, paths, "a folder without .txt or .jsonl files", options)
    elif not Path(source).exists() and glob.has_magic(source):
        yield from _of_files(source, _matching(source), "matches no file", options)
    else:
        yield from _of_file(Path(source), options)


def _of_files(source: str, paths: list[Path], nothing: str, options: Options) -> Iterator[Document | DocumentError]:
    if not paths:
        raise DocumentError(source, nothing)
    for path in paths:
        yield from ingest([path], published=options.published, language=options.language)


def _matching(pattern: str) -> list[Path]:
    return [Path(one) for one in sorted(glob.glob(pattern, recursive=True))]  # noqa: PTH207 - Path.glob takes no absolute pattern


def _in_folder(folder: Path, closed: Callable[[OSError], object]) -> Iterator[Path]:
    """Its reports and those of folders in it, in the order of their names; hidden ones are left aside."""
    for place, folders, names in os.walk(folder, onerror=closed):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(place, name)
            if not name.startswith(".") and path.suffix.lower() in TEXT + JSONL and not _is_our_output(path):
                yield path


def _is_our_output(path: Path) -> bool:
    """Whether we are writing this very file: `comity read . > all.jsonl` would read its own answers for ever."""
    try:
        return os.path.samestat(path.stat(), os.fstat(sys.stdout.fileno()))
    except (OSError, ValueError):
        return False


def _of_file(path: Path, options: Options) -> Iterator[Document | DocumentError]:
    with path.open("rb") as stream:
        yield from _of_stream(stream, _named(path), path.suffix.lower(), options)


def _refused(source: str | Path, error: OSError) -> DocumentError:
    return DocumentError(_named(source), error.strerror or str(error))


def _named(path: str | Path) -> str:
    """A path as text; a name that is not UTF-8 on the disk still has to be told and kept."""
    return os.fsencode(path).decode("utf-8", "replace")


def _of_stream(stream: BinaryIO, source: str, suffix: str, options: Options) -> Iterator[Document | DocumentError]:
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream)  # type: ignore[type-var]
    start = buffered.peek(_PEEK)[:_PEEK]
    _refuse_other_formats(start, source, suffix)
    if suffix in JSONL or (suffix not in TEXT and _is_json(start)):
        yield from read_jsonl(buffered, source, published=options.published, language=options.language)
    else:
        yield read_text(_whole(buffered, source), source, published=options.published, language=options.language)


def _refuse_other_formats(start: bytes, source: str, suffix: str) -> None:
    for signature, why in _SIGNATURES:
        if start.startswith(signature):
            raise DocumentError(source, why)
    head = start.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if suffix in _PAGES or head.startswith((b"<!doctype", b"<html", b"<?xml")):
        raise DocumentError(source, "web pages are not yet read; save the report's text to a .txt file")
    if suffix in JSONL and start.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise DocumentError(source, "UTF-16; convert it first: iconv -f UTF-16 -t UTF-8 FILE > NEW")
    if suffix not in TEXT and head.startswith((b"[{", b"[\n", b"[\r", b"[ ")):
        raise DocumentError(source, "a JSON array; write one object a line: jq -c '.[]' FILE > NEW.jsonl")


def _is_json(start: bytes) -> bool:
    return start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")


def _whole(stream: BinaryIO, source: str) -> bytes:
    content = stream.read(LONGEST_LINE + 1)
    if len(content) > LONGEST_LINE:
        raise DocumentError(
            source, f"longer than {LONGEST_LINE} bytes, which no report is; many reports go into a .jsonl file"
        )
    return content
