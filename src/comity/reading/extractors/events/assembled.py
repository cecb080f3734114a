"""Those who meet, a place and a day, whatever the verb: "the bloc's foreign ministers flew into Doha on Tuesday"."""

from __future__ import annotations

import re

from comity.reading.clause import Analysis
from comity.reading.mentions import Mention
from comity.reading.sentences import Sentence

_OWN_BEFORE = re.compile(r"(?:['’]s?)?\s+(?:(?:member\s+)?(?:states|countries)['’]?\s+)?(?:[a-z-]+\s+){0,2}")
_OWN_AFTER = re.compile(r"\s+(?:of|from)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}")
_INTO = re.compile(r"\b(?:in|at|to|into|for)\s+(?:the\s+)?$", re.IGNORECASE)
_SAYING = re.compile(
    r"\b(?:said|says|told|wrote|sent|warned|urged|letter|congratulat\w+|thanked|asked|phoned|elected|appointed|born|died|summoned|expelled|recalled|criticised|criticized|praised)\b|[\"“”]",
    re.IGNORECASE,
)
_NO_DAYS = ("year", "vague", "reference", "name_year", "time", "part_year", "part_month")


def assembled(analysis: Analysis, sentence: Sentence) -> Mention | None:
    """The people of an organization, where a sentence tells a city and a day, and nothing of what was said."""
    people = [one for one in analysis.mentions_in(sentence.start, sentence.end, "level_people") if one.level != "other"]
    if not people or _SAYING.search(analysis.text, sentence.start, sentence.end):
        return None
    days = [one for one in analysis.expressions_in(sentence.start, sentence.end) if one.kind not in _NO_DAYS]
    if not days or not (_has_place(analysis, sentence) or _is_entry(analysis, sentence, days[0].end)):
        return None
    return next(
        (
            _head(one)
            for one in people
            if _is_of_organization(analysis, sentence, one) or _is_spoken_of(analysis, sentence, one)
        ),
        None,
    )


_OPENS_ENTRY = re.compile(r"[^:\n]{0,12}?(?::|\s[-–—])\s+(?!.*\b(?:is|are|was|were|will|has|have|had|to)\b)")


def _is_entry(analysis: Analysis, sentence: Sentence, end: int) -> bool:
    """A line of a programme: "Monday 10 June: EU finance ministers, Luxembourg"."""
    return end - sentence.start < 40 and bool(_OPENS_ENTRY.match(analysis.text, end, sentence.end))


def _head(people: Mention) -> Mention:
    return Mention(people.start, people.end, "event_verb", "meeting", people.level)


def _has_place(analysis: Analysis, sentence: Sentence) -> bool:
    """A city that they are in or come to, or that is named first: "Nairobi expects the presidents of …"."""
    for city in analysis.mentions_in(sentence.start, sentence.end, "city"):
        before = analysis.text[sentence.start : city.start]
        if _INTO.search(before) or not before.strip():
            return True
    return False


_OF_OTHERS = re.compile(r"\b(?:that|which|who|whose|where|after|before|since|of|by)\b")
_THOSE = re.compile(r"\W*(?:The|Their|Its|All|Both)\s+(?:\w+\s+)?$")


def _is_spoken_of(analysis: Analysis, sentence: Sentence, people: Mention) -> bool:
    """ "The leaders return to it in Dakar on Friday": those of the meeting told before."""
    if not _THOSE.fullmatch(analysis.text[sentence.start : people.start]):
        return False
    cities = analysis.mentions_in(people.end, sentence.end, "city")
    if not cities or _OF_OTHERS.search(analysis.text, people.end, cities[0].start):
        return False
    return bool(analysis.mentions_in(max(0, sentence.start - 500), sentence.start, "event_noun", "event_verb"))


def _is_of_organization(analysis: Analysis, sentence: Sentence, people: Mention) -> bool:
    text = analysis.text
    for org in analysis.mentions_in(sentence.start, sentence.end, "org"):
        if org.end <= people.start and _OWN_BEFORE.fullmatch(text[org.end : people.start]):
            return True
        if people.end <= org.start and _OWN_AFTER.fullmatch(text[people.end : org.start]):
            return True
    return False


_ITSELF = re.compile(
    r"\s+(?:in\s+[A-Z]\w+|(?:which|that)\s+(?:opens|ends|begins)|(?:was|is|will\s+be|is\s+to\s+be)\s+(?:held|opened|hosted)|opens|opened|ended|ends|began|begins|starts|started|closed|closes|"
    r"took\s+place|takes\s+place|will\s+take\s+place|wound\s+up|kicked\s+off|kicks\s+off)\b"
)
_FORUM = re.compile(r"\b(?:forum|conference|dialogue|congress)$", re.IGNORECASE)
_ITS_MEETING = re.compile(r"\s+(?:in|on|next|this|last|again|twice|for)\b|[.,;]")


def named_so(analysis: Analysis, sentence: Sentence) -> Mention | None:
    """An organization whose name is its meeting's, or that is hosted: "this year's Pacific Islands Forum in Apia ended",
    "Canada hosted the G7 in Charlevoix"."""
    for org in analysis.mentions_in(sentence.start, sentence.end, "org"):
        if _FORUM.search(analysis.text[org.start : org.end]) and _ITSELF.match(analysis.text, org.end):
            return Mention(org.start, org.end, "event_verb", "meeting")
        near = max(sentence.start, org.start - 40)
        hosts = [one for one in analysis.mentions_in(near, org.start, "hosting") if "host" in one.code]
        if (
            hosts
            and analysis.text[hosts[-1].end : org.start] in (" ", " the ")
            and _ITS_MEETING.match(analysis.text, org.end)
        ):
            return Mention(hosts[-1].start, hosts[-1].end, "event_verb", "meeting")
    return None
