"""Who is named beside an event without being at it: those who tell of it, own a plan it weighs, or only joined or left."""

from __future__ import annotations

import re

from comity.reading.clause import Analysis
from comity.reading.extractors.events.triggers import Trigger
from comity.reading.mentions import Mention
from comity.reading.quick import quick

_SPEAKING = re.compile(
    r"\b(?:said|told|informed|stated|added|noted|announced|according\s+to|stressed|reported|explained|declared|expressed|hopes?|hoped|proposed|proposes|suggested|urged|urges|called\s+for|calls\s+for|warned|confirmed|recalled|sees|believes?|believed|thinks?|expects?|expected|considers?|considered|wants|wanted|favou?rs|backs|supports|rejects|rejected|denies|denied|doubts|"
    r"regards|insists|insisted|argues|argued|wrote|writes|tweeted|asked|asks|admits|admitted|predicts|predicted|put\s+forward|called(?=\s+(?:the|it|these|those)\s)|suggests|promises|promised)\b",
    re.IGNORECASE,
)
_ANNOUNCES = re.compile(
    rf"(?:['’]s)?(?:\s+(?:\w+\s+)?(?:ministry|government|embassy|side|presidency|media|news\s+agency|service)(?:\s+of\s+[\w ]{{3,25}}?)?)\s+{_SPEAKING.pattern}",
    re.IGNORECASE,
)


_LEAVES = re.compile(
    r"\s+(?:has\s+|had\s+|have\s+)?(?:suspended|withdrew|withdrawn|quit|froze|frozen)\b", re.IGNORECASE
)
_OBSERVES = re.compile(
    r"(?:,?\s+(?:and\s+)?[A-Z][\w-]+)*\s+(?:are|is|remains?)\s+(?:also\s+)?(?:an?\s+)?(?:observers?|members?|(?:dialogue\s+)?partners?)\b"
)
# "Iran has joined the SCO", not "Iran joined the meeting".
_JOINS = re.compile(
    r"\s+(?:(?:has|have|had|will|is\s+to|should|could|may|also|formally|officially)\s+){0,3}"
    r"(?:join(?:ed|s)?|acceded\s+to|accedes\s+to|becom\w+|became|(?:be|was|were)\s+admitted\s+to|appl(?:y|ied|ies)\s+(?:for|to))\s+(?:an?\s+|the\s+)?"
)
_ACCEDES = re.compile(
    r"\s+(?:(?:has|have|had|will|is\s+to|are\s+to|should|could|may|also|formally|officially)\s+){0,3}(?:acced\w+|follow\b|(?:be|been|was|were)\s+admitted)"
)
_AS_WHAT = re.compile(r"(?:\w+\s+){0,2}(?:members?|observers?|partners?|membership|applicant)\b")
# What those who meet speak of: "to discuss Syria", "the working group on Afghanistan".
_SPOKEN_OF = quick(
    r"\b(?:discuss\w*|(?:about|regarding|concerning|against|towards?|help|support|aid|situation\s+in|crisis\s+in|war\s+in|conflict\s+in|sanctions\s+on|"
    r"(?:meeting|talks|summit|conference|session|group|consultations|dialogue|format|forum|round\s+table|exchange|views)\s+on))\s+(?:the\s+)?(?:\w+\s+in\s+)?$"
)
_NEWCOMERS = re.compile(r"\bnew\s+(?:\w+\s+){0,2}(?:members?|observers?|partners?),?\s+(?:[A-Z][\w ]+,?\s+and\s+)?$")


# "To admit Cambodia, Laos and Myanmar", "the expulsion of Nigeria": what those who meet decide about.
_DECIDED_ON = quick(
    r"\b(?:admit(?:s|ted|ting)?|admission\s+of|accession\s+of|expulsion\s+of|expel(?:s|led|ling)?|suspension\s+of|suspend(?:s|ed|ing)?|readmit(?:ted)?|deployment\s+[^.;,]{0,40}\bto)\s+"
    r"(?:the\s+)?(?:[A-Z][\w’' -]{2,30}(?:,\s+(?:and\s+)?|\s+and\s+)){0,6}$"
)
# "The six member countries, which comprise Cameroon and Niger": who belongs, not who came.
_BELONGS = quick(
    r"\b(?:which|that|bloc|group|grouping|organi[sz]ation|commission|alliance|community|council|association|Initiative|Council|Group|Union|Organi[sz]ation|Community|Commission|Alliance|G20|G7|V4)\s+(?:also\s+|now\s+)?(?:compris(?:es?|ing)|consists?\s+of|consisting\s+of|is\s+made\s+up\s+of|groups|brings\s+together\s+the)\s+[^.;]{0,140}$|"
    r"\b(?:countries|states|nations|members),?\s+namely\s+[^.;]{0,140}$|"
    r"\b(?:[Mm]ember\s+(?:states|countries|nations)|[Mm]embers)\s+(?:also\s+)?(?:includ(?:e|ed|ing)|are|comprise)\s+[^.;]{0,160}$|"
    # "The other members are: Albania, Bulgaria and Estonia".
    r"\b(?:others?|members)\s+(?:are|being|were)\s*:\s+[^.;]{0,160}$"
)
_THOSE = re.compile(
    r"\b(?:leaders|presidents|ministers|heads|chiefs|envoys|delegations|troops|forces|units)\b", re.IGNORECASE
)


def _belongs(analysis: Analysis, mention: Mention) -> bool:
    told = _BELONGS.search(analysis.text, max(0, mention.start - 180), mention.start)
    return told is not None and _THOSE.search(told[0]) is None


def only_named(analysis: Analysis, mention: Mention) -> bool:
    """Whether a state is only named by the office that tells: "the Russian Defence Ministry announced"."""
    after = analysis.text[mention.end : mention.end + 80]
    before = analysis.text[max(0, mention.start - 45) : mention.start]
    if _LEAVES.match(after) or _OBSERVES.match(after) or _enters(analysis, mention) or _NEWCOMERS.search(before):
        return True
    if _DECIDED_ON.search(analysis.text, max(0, mention.start - 110), mention.start) or _belongs(analysis, mention):
        return True
    return bool(_ANNOUNCES.match(after)) or bool(_SPOKEN_OF.search(before))


def _enters(analysis: Analysis, mention: Mention) -> bool:
    """Whether a state is told to have entered an organization."""
    if _ACCEDES.match(analysis.text, mention.end):
        return True
    joins = _JOINS.match(analysis.text, mention.end)
    if joins is None:
        return False
    return bool(_AS_WHAT.match(analysis.text, joins.end())) or any(
        one.start == joins.end() and not analysis.text[one.end :].startswith((" summit", " meeting", " leaders"))
        for one in analysis.mentions_in(joins.end(), joins.end() + 60, "org")
    )


_OWNED = re.compile(
    r"['’]s?\s+(?:\w+\s+)?(?:proposals?|plans?|ideas?|calls?|offers?|demands?|threats?|tariffs|statements?|suggestion|decision)\b",
    re.IGNORECASE,
)


_BYGONE = re.compile(
    r"\b(?:former|ex-|late|ousted|jailed|deposed|detained|toppled|overthrown|imprisoned|predecessor,?)\s*(?:(?!and\b|or\b)[\w.’'-]+\s+){0,2}$",
    re.IGNORECASE,
)
_IN_PRISON = re.compile(
    r"\s+(?:into\s+custody|prisoner|hostage)\b|,?\s+(?:who\s+was\s+)?(?:ousted|deposed|overthrown|toppled)\b"
)


def is_bygone(analysis: Analysis, start: int, end: int) -> bool:
    """ "Peru's jailed President Pedro Castillo", "his predecessor": one who no longer holds the office that would bring him."""
    name = analysis.people.between(start, end)
    first = name[0].start if name else start
    return bool(
        _BYGONE.search(analysis.text, max(0, first - 60), first) and "," not in analysis.text[start:first]
    ) or bool(_IN_PRISON.match(analysis.text, end))


# "At a joint press conference with Peter Szijjarto": where an event is told of, not the event.
_BESIDE_HIM = re.compile(r"\b(?:press|news)\s+conference\s+with\s+(?:the\s+)?$")


def only_speaks(analysis: Analysis, start: int, end: int, trigger: Trigger) -> bool:
    """A person who only reports the event, or whose plan is its subject, took no part in it."""
    after = analysis.text[end : end + 40]
    if _OWNED.match(after) or is_bygone(analysis, start, end):
        return True
    before = analysis.text[max(0, start - 30) : start]
    if _BESIDE_HIM.search(before):
        return True
    speaks = re.match(rf",?(?:\s+\w+)?\s+{_SPEAKING.pattern}", after) or re.search(
        rf"{_SPEAKING.pattern}\s*(?:the\s+)?$", before
    )
    if speaks and _SAYS_HE_WILL.match(analysis.text, end):
        return False
    return bool(speaks) and not _AT_IT.search(analysis.text[end : trigger.end])


# "Scholz said he would attend".
_SAYS_HE_WILL = re.compile(
    r"\s+(?:\w+\s+){1,3}(?:that\s+)?(?:he|she)\s+(?:(?:would|will|was|is|had|has|also|to|planned|plans|intended|hoped)\s+){1,3}"
    r"(?:attend|take\s+part|travel|come|lead|join|represent|be\s+there|be\s+at|go|fly|host|chair)\b"
)


# "Said at the meeting", "told a Security Council meeting".
_AT_IT = re.compile(
    r"\b(?:during|at|after)\s+(?:a|the|an)\b|^\s+told\s+(?:an?|the|its|their)\s+(?:(?!that\b)[\w-]+\s+){0,4}[\w-]+$"
)


_SAID_BEFORE = re.compile(
    r"\b(?:said|announced|added|noted|stated|confirmed|explained|reported|according\s+to|(?:press|news)\s+conference\s+with)\s+(?:the\s+)?$|\bas\s+$",
    re.IGNORECASE,
)
_SAID_AFTER = re.compile(r",?\s+(?:said|announced|added|noted|stated|confirmed|explained|reported|put\s+it)\b")


def only_reports(analysis: Analysis, start: int, end: int) -> bool:
    """Whether a sentence about who came names a person as its source: "…, said Foreign Minister Bayramov", "as Shapps announced"."""
    before = _SAID_BEFORE.search(analysis.text[max(0, start - 30) : start])
    return bool(before) and (before[0] != "as " or bool(_SAID_AFTER.match(analysis.text, end)))  # type: ignore[index]
