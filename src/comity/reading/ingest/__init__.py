"""From files, streams and addresses to documents."""

from comity.reading.ingest.options import Options, read_columns
from comity.reading.ingest.sources import gather, ingest
from comity.reading.ingest.streams import Meter

__all__ = ["Meter", "Options", "gather", "ingest", "read_columns"]
