"""The extractors of the core, in the order in which their records are given."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from comity.model.record import AnyRecord
from comity.reading.extractors.core import belonging, events, statements
from comity.reading.extractors.core.page import Page

EXTRACTORS: tuple[Callable[[Page], Iterable[AnyRecord]], ...] = (
    events.extract,
    belonging.memberships,
    belonging.chairs,
    statements.extract,
)
