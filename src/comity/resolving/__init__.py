"""From what single reports tell to events."""

from comity.resolving.following import Following
from comity.resolving.telling import FAR, Account, Link, Report, Resolver, Telling

__all__ = ["FAR", "Account", "Following", "Link", "Report", "Resolver", "Telling"]
