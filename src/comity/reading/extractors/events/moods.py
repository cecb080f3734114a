"""Hope, denial, preparation and summons: what governs an event from before it."""

from __future__ import annotations

import re

from comity.reading.quick import quick

_NP = (
    r"(?:an?|the|its|their|this|his|her|another|any|some|fresh|new|next)\s+"
    r"(?:(?!(?:at|in|on|during|after|before|from|by|to|that|with|as|while|when)\s)[\w’'+-]+\s+){0,5}$"
)
# "He hoped that the talks would take place": the hope governs what follows.
_HOPED = quick(
    r"\b(?:hopes?|hoped|hoping)\s+(?:that\s+|for\s+)?(?:(?!at\b|during\b|to\b)[\w’'-]+\s+){0,8}$", re.IGNORECASE
)
_WOULD = re.compile(r"^[^.;]{0,60}?\b(?:would|will|could|can|might|may|should)\b", re.IGNORECASE)
# "Dismissed reports that the leaders would meet", "there is no truth in claims of a summit".
_DENIED_REPORT = quick(
    r"\b(?:den(?:y|ies|ied|ying)|dismiss\w*|reject\w*|refut\w+|rubbish\w*|quash\w*|no\s+truth\s+in|played\s+down|plays\s+down)\s+(?:[\w’'-]+\s+){0,3}?"
    r"(?:reports?|rumou?rs|claims?|speculation|suggestions?|media\s+reports|allegations|assertions?|(?:calls?|demands?|bids?|pleas?|offers?)\s+(?:for|to|of)|proposals?|requests?|invitations?|the\s+idea|that)\b"
    r"(?![^.;]{0,80}\b(?:at|during)\s+(?:a|an|the|its|their)\b)[^.;]{0,80}$",
    re.IGNORECASE,
)
# "Is making ready for the summit", "preparations are under way for the summit".
_PREPARED = quick(
    r"\b(?:preparations?|preparing|prepares?|arrangements|gearing\s+up|gears\s+up|getting\s+ready|gets\s+ready|make\s+ready|braces?|bracing)\b[^.;,]{0,50}\bfor\s+"
    + _NP,
    re.IGNORECASE,
)
# "Has called an emergency meeting", which needs "for Friday" after it.
_CALLED = quick(
    r"\b(?:(?:called|convened|summoned|convoked|scheduled|set|fixed|slated|arranged|planned)\s+(?:for\s+)?(?:[\w’'-]+\s+){0,4}?to\s+|"
    r"(?:called|calls|convened|convenes|summoned|summons|convoked|scheduled|schedules|set|fixed|slated|arranged|planned)\s+)"
    + _NP,
    re.IGNORECASE,
)
_FOR_A_DAY = re.compile(
    r"^[^.;,]{0,60}?\bfor\s+(?:early\s+|late\s+|mid-?\s*|next\s+|this\s+|the\s+)?"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|week|month|year|spring|summer|autumn|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|\d{1,2}(?:st|nd|rd|th)?\s+[A-Z])",
    re.IGNORECASE,
)
# "Called on Tuesday for an early summit", "pressed the allies for a meeting".
_ASKED = re.compile(
    r"\b(?:call(?:s|ed|ing)?|press(?:es|ed|ing)?|push(?:es|ed|ing)?|appeal(?:s|ed|ing)?|plead(?:s|ed|ing)?|lobb(?:ies|ied|ying)|ask(?:s|ed|ing)?|argu(?:es|ed|ing)|clamou?r(?:s|ed|ing)?)"
    r"\s+(?:(?!(?:to|that|and)\s)[\w’'-]+\s+){0,6}?for\s+(?:the\s+(?:holding|convening)\s+of\s+)?" + _NP,
    re.IGNORECASE,
)
_REQUESTED = re.compile(
    r"\b(?:request(?:s|ed|ing)?|demand(?:s|ed|ing)?|seeks?|seeking|sought|propos(?:e[sd]?|ing)|suggest(?:s|ed|ing)?|urg(?:e[sd]?|ing)|mull(?:s|ed|ing)?|float(?:s|ed|ing)?|moot(?:s|ed)?|advocat(?:e[sd]?|ing)|recommend(?:s|ed)?)"
    r"\s+(?:holding\s+|convening\s+|hosting\s+|the\s+(?:holding|convening|idea|organi[sz]ation)\s+of\s+(?:holding\s+)?)?"
    + _NP,
    re.IGNORECASE,
)
_UNDECIDED = re.compile(
    r"\b(?:nothing|no\s+decision)\b[^.;]{0,40}\b(?:on|about|regarding|over)\s+" + _NP, re.IGNORECASE
)
# "He expected the talks to resume"; "are expected to" is a plan.
_EXPECTED = quick(
    r"(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bbeen )\bexpect(?:s|ed)?\s+(?:that\s+)?" + _NP, re.IGNORECASE
)
_TO_BE = re.compile(
    r"^[^.;,]{0,120}?\b(?:to|will|would)\s+(?:take\s+place|be\s+held|resume|go\s+ahead|convene|happen|be\s+convened|begin|start)\b",
    re.IGNORECASE,
)
# "Is on a four-day visit".
_ON_A_VISIT = re.compile(
    r"\b(?:is|are)\s+(?:currently\s+|now\s+)?(?:on|paying|making)\s+(?:an?|his|her|their)\s+(?:[\w-]+\s+){0,4}$",
    re.IGNORECASE,
)
# "Dismissed reports that the summit would be postponed": it stands.
_PUT_OFF = re.compile(
    r"^[^.;,]{0,60}?\b(?:would|will|might|could|may|had|has|have|was|were)\s+(?:been\s+|be\s+)?(?:postponed|cancell?ed|called\s+off|put\s+off|delayed|moved|scrapped)\b",
    re.IGNORECASE,
)
# "Called the summit off", "put their meeting off".
_PARTED = re.compile(
    r"\b(?P<verb>call(?:s|ed|ing)?|put(?:s|ting)?|push(?:es|ed|ing)?|mov(?:es?|ed|ing)|br(?:ings?|ought|inging))\s+"
    + _NP,
    re.IGNORECASE,
)
_OFF = re.compile(r"^\s*(?:[\w-]+\s+){0,2}(?P<how>off|back|forward)\b")
_TO_BE_OFF = re.compile(
    r"^[^.;]{0,70}?\bto\s+be\s+(?:postponed|delayed|moved|put\s+off|cancell?ed|called\s+off|rescheduled|deferred)\b",
    re.IGNORECASE,
)
_TURNED_DOWN = re.compile(
    r"\b(?:declin(?:ed|es)|refus(?:ed|es)|reject(?:ed|s)|turned\s+(?:it|this|that|the\s+\w+|him|her|them)\s+down|turned\s+down|rebuff(?:ed|s)|spurned|snubbed|ruled\s+(?:it|this|that)\s+out)\b",
    re.IGNORECASE,
)


# "Raising hope for a first meeting", "in the hope of a summit".
_HOPE_OF = quick(
    r"\b(?:hopes?|prospects?|possibility|chances?|speculation)\s+(?:for|of|about)\s+(?:holding\s+)?" + _NP,
    re.IGNORECASE,
)


def mood_of(words: str, start: int, end: int) -> tuple[str, str] | None:
    """The status that words before the event give it, and those words; `start:end` is the event in its clause."""
    before, after = words[:start], words[end:]
    if _HOPED.search(before) and _WOULD.match(words[start:]):
        return "hoped", "hoped that … would"
    if _HOPE_OF.search(before):
        return "hoped", "hope for"
    denied = _DENIED_REPORT.search(before)
    if denied:
        return ("scheduled", denied[0]) if _PUT_OFF.match(after) else ("denied", denied[0])
    off = _OFF.match(after)
    parted = _PARTED.search(before) if off else None
    if parted and off and (off["how"] == "off") == parted["verb"].lower().startswith(("call", "put")):
        return ("cancelled" if parted["verb"].lower().startswith("call") else "postponed"), f"{parted['verb']} … off"
    if _ON_A_VISIT.search(before):
        return "ongoing", "is on a visit"
    if _CALLED.search(before) and _FOR_A_DAY.match(after):
        return "scheduled", "called for"
    if not _TO_BE_OFF.match(after) and any(shape.search(before) for shape in (_ASKED, _REQUESTED, _UNDECIDED)):
        return "proposed", "asked for"
    if _EXPECTED.search(before) and _TO_BE.match(after):
        return "hoped", "expected … to"
    if _PREPARED.search(before):
        return "scheduled", "preparations for"
    return None


def is_turned_down(words: str, end: int) -> bool:
    """Whether an offer to meet was not taken up: "offered to meet him; he declined"."""
    return bool(_TURNED_DOWN.search(words, end))
