"""Which state is the host of an event, by whatever word the report says so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.reading.clause import Analysis
from comity.reading.extractors.events.triggers import Trigger
from comity.reading.quick import quick

# What may stand between a host and its verb: "has offered to", "is due again to", "which will", "(a member since 2004) is to".
_BETWEEN = (
    r"\s*(?:,[^,;.]{1,60},|\([^)]{1,60}\))?,?\s*(?:(?:which|who|that|will|would|could|may|might|is|was|are|were|has|had|have|been|to|be|again|also|now|not|next|then|once|twice|"
    r"set|due|ready|willing|happy|prepared|offered|offers|agreed|agrees|plans?|planned|hopes?|wants?|wanted|intends?|volunteered|going|expected|scheduled|about|"
    r"eager|keen|preparing|prepares|proud|honou?red|step\s+in\s+for\s+\w+\s+and|meant|supposed|slated|chosen|selected|picked|on\s+\w+day|last\s+\w+|next\s+\w+|this\s+\w+|in\s+\w+|yesterday|today|tomorrow|jointly|virtually|formally)\s+){0,7}?"
)
_HOSTS = re.compile(
    _BETWEEN
    + r"(?:co-)?(?:hosts?|hosted|hosting|plays?\s+host|played\s+host|playing\s+host|the\s+host|as\s+(?:the\s+)?host)\b(?!\s+(?:of\s+)?(?:a\s+)?(?:number|issues|television|show))",
    re.IGNORECASE,
)
# "Jordan received the ministers", "Saudi Arabia holds the summit": verbs that say it of a state, not of those who meet.
_RECEIVES = re.compile(
    _BETWEEN
    + r"(?:receives?|received|receiving|holds|to\s+hold|to\s+receive|will\s+hold|to\s+have\s+(?:held|received))\b(?!\s+(?:that|the|an?|its|full|observer|associate|his|her)?\s*(?:\w+\s+)?(?:status|post|presidency|chair|invitation|candidate|seat|talks|chairmanship|membership)\b)(?!\s+(?:from|it\s+from))",
    re.IGNORECASE,
)
# "Is looking forward to welcoming leaders", "will dedicate a week to host the summit".
_WELCOMES = re.compile(
    r"[^.;,]{0,70}?\b(?:(?:to|and|and\s+will|and\s+to)\s+(?:co-)?host\b|welcom(?:e|es|ed|ing)\s+(?:[\w’'-]+\s+){0,4}?(?:leaders|ministers|counterparts|colleagues|peers|heads|presidents|guests|delegations)\b)",
    re.IGNORECASE,
)
_IS_HOST = re.compile(
    r"\s*,?\s+(?:which\s+|who\s+)?(?:(?:is|was|will\s+be|as|being|acting\s+as|acted\s+as)\s+)?(?:also\s+|again\s+)?(?:the\s+|its\s+|this\s+year['’]s\s+|next\s+year['’]s\s+)?(?:summit\s+|meeting\s+|conference\s+|(?:[A-Z][\w-]+\s+)?(?:chair|president)\s+and\s+)?"
    r"(?:hosts?|host\s+(?:country|nation|state|government)|chair\s+and\s+host|organi[sz]ers?)\b",
    re.IGNORECASE,
)
_HOSTED_BY = re.compile(r"\b(?:co-)?hosted\s+(?:[\w-]+\s+){0,4}?by\s+", re.IGNORECASE)
_HOST_NAMED = re.compile(
    r"\b[Hh]osts?\s+(?:(?:country|nation|state|government|leader|president|[Pp]resident|[Pp]rime\s+[Mm]inister)\s*)?,?\s*(?=[A-Z])"
    r"|\b[Hh]ost,\s+(?=[A-Z])|\b[Hh]osting\s+[^.;,]{0,40}\s(?:was|is|were)\s+(?=[A-Z])|\b(?:guests?\s+of)\s+(?=[A-Z])"
)
_THE_HOST = re.compile(
    r"\b(?:the\s+hosts?|host\s+(?:country|nation|state|government)|his\s+host|their\s+hosts?|who\s+(?:also\s+)?(?:hosted|hosts|is\s+hosting|was\s+hosting))\b",
    re.IGNORECASE,
)
# "When it hosts the forum", said of the city just named.
_IT_HOSTS = re.compile(
    r"\b(?:when|where|as|which|and)\s+(?:it|the\s+city|the\s+capital|the\s+country)\s+(?:will\s+)?hosts?\b"
)
_VENUE = re.compile(
    r"(?:\s+in\s+[A-Z]\w+)?\s+(?:was|is|will\s+be|became|becomes)\s+(?:the\s+)?host\s+(?:of|for|to)\b",
    re.IGNORECASE,
)
_CAPITAL_OF = re.compile(r"\bcapital(?:\s+city)?\s+of\s+(?:the\s+)?$")
_OFFER = re.compile(r"\b(?:offer|proposal|readiness|invitation|decision|turn)\s+(?:of|from|by)\s+(?:the\s+)?$")
_HOST_PERSON = re.compile(r"\bHost\s+[A-Z]")
_OWN_COUNTRY = re.compile(
    r"\b(?:he|she|it|they)\s+(?:(?:will|would|could|was|is|were|be|ready|willing|happy|prepared|glad|to|also|again|wants?|wanted|hoped|hopes|planned|plans)\s+){0,5}(?:co-)?host(?:s|ed|ing)?\b|"
    r"\b(?:his|her|its|the)\s+(?:own\s+)?(?:country|nation|capital)\s+(?:[\w’']+\s+){0,6}?(?:host|hosting|hosted|hosts|receive)\b",
    re.IGNORECASE,
)
_ONE_OF_SEVERAL = re.compile(r"\s*(?:,|,?\s+and)\s+(?:the\s+)?")
_PLACED = re.compile(r"\b(?:in|of|for|to|with|from|by)\s+(?:the\s+)?$")
# "Received a warm welcome at the summit" makes no host, "received the leaders for a summit" does.
_ELSEWHERE = re.compile(r"\b(?:at|in|from|to|for|on|during|before|after)\s")
_PEOPLE = re.compile(
    r"\s+(?:[\w’'-]+\s+){0,6}?(?:leaders|ministers|presidents|heads|counterparts|colleagues|delegat\w+|diplomats|guests|officials|chiefs)\b",
    re.IGNORECASE,
)
_REACH = 110
_ANY = quick(
    r"\b(?:co-)?host|\breceiv|\bwelcom|\bholds?\b|\bheld\b|\bguests?\s+of",
    re.IGNORECASE,
)
_OF_ITS = re.compile(
    r"\s+(?:capital|government|president|foreign\s+minister|prime\s+minister|ministry|side|chairmanship|presidency)\b"
)


def host_of(analysis: Analysis, trigger: Trigger, home: str | None = None) -> str | None:
    """The state that hosts, as the trigger's words tell; `home` is that of the venue, where it is known."""
    if not _ANY.search(analysis.text, trigger.from_, trigger.to):
        return None
    for found in (
        _subject(analysis, trigger),
        _by(analysis, trigger),
        _of_his_country(analysis, trigger),
        _of_the_sentence_before(analysis, trigger),
    ):
        if found:
            return found
    scope = analysis.text[trigger.from_ : trigger.to]
    return home if any(shape.search(scope) for shape in (_HOST_PERSON, _THE_HOST, _IT_HOSTS)) else None


# "Romania hosts them for the first time. In 2008, it hosted the summit".
_IT_DID = re.compile(
    r"^\W*(?:[^.;]{0,40},\s+)?(?:it|the\s+country)\s+(?:(?:also|last|previously|first|has|had|then|once|will|is|to|again|next)\s+){0,3}(?:co-)?host",
    re.IGNORECASE,
)


def _of_the_sentence_before(analysis: Analysis, trigger: Trigger) -> str | None:
    """The state that "it hosted" means: the subject of the sentence before."""
    if trigger.sentence == 0 or not _IT_DID.search(analysis.text[trigger.from_ : trigger.to]):
        return None
    last = analysis.sentences[trigger.sentence - 1]
    states = analysis.mentions_in(last.start, last.end, "state")
    return states[0].code if states and states[0].start - last.start < 5 else None


def _named(analysis: Analysis, start: int, end: int) -> Iterator[tuple[int, int, str, str]]:
    """Start, end, kind and state of all that is of a state: its name, cities, adjectives and people."""
    for one in analysis.mentions_in(start, end, "state", "city", "adjective"):
        if one.kind == "city" and analysis.people.at(one.start):
            continue  # "host Santiago Peña"
        yield one.start, one.end, one.kind, one.code.partition("|")[2] if one.kind == "city" else one.code
    for person in analysis.people.between(start, end):
        if person.state:
            yield person.from_, max(person.end, person.to), "person", person.state


def _subject(analysis: Analysis, trigger: Trigger) -> str | None:
    """ "India will host", "the Russian capital hosts", "President Aliyev was host", "with Tonga as host"."""
    text, to, last = analysis.text, trigger.to, trigger.from_
    for start, end, kind, state in sorted(_named(analysis, trigger.from_, to)):
        alone, last = not _ONE_OF_SEVERAL.fullmatch(text, last, start), end
        if kind == "adjective":
            organ = _OF_ITS.match(text, end, to)
            if organ is None:
                continue
            end = organ.end()
        if _IS_HOST.match(text, end, to) or (kind == "city" and _VENUE.match(text, end, to)):
            return state
        before = text[max(trigger.from_, start - 30) : start]
        if _PLACED.search(before) and not (_OFFER.search(before) or _CAPITAL_OF.search(before)):
            continue
        # One alone receives or holds: "India and China hold" tells of two who meet.
        if kind == "state" and alone and _WELCOMES.match(text, end, to):
            return state
        if _HOSTS.match(text, end, to) or (alone and kind in ("state", "person") and _receives(text, end, trigger)):
            return state
    return None


_HOLDS = re.compile(r"\b(?:hold|holds|held)$", re.IGNORECASE)


def _receives(text: str, end: int, trigger: Trigger) -> bool:
    """Whether it receives or holds the event itself: "Saudi Arabia holds the summit", not "holds the chair of the council"."""
    told = _RECEIVES.match(text, end, trigger.to)
    if told and trigger.paired and _HOLDS.search(told[0]):
        return False  # "plans to hold a meeting with": wherever that is
    if told and trigger.start > told.end() and _ELSEWHERE.search(text, told.end(), trigger.start):
        return bool(_PEOPLE.match(text, told.end(), trigger.to))
    return bool(told) and (trigger.start - told.end() < _REACH)  # type: ignore[union-attr]


def _by(analysis: Analysis, trigger: Trigger) -> str | None:
    """ "Hosted by Italy", "hosts Germany", "host country Uganda"."""
    for shape, reach in ((_HOSTED_BY, 60), (_HOST_NAMED, 30)):
        for told in shape.finditer(analysis.text, trigger.from_, trigger.to):
            end = min(trigger.to, told.end() + reach)
            named = sorted(one for one in _named(analysis, told.end(), end) if one[0] <= told.end() + reach // 2)
            if named:
                return named[0][3]
    return None


def _of_his_country(analysis: Analysis, trigger: Trigger) -> str | None:
    """ "His country would be happy to host": that of the one who said so."""
    own = _OWN_COUNTRY.search(analysis.text, trigger.from_, trigger.to)
    if own is None:
        return None
    before = sorted(one for one in _named(analysis, trigger.from_, own.start()) if one[2] in ("person", "state"))
    return before[-1][3] if before else None
