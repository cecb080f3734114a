"""Which hosts may be asked: only those that the whole net reaches, checked by the very number that is then called.

A name can lead to one's own machine or its neighbours, where a page's address has no business: a router's page, a
cloud's store of passwords. And a name can lead elsewhere when it is asked again, so what was checked is what is called.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable

Resolve = Callable[[str, int], list[str]]
_Address = ipaddress.IPv4Address | ipaddress.IPv6Address

# Public by their numbers, and yet a cloud's own; and IPv6 that only wraps a number of IPv4.
_CLOSED = tuple(
    map(
        ipaddress.ip_network,
        ("168.63.129.16/32", "192.0.0.0/24", "64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32"),
    )
)


class ClosedHostError(Exception):
    """A host that must not be asked, and why."""


def resolved(host: str, port: int) -> list[str]:
    """The numbers of a name, as this machine's resolver tells them. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(one[4][0]) for one in found))


def numbers_of(host: str, port: int, resolve: Resolve = resolved) -> list[str]:
    """The numbers that may be called. Raises ClosedHostError where any of a name's numbers is not public, OSError where it has none."""
    numbers = resolve(host, port)
    if not numbers:
        raise OSError(f"no such host: {host}")
    for number in numbers:
        if not is_public(number):
            raise ClosedHostError(f"{host} is {number}, which is not a public address; save the page and read the file")
    return numbers


def is_public(number: str) -> bool:
    """Whether the whole net reaches a number: not loopback, private, link-local, shared, reserved or multicast."""
    try:
        address: _Address = ipaddress.ip_address(number)
    except ValueError:
        # With a zone, "fe80::1%eth0", which only this machine knows.
        return False
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped:
        address = address.ipv4_mapped
    if any(address.version == net.version and address in net for net in _CLOSED):
        return False
    return address.is_global and not address.is_multicast
