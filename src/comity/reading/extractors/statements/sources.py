"""Speakers whose words stand beside them without a verb of their own: "according to X", "as X pointed out"."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from comity.reading.extractors.statements.cues import Vocabulary
from comity.reading.extractors.statements.lines import QUOTE, Line
from comity.reading.quick import quick

_WHO = r"[^,.;:()\ue100]+?(?:\.(?=\w)[^,.;:()\ue100]+?)*"
_SHORT_WHO = r"[^,.;\ue100]{1,60}?"
_SHAPES = (
    quick(
        rf"\b(?:according\s+to|in\s+the\s+(?:words|view|opinion)\s+of)\s+(?P<who>{_WHO})(?=[,.;:()\ue100]|$)",
        re.IGNORECASE,
    ),
    quick(
        rf"\bin\s+(?P<who>(?:his|her|its|their)(?=\s)|{_SHORT_WHO}(?=['’]s\s))(?:['’]s)?\s+(?:words|view|opinion)\b",
        re.IGNORECASE,
    ),
    quick(rf"(?:^|,\s+)as\s+(?P<who>{_SHORT_WHO})\s+(?:has\s+)?put\s+it\b", re.IGNORECASE),
    quick(
        r"\b(?:quot|cit)(?:ed|es|ing)\s+(?P<who>[^,.;:\ue100]{1,90}?)\s+as\s+(?:saying|stating|declaring|telling\s[\w ]{2,40}?)(?:\s+that)?\b",
    ),
)
_AS_SAID = re.compile(
    rf"^As\s+(?P<who>{_SHORT_WHO})\s+(?:has\s+|had\s+|have\s+)?(?P<verb>\w+(?:\sout)?)(?:\s(?:on|in|at|to|during)\s[^,;]{{2,50}})?(?=,)"
)
# The words of an agency that hands on what somebody said: ", Interfax quoted X as saying".
_AGENCY = re.compile(rf"(?:,|(?<={QUOTE}))\s+(?:the\s)?[\w\s.-]{{2,40}}\s(?:has\s|had\s)?$")


class Source(msgspec.Struct, frozen=True):
    """ "According to X": its words at `start:end` of a line, X at `from_:to`. `quoting` where what was said may follow
    in the middle of a sentence."""

    start: int
    end: int
    from_: int
    to: int
    quoting: bool = False


def find_sources(line: Line, words: Vocabulary) -> Iterator[Source]:
    """All of one sentence."""
    masked = line.masked
    if masked.startswith("As ") and (match := _AS_SAID.match(masked)) and _is_speech(match["verb"], words):
        yield _source(match)
    lowered = masked.lower()
    for shape, word in zip(_SHAPES, ("o", "in ", "put it", " as "), strict=True):
        if word in lowered:
            yield from (_source(match) for match in shape.finditer(masked))


def _source(match: re.Match[str]) -> Source:
    agency = _AGENCY.search(match.string, 0, match.start()) if match[0].startswith(("quot", "cit")) else None
    return Source(
        agency.start() if agency else match.start(),
        match.end(),
        *match.span("who"),
        match[0].startswith(("quot", "cit")),
    )


def _is_speech(verb: str, words: Vocabulary) -> bool:
    return any(form.verb.use("speech") for form in words.forms.get(verb.lower(), ()))
