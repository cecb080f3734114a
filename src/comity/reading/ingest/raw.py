"""Bytes on their way to reports: what is cut out of files and archives cheaply, and made into documents by whoever has time."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from comity.errors import DocumentError
from comity.model.document import Document
from comity.reading.ingest.feed import read_feed
from comity.reading.ingest.options import Options
from comity.reading.ingest.page import read_page
from comity.reading.ingest.text import read_text


class Raw(msgspec.Struct, frozen=True):
    """A page of an archive, still in its bytes: `form` is page, feed or text; `address` is where it stood."""

    form: str
    source: str
    content: bytes
    options: Options
    charset: str | None = None
    address: str | None = None
    content_type: str = ""


def documents(raw: Raw) -> list[Document | DocumentError]:
    """The reports in it; what cannot be read is told, never raised."""
    try:
        return list(_read(raw))
    except DocumentError as error:
        return [error]
    except (RecursionError, MemoryError) as error:
        return [DocumentError(raw.source, f"cannot be taken apart: {type(error).__name__}")]


def _read(raw: Raw) -> Iterator[Document | DocumentError]:
    if raw.form == "page":
        yield read_page(raw.content, raw.source, raw.options, charset=raw.charset, address=raw.address)
    elif raw.form == "feed":
        yield from read_feed(raw.content, raw.source, raw.options, address=raw.address, content_type=raw.content_type)
    else:
        yield read_text(raw.content, raw.source, raw.options, charset=raw.charset, address=raw.address)
