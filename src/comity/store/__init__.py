"""Where reports and events are kept."""

from comity.store.store import Change, Store, Told
from comity.store.wanted import Wanted

__all__ = ["Change", "Store", "Told", "Wanted"]
