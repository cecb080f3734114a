"""The JSON shape of a promise: one contract for command, board and API."""

from __future__ import annotations

from typing import Any

import msgspec

from comity.model.promise import Promise

_FIRST = ("by", "what", "made_on", "due", "outcome", "event", "evidence")


def promise_shape(promise: Promise) -> dict[str, Any]:
    """`{"by", "what", "made_on", "due", "outcome", "event", "evidence": [{"document", "start", "end"}], "id", …}`."""
    told: dict[str, Any] = msgspec.to_builtins(promise)
    return {name: told[name] for name in _FIRST} | {name: value for name, value in told.items() if name not in _FIRST}
