"""Found reports for a person's eyes: the words around what was asked for, with that in bold."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text

from comity.cli.tables import plain, print_out, printable, table_of
from comity.store import Found


def print_found(found: Iterable[Found]) -> None:
    table = table_of("report", "day", "outlet", "title and words")
    for one in found:
        day = one.published.isoformat() if one.published else "unknown"
        title = plain(one.title or "(no title)")
        words = Text.assemble(title, "\n", marked(one))
        table.add_row(Text(plain(one.document[:12])), Text(day), Text(plain(one.outlet or "—")), words)
    print_out(table if table.row_count else "no such reports")


def marked(found: Found) -> Text:
    """The snippet, dim, with what was found in bold."""
    text = Text(printable(found.snippet.text), style="dim")
    for start, end in found.snippet.marks:
        text.stylize("bold not dim", start, end)
    return text
