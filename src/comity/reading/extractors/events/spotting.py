"""Which words that look like an event tell of none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from comity.catalog.cue_files import load_cues
from comity.catalog.loaded import load_catalog
from comity.reading.clause import Analysis
from comity.reading.mentions import Mention

_ORGANS = ("body", "level_nouns")
_AS_A = re.compile(r"\b(?:as|in\s+the\s+form\s+of|via|by|through|over|on)\s+(?:an?\s+)?(?:\w+\s+)?$", re.IGNORECASE)
_OF_ORG = re.compile(r"\s*(?:\([^)]{2,12}\)\s*)?")
_KIND_OF_ORG = re.compile(r"(?:forum|dialogue|conference|congress)$", re.IGNORECASE)
_SPORTS = re.compile(r"\b(?:games|cup|championships?)\b", re.IGNORECASE)


_OF_A_CROWD = re.compile(
    r"[^.;:]{0,50}?\b(?:outside|(?:for|to|in)\s+(?:an?\s+|the\s+)?(?:\w+\s+)?(?:funeral|wedding|burial|festival|march|protest|rally|vigil|demonstrat\w+|mourn|celebrate|watch|mark\s+the|match|game|final|first\s+round|semi-?final|tournament|concert|parade))\b",
    re.IGNORECASE,
)


_PLAYED = re.compile(
    r"\b(?:simulat\w+|mock|re-?enact\w+|staged\s+a\s+mock)\s+(?:an?\s+|the\s+)?(?:\w+\s+){0,2}$", re.IGNORECASE
)


# "The joint force known as the Peninsula Shield".
_IS_FORCE = re.compile(
    r"\b(?:force|forces|army|corps|brigade|unit)s?,?\s+(?:(?:is|are|was|were)\s+)?(?:known|called|named|dubbed|codenamed)\s+(?:as\s+)?(?:the\s+)?[\"“«]?$"
)
# "The requirements that it must meet", "meets the criteria".
_MEETS_NEEDS = re.compile(
    r"\s+(?:(?:the|all|its|their|these|those|such|our|any|certain)\s+)*(?:[\w-]+\s+){0,2}(?:requirements?|criteri(?:a|on)|conditions|needs|targets?|goals?|deadlines?|obligations?|commitments?|demands?|standards?|expectations?|challenges?|quotas?|aspirations)\b"
)
_TO_BE_MET = re.compile(
    r"\b(?:requirements?|criteria|conditions|needs|targets?|goals?|standards?|obligations?|demands?|challenges?)\s+(?:that|which)?\s*(?:[\w’'-]+\s+){1,4}(?:must|should|has\s+to|have\s+to|needs?\s+to|will|would|did|does|can)\s+(?:not\s+)?$"
)
# "The summit cycle", "summit diplomacy".
_WAY_OF_WORKING = re.compile(
    r"\s+(?:cycle|diplomacy|format|mechanism|calendar|agenda\s+item|documents?|planners|fatigue)\b", re.IGNORECASE
)
# "What we call I2U2", "told reporters in a background call", "the collective call".
_IS_NO_TALK = re.compile(
    r"\b(?:what\s+(?:\w+\s+){1,2}|we\s+|(?:background|briefing|press|collective|joint|clarion|emergency|urgent|fresh|renewed|initial|repeated)\s+|['’]s\s+|to\s+|(?:made|makes|issued|renewed|repeated|backed|support(?:ed)?|heeded|joined)\s+(?:the|an?|his|her|its|their)\s+)$",
    re.IGNORECASE,
)
# "The Forum's top position", "leave the Forum", "Forum leaders": the organization.
_LEAVES = re.compile(
    r"\b(?:leav(?:e|es|ing)|quit(?:s|ting)?|left|join(?:s|ed|ing)?|rejoin\w*|return(?:s|ed|ing)?\s+to|members?(?:hip)?\s+(?:of|in)|reduces|within|exit(?:ed|ing)?|from|withdr\w+\s+from|head|chair|lead(?:s|ing)?|out\s+of|countries\s+of|states\s+of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_ITS_PEOPLE = re.compile(
    r"['’]s\s+(?!\d|(?:annual|next|latest|last|first|opening|closing|summit|meeting|leaders)\b)|\s+(?:[Ll]eaders?|[Mm]embers?|[Cc]hair|[Ss]ecretar\w+|[Cc]ountries|[Ss]tates|[Ff]oreign|[Ee]conomic|[Mm]inisters?|[Oo]fficials?)\b"
)


def _is_forum_itself(analysis: Analysis, cue: Mention) -> bool:
    """Whether "the Forum" is the organization of that name, not its meeting."""
    text = analysis.text
    if text[cue.start] != "F" or not _is_called(analysis, cue):
        return False
    return bool(_ITS_PEOPLE.match(text, cue.end) or _LEAVES.search(text[max(0, cue.start - 40) : cue.start]))


@lru_cache(maxsize=8)
def _at_home(language: str) -> re.Pattern[str]:
    words = "|".join(sorted(load_cues(language, "events")["met_at_home"], key=len, reverse=True))
    return re.compile(
        rf"\s+(?:with\s+)?(?:(?:its|their|his|her|the|a|local|some|several|many|young)\s+)*(?:[a-z-]+\s+)?(?:{words})\b"
    )


# "The voting exercise", "a background call", "the summit cycle", "the Conference Centre", "the press conference".
_OTHER_BEFORE = re.compile(
    r"\b(?:voting|electoral|election|registration|budget\w*|accounting|academic|vetting|planning|screening|costing|mapping|verification|census|counting|housekeeping|consultative)\s+exercise"
    r"|\b(?:background|press|news|media|conference|roll|wake-up)\s+(?:call|briefing|conference)",
    re.IGNORECASE,
)
_OTHER_AFTER = re.compile(r"\s+(?:cycle|cent(?:er|re)|halls?|calls?|complex|building)\b", re.IGNORECASE)


def _is_in_another_sense(analysis: Analysis, cue: Mention) -> bool:
    before = _OTHER_BEFORE.search(analysis.text, max(0, cue.start - 14), cue.end)
    return bool(before and before.end() == cue.end) or bool(_OTHER_AFTER.match(analysis.text, cue.end))


# "UNITAS was conceived in 1959": how it came about.
_CAME_ABOUT = re.compile(
    r"[\"”]?(?:,[^,]{3,70},[\"”]?)?\s+(?:(?:which|that)\s+)?(?:was|were|had\s+been)\s+(?:first\s+)?(?:conceived|founded|established|created|devised|designed|launched|named)\b"
)


def _came_about(analysis: Analysis, cue: Mention) -> bool:
    kind = cue.code if cue.kind == "event_noun" else cue.level
    return kind == "exercise" and _CAME_ABOUT.match(analysis.text, cue.end) is not None


_TOOK_SHAPE = re.compile(
    r"\b(?:took\s+shape|was\s+born|came\s+into\s+(?:being|existence)|originated|emerged|dates\s+back|began\s+life)\b[^.;]*$",
    re.IGNORECASE,
)
_TO_FOUND = re.compile(r"\s+(?:[^.;,]{0,40}\s)?to\s+(?:form|found|establish|create|set\s+up)\s")


def _is_founding(analysis: Analysis, cue: Mention) -> bool:
    """ "Took shape when four countries came together in 1997": how it began, no meeting."""
    if not re.match(r"c[ao]me", analysis.text[cue.start : cue.end], re.IGNORECASE):
        return False
    before = analysis.text[max(0, cue.start - 160) : cue.start]
    return bool(_TOOK_SHAPE.search(before) or _TO_FOUND.match(analysis.text, cue.end))


def is_no_event(analysis: Analysis, cue: Mention, before: Sequence[Mention]) -> bool:
    """ "As a video conference" says how, "the summit of the APEC forum" what kind of organization; a "CIS Plus" format
    is no meeting yet."""
    text = analysis.text
    if cue.kind == "series" and _IS_FORCE.search(text[max(0, cue.start - 70) : cue.start]):
        return True
    if cue.kind in ("series", "event_noun") and _came_about(analysis, cue):
        return True
    if cue.kind == "series":
        return _is_no_series(text, cue)
    if cue.kind == "event_verb":
        return _is_no_visit(analysis, cue, before) if cue.code == "visit" else _is_no_encounter(analysis, cue)
    if cue.kind != "event_noun":
        return False
    return _is_another_noun(analysis, cue) or _is_kind_of_organization(analysis, cue, before)


def _is_no_series(text: str, cue: Mention) -> bool:
    """Games, and what is only a format: "the CIS Plus format"."""
    if _SPORTS.search(text[cue.start : cue.end]) or cue.level != "meeting":
        return bool(_SPORTS.search(text[cue.start : cue.end])) or _is_plain_word(text, cue)
    return bool(re.match(r"[\"”»]?\s+(?:format|framework|initiative|concept)", text[cue.end : cue.end + 14]))


_ITS_OWN = re.compile(r"\b(?:our|their|its|further|closer|mutual|regional)\s+$", re.IGNORECASE)


def _is_plain_word(text: str, cue: Mention) -> bool:
    """Whether the name of an exercise that is a word of the language stands for itself: "our Cooperation"."""
    word = text[cue.start : cue.end]
    return " " not in word and word.isalpha() and bool(_ITS_OWN.search(text[max(0, cue.start - 10) : cue.start]))


def _is_no_encounter(analysis: Analysis, cue: Mention) -> bool:
    """Whether a verb of meeting tells of needs met, of a crowd, or of what was founded."""
    if cue.code != "meeting":
        return False
    after = analysis.text[cue.end : cue.end + 90]
    if _is_founding(analysis, cue) or _MEETS_NEEDS.match(after):
        return True
    if _TO_BE_MET.search(analysis.text[max(0, cue.start - 70) : cue.start]):
        return True
    return bool(_OF_A_CROWD.match(after) or _at_home(analysis.language).match(after))


def _is_another_noun(analysis: Analysis, cue: Mention) -> bool:
    """Whether a noun means a game played, a way of working, an appeal, or the organization itself."""
    text, word = analysis.text, analysis.text[cue.start : cue.end].lower()
    if _is_in_another_sense(analysis, cue) or _WAY_OF_WORKING.match(text, cue.end):
        return True
    before = text[max(0, cue.start - 45) : cue.start]
    if _PLAYED.search(before) or (word in ("call", "calls") and _IS_NO_TALK.search(before)):
        return True
    if word == "forum" and _is_forum_itself(analysis, cue):
        return True
    if re.search(r"video|teleconf", word) and _AS_A.search(before[-20:]):
        return True
    return bool(re.search(r"\bof\s+the\s+$", before[-8:])) and _is_called(analysis, cue)


def _is_kind_of_organization(analysis: Analysis, cue: Mention, before: Sequence[Mention]) -> bool:
    """ "The summit of the APEC forum": what kind of organization."""
    nouns = [one for one in before if one.kind in ("event_noun", *_ORGANS)]
    if not nouns or not _KIND_OF_ORG.search(analysis.text[cue.start : cue.end]):
        return False
    return any(
        one.end <= cue.start and _OF_ORG.fullmatch(analysis.text[one.end : cue.start])
        for one in analysis.mentions_in(nouns[-1].end, cue.start, "org")
    )


def _is_no_visit(analysis: Analysis, cue: Mention, before: Sequence[Mention]) -> bool:
    """ "Their next session is due in Dushanbe", "the bloc's ministers flew into Doha" for a gathering; and where no
    place follows."""
    text = analysis.text
    events = before[-1:] if before and before[-1].kind != "event_verb" else ()
    if any(re.fullmatch(r"\s+(?:[a-z]+\s+)?", text[one.end : cue.start]) for one in events):
        return True
    those = analysis.mentions_in(max(0, cue.start - 60), cue.start, "level_people")
    if those and re.fullmatch(r"\s+(?:of\s+[^.,;:]{3,40}\s+)?(?:\w+\s+){0,3}", text[those[-1].end : cue.start]):
        return True
    return not any(
        re.fullmatch(
            r"\s+(?:to\s+)?(?:the\s+)?(?:capital\s+|(?:[a-z-]+\s+){1,4}in\s+(?:the\s+)?)?", text[cue.end : one.start]
        )
        and not re.match(r"['’]", text[one.end :][:1])
        for one in analysis.mentions_in(cue.end, cue.end + 45, "state", "city")
    )


def _is_called(analysis: Analysis, cue: Mention) -> bool:
    """Whether an organization named before is called by this noun: "the two documents of the forum"."""
    noun = analysis.text[cue.start : cue.end].lower()
    known = load_catalog().organizations
    orgs = {one.org for one in analysis.mentions if one.org and one.start < cue.start}
    return any(noun in known[org].nouns.get(analysis.language, ()) for org in orgs if org in known)
