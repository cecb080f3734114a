"""Words that tell of one event together: a verb and its noun, an organ and "session" beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from comity.catalog.loaded import load_catalog
from comity.reading.clause import Analysis
from comity.reading.mentions import Mention

_FUSED_GAP = 90
_ORGANS = ("body", "level_nouns")
_SIDELINES = re.compile(
    r"(?:sidelines|margins|fringes)\s+of|ahead\s+of|before\s|after\s|following\s|\bduring\b|day\s+of|eve\s+of|run-up\s+to|preparations?\s+for"
)
# Between a verb and the noun that repeats it: "gathered here yesterday for a regular meeting", "hosted the session".
_SEPARATE = re.compile(
    r"[.;\"“”]|\b(?:to\s+(?:prepare|plan|agree|set)|(?:agreed|decided|planned|pledged|vowed|resolved|wants?)\s+to|said|told|that|(?:complemented|followed|preceded|accompanied)\s+by|and\s+(?:will|is|was|the)|which|who|when|where|while|before|after|during|ahead|following)\b"
)


def kind_of(head: Mention) -> str:
    if head.kind == "series":
        return head.level or "exercise"
    return head.code if head.kind in ("event_noun", "event_verb") else "meeting"


def fused(analysis: Analysis, cues: Sequence[Mention]) -> list[tuple[Mention, Mention | None]]:
    """Each event once: a verb and its noun, an organ and "session" beside it, are one."""
    text = analysis.text
    out: list[tuple[Mention, Mention | None]] = []
    for cue in cues:
        if out:
            last, verb = out[-1]
            gap = text[max(last.end, verb.end if verb else 0) : cue.start]
            if _one_event(analysis, last, cue, gap) and not _is_setting(analysis, last, cue, gap):
                out[-1] = _joined(last, verb, cue)
                continue
        out.append((cue, None))
    return [pair for pair in out if not _bare(pair, text)]


_NOT = re.compile(r"\b(?:not|never|won['’]t|wouldn['’]t|no)\s+(?:\w+\s+)?$", re.IGNORECASE)
_AT_THE = re.compile(r"\b(?:at|during|for|attend|attending)\s+(?:an?|the|its|their|next|this)\b", re.IGNORECASE)


def _is_setting(analysis: Analysis, last: Mention, cue: Mention, gap: str) -> bool:
    """Whether a noun only tells where two will not meet: "Modi will not meet Sharif at the SCO summit"."""
    if last.kind != "event_verb" or not _AT_THE.search(gap):
        return False
    if not _NOT.search(analysis.text[max(0, last.start - 20) : last.start]):
        return False
    return bool(analysis.people.between(last.end, cue.start)) or "counterpart" in gap


# "Whose leaders last met in February 2022, plan a ministerial meeting".
_GOES_ON = re.compile(r",\s+(?!(?:for|at|in|on|to|where|the|a|an|its|their|with|during)\b)[a-z]")


# "Before the meeting Rutte visited": somebody else's verb.
_SOMEBODY = re.compile(r"\s+[A-Z][a-z]+(?:\s+[A-Z][a-z]+)*\s+(?:\w+\s+){0,3}$")


# "The summit of the bloc's heads of state meeting", said of one.
_OF_THEIR = re.compile(
    r"\s+of\s+(?:the\s+)?(?:[A-Z][\w’']*\s+){0,2}(?:heads\s+of\s+(?:state|government)|(?:foreign\s+|defen[cs]e\s+)?ministers|leaders)['’]?\s+",
    re.IGNORECASE,
)


# "Will meet in Riyadh to discuss the GCC-US summit": another one.
_ABOUT_ONE = re.compile(
    r"\bto\s+(?:discuss|review|finali[sz]e|prepare(?:\s+for)?|assess|coordinate|consider|plan(?:\s+for)?)\s+(?:preparations\s+for\s+|plans\s+for\s+)?(?:the|an?|its|their|next\s+\w+['’]s|this\s+\w+['’]s)\s+(?:(?!(?:at|in|during|for|of)\s)[\w’'-]+\s+){0,4}$"
)


def _one_event(analysis: Analysis, last: Mention, cue: Mention, gap: str) -> bool:
    kinds = (last.kind, cue.kind)
    if kinds[1] in ("event_noun", *_ORGANS) and kinds[0] in ("event_noun", *_ORGANS) and re.search(r"\band\b", gap):
        return kinds[0] in _ORGANS and kinds[1] in _ORGANS and bool(re.fullmatch(r",?\s*and\s+(?:the\s+)?", gap))
    if set(kinds) == {"event_noun", "series"}:
        return len(gap) < 25 and not re.search(r"[.;]", gap)
    if kinds[0] == "event_verb" and (_GOES_ON.search(gap) or (kinds[1] == "event_noun" and _ABOUT_ONE.search(gap))):
        return False
    if len(gap) > _FUSED_GAP or _SEPARATE.search(gap) or _SIDELINES.search(gap):
        return False
    if kinds[0] in ("event_verb", "hosting") and kinds[1] in ("event_noun", *_ORGANS):
        return True
    if kinds[0] in _ORGANS and kinds[1] in _ORGANS:
        return bool(
            re.fullmatch(r",?\s*(?:and\s+)?(?:the\s+)?|\s+(?:\w+\s+){0,3}(?:of|under|within)\s+the\s+(?:\w+\s+)?", gap)
        )
    if kinds in (
        ("event_noun", "body"),
        ("level_nouns", "event_noun"),
        ("body", "event_noun"),
        ("event_noun", "level_nouns"),
    ):
        # "After consultation with the Assembly" tells of no session of it.
        consulted = kinds == ("event_noun", "body") and re.match(r"\s+with\s", gap)
        return len(gap) < 40 and "," not in gap and not _SEPARATE.search(gap) and not consulted
    if kinds == ("event_noun", "event_noun"):
        return _one_noun(gap) or _are_meeting(analysis, last, gap)
    if kinds[1] != "event_verb" or cue.code == "visit" or kinds[0] not in ("event_noun", *_ORGANS):
        return False
    return len(gap) < 45 and "," not in gap and not _SOMEBODY.match(gap)


_BEING = re.compile(r"\b(?:is|are|was|were|been)\s+$")
_IN_ONE = re.compile(
    r"(?:\s+in\s+[A-Z]\w+)?(?:\s+(?:on\s+)?[A-Z]\w+day|\s+today)?\s+(?:in|at|for)\s+(?:an?|another|their|its)\s+(?:[\w-]+\s+){0,3}"
)


def _are_meeting(analysis: Analysis, last: Mention, gap: str) -> bool:
    """Whether the first word is the verb of the second: "have been meeting in an extraordinary meeting"."""
    before = analysis.text[max(0, last.start - 12) : last.start]
    return _IN_ONE.fullmatch(gap) is not None and _BEING.search(before) is not None


def _one_noun(gap: str) -> bool:
    """Whether two nouns name one event: "a meeting, a summit", "the summit of the heads of state meeting"."""
    if _OF_THEIR.fullmatch(gap) or (len(gap.strip()) < 4 and "," not in gap):
        return True
    return bool(re.fullmatch(r",\s+an?\s+(?:[\w-]+\s+){0,2}", gap))


def _joined(last: Mention, verb: Mention | None, cue: Mention) -> tuple[Mention, Mention | None]:
    """Which of two fused words is the head: an organ says most, then a noun with a level. The other one goes with it,
    and shows that an organ is spoken of as meeting."""
    if cue.kind in ("event_verb", "hosting"):
        return last, cue
    if last.kind in ("event_verb", "hosting"):
        return cue, last
    if last.kind in _ORGANS and cue.kind in _ORGANS:
        return last, verb
    if last.kind in _ORGANS or (last.level and not cue.level and cue.kind not in _ORGANS):
        return last, verb or cue
    return cue, verb or last


# "The General Assembly of the Organization of American States opened".
_OF_ITS = r"(?:\s+of\s+(?:the\s+)?(?-i:[A-Z])[\w’'-]*(?:\s+(?:of|and|the|for|(?-i:[A-Z])[\w’'-]*)){0,6})?"
_MEETS = re.compile(
    r"^" + _OF_ITS + r"\s*(?:\([^)]*\)\s*)?(?:,[^,]{1,90},\s*)?"
    r"(?:(?:just|now|already|will|would|is|are|was|were|has|had|last|next|also|been|to|be|not|due|scheduled|expected|likely|set|slated|planned|tentatively|supposed|jointly)\s+)*"
    r"(?:held|hold|holds|meets?|met|convene[sd]?|gather(?:s|ed)?|take\s+place|took\s+place|takes\s+place|sits\s+(?:on|today|this|next|tomorrow|from|until|for)|sat|opened|opens|in\s+session|"
    r"(?:finish|conclud|complet|end|clos|beg[ai]n|start)(?:ed|es|s|ing)?\s+(?:its|their|two|three|a|the|work|today|on|in)|wound\s+up|(?:attended|chaired|opened|presided\s+over|hosted|held)\s+by|brought\s+together|endorsed|approved\s+[^.;]{0,40}\bin\s+[A-Z])\b",
    re.IGNORECASE,
)
_AT_A = re.compile(
    r"\b(?:at|during|delegations?\s+(?:in|to|at)|(?:tak\w+|took)\s+part\s+in|participat\w+\s+in|attend(?:s|ed|ing)?|chair(?:s|ed)?|host(?:s|ed|ing)?|convened?|addressed|held|hold(?:s|ing)?|for|opened|"
    r"(?:one|opening|host|venue|scene|end|close|session|meeting|margins|sidelines|eve)\s+of)\s+(?:a|the|an|its|their)\s+(?:[\w-]+\s+){0,4}$",
    re.IGNORECASE,
)


# "The Council is to approve the plan on Thursday".
_DECIDES = r"(?:(?:has|had|will|is|are|was|were|also|to|due|expected|scheduled)\s+)*(?:approv|adopt|discuss|consider|review|elect|endors|debat|appoint|examin)(?:e|es|ed|s)?\b"
_DECIDES_THEN = re.compile(
    r"^" + _OF_ITS + r"\s*(?:\([^)]*\)\s*)?" + _DECIDES + r"\s+[^.;:]{3,80}?\s(?:on\s+)?"
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|tomorrow|yesterday|(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+\d)"
)
# "The General Assembly of the Organization of American States decided today".
_DECIDED_THEN = re.compile(
    r"^"
    + _OF_ITS
    + r"\s*(?:\([^)]*\)\s*)?(?:unanimously\s+)?(?:decid|vot|resolv|agre|adopt|suspend|approv|elect|condemn|admitt)e?d\s+"
    r"(?:today|yesterday|(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_ON_A_DAY = re.compile(r"(?:^|[.\n]\s*)On\s+(?:\w+day|[A-Z][a-z]+\s+\d{1,2}),?\s+the\s+(?:[A-Z]\w+\s+)?$")
_DECIDES_THAT_DAY = re.compile(r"^" + _OF_ITS + r"\s*(?:\([^)]*\)\s*)?" + _DECIDES)


# A structure, a court or a staff works; a council sits.
_CAN_SIT = re.compile(
    r"council|committee|assembly|conference|commission|board|parliament|summit|meeting|forum|congress|group|session|dialogue|duma|diet",
    re.IGNORECASE,
)


def _name(head: Mention, text: str) -> str:
    """What an organ is called; of an acronym what it stands for: "CHOGM", the heads of government meeting."""
    written = text[head.start : head.end]
    if head.kind != "body" or not written.isupper():
        return written
    org, _, code = head.code.partition("/")
    bodies = load_catalog().organizations[org].bodies if org in load_catalog().organizations else ()
    names = [
        name
        for body in bodies
        if body.code == code
        for name in (*body.own_names.get("en", ()), *body.names.get("en", ()))
    ]
    return max(names, key=len, default=written)


# "The report of the EAC Council of Ministers", "directed the Council to draw up a plan".
_WORK_OF = re.compile(
    r"\b(?:(?:reports?|decisions?|recommendations?|rulings?|resolutions?|mandate|members?|chair(?:man|person)?|secretariat)\s+of|directed|tasked|mandated|instructed|requested|urged|asked|empowered)\s+(?:the\s+|its\s+)(?:[A-Z][\w-]*\s+){0,2}$",
    re.IGNORECASE,
)


def _bare(pair: tuple[Mention, Mention | None], text: str) -> bool:
    """An organ named without a word of meeting ("the Council decided") is no event by itself, nor is a level noun."""
    head, verb = pair
    if head.kind not in _ORGANS or verb or head.code.endswith("/meeting"):
        return False
    name = _name(head, text)
    if head.kind == "body" and not _CAN_SIT.search(name):
        return True
    if _WORK_OF.search(text[max(0, head.start - 70) : head.start]):
        return True
    gathering = re.search(r"\b(?:meeting|summit|session|conference)$", name, re.IGNORECASE)
    if gathering and (head.kind == "level_nouns" or gathering[0].lower() == "meeting"):
        return False
    line = text[text.rfind("\n", 0, head.start) + 1 : head.start]
    if re.fullmatch(
        r"\W*(?:[A-Z][a-z]{2,8},?\s+)?(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]{2,8})(?:\s*[-–]\s*\d{1,2})?[^:–-]{0,8}\s*[-–—:]+\s+[^.]{0,40}",
        line,
    ):
        return False  # a diary's line: "Fri, Oct 10 - CIS Heads of State Council"
    of_it = re.search(r"\b(?:of|by|in|for)\s+(?:the\s+)?$", text[max(0, head.start - 10) : head.start])
    after = text[head.end : head.end + 160]
    that_day = _ON_A_DAY.search(text[max(0, head.start - 45) : head.start]) and _DECIDES_THAT_DAY.match(after)
    if not of_it and (that_day or _DECIDES_THEN.match(after) or _DECIDED_THEN.match(after)):
        return False
    return not (
        _MEETS.match(text[head.end : head.end + 130]) or _AT_A.search(text[max(0, head.start - 60) : head.start])
    )
