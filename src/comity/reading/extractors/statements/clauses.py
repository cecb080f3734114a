"""Where the content of a verb begins, by how the verb takes it."""

from __future__ import annotations

import re
from functools import lru_cache

from comity.reading.extractors.statements.cues import Use, Verb, Vocabulary
from comity.reading.extractors.statements.ends import DAY
from comity.reading.extractors.statements.lines import PERSON, QUOTE

TO = re.compile(
    rf"(?:\s+(?:again|once more|also)|\s+{DAY}|\s+(?:in|at|on)\s[^,;.]{{2,40}}?)*\s+(?=(?:\w+ly\s)?to\s+[“\"]?[a-z])"
)
WHEN = re.compile(rf"(?:\s+{DAY})+(?=\s)", re.IGNORECASE)
NOTHING_FOLLOWS = re.compile(rf"\s*(?:[.;!?)]|,(?:\s|$)|$|{QUOTE}|[-–—]+\s)")
_LISTENER = re.compile(
    rf"\s+(?:{PERSON}|[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){{0,3}}|(?:the|a|an|his|her|its|their)\s(?:[\w-]+\s){{0,4}}?[\w-]+|reporters|journalists|parliament|us|them|him|her|me|\w+ers|\w+ists)(?:\s(?:in|at|on|after|during)\s[^,;.]{{2,50}}?)?\s+(?=(?:the|he|she|it|they|we|I|there|his|her|its|their|a|an|no|all|[A-Z{PERSON}])\b|{PERSON})"
)
_THAT = re.compile(r"(?P<mid>(?:\s+(?:[^\s;:.]|&\w+;)+){0,16}?)\s+that\s+(?=\S)")
_NO_CLAUSE = re.compile(r"\b(?:said|says|decision|fact|document|something|all|those|anything|everything)$")
_CLAUSE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|could|must|should)\b")
_RESUMED = re.compile(rf",\s+(?:and|but|(?!during\b)\w+ing)\b|{QUOTE}")
_ASKED = re.compile(r"\s+(?P<who>[^;.]{2,220}?)\s+(?=[“\"]?to\s+[a-z])")
# "Urged an immediate ceasefire to end the war": a thing, nobody who is asked.
_THING = re.compile(r"(?:an?|immediate|greater|more|further|joint|stronger)\s")
_NEW_VERB = re.compile(
    r",\s(?:and|but)\s(?:(?:the|he|she|it|they|we|there|that)\b|(?:\w+ly\s)?(?:[a-z]+ed|said|told|will|is|was|has|had)\b)"
)
_AS = re.compile(r"\s+(?P<who>[^;.,]{1,160}?)\s+as\s+(?=\S)")
_PRONOUN = re.compile(r"\s+(?:it|them|him|her|this|that|these|us)\s+(?=\S)")
_NAMED = re.compile(rf"\s+(?:the|his|her|its|their|[A-Z]|{PERSON}\s(?:an?|the|“|\"))")
_EVENT = re.compile(
    r"\s+(?:(?:an?|for|off|in|up|back|him|out|early|snap|emergency|urgent|on)\s+)*(?:(?!the\s)\w+\s)?(?:meetings?|sessions?|summit|elections?|vote|referendum|conference|halt|strike|attention|for|off|on|in|up|into|out)\b"
)
_NOUN_LINK = re.compile(
    r"\s+to\s(?:the|all|his|her|their|its|[A-Z])[^,;.]{2,80}?\s(?:for\s+|(?=to\s[a-z]))(?=\S)"
    r"|\s+(?:for|over|about|at|with|of|by|on|against)\s+(?=\S)"
    r"|\s+to\s+(?=(?:the|an?|its|his|her|their|any|all|this|these)\s|[A-Z])|\s+(?=to\s[a-z])"
)
_OBJECT = re.compile(rf"\s+(?=[\w\"“'‘$€£{PERSON}])")
_TIME_OF_THING = re.compile(r"(?:last|this|late|early|next|reporters|all|following)\b")
_NOT_BARE = re.compile(r"\s+(?:to|so|not|yes|nothing|it\b\s*[.,]|anything|something|much|more|goodbye|and|or)\b")

# "Said in a statement it was concerned", "wrote on Telegram the talks had failed".
_STATED = re.compile(
    r"\s+(?:(?:in|at|on|during|via|through|after)\s(?:an?|the|his|her|its|their|[A-Z])[^,;.]{0,50}?)\s+"
    r"(?=(?:it|he|she|they|there|we|the\s[\w-]+|[A-Z]\w+)\s(?:is|are|was|were|has|had|have|will|would|could|must|should)\b)"
)
# "Said at the same time, much had been done".
_ASIDE = re.compile(
    r",?\s+(?P<aside>[^,;.]{4,60}),\s+(?=(?:the|a|an|it|he|she|they|there|we|his|her|its|their|[A-Z]\w+)\s[^,;]{0,60}?\b(?:is|are|was|were|has|had|have|will|would|could|must|should)\b)"
)


class Clauses:
    """Finds where contents begin; `after` is what follows the verb, and the places found are places in it."""

    def __init__(self, words: Vocabulary) -> None:
        self._words = words
        self._frames = {
            "asking": self._asked,
            "as": self._as,
            "naming": self._named,
            "object": self._object,
            "listener": self._listener,
            "adjective": self._adjective,
        }

    def begins(self, use: Use, after: str) -> int | None:
        """Where the content of a use begins; None where it has none."""
        match use.frame:
            case "that":
                return None
            case "to":
                match_ = TO.match(after)
                return match_.end() if match_ else None
            case "of":
                return self._of(use.link, after)
            case "noun":
                link = _NOUN_LINK.match(after)
                return link.end() if link else None
        return self._frames.get(use.frame, self._bare)(after)

    def that(self, verb: Verb, text: str, at: int) -> tuple[Use, int] | None:
        """The use and the place after "that", where a clause with "that" follows a verb that ends at `at`."""
        use = verb.use("speech", "that", "listener", "bare", "noun", "adjective")
        match = _THAT.match(text, at) if use else None
        if use is None or match is None:
            return None
        middle = match["mid"].strip()
        listener = verb.use("listener")
        if middle and not (listener or self._is_aside(middle)):
            return None
        if _RESUMED.search(middle) or _NO_CLAUSE.search(middle) or _CLAUSE.search(middle):
            return None
        return (listener if middle and listener and verb.use("speech") is None else use), match.end()

    def _is_aside(self, middle: str) -> bool:
        """What may stand between a verb and "that": when and where it was said."""
        return bool(
            self._words.adjunct.match(middle) or WHEN.match(f" {middle} ") or re.fullmatch(r"it|both|it\sclear", middle)
        )

    def _asked(self, after: str) -> int | None:
        match = _ASKED.match(after)
        if match is None or match["who"] == "not" or self._words.adjunct.match(match["who"]):
            return None
        if _THING.match(match["who"]) and match["who"].split()[-1].lower() not in self._words.speakers:
            return None
        return None if _NEW_VERB.search(match["who"]) else match.end()

    def _as(self, after: str) -> int | None:
        match = _AS.match(after)
        return (match.end() if _PRONOUN.match(after) else 1) if match else None

    def _named(self, after: str) -> int | None:
        if _EVENT.match(after) or NOTHING_FOLLOWS.match(after):
            return None
        pronoun = _PRONOUN.match(after)
        return pronoun.end() if pronoun else (1 if _NAMED.match(after) else None)

    def _of(self, link: str | None, after: str) -> int | None:
        match = _linked(link).match(after)
        return match.end() if match and not NOTHING_FOLLOWS.match(after) else None

    def _adjective(self, after: str) -> int | None:
        link = _NOUN_LINK.match(after)
        return link.end() if link else self._bare(after)

    def _object(self, after: str) -> int | None:
        day = WHEN.match(after)
        at = day.end() if day else 0
        match = _OBJECT.match(after, at)
        if match is None or (
            self._words.adjunct.match(after, match.end()) and not _TIME_OF_THING.match(after, match.end())
        ):
            return None
        return match.end()

    def _listener(self, after: str) -> int | None:
        listener = _LISTENER.match(after)
        return listener.end() if listener else None

    def _bare(self, after: str) -> int | None:
        if _NOT_BARE.match(after):
            return None
        stated = _STATED.match(after)
        if stated:
            return stated.end()
        aside = _ASIDE.match(after)
        return aside.end() if aside and self._words.adjunct.match(aside["aside"]) else self._object(after)


@lru_cache(maxsize=32)
def _linked(link: str | None) -> re.Pattern[str]:
    """What stands between a verb and its content: "China for ", where a word links them."""
    return re.compile(rf"\s+[^;.]{{2,120}}?\s{link}\s+(?=\S)" if link else r"\s+(?=\S)")
