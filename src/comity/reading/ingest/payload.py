"""What a server sent, as it meant it: out of its chunks and unpacked; what only claims to be so is taken as it is."""

from __future__ import annotations

import zlib

_GZIP = b"\x1f\x8b"


class PayloadError(ValueError):
    """An answer that cannot be unpacked, and why."""


def payload(content: bytes, *, transfer: str = "", encoding: str = "", longest: int) -> bytes:
    """An answer's content by its headers `Transfer-Encoding` and `Content-Encoding`; not more than `longest` bytes and one.

    Raises PayloadError.
    """
    if "chunked" in transfer.lower():
        content = _joined(content)
    for packing in reversed([part.strip().lower() for part in encoding.split(",") if part.strip()]):
        content = _unpacked(content, packing, longest)
    return content[: longest + 1]


def _joined(content: bytes) -> bytes:
    """The chunks as one; archives often keep an answer joined already, under the old headers."""
    pieces: list[bytes] = []
    at = 0
    while True:
        end = content.find(b"\r\n", at, at + 64)
        size = _size(content[at:end]) if end >= 0 else None
        if size is None:
            return b"".join(pieces) if pieces else content
        if size == 0:
            return b"".join(pieces)
        pieces.append(content[end + 2 : end + 2 + size])
        at = end + 2 + size + 2


def _size(line: bytes) -> int | None:
    digits = line.partition(b";")[0].strip()
    if not digits or digits.strip(b"0123456789abcdefABCDEF"):
        return None
    return int(digits, 16)


def _unpacked(content: bytes, packing: str, longest: int) -> bytes:
    if packing in ("gzip", "x-gzip"):
        return _inflated(content, 31, longest) if content.startswith(_GZIP) else content
    if packing == "deflate":
        try:
            return _inflated(content, 15, longest)
        except PayloadError:
            # Many servers send it without the wrapping that the name asks for.
            return _inflated(content, -15, longest)
    if packing == "br":
        return _unbrotlied(content, longest)
    if packing in ("identity", "none", "utf-8"):
        return content
    raise PayloadError(f"packed with {packing!r}, which is not known")


def _inflated(content: bytes, bits: int, longest: int) -> bytes:
    """As far as it goes: an answer that was cut off is read up to there."""
    inflater = zlib.decompressobj(bits)
    try:
        return inflater.decompress(content, longest + 1)
    except zlib.error as error:
        raise PayloadError(str(error)) from error


def _unbrotlied(content: bytes, longest: int) -> bytes:
    import brotli

    unpacker, pieces, size = brotli.Decompressor(), [], 0
    try:
        for at in range(0, len(content), 4096):
            pieces.append(unpacker.process(content[at : at + 4096]))
            size += len(pieces[-1])
            if size > longest:
                break
    except brotli.error as error:
        raise PayloadError(str(error)) from error
    return b"".join(pieces)
