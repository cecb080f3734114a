"""What servers answered before, so that they need not send it twice: a small folder of the user's cache."""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path

import msgspec

MOST = 500


class Answer(msgspec.Struct, frozen=True):
    """What stood at an address: `etag` and `modified` are the server's own words for this state of it."""

    address: str
    content: bytes
    content_type: str = ""
    etag: str | None = None
    modified: str | None = None

    @property
    def name(self) -> str:
        """The last part of the address, which may have a suffix."""
        return self.address.split("?", 1)[0].split("#", 1)[0].rstrip("/").rpartition("/")[2]


class WebCache:
    """A folder of answers, the oldest given up first. A folder that cannot be written is no cache, and no error."""

    def __init__(self, folder: Path, *, most: int = MOST) -> None:
        self._folder = folder
        self._most = most

    def get(self, asked: str) -> Answer | None:
        try:
            return msgspec.msgpack.decode(self._path(asked).read_bytes(), type=Answer)
        except (OSError, msgspec.MsgspecError):
            return None

    def put(self, asked: str, answer: Answer) -> None:
        """Kept only where the server can be asked whether it changed."""
        if not (answer.etag or answer.modified):
            return
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=self._folder, delete=False) as stream:
                stream.write(msgspec.msgpack.encode(answer))
            Path(stream.name).replace(self._path(asked))
            self._shrink()
        except OSError:
            return

    def _path(self, asked: str) -> Path:
        return self._folder / f"{hashlib.sha256(asked.encode()).hexdigest()[:32]}.answer"

    def _shrink(self) -> None:
        kept = sorted(self._folder.glob("*.answer"), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in kept[self._most :]:
            path.unlink(missing_ok=True)
