"""What a sheet consists of, before it has a form."""

from __future__ import annotations

import msgspec


class Link(msgspec.Struct, frozen=True):
    """The words of a source, which lead to its address; only web addresses become links."""

    words: str
    url: str | None = None

    @property
    def is_safe(self) -> bool:
        return self.url is not None and self.url.startswith(("https://", "http://"))


class Heading(msgspec.Struct, frozen=True):
    """ "## What was promised". `level` 2 is a part of the sheet, 3 a part of that."""

    text: str
    level: int = 2


class Words(msgspec.Struct, frozen=True):
    """A paragraph of words and links."""

    parts: tuple[str | Link, ...]


class Bullets(msgspec.Struct, frozen=True):
    """A list, each point of words and links."""

    points: tuple[Words, ...]


class Table(msgspec.Struct, frozen=True):
    """A table with a head; cells are words and links."""

    head: tuple[str, ...]
    rows: tuple[tuple[Words, ...], ...]


class Quote(msgspec.Struct, frozen=True):
    """The words of a report as they stand there, and which report it is."""

    text: str
    by: Link


Block = Heading | Words | Bullets | Table | Quote


class Sheet(msgspec.Struct, frozen=True):
    """A title and the blocks below it."""

    title: str
    blocks: tuple[Block, ...]


def words(*parts: str | Link | None) -> Words:
    """A paragraph of the parts that there are."""
    return Words(tuple(part for part in parts if part))
