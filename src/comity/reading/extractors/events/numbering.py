"""The number that an event bears: "the 73rd session", "the XXII summit", "in its fourteenth edition"."""

from __future__ import annotations

import re

from comity.reading.clause import Analysis
from comity.reading.extractors.events.triggers import Trigger
from comity.reading.phrases import alternatives

_UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TEENS = (
    "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
    "nineteenth", "twentieth",
)  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_ROUND = {
    "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "hundredth": 100,
    "inaugural": 1, "maiden": 1,
}  # fmt: skip
_WORDS = {
    **{word: number for number, word in enumerate((*_UNITS, *_TEENS), 1)},
    **_ROUND,
    **{f"{tens}-{unit}": high + low for tens, high in _TENS.items() for low, unit in enumerate(_UNITS, 1)},
}
_SPELLED = alternatives(_WORDS).replace(r"\-", "[- ]")
# A figure of one Roman letter needs a name after it: "the V Caspian Summit".
_NUMBER = re.compile(
    rf"(?<![\w-])(?:(?P<digits>\d{{1,4}})(?:st|nd|rd|th)|(?P<word>{_SPELLED})|(?-i:(?P<roman>[IVXLC]{{2,7}}|[VX](?=\s+[A-Z][a-z]))))(?![\w-])",
    re.IGNORECASE,
)
_FIGURES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_RAN = re.compile(
    r"\s+(?:(?:was|is|will|to|be|were|has|been)\s+){0,3}(?:held|convened?|hosted|take\s+place|took\s+place|opened|opens?|met|began)\b"
)
_REACH = 80
# What an ordinal may not be parted from its event by: "the 20th anniversary of", "for the first time at", "the second day of".
_OTHER = re.compile(
    r"[,.;:]|\b(?:in(?!-)|on|at|with|that|which|to|by|from|has|had|was|were|is|time|times|day|days|week|year|years|month|term|anniversary|birthday|century|"
    r"quarter|half|part|party|parties|country|countries|state|states|member|members|power|wave|stage|phase|batch|leg|tranche|package|place|"
    r"largest|biggest|president|leader|person|visit|of\s+\w+\s+of)\b",
    re.IGNORECASE,
)
_AND = re.compile(r"\b(?:and|or)\b")
_TITLED_AND = re.compile(r"[A-Z][\w’']*\s+(?:and|or)\s+(?:the\s+)?[A-Z]")
# "A regular meeting of the council, the 24th, ended"; "the forum, now in its 14th edition"; "the forum's ninth round".
_AFTER = re.compile(
    r"^[^.;]{0,60}?,\s+(?:the|its|their)\s+$|^[^.;]{0,80}?\b(?:in|for|at|was|is|be)\s+(?:its|their|the)\s+$",
    re.IGNORECASE,
)
_OF_ITS_KIND = re.compile(
    r"^(?:,|\s*[-–—]|\s+(?:edition|round|of\s+(?:its|the)\s+kind|such|so\s+far|in\s+all|in\s+(?:a|the)\s+series|since)\b)",
    re.IGNORECASE,
)


def edition_of(analysis: Analysis, trigger: Trigger) -> int | None:
    """The ordinal before the event's word or the noun that goes with it, else one said of it after."""
    starts = [trigger.start, *([trigger.verb.start] if trigger.verb else [])]
    first = analysis.sentences[trigger.sentence].start
    for start in starts:
        number = _before(analysis.text, first, start)
        if number and not (number == 1 and (_is_elliptical(analysis, trigger) or _is_first_since(analysis, trigger))):
            return number
    for org in analysis.mentions_in(first, trigger.start, "org"):
        number = _before(analysis.text, first, org.start) if _RAN.match(analysis.text, org.end) else None
        if number:
            return number  # "the very first ADMM-Plus was convened"
    return _after(analysis.text, trigger)


def _is_elliptical(analysis: Analysis, trigger: Trigger) -> bool:
    """ "The first took place in May" tells the first of some, not the first of all."""
    return trigger.verb is None and not analysis.mentions_in(trigger.start, trigger.end)


# "Its first summit in three years", "the first meeting since 2019" count from a pause, not from the beginning.
_SINCE = re.compile(
    r"[^.;:]{0,45}?\b(?:(?:in|for)\s+(?:over\s+|more\s+than\s+|nearly\s+|almost\s+|about\s+|some\s+)?(?:an?|two|three|four|five|six|seven|eight|nine|ten|\d+|several|many|a\s+few)\s+(?:years?|months?|decades?|weeks?)|(?:in|for)\s+(?:years|decades|months)|since)\b",
    re.IGNORECASE,
)


def _is_first_since(analysis: Analysis, trigger: Trigger) -> bool:
    """Whether "the first" is only the first for a time."""
    if _SINCE.match(analysis.text, trigger.end, trigger.to) is None:
        return False
    return (
        re.search(r"\b(?:inaugural|maiden|1st)\b", analysis.text[max(0, trigger.start - _REACH) : trigger.start])
        is None
    )


def _before(text: str, from_: int, start: int) -> int | None:
    for match in reversed(list(_NUMBER.finditer(text, max(from_, start - _REACH), start))):
        rest = text[match.end() : start]
        if _OTHER.search(rest) or (_AND.search(rest) and not _TITLED_AND.search(rest)):
            return None
        number = _value(match)
        if number:
            return number
    return None


def _after(text: str, trigger: Trigger) -> int | None:
    for match in _NUMBER.finditer(text, trigger.end, min(trigger.to, trigger.end + 2 * _REACH)):
        if _AFTER.match(text[trigger.end : match.start()]) and _OF_ITS_KIND.match(text[match.end() : trigger.to]):
            number = _value(match)
            return number if number != 1 else None  # "the first of its kind" is no edition
    return None


def _value(match: re.Match[str]) -> int | None:
    if match["digits"]:
        return int(match["digits"])
    if match["word"]:
        return _WORDS[match["word"].lower().replace(" ", "-")]
    values = [_FIGURES[letter] for letter in match["roman"]]
    number = sum(-one if later and one < later else one for one, later in zip(values, [*values[1:], 0], strict=True))
    return number if number < 100 else None
