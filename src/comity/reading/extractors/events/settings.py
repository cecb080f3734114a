"""Words for an event that only say who was at one told before, who stays away from it, or where a traveller goes."""

from __future__ import annotations

import re

from comity.reading.clause import Analysis
from comity.reading.extractors.events.triggers import Trigger
from comity.reading.quick import quick

_BARE = frozenset(("summit", "meeting", "session", "conference", "gathering", "event", "talks", "retreat"))
# "The delegations participating in the meeting", "some countries are represented by their presidents at the summit".
_AT_IT = quick(
    r"(?<!\bis\s)(?<!\bare\s)(?<!\bbe\s)(?<!\bwas\s)(?<!\bwere\s)(?<!\bby\s)\b(?:(?:participating|taking\s+part|present)\s+(?:in|at)|participants\s+(?:in|of|at)|represented\s+(?:by\s+(?:[\w’'-]+\s+){1,4})?at)\s+(?:the|this|that)\s+(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)
# "Pulled out of a regional summit", "said it would boycott the event".
_AWAY = quick(
    r"\b(?:pull(?:s|ed|ing)?\s+out\s+of|withdr(?:ew|aw\w*)\s+from|boycott(?:s|ed|ing)?|stay(?:s|ed|ing)?\s+away\s+from|opt(?:s|ed|ing)?\s+out\s+of|"
    r"(?:refus(?:es?|ed|al|ing)|declin(?:es?|ed|ing)|inability|unwillingness|unable|unwilling)\s+to\s+(?:attend|join|(?:take\s+part|participate)\s+in)|(?:abstain|absen\w+)\w*\s+from)\s+(?:an?|the|this|that)\s+(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)
# "The heads of delegation will meet in a narrow format".
_DELEGATES = re.compile(
    r"(?:^|\W)the\s+(?:heads\s+of\s+(?:the\s+)?delegations?|delegations|delegates|participants|(?:meeting|summit)\s+participants|sides|parties)\s+"
    r"(?:(?:will|would|are|were|is|to|also|then|first|later|have|had|due|expected|scheduled|set)\s+){0,4}$",
    re.IGNORECASE,
)
# "At the meeting, the ministers discussed issues relating to the UN".
_AT_THE_MEETING = re.compile(
    r"\W*(?:At|During)\s+(?:the|this|that)\s+(?:meeting|summit|session|gathering|talks|event),"
)
# "At the conclusion of the summit, they …", "speaking after the Cairo meeting, he said", "the summit's participants".
_SETS_SCENE = quick(
    r"^\W*(?:At|During|After|Following|Before|In|On|Speaking|Addressing|Opening|Closing|Concluding|Throughout)\b(?:(?!\b(?:met|meeting|hold|held|holding|host|hosts|hosted)\b)[^.;:,\d]){0,70}?\b(?:the|this|that)\s+(?:[\w-]+\s+){0,2}$"
)
_OF_THE_MEETING = re.compile(
    r"['’]s?\s+(?!(?:opening|closing|first|last|final|start|beginning|end|conclusion|\w+\s+(?:day|session|ceremony)|been|being|going|due|set|to)\b)[\w-]|"
    r"\s+(?:participants|delegates|attendees|agenda|communiqu[eé]|declaration|organi[sz]ers|host|venue|theme|documents?|outcomes?)\b"
)
# "After the summit, he will preside over the next one": that one is of the same format.
_NEXT_ONE = re.compile(
    r"\b(?:next|last|previous|first)\s+ones?\b|\b(?:its|their|the)\s+(?:next|previous|last)\s+(?:is|was|will|in|on)\b"
)
_DEFINITE = quick(r"\b(?:the|this|that)\s+(?:[\w-]+\s+)?$", re.IGNORECASE)
_OWN_WORDS = re.compile(
    r"\s+(?:of|between|with|among|on|for|in)\s+(?:the\s+)?(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?:[A-Z]|\d)"
)
_NEAR = 60


def only_points_back(analysis: Analysis, trigger: Trigger) -> bool:
    """Whether the words mean the event told before, and tell only of those at it or not at it."""
    if trigger.kind == "meeting" and _AT_THE_MEETING.match(analysis.text, trigger.from_, trigger.end + 1):
        return True
    if trigger.paired or trigger.kind != "meeting" or _OWN_WORDS.match(analysis.text, trigger.end):
        return False
    before = analysis.text[max(trigger.from_, trigger.start - 110) : trigger.start]
    if trigger.form.lower() in _BARE and (_only_sets_scene(analysis, trigger) or _has_something(analysis, trigger)):
        return True
    if trigger.form.lower() in _BARE and _AWAY.search(before):
        return True  # whatever day follows is that of staying away
    if analysis.expressions_in(trigger.end, min(trigger.to, trigger.end + _NEAR)):
        return False
    return bool(_AT_IT.search(before) if trigger.form.lower() in _BARE else _DELEGATES.search(before))


def _only_sets_scene(analysis: Analysis, trigger: Trigger) -> bool:
    """Whether a sentence begins with the meeting at or after which something was said or done, and no more of it."""
    start = analysis.sentences[trigger.sentence].start
    if not analysis.text.startswith(",", trigger.end) or not _SETS_SCENE.match(analysis.text[start : trigger.start]):
        return False
    if _NEXT_ONE.search(analysis.text, trigger.end, analysis.sentences[trigger.sentence].end):
        return False
    return not _is_told(analysis, start, trigger.start)


def _has_something(analysis: Analysis, trigger: Trigger) -> bool:
    """Whether the words are of what belongs to it: "will be the Meeting's special guest"."""
    if not _OF_THE_MEETING.match(analysis.text, trigger.end):
        return False
    if _NEXT_ONE.search(analysis.text, trigger.end, analysis.sentences[trigger.sentence].end):
        return False
    before = analysis.text[max(trigger.from_, trigger.start - 40) : trigger.start]
    return bool(_DEFINITE.search(before)) and not _is_told(analysis, trigger.start - len(before), trigger.start)


def _is_told(analysis: Analysis, start: int, end: int) -> bool:
    """Whether a day or an organization stands between."""
    return bool(analysis.expressions_in(start, end) or analysis.mentions_in(start, end, "org", "body"))


# "The meeting will discuss the attack on the embassy on Friday": what is on its agenda has a day of its own.
_AGENDA = re.compile(
    r"\s+(?:(?:will|would|is|was|to|also|due|expected|set)\s+){0,4}(?:discuss|debate|review|consider|address|examine|tackle|follows|comes?\s+after)(?:es|ed|s|d)?\s+"
)


def tells_agenda(analysis: Analysis, trigger: Trigger) -> bool:
    """Whether "the meeting" is the subject of what it is about; a day after that need not be its own."""
    return _AGENDA.match(analysis.text, trigger.end) is not None


# "A 2008 summit at which Ukraine and Georgia were promised membership": promised, not met.
_AT_WHICH = re.compile(r",?\s+(?:(?:at|in|during)\s+which|where|that|which)\s")


def is_scene(analysis: Analysis, trigger: Trigger) -> bool:
    """Whether states named after the word are those of whom something was decided there."""
    return _AT_WHICH.match(analysis.text, trigger.end) is not None and not analysis.mentions_in(
        trigger.from_, trigger.start, "state", "adjective"
    )
