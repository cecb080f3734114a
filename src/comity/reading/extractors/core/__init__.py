"""Records from reports in any language whose words are in its cue files."""

from comity.reading.extractors.core.page import Page
from comity.reading.extractors.core.steps import EXTRACTORS

__all__ = ["EXTRACTORS", "Page"]
