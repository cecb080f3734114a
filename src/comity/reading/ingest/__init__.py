"""From files and streams to documents."""

from comity.reading.ingest.sources import ingest

__all__ = ["ingest"]
