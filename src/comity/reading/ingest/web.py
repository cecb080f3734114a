"""Reports from the web: politely, within limits, and only from hosts that are public."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from platformdirs import user_cache_path

from comity.errors import DocumentError
from comity.reading.ingest.extras import needed
from comity.reading.ingest.public_hosts import ClosedHostError, Resolve, numbers_of, resolved
from comity.reading.ingest.web_cache import Answer, WebCache

CONTACT = "COMITY_CONTACT"
"""The environment's name of an address at which whoever runs this can be reached by those whose pages it reads."""
LARGEST = 16 * 1024 * 1024
SECONDS = 60.0
MOST_REDIRECTS = 5
PAUSE = 1.0
_WAIT = 15.0
_MOVED = (301, 302, 303, 307, 308)


class Fetcher:
    """Fetches addresses one after another; knows when each host was last asked. `transport` is httpx2's, for tests."""

    def __init__(
        self,
        *,
        cache: WebCache | None = None,
        resolve: Resolve = resolved,
        transport: Any = None,
        pause: float = PAUSE,
        largest: int = LARGEST,
    ) -> None:
        self._cache = cache or WebCache(user_cache_path("comity") / "web")
        self._resolve = resolve
        self._transport = transport
        self._pause = pause
        self._largest = largest
        self._asked: dict[str, float] = {}
        self._httpx: Any = None

    def fetch(self, address: str) -> Answer:
        """What stands at an address, after redirects. Raises DocumentError, which says why nothing could be had."""
        httpx = self._httpx = needed("httpx2", extra="web", source=address, what="addresses")
        until = time.monotonic() + SECONDS
        kept = self._cache.get(address)
        try:
            with httpx.Client(transport=self._transport, trust_env=False, timeout=_WAIT) as client:
                answer = self._followed(client, address, kept, until)
        except (httpx.HTTPError, httpx.InvalidURL, ClosedHostError, OSError, ValueError) as error:
            raise DocumentError(_shown(address), _told(error)) from error
        self._cache.put(address, answer)
        return answer

    def _followed(self, client: Any, address: str, kept: Answer | None, until: float) -> Answer:
        """Each address on the way is looked at like the first."""
        at = self._httpx.URL(address)
        for _ in range(MOST_REDIRECTS + 1):
            with self._asking(client, at, kept) as response:
                if response.status_code == 304 and kept:
                    return kept
                if response.status_code in _MOVED and "location" in response.headers:
                    at = at.join(response.headers["location"])
                    continue
                if response.status_code != 200:
                    raise ValueError(f"the server answered {response.status_code} {response.reason_phrase}".rstrip())
                return self._answer(response, str(at), until)
        raise ValueError(f"more than {MOST_REDIRECTS} redirects")

    @contextmanager
    def _asking(self, client: Any, at: Any, kept: Answer | None) -> Iterator[Any]:
        """Asks the very number that was checked; the name goes along for the server and its certificate."""
        if at.scheme not in ("http", "https") or not at.host:
            raise ValueError(f"leads to {str(at)[:100]!r}, which is no http or https address")
        if at.userinfo:
            raise ValueError("an address with a password in it; save the page and read the file")
        port = at.port or (443 if at.scheme == "https" else 80)
        if not 0 < port < 65536:
            raise ValueError(f"there is no port {port}")
        numbers = numbers_of(at.host, port, self._resolve)
        self._wait(at.host)
        headers = {"Host": at.netloc.decode("ascii"), **_headers(kept)}
        with ExitStack() as stack:
            for number in numbers:
                asked = client.stream(
                    "GET",
                    at.copy_with(host=number),
                    headers=headers,
                    extensions={"sni_hostname": at.raw_host.decode("ascii")},
                )
                try:
                    response = stack.enter_context(asked)
                    break
                except (self._httpx.ConnectError, self._httpx.ConnectTimeout):
                    # A host may have a number of a net that this machine is not in: the next one may do.
                    if number == numbers[-1]:
                        raise
            yield response

    def _wait(self, host: str) -> None:
        """No host is asked twice within a moment."""
        due = self._asked.get(host, float("-inf")) + self._pause
        time.sleep(max(0.0, min(self._pause, due - time.monotonic())))
        self._asked[host] = time.monotonic()

    def _answer(self, response: Any, address: str, until: float) -> Answer:
        pieces, size = [], 0
        for piece in response.iter_bytes():
            pieces.append(piece)
            size += len(piece)
            if size > self._largest:
                raise ValueError(f"longer than {self._largest} bytes, which no page is; save it and read the file")
            if time.monotonic() > until:
                raise ValueError(f"not here after {SECONDS:.0f} seconds")
        told: Mapping[str, str] = response.headers
        return Answer(
            address, b"".join(pieces), told.get("content-type", ""), told.get("etag"), told.get("last-modified")
        )


def _headers(kept: Answer | None) -> dict[str, str]:
    contact = os.environ.get(CONTACT, "").strip()
    agent = f"Comity/{_version()} (reads news of international organizations; contact: {contact or 'none was given'})"
    told = {
        "User-Agent": agent.encode("ascii", "replace").decode("ascii"),
        "Accept": "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, */*;q=0.5",
        "Accept-Encoding": "gzip, deflate",
    }
    if kept and kept.etag:
        told["If-None-Match"] = kept.etag
    if kept and kept.modified:
        told["If-Modified-Since"] = kept.modified
    return told


def _version() -> str:
    try:
        return version("comity")
    except PackageNotFoundError:
        return "0"


def _shown(address: str) -> str:
    """Without a password."""
    scheme, found, rest = address.partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme}{found}{host.rpartition('@')[2]}{slash}{path}"


def _told(error: Exception) -> str:
    name = type(error).__name__
    if name.endswith("Timeout"):
        return f"the server does not answer within {_WAIT:.0f} seconds"
    return f"cannot be fetched: {error}" if str(error) else f"cannot be fetched: {name}"
