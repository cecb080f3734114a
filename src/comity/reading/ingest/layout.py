"""Old pages that lay out their columns as tables: to an extractor a report in a cell is a line of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PARTS = ("table", "tbody", "thead", "tfoot", "tr", "td", "th")
# What stands in one cell of a table of names and figures is not as long.
_REPORT = 200


def without_layout(tree: HtmlElement) -> HtmlElement:
    """The tree with the tables turned into blocks that hold a report; those that hold names and figures stay."""
    for table in list(tree.iter("table")):
        if any(_is_longer(cell) for cell in table.iter("td", "th")):
            for part in table.iter(*_PARTS):
                if part.tag != "table" or part is table:
                    part.tag = "div"
    return tree


def _is_longer(cell: HtmlElement) -> bool:
    length = 0
    for text in cell.itertext():
        length += len(text.strip())
        if length > _REPORT:
            return True
    return False
