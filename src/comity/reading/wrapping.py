"""Texts broken into lines of one width, as old wires and mails are, read as the paragraphs they were."""

from __future__ import annotations

import re
from itertools import pairwise

_LINE = re.compile(r"[^\n\r]+")
_BREAK = re.compile(r"\r?\n")
_STOP = re.compile(r"[.!?:;][\"'”’»)]*$")
_ENTRY = re.compile(r"[-–—•*·]\s")
_NUMBERED = re.compile(r"\(?\d{1,2}[.)]\s")
# A text is taken for wrapped when so many lines, and such a share of them, go on in small letters on the next line.
_FEWEST, _SHARE = 2, 0.25
_NARROWEST, _WIDEST = 40, 120


# So much white space in a line stands between the columns of a table, not between the words of a sentence.
_COLUMNS = re.compile(r"[ \t\xa0]{40,}")


def unwrapped(text: str) -> str:
    """The text with a space for each line break inside a paragraph, and a break for each gap between columns, so that all
    offsets stay; most texts unchanged."""
    return _joined(_COLUMNS.sub(lambda gap: "\n" + gap[0][1:], text))


def _joined(text: str) -> str:
    lines = [match for match in _LINE.finditer(text) if match[0].strip()]
    pairs = [(line, after) for line, after in pairwise(lines) if _adjoin(text, line, after)]
    going_on = [line for line, after in pairs if _goes_on(line[0].rstrip(), after[0])]
    if len(going_on) < _FEWEST or len(going_on) < _SHARE * len(pairs):
        return text
    width = max(len(line[0].rstrip()) for line in going_on)
    out = text
    for line, after in pairs:
        if _is_one_paragraph(line[0].rstrip(), after[0], width):
            out = out[: line.end()] + " " * (after.start() - line.end()) + out[after.start() :]
    return out


def _adjoin(text: str, line: re.Match[str], after: re.Match[str]) -> bool:
    return _BREAK.fullmatch(text, line.end(), after.start()) is not None


def _goes_on(line: str, after: str) -> bool:
    return _NARROWEST <= len(line) <= _WIDEST and after[0].islower() and not _STOP.search(line)


def _is_one_paragraph(line: str, after: str, width: int) -> bool:
    """A line that had room for the next word ended its paragraph; so did one before an indented line or an entry."""
    stopped = _STOP.search(line) is not None
    if after[0].isspace() or _ENTRY.match(after) or (stopped and _NUMBERED.match(after)):
        return False
    if after[0].islower() and not stopped:
        return True
    return len(line) + 1 + len(after.split(maxsplit=1)[0]) > width - 2
