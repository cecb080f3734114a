"""A sheet as one page of HTML that asks for nothing from anywhere; every word of reports is escaped."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path

from comity.export.sheets.blocks import Block, Bullets, Heading, Link, Quote, Sheet, Table, Words

_STYLE = Path(__file__).parent / "page.css"


def to_html(sheet: Sheet, *, language: str = "en") -> str:
    """The sheet as a page."""
    title = escape(sheet.title)
    return "\n".join(
        (
            f'<!doctype html>\n<html lang="{escape(language)}"><head><meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width,initial-scale=1">',
            f"<title>{title}</title><style>{_STYLE.read_text('utf-8')}</style></head><body><main>",
            f"<h1>{title}</h1>",
            *(line for block in sheet.blocks for line in _lines(block)),
            "</main></body></html>\n",
        )
    )


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"<h{block.level}>{escape(block.text)}</h{block.level}>"
    elif isinstance(block, Words):
        yield f"<p>{_inline(block)}</p>"
    elif isinstance(block, Bullets):
        yield f"<ul>{''.join(f'<li>{_inline(point)}</li>' for point in block.points)}</ul>"
    elif isinstance(block, Table):
        yield from _table(block)
    else:
        yield from _quote(block)


def _table(table: Table) -> Iterator[str]:
    yield f"<table><thead><tr>{''.join(f'<th>{escape(cell)}</th>' for cell in table.head)}</tr></thead><tbody>"
    for row in table.rows:
        yield f"<tr>{''.join(f'<td>{_inline(cell)}</td>' for cell in row)}</tr>"
    yield "</tbody></table>"


def _quote(quote: Quote) -> Iterator[str]:
    yield f"<blockquote><p>{escape(quote.text)}</p><footer>— {_link(quote.by)}</footer></blockquote>"


def _inline(words: Words) -> str:
    return "".join(_link(part) if isinstance(part, Link) else escape(part) for part in words.parts)


def _link(link: Link) -> str:
    # An address of another scheme could run a script.
    if not link.is_safe:
        return escape(link.words)
    return f'<a href="{escape(link.url or "")}" rel="noreferrer">{escape(link.words)}</a>'
