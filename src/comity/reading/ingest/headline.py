"""The headline of a page: its title, without the name of the site that stands beside it there."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from comity.reading.ingest.outlets import own_name, same

_MARKS = (" | ", " - ", " — ", " – ", " :: ", " « ", " » ", " • ", "_", "|")
_SHORTEST = 10
_LONGEST_OUTLET = 50


class Headline(msgspec.Struct, frozen=True):
    """ "SCO ministers meet - Example Daily": the `title` is "SCO ministers meet", the `outlet` Example Daily."""

    title: str | None
    outlet: str | None = None


def headline(title: str | None, outlet: str | None, shown: str, headings: Iterable[str | None]) -> Headline:
    """What the page's title says, as the page shows it; `headings` are its largest ones."""
    shown_large = [one for one in headings if one]
    if title is None:
        return Headline(shown_large[0] if shown_large else None)
    lines = {line.casefold() for line in shown.split("\n")}
    for before, after in _parts(title):
        if same(after, outlet):
            return Headline(before, outlet)
        if before.casefold() in lines and len(before) >= _SHORTEST:
            return Headline(before, own_name(after) if len(after) <= _LONGEST_OUTLET else None)
    inside = (one for one in shown_large if len(one) >= _SHORTEST and one.casefold() in title.casefold())
    return Headline(next(inside, title))


def _parts(title: str) -> Iterable[tuple[str, str]]:
    """The title cut in two at each mark, the longest headline first."""
    for mark in _MARKS:
        before, found, after = title.rpartition(mark)
        while found and before.strip():
            yield before.strip(), (after.strip() or title[len(before) + len(mark) :].strip())
            before, found, _ = before.rpartition(mark)
            after = title[len(before) + len(mark) :] if found else ""
