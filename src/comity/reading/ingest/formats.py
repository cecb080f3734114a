"""Which format bytes are in: by what they begin with, and where that says nothing by the name."""

from __future__ import annotations

import re

from comity.errors import DocumentError
from comity.reading.ingest.decoding import marked
from comity.reading.ingest.feed import ROOTS
from comity.reading.ingest.options import Options
from comity.reading.ingest.table import looks_like_table

PEEK = 4096
SUFFIXES = {
    "text": (".txt", ".text"),
    "jsonl": (".jsonl", ".ndjson"),
    "json": (".json",),
    "table": (".csv", ".tsv"),
    "page": (".html", ".htm", ".xhtml", ".shtml"),
    "feed": (".rss", ".atom", ".rdf", ".xml"),
    "calendar": (".ics",),
    "archive": (".warc", ".warc.gz", ".warc.lz4", ".warc.zst"),
}
_SERVED = ("php", "asp", "jsp", "cfm", "shtm", "cgi")
_GZIP = b"\x1f\x8b"
_WARC = re.compile(rb"\s*WARC/\d")
_REFUSED = (
    (b"BZh", "compressed with bzip2; unpack it first: bunzip2 FILE"),
    (b"\xfd7zXZ", "compressed with xz; unpack it first: unxz FILE"),
    (b"\x28\xb5\x2f\xfd", "compressed with zstd; unpack it first: unzstd FILE"),
    (b"\x04\x22\x4d\x18", "compressed with lz4; unpack it first: unlz4 FILE"),
    (b"PK\x03\x04", "a zip archive or office document; save it as plain text first"),
    (b"%PDF", "a PDF; turn it into text first: pdftotext FILE"),
    (b"SQLite format 3", "a database, not a report; name it with --db"),
    (b"filedesc:", "an ARC archive, the form before WARC; convert it first: warcio recompress FILE NEW.warc.gz"),
    (b"MIME-Version:", "a page saved as MHTML; save it as a web page (HTML) instead"),
    (b"From: <Saved by", "a page saved as MHTML; save it as a web page (HTML) instead"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)
_COMMENTS = re.compile(
    rb"(?:\s|<!--.*?-->|<\?xml.*?\?>|<\?xml-stylesheet.*?\?>|<!doctype\s+(?!html)[^>[]*>)+", re.DOTALL | re.IGNORECASE
)
_PAGE = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|meta|title|article|div|p|h1|table|script)[\s>/]", re.IGNORECASE
)
_CALENDAR = re.compile(r"\s*BEGIN:VCALENDAR\b", re.IGNORECASE)
_JSON = re.compile(r"\s*(?:\{|\[\s*(?:[\[{\"\]]|\Z))")


def suffix_of(name: str) -> str:
    """The end of a name that tells its format: `.warc.gz`, `.html`; empty where it tells none."""
    low = name.lower()
    known = [suffix for suffixes in SUFFIXES.values() for suffix in suffixes if low.endswith(suffix)]
    return max(known, key=len, default="")


def form_of(start: bytes, name: str, source: str, options: Options) -> str:
    """text, jsonl, json, table, page, feed, calendar, archive or gzip. Raises DocumentError for what we do not read."""
    suffix = suffix_of(name)
    if _WARC.match(start) or suffix in (".warc.lz4", ".warc.zst"):
        return "archive"
    if start.startswith(_GZIP):
        return "gzip"
    for signature, why in _REFUSED:
        if start.startswith(signature):
            raise DocumentError(source, why)
    mark = marked(start)
    text = start.decode(mark or "utf-8", "ignore").lstrip("\ufeff")
    if _CALENDAR.match(text):
        return "calendar"
    return form_of_markup(text.encode("utf-8", "ignore")) or _of_name(suffix) or _of_words(text, options)


def form_of_markup(start: bytes) -> str | None:
    """page or feed, as the first tag says, whatever the name; None where none opens it."""
    body = start[_end(start) :]
    low = body[:40].lower()
    if low.startswith(ROOTS):
        return "feed"
    if _PAGE.match(body):
        return "page"
    return None


def _end(start: bytes) -> int:
    opening = _COMMENTS.match(start)
    return opening.end() if opening else 0


def _of_name(suffix: str) -> str | None:
    return next((form for form, suffixes in SUFFIXES.items() if suffix in suffixes), None)


def _of_words(text: str, options: Options) -> str:
    if _JSON.match(text):
        return "json"
    return "table" if looks_like_table(text.lstrip().split("\n", 1)[0], options) else "text"


def is_report(name: str) -> bool:
    """Whether a file in a folder is taken for reports by its name."""
    return bool(suffix_of(name.lower().removesuffix(".gz")))


def is_open_question(name: str) -> bool:
    """Whether only a look inside tells: a saved site's pages have names such as `index.php` or `story`."""
    base, dot, suffix = name.lower().rpartition(".")
    return not dot or not base or suffix.startswith(_SERVED) or "?" in name


def names_of() -> str:
    return ", ".join(sorted(suffix for suffixes in SUFFIXES.values() for suffix in suffixes))
