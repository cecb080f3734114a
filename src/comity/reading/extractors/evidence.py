"""The quoted words of a construction: exactly the clause that says it."""

from __future__ import annotations

import re

from comity.model.document import Evidence
from comity.reading.clause import Analysis
from comity.reading.extractors.constructions import Found


def evidence(analysis: Analysis, found: Found, *, to: int | None = None) -> Evidence:
    """The construction's words in the report; `to` is where in the frame they end, if later."""
    start, end = found.frame.span(found.start, max(found.end, to or 0))
    return trimmed(analysis, start, end)


def trimmed(analysis: Analysis, start: int, end: int) -> Evidence:
    """The span without white space and marks at its ends."""
    words = analysis.text[start:end]
    lead = re.match(r"[\s,;:–—-]*", words)
    tail = re.search(r"[\s,;:–—-]*$", words)
    start += lead.end() if lead else 0
    end -= len(tail[0]) if tail else 0
    return analysis.document.quote(start, max(start, end))
