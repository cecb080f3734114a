"""One plain text to one document. The whole text is kept, so that offsets are those of the file."""

from __future__ import annotations

from comity.errors import DocumentError
from comity.model.document import Document, digest
from comity.reading.ingest.decoding import known, marked
from comity.reading.ingest.head import read_head
from comity.reading.ingest.language import language_of
from comity.reading.ingest.options import Options


def read_text(
    content: bytes,
    source: str,
    options: Options | None = None,
    *,
    charset: str | None = None,
    address: str | None = None,
) -> Document:
    """The document of a text's bytes. What the caller says of day and language outranks what the text says.

    `charset` is what a server said of the encoding, `address` where the text stands. Raises DocumentError where the
    bytes are no text.
    """
    options = options or Options()
    text = decode(content, source, charset=charset)
    head = read_head(text)
    return Document(
        id=digest("document", "", text, *([address] if address else [])),
        source=source,
        text=text,
        title=head.title,
        outlet=head.outlet,
        origin=head.origin,
        published=options.published or head.published,
        language=options.language or language_of(text[head.body :]),
        body=head.body,
    )


def decode(content: bytes, source: str, *, charset: str | None = None) -> str:
    """What a byte order mark or a server says, else UTF-8. Raises DocumentError, which names the first byte that does not fit."""
    encoding = marked(content) or known(charset) or "utf-8"
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
