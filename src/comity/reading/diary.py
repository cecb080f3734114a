"""Diaries of agencies: "BRUSSELS - NATO foreign ministers meet (To March 7)", one entry after another."""

from __future__ import annotations

import re

_CITY = r"[A-Z][A-Z'’.]+(?:[ -](?:DE|DU|LA|[A-Z][A-Z'’.]*)){0,3}"
_OPENING = re.compile(
    rf"(?:^|(?<=\n)|(?<=[.)])\s|(?<=GMT)\s|\s(?=\*\*\s))(?P<entry>(?:\*\*\s*)?(?P<city>(?!GMT|BST|EST|CET){_CITY})(?:,\s*[A-Z][\w. ]{{2,25}}?)?"
    r"(?:/[A-Z][A-Z ]+)?\s+[-–—]{1,2}\s+(?=[A-Z*\"“]))"
)
_FEWEST = 3


def parted(text: str) -> str:
    """The text with each entry of a diary on a line of its own, all offsets kept; other texts unchanged."""
    found = list(_OPENING.finditer(text))
    if len({one["city"] for one in found if one["city"]}) < _FEWEST:
        return text
    out = list(text)
    for one in found:
        start = one.start("entry")
        if start and out[start - 1] == " ":
            out[start - 1] = "\n"
    return "".join(out)
