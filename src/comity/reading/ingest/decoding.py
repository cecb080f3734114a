"""Bytes of a page or table to text: what marks, headers and the page itself say of their encoding."""

from __future__ import annotations

import codecs
import re

_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_LOOKED_AT = 4096
_GUESSED_FROM = 64 * 1024
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# As browsers take them: pages that declare the smaller set use the larger one.
_LARGER = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "iso8859-9": "cp1254"}
_NOT_TEXT = ("rot", "hex", "base64", "zlib", "bz2", "uu", "quopri", "unicode_escape", "raw_unicode", "punycode", "idna")


def marked(content: bytes) -> str | None:
    """The encoding that a byte order mark tells."""
    return next((name for mark, name in _MARKS if content.startswith(mark)), None)


def decode_page(content: bytes, charset: str | None = None) -> str:
    """A page's text: by its mark, the server's word, UTF-8, the page's own word, in this order; never fails.

    UTF-8 comes before the page's word, since nothing else looks like it, and pages that were saved anew lie.
    """
    mark = marked(content)
    for name in (mark, known(charset), "utf-8", known(_declared(content))):
        text = _strictly(content, name) if name else None
        if text is not None:
            return text
    likely = mark or known(charset) or known(_declared(content)) or _guessed(content) or "cp1252"
    return content.decode(likely, "replace")


def _guessed(content: bytes) -> str | None:
    """By how often which letters stand in it, where the extra that can tell is installed."""
    try:
        from charset_normalizer import from_bytes
    except ImportError:
        return None
    best = from_bytes(content[:_GUESSED_FROM]).best()
    return known(best.encoding) if best else None


def known(charset: str | None) -> str | None:
    """The name that Python has for a declared encoding; None for an unknown one, and for what is none of text."""
    try:
        name = codecs.lookup(charset.strip("\"' ")).name if charset else None
    except (LookupError, ValueError):
        return None
    if name is None or name.startswith(_NOT_TEXT):
        return None
    return _LARGER.get(name, name)


def _declared(content: bytes) -> str | None:
    found = _DECLARED.search(content, 0, _LOOKED_AT)
    if not found:
        return None
    name = found[1].decode("ascii")
    # Whoever could read "charset=utf-16" in plain letters has a page that is not in UTF-16.
    return None if name.lower().startswith(("utf-16", "utf-32", "utf16", "utf32")) else name


def _strictly(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None
