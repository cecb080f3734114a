"""Where an event takes place: the city and state that its words put it in."""

from __future__ import annotations

import re
from functools import lru_cache

from comity.catalog.loaded import load_catalog
from comity.model.record import Place
from comity.reading.clause import Analysis
from comity.reading.extractors.events.triggers import Trigger
from comity.reading.extractors.events.venues import any_of, capital_of, place_cues, seat_told, venue_of
from comity.reading.mentions import Mention
from comity.reading.quick import quick

_HOST_AFTER = re.compile(
    r"^\s*(?:,[^,]{1,40},|,\s+[A-Z]\w+(?:\s+[A-Z]\w+)?|\s+in\s+[A-Z][\w ’']{2,30}?)?\s*(?:(?:on|last|this|next)\s+\w+\s+|yesterday\s+|today\s+|also\s+|again\s+)?(?:hosted|hosts|to\s+host|will\s+(?:host|receive)|"
    r"is\s+to\s+(?:host|receive)|was\s+to\s+(?:host|receive|have)|(?:received|receives)(?!\s+(?:that|the|an?|its|full|observer|associate)\s+(?:\w+\s+)?status)|sees|saw|(?:was|will\s+be|is)\s+the\s+(?:scene|venue|place|host|next)|is\s+hosting|(?:is\s+playing|plays|played|will\s+play)\s+host|could\s+(?:host|be\s+the)|may\s+host|"
    r"plans\s+to\s+(?:host|hold)|intends\s+to\s+(?:host|hold)|welcomed|offers\s+to|stands\s+ready|was\s+host|is\s+host|(?:is|are)\s+preparing\s+to|prepares\s+to|gets\s+ready\s+to|will\s+(?:be\s+)?(?:hosting|welcome|see|become)|is\s+to\s+see|becomes|became|had\s+(?:hosted|received|seen|been)|hosting)\b",
    re.IGNORECASE,
)
# "Said here" is where it was said; "said at the session here" is where the session was.
_HERE = quick(
    r"(?<!said\s)(?<!told\s)(?<!announced\s)(?<!stated\s)(?<!added\s)(?<!reporters\s)(?<!journalists\s)\bhere\b"
)
_THERE = quick(
    r"\b(?:(?<!that )(?<!, )there(?!\s+(?:is|are|was|were|will|would|has|have|had|can|may|might|could|should)\b)|the\s+city\s+(?:had|has|saw|hosted)|in\s+the\s+same\s+(?:city|town|place|building|hall|resort)|in\s+(?:the|that)\s+city)\b",
    re.IGNORECASE,
)
_MOVED_TO = re.compile(
    r"\b(?:moved|shifted|relocated|transferred|switched)\s+(?:from\s+[\w ]{2,25}\s)?to\s+(?:the\s+)?$", re.IGNORECASE
)
# The place that an event was moved from: "rescheduled from May 5 in Manila", "instead of in Baku", "first planned for July in".
_LEFT = quick(
    r"\b(?:(?:moved|shifted|rescheduled|postponed|relocated|transferred|switched)\s+from|instead\s+of|rather\s+than|(?:and\s+)?not)\s+(?:[\w ]{1,20}\s)?(?:in\s+)?$"
    r"|\b(?:originally|initially|first|at\s+first|previously|earlier)\s+(?:been\s+)?(?:scheduled|slated|planned|due|set|meant|to)\b[^;,]{0,45}$",
    re.IGNORECASE,
)
_REACH = 60


def place_of(analysis: Analysis, trigger: Trigger, last: Place | None = None) -> Place:
    """The city and state in scope that the words put the event in, nearest to the trigger first; "there" is `last`."""
    best = _best(analysis, trigger)
    if best is not None:
        place = named(analysis, best)
        # "A force in X, at the summit in the Bahraini capital": a capital outdoes a state.
        seat = Place() if place.city or best.kind == "city" else seat_told(analysis, trigger.from_, trigger.to)
        return seat if seat.city else place
    for told in (_where, venue_of):
        place = told(analysis, trigger)
        if place.country:
            return place
    if _HERE.search(analysis.text, trigger.from_, trigger.to) and analysis.datelines:
        return _of_the_dateline(analysis)
    there = _THERE.search(analysis.text, trigger.from_, trigger.to)
    return _spoken_of(analysis, there.start()) or last or Place() if there else Place()


def _spoken_of(analysis: Analysis, position: int) -> Place | None:
    """The place that "there" means: the last one named as a place or an aim, in the same paragraph."""
    paragraph = max(analysis.text.rfind("\n", 0, position), position - 300, 0)
    for one in reversed(analysis.mentions_in(paragraph, position, "city", "state")):
        if _TOWARDS.search(analysis.text, max(paragraph, one.start - 30), one.start):
            return named(analysis, one)
    return None


_TOWARDS = re.compile(r"\b(?:in|at|to|for|from|near|visit(?:ed|s|ing)?)\s+(?:the\s+)?(?:\w+\s+of\s+)?$")


def _best(analysis: Analysis, trigger: Trigger) -> Mention | None:
    """The city, else the state, nearest to the event among those that locate it and that it was not moved from."""
    found = [
        one
        for one in analysis.mentions_in(trigger.from_, trigger.to, "city", "state")
        if _locates(analysis, trigger, one)
    ]
    if not found:
        return None
    found = [one for one in found if not _LEFT.search(_before(analysis, trigger, one))] or found
    found = [one for one in found if _MOVED_TO.search(_before(analysis, trigger, one))] or found
    return min(found, key=lambda one: (one.kind == "state", abs(one.start - trigger.start)))


def _before(analysis: Analysis, trigger: Trigger, one: Mention) -> str:
    return analysis.text[max(trigger.from_, one.start - _REACH) : one.start]


_ITS_CAPITAL = re.compile(r"(?:['’]s?)?\s+capital\b(?!,?\s+(?:of\s+)?[A-Z])")
_OF_CAPITAL = re.compile(r"\bcapital(?:\s+city)?\s+of\s+(?:the\s+)?$")


# "Washington, D.C." is Washington.
_DISTRICT = re.compile(r",?\s+D\.?\s?C\.?$")


def named(analysis: Analysis, best: Mention) -> Place:
    """A city with its state; a state with its capital where that is named by it; a part of a state with no city."""
    if best.kind == "state":
        if _OF_CAPITAL.search(analysis.text[max(0, best.start - 24) : best.start]) or _ITS_CAPITAL.match(
            analysis.text, best.end
        ):
            return Place(capital_of(best.code), best.code)
        return _capital_named_like(analysis, best)
    is_part = _parts(analysis.language).match(analysis.text, best.end)
    city = _DISTRICT.sub("", analysis.text[best.start : best.end])
    if city.isupper():
        city = best.code.partition("|")[0]
    return Place(None if is_part else city, best.code.partition("|")[2])


_AT = re.compile(
    r"\b(?:in|at)\s+(?:the\s+)?(?:[\w’'-]+\s+)?(?:city\s+of\s+|resort\s+(?:town\s+|city\s+)?of\s+)?$", re.IGNORECASE
)
_IN_TITLE = re.compile(
    r"^\s+(?:to\s+host|hosts|hosted|will\s+host|(?:[\w+-]+\s+){0,3}(?:summit|meeting|talks|session|forum|drills?|exercise))\b",
    re.IGNORECASE,
)


# "Leaders head to Samarkand", "ministers fly into Goa".
_GOING = re.compile(
    r"\b(?:head|heads|headed|fly|flies|flew|travel|travels|go|goes|arrive|arrives|converge|converges|descend|descends|come|comes|return|returns)\s+(?:to|into|in|on|for|back\s+to)\s+$",
    re.IGNORECASE,
)


def place_told(analysis: Analysis, start: int, end: int) -> Place:
    """A city that a stretch of text is set in: "the documents were signed in Samarkand"; else a capital, venue or seat."""
    for one in analysis.mentions_in(start, end, "city"):
        before = analysis.text[max(start, one.start - 40) : one.start]
        if (
            _AT.search(before)
            and not re.search(r"\b(?:said|told|arrived)\b[^,]{0,25}$", before)
            and not _matters(analysis.language, "city").search(before)
        ):
            return Place(_DISTRICT.sub("", analysis.text[one.start : one.end]), one.code.partition("|")[2])
    return seat_told(analysis, start, end)


_MEET_IN = re.compile(
    r"\b(?:meet|meets|met|gather|gathers|convene|convenes|summit|talks|meeting|held|session|conference)\s+in\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def place_in_title(analysis: Analysis) -> Place:
    """The city of the headline: "… gather in Goa", "Sydney Quad summit", "Ufa to host …"."""
    title = analysis.document.title or ""
    for one in analysis.title_mentions:
        before, after = title[: one.start], title[one.end :]
        if one.kind == "city" and (_AT.search(before) or _GOING.search(before) or _IN_TITLE.match(after)):
            return Place(title[one.start : one.end], one.code.partition("|")[2])
        if one.kind == "state" and _MEET_IN.search(before):
            return Place(None, one.code)
    return Place()


def _of_the_dateline(analysis: Analysis) -> Place:
    """ "Here" is where the report was filed."""
    city = analysis.datelines[0].city.split("/")[0]
    for mention in analysis.dateline_mentions:
        if mention.kind in ("city", "state"):
            return Place(city.title() if city.isupper() else city, mention.code.partition("|")[2] or mention.code)
    return Place(city.title() if city.isupper() else city, None)


def _capital_named_like(analysis: Analysis, mention: Mention) -> Place:
    """Singapore and Luxembourg are states and cities at once."""
    written = analysis.text[mention.start : mention.end]
    state = load_catalog().states.get(mention.code)
    capitals = {name for capital in (state.capitals if state else ()) for name in capital.names.get("en", ())}
    return Place(written if written in capitals else None, mention.code)


_GOES_TO = re.compile(
    r"\b(?:flew|fly|flies|travel\w*|arriv\w+|heads?|headed|goes|went|came|comes?)\s+to\s+(?:the\s+)?$"
)
_ON_IT = re.compile(r"\b(?:converg|descend)\w*\s+on\s+(?:the\s+)?$")
# "Will be visiting Bangkok for the summit".
_VISITS = re.compile(r"\bvisit(?:s|ed|ing)?\s+(?:the\s+)?$")
_FOR_ONE = re.compile(r"[^.;]{0,40}?\s(?:for|to\s+attend|to\s+take\s+part\s+in)\s+(?:the|an?|its)\s")
_TO_IT = re.compile(
    r"\b(?:invit\w+|come|came|comes|go|goes|going|travel\w*|fly|flies|flew|arriv\w+|visit\w*|trip|called|return\w*|been|moved|continu\w+|proceed\w*|head\w*|tour|welcom\w+|summoned|convened)\b[^,;]{0,40}\bto\s+$"
)
# "Critics in Germany said"; in "Host Santiago Peña" the name is no city either.
_OF_A_PERSON = re.compile(r"\s+(?:said|told|warned|criticised|criticized)\b")
_BEFORE_THE_EVENT = re.compile(r"\s+(?:(?!(?:the|an?|its)\s)[\w-]+\s+){0,2}")
# "The Munich Security Conference" is in Munich.
_NAMED_AFTER = re.compile(r"\s+(?:[A-Z][\w-]+\s+){0,3}(?:Conference|Forum|Summit|Dialogue|Congress)\b")
_SAYING = re.compile(r"\b(?:said|told|announced|reporters|journalists)\b[^,]{0,20}$")


_GUESTS_OF = re.compile(r"\bguests?\s+of\s+$")
_BY_CITY = re.compile(r"\b(?:hosted|held|venue|scene|place)\b[^.;]{0,30}\bby\s+$")
_AFTER_ANOTHER = re.compile(r"\bin\s+[A-Z]\w+(?:\s+and|,)\s+$")
_HOST = re.compile(r"\bHost\s+$")


# "After a meeting of the ministers, he said that democracy had won in Bolivia": what was said there is of other places.
_SAID_THEN = re.compile(
    r",\s[^;]*\b(?:said|says|stated|told|comment(?:ed|ing)|warned|stressed|noted|condemned|urged|called|spoke|declared|announced|read\s+out|reiterated|affirmed|reaffirmed|praised|denounced)\b"
)


def _locates(analysis: Analysis, trigger: Trigger, mention: Mention) -> bool:
    """Whether the words around a name put the event there."""
    before = _before(analysis, trigger, mention)
    after = analysis.text[mention.end : trigger.to]
    if _OF_A_PERSON.match(after) or _HOST.search(before) or _of_an_office(analysis, mention):
        return False
    if trigger.aside and _SAID_THEN.search(analysis.text, trigger.end, max(trigger.end, mention.start)):
        return False
    if mention.kind == "city":
        return _city_locates(analysis, trigger, mention, before, after)
    return not _goes_to_a_state(analysis, mention, before) and _is_in(analysis, mention, before)


def _city_locates(analysis: Analysis, trigger: Trigger, city: Mention, before: str, after: str) -> bool:
    if _seat_of(analysis.language).match(after):
        return False
    if (
        _city_by_what_follows(analysis, trigger, city, after)
        or _GUESTS_OF.search(before)
        or _BY_CITY.search(before)
        or _ON_IT.search(before)
    ):
        return True
    if _VISITS.search(before) and _FOR_ONE.match(after):
        return True
    if before.endswith("(") and re.match(r"\s*[,;)]", after):
        return True
    return not _AFTER_ANOTHER.search(before) and _is_in(analysis, city, before)


def _is_in(analysis: Analysis, mention: Mention, before: str) -> bool:
    """Whether a preposition of place governs the name, and nothing but the event is there."""
    if before.endswith("to ") and not _TO_IT.search(before):
        return False
    return bool(
        _in(analysis.language).search(before)
        and not _SAYING.search(before)
        and not _matters(analysis.language, mention.kind).search(before)
    )


def _of_an_office(analysis: Analysis, mention: Mention) -> bool:
    """ "The Defence Ministry in Bishkek" says where the ministry is."""
    return any(
        re.fullmatch(r"\s+(?:in|at)\s+(?:the\s+)?", analysis.text[one.end : mention.start])
        for one in analysis.mentions_in(max(0, mention.start - 45), mention.start, "institution", "office")
    )


def _city_by_what_follows(analysis: Analysis, trigger: Trigger, city: Mention, after: str) -> bool:
    """ "The Astana summit", "Ufa will host", "Goa, where", "the Munich Security Conference"."""
    heads = (trigger.start, *((trigger.verb.start,) if trigger.verb else ()))
    if any(at >= city.end and _BEFORE_THE_EVENT.fullmatch(analysis.text, city.end, at) for at in heads):
        return True
    return bool(_HOST_AFTER.match(after) or re.match(r",\s+where\b", after) or _NAMED_AFTER.match(after))


def _goes_to_a_state(analysis: Analysis, state: Mention, before: str) -> bool:
    return bool(
        not _GOES_TO.search(before)
        and re.search(r"\b(?:to|for)\s+(?:the\s+)?$", before)
        and not _capital_named_like(analysis, state).city
    )


# "Continuing to Sydney, Australia, | for the summit".
_FOR_IT = re.compile(
    r"\W*(?:for|to\s+(?:attend|join|take\s+part\s+in|participate\s+in))\s+(?:the|an?|its|their|this|his|her)\b"
)


_BETWEEN = re.compile(
    r"[\s,]*(?:[A-Z][\w.]+(?:\s[A-Z][\w.]+)?)?[\s,]*(?:on\s+(?:\w+day|[A-Z]\w+\s+\d+|\d+\s+[A-Z]\w+)|today|yesterday|tomorrow)?[\s,]*"
)


def _where(analysis: Analysis, trigger: Trigger) -> Place:
    """ "Flew to Kampala on Tuesday, where he will attend", "for the summit": the place just before."""
    goal = _FOR_IT.match(analysis.text, trigger.from_, trigger.to)
    if not goal and not re.match(r"\W*where\b", analysis.text[trigger.from_ : trigger.from_ + 10]):
        return Place()
    start = analysis.sentences[trigger.sentence].start
    cities = analysis.mentions_in(max(start, trigger.from_ - 80), trigger.from_, "city", "state")
    if not cities or re.search(r"[;:.]", analysis.text[cities[-1].end : trigger.from_]):
        return Place()
    if not goal:
        return named(analysis, cities[-1])
    for one in cities:
        towards = _TOWARDS.search(analysis.text, max(start, one.start - 30), one.start)
        if towards and _BETWEEN.fullmatch(analysis.text, one.end, trigger.from_):
            return named(analysis, one)
    return Place()


@lru_cache(maxsize=8)
def _in(language: str) -> re.Pattern[str]:
    """A preposition of place, and what may stand between it and the name: "in the Black Sea resort of"."""
    seats = any_of(place_cues(language)["seats"])
    return re.compile(
        rf"\b(?:in|at|near|outside|to|for)\s+(?:(?:the\s+)?(?:[\w’'-]+\s+)?|(?:the\s+)?(?-i:[A-Z])[\w’'-]+\s+(?:(?-i:[A-Z])[\w’'-]+\s+){{0,3}}(?-i:[A-Z])[\w’'-]+,\s+|(?-i:[A-Z])[\w’'-]+\s+(?:House|Palace|Villa|Hotel|Hall),\s+|(?:[\w’'-]+\s+){{1,6}}?(?:{seats})(?:\s*,\s*|\s+(?:of\s+)?))$",
        re.IGNORECASE,
    )


@lru_cache(maxsize=8)
def _seat_of(language: str) -> re.Pattern[str]:
    """ "The Volga city of Kazan": what comes before names no city."""
    return re.compile(rf"\s+(?:{any_of(place_cues(language)['seats'])})\s+of\b", re.IGNORECASE)


@lru_cache(maxsize=8)
def _matters(language: str, kind: str) -> re.Pattern[str]:
    """What is no event's place: "the coup in Niger", "officials in eastern Congo"."""
    cues = place_cues(language)
    matters = any_of(cues["elsewhere"] if kind == "city" else [*cues["elsewhere"], *cues["matters"]])
    return re.compile(
        rf"(?<!heads\sof\s)(?<!state\sand\s)(?<!state\sor\s)\b(?:{matters})\s+(?:in|at|near)\s+(?:the\s+)?(?:(?:Islamic\s+|Democratic\s+|Federal\s+)?Republic\s+of\s+(?:the\s+)?|\w+\s+)?$",
        re.IGNORECASE,
    )


@lru_cache(maxsize=8)
def _parts(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{any_of(place_cues(language)['parts'])})\b", re.IGNORECASE)
