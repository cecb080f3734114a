"""What is said of an event by the verb that it is the subject of, or the object of."""

from __future__ import annotations

import re

from comity.reading.clause import Analysis
from comity.reading.extractors.events.triggers import Trigger
from comity.reading.phrases import cues_in
from comity.reading.quick import quick

# How far the verb may be from its event, once what stands between commas is left out.
_REACH = 170
# What belongs to the event: "of the bloc in Abuja". A verb, a clause, or a new sentence does not.
_NOT_ITS_OWN = re.compile(
    r"[;:\"“”\n]|\b(?:said|says|told|announced|reported|added|is|are|was|were|will|would|has|have|had|could|(?-i:may)|might|should|must|"
    r"if|when|while|because|although|but|nor|not|he|she|they|we|it|there|that|which|who|where|as|took|takes|held|ended|opened|began|started|met|agreed|"
    r"and\s+(?:the|a|an|its|their))\b",
    re.IGNORECASE,
)
# A remark between commas: ", which was to have opened on Sunday,", ", initially slated for July in Baku,".
_REMARK = re.compile(
    r",\s+(?:which|who|whose|where|originally|initially|first|previously|already|scheduled|slated|planned|due|set|held|hosted|expected|"
    r"postponed|delayed|twice|once|now|chaired|attended|organized|billed|seen|called|dubbed|the|an?|its|to\s+be)\b[^,;]{0,150},"
    r"|\s+(?:which|that)\s+(?:was|were|had\s+been|is|are|has\s+been)\s+(?:originally\s+|initially\s+|first\s+|once\s+|earlier\s+|previously\s+)?(?:scheduled|slated|planned|due|set|to|expected|meant|supposed|postponed|billed)\b[^,;]{0,70}?(?=\s+(?:has|have|was|were|will|would|went|is|took)\b)",
    re.IGNORECASE,
)
# An event that another noun or a verb has: "the date of the summit will be", "speaking at the meeting on Friday".
_OF_ANOTHER = re.compile(
    r"\b(?:at|of|for|to|in|during|after|before|since|following|from|by|on|with|about|ahead)\s+"
    r"(?:(?:the|an?|its|their|his|this|that|next|last|any)\b|[A-Z])[^,;:.]{0,60}$"
)
_NOUNS = ("event_noun", "body", "series", "level_nouns")


# "The summit slated for April 9", whatever is done with it.
_STANDS_FOR = re.compile(
    r",?\s+(?:which\s+(?:is|are)\s+)?(?:tentatively\s+|also\s+|now\s+)?(?:(?:slated|scheduled|planned|due|set|timed|foreseen|envisaged)\s+(?:for|to|in|on)|"
    r"to\s+be\s+(?:held|hosted|convened|staged|organi[sz]ed|chaired|attended)|to\s+take\s+place)\b",
    re.IGNORECASE,
)


_ENTITY = re.compile(r"&#?\w{2,8};")
_ACTS = re.compile(r"\s+(?:to\s+)?(?!during\b|evening\b|morning\b)\w{2,}ing\b")
_AUXILIARY = re.compile(r"\b(?:has|have|had|is|are|was|were)\s+(?:\w+\s+)?$", re.IGNORECASE)


def predicate_of(analysis: Analysis, trigger: Trigger) -> tuple[str, str] | None:
    """The status and the words that say it, where the event is the subject of a verb after it."""
    if not _is_noun(analysis, trigger) or not _is_subject(analysis, trigger):
        return None
    return _said_of_it(analysis, trigger, analysis.text[trigger.end : trigger.to])


def stands_for(analysis: Analysis, trigger: Trigger) -> tuple[str, str] | None:
    """That an event is scheduled, where the words after its noun set a day for it, whatever else is done with it."""
    if not _is_noun(analysis, trigger):
        return None
    after = analysis.text[trigger.end : trigger.to]
    stands = _STANDS_FOR.search(after)
    gap = after[: stands.start()] if stands else ""
    if stands and len(gap) < _REACH and not _NOT_ITS_OWN.search(gap) and "first" not in gap:
        return "scheduled", stands[0].strip(" ,")
    return None


def _said_of_it(analysis: Analysis, trigger: Trigger, after: str) -> tuple[str, str] | None:
    plain = _ENTITY.sub(lambda entity: " " * len(entity[0]), after)
    plain = _REMARK.sub(lambda remark: " " * len(remark[0]), plain)
    found = [
        (match.start(), order, cue.value, match[0])
        for order, cue in enumerate(cues_in(plain, analysis.language, "predicates", "status"))
        for match in cue.pattern.finditer(plain)
    ]
    if not found:
        return None
    at, _, status, words = min(found)
    gap = _AUXILIARY.sub("", plain[:at])
    if _ACTS.match(plain, at + len(words)):
        return None  # "leaders of the forum began arriving"
    if len(re.sub(r"\s{2,}", " ", gap)) > _REACH or _NOT_ITS_OWN.search(gap):
        return None
    fixed = _FIXED.search(analysis.text[trigger.from_ : trigger.start]) or _FIXED.search(after)
    if status == "denied" and fixed and words.lower().startswith(("will not", "won", "would not")):
        return "cancelled", words
    return _meant(analysis, trigger, plain[at + len(words) :], status, words)


# "Postponed twice and eventually took place".
_TOOK_PLACE = re.compile(
    r"^[^.;]{0,80}?\b(?:and|before|but)\s+(?:(?:it|was|being|is|will|be|then|later|finally|eventually|at\s+last)\s+){0,4}(?:took\s+place|taking\s+place|held|opened|went\s+ahead|convened)\b",
    re.IGNORECASE,
)
# "Will be held in January, a month later than planned", "will be held at a later date".
_LATER = re.compile(
    r"^[^.;]{0,80}?\b(?:(?:later|earlier)\s+than\s+(?:first\s+|originally\s+|initially\s+)?(?:planned|scheduled|expected|announced|intended)|(?:at|on)\s+(?:a|some|another)\s+(?:later|new|future|other)\s+(?:date|time))\b",
    re.IGNORECASE,
)
# A plan that was fixed, and is given up: "the summit scheduled for May 24 will not go ahead".
_FIXED = quick(
    r"\b(?:scheduled|planned|due|slated|set|announced)\b|\b(?:next|this)\s+(?:week|month|year|spring|summer|autumn|fall)['’]s\s+(?:[\w-]+\s+){0,3}$|\bupcoming\b",
    re.IGNORECASE,
)
_CAME_OF_IT = re.compile(
    r"^[^.;]{0,120}?\bbut\s+(?:(?:it|that|the\s+\w+)\s+)?(?:has\s+been|had\s+been|was|were|is|have\s+been)\s+(?:(?:then|later|again)\s+)?(?:(?P<cancelled>cancell?ed|called\s+off|scrapped|abandoned|shelved|dropped)|"
    r"(?P<postponed>postponed|put\s+off|deferred|delayed|rescheduled|pushed\s+back|moved))\b",
    re.IGNORECASE,
)
_NO = re.compile(r"\b(?:no|neither)\s+(?:[\w’'-]+\s+){0,4}$", re.IGNORECASE)
_SO_THAT = re.compile(r"\b(?:so|in\s+which|under\s+which)\s+(?:that\s+)?(?:[\w’'-]+\s+){0,4}$", re.IGNORECASE)


def _meant(analysis: Analysis, trigger: Trigger, after: str, status: str, words: str) -> tuple[str, str] | None:
    """The status in its clause: "no summit is planned", "was to be held, but was called off", "so that it could be held"."""
    before = analysis.text[trigger.from_ : trigger.start]
    if status in ("scheduled", "proposed", "held", "ongoing") and _NO.search(before):
        return "denied", words
    if status == "proposed" and _SO_THAT.search(before):
        return None
    if words.lower().startswith("would") and re.search(r"\bif\b", before, re.IGNORECASE):
        return "proposed", words
    if status == "postponed" and _TOOK_PLACE.match(after):
        return "held", words
    if status == "scheduled" and _LATER.match(after):
        return "postponed", words
    came = _CAME_OF_IT.match(after) if status == "scheduled" else None
    return (came.lastgroup or status, came[0]) if came else (status, words)


def _is_noun(analysis: Analysis, trigger: Trigger) -> bool:
    return bool(analysis.mentions_in(trigger.start, trigger.end, *_NOUNS))


def _is_subject(analysis: Analysis, trigger: Trigger) -> bool:
    """Whether the event is a noun that nothing before it governs."""
    if trigger.aside or _is_object(trigger):
        return False
    return not _OF_ANOTHER.search(analysis.text[trigger.from_ : trigger.start])


def _is_object(trigger: Trigger) -> bool:
    """Whether a verb before it has the event for its object: "gathered for a meeting"."""
    verb = trigger.verb
    return verb is not None and verb.kind in ("event_verb", "hosting") and verb.start < trigger.start
