"""Dates beside an event that are not its own: of a saying, of another event, of what was done or planned before."""

from __future__ import annotations

import re

from comity.reading.clause import Analysis
from comity.reading.extractors.events.scopes import is_aside
from comity.reading.extractors.events.triggers import Trigger
from comity.reading.quick import quick
from comity.reading.when import Direction, Expression

# A date that belongs to the saying, not to the event: "said on Friday", "on Tuesday announced".
SAID = re.compile(
    r"\b(?:said|told|announced|reported|stated|added|declared|noted|confirmed|explained|postponed|offered|asked|recalled|cancelled|scrapped|called\s+(?:[\w-]+\s+){0,4}?off|put\s+(?:[\w-]+\s+){0,4}?off|urged|wrote|posted|"
    r"proposed|expressed|denied|warned|published|quoted|quoted\s+as\s+saying|issued|informed|briefed|described|termed|dubbed|lamented|regretted|deplored|criticised|criticized|hailed|praised|revealed|disclosed|tweeted|remarked|claimed|complained)\b",
    re.I,
)


# "The largest since Reforger in 1988" dates what it is compared with.
_SINCE = re.compile(
    r"\bsince\s+(?:(?!the\b)[\w’'-]+\s+){1,6}(?:in|on)\s+$|\b(?:largest|biggest|first|longest|highest)\b[^.;,]{0,40}\bsince\s+(?:[\w-]+\s+)?(?:in\s+)?$|\bsince\s+[A-Z][\w-]+\s+in\s+$"
)


def own_dates(analysis: Analysis, trigger: Trigger, direction: Direction) -> list[Expression]:
    """The times in scope that may be the event's, in text order; `direction` is that of its status."""
    from_ = trigger.start if trigger.aside else trigger.from_
    found = [
        one
        for one in analysis.expressions_in(from_, trigger.to)
        if not is_of_the_saying(analysis, trigger, one)
        and not (direction is Direction.FUTURE and _of_a_past_act(analysis, trigger, one))
        and not _of_the_aside(analysis, trigger, one)
        and not _SINCE.search(analysis.text[max(from_, one.start - 50) : one.start])
        and not _is_of_a_clause(analysis, trigger, one)
        and not _is_of_a_paper(analysis, trigger, one)
        and not _is_limit(analysis, trigger, one)
        and not _belongs_to_words(analysis, one)
    ]
    return _not_only_planned(analysis, found) if direction is Direction.PAST else found


# "The 2050 strategy", "the 2030 agenda" are named by their year; "a week ahead of the summit" counts from that.
_NAMED_BY = re.compile(
    r"\s+(?:[A-Z]\w+\s+|\w+\s+)?(?:[Ss]trateg(?:y|ies)|[Aa]genda|[Pp]lans?|[Vv]isions?|[Tt]argets?|[Gg]oals|[Pp]rogramm?e|[Rr]oadmap|[Ff]ramework|[Bb]lueprint|[Tt]reaty|[Aa]greement|[Cc]harter|[Cc]onstitution|[Ww]ar|[Cc]oup|[Ee]lections?|[Cc]risis)\b"
)


# "The meeting was announced in April": so was the news of it.
_WAS_SAID = re.compile(
    r"\b(?:was|were|been)\s+(?:first\s+|officially\s+|formally\s+)?(?:announced|agreed|proposed|mooted|confirmed|unveiled|requested)\s+(?:upon\s+)?(?:(?:in|on|late|early|back|last)\s+){0,3}$"
)


# "In a statement on July 11", "following the coup on July 26".
_OF_A_STATEMENT = quick(
    r"\bin\s+an?\s+(?:[\w-]+\s+){0,2}(?:statement|press\s+release|release|letter|post|note|tweet|message|interview|address|speech|communiqu[eé]|briefing|notice)\s+(?:(?:issued|released|sent|published|dated|made|posted|given)\s+)?(?:late\s+|early\s+)?(?:on\s+)?$",
    re.IGNORECASE,
)
_OF_AN_UPHEAVAL = quick(
    r"\b(?:following|after|since|amid|over|in\s+(?:the\s+)?(?:wake|aftermath)\s+of)\s+(?:[\w’'-]+\s+){0,4}(?:coup(?:\s+d['’][ée]tat)?|attacks?|putsch|takeover|invasion|war|elections?|vote|earthquake|hurricane|cyclone|outbreak|crash|bombings?|strikes?|killings?|assassination|death|clashes|resignation|resumption|overthrow|ouster|fall)(?:\s+(?:in|of|on|by)\s+[A-Z][\w’'-]+)?\s+(?:on|of|in)\s+$",
    re.IGNORECASE,
)


def _belongs_to_words(analysis: Analysis, one: Expression) -> bool:
    """Whether a time is a part of what stands after it: of a paper's name, or of a distance from an event."""
    near = analysis.text[max(0, one.start - 90) : one.start]
    if _OF_A_STATEMENT.search(near) or _OF_AN_UPHEAVAL.search(near):
        return True
    if one.kind in ("year", "name_year"):
        return _NAMED_BY.match(analysis.text, one.end) is not None
    if _WAS_SAID.search(analysis.text, max(0, one.start - 40), one.start):
        return True
    return one.kind == "hence" and analysis.text.startswith(" of ", one.end)


_LASTS = re.compile(
    r"\b(?:lasts?|lasted|runs?|ran|continues?|continued|ends?|ended|goes\s+on|go\s+on|from|opens?|opened|begins?|began|starts?|started|held|takes?\s+place|took\s+place|visit|stays?)\b[^.;]{0,60}$",
    re.IGNORECASE,
)


def _is_limit(analysis: Analysis, trigger: Trigger, one: Expression) -> bool:
    """Whether a time only bounds something else: "a plan until 2025", "a member since 2001"."""
    if one.bound not in ("since", "until") or one.kind not in ("year", "month", "season", "quarter", "half"):
        return False
    return one.bound == "since" or not _LASTS.search(analysis.text[max(trigger.from_, one.start - 90) : one.start])


# "The summit was called after rebels took Goma on January 27": the day is that of the clause.
_OF_A_CLAUSE = re.compile(
    r"\b(?:after|since|when|while|because|before)\s+(?:(?!\d)[\w’'.-]+\s+){1,6}?(?:\w{2,}(?<!ne)ed|took|left|fell|broke|began|came|went|struck|won|lost|was|were|had|made|hit|shot)\b[^,;]{0,60}$",
    re.IGNORECASE,
)


def _is_of_a_clause(analysis: Analysis, trigger: Trigger, one: Expression) -> bool:
    return one.start > trigger.end and bool(_OF_A_CLAUSE.search(analysis.text, trigger.end, one.start))


# "In accordance with the decision adopted in December 2014", "is usually held in March".
_OF_PAPER = quick(
    r"\b(?:decision|resolution|agreement|decree|document|plan|protocol|declaration|charter|treaty|roadmap|mandate)s?\b[^.;]{0,160}?\b(?:adopted|signed|approved|taken|reached|made|issued|concluded)\s+(?:[\w’'-]+\s+){0,3}$",
    re.IGNORECASE,
)
_IS_USUAL = quick(
    r"\b(?:is|are)\s+(?:usually|normally|typically|traditionally|customarily|generally)\s+(?:held|convened|staged|hosted)\b|\b(?:usually|normally|typically|traditionally)\s+(?:takes?\s+place|meets?|falls?)\b",
    re.IGNORECASE,
)
USUAL = quick(
    r"\b(?:usually|normally|typically|traditionally|customarily|generally)\s+(?:\w+\s+){1,3}(?:in|on|at|around|every)\s+(?:early\s+|late\s+|mid-?)?$",
    re.IGNORECASE,
)


def is_usual(analysis: Analysis, trigger: Trigger) -> bool:
    """Whether the words tell what is usual, not what was: "the summit is usually held in March"."""
    return bool(_IS_USUAL.search(analysis.text, trigger.from_, trigger.to))


def _is_of_a_paper(analysis: Analysis, trigger: Trigger, one: Expression) -> bool:
    """Whether a day after the event is that of a decision, or the usual one."""
    if one.start > trigger.end and _OF_PAPER.search(analysis.text, trigger.end, one.start):
        return True
    return bool(USUAL.search(analysis.text, max(trigger.from_, one.start - 60), one.start))


# "Arrived in Kingstown on Tuesday to attend": a past act beside what is to come. "Is planned on Tuesday" is none.
_PAST_ACT = re.compile(
    r"(?<!\w)(?P<aux>(?:is|are|was|were|be|been|being|to\s+be|has|have|had)\s+)?(?:(?:also|now|again|originally|initially|tentatively)\s+)?"
    r"(?P<act>\w{2,}ed|left|flew|went|came|met|sent|won|began|took|gave|made|held|wrote)\s+(?:(?!(?:and|that|to|will|who|which)\b)[\w’'-]+\s+){0,5}?(?:on\s+|late\s+|early\s+|last\s+)?$",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"(?:schedul|plann|slat|expect|propos|postpon|delay|defer|mov|reschedul|fix|tim|envisag|host|need|limit|start|open|call|conven|summon|plann|push|shift)\w*ed|held|(?:scheduled|fixed|timed|moved|set)$",
    re.IGNORECASE,
)


def _of_a_past_act(analysis: Analysis, trigger: Trigger, one: Expression) -> bool:
    """Whether a day before a planned event is that of something done: "flew to Accra on Monday for the summit"."""
    if one.kind not in ("weekday", "day", "today") or one.start > trigger.start:
        return False
    told = _PAST_ACT.search(analysis.text[max(trigger.from_, one.start - 60) : one.start])
    if told is None or told["aux"]:
        return False
    return analysis.text.startswith(" for ", one.end) or not _PLANNED.match(told["act"])


# "First set for December, then for February, took place on 9 March".
_PLANNED_FOR = quick(
    r"\b(?:scheduled|planned|due|set|slated|meant|expected|fixed|then|foreseen)\s+(?:for|in|on|to\s+[\w ]{2,20}\s+(?:in|on))\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def _not_only_planned(analysis: Analysis, candidates: list[Expression]) -> list[Expression]:
    """Without the days for which what was held had once been planned."""
    return [
        one for one in candidates if not _PLANNED_FOR.search(analysis.text, max(0, one.start - 50), one.start)
    ] or candidates


def _of_the_aside(analysis: Analysis, trigger: Trigger, one: Expression) -> bool:
    """Whether a date belongs to an event before which this one was: "ahead of the summit on July 9, they met"."""
    if trigger.aside or one.start > trigger.start:
        return False
    sentence = analysis.sentences[trigger.sentence]
    asides = analysis.mentions_in(trigger.from_, one.start, "event_noun", "body")
    return any(other.end < trigger.start and is_aside(analysis, sentence, other.start) for other in asides)


_OF_A_DAY = re.compile(r"['’]s?$")
_SAID_ON = re.compile(rf"{SAID.pattern}(?:\s+[\w’']+){{0,5}}?\s+(?P<on>on\s+)?$", re.IGNORECASE)
_SAID_THERE = re.compile(
    rf"{SAID.pattern}(?:\s+(?:in|at|to)\s+[\w ]{{1,30}})?\s*(?:reporters\s+)?(?:on\s+|late\s+|early\s+)?$",
    re.IGNORECASE,
)
_SAYS_AFTER = re.compile(rf"\s+(?:\w+ly\s+|also\s+|again\s+)?{SAID.pattern}", re.IGNORECASE)


def is_of_the_saying(analysis: Analysis, trigger: Trigger, one: Expression) -> bool:
    """Whether a date tells when something was said: "said in Baku on Friday", "on Tuesday announced"."""
    before = analysis.text[max(trigger.from_, one.start - 60) : one.start]
    possessive = one.kind == "weekday" and _OF_A_DAY.search(analysis.text[one.start : one.end + 2])
    if possessive and not 0 <= trigger.start - one.end < 40:
        return True
    said = _SAID_ON.search(before)
    if said and (said["on"] or one.kind == "today"):
        start = one.start - len(before) + said.start()
        if not analysis.mentions_in(start, one.start, "event_noun", "event_verb", "body"):
            return True
    return bool(_SAID_THERE.search(before) or _SAYS_AFTER.match(analysis.text, one.end, min(trigger.to, one.end + 45)))
