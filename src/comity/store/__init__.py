"""Where reports and events are kept."""

from comity.store.links import Doubtful
from comity.store.store import Change, Store, Told
from comity.store.sync import Meter
from comity.store.text_index import Found, Sought
from comity.store.wanted import Wanted
from comity.store.words import Snippet

__all__ = ["Change", "Doubtful", "Found", "Meter", "Snippet", "Sought", "Store", "Told", "Wanted"]
