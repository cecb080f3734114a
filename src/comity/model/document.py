"""One report, and the words in it."""

from __future__ import annotations

import hashlib
from datetime import date

import msgspec


class Evidence(msgspec.Struct, frozen=True):
    """Quoted words: `quote` is exactly `text[start:end]`, counted in Unicode code points of the document's text."""

    start: int
    end: int
    quote: str


class Document(msgspec.Struct, frozen=True):
    """One report: UrduPoint carried on 10 November 2020, from the agency Sputnik, "Putin hopes …".

    `outlet` is who carried it, `origin` the agency that it reprints, `published` its own day where known, `language`
    an ISO 639-1 code, `source` the path or address that it came from. `body` is where in `text` the report itself
    begins, after a page's head and furniture.
    """

    id: str
    source: str
    text: str
    title: str | None = None
    outlet: str | None = None
    origin: str | None = None
    published: date | None = None
    language: str | None = None
    body: int = 0

    def quote(self, start: int, end: int) -> Evidence:
        return Evidence(start, end, self.text[start:end])


def content_id(text: str, title: str | None = None) -> str:
    """The id of a document whose source gives none: a hash of what it says."""
    return digest("document", title or "", text)


def digest(*parts: str) -> str:
    """A short, stable hash (16 hexadecimal digits) of text parts; the parts' borders count."""
    joined = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(joined, digest_size=8).hexdigest()
