"""Reports a second through each way in, up to the document, on one core and without the reading of sentences.

usage: python bench/ways_in.py [REPORTS.jsonl]     (default: tests/corpus/en.jsonl)

The same reports come in every form. Of pages there are two sorts: those that name an organization, which are taken
apart, and others, which the gate lets pass; each has the scripts and menus of a site around it. The ratio is to the
baseline of bench/baseline.py on the same texts.
"""

from __future__ import annotations

import csv
import gzip
import html
import io
import json
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from baseline import baseline_rate, seconds

from comity.model.document import Document
from comity.reading.ingest import ingest

DEFAULT = Path(__file__).parents[1] / "tests" / "corpus" / "en.jsonl"
Row = dict[str, Any]

_MENU = "".join(
    f'<li class="menu-item menu-item-{number}"><a href="/section/{number}">Section {number}</a></li>'
    for number in range(60)
)
_SCRIPT = (
    "<script>"
    + "window.dataLayer = window.dataLayer || []; function track(a, b) { return a + b; }\n" * 200
    + "</script>"
)
_OTHER = "The cat sat on the mat, and the neighbours came to look at it until the evening. "


def main(arguments: list[str]) -> None:
    path = Path(arguments[0]) if arguments else DEFAULT
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    base = baseline_rate(row["text"] for row in rows)
    print(f"{len(rows)} reports, {sum(len(row['text'].encode()) for row in rows) / 1e6:.2f} MB of text")
    print(f"{'baseline':24}{base:10,.0f} reports/s")
    with tempfile.TemporaryDirectory() as folder:
        for name, write in WAYS.items():
            _measure(name, write, rows, Path(folder), base)


def _measure(name: str, write: Callable[[list[Row], Path], Path], rows: list[Row], folder: Path, base: float) -> None:
    place = write(rows, folder)
    size = sum(path.stat().st_size for path in ([place] if place.is_file() else place.iterdir()))
    found = list(ingest([place]))
    if len(found) != len(rows) or not all(isinstance(one, Document) for one in found):
        raise AssertionError(
            f"{name}: {len(found)} of {len(rows)} reports, {[one for one in found if not isinstance(one, Document)][:3]}"
        )
    spent = seconds(lambda: list(ingest([place])), repeats=3)
    rate = len(rows) / spent
    print(f"{name:24}{rate:10,.0f} reports/s {size / spent / 1e6:8.1f} MB/s   ratio {rate / base:.4f}")


def _jsonl(rows: list[Row], folder: Path) -> Path:
    place = folder / "reports.jsonl"
    place.write_text("".join(json.dumps(_fields(row)) + "\n" for row in rows), "utf-8")
    return place


def _table(rows: list[Row], folder: Path) -> Path:
    place = folder / "reports.csv"
    with place.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, ["id", "title", "published", "text"])
        writer.writeheader()
        writer.writerows(_fields(row) for row in rows)
    return place


def _texts(rows: list[Row], folder: Path) -> Path:
    return _folder(folder / "texts", ".txt", [row["text"].encode() for row in rows])


def _pages(rows: list[Row], folder: Path) -> Path:
    return _folder(folder / "pages", ".html", [_page(row) for row in rows])


def _other_pages(rows: list[Row], folder: Path) -> Path:
    others = [
        row | {"title": "A cat", "text": (_OTHER * 99)[: len(row["text"])] + str(number)}
        for number, row in enumerate(rows)
    ]
    return _folder(folder / "others", ".html", [_page(row) for row in others])


def _feed(rows: list[Row], folder: Path) -> Path:
    place = folder / "reports.rss"
    entries = "".join(_entry(row) for row in rows)
    place.write_text(f"<rss><channel><title>Reports</title>{entries}</channel></rss>", "utf-8")
    return place


def _archive(rows: list[Row], folder: Path) -> Path:
    place = folder / "reports.warc.gz"
    place.write_bytes(b"".join(gzip.compress(_record(row), 1) for row in rows))
    return place


def _folder(folder: Path, suffix: str, contents: list[bytes]) -> Path:
    folder.mkdir()
    for number, content in enumerate(contents):
        (folder / f"{number:06}{suffix}").write_bytes(content)
    return folder


def _fields(row: Row) -> Row:
    return {name: row.get(name) for name in ("id", "title", "published", "text")}


def _page(row: Row) -> bytes:
    title = html.escape(row.get("title") or "A report")
    paragraphs = "".join(f"<p>{html.escape(part)}</p>" for part in row["text"].split("\n"))
    day = f'<meta property="article:published_time" content="{row["published"]}">' if row.get("published") else ""
    head = f"<head><title>{title}</title>{day}{_SCRIPT}</head>"
    return f"<!doctype html><html>{head}<body><ul>{_MENU}</ul><h1>{title}</h1>{paragraphs}<ul>{_MENU}</ul></body></html>".encode()


def _entry(row: Row) -> str:
    told = html.escape("".join(f"<p>{html.escape(part)}</p>" for part in row["text"].split("\n")))
    return f"<item><title>{html.escape(row.get('title') or '')}</title><description>{told}</description></item>"


def _record(row: Row) -> bytes:
    answer = io.BytesIO()
    answer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n")
    answer.write(_page(row))
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2021-01-01T00:00:00Z\r\n"
        f"WARC-Target-URI: https://example.org/{row['id']}\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {answer.tell()}\r\n\r\n"
    )
    return head.encode() + answer.getvalue() + b"\r\n\r\n"


WAYS: dict[str, Callable[[list[Row], Path], Path]] = {
    "text files": _texts,
    "JSON lines": _jsonl,
    "table (CSV)": _table,
    "feed (RSS)": _feed,
    "pages, parsed": _pages,
    "pages, past the gate": _other_pages,
    "archive (WARC), parsed": _archive,
}


if __name__ == "__main__":
    main(sys.argv[1:])
