"""Short texts with headings, lists, tables and quotes, written as Markdown or as a page of HTML."""

from comity.export.sheets.blocks import Block, Bullets, Heading, Link, Quote, Sheet, Table, Words
from comity.export.sheets.page import to_html
from comity.export.sheets.text import to_markdown

__all__ = ["Block", "Bullets", "Heading", "Link", "Quote", "Sheet", "Table", "Words", "to_html", "to_markdown"]
