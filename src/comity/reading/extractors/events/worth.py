"""Which mentions are events: not what only describes one, habits, or talk in general."""

from __future__ import annotations

import re

from comity.catalog.cue_files import load_cues
from comity.model.record import Place
from comity.model.when import Basis, When
from comity.reading.clause import Analysis
from comity.reading.extractors.events.candidate import Candidate
from comity.reading.extractors.events.numbering import edition_of
from comity.reading.extractors.events.status import Status
from comity.reading.extractors.events.triggers import PLURAL, Trigger
from comity.reading.extractors.events.unrelated import is_usual
from comity.reading.quick import quick

_COPULA = re.compile(
    r"^\W*(?:it|this|that)\s+(?:is|was|will\s+be|would\s+be|became)\s+(?:only\s+)?(?:the|their|its|an?|his|her)\s+(?:[\w’'-]+\s+){0,5}$",
    re.IGNORECASE,
)
_IN_GENERAL = re.compile(
    r"\b(?:participation\s+in|part\s+in|joins?|some\s+of|attend\w*|of|in|to|from|such)\s+(?:(?:its|their|the|any|all)\s+)?(?:[\w’'+-]+\s+){0,2}$",
    re.IGNORECASE,
)


def describes(analysis: Analysis, trigger: Trigger) -> bool:
    """ "It will be the second meeting at this level": said of the event just told."""
    if not _COPULA.match(analysis.text[trigger.from_ : trigger.start]):
        return False
    return not analysis.expressions_in(trigger.end, trigger.to) and not analysis.mentions_in(
        trigger.end, trigger.to, "city"
    )


def described(analysis: Analysis, trigger: Trigger, last: Candidate) -> Candidate:
    """The event with the number and the way of meeting that such a sentence gives."""
    edition = last.record.edition or edition_of(analysis, trigger)
    online = any(one.code == "online" for one in analysis.mentions_in(trigger.from_, trigger.to, "mode"))
    changed: dict[str, object] = {"edition": edition}
    if online and last.record.mode == "unknown":
        changed["mode"] = "online"
    return last.with_record(**changed)


def says_enough(candidate: Candidate) -> bool:
    """A bare word ("the meeting", "consultations with partners") with neither time, place nor a verb is no event of its own."""
    one = candidate.record
    if one.date or one.place.country or one.edition or one.series or one.mode == "online":
        return True
    if one.status not in ("held", "scheduled") or _is_named_summit(candidate):
        return True
    if (
        candidate.days
        or candidate.trigger.paired
        or (candidate.fresh and not candidate.trigger.aside and (candidate.own or one.level != "other"))
    ):
        return True
    if candidate.sure and one.status == "scheduled" and not candidate.trigger.aside:
        return True
    return candidate.sure and (
        candidate.own or one.level == "bilateral" or bool(one.participants or one.persons or one.guests)
    )


def _is_named_summit(candidate: Candidate) -> bool:
    """ "After the ASEAN summit": of an organization named in it, so one of its own."""
    return candidate.own and candidate.trigger.form.lower() == "summit" and candidate.trigger.aside


def is_named_conference(analysis: Analysis, trigger: Trigger, named: tuple[str, ...]) -> bool:
    """A conference of its own, with no organization's name: "the Munich Security Conference"."""
    if named or trigger.form.lower() not in load_cues(analysis.language, "events")["conference_nouns"]:
        return False
    before = analysis.text[max(trigger.from_, trigger.start - 40) : trigger.start]
    return bool(re.search(r"\b(?:International|international|[A-Z]\w+\s+[A-Z]\w+)\s+$", before))


def _is_habit(analysis: Analysis, trigger: Trigger, when: When | None) -> bool:
    """Meetings in general: "suspended its participation in CIS meetings in 2022", "the ministers have met every year"."""
    if when is None and is_usual(analysis, trigger):
        return True
    near = analysis.text[trigger.from_ : trigger.to]
    if re.search(
        r"\b(?:every|each)\s+(?:year|month|week|quarter)|\bregularly\b|\bannually\b|\ball\s+previous\b",
        near,
        re.IGNORECASE,
    ) and not (when and when.is_day):
        return True
    general = trigger.form.lower() in PLURAL and trigger.verb is None and (when is None or (when.length or 999) > 300)
    return (
        general
        and not _is_placed(analysis, trigger)
        and bool(_IN_GENERAL.search(analysis.text[max(trigger.from_, trigger.start - 60) : trigger.start]))
    )


_MANY = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+|several|many|dozens\s+of|a\s+number\s+of|numerous)\s+(?:(?!of\b)[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)


def _is_tally(analysis: Analysis, trigger: Trigger) -> bool:
    """ "Has held four summits since": how many there were, of which none is told."""
    if trigger.form.lower() not in PLURAL:
        return False
    if any(one.kind not in ("year", "vague", "reference") for one in analysis.expressions_in(trigger.end, trigger.to)):
        return False
    return bool(_MANY.search(analysis.text[max(trigger.from_, trigger.start - 40) : trigger.start]))


def _is_placed(analysis: Analysis, trigger: Trigger) -> bool:
    """Whether a city stands right after the word: "the summits in Minsk and Astana"."""
    return any(
        analysis.text[trigger.end : one.start] in (" in ", " at ")
        for one in analysis.mentions_in(trigger.end, trigger.end + 40, "city")
    )


def _is_weak(analysis: Analysis, trigger: Trigger) -> bool:
    """ "Consultations" and "dialogue" go on without an event; they are one where a time or a place is told."""
    return trigger.verb is None and trigger.form.lower() in load_cues(analysis.language, "events")["weak"]


# Staying away from a meeting makes no other one of it.
_MISSED = quick(
    r"\b(?:boycott(?:s|ed|ing)?|skip(?:s|ped|ping)?|miss(?:es|ed|ing)|(?:stay(?:s|ed)?|kept)\s+away\s+from|barred\s+from|declined\s+to\s+attend)\s+(?:the|its|this|that)\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)


def points_back(analysis: Analysis, trigger: Trigger) -> bool:
    """ "Lula told the gathering that …": what follows is what he said, not when and where."""
    before = analysis.text[max(trigger.from_, trigger.start - 12) : trigger.start]
    return bool(re.search(r"\btold\s+the\s+$", before)) and bool(
        re.match(r"\s+that\b", analysis.text[trigger.end : trigger.end + 6])
    )


def is_by_host(analysis: Analysis, trigger: Trigger) -> bool:
    """ "Host Santiago Peña received his colleagues": those who came to the event just told."""
    before = analysis.text[trigger.from_ : trigger.start]
    return trigger.form.lower() in ("received", "welcomed", "greeted") and bool(re.match(r"\W*Host\s+[A-Z]", before))


_FRESH = quick(
    r"\b(?:(?:a\s+(?:new|further|second|separate|fresh|follow-up|similar)|another)|(?:(?:the|its|their|an?)\s+)(?:last|previous|preceding|earlier|most\s+recent|inaugural))\s+(?!(?:week|month|year|night)\b)(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)


_POINTING = re.compile(r"^\W*(?:The|This|That|At\s+the|During\s+the|After\s+the)\s+$")


def is_pointing(analysis: Analysis, trigger: Trigger) -> bool:
    """ "The session": the one told before, where it begins the sentence with nothing but its article."""
    return bool(_POINTING.match(analysis.text[trigger.from_ : trigger.start])) and trigger.form.lower() not in PLURAL


def is_fresh(analysis: Analysis, trigger: Trigger) -> bool:
    """ "A new meeting": another one than those told before."""
    return bool(_FRESH.search(analysis.text[max(trigger.from_, trigger.start - 50) : trigger.start]))


_BACK = re.compile(
    r"(?:^|\W)(?:the|this|(?:this|next|last)\s+year['’]s)\s+(?:(?:planned|scheduled|proposed|delayed|postponed|cancelled|canceled|long-awaited|same|\w+-day)\s+){0,2}$",
    re.IGNORECASE,
)
_BARE = frozenset(
    (
        "summit",
        "meeting",
        "session",
        "conference",
        "gathering",
        "event",
        "forum",
        "exercise",
        "exercises",
        "drill",
        "drills",
        "joint exercise",
        "manoeuvres",
    )
)
_OF_ITS_OWN = re.compile(r"\s+(?:of|between|with|among|on|for|in\s+(?:[A-Z]|\d))")


# "This year's exercise Indestructible Brotherhood".
_NAME = re.compile(r"\s+[\"“]?(?![A-Z]\w+day\b)[A-Z]\w+")


def is_back(analysis: Analysis, trigger: Trigger) -> bool:
    """ "The summit", with nothing that tells it from the one spoken of."""
    return (
        trigger.form.lower() in _BARE
        and _BACK.search(analysis.text, max(0, trigger.start - 40), trigger.start) is not None
        and not _OF_ITS_OWN.match(analysis.text, trigger.end)
        and not (trigger.kind == "exercise" and _NAME.match(analysis.text, trigger.end))
    )


def names_the_gathering(candidate: Candidate) -> bool:
    """ "The Commonwealth conference": what is called so is the summit that the report tells of."""
    trigger, record = candidate.trigger, candidate.record
    if not candidate.own or record.level not in ("conference", "other") or trigger.form.lower() not in _BARE:
        return False
    quote = record.evidence[0]
    before = quote.quote[: max(0, trigger.start - quote.start)]
    return re.search(r"\b[Tt]he\s+(?:[A-Z][\w-]*\s+){1,3}$", before) is not None


_UNCLEAR = quick(
    r"\b(?:not\s+(?:yet\s+)?(?:clear|known|decided|said|been\s+decided)|unclear|unknown|undecided|no\s+decision)\s+(?:yet\s+)?(?:on\s+)?(?:when|where|whether|if|how)\b[^.;]*$",
    re.IGNORECASE,
)


# "Whether the two would hold a summit was a focus of attention", "if the visit does not take place".
_WHETHER = quick(r"^\W*(?:Whether|If)\s+(?:[^.;,]{0,80}\s)?$")
# "The charter requires them to attend its annual conference".
_RULE = quick(
    r"\b(?:charter|treaty|rules?|statutes?|constitution|tradition|convention|custom|protocol)\b[^.;]{0,40}\b(?:requires?|obliges?|stipulates?|provides?|says?|states?|dictates?|calls?\s+for|allows?|demands?)\b[^.;]*$",
    re.IGNORECASE,
)
# "He would not attend the ceremony", "had been prohibited to travel to the summit's original location".
_STAYED_AWAY = quick(
    r"\b(?:(?:will|would|could|can|may|might|did|does|do|is|are|was|were)\s+not|won['’]t|wouldn['’]t|didn['’]t|cannot|never|(?:unlikely|unable|declined|refused|prohibited|forbidden|barred)(?:\s+from|\s+to)?)\s+(?:be\s+)?(?:attend\w*|guid\w*|travel\w*\s+to|tak(?:e|ing)\s+part\s+in|participat\w+\s+in|join\w*|chair\w*|go(?:ing)?\s+to|com(?:e|ing)\s+to)\s+(?:an?|the|this|that|its)\s+(?:[\w’'-]+\s+){0,3}$",
    re.IGNORECASE,
)


_IN_VAIN = quick(
    r"\b(?:tried|attempted|sought|struggled|failed|failing|trying)\s+(?:\w+\s+){0,2}to\s+(?:hold|convene|organi[sz]e|call|arrange|host|agree\s+on|stage)\s+(?:an?|the|another|any)\s+(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)


def _is_only_spoken_of(analysis: Analysis, trigger: Trigger, when: When | None) -> bool:
    """Whether a meeting is that of a condition, a rule, or one that somebody stays away from."""
    before = analysis.text[trigger.from_ : trigger.start]
    if _IN_VAIN.search(before):
        return True
    if _RULE.search(before) or _STAYED_AWAY.search(before[-110:]):
        return when is None or trigger.from_ < trigger.start - 400 or not _is_placed(analysis, trigger)
    return when is None and bool(_WHETHER.match(before))


def _is_unclear(analysis: Analysis, trigger: Trigger) -> bool:
    """ "It is not clear when it will be convened" tells nothing of it."""
    return bool(_UNCLEAR.search(analysis.text[trigger.from_ : trigger.start]))


def _is_of_many(analysis: Analysis, trigger: Trigger) -> bool:
    """A numbered summit is no meeting of two, though two are named beside it."""
    before = analysis.text[max(trigger.from_, trigger.start - 25) : trigger.start]
    return (
        trigger.form.lower() == "summit"
        and not trigger.paired
        and bool(re.search(r"\b\d+(?:st|nd|rd|th)\s+[A-Z]", before))
    )


def _goes_nowhere(trigger: Trigger, told: Status, when: When | None, place: Place) -> bool:
    """ "Had to cancel his trip": whereto is not told."""
    nowhere = not (when or place.country or trigger.places)
    return told.name in ("cancelled", "postponed") and nowhere


def _travels_in_company(analysis: Analysis, trigger: Trigger) -> bool:
    """Whether leaders of several states travel: to a gathering, not to each other."""
    return len({one.state for one in analysis.people.between(trigger.from_, trigger.start) if one.state}) > 1


# "The charter requires all heads of member nations to attend its annual conference".
_BY_CHARTER = re.compile(
    r"\b(?:charter|constitution|statutes?|treaty|rules|bylaws|protocol)\s+(?:\w+ly\s+)?(?:requires?|required|provides?|stipulates?|prescribes?|obliges?|calls?\s+for|says?|states?)\b",
    re.IGNORECASE,
)
# "Events from the summit to exhibitions".
_RANGE = re.compile(r"\bfrom\s+(?:the\s+|an?\s+)?(?:\w+\s+)?$", re.IGNORECASE)


def is_no_event(
    analysis: Analysis, trigger: Trigger, told: Status, level: str, when: When | None, place: Place
) -> bool:
    """Whether a trigger that could be read in full still tells of no one event."""
    if told.name == "denied" and re.search(r"\b(?:attend|take\s+part|join|participate)\b", told.phrase):
        return True
    if trigger.kind == "meeting" and not trigger.paired and _is_only_spoken_of(analysis, trigger, when):
        return True
    if _is_unclear(analysis, trigger) or (level == "bilateral" and _is_of_many(analysis, trigger)):
        return True
    if trigger.kind == "visit" and (
        _travels_in_company(analysis, trigger) or _goes_nowhere(trigger, told, when, place)
    ):
        return True
    if when is None and _BY_CHARTER.search(analysis.text, trigger.from_, trigger.start):
        return True
    missed = _MISSED.search(analysis.text[max(trigger.from_, trigger.start - 60) : trigger.start])
    if missed and when is None and not place.country and not _is_placed(analysis, trigger):
        return True
    if told.name in ("held", "scheduled") and trigger.kind != "visit" and _is_habit(analysis, trigger, when):
        return True
    if (
        _is_tally(analysis, trigger)
        and not place.city
        and (when is None or when.basis is Basis.PUBLISHED or (when.length or 999) > 100)
    ):
        return True
    if _RANGE.search(analysis.text[trigger.from_ : trigger.start]) and when is None and not place.country:
        return True
    vague = when is None or (when.length or 999) > 100
    return _is_weak(analysis, trigger) and level != "bilateral" and vague and not place.country
