"""What the words come to: said, hoped, denied, promised."""

from __future__ import annotations

import re

from comity.reading.extractors.statements.cues import Vocabulary

_FORMS_OF_SAYING = "says"


def read_stance(stance: str, content: str, words: Vocabulary) -> str:
    """The stance of a verb; where it only says, that of its content: "we hope that such meetings become regular"."""
    if stance != _FORMS_OF_SAYING:
        return stance
    return next((turn for turn, pattern in words.turns if pattern.search(content)), stance)


def inner_hope(content: str, words: Vocabulary) -> re.Match[str] | None:
    """ "Moscow hoped Armenia remained an ally": the words that only say that it is hoped."""
    return re.match(words.within, content)
