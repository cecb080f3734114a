"""Events whose noun stands in an earlier sentence: "the first took place in New York", "the one in Baghdad"."""

from __future__ import annotations

import re

from comity.reading.clause import Analysis
from comity.reading.extractors.events.fusing import kind_of
from comity.reading.mentions import Mention
from comity.reading.quick import quick
from comity.reading.sentences import Sentence

_ONES = (
    r"(?:the\s+)?(?:(?:last|next|this)\s+year['’]s|first|second|third|fourth|fifth|next|last|previous|latest|coming|new|other|others|another|earlier|former|latter|one|it|this|these|they|event|events|gathering|drills)"
    r"(?:\s+(?:ones?|of\s+them|of\s+its\s+kind|such\s+\w+|edition|editions))?(?:,\s+[^,;:.]{3,40},)?\s+"
)
_WAS_HELD = (
    r"(?:(?:had|has|have)\s+been|was|were|will\s+be|is\s+to\s+be|are\s+to\s+be)\s+(?:held|hosted|convened|staged)(?!\s+(?:responsible|accountable|hostage|back|up))|"
    r"took\s+place|(?:has|had|have)\s+taken\s+place|(?:will|is\s+to|are\s+to|is\s+due\s+to)\s+take\s+place|is\s+due|is\s+scheduled|is\s+planned|"
    r"(?:was|were|(?:has|had|have)\s+been)\s+(?:postponed|cancell?ed|put\s+off|called\s+off|moved|rescheduled|deferred)|"
    r"(?:had\s+been|was|were)\s+(?:first\s+|originally\s+|initially\s+|at\s+first\s+)?(?:planned|scheduled|due|set|to\s+be\s+held|to\s+have\s+been\s+held|to\s+have\s+taken\s+place|meant)|"
    r"will\s+(?:now\s+)?(?:run|open|begin|start|last)|is\s+(?:to\s+(?:run|open|begin|start|last)|set\s+for|expected(?!\s+(?:that|to)\b))|"
    r"(?:may|might|could|should)\s+(?:take\s+place|be\s+held)|opened|began|ended|lasted|runs|opens|begins|starts|ends"
)
_ELLIPSIS = re.compile(
    rf"\b(?P<one>(?:a\s+(?:joint|separate|second|similar|trilateral)\s+one|(?:and|,)\s+one)\s+of\s+the)\b"
    rf"|\b(?:those|leaders|ministers)\s+of\s+(?:the\s+)?[A-Z][\w ]{{1,40}}\s+(?P<met>met)\b|\b{_ONES}(?P<verb>{_WAS_HELD})\b",
    re.IGNORECASE,
)
# "The second since the one in Baghdad in 2012".
_THE_ONE_IN = quick(
    r"\b(?:[Tt]he|[Aa]n?)\s+(?:(?:earlier|previous|first|last|latest)\s+)?(?P<one>one)\s+(?:(?:held|hosted|convened)\s+)?(?=(?:in|at|of)\s+(?:[A-Z]|January|February|March|April|May|June|July|August|September|October|November|December|(?:19|20)\d\d))"
)

# "The previous one, in December, had …".
_THE_ONE_BEFORE = quick(
    r"\b[Tt]he\s+(?P<one>(?:previous|last|first|earlier|latest)\s+one),\s+(?=(?:in|at|on|held|hosted)\b)"
)
# "Is to preside over the next one".
_THE_NEXT_ONE = quick(
    r"\b(?:host(?:s|ed|ing)?|hold|held|presid(?:e|ed|es|ing)\s+over|chair(?:s|ed)?|attend(?:s|ed)?|of|at|before|after|since|for|to)\s+(?:the|its|their)\s+(?P<one>(?:next|previous|last|first|second|third)\s+one)\b"
)

# "The next is in Baku", "the eighth in Dakar in 2021", "last did so in New York".
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December|spring|summer|autumn"
_ITS_PLACE = re.compile(
    r"(?:^|[.;,:]\s+|\band\s+)(?:[Tt]he\s+)?(?P<one>(?:another|next|last|previous|latest|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\w+teenth|\d+(?:st|nd|rd|th))(?:\s+one)?"
    rf"|(?:{_MONTHS})\s+one)\s+(?:(?:is|was|will\s+be|are|were|had\s+been)\s+)?(?:in|at)\s+(?=[A-Z])"
    r"|\bat\s+the\s+(?P<nth>\d+(?:st|nd|rd|th)),\s+(?:in|at)\s+(?=[A-Z])"
    r"|\b(?:last|first|previously)\s+(?P<did>did\s+so)\b"
)


def elliptical(analysis: Analysis, sentence: Sentence, after: int) -> list[tuple[Mention, Mention | None]]:
    """ "The first took place in New York in 2023": an event whose noun stands in an earlier sentence."""
    one = (
        _THE_ONE_IN.search(analysis.text, after, sentence.end)
        or _THE_ONE_BEFORE.search(analysis.text, after, sentence.end)
        or _THE_NEXT_ONE.search(analysis.text, after, sentence.end)
    )
    if one:
        kind = _kind_before(analysis, one.start("one"))
        return [(Mention(one.start("one"), one.end("one"), "event_verb", kind), None)]
    placed = _ITS_PLACE.search(analysis.text, max(after, sentence.start), sentence.end)
    if placed and any(
        kind.kind == "event_noun" for kind in analysis.mentions_in(max(0, placed.start() - 500), placed.start())
    ):
        part = next(name for name in ("did", "nth", "one") if placed[name])
        kind = _kind_before(analysis, placed.start(part))
        return [(Mention(placed.start(part), placed.end(part), "event_verb", kind), None)]
    match = _ELLIPSIS.search(analysis.text, after, sentence.end)
    if match and after != sentence.start and not re.search(r"[;,:]\s|\band\s+$", analysis.text[after : match.start()]):
        return []
    if match is None:
        return []
    part = next(name for name in ("one", "met", "verb") if match[name])
    return [
        (Mention(match.start(part), match.end(part), "event_verb", _kind_before(analysis, match.start(part))), None)
    ]


def _kind_before(analysis: Analysis, position: int) -> str:
    """The kind of the event last named before a position, which "it" and "the first" mean."""
    kinds = [kind_of(one) for one in analysis.mentions if one.kind in ("event_noun", "series") and one.end <= position]
    return kinds[-1] if kinds else "meeting"
