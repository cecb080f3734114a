"""From what single reports tell to events."""

from comity.resolving.alone import EachAlone
from comity.resolving.telling import Report, Resolver, Telling

__all__ = ["EachAlone", "Report", "Resolver", "Telling"]
