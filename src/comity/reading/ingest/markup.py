"""The words of a page, cheaply: without its scripts, styles and tags. No tree is made, and nothing is judged."""

from __future__ import annotations

import html
import re

# Piece by piece from "<" to "<": a page may be nothing but one script that is never closed.
_UNSHOWN = re.compile(
    r"<!--[^-]*(?:-(?!->)[^-]*)*(?:-->|\Z)"
    r"|<(script|style|noscript|template|svg|head|title)\b[^<>]*>[^<]*(?:<(?!/\1\b)[^<]*)*(?:</\1\b[^<>]*>|\Z)",
    re.IGNORECASE,
)
_TITLE = re.compile(r"<title\b[^<>]*>([^<]{1,1000})", re.IGNORECASE)
_BREAK = re.compile(
    r"</?(?:p|div|br|h[1-6]|li|ul|ol|table|tr|td|th|blockquote|article|section|header|footer|nav|aside|figure|figcaption|"
    r"main|form|hr|pre|dd|dt|dl|address|option)\b[^<>]*>",
    re.IGNORECASE,
)
# A tag ends with ">"; a stray "<" in running text opens none.
_TAG = re.compile(r"</?[A-Za-z!?][^<>]*>")
_SPACES = re.compile(r"[^\S\n]+")
_LINES = re.compile(r" ?\n[ \n]*")
_CONTROLS = re.compile(r"[\0-\x08\x0b\x0c\x0e-\x1f\x7f]")


def plain_text(markup: str) -> str:
    """What a page or a feed's entry shows, a paragraph a line, menus and all."""
    shown = _TAG.sub(" ", _BREAK.sub("\n", _UNSHOWN.sub(" ", markup)))
    return tidied(html.unescape(shown))


def tidied(text: str) -> str:
    """A paragraph a line, single spaces, and no character that no database keeps."""
    text = _CONTROLS.sub("", text).encode("utf-8", "replace").decode("utf-8")
    return _LINES.sub("\n", _SPACES.sub(" ", text)).strip()


def title_of(markup: str) -> str | None:
    """What stands in the window's title."""
    found = _TITLE.search(markup)
    return one_line(found[1]) if found else None


def one_line(text: str | None) -> str | None:
    """A title or name without line ends, references and white space at its ends; None where nothing is left."""
    return " ".join(_CONTROLS.sub("", html.unescape(text or "")).split()) or None
