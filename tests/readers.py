"""Small readers for tests of what surrounds reading. They can be sent to other processes."""

from __future__ import annotations

import os
import re

from comity.errors import UsageError
from comity.model.document import Document
from comity.model.record import EventRecord, Reading


class Simple:
    """Reads one meeting out of each name of an organization that "met"."""

    def read(self, document: Document) -> Reading:
        if "bad rule" in document.text:
            raise ZeroDivisionError("a rule divides by zero")
        if "no such language" in document.text:
            raise UsageError("unknown language 'xx'")
        if "dies" in document.text:
            os._exit(1)
        found = re.finditer(r"\b([A-Z]{3,}) met\b", document.text)
        # Backwards, so that order is someone else's work.
        return Reading(tuple(_meeting(document, match) for match in reversed(list(found))))


def _meeting(document: Document, match: re.Match[str]) -> EventRecord:
    words = (document.quote(match.start(), match.end()),)
    return EventRecord(
        kind="meeting", status="held", level="other", orgs=(match[1],), date="2020-09", evidence=words, rule="met"
    )


class Failing:
    """Fails when it is made."""

    def __init__(self) -> None:
        raise AssertionError("a kept report was read again")

    def read(self, document: Document) -> Reading:
        raise AssertionError(document.id)
