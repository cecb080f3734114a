"""WARC records for the tests, byte by byte."""

from __future__ import annotations

import gzip


def answer(
    body: bytes,
    address: str = "https://example.org/1",
    *,
    kind: str = "text/html; charset=utf-8",
    status: str = "200 OK",
    headers: str = "",
) -> bytes:
    """A response record: what a server sent."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{headers}\r\n".encode() + body
    return record("response", http, address, "application/http; msgtype=response")


def record(sort: str, content: bytes, address: str, kind: str, *, length: int | None = None) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {sort}\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2021-01-01T00:00:00Z\r\n"
        f"WARC-Target-URI: {address}\r\nContent-Type: {kind}\r\nContent-Length: {length or len(content)}\r\n\r\n"
    )
    return head.encode() + content + b"\r\n\r\n"


def packed(*records: bytes) -> bytes:
    """Each record packed by itself, as archives are."""
    return b"".join(map(gzip.compress, records))
