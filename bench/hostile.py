"""Feeds folders of hostile files to the ways in, one file after another: each must be read or refused with a reason.

usage: python bench/hostile.py FOLDER...

Good folders are the test files of feedparser, JSONTestSuite, warcio, resiliparse, csv-spectrum and readability, and the
big list of naughty strings: an array of strings, as the last is, is also fed string by string, as a text, a JSON line,
a row, a page and a feed. The exit code is 1 where anything crashed or took longer than SECONDS.
"""

from __future__ import annotations

import csv
import html
import io
import json
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from comity.errors import DocumentError
from comity.model.document import Document
from comity.reading.ingest import Options, ingest
from comity.reading.reader import Reader

SECONDS = 30
_COLUMNS = ("files", "read", "refused", "crashed", "documents")


class TooLongError(Exception):
    """A file that took longer than SECONDS."""


def main(arguments: list[str]) -> int:
    if not arguments:
        sys.exit(__doc__)
    reader, total = Reader(), Counter[str]()
    print(f"{'folder':44}" + "".join(f"{name:>11}" for name in _COLUMNS) + f"{'slowest':>10}")
    for folder in arguments:
        counts = _walk(Path(folder), reader)
        total += counts
        slowest = counts.pop("slowest ms", 0) / 1000
        print(f"{folder[-43:]:44}" + "".join(f"{counts[name]:11,}" for name in _COLUMNS) + f"{slowest:9.2f}s")
    return 1 if total["crashed"] else 0


def _walk(folder: Path, reader: Reader) -> Counter[str]:
    counts = Counter[str]()
    paths = [folder] if folder.is_file() else sorted(path for path in folder.rglob("*") if path.is_file())
    for path in paths:
        _count(counts, reader, str(path), lambda path=path: ingest([path]))  # type: ignore[misc]
        for name, content, options in _strings_of(path):
            _count(counts, reader, f"{path} as {name}", lambda told=(content, options): _piped(*told))  # type: ignore[misc]
    return counts


def _count(counts: Counter[str], reader: Reader, name: str, found: Callable[[], Iterable[object]]) -> None:
    """One file: what comes of it is read by all rules, too."""
    start, documents, refused = time.perf_counter(), 0, 0
    counts["files"] += 1
    try:
        with _limit():
            for one in found():
                if isinstance(one, Document):
                    reader.read(one)
                    documents += 1
                elif isinstance(one, DocumentError) and one.why.strip() and "\n" not in one.why[:1]:
                    refused += 1
                else:
                    raise TypeError(f"neither a document nor an error that says why: {one!r}")
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt):
            raise
        counts["crashed"] += 1
        print(f"  crashed: {name}: {type(error).__name__}: {str(error)[:200]}")
    else:
        counts["read" if documents else "refused"] += 1
        if not documents and not refused:
            counts["crashed"] += 1
            print(f"  crashed: {name}: neither read nor refused")
    counts["documents"] += documents
    counts["slowest ms"] = max(counts["slowest ms"], int(1000 * (time.perf_counter() - start)))


@contextmanager
def _limit() -> Iterator[None]:
    def ring(*_: object) -> None:
        raise TooLongError(f"longer than {SECONDS} seconds")

    signal.signal(signal.SIGALRM, ring)
    signal.alarm(SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)


def _piped(content: bytes, options: Options) -> Iterable[object]:
    return ingest(["-"], options, stdin=io.BytesIO(content))


def _strings_of(path: Path) -> Iterator[tuple[str, bytes, Options]]:
    """The strings of a JSON array of strings, in every form that a report can have."""
    if path.suffix != ".json" or path.stat().st_size > 1_000_000:
        return
    try:
        told = json.loads(path.read_bytes())
    except (ValueError, RecursionError):
        return
    if isinstance(told, list) and len(told) > 50 and all(isinstance(one, str) for one in told):
        for one in told:
            yield from _forms(f"The SCO met. {one}", one)


def _forms(text: str, title: str) -> Iterator[tuple[str, bytes, Options]]:
    plain = Options()
    yield "a text", text.encode("utf-8", "surrogatepass"), plain
    yield "a JSON line", json.dumps({"text": text, "title": title, "outlet": title, "url": title}).encode(), plain
    table = io.StringIO()
    csv.writer(table).writerows([["text", "title"], [text, title]])
    yield "a table", table.getvalue().encode("utf-8", "surrogatepass"), plain
    page = f"<html><title>{title}</title><body><p>{text}</p></body></html>"
    yield "a page", page.encode("utf-8", "surrogatepass"), plain
    entry = f"<item><title>{html.escape(title)}</title><description>{html.escape(text)}</description></item>"
    yield "a feed", f"<rss><channel>{entry}</channel></rss>".encode("utf-8", "surrogatepass"), plain


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
