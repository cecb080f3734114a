"""Who presides over an event."""

from __future__ import annotations

import re

from comity.reading.clause import Analysis
from comity.reading.quick import quick

# Words between one who acts and the act: "Chile will not host", "Kyrgyzstan has offered to host".
_AUXILIARIES = (
    r"(?:(?:will|would|shall|should|may|might|can|could|must|is|are|was|were|be|been|has|have|had|to|not|no\s+longer|never|again|now|also|"
    r"next|then|once|first|soon|who|which|himself|herself|due|set|ready|able|prepared|willing|going|scheduled|supposed|expected|planning|plans?|planned|"
    r"agree[sd]?|offer(?:s|ed)?|propose[sd]?|wants?|wanted|hopes?|hoped|intends?|intended|stands?|volunteer(?:s|ed)?|decided|refused|declined|happy|glad|like)\s+){0,7}"
)
_CHAIR_AFTER = re.compile(
    rf"^[\s,]*{_AUXILIARIES}(?:(?:takes?|took|taking)\s+)?(?:in\s+the\s+chair|the\s+chair\b(?!\s+of)|(?:co-)?chair(?:s|ed|ing)?\b(?!\s+(?:jointly\s+)?by\b)|presid(?:e[sd]?|ing)\b|moderate[sd]\b|"
    r"led\s+the\s+(?:meeting|session|talks|discussions?)|wielding\s+the\s+gavel|(?:hosted|hosts)\s+as\s+chair|as\s+(?:the\s+)?chair(?:man|woman|person)?\b)",
    re.IGNORECASE,
)
_CHAIR_BEFORE = quick(
    r"\b(?:chaired|presided\s+over|moderated|led|opened\s+and\s+chaired|opened)\s+by\s+(?:the\s+)?(?:chair,\s+|(?:its\s+)?(?:current\s+)?chairman,?\s+)$|"
    r"\b(?:chaired|presided\s+over|moderated|led|opened\s+and\s+chaired)\s+(?:jointly\s+)?by\s+(?:the\s+)?(?:European\s+)?$|"
    r"\b(?:met|meeting|session|summit|gathered|here)\s+under\s+$|"
    r"\bunder\s+(?:the\s+)?(?:(?:co-)?chairmanship|presidency|chair|leadership)\s+of\s+(?:the\s+)?(?:Ministers?\s+of\s+Foreign\s+Affairs\s+of\s+(?:the\s+)?)?$",
    re.IGNORECASE,
)
# "The movement led by Aung San Suu Kyi": at the head of something else than a meeting or a delegation.
LEADS_OTHERS = quick(
    r"\b(?:movement|party|group|government|junta|coalition|bloc|opposition|drive|campaign|coup|rebels|militia|company|committee)\s+(?:(?:that|which|is|was|currently|now)\s+){0,3}(?:led|headed)\s+by\s*$",
    re.IGNORECASE,
)
_CHAIRING = re.compile(r"\b(?:chairing|presiding\s+over)\b[^.;]{3,140}?,\s+(?:the\s+)?$", re.IGNORECASE)
_TOOK_THE_CHAIR = quick(
    r"\b(?:took\s+the\s+chair|was\s+in\s+the\s+chair|in\s+the\s+chair|wielding\s+the\s+gavel|chaired\s+it)\b",
    re.IGNORECASE,
)
_PRESENT = re.compile(r"\b(?:chairs?|presides?|presiding|chairing)\s*$", re.IGNORECASE)
_ANOTHER = re.compile(
    r"\s+(?:over\s+)?(?:at\s+)?(?:the|its|their)\s+(?:next|previous|last|coming|following)\b|"
    r"\s+(?:it\s+)?(?:since|until|(?:this|next|last)\s+(?:year|month)|for\s+\w+\s+(?:years|months)|in\s+(?:19|20)\d\d)\b"
)
_DELEGATION = re.compile(r"\bdelegations?\b[^.;]{0,30}$", re.IGNORECASE)
_CHAIR_STATE = re.compile(
    r"^(?:['’]s?)?\s+(?:(?:rotating|current|annual)\s+)?(?:chairmanship|presidency|chair\b|side\s+presiding)",
    re.IGNORECASE,
)
_UNDER = re.compile(r"\bunder\s+(?:the\s+)?$", re.IGNORECASE)
_ITSELF = ("state", "adjective", "metonym")


def chair_of(analysis: Analysis, start: int, end: int) -> str | None:
    """The person or state that presides over the session, as told in `start:end`."""
    return _chair_in_person(analysis, start, end) or _chairing_state(analysis, start, end)


def _chair_in_person(analysis: Analysis, start: int, end: int) -> str | None:
    text, people = analysis.text, analysis.people.between(start, end)
    for person in people:
        last = max(person.end, person.to)
        told = _CHAIR_AFTER.match(text[last:end])
        if told and not _of_an_organ(analysis, last + told.end(), end):
            return person.name
        before = text[start : person.from_]
        told_before = _CHAIR_BEFORE.search(before) and not (_DELEGATION.search(before) or LEADS_OTHERS.search(before))
        if told_before or _CHAIRING.search(before):
            return person.name
    took = _TOOK_THE_CHAIR.search(text, start, end)
    near = [one for one in people if one.end <= took.start() < one.end + 110] if took else []
    return near[-1].name if near and took and ";" not in text[near[-1].end : took.start()] else None


def _chairing_state(analysis: Analysis, start: int, end: int) -> str | None:
    text = analysis.text
    for one in analysis.mentions_in(start, end, *_ITSELF):
        if analysis.people.at(one.start):
            continue
        before, after = text[start : one.start], text[one.end : end]
        if _CHAIR_STATE.match(after) and (_UNDER.search(before) or "presiding" in after[:20]):
            return one.code
        if one.kind == "adjective":
            continue
        told = _CHAIR_AFTER.match(after)
        if _CHAIR_BEFORE.search(before) or (told and not _of_an_organ(analysis, one.end + told.end(), end)):
            return one.code
    return None


def _of_an_organ(analysis: Analysis, position: int, end: int) -> bool:
    """Whether what is chaired is another event, or an organization or organ, as an office: "who chairs the Military Committee"."""
    if _ANOTHER.match(analysis.text, position, end):
        return True  # "who had presided over the previous one"
    if not _PRESENT.search(analysis.text, position - 10, position):
        return False
    stop = re.search(r"[,;:.]", analysis.text[position : min(end, position + 70)])
    to = position + stop.start() if stop else min(end, position + 70)
    after = analysis.mentions_in(position, to, "body", "level_nouns", "org", "event_noun")
    return bool(after) and after[0].kind != "event_noun" and (len(after) < 2 or after[1].kind != "event_noun")
