"""All at once, in memory: tellings to events."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from comity.model.event import Event
from comity.resolving.telling import Link, Resolver, Telling


def events_of(tellings: Iterable[Telling], resolver: Resolver) -> list[Event]:
    """The events that tellings come to, by id, whatever the order of the tellings."""
    groups: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        groups[resolver.group(telling)].append(telling)
    links = resolver.lean([resolver.account(group) for group in groups.values()])
    roots = roots_of(groups, links.values())
    events: dict[str, list[Telling]] = defaultdict(list)
    for account, group in groups.items():
        events[roots[account]] += group
    return sorted(map(resolver.fold, events.values()), key=lambda event: event.id)


def roots_of(accounts: Iterable[str], links: Iterable[Link]) -> dict[str, str]:
    """For each account the smallest id of those that it is linked with, however many links lie between."""
    above = {account: account for account in accounts}

    def root(account: str) -> str:
        while above[account] != account:
            above[account] = account = above[above[account]]
        return account

    for link in links:
        low, high = sorted((root(link.account), root(link.on)))
        above[high] = low
    return {account: root(account) for account in above}
