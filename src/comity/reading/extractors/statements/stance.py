"""What the words come to: said, hoped, denied, promised."""

from __future__ import annotations

import re

from comity.reading.extractors.statements.cues import Vocabulary

SAYS = "says"
_LONGEST_VERB = 4


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
