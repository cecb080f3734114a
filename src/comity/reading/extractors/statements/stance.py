"""What the words come to: said, hoped, denied, promised."""

from __future__ import annotations

import re

from comity.reading.extractors.statements.cues import Vocabulary
from comity.reading.sentences import split

SAYS = "says"
_LONGEST_VERB = 4
# A sentence of direct speech shorter than this stands with its neighbour.
_SHORT = 60


def read_stance(stance: str, content: str, words: Vocabulary) -> str:
    """The stance of a verb; where it only says, that of its content: "we hope that such meetings become regular"."""
    if stance != SAYS:
        return stance
    return _own_verb(content, words) or next((turn for turn, pattern in words.turns if pattern.search(content)), stance)


def _own_verb(content: str, words: Vocabulary) -> str | None:
    """The stance of "we condemn", "I urge", "Beijing firmly opposes"."""
    subject = words.own.match(content)
    if subject is None:
        return None
    verb = content[subject.end() :].lower().split(None, _LONGEST_VERB)[:_LONGEST_VERB]
    for length in range(len(verb), 0, -1):
        for form in words.forms.get(" ".join(verb[:length]).rstrip(",."), ()):
            if form.kind in ("base", "present"):
                return next((use.stance for use in form.verb.uses if use.stance != SAYS), None)
    return None


def inner(content: str, words: Vocabulary) -> re.Match[str] | None:
    """ "Moscow hoped Armenia remained an ally", "she believed the vote was fair": the words before what is hoped."""
    return words.within.match(content)


def by_stance(text: str, verb: str, words: Vocabulary, language: str) -> list[tuple[int, int, str]]:
    """Where sentences of one stance begin and end; what the verb says of them holds for the first."""
    if len(text) < 2 * _SHORT:
        return []
    parts: list[tuple[int, int, str]] = []
    for first, last in _pieces(text, language):
        stance = read_stance(SAYS if parts else verb, text[first:last], words)
        if parts and parts[-1][2] == stance:
            parts[-1] = (parts[-1][0], last, stance)
        else:
            parts.append((first, last, stance))
    return parts


def _pieces(text: str, language: str) -> list[tuple[int, int]]:
    """The sentences of direct speech; a short one ("No.") goes with the next."""
    pieces: list[tuple[int, int]] = []
    start: int | None = None
    for one in split(text, language):
        first = one.start if start is None else start
        start = first if one.end - first < _SHORT else None
        if start is None:
            pieces.append((first, one.end))
    if start is not None and pieces:
        pieces[-1] = (pieces[-1][0], len(text))
    return pieces
