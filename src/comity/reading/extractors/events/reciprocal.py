"""Two sides who meet each other: "the two presidents met", "Lukashenko and Putin will confer", "Turkish-Iraqi talks"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from comity.reading.clause import Analysis
from comity.reading.extractors.events.sides import Encounter, Side
from comity.reading.quick import quick
from comity.reading.sentences import Sentence


def reciprocal(analysis: Analysis, sentence: Sentence, sides: Sequence[Side]) -> list[Encounter]:
    """The encounters of a sentence that are told of both sides at once."""
    return [
        *_each_other(analysis, sentence),
        *_side_by_side(analysis, sides),
        *_signed(analysis, sentence, sides),
        *_of_both(analysis, sentence),
        *_nor_with(analysis, sentence, sides),
        *_hyphened(analysis, sentence),
    ]


_AUX = r"(?:(?:will|would|is|are|were|to|has|have|had|also|not|last|then|later|now|again|next|set|due|expected|scheduled|twice|first|each|both|jointly|\w+ly)\s+){0,5}"
_MET = rf"\s+{_AUX}(?P<met>meet|met|confer(?:red)?|held\s+talks|hold\s+talks|talked|spoke\s+by\s+phone|sat\s+down|sit\s+down)\b(?!\s+with)"
_THE_TWO = quick(
    rf"\b(?:the\s+two|both)(?:\s+(?:\w+\s+)?(?:leaders|presidents|(?:prime\s+|foreign\s+|defen[cs]e\s+)?ministers|sides|countries|men|women|statesmen|neighbou?rs|premiers|diplomats|officials|delegations))?{_MET}",
    re.IGNORECASE,
)
_TWO_NAMES = re.compile(
    rf"(?:^|[\s(])(?P<one>[A-Z][a-zà-ž]+(?:-[A-Z][a-z]+)?)\s+and\s+(?P<other>[A-Z][a-zà-ž]+(?:-[A-Z][a-z]+)?){_MET}"
)


def _each_other(analysis: Analysis, sentence: Sentence) -> list[Encounter]:
    """ "The two presidents are to meet again", "Lukashenko and Putin will confer"."""
    text = analysis.text
    found = []
    for match in _THE_TWO.finditer(text, sentence.start, sentence.end):
        pair = _last_two(analysis, sentence, match.start())
        if pair:
            found.append(Encounter(match.start("met"), match.end("met"), match.end("met"), (pair,)))
    for match in _TWO_NAMES.finditer(text, sentence.start, sentence.end):
        known = [one for one in analysis.mentions_in(match.start(), match.end("other")) if one.end > match.start("one")]
        states = tuple(
            one.state
            for name in ("one", "other")
            if (one := analysis.people.called(match[name])) is not None and one.state
        )
        if not known and not any(one.start == match.start("met") for one in found):
            found.append(Encounter(match.start("met"), match.end("met"), match.end("met"), (states,)))
    return found


_BOTH_MET = re.compile(_MET)


def _side_by_side(analysis: Analysis, sides: Sequence[Side]) -> list[Encounter]:
    """ "Austin and China's Dong Jun are expected to meet"."""
    found = []
    for one, other in pairwise(sides):
        match = _BOTH_MET.match(analysis.text, other.end)
        if match is None or not re.fullmatch(
            r",?\s+and\s+(?:his\s+|her\s+|the\s+)?", analysis.text[one.end : other.start]
        ):
            continue
        before = analysis.text[max(0, one.start - 12) : one.start]
        pair = tuple(dict.fromkeys((*one.states, *other.states)))
        span = match.span("met")
        orgs = tuple(side.org for side in (one, other) if side.org)
        if orgs:
            found.append(Encounter(*span, span[1], (), orgs))
            continue
        alone = not re.search(r",\s+(?:the\s+)?$|\bof\s+(?:the\s+)?$", before)
        if (
            alone
            and (one.named or other.named)
            and len(pair) in (1, 2)
            and not (one.states and one.states == other.states)
        ):
            found.append(Encounter(*span, span[1], (pair,)))
    return found


_TALKS = re.compile(
    r"\s+(?:(?!(?:border|war|relations|ties|trade|treaty)\b)[\w+]+\s+){0,3}?(?P<noun>talks|meetings?|summit|consultations|dialogue|negotiations|encounter|(?:session|round)\s+of\b[^.;,]{0,50}|commission|committee\s+meeting)\b",
    re.IGNORECASE,
)


def _hyphened(analysis: Analysis, sentence: Sentence) -> Iterator[Encounter]:
    """ "The Turkish-Iraqi talks", "the third India-Australia dialogue"."""
    states = analysis.mentions_in(sentence.start, sentence.end, "state", "adjective", "metonym")
    for one, other in pairwise(states):
        if analysis.text[one.end : other.start] not in ("-", "–") or one.code == other.code:
            continue
        if analysis.text[other.end : other.end + 1] in "-–" or analysis.text[one.start - 1 : one.start] in ("-", "–"):
            continue
        match = _TALKS.match(analysis.text, other.end, sentence.end)
        if match:
            yield Encounter(match.start("noun"), match.end("noun"), match.end("noun"), ((one.code, other.code),))


def _last_two(analysis: Analysis, sentence: Sentence, position: int) -> tuple[str, ...]:
    """The states of the two persons spoken of last, else of those named later in the sentence."""
    told = [one.state for one in analysis.people.all if one.end <= position and one.state][-4:]
    later = [one.state for one in analysis.people.between(position, sentence.end) if one.state]
    for states in (later, told):
        pair = tuple(dict.fromkeys(state for state in reversed(states) if state))[:2]
        if len(pair) == 2:
            return pair
    return ()


_AND = re.compile(r",?\s+and\s+(?:his\s+|her\s+|the\s+)?")
_DID = re.compile(rf"\s+{_AUX}(?P<did>sign(?:ed)?|initialled|put\s+their\s+names|exchanged\s+instruments)\b")


def _signed(analysis: Analysis, sentence: Sentence, sides: Sequence[Side]) -> Iterator[Encounter]:
    """ "The ministers of A and B signed an accord in Rome": they were there together."""
    for one, other in pairwise(sides):
        match = _DID.match(analysis.text, other.end, sentence.end)
        if match is None or not _AND.fullmatch(analysis.text[one.end : other.start]):
            continue
        if not analysis.mentions_in(match.end(), sentence.end, "city"):
            continue
        pair = tuple(dict.fromkeys((*one.states, *other.states)))
        orgs = tuple(side.org for side in (one, other) if side.org)
        if orgs or len(pair) == 2:
            span = match.span("did")
            yield Encounter(*span, span[1], () if orgs else (pair,), orgs)


_BOTH = quick(
    rf"\b(?:officials|representatives|delegations|negotiators|(?:\w+\s+)?ministers|presidents|leaders|envoys|diplomats)\s+(?:of|from)\s+(?:the\s+two|both)\s+(?:countries|states|sides|nations|neighbou?rs)\s+{_AUX}(?P<did>met|meet|signed|sign|agreed|held|hold|discussed|sat|conferred)\b",
    re.IGNORECASE,
)


def _of_both(analysis: Analysis, sentence: Sentence) -> Iterator[Encounter]:
    """ "Officials of the two countries signed a protocol": of those two spoken of last."""
    for match in _BOTH.finditer(analysis.text, sentence.start, sentence.end):
        before = [one.code for one in analysis.mentions_in(0, match.start(), "state", "adjective")]
        pair = tuple(dict.fromkeys(reversed(before)))[:2]
        if len(pair) == 2:
            yield Encounter(match.start("did"), match.end("did"), match.end("did"), (pair,))


_NOR = quick(
    r"\b[Nn](?:or|either)\s+(?:is|are|was|were)\s+(?:any|one|such\s+\w+)\s+(?P<planned>planned|scheduled|expected|foreseen|due)\s+with\s+(?:the\s+)?"
)


def _nor_with(analysis: Analysis, sentence: Sentence, sides: Sequence[Side]) -> Iterator[Encounter]:
    """ "Nor are any planned with China's Wang Yi": with the one who was to meet another in the sentence before."""
    match = _NOR.search(analysis.text, sentence.start, sentence.end)
    others = [one for one in sides if match and one.start == match.end() and one.states]
    number = analysis.sentence_at(sentence.start)
    if match is None or not others or not number:
        return
    last = analysis.sentences[number - 1]
    known = [one.state for one in analysis.people.between(last.start, last.end) if one.state]
    pair = tuple(dict.fromkeys((*known[:1], others[0].states[0])))
    yield Encounter(*match.span("planned"), others[0].end, (pair,))
