"""Direct speech: where quotation marks open and close, over sentences and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

# By what a mark may be closed. Single ones, which are apostrophes too, only where a quotation can begin and end.
_CLOSED_BY = {
    "“": ("”", '"'), "«": ("»",), "„": ("”", "“", '"'), "``": ("''", "”", '"'), '"': ('"', "”"), "''": ("''",),
    "‘": ("’",), "'": ("'",),
}  # fmt: skip
_SINGLE = ("‘", "'")
_CLOSE = ("”", "»", "’")
_MARK = re.compile(
    r"[“”«»„\"]|``|''|(?<![\w.,!?])‘(?=\w)|(?<=[,.?!…])’(?=[\s.,]|$)|(?:(?<=\s)|^)'(?=[A-Z]\w*[\s,'])|(?<=[,.?!])'(?=\s|$)",
    re.MULTILINE,
)
_PARAGRAPH = re.compile(r"[^\n\r]+")
_VERB_BEFORE = re.compile(r"\b(?:\w+ed|said|says|wrote|writes)\s*,\s*$")
_SAID_TO = re.compile(r"[,:]\s*$")


class Quotation(msgspec.Struct, frozen=True):
    """Quoted words: `start:end` without the marks, `from_:to` with them. `speech` tells what somebody said from a title
    or a borrowed word; `goes_on` that the next paragraph continues it, `continues` that it continues the last one."""

    start: int
    end: int
    from_: int
    to: int
    speech: bool
    goes_on: bool = False
    continues: bool = False


def find_quotations(text: str, start: int = 0) -> tuple[Quotation, ...]:
    """All quotations from `start` on, in order."""
    found: list[Quotation] = []
    for block in _PARAGRAPH.finditer(text, start):
        goes_on = bool(found) and found[-1].goes_on
        found += _in_paragraph(text, block.start(), block.end(), goes_on)
    return tuple(found)


def _in_paragraph(text: str, start: int, end: int, continued: bool) -> Iterator[Quotation]:
    last: Quotation | None = None
    for number, (opening, closing, width) in enumerate(_marks(text, start, end, continued=continued)):
        unclosed = closing == end
        speech = _is_speech(text, start, opening, closing, last, unclosed=unclosed, width=width)
        to = closing if unclosed else closing + width
        inner = text[opening + width : closing]
        first = opening + width + len(inner) - len(inner.lstrip())
        final = closing - len(inner) + len(inner.rstrip(" ,\t"))
        if final <= first:
            continue
        last = Quotation(first, final, opening, to, speech, unclosed and speech, continued and number == 0)
        yield last


def _marks(text: str, start: int, end: int, *, continued: bool) -> Iterator[tuple[int, int, int]]:
    """Pairs of marks and their length; an opening one without its fellow runs to the paragraph's end."""
    opened: re.Match[str] | None = None
    marks = list(_MARK.finditer(text, start, end))
    if continued and marks and marks[0][0] in ("”", "»"):
        # A quotation whose next paragraph is not opened anew.
        yield start, marks[0].start(), 0
    for mark in marks:
        if opened is None:
            opened = None if mark[0] in _CLOSE else mark
        elif opened[0] in _SINGLE and mark[0] not in (*_SINGLE, *_CLOSE):
            opened = mark
        elif mark[0] in _CLOSED_BY[opened[0]]:
            yield opened.start(), mark.start(), len(mark[0])
            opened = None
    if (
        opened is not None
        and opened[0] not in _SINGLE
        and end - opened.end() > 20
        and text[opened.end() : opened.end() + 1].strip()
    ):
        yield opened.start(), end, len(opened[0])


def _is_speech(
    text: str, start: int, opening: int, closing: int, last: Quotation | None, *, unclosed: bool, width: int
) -> bool:
    inner = text[opening + width : closing].strip()
    if len(inner.split()) < 2:
        return False
    before, after = text[start:opening], text[closing + width : closing + width + 2]
    pointed = inner[-1] in ",.?!…" or after[:1] in (",", ".", "?") or after in (" -", " –", " —") or unclosed
    if not pointed:
        return False
    if not before.strip() or re.search(r"[.?!]\s*$", before):
        return True
    if _SAID_TO.search(before):
        if _VERB_BEFORE.search(before):
            return True
        split = last is not None and last.speech and opening - last.to < 90
        return split or (inner[0].isupper() and len(inner.split()) > 2) or before.rstrip()[-1] == ":"
    # A sentence quoted whole without a comma before it: He said "We will come."
    return inner[0].isupper() and inner[-1] in ".?!" and len(inner.split()) > 3
