"""What the check reports, and the values that the format knows."""

from __future__ import annotations

import msgspec

from comity.model.record import LEVELS as LEVELS


class Problem(msgspec.Struct, frozen=True):
    """In organizations/SCO.yaml, memberships of IND: member from 2017-06-09 overlaps observer from 2005-07-05.

    `severity` is error, stale, unverified or note.
    """

    severity: str
    place: str
    why: str


KINDS = ("organization", "format", "treaty", "union")
STATE_KINDS = ("state", "territory", "former", "partly_recognized")
LEGAL = (
    "member",
    "associate",
    "observer",
    "dialogue_partner",
    "partner",
    "guest",
    "applicant",
    "invited",
    "signatory",
    "none",
)
PARTICIPATION = ("suspended", "frozen")
BASES = (
    "signature",
    "ratification",
    "in_force",
    "decision",
    "announced",
    "effective",
    "succession",
    "election",
    "founding",
)
SPHERES = ("political", "security", "economic", "law_enforcement", "humanitarian", "cultural", "energy", "environment")
SERIES_KINDS = ("exercise", "meeting")
# The keys of each block; another one is a slip of the pen that would silently be left out.
FILE_KEYS = frozenset(
    {
        "code",
        "kind",
        "usual_level",
        "wikidata",
        "founded",
        "dissolved",
        "predecessors",
        "secretariat",
        "names",
        "acronyms",
        "ambiguous",
        "regions",
        "decoys",
        "nouns",
        "sources",
        "mandates",
        "bodies",
        "series",
        "memberships",
        "chairs",
    }
)
ROW_KEYS = {
    "mandates": frozenset({"sphere", "source"}),
    "bodies": frozenset({"code", "level", "names", "own_names", "acronyms", "source"}),
    "series": frozenset({"code", "kind", "names", "source"}),
    "memberships": frozenset(
        {"state", "states", "status", "start", "end", "basis", "end_basis", "aspect", "version", "source", "note"}
    ),
    "chairs": frozenset({"state", "person", "start", "end", "source", "note"}),
}
SOURCE_KEYS = frozenset({"publisher", "title", "url", "seen"})


def known(place: str, what: str, value: object, values: tuple[str, ...]) -> list[Problem]:
    """A problem where a value is none of the format's."""
    if value in values:
        return []
    return [Problem("error", place, f"{what} {value!r} is none of {', '.join(values)}")]


def unknown_keys(place: str, keys: frozenset[str], allowed: frozenset[str]) -> list[Problem]:
    return [Problem("error", place, f"key {key!r} is not one of the format's") for key in sorted(keys - allowed)]
