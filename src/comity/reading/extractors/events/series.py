"""Names that an event bears: of its series, its organ, its chair and host."""

from __future__ import annotations

import re

from comity.reading.clause import Analysis
from comity.reading.extractors.events.triggers import Trigger
from comity.reading.mentions import Mention

# An exercise's name: in quotation marks, or before a year: "Indestructible Brotherhood-2022", Zapad 2021.
_QUOTED = re.compile(r"[\"“«](?P<name>[A-Z][^\"”»\n]{2,40}?)(?:[- ]\d{2,4})?[,.]?[\"”»]")
_YEARED = re.compile(r"\b(?P<name>[A-Z][\w-]+(?:\s+(?:of\s+)?[A-Z][\w-]+){0,3})[- ](?:19|20)\d\d\b")
_NO_NAME = re.compile(
    r"(?:In|On|By|Since|From|Until|During|For|The|This|Early|Late|Mid|Jan\w*|Feb\w*|Mar\w*|Apr\w*|May|Jun\w*|Jul\w*|Aug\w*|Sep\w*|Oct\w*|Nov\w*|Dec\w*)(?:\s.*)?"
)
_CHAIR_AFTER = re.compile(
    r"^[\s,]*(?:(?:who|was|were|is|will\s+be|had|has|to|also|then|again|took|takes|will)\s+)*(?:in\s+the\s+chair|the\s+chair|chaired|chairs|chair\b|chairing|presided|presides|preside|presiding|moderated|led\s+the\s+(?:meeting|session|talks|discussions?))\b",
    re.IGNORECASE,
)
_CHAIR_BEFORE = re.compile(
    r"\b(?:chaired|presided\s+over|moderated|led|opened\s+and\s+chaired)\s+by\s+(?:the\s+)?(?:chair,\s+|(?:its\s+)?(?:current\s+)?chairman,?\s+)?$|\b(?:met|meeting|session|summit|gathered|here)\s+under\s+$|\bunder\s+(?:the\s+)?(?:chairmanship|presidency|chair)\s+of\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_TOOK_THE_CHAIR = re.compile(
    r"\b(?:took\s+the\s+chair|was\s+in\s+the\s+chair|in\s+the\s+chair|wielding\s+the\s+gavel|chaired\s+it)\b",
    re.IGNORECASE,
)
_DELEGATION = re.compile(r"\bdelegations?\b[^.;]{0,30}$", re.IGNORECASE)
_CHAIR_STATE = re.compile(r"^\s+(?:chairmanship|presidency|side\s+presiding)\b", re.IGNORECASE)
_UNDER = re.compile(r"\bunder\s+(?:the\s+)?$", re.IGNORECASE)
_HOST_VERB = re.compile(
    r"^\s*(?:,[^,]{1,40},\s*)?(?:will\s+(?:again\s+)?(?:host|receive|hold)|to\s+host|hosted|hosts|holds|is\s+hosting|plays?\s+host|played\s+host|(?:is|was|were)\s+to\s+(?:host|hold|receive|have\s+hosted)|"
    r"(?:is|was|will\s+be)\s+the\s+host|plans?\s+to\s+(?:host|hold)|offered\s+(?:again\s+)?(?:on\s+\w+\s+)?to\s+host|stands\s+ready\s+to\s+host|(?:received|receives)(?!\s+(?:that|the|an?|its|full|observer|associate)\s+(?:\w+\s+)?status)|as\s+(?:the\s+)?host)\b",
    re.IGNORECASE,
)
_HOSTING = re.compile(r"\bhost", re.IGNORECASE)
_HOST_PERSON = re.compile(
    r"^[\s,]*(?:(?:who|also|again|himself|herself)\s+)*(?:was\s+(?:the\s+|its\s+)?host|is\s+(?:the\s+|its\s+)?host|as\s+(?:the\s+|its\s+)?host|acted\s+as\s+host)\b",
    re.IGNORECASE,
)
_OWN_COUNTRY = re.compile(
    r"\b(?:his|her|its|the)\s+(?:own\s+)?(?:country|nation|capital)\s+(?:\w+\s+){0,4}?(?:host|hosting|hosted|hosts|receive)\b",
    re.IGNORECASE,
)
_HOSTED_BY = re.compile(r"\bhosted\s+by\s+(?:the\s+)?$", re.IGNORECASE)
_COUNTRIES = r"(?:['’]s)?(?:\s+(?:member\s+)?(?:states|countries|nations)['’]?)?\s+"


def series_of(analysis: Analysis, trigger: Trigger) -> str | None:
    """The series as named: a known one, else (for exercises) a quoted or dated proper name near the word."""
    known = analysis.mentions_in(trigger.from_, trigger.to, "series")
    if known:
        return analysis.text[known[0].start : known[0].end]
    if trigger.kind != "exercise":
        return None
    scope = analysis.text[trigger.from_ : trigger.to]
    match = _QUOTED.search(scope) or next(
        (one for one in _YEARED.finditer(scope) if not _NO_NAME.fullmatch(one["name"])), None
    )
    return match["name"].strip(" -,") if match else None


def body_of(analysis: Analysis, trigger: Trigger) -> str | None:
    """The organ as named, with the organization's name beside it."""
    bodies = analysis.mentions_in(trigger.from_, trigger.to, "body")
    if not bodies:
        return None
    body = min(bodies, key=lambda one: abs(one.start - trigger.start))
    start = body.start
    for org in analysis.mentions_in(max(trigger.from_, body.start - 60), body.start, "org"):
        if re.fullmatch(_COUNTRIES, analysis.text[org.end : body.start]):
            start = org.start
    return analysis.text[start : body.end]


def chair_of(analysis: Analysis, start: int, end: int) -> str | None:
    """The person or state that presides over the session, as told in `start:end`."""
    for person in analysis.people.between(start, end):
        after = analysis.text[max(person.end, person.to) : end]
        before = analysis.text[start : person.from_]
        told = _CHAIR_AFTER.match(after)
        if told and not _of_an_organ(analysis, max(person.end, person.to) + told.end(), end):
            return person.name
        if _CHAIR_BEFORE.search(before) and not _DELEGATION.search(before):
            return person.name
    took = _TOOK_THE_CHAIR.search(analysis.text, start, end)
    near = [one for one in analysis.people.between(start, took.start()) if took.start() - one.end < 110] if took else []
    if near and took and not re.search(r"[;]", analysis.text[near[-1].end : took.start()]):
        return near[-1].name
    for one in analysis.mentions_in(start, end, "state", "adjective"):
        before, after = analysis.text[start : one.start], analysis.text[one.end : end]
        if one.kind == "state" and (
            _CHAIR_BEFORE.search(before)
            or re.match(
                r"\s+(?:in\s+the\s+chair|presiding|wielding\s+the\s+gavel|chairing|chaired\s+the\s+(?:meeting|session))\b",
                after,
            )
        ):
            return one.code
        if _CHAIR_STATE.match(after) and (_UNDER.search(before) or "presiding" in after[:20]):
            return one.code
    return None


def _of_an_organ(analysis: Analysis, position: int, end: int) -> bool:
    """Whether what is chaired is an organization or organ, as an office: "who chairs the Military Committee"."""
    return any(
        one.start - position < 30
        for one in analysis.mentions_in(position, min(end, position + 70), "body", "level_nouns")
    ) and bool(re.search(r"\bchairs?\s*$", analysis.text[position - 8 : position]))


def host_of(analysis: Analysis, trigger: Trigger, at: Mention | None) -> str | None:
    """The state that hosts: the subject of "hosted", itself or by its city."""
    for one in analysis.mentions_in(trigger.from_, trigger.to, "state", "city", "adjective"):
        after = analysis.text[one.end : trigger.to]
        before = analysis.text[trigger.from_ : one.start]
        if one.kind == "state" and re.search(r"\b(?:in|of|for|to)\s+$", before):
            continue
        if one.kind != "adjective" and (_HOST_VERB.match(after) or _HOSTED_BY.search(before)):
            if one.kind == "city" and not _HOSTING.search(after[:50]):
                continue
            return one.code.partition("|")[2] if one.kind == "city" else one.code
    return _host_in_person(analysis, trigger)


def _host_in_person(analysis: Analysis, trigger: Trigger) -> str | None:
    """The state whose leader hosts: "Lukashenko hosted the summit", "with President Aliyev as host", "his country would
    be happy to host"."""
    for person in analysis.people.between(trigger.from_, trigger.to):
        after = analysis.text[max(person.end, person.to) : trigger.to]
        if person.state and (_HOST_VERB.match(after) or _HOST_PERSON.match(after)):
            return person.state
    own = _OWN_COUNTRY.search(analysis.text, trigger.from_, trigger.to)
    before = [one for one in analysis.people.between(trigger.from_, own.start()) if one.state] if own else []
    return before[-1].state if before else None
