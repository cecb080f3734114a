"""A stream with bytes before it that were taken out of it already."""

from __future__ import annotations

import io
from typing import BinaryIO


class _Joined(io.RawIOBase):
    def __init__(self, first: bytes, rest: BinaryIO | None) -> None:
        self._first = first
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        if not self._first:
            piece = at_once(self._rest, len(buffer)) if self._rest else b""
        else:
            piece, self._first = self._first[: len(buffer)], self._first[len(buffer) :]
        buffer[: len(piece)] = piece
        return len(piece)


def at_once(stream: BinaryIO, size: int) -> bytes:
    """What is there by now, and not more: a pipe that someone types into is not waited for."""
    piece: bytes = stream.read1(size) if isinstance(stream, io.BufferedIOBase) else stream.read(size)
    return piece


def joined(first: bytes, rest: BinaryIO | None = None) -> io.BufferedReader:
    """`first` and what follows it."""
    return io.BufferedReader(_Joined(first, rest))
