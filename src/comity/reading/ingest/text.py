"""One plain text to one document. The whole text is kept, so that offsets are those of the file."""

from __future__ import annotations

import codecs
from datetime import date

from comity.errors import DocumentError
from comity.model.document import Document, content_id
from comity.reading.ingest.head import read_head
from comity.reading.ingest.language import language_of

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_text(content: bytes, source: str, *, published: date | None = None, language: str | None = None) -> Document:
    """The document of a file's bytes. What the caller says of day and language outranks what the page says.

    Raises DocumentError where the bytes are no text.
    """
    text = decode(content, source)
    head = read_head(text)
    return Document(
        id=content_id(text),
        source=source,
        text=text,
        title=head.title,
        outlet=head.outlet,
        origin=head.origin,
        published=published or head.published,
        language=language or language_of(text[head.body :]),
        body=head.body,
    )


def decode(content: bytes, source: str) -> str:
    """UTF-8, or what a byte order mark says. Raises DocumentError, which names the first byte that does not fit."""
    encoding = next((name for mark, name in _MARKS if content.startswith(mark)), "utf-8")
    if encoding.startswith("utf-8") and b"\0" in content:
        raise DocumentError(source, f"a binary file, not text: byte {content.index(0)} is NUL")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise DocumentError(source, not_text(error, encoding)) from error
    if not text.strip():
        raise DocumentError(source, "empty: there is nothing to read")
    if "\0" in text:
        raise DocumentError(source, f"a binary file, not text: character {text.index(chr(0))} is NUL")
    return text


def not_text(error: UnicodeDecodeError, encoding: str = "utf-8") -> str:
    """What to say of bytes in another encoding, and how to convert them."""
    name = encoding.upper().removesuffix("-SIG")
    byte = f"byte {error.start} is 0x{error.object[error.start]:02x}"
    return (
        f"not {name}: {byte} ({error.reason}); convert it first, for example: iconv -f WINDOWS-1251 -t UTF-8 FILE > NEW"
    )
