"""Bytes on their way to reports: what is cut out of files and archives cheaply, and made into documents by whoever has time."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from comity.errors import DocumentError
from comity.model.document import Document
from comity.reading.ingest.feed import read_feed
from comity.reading.ingest.ics import read_calendar
from comity.reading.ingest.options import Options
from comity.reading.ingest.page import read_page
from comity.reading.ingest.text import read_text


class Raw(msgspec.Struct, frozen=True):
    """A page of an archive, still in its bytes: `form` is page, feed, calendar or text; `address` is where it stood."""

    form: str
    source: str
    content: bytes
    options: Options
    charset: str | None = None
    address: str | None = None
    content_type: str = ""

    def documents(self) -> list[Document | DocumentError]:
        """The reports in it; what cannot be read is told, never raised."""
        try:
            return list(self._read())
        except DocumentError as error:
            return [error]
        except Exception as error:
            # Whatever is wrong with one page or with the parts that take it apart, a run over a million goes on.
            return [DocumentError(self.source, f"cannot be taken apart: {type(error).__name__}: {error}")]

    def _read(self) -> Iterator[Document | DocumentError]:
        if self.form == "page":
            yield read_page(self.content, self.source, self.options, charset=self.charset, address=self.address)
        elif self.form == "feed":
            yield from read_feed(
                self.content, self.source, self.options, address=self.address, content_type=self.content_type
            )
        elif self.form == "calendar":
            yield from read_calendar(
                self.content, self.source, self.options, charset=self.charset, address=self.address
            )
        else:
            yield read_text(self.content, self.source, self.options, charset=self.charset, address=self.address)
