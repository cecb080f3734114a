"""The resolver: accounts that say the same, leaning of accounts on one another, folding into events."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from comity.model.event import Event
from comity.resolving.accounts import account_of, group_of
from comity.resolving.facets import anchor_of, keys_of
from comity.resolving.fold import fold
from comity.resolving.leaning import lean
from comity.resolving.telling import Account, Link, Telling


class Following:
    """Many reports, one event."""

    version = "following-1"
    reach = 1200

    def group(self, telling: Telling) -> str:
        return group_of(telling)

    def account(self, tellings: Sequence[Telling]) -> Account:
        return account_of(tellings)

    def keys(self, account: Account) -> tuple[str, ...]:
        return keys_of(account)

    def anchor(self, account: Account) -> date | None:
        return anchor_of(account)

    def lean(self, accounts: Sequence[Account]) -> Mapping[str, Link]:
        return lean(accounts)

    def fold(self, tellings: Sequence[Telling]) -> Event:
        return fold(tellings)
