"""The words that an event hangs on, and how far each one's clause reaches."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from comity.model.record import Place
from comity.reading.clause import Analysis
from comity.reading.extractors.events import wordless
from comity.reading.extractors.events.assembled import assembled, named_so
from comity.reading.extractors.events.echoes import echoes
from comity.reading.extractors.events.ellipsis import elliptical
from comity.reading.extractors.events.encounters import encounters
from comity.reading.extractors.events.fusing import fused, kind_of
from comity.reading.extractors.events.scopes import is_aside, scopes_of
from comity.reading.extractors.events.sides import Encounter
from comity.reading.extractors.events.spotting import is_no_event
from comity.reading.extractors.events.visits import destinations, gathering_after, traveller
from comity.reading.mentions import Mention
from comity.reading.quick import quick
from comity.reading.sentences import Sentence

_ROOM = 40
PLURAL = ("summits", "meetings", "sessions", "conferences")


class Trigger(msgspec.Struct, frozen=True):
    """One event's word at `start:end`, its scope `from_:to`, its sentence by number.

    `verb` is the verb or hosting word that goes with a noun, where there is one; `level` one that the noun says itself.
    `aside` says that the event only tells when or where something else was: "on the eve of the summit". `paired` says that
    it is an encounter of two, `sides` their states as far as they are known, `orgs` the organizations whose officials met somebody. `places` are
    those that a journey goes to.
    """

    start: int
    end: int
    kind: str
    form: str
    sentence: int
    from_: int
    to: int
    level: str | None = None
    verb: Mention | None = None
    verb_form: str = ""
    aside: bool = False
    paired: bool = False
    trio: bool = False
    sides: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    orgs: tuple[str, ...] = ()


def find_triggers(analysis: Analysis, number: int) -> list[Trigger]:
    """The triggers of a sentence, each with its own stretch of the sentence."""
    sentence = analysis.sentences[number]
    found = analysis.mentions_in(
        sentence.start, sentence.end, "event_noun", "event_verb", "hosting", "body", "series", "level_nouns"
    )
    met = encounters(analysis, sentence)
    found = [one for one in found if not any(_taken(analysis, one, by) for by in met)]
    cues = [one for at, one in enumerate(found) if not is_no_event(analysis, one, found[:at])]
    words = [pair for pair in fused(analysis, cues) if pair[0].kind != "hosting"]
    words = _received(analysis, sentence, words)
    words = [*words, *elliptical(analysis, sentence, words[-1][0].end if words else sentence.start)] or _wordless(
        analysis, sentence, cues
    )
    words = [pair for at, pair in enumerate(words) if not _only_opens(analysis, pair[0], words[at + 1 : at + 2])]
    words = _leading(analysis, sentence, words)
    heads = {one.start: one for one in met}
    words = sorted([*words, *((_head_of(one), None) for one in met)], key=lambda pair: pair[0].start)
    scopes = scopes_of(analysis, sentence, words)
    triggers = [_trigger(analysis, number, *pair, *scope) for pair, scope in zip(words, scopes, strict=True)]
    heads_of = [head for head, _ in words]
    return [
        one
        for trigger, head in _with_journeys(analysis, list(zip(triggers, heads_of, strict=True)))
        for one in (
            _journeys(analysis, trigger, head) if trigger.kind == "visit" else _sided(trigger, heads.get(trigger.start))
        )
    ]


def _with_journeys(analysis: Analysis, told: list[tuple[Trigger, Mention]]) -> list[tuple[Trigger, Mention]]:
    """Without the journeys that only lead to a meeting; where and when one travels goes with that."""
    out: list[tuple[Trigger, Mention]] = []
    for trigger, head in told:
        last = out[-1][0] if out else None
        travels = last is not None and last.kind == "visit" and trigger.kind == "meeting" and not trigger.aside
        if last is not None and travels and gathering_after(analysis, last.end) == trigger.end:
            trigger = msgspec.structs.replace(trigger, from_=last.from_)
            out.pop()
        out.append((trigger, head))
    return out


_BY_SOMEBODY = re.compile(
    r"(?:\b(?:his|her)\s+(?:\w+\s+){0,3}|\b(?:he|she|(?P<name>[A-Z][a-z]+))\s+(?:(?:will|would|is|was|to|had|has|have|also|then|later|now|due|next|been|begins?|began|on)\s+){0,5}(?:an?\s+)?(?:[\w-]+\s+)?)$"
)


def _is_by_somebody(analysis: Analysis, sentence: Sentence, position: int) -> bool:
    """Whether one who is not otherwise known travels: "he", "Blinken"; a country does not."""
    first = max(sentence.start, position - 60)
    match = _BY_SOMEBODY.search(analysis.text[first:position])
    if match is None or match["name"] is None:
        return match is not None
    start, end = (first + at for at in match.span("name"))
    return not any(one.start < end and start < one.end for one in analysis.mentions_in(start - 30, end + 30))


def _journeys(analysis: Analysis, trigger: Trigger, head: Mention) -> list[Trigger]:
    """One trigger for each destination."""
    sentence = analysis.sentences[trigger.sentence]
    who = traveller(analysis, sentence, head)
    if who is not None and len(who.states) > 1:
        return []
    if who is not None:
        trigger = msgspec.structs.replace(trigger, sides=who.states, orgs=(who.org,) if who.org else ())
    places = destinations(analysis, sentence, head)
    if who is None and not _is_by_somebody(analysis, sentence, head.start):
        return [] if head.kind == "event_verb" else [trigger]
    return [msgspec.structs.replace(trigger, places=(place,)) for place in places] or [trigger]


_OPENS_LIST = re.compile(r"[^.;:]{0,60}\b(?:among\s+(?:them|these)|including|such\s+as|namely)\b[^.;:]{0,60}$")


def _only_opens(analysis: Analysis, head: Mention, later: list[tuple[Mention, Mention | None]]) -> bool:
    """ "Preparatory meetings run from June 22 to 24, among them one of the ministers": the second one is told."""
    if not later or analysis.text[head.start : head.end].lower() not in PLURAL:
        return False
    return bool(_OPENS_LIST.match(analysis.text[head.end : later[0][0].start]))


def _head_of(one: Encounter) -> Mention:
    return Mention(one.start, one.head, "event_verb", "meeting")


def _sided(trigger: Trigger, met: Encounter | None) -> list[Trigger]:
    """One trigger for each pair of an encounter; none where both were of one state."""
    if met is None:
        return [trigger]
    if met.trio:
        return [msgspec.structs.replace(trigger, sides=met.trio, trio=True)]
    if met.orgs:
        return [msgspec.structs.replace(trigger, orgs=met.orgs)]
    return [msgspec.structs.replace(trigger, sides=pair, paired=True) for pair in met.pairs]


_ON_THE_WAY = re.compile(r"[^.;:]{0,60}\b(?:for|to)\s+(?:[\w’'-]+\s+){0,3}$")


def _taken(analysis: Analysis, cue: Mention, met: Encounter) -> bool:
    """Whether a word belongs to an encounter, or is the journey to it: "arrived in Baghdad for talks with"."""
    if cue.start < met.end and met.start < cue.end:
        return True
    if cue.kind != "event_verb" or cue.code != "visit" or cue.end > met.start:
        return False
    return bool(_ON_THE_WAY.fullmatch(analysis.text[cue.end : met.start]))


def _trigger(analysis: Analysis, number: int, head: Mention, verb: Mention | None, from_: int, to: int) -> Trigger:
    form = analysis.text[head.start : head.end]
    verb_form = analysis.text[verb.start : verb.end] if verb else ""
    aside = is_aside(analysis, analysis.sentences[number], head.start)
    return Trigger(
        head.start, head.end, kind_of(head), form, number, from_, to, _own_level(analysis, head), verb, verb_form, aside
    )


_OF_BUSINESS = quick(
    r"\b(?:business|investment|economic|trade|media|youth|women['’]s|cultural|civil\s+society|people['’]s|academic|scientific|tourism|energy|digital|innovation|think[- ]tanks?)\s+$",
    re.IGNORECASE,
)


def _own_level(analysis: Analysis, head: Mention) -> str | None:
    """The level that a noun says itself; a business summit or an investment forum is no summit of states."""
    if head.kind == "series":
        return None
    if head.kind == "event_noun" and _OF_BUSINESS.search(analysis.text[max(0, head.start - 20) : head.start]):
        form = analysis.text[head.start : head.end].lower()
        return "conference" if form in ("summit", "forum", "conference", "congress") else head.level
    return head.level


def _wordless(analysis: Analysis, sentence: Sentence, cues: Sequence[Mention]) -> list[tuple[Mention, Mention | None]]:
    heads = wordless.hosting(analysis, cues) or [one for one in [wordless.acting(analysis, sentence)] if one]
    heads = heads or echoes(analysis, sentence)
    heads = heads or [one for one in [assembled(analysis, sentence) or named_so(analysis, sentence)] if one]
    return [(head, None) for head in heads]


_WHAT_FOLLOWS = re.compile(r"\b(?:that|to|how|on|what|whether)\s")


def _leading(
    analysis: Analysis, sentence: Sentence, words: list[tuple[Mention, Mention | None]]
) -> list[tuple[Mention, Mention | None]]:
    """With those who "agreed in Prague on Thursday" before what they agreed on, a meeting perhaps."""
    if not words or words[0][0].start - sentence.start < _ROOM:
        return words
    first = words[0][0].start
    cuts = [one.start() for one in _WHAT_FOLLOWS.finditer(analysis.text, sentence.start + _ROOM, first)]
    for cut in cuts:
        head = wordless.acting(analysis, Sentence(sentence.start, cut, sentence.paragraph), only_acted=True)
        if head is not None:
            return [(head, None), *words]
    return words


def _received(
    analysis: Analysis, sentence: Sentence, words: list[tuple[Mention, Mention | None]]
) -> list[tuple[Mention, Mention | None]]:
    """With "were received by", which is an event beside the one that it was before or after."""
    head = wordless.receiving(analysis, sentence)
    if head is None:
        return words
    others = [(one, verb) for one, verb in words if is_aside(analysis, sentence, one.start) and one.end < head.start]
    return [*others, (head, None)]
