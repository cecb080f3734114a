"""A sheet as Markdown. What stands in reports is words: nothing in them becomes a mark of Markdown or HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.export.sheets.blocks import Block, Bullets, Heading, Link, Quote, Sheet, Table, Words

# All that could begin a mark inside a line.
_MARKS = re.compile(r"([\\`*_\[\]<>|~&$])")
_SPACE = re.compile(r"\s+")
# What begins a list, heading or quote at the start of a line.
_START = re.compile(r"^(\s*)([-+#=]|\d+(?=[.)]))")
_IN_ADDRESS = str.maketrans({"(": "%28", ")": "%29", "<": "%3C", ">": "%3E", " ": "%20", "\\": "%5C", "|": "%7C"})


def to_markdown(sheet: Sheet) -> str:
    """The sheet as text, with one empty line between blocks."""
    blocks = "\n\n".join("\n".join(_lines(block)) for block in sheet.blocks)
    return f"# {_plain(sheet.title)}\n\n{blocks}\n"


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"{'#' * block.level} {_plain(block.text)}"
    elif isinstance(block, Words):
        yield _start(_inline(block))
    elif isinstance(block, Bullets):
        yield from (f"- {_start(_inline(point))}" for point in block.points)
    elif isinstance(block, Table):
        yield from _table(block)
    else:
        yield from _quote(block)


def _table(table: Table) -> Iterator[str]:
    yield f"| {' | '.join(map(_plain, table.head))} |"
    yield f"|{' --- |' * len(table.head)}"
    yield from (f"| {' | '.join(map(_inline, row))} |" for row in table.rows)


def _quote(quote: Quote) -> Iterator[str]:
    yield f"> {_start(_plain(quote.text))}"
    yield f"> — {_link(quote.by)}"


def _inline(words: Words) -> str:
    return "".join(_link(part) if isinstance(part, Link) else _plain(part) for part in words.parts)


def _link(link: Link) -> str:
    if not link.is_safe or link.url is None:
        return _plain(link.words)
    return f"[{_plain(link.words)}]({''.join(link.url.split()).translate(_IN_ADDRESS)})"


def _plain(text: str) -> str:
    return _MARKS.sub(r"\\\1", _SPACE.sub(" ", text))


def _start(line: str) -> str:
    return _START.sub(r"\1\\\2", line) if not line[:1].isdigit() else re.sub(r"^(\d+)([.)])", r"\1\\\2", line)
