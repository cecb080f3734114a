"""Whose event it is, who attends, and at which level."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec

from comity.model.record import EventRecord
from comity.reading.clause import Analysis
from comity.reading.extractors.events import formats, joint
from comity.reading.extractors.events.bystanders import only_named, only_speaks
from comity.reading.extractors.events.guests import guests_in
from comity.reading.extractors.events.triggers import Trigger
from comity.reading.lexicon import lower
from comity.reading.mentions import Mention
from comity.reading.quick import quick

_GUESTS = re.compile(
    r"(?:\bto\s+which|attended\s+by|with\s+(?:the\s+)?participation\s+of|participation\s+of|joined\s+by|together\s+with|along\s+with|plus|with\s+(?:their\s+)?"
    r"(?:colleagues|counterparts|partners)|(?:colleagues|counterparts)\s+from|in\s+the\s+presence\s+of|guests?\s+(?:from|were|included)|"
    r"invit(?:ed|ing)|representatives\s+of)[^.;]*$",
    re.IGNORECASE,
)
_HOSTS_NOT = re.compile(r"\b(?:said|told|according to|on the (?:sidelines|margins) of)\b", re.IGNORECASE)
_TWO = re.compile(
    r"\b(?:bilateral|two\s+sides|both\s+sides|one-on-one|tete-a-tete|counterparts?|opposite number|each other)\b",
    re.IGNORECASE,
)
_ATTENDING = quick(
    r"\b(?:attend(?:ed|s|ing)?|joins?|joining|took\s+part|taking\s+part|take\s+part|takes\s+part|participat\w+|represent(?:ed|ing)|joined|gathered|met|meet|meets|came|were\s+present|present|"
    r"counterparts?|headed|led|chaired|addressed|hosted|between|held\s+talks|talks\s+with|sent|brought\s+together|delegations?|arrived|spoke\s+at|"
    r"invited|leaders\s+of|presidents\s+of|ministers\s+of|ministers\s+from|chiefs\s+of|representatives\s+of|troops\s+from|forces\s+(?:from|of)|servicemen\s+(?:from|of))\b",
    re.IGNORECASE,
)
_PRONOUN = quick(
    r"\b(?:he|she)\s+(?:also\s+|had\s+|has\s+|will\s+|later\s+|is\s+to\s+)?(?:met|meet|held\s+talks|hold\s+talks|had|visited|visit|travell?ed|conferred|confer|talked|sat)\b",
    re.IGNORECASE,
)


class Parties(msgspec.Struct, frozen=True):
    """Organizations whose format it is, those that attend as guests, and states named as taking part."""

    orgs: tuple[str, ...] = ()
    guests: tuple[str, ...] = ()
    states: tuple[str, ...] = ()


def unique(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(codes))


def organizations(analysis: Analysis, trigger: Trigger) -> Parties:
    """Organizations in the trigger's scope: hosts and guests, in order of mention."""
    hosts: list[str] = list(joint.joined(analysis, trigger))
    guests: list[str] = []
    for mention in analysis.mentions_in(trigger.from_, trigger.to, "org", "body", "series"):
        org = mention.org
        if (
            org is None
            or in_closed_clause(analysis, mention.start, trigger)
            or _is_speaking(analysis, mention, trigger)
            or _is_agency(analysis, mention)
            or _is_common_noun(analysis, mention)
        ):
            continue
        hosts += joint.of_series(mention)
        if _is_office(analysis, mention):
            hosts += [org] if _meets_them(analysis, mention, trigger) else []
            continue
        before = analysis.text[trigger.from_ : mention.start]
        (guests if _GUESTS.search(before) and (hosts or mention.kind == "org") else hosts).append(org)
    hosts = _beside(analysis, trigger, hosts)
    if not hosts and guests:
        hosts, guests = guests[:1], guests[1:]
    guests += guests_in(analysis, trigger.from_, trigger.to, hosts) if hosts else ()
    both = formats.without_parts((*hosts, *guests))
    return Parties(
        unique(one for one in hosts if one in both), unique(one for one in guests if one not in hosts and one in both)
    )


_OF_ITS = re.compile(r"\s+of\s+(?:the\s+)?")
_ALSO = re.compile(r"\s*(?:\([^)]*\)\s*)?(?:,|and\b|/|-)\s*(?:and\s+)?(?:the\s+)?")


def _beside(analysis: Analysis, trigger: Trigger, hosts: list[str]) -> list[str]:
    """The organization that stands beside the word, if one does, before those of the speakers and the region:
    "Biden attends a summit of the Bucharest Nine, countries of NATO's eastern flank"."""
    if len(set(hosts)) < 2:
        return hosts
    near = [
        one
        for one in analysis.mentions_in(trigger.end, trigger.to, "org")
        if one.org in hosts and _OF_ITS.fullmatch(analysis.text[trigger.end : one.start])
    ]
    if not near:
        return hosts
    rest = [one for one in analysis.mentions_in(near[0].end, trigger.to, "org") if one.org != near[0].org]
    if rest and _ALSO.fullmatch(analysis.text[near[0].end : rest[0].start]):
        return hosts
    return [near[0].org] if near[0].org else hosts


_THE_MEETING_HAD = (
    re.compile(r"\b(?:the|this|that|their)\s+(?:\w+\s+)?$|\bit\s+$", re.IGNORECASE),
    re.compile(
        r"^\s+(?:was|were|is|will\s+be|had\s+been|also)\s+(?:also\s+)?(?:attended|joined)\s+by\b", re.IGNORECASE
    ),
)


_RELATIVE = re.compile(r",\s+(?:which|whose|who)\s[^,;.]{5,120},")


def in_closed_clause(analysis: Analysis, position: int, trigger: Trigger) -> bool:
    """Whether a word stands in a relative clause that is over before the trigger: "they, which formed the AES in 2023, met"."""
    return any(
        one.start() < position < one.end() for one in _RELATIVE.finditer(analysis.text, trigger.from_, trigger.start)
    )


def only_guests(analysis: Analysis, trigger: Trigger) -> bool:
    """Whether the organizations are those that came to a meeting told before: "the meeting was attended by the CIS"."""
    definite, attended = _THE_MEETING_HAD
    before = analysis.text[trigger.from_ : trigger.start]
    return bool(definite.search(before) and attended.match(analysis.text[trigger.end : trigger.to]))


def _is_office(analysis: Analysis, mention: Mention) -> bool:
    """Part of somebody's title: "NATO Secretary General Mark Rutte"."""
    person = analysis.people.at(mention.start)
    if person is not None:
        return True
    after = analysis.text[mention.end : mention.end + 40]
    return bool(
        re.match(
            r"(?:['’]s)?\s+(?:secretary[- ]general|executive secretary|spokes\w+|chief\b|commission\b|headquarters|charter|treaty)",
            after,
            re.I,
        )
    )


_SAT_DOWN = re.compile(
    r"(?:met|meets?|sat\s+down|sits?\s+down|conferred|held\s+talks|holds?\s+talks)(?:\s+with)?", re.IGNORECASE
)


def _meets_them(analysis: Analysis, mention: Mention, trigger: Trigger) -> bool:
    """Whether an organization's official meets the leaders of another one for it: "Charles Michel of the European Council
    sat down with Central Asia's leaders"."""
    person = analysis.people.at(mention.start)
    if person is None or person.state or not _SAT_DOWN.fullmatch(trigger.form):
        return False
    between = analysis.text[max(person.end, person.to) : trigger.start]
    others = analysis.mentions_in(trigger.end, trigger.to, "org")
    return bool(re.fullmatch(r",?\s+(?:(?:will|has|had|also|is|to)\s+){0,3}", between)) and any(
        analysis.people.at(one.start) is None and one.org != mention.org for one in others
    )


def _is_speaking(analysis: Analysis, mention: Mention, trigger: Trigger) -> bool:
    """The organization that reports, after the event: "…, the CSTO said"."""
    after = analysis.text[mention.end : min(trigger.to, mention.end + 25)]
    before = analysis.text[max(trigger.from_, mention.start - 25) : mention.start]
    return bool(
        re.match(
            r"\s+(?:press\s+service\s+|secretariat\s+)?(?:said|told|announced|reported|stated|added|confirmed|noted)\b",
            after,
        )
    ) or bool(re.search(r"according to (?:the )?$", before))


def _is_common_noun(analysis: Analysis, mention: Mention) -> bool:
    """Whether a name is only words: "a group of four Arab countries"."""
    return analysis.text[mention.start : mention.end].islower() and bool(
        re.search(r"\b(?:an?|this|that)\s+$", analysis.text[max(0, mention.start - 6) : mention.start], re.IGNORECASE)
    )


_PLACED = re.compile(r"[A-Z][^\n;:]{2,60}[,(]\s*")
_LINE_ENDS = re.compile(r"\)?\s*(?:--?|[–—])\s*(?=[A-Z\"“])")


def _is_agency(analysis: Analysis, mention: Mention) -> bool:
    """Whether an acronym is the agency in a dateline: "CASTRIES, St Lucia, CMC — …"."""
    written = analysis.text[mention.start : mention.end]
    if not written.isupper() or not _LINE_ENDS.match(analysis.text, mention.end):
        return False
    line = analysis.text.rfind("\n", 0, mention.start) + 1
    return _PLACED.fullmatch(analysis.text, line, mention.start) is not None


# "… opened a summit, a day after the rulers of Mali and Niger had left": what else happened, and when.
_ELSEWHEN = re.compile(
    r"(?:,\s+|\s)(?:(?:a|one|two|three|\d+)\s+(?:day|week|month|hour)s?|days|weeks|months|hours|shortly|soon|just)\s+(?:after|before)\s[^;]{0,120}$|"
    r",\s+(?:after|before|despite|amid|although|though|because)\s[^,;]*$"
)


def named_states(analysis: Analysis, trigger: Trigger, place: str | None) -> tuple[str, ...]:
    """States named as taking part: by their persons, in lists of those who came, as the two sides of talks."""
    scope = analysis.text[trigger.from_ : trigger.to]
    if trigger.kind == "visit":
        return _visitor(analysis, trigger)
    found: list[tuple[int, str]] = []
    for person in analysis.people.between(trigger.from_, trigger.to):
        if person.state and not only_speaks(analysis, person.from_, person.end, trigger):
            found.append((person.from_, person.state))
    if _PRONOUN.search(scope) and (state := _state_of_the_last(analysis, trigger.from_)):
        found.append((trigger.from_, state))
    attending = list(_ATTENDING.finditer(scope))
    for mention in analysis.mentions_in(trigger.from_, trigger.to, "state", "adjective", "metonym"):
        if analysis.people.at(mention.start) or _is_location(analysis, mention) or only_named(analysis, mention):
            continue
        if trigger.form and _ELSEWHEN.search(analysis.text, trigger.end, max(trigger.end, mention.start)):
            continue
        if mention.kind == "adjective" and not _adjective_party(analysis, mention):
            continue
        if attending or _paired(analysis, mention):
            found.append((mention.start, mention.code))
    return unique(code for _, code in sorted(found))


def _visitor(analysis: Analysis, trigger: Trigger) -> tuple[str, ...]:
    """The state of the one who travels."""
    people = [one for one in analysis.people.between(trigger.from_, trigger.to) if one.end <= trigger.start]
    if people:
        return (people[-1].state,) if people[-1].state else ()
    if re.search(r"\b(?:he|she)\b", analysis.text[trigger.from_ : trigger.start], re.IGNORECASE) and (
        state := _state_of_the_last(analysis, trigger.from_)
    ):
        return (state,)
    return ()


def _state_of_the_last(analysis: Analysis, position: int) -> str | None:
    """The state of the person whom "he" means; where it is not told, the state that the sentence about him begins with."""
    before = [one for one in analysis.people.all if one.end <= position]
    if not before or before[-1].state:
        return before[-1].state if before else None
    first = next(one for one in before if one.name == before[-1].name)
    sentence = analysis.sentences[analysis.sentence_at(first.start)]
    states = [
        one.code
        for one in analysis.mentions_in(sentence.start, first.start, "state", "adjective")
        if not _is_location(analysis, one)
    ]
    return states[0] if states else None


_GOES_TO = quick(
    r"\b(?:(?:came|comes?|coming|travel\w*|flew|fly|flying|went|goes|going|arriv\w+|return\w*|heads|headed|heading)\s+(?:(?:back|on|again)\s+)?to|visit(?:ed|s|ing)?)\s+(?:the\s+)?$"
)


# "Guinea-Bissau's delegation": a state by those whom it sends.
_SENDS = re.compile(
    r"['’]s(?:,?\s+(?:and\s+)?[A-Z]\w+(?:\s[A-Z]\w+)?['’]s){0,3}\s+(?:\w+\s+)?(?:delegations?|teams?|representatives?|envoys?|troops|forces|contingent|units|president|leaders?|ministers?|ambassador|negotiators?)\b"
)


def _is_location(analysis: Analysis, mention: Mention) -> bool:
    before = analysis.text[max(0, mention.start - 22) : mention.start]
    after = analysis.text[mention.end : mention.end + 3]
    if re.search(
        r"\b(?:in|into)\s+(?:the\s+)?[A-Z]\w+(?:,\s+[A-Z]\w+)*,?\s+and\s+$|\bhosted\s+by\s+$|\bfor\s+$",
        analysis.text[max(0, mention.start - 40) : mention.start],
    ):
        return True
    if _GOES_TO.search(analysis.text[max(0, mention.start - 60) : mention.start]):
        return True
    before_comma = analysis.text[mention.start - 2 : mention.start] == ", "
    if before_comma and any(
        one.end == mention.start - 2 for one in analysis.mentions_in(mention.start - 30, mention.start - 2, "city")
    ):
        return True
    return bool(
        re.search(r"\b(?:in|into|near|across|outside|inside|capital of|territory of)\s+(?:the\s+)?$", before)
    ) or (after[:2] in ("'s", "’s") and not _SENDS.match(analysis.text, mention.end) and not _paired(analysis, mention))


def _adjective_party(analysis: Analysis, mention: Mention) -> bool:
    after = lower(analysis.text[mention.end : mention.end + 40])
    return bool(
        re.match(
            r"\s+(?:and\s+\w+\s+)?(?:\w+\s+)?(?:minister|president|prime|premier|chancellor|king|emir|sultan|crown|leader|foreign|defen[cs]e|interior|finance|energy|trade|delegat|troops|forces|soldiers|servicemen|"
            r"personnel|sailors|marines|paratroopers|warships?|ships|aircraft|jets|units?|contingent|peacekeepers|officials?|side|counterpart|colleague|envoy|ambassador|diplomat|negotiator|lawmakers|parliament|secretary|chief|army|military)",
            after,
        )
    )


def _paired(analysis: Analysis, mention: Mention) -> bool:
    """One of two or more in a row: "Armenia and Azerbaijan", "Russia, China and India"."""
    near = (
        analysis.text[max(0, mention.start - 12) : mention.start] + "|" + analysis.text[mention.end : mention.end + 8]
    )
    return bool(re.search(r"(?:and (?:the )?|, (?:the )?|between (?:the )?)\||\|(?:['’]s)?(?: and |, |-)", near))


def sides(record: EventRecord) -> tuple[str, ...]:
    """The states that take part or are to."""
    return record.participants or record.invited


def says_bilateral(analysis: Analysis, trigger: Trigger) -> bool:
    return bool(
        re.search(
            r"\b(?:bilateral|one-on-one|separate)\s+(?:\w+\s+)?$",
            analysis.text[max(trigger.from_, trigger.start - 30) : trigger.start],
            re.IGNORECASE,
        )
    )


_MET = re.compile(r"^\s+(?:also\s+|have\s+|had\s+|will\s+|are\s+to\s+|then\s+)*$")


_OF_MANY = ("session", "sessions", "plenary", "plenary session", "forum", "congress", "ceremony", "symposium")


def is_pair(analysis: Analysis, trigger: Trigger) -> bool:
    """Whether two persons are the ones who meet: "Xi Jinping and Vladimir Putin met"."""
    before = analysis.people.between(trigger.from_, trigger.start)
    if len(before) != 2 or not _MET.match(analysis.text[max(before[1].end, before[1].to) : trigger.start]):
        return False
    return bool(re.fullmatch(r"\s+and\s+", analysis.text[max(before[0].end, before[0].to) : before[1].from_]))


def is_bilateral(analysis: Analysis, trigger: Trigger, states: Sequence[str]) -> bool:
    if trigger.form.lower() in _OF_MANY:
        return False
    return len(states) == 2 or (len(states) < 3 and bool(_TWO.search(analysis.text[trigger.from_ : trigger.to])))
