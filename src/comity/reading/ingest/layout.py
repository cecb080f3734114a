"""Old pages that lay out their columns as tables: to an extractor a report in a cell is a line of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PARTS = ("table", "tbody", "thead", "tfoot", "tr", "td", "th")
# No figure or name in a table is as long; a paragraph is.
_PARAGRAPH = 150


def without_layout(tree: HtmlElement) -> HtmlElement:
    """The tree with the tables turned into blocks that hold paragraphs; those that hold figures and names stay."""
    for table in list(tree.iter("table")):
        if any(_length(cell) > _PARAGRAPH for cell in table.iter("td", "th")):
            for part in table.iter(*_PARTS):
                if part.tag != "table" or part is table:
                    part.tag = "div"
    return tree


def _length(cell: HtmlElement) -> int:
    """How long the longest text in it is that no tag interrupts but those within a line."""
    return max((len(text.strip()) for text in cell.itertext()), default=0)
