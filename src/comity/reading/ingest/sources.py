"""Paths, patterns, folders, addresses and the standard input to documents. The format is told by content and name."""

from __future__ import annotations

import glob
import io
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from comity.errors import DocumentError
from comity.model.document import Document
from comity.reading.ingest.archive import charset_of, form_of_type, read_archive
from comity.reading.ingest.formats import PEEK, form_of, form_of_markup, is_open_question, is_report, names_of
from comity.reading.ingest.jsonl import read_json, read_jsonl
from comity.reading.ingest.options import Options
from comity.reading.ingest.raw import Raw
from comity.reading.ingest.streams import Meter, metered, recoded, start_of, unpacked, unpacked_start, whole
from comity.reading.ingest.table import read_table

if TYPE_CHECKING:
    from comity.reading.ingest.web import Fetcher

# What Python puts for bytes in a name that are not UTF-8.
_NO_CHARACTER = re.compile("[\ud800-\udfff]")
Found = Document | DocumentError | Raw


def ingest(
    sources: Iterable[str | Path], options: Options | None = None, *, stdin: BinaryIO | None = None
) -> Iterator[Document | DocumentError]:
    """The documents of files, patterns, folders, addresses and `-` (the standard input), in order.

    What cannot be read comes as a DocumentError in its place, and the rest goes on.
    """
    for found in gather(sources, options or Options(), stdin=stdin):
        if isinstance(found, Raw):
            yield from found.documents()
        else:
            yield found


def gather(
    sources: Iterable[str | Path], options: Options, *, stdin: BinaryIO | None = None, meter: Meter | None = None
) -> Iterator[Found]:
    """As `ingest`, with pages and feeds still in their bytes: taking them apart is work that can be shared out."""
    meter = meter or Meter()
    walk = _Walk(options, stdin, meter)
    named = [str(source) for source in sources]
    for source in named:
        meter.expect(Path(source))
    for source in named:
        yield from walk.told(source)


class _Walk:
    """Goes from sources to what stands in them."""

    def __init__(self, options: Options, stdin: BinaryIO | None, meter: Meter) -> None:
        self._options = options
        self._stdin = stdin
        self._meter = meter
        self._fetcher: Fetcher | None = None

    def told(self, source: str | Path) -> Iterator[Found]:
        try:
            yield from self._source(source)
        except DocumentError as error:
            yield error
        except OSError as error:
            yield _refused(source, error)
        except Exception as error:
            # Nobody thought of it, and still the other sources are read.
            yield DocumentError(_named(source), f"cannot be read further: {type(error).__name__}: {error}")

    def _source(self, source: str | Path) -> Iterator[Found]:
        if isinstance(source, Path):
            yield from self._file(source)
        elif source == "-":
            yield from self._stream(self._stdin or sys.stdin.buffer, "-", "")
        elif source.lower().startswith(("http://", "https://")):
            yield from self._address(source)
        elif source.lower().startswith(("webcal://", "webcals://")):
            # What subscriptions to calendars are linked as; it is fetched like any page.
            yield from self._address("https" + source[source.index(":") :])
        elif Path(source).is_dir():
            closed: list[OSError] = []
            paths = list(_in_folder(Path(source), closed.append))
            yield from (_refused(error.filename, error) for error in closed)
            if paths or not closed:
                yield from self._files(source, paths, "a folder without reports (files in " + names_of() + ")")
        elif not Path(source).exists() and glob.has_magic(source):
            yield from self._files(source, _matching(source), "matches no file")
        else:
            yield from self._file(Path(source))

    def _files(self, source: str, paths: list[Path], nothing: str) -> Iterator[Found]:
        if not paths:
            raise DocumentError(source, nothing)
        for path in paths:
            self._meter.expect(path)
        for path in paths:
            yield from self.told(path)

    def _file(self, path: Path) -> Iterator[Found]:
        with metered(path, self._meter) as stream:
            yield from self._stream(stream, _named(path), path.name)

    def _address(self, source: str) -> Iterator[Found]:
        from comity.reading.ingest.web import Fetcher

        self._fetcher = self._fetcher or Fetcher()
        answer = self._fetcher.fetch(source)
        form = form_of(answer.content[:PEEK], answer.name, source, self._options)
        form = form_of_type(answer.content_type) or form if form == "text" else form
        if form in ("page", "feed", "calendar", "text"):
            charset = charset_of(answer.content_type)
            yield Raw(form, answer.address, answer.content, self._options, charset, answer.address, answer.content_type)
        else:
            yield from self._stream(io.BytesIO(answer.content), answer.address, answer.name)

    def _stream(self, stream: BinaryIO, source: str, name: str, *, packed: bool = False) -> Iterator[Found]:
        start, stream = start_of(stream)
        form = form_of(start, name, source, self._options)
        if form == "archive":
            yield from read_archive(stream, source, self._options)
        elif form == "gzip":
            if packed:
                raise DocumentError(source, "packed with gzip twice; unpack it first: gunzip FILE")
            yield from self._unpacked(stream, start, source, name)
        elif form in _READERS:
            yield from _READERS[form](recoded(stream, start, source), source, self._options)
        else:
            yield Raw(form, source, whole(stream, source), self._options)

    def _unpacked(self, stream: BinaryIO, start: bytes, source: str, name: str) -> Iterator[Found]:
        """An archive stays packed: its records are packed one by one, and are found again by that."""
        inner = name[: -len(".gz")] if name.lower().endswith(".gz") else name
        if form_of(unpacked_start(start), inner, source, self._options) == "archive":
            yield from read_archive(stream, source, self._options)
        else:
            yield from self._stream(unpacked(stream, source), source, inner, packed=True)


_READERS = {"jsonl": read_jsonl, "json": read_json, "table": read_table}


def _matching(pattern: str) -> list[Path]:
    return [Path(one) for one in sorted(glob.glob(pattern, recursive=True))]  # noqa: PTH207 - Path.glob takes no absolute pattern


def _in_folder(folder: Path, closed: Callable[[OSError], object]) -> Iterator[Path]:
    """Its reports and those of folders in it, in the order of their names; hidden ones are left aside."""
    for place, folders, names in os.walk(folder, onerror=closed):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(place, name)
            if not name.startswith(".") and _is_taken(path) and not _is_our_output(path):
                yield path


def _is_taken(path: Path) -> bool:
    """By its name, and where that says nothing by a look inside; never a pipe or device, which might not end."""
    if path.exists() and not path.is_file():
        return False
    if is_open_question(path.name) or path.suffix.lower() == ".xml":
        return _is_markup(path)
    return is_report(path.name)


def _is_markup(path: Path) -> bool:
    """Whether it begins like a page or feed: the other files of a saved site are left aside."""
    try:
        with path.open("rb") as stream:
            return form_of_markup(stream.read(PEEK)) is not None
    except OSError:
        return False


def _is_our_output(path: Path) -> bool:
    """Whether we are writing this very file: `comity read . > all.jsonl` would read its own answers for ever."""
    try:
        return os.path.samestat(path.stat(), os.fstat(sys.stdout.fileno()))
    except (OSError, ValueError):
        return False


def _refused(source: str | Path, error: OSError) -> DocumentError:
    return DocumentError(_named(source), error.strerror or str(error))


def _named(path: str | Path) -> str:
    """A path as text; a name that is not UTF-8 on the disk still has to be told and kept."""
    return _NO_CHARACTER.sub("\N{REPLACEMENT CHARACTER}", str(path))
