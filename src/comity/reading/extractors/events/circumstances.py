"""Where and how an event takes place, and what number it bears."""

from __future__ import annotations

import re
from functools import lru_cache

from comity.catalog.loaded import load_catalog
from comity.model.record import Place
from comity.reading.clause import Analysis
from comity.reading.extractors.events.triggers import Trigger
from comity.reading.mentions import Mention

_IN = re.compile(
    r"\b(?:in|at|near|outside|to|for)\s+(?:the\s+)?(?:\w+\s+)?(?:capital(?:\s+city)?\s*(?:of\s+|,\s*)?|city\s+of\s+|resort(?:\s+city)?\s+of\s+|town\s+of\s+)?$",
    re.I,
)
_HOST_AFTER = re.compile(
    r"^\s*(?:,[^,]{1,40},|\s+in\s+[A-Z][\w ’']{2,30}?)?\s*(?:(?:on|last|this|next)\s+\w+\s+|yesterday\s+|today\s+|also\s+|again\s+)?(?:hosted|hosts|to\s+host|will\s+(?:host|receive)|"
    r"is\s+to\s+(?:host|receive)|was\s+to\s+(?:host|receive|have)|(?:received|receives)(?!\s+(?:that|the|an?|its|full|observer|associate)\s+(?:\w+\s+)?status)|sees|saw|(?:was|will\s+be|is)\s+the\s+(?:scene|venue|place|host|next)|is\s+hosting|could\s+(?:host|be\s+the)|may\s+host|"
    r"plans\s+to\s+(?:host|hold)|intends\s+to\s+(?:host|hold)|welcomed|offers\s+to|stands\s+ready|was\s+host|is\s+host|(?:is|are)\s+preparing\s+to|prepares\s+to|gets\s+ready\s+to|will\s+(?:be\s+)?(?:hosting|welcome|see|become)|is\s+to\s+see|becomes|became|had\s+(?:hosted|received|seen|been)|hosting)\b",
    re.I,
)
_HERE = re.compile(r"\bhere\b")
_THERE = re.compile(
    r"\b(?:(?<!that )(?<!, )there(?!\s+(?:is|are|was|were|will|would|has|have|had|can|may)\b)|the\s+city\s+(?:had|has|saw|hosted)|in\s+the\s+same\s+(?:city|town|place|building|hall|resort)|in\s+the\s+city)\b",
    re.I,
)
_CAPITAL = re.compile(r"\b[A-Z]\w+(?:['’]s)?\s+capital\b|\bcapital\s+of\s+(?:the\s+)?[A-Z]\w+")
_OF_CAPITAL = re.compile(r"\bcapital(?:\s+city)?\s+of\s+(?:the\s+)?$")
_ORDINAL_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
)
_ORDINALS = {word: number for number, word in enumerate(_ORDINAL_WORDS.split(), 1)}
_EDITION = re.compile(
    r"\b(?:(?P<digits>\d{1,4})(?:st|nd|rd|th)|(?P<roman>[IVXL]{2,7})|(?P<word>"
    + "|".join(_ORDINALS)
    + r"|twenty-\w+|thirty-\w+))\s+(?P<rest>[^,.;]{0,60})$",
    re.I,
)
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}


_MOVED_TO = re.compile(
    r"\b(?:moved|shifted|relocated|transferred)\s+(?:from\s+[\w ]{2,25}\s)?to\s+(?:the\s+)?$", re.IGNORECASE
)
# The place that an event was moved from: "rescheduled from May 5 in Manila", "instead of in Baku".
_LEFT = re.compile(
    r"\b(?:(?:moved|shifted|rescheduled|postponed|relocated|transferred)\s+from|instead\s+of|rather\s+than)\s+(?:[\w ]{1,20}\s)?(?:in\s+)?$",
    re.IGNORECASE,
)


def place_of(analysis: Analysis, trigger: Trigger, last: Place | None = None) -> tuple[Place, Mention | None]:
    """The city and state in scope that the words put the event in, nearest to the trigger first; "there" is `last`."""
    cities = [
        one
        for one in analysis.mentions_in(trigger.from_, trigger.to, "city", "state")
        if _locates(analysis, trigger, one)
    ]
    cities = [
        one for one in cities if not _LEFT.search(analysis.text[max(trigger.from_, one.start - 40) : one.start])
    ] or cities
    new = [one for one in cities if _MOVED_TO.search(analysis.text[max(trigger.from_, one.start - 40) : one.start])]
    cities = new or cities
    cities.sort(key=lambda one: (one.kind == "state", abs(one.start - trigger.start)))
    if cities:
        best = cities[0]
        if best.kind == "state":
            if _OF_CAPITAL.search(analysis.text[max(0, best.start - 24) : best.start]):
                return Place(capital_of(best.code), best.code), best
            return _capital_named_like(analysis, best), best
        country = best.code.partition("|")[2]
        in_region = re.match(
            r"\s+(?:region|oblast|province|governorate|district)\b",
            analysis.text[best.end : best.end + 14],
            re.IGNORECASE,
        )
        return Place(None if in_region else analysis.text[best.start : best.end], country), best
    by_seat = _by_seat(analysis, trigger)
    if by_seat.country:
        return by_seat, None
    by_capital = _by_capital(analysis, trigger)
    if by_capital.country:
        return by_capital, None
    scope = analysis.text[trigger.from_ : trigger.to]
    if _HERE.search(scope) and analysis.datelines:
        return _of_the_dateline(analysis), None
    return (last or Place()) if _THERE.search(scope) else Place(), None


_AT = re.compile(
    r"\b(?:in|at)\s+(?:the\s+)?(?:\w+\s+)?(?:city\s+of\s+|resort\s+(?:town\s+|city\s+)?of\s+)?$", re.IGNORECASE
)
_IN_TITLE = re.compile(
    r"^\s+(?:to\s+host|hosts|hosted|will\s+host|(?:[\w+-]+\s+){0,3}(?:summit|meeting|talks|session|forum|drills?|exercise))\b",
    re.IGNORECASE,
)


def place_told(analysis: Analysis, start: int, end: int) -> Place:
    """A city that a stretch of text is set in: "the documents were signed in Samarkand"."""
    for one in analysis.mentions_in(start, end, "city"):
        before = analysis.text[max(start, one.start - 40) : one.start]
        if _AT.search(before) and not re.search(
            r"\b(?:said|told|arrived|reporters|journalists|born|embassy|ambassador)\b[^,]{0,25}$", before
        ):
            return Place(analysis.text[one.start : one.end], one.code.partition("|")[2])
    return Place()


def place_in_title(analysis: Analysis) -> Place:
    """The city of the headline: "… gather in Goa", "Sydney Quad summit", "Ufa to host …"."""
    title = analysis.document.title or ""
    for one in analysis.title_mentions:
        if one.kind == "city" and (_AT.search(title[: one.start]) or _IN_TITLE.match(title[one.end :])):
            return Place(title[one.start : one.end], one.code.partition("|")[2])
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


# "Critics in Germany said"; in "Host Santiago Peña" the name is no city either.
_OF_A_PERSON = re.compile(r"\s+(?:said|told|warned|criticised|criticized)\b")


def _locates(analysis: Analysis, trigger: Trigger, mention: Mention) -> bool:
    before = analysis.text[max(trigger.from_, mention.start - 40) : mention.start]
    after = analysis.text[mention.end : trigger.to]
    if _OF_A_PERSON.match(after) or re.search(r"\bHost\s+$", before):
        return False
    if (
        mention.kind == "city"
        and trigger.start >= mention.end
        and re.fullmatch(r"\s+(?:(?!(?:the|an?|its)\s)[\w-]+\s+){0,2}", analysis.text[mention.end : trigger.start])
    ):
        return True
    if mention.kind == "city" and (_HOST_AFTER.match(after) or re.match(r",\s+where\b", after)):
        return True
    if (
        mention.kind == "state"
        and not _GOES_TO.search(before)
        and re.search(r"\b(?:to|for)\s+(?:the\s+)?$", before)
        and not _capital_named_like(analysis, mention).city
    ):
        return False
    if mention.kind == "city" and re.search(r"\bguests?\s+of\s+$", before):
        return True
    if re.search(r"\bto\s+$", before) and not re.search(
        r"\b(?:invit\w+|come|came|comes|go|goes|going|travel\w*|fly|flies|flew|arriv\w+|visit\w*|trip|called|return\w*|been|moved|tour)\b[^,;]{0,40}\bto\s+$",
        before,
    ):
        return False
    if re.match(r"['’]s\s", after) and mention.kind == "state":
        return bool(_IN.search(before))
    if mention.kind == "city" and re.search(r"\b(?:hosted|held|venue|scene|place)\b[^.;]{0,30}\bby\s+$", before):
        return True
    if mention.kind == "city" and re.search(r"(?:\bin\s+[A-Z]\w+(?:\s+and|,)\s+)$", before):
        return False
    return bool(_IN.search(before)) and not re.search(r"\b(?:said|told|reporters|journalists)\b[^,]{0,20}$", before)


def _by_seat(analysis: Analysis, trigger: Trigger) -> Place:
    """ "At the White House", "in the Kremlin"."""
    for one in analysis.mentions_in(trigger.from_, trigger.to, "metonym"):
        if re.search(r"\b(?:at|in)\s+$", analysis.text[max(trigger.from_, one.start - 6) : one.start]):
            return Place(capital_of(one.code), one.code)
    return Place()


def _by_capital(analysis: Analysis, trigger: Trigger) -> Place:
    """ "In the Tajik capital"."""
    for match in _CAPITAL.finditer(analysis.text, trigger.from_, trigger.to):
        for mention in analysis.mentions_in(match.start(), match.end(), "adjective", "state"):
            return Place(capital_of(mention.code), mention.code)
    return Place()


@lru_cache(maxsize=512)
def capital_of(state: str) -> str | None:
    known = load_catalog().states.get(state)
    current = [one for one in known.capitals if one.end is None] if known else []
    return current[-1].names["en"][0] if current else None


def mode_of(analysis: Analysis, trigger: Trigger, place: Place, *, face_to_face: bool = False) -> str:
    """As the words say; a place without a word of video is in person, and so are visits and what two hold with each other."""
    from_, to = _own_part(analysis, trigger)
    if place.city and _PARTLY.search(analysis.text, from_, to):
        return "hybrid"
    modes = [one.code for one in analysis.mentions_in(from_, to, "mode")]
    if "hybrid" in modes:
        return "hybrid"
    if "online" in modes:
        return "online"
    return "in_person" if place.city or place.country or "in_person" in modes or face_to_face else "unknown"


_PARTLY = re.compile(
    r"\b(?:some|others|several|address\w+|join\w*|took\s+part|taking\s+part|take\s+part|spoke|speaking|participat\w+|attended|attending)\b[^.;]{0,40}\b(?:by|via|through|over)\s+(?:a\s+)?video",
    re.IGNORECASE,
)


def _own_part(analysis: Analysis, trigger: Trigger) -> tuple[int, int]:
    """The scope between semicolons."""
    from_ = analysis.text.rfind(";", trigger.from_, trigger.start) + 1 or trigger.from_
    to = analysis.text.find(";", trigger.end, trigger.to)
    return from_, to if to > 0 else trigger.to


def edition_of(analysis: Analysis, trigger: Trigger) -> int | None:
    """The ordinal before the trigger, or before the noun that goes with it: "the 73rd session", "its 38th Ordinary Session"."""
    starts = [trigger.start, *([trigger.verb.start] if trigger.verb else [])]
    before = next(
        (number for start in starts if (number := _ordinal_before(analysis.text, trigger.from_, start))), None
    )
    after = (
        _EDITION_AFTER.search(analysis.text, trigger.end, min(trigger.to, trigger.end + 60)) if before is None else None
    )
    return int(after["number"]) if after else before


# "A regular meeting of the council, the 24th, ended".
_EDITION_AFTER = re.compile(
    r",\s+(?:the|its|their)\s+(?P<number>\d{1,3})(?:st|nd|rd|th)(?=,|\s+(?:since|so\s+far|in\s+all)\b)"
)


def _ordinal_before(text: str, from_: int, start: int) -> int | None:
    found = list(_EDITION.finditer(text, max(from_, start - 75), start))
    match = found[-1] if found else None
    if match is None or re.search(r"\b(?:in|on|at|with|and|that|time|day|week|of\s+\w+\s+of)\b", match["rest"]):
        return None
    if match["digits"]:
        return int(match["digits"])
    if match["roman"]:
        return _roman(match["roman"]) if match["roman"].isupper() else None
    word = (match["word"] or "").lower()
    tens, _, unit = word.partition("-")
    return _ORDINALS.get(word) or ({"twenty": 20, "thirty": 30}.get(tens, 0) + _ORDINALS.get(unit, 0) or None)


def _roman(letters: str) -> int | None:
    values = [_ROMAN[letter] for letter in letters]
    return sum(-one if later and one < later else one for one, later in zip(values, [*values[1:], 0], strict=True))
