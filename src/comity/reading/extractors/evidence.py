"""The quoted words of a construction: exactly the clause that says it."""

from __future__ import annotations

import re

from comity.model.document import Evidence
from comity.reading.clause import Analysis
from comity.reading.extractors.constructions import Found


def evidence(analysis: Analysis, found: Found, *, to: int | None = None) -> Evidence:
    """The construction's words in the report; `to` is where in the frame they end, if later."""
    places = slice(found.start, max(found.end, to or 0))
    # In "Peru is an observer, as is Chile" the words of Chile's reading stand before its name.
    return trimmed(analysis, min(found.frame.starts[places]), max(found.frame.ends[places]))


def trimmed(analysis: Analysis, start: int, end: int) -> Evidence:
    """The span without white space and marks at its ends."""
    words = analysis.text[start:end]
    lead = re.match(r"[\s,;:–—-]*", words)
    tail = re.search(r"[\s,;:–—-]*$", words)
    start += lead.end() if lead else 0
    end -= len(tail[0]) if tail else 0
    return analysis.document.quote(start, max(start, end))
