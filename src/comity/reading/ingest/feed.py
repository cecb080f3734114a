"""RSS and Atom: each entry a document. What a feed tells of itself holds for its entries."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from comity.errors import DocumentError
from comity.model.document import Document, digest
from comity.reading.ingest.day import find_day
from comity.reading.ingest.extras import needed
from comity.reading.ingest.fields import code_of, other
from comity.reading.ingest.head import read_head
from comity.reading.ingest.language import fitting, language_of
from comity.reading.ingest.markup import one_line, plain_text
from comity.reading.ingest.options import Options
from comity.reading.ingest.outlets import known_agency, outlet_of_address, own_name, same

ROOTS = (b"<rss", b"<feed", b"<rdf:rdf", b"<atom:feed", b"<channel")


def read_feed(
    content: bytes, source: str, options: Options | None = None, *, address: str | None = None, content_type: str = ""
) -> Iterator[Document | DocumentError]:
    """The documents of a feed's entries, in its order; an entry without words is told with its number.

    Raises DocumentError where it is no feed, and where the extra `web` is not installed.
    """
    parser = needed("feedparser", extra="web", source=source, what="feeds")
    headers = {"content-type": content_type} if content_type else {}
    try:
        # A stream, since bytes that look like an address would be fetched from it.
        found = parser.parse(
            io.BytesIO(content), response_headers=headers, sanitize_html=False, resolve_relative_uris=True
        )
    except Exception as error:
        raise DocumentError(source, f"a feed that cannot be parsed: {type(error).__name__}: {error}") from error
    if not found.entries:
        why = found.get("bozo_exception")
        raise DocumentError(source, f"no feed, or one without entries{f': {why}' if why else ''}")
    for number, entry in enumerate(found.entries, 1):
        yield _document(entry, found.feed, source, number, options or Options(), address)


def _document(
    entry: Mapping[str, Any], feed: Mapping[str, Any], source: str, number: int, options: Options, address: str | None
) -> Document | DocumentError:
    title = one_line(plain_text(_told(entry, "title") or ""))
    text = max((plain_text(one) for one in _texts(entry)), key=len, default="") or title
    if not text:
        return DocumentError(source, f"entry {number}: neither a title nor a text")
    link = _link(entry) or (address and f"{address}#{number}")
    head = read_head(text, title=title)
    outlet = own_name(one_line(_told(entry.get("source"), "title") or _told(feed, "title")) or "") or _host(link)
    return Document(
        id=digest("document", title or "", text, link or ""),
        source=link or f"{source}#{number}",
        text=text,
        title=title or head.title,
        outlet=outlet,
        origin=other(head.origin, outlet) or _agency(entry, outlet),
        published=options.published or _day(entry) or head.published,
        language=options.language or fitting(_language(entry, feed), language_of(text)),
        body=head.body,
    )


def _texts(entry: Mapping[str, Any]) -> Iterator[str]:
    """All that an entry gives for its text: the whole article, or only its summary."""
    for content in entry.get("content") or ():
        if isinstance(told := content.get("value"), str):
            yield told
    yield from (told for key in ("summary", "description") if (told := _told(entry, key)))


def _told(of: object, key: str) -> str | None:
    found = of.get(key) if isinstance(of, Mapping) else None
    return found.strip() or None if isinstance(found, str) else None


def _link(entry: Mapping[str, Any]) -> str | None:
    """An address; where an entry has none, its number in the feed's own books may stand for it."""
    link = _told(entry, "link")
    return link if link and "://" in link else None


def _host(link: str | None) -> str | None:
    if not link or "://" not in link:
        return None
    return outlet_of_address(link.split("://", 1)[1].split("/", 1)[0].rpartition("@")[2].partition(":")[0])


def _agency(entry: Mapping[str, Any], outlet: str | None) -> str | None:
    agency = known_agency(one_line(_told(entry, "author")) or "")
    return None if agency and same(agency, outlet) else agency


def _language(entry: Mapping[str, Any], feed: Mapping[str, Any]) -> str | None:
    detail = entry.get("content") or [entry.get("summary_detail")]
    return code_of(_told(detail[0], "language") or _told(feed, "language"))


def _day(entry: Mapping[str, Any]) -> date | None:
    """As it is written, in the time zone of the outlet, which is the one that "today" means."""
    for key in ("published", "created", "updated"):
        # Asked of the plain dictionary: the parser's own would answer with another date, and warn.
        told, written = _plain(entry, f"{key}_parsed"), _plain(entry, key)
        if told and written:
            try:
                return _written(str(written)) or date(*told[:3])
            except ValueError:
                continue
    return None


def _plain(entry: Mapping[str, Any], key: str) -> Any:
    return dict.get(entry, key) if isinstance(entry, dict) else entry.get(key)


def _written(text: str) -> date | None:
    found = find_day(text)
    return found.day if found else None
