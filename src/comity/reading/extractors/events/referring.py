"""What a mention refers back to: the event, the time and the place spoken of before it."""

from __future__ import annotations

import re

from comity.model.record import EventRecord, Place
from comity.model.when import When
from comity.reading.clause import Analysis
from comity.reading.extractors.events import parties
from comity.reading.extractors.events.candidate import Candidate
from comity.reading.extractors.events.status import Status
from comity.reading.extractors.events.topic import Topic
from comity.reading.extractors.events.triggers import Trigger

_DEFINITE = re.compile(
    r"\b(?:a\s+new|another|a\s+further|the|this|that|these|such|its|their|both|two)\s+(?:[\w-]+\s+){0,3}$|\b(?:next|last|this)\s+year['’]s\s+(?:[\w-]+\s+){0,2}$|\b(?:it|ones?|event|they|others|former|latter)\s+(?:had\s+|also\s+)?$|\bthe\s+(?:\w+\s+)?$|\banother(?:,[^,;]{3,40},)?\s+$",
    re.IGNORECASE,
)


# "They will meet again", "it had last convened".
_THEY = re.compile(
    r"(?:^|\W)(?:they|it)\s+(?:(?:will|would|are|were|had|have|has|also|last|then|later|next|to|again|previously|first|is|was|due|expected|scheduled|set|not|earlier|already|both|all|been)\s+){0,5}$",
    re.IGNORECASE,
)
# ", will meet in Phnom Penh": the subject is that of the clause before.
_NO_SUBJECT = re.compile(
    r"^\W*(?:(?:and|but|then|later|will|would|are|is|was|were|to|had|have|has|also|again|next|last|now|due|set|expected|scheduled|first|who|which)\s+)*$",
    re.IGNORECASE,
)


def focus(told: Status, earlier: list[Candidate]) -> When | None:
    """The time last spoken of, where what was, was then, and what is to be, is then."""
    came = told.name in ("held", "ongoing")
    dated = [one for one in reversed(earlier) if one.when]
    alike = [one for one in dated if (one.record.status in ("held", "ongoing")) == came]
    return (alike or dated)[0].when if dated else None


def last_place(earlier: list[Candidate]) -> Place | None:
    return next((one.record.place for one in reversed(earlier) if one.record.place.country), None)


def spoken_of(
    analysis: Analysis,
    trigger: Trigger,
    level: str | None,
    named: parties.Parties,
    states: tuple[str, ...],
    earlier: list[Candidate],
    topic: Topic,
) -> EventRecord | None:
    """The event whose format this one shares, where the words name no organization: "the meeting", "its leaders"."""
    if named.orgs:
        return None
    own = topic.organization_meant(analysis, trigger)
    before = analysis.text[max(trigger.from_, trigger.start - 40) : trigger.start]
    if own is None:
        told = _of_the_organ(analysis, trigger, earlier)
        told = told or (_of_the_programme(analysis, trigger, earlier, topic) if level is None else None)
        if told is not None or (len(states) == 2 and not _DEFINITE.search(before)):
            return told
    last = _same_word(trigger, level, earlier)
    here = [one.record for one in earlier if one.trigger.sentence == trigger.sentence] if level is None else []
    if here and _NO_SUBJECT.match(analysis.text[trigger.from_ : trigger.start]):
        return here[-1]
    if own is not None:
        if last is None or own not in last.orgs:
            return _of_organization(trigger, level, own, earlier)
        if level is None:
            return last
    meant = _refers_back(analysis, trigger, before)
    if last is not None and (meant or level == last.level):
        return last
    gathered = (level is not None and len(states) != 2) or len(states) > 2
    if gathered and topic.main and trigger.kind != "visit" and not are_others(analysis, trigger):
        shared = next((one.record.orgs for one in earlier if topic.main in one.record.orgs), (topic.main,))
        return _format_alone(trigger, shared, level)
    return last if meant else None


def _refers_back(analysis: Analysis, trigger: Trigger, before: str) -> bool:
    """Whether the words mean what was spoken of: "the meeting", "they", "received them", "a meeting set for June"."""
    if _DEFINITE.search(before) or _THEY.search(before):
        return True
    return _is_plan(analysis, trigger, before) or analysis.text.startswith(" them", trigger.end)


_OF_OTHERS = re.compile(
    r"\s+(?:of|from)\s+(?:(?:the|its|their|both|two|three|several|many|some|other|all)\s+)*"
    r"(?:[A-Z]\w+['’]s\s+)?(?!(?:the|its|their|both|two|three|several|many|some|other|all|member|participating|states?|countries|nations|region|bloc|group\w*|alliance|organi[sz]ation|union|community|league|council|association|commonwealth|forum|five|six|seven|eight|founding|central|gulf|arab|foreign|defen[cs]e|economy|finance|trade|energy|state|government|security|national|parliaments?)\b)[a-z]\w+"
)


def are_others(analysis: Analysis, trigger: Trigger) -> bool:
    """ "The leaders of the two communities": nobody's whom the report is about."""
    people = analysis.mentions_in(trigger.from_, trigger.to, "level_people")
    return bool(people) and all(_OF_OTHERS.match(analysis.text, one.end) for one in people)


_SET_FOR = re.compile(
    r"\s+(?:(?:had\s+been|which\s+was|originally)\s+)?(?:set|planned|scheduled|due|fixed)\s+(?:for|in|on)\b"
)


def _is_plan(analysis: Analysis, trigger: Trigger, before: str) -> bool:
    """ "A meeting set for June was postponed": of those spoken of."""
    return bool(re.search(r"\b[Aa]n?\s+(?:\w+\s+)?$", before)) and bool(_SET_FOR.match(analysis.text, trigger.end))


def _of_organization(trigger: Trigger, level: str | None, own: str, earlier: list[Candidate]) -> EventRecord:
    """The last event of the organization that is meant, where the level is not told; else a format of its own."""
    same = [one.record for one in reversed(earlier) if one.record.kind == trigger.kind and own in one.record.orgs]
    return same[0] if same and level is None else _format_alone(trigger, (own,), level)


_THE_ORGAN = re.compile(r"\bthe\s+(?P<organ>council|committee|assembly|commission|board|conference)\b(?!\s+of\b)")


def _of_the_organ(analysis: Analysis, trigger: Trigger, earlier: list[Candidate]) -> EventRecord | None:
    """The last event of the organ that "the council" means."""
    match = _THE_ORGAN.search(analysis.text, trigger.from_, trigger.end)
    if match is None:
        return None
    word = match["organ"]
    return next((one.record for one in reversed(earlier) if word in (one.record.body or "").lower()), None)


_ENTRY = re.compile(r"[^\n]{0,40}?\d[^\n]{0,12}?\s*[-–—:]\s+[^.;\n]{0,60}$")
_AND_A = re.compile(
    r"^\W*(?:and|as\s+well\s+as)\s+(?:on|at|in|for|by|of|with|from)?\s*(?:an?\s+)(?:[\w-]+\s+){0,3}$", re.IGNORECASE
)


def _of_the_programme(
    analysis: Analysis, trigger: Trigger, earlier: list[Candidate], topic: Topic
) -> EventRecord | None:
    """A line of a programme ("July 23 - open debate") and the second of two in one sentence are of the organization
    that is spoken of."""
    before = analysis.text[trigger.from_ : trigger.start]
    here = [one.record for one in earlier if one.trigger.sentence == trigger.sentence and one.record.orgs]
    if here and _AND_A.match(before):
        return _format_alone(trigger, here[-1].orgs)
    sentence = analysis.sentences[trigger.sentence]
    starts_line = sentence.start == 0 or analysis.text[: sentence.start].rstrip(" -•*–").endswith("\n")
    if not starts_line or not _ENTRY.match(analysis.text[sentence.start : trigger.start]):
        return None
    orgs = next((one.record.orgs for one in reversed(earlier) if one.record.orgs), (topic.main,) if topic.main else ())
    return _format_alone(trigger, orgs) if orgs else None


def _format_alone(trigger: Trigger, orgs: tuple[str, ...], level: str | None = None) -> EventRecord:
    return EventRecord(evidence=(), kind=trigger.kind, status="held", level=level or "other", orgs=orgs)


_THEY_MEET = re.compile(r"(?:^|\W)they\b(?:\s+(?!(?:said|told)\b)[\w’'-]+){0,4}\s*$|^\W*(?:having\s+)?$", re.IGNORECASE)


# "The foreign ministers will set a date for the summit at their meeting on Friday".
_AT_THEIR = re.compile(r"\b(?:during|at|in|after|before|following)\s+their\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)


def _level_of_owners(analysis: Analysis, trigger: Trigger) -> str | None:
    """The level of those whose meeting it is, where the sentence names only one."""
    start = analysis.sentences[trigger.sentence].start
    people = [one for one in analysis.mentions_in(start, trigger.start, "level_people") if one.level]
    return people[0].level if len({one.level for one in people}) == 1 else None


def level_of_them(analysis: Analysis, trigger: Trigger) -> str | None:
    """The level of those whom "they" means, where the sentence before tells of them: "It was the foreign ministers who …"."""
    before = analysis.text[trigger.from_ : trigger.start]
    after = analysis.text[trigger.end : trigger.to]
    if _AT_THEIR.search(before):
        return _level_of_owners(analysis, trigger)
    if (
        trigger.sentence == 0
        or not _THEY_MEET.search(before)
        or not re.search(r"\bthey\b", before + after, re.IGNORECASE)
    ):
        return None
    last = analysis.sentences[trigger.sentence - 1]
    people = [one for one in analysis.mentions_in(last.start, last.end, "level_people") if one.level]
    nouns = analysis.mentions_in(last.start, last.end, "event_noun", "event_verb")
    return people[0].level if len({one.level for one in people}) == 1 and not nouns else None


def _same_word(trigger: Trigger, level: str | None, earlier: list[Candidate]) -> EventRecord | None:
    """The last event with the same word, else of the same level, else the last of its kind."""
    same_kind = [one for one in reversed(earlier) if one.record.kind == trigger.kind]
    same_kind.sort(key=lambda one: one.trigger.aside)
    form = trigger.form.lower().rstrip("s")
    for group in ([one for one in same_kind if not one.trigger.aside], same_kind):
        for one in group:
            if one.trigger.form.lower().rstrip("s") == form and (level is None or one.record.level == level):
                return one.record
        for one in group:
            if level is not None and one.record.level == level:
                return one.record
    return same_kind[0].record if same_kind and level is None else None
