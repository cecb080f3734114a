"""Who presides over an event, and who hosts it."""

from __future__ import annotations

import re

from comity.reading.clause import Analysis

# Words between one who acts and the act: "Chile will not host", "Kyrgyzstan has offered to host".
_AUXILIARIES = (
    r"(?:(?:will|would|shall|should|may|might|can|could|must|is|are|was|were|be|been|has|have|had|to|not|no\s+longer|never|again|now|also|"
    r"next|then|once|first|soon|who|which|himself|herself|due|set|ready|able|prepared|willing|going|scheduled|supposed|expected|planning|plans?|planned|"
    r"agree[sd]?|offer(?:s|ed)?|propose[sd]?|wants?|wanted|hopes?|hoped|intends?|intended|stands?|volunteer(?:s|ed)?|decided|refused|declined|happy|glad|like)\s+){0,7}"
)
_CHAIR_AFTER = re.compile(
    rf"^[\s,]*{_AUXILIARIES}(?:(?:takes?|took|taking)\s+)?(?:in\s+the\s+chair|the\s+chair\b(?!\s+of)|(?:co-)?chair(?:s|ed|ing)?\b|presid(?:e[sd]?|ing)\b|moderate[sd]\b|"
    r"led\s+the\s+(?:meeting|session|talks|discussions?)|wielding\s+the\s+gavel|(?:hosted|hosts)\s+as\s+chair|as\s+(?:the\s+)?chair(?:man|woman|person)?\b)",
    re.IGNORECASE,
)
_CHAIR_BEFORE = re.compile(
    r"\b(?:chaired|presided\s+over|moderated|led|opened\s+and\s+chaired|opened)\s+by\s+(?:the\s+)?(?:chair,\s+|(?:its\s+)?(?:current\s+)?chairman,?\s+)$|"
    r"\b(?:chaired|presided\s+over|moderated|led|opened\s+and\s+chaired)\s+(?:jointly\s+)?by\s+(?:the\s+)?$|"
    r"\b(?:met|meeting|session|summit|gathered|here)\s+under\s+$|"
    r"\bunder\s+(?:the\s+)?(?:(?:co-)?chairmanship|presidency|chair|leadership)\s+of\s+(?:the\s+)?(?:Ministers?\s+of\s+Foreign\s+Affairs\s+of\s+(?:the\s+)?)?$",
    re.IGNORECASE,
)
_CHAIRING = re.compile(r"\b(?:chairing|presiding\s+over)\b[^.;]{3,140}?,\s+(?:the\s+)?$", re.IGNORECASE)
_TOOK_THE_CHAIR = re.compile(
    r"\b(?:took\s+the\s+chair|was\s+in\s+the\s+chair|in\s+the\s+chair|wielding\s+the\s+gavel|chaired\s+it)\b",
    re.IGNORECASE,
)
_DELEGATION = re.compile(r"\bdelegations?\b[^.;]{0,30}$", re.IGNORECASE)
_CHAIR_STATE = re.compile(
    r"^(?:['’]s?)?\s+(?:(?:rotating|current|annual)\s+)?(?:chairmanship|presidency|chair\b|side\s+presiding)",
    re.IGNORECASE,
)
_UNDER = re.compile(r"\bunder\s+(?:the\s+)?$", re.IGNORECASE)
_ITSELF = ("state", "adjective", "metonym")

_HOST_VERB = re.compile(
    rf"^\s*(?:,[^,]{{1,60}},\s*)?(?:step(?:s|ped)?\s+in\s+for\s+\w+\s+and\s+)?{_AUXILIARIES}(?:step\s+in\s+for\s+\w+\s+and\s+)?"
    r"(?:(?:co-)?host(?:s|ed|ing)?\b|play(?:s|ed|ing)?\s+host|as\s+(?:the\s+)?host|the\s+host\b|acted\s+as\s+host|"
    r"receive[sd]?\b(?!\s+(?:from|that|his|her|(?:the\s+|an?\s+|its\s+|full\s+|observer\s+|associate\s+)*status)))",
    re.IGNORECASE,
)
_HOLDS = re.compile(rf"^\s*{_AUXILIARIES}holds?\s+(?P<what>[^,.;]{{0,60}})", re.IGNORECASE)
_HOST_BEFORE = re.compile(
    r"\bhosted\s+(?:jointly\s+)?by\s+(?:the\s+)?$|\bhosts?(?:\s+(?:nation|country|state|city))?,?\s+(?:was\s+|is\s+|were\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_VENUE = re.compile(
    r"^(?:\s+in\s+[A-Z]\w+)?\s+(?:was|is|will\s+be)\s+the\s+(?:scene|venue|setting|host)\s+(?:of|for)\b", re.IGNORECASE
)
_CAPITAL = re.compile(r"^(?:['’]s)?\s+(?:capital|side|government|authorities|presidency|(?:\w+\s+)?city\s+of\s+[A-Z]\w+)")
_OWN_COUNTRY = re.compile(
    r"\b(?:his|her|its|the)\s+(?:own\s+)?(?:country|nation|capital|kingdom|republic)\s+(?:\w+\s+){0,4}?(?:host|hosting|hosted|hosts|receive)\b",
    re.IGNORECASE,
)
_PLACE_HOSTS = re.compile(r"\b(?:when|where|as|which|and)\s+(?:it|the\s+city|the\s+capital)\s+(?:will\s+)?hosts?\b")
_GOVERNED = re.compile(r"\b(?:in|of|for|to|with|from|at)\s+(?:the\s+)?$")
_OFFERED_BY = re.compile(r"\b(?:offer|proposal|readiness)\s+(?:of|from|by)\s+(?:the\s+)?$")
_TOOK_IN = re.compile(r"receive", re.IGNORECASE)


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
        if (_CHAIR_BEFORE.search(before) and not _DELEGATION.search(before)) or _CHAIRING.search(before):
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
    """Whether what is chaired is an organization or organ, as an office: "who chairs the Military Committee"."""
    if not re.search(r"\b(?:chairs?|presides?|presiding|chairing)\s*$", analysis.text[position - 10 : position], re.I):
        return False
    after = analysis.mentions_in(position, min(end, position + 70), "body", "level_nouns", "org", "event_noun")
    return bool(after) and after[0].kind != "event_noun" and (len(after) < 2 or after[1].kind != "event_noun")


def host_of(analysis: Analysis, trigger: Trigger, at: Mention | None) -> str | None:
    """The state that hosts: the subject of "hosted", itself or by its city; `at` is where the event is set."""
    for one in analysis.mentions_in(trigger.from_, trigger.to, "state", "city", "adjective", "metonym"):
        if not analysis.people.at(one.start) and _hosts(analysis, trigger, one):
            return one.code.partition("|")[2] or one.code
    if at and at.kind == "city" and _PLACE_HOSTS.search(analysis.text, trigger.from_, trigger.to):
        return at.code.partition("|")[2]
    return _host_in_person(analysis, trigger)


def _hosts(analysis: Analysis, trigger: Trigger, one: Mention) -> bool:
    after, before = analysis.text[one.end : trigger.to], analysis.text[trigger.from_ : one.start]
    if one.kind == "adjective":
        capital = _CAPITAL.match(after)
        return bool(capital and _HOST_VERB.match(after[capital.end() :]))
    if _HOST_BEFORE.search(before) or _VENUE.match(after) or _OFFERED_BY.search(before):
        return not _OFFERED_BY.search(before) or "host" in after[:30]
    if one.kind == "state" and _GOVERNED.search(before):
        return False
    told = _HOST_VERB.match(after)
    if told is None:
        return one.kind == "state" and _holds(analysis, trigger, one)
    return one.kind != "city" or not _TOOK_IN.search(told[0])


def _holds(analysis: Analysis, trigger: Trigger, one: Mention) -> bool:
    """ "Kyrgyzstan plans to hold the exercise": the event itself is what is held."""
    told = _HOLDS.match(analysis.text[one.end : trigger.to])
    return bool(told) and one.end + told.start("what") <= trigger.start < one.end + told.end("what")  # type: ignore[union-attr]


def _host_in_person(analysis: Analysis, trigger: Trigger) -> str | None:
    """The state whose leader hosts: "Lukashenko hosted the summit", "with President Aliyev as host", "his country would
    be happy to host"."""
    for person in analysis.people.between(trigger.from_, trigger.to):
        after = analysis.text[max(person.end, person.to) : trigger.to]
        told = _HOST_VERB.match(after)
        if person.state and (
            (told and not _TOOK_IN.search(told[0])) or _HOST_BEFORE.search(analysis.text[trigger.from_ : person.from_])
        ):
            return person.state
    own = _OWN_COUNTRY.search(analysis.text, trigger.from_, trigger.to)
    before = [one for one in analysis.people.between(trigger.from_, own.start()) if one.state] if own else []
    return before[-1].state if before else None
