"""How far the clause of each event reaches in its sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from comity.reading.clause import Analysis, boundaries
from comity.reading.mentions import Mention
from comity.reading.quick import quick
from comity.reading.sentences import Sentence

_SPLIT = re.compile(
    r",\s|\s(?:during|following|ahead of|before|after|since|on the (?:sidelines|margins) of|in the run-up to|at|that|when|while|and|to|of|for|in preparation for)\s"
)

_ASIDE = quick(
    r"\b(?:on\s+the\s+eve\s+of|ahead\s+of|in\s+the\s+run-up\s+to|before|after|following|since|on\s+the\s+(?:sidelines|margins|fringes)\s+of|prior\s+to|the\s+day\s+of|"
    r"during|in\s+preparation\s+for|on\s+the\s+opening\s+day\s+of)\s+(?:the|a|an|its|their|his|her|this|that|(?:mon|tues|wednes|thurs|fri|satur|sun)day['’]s|next\s+\w+['’]s|last\s+\w+['’]s)\s+(?:(?:(?!(?:had|has|have|held|met|was|were|will)\s)[\w-]+\s+){0,3}?|(?:(?:(?-i:[A-Z])[\w’'.-]*|\([^)]{2,12}\)|of|and|for|the)\s+){1,9}(?:\w+\s+)?)$",
    re.IGNORECASE,
)


def is_aside(analysis: Analysis, sentence: Sentence, start: int) -> bool:
    """Whether an event only tells when or where another was."""
    return bool(_ASIDE.search(analysis.text[max(sentence.start, start - 110) : start]))


_ABBREVIATED = re.compile(r"(?:\b[A-Z]\.|\b(?:Mr|Mrs|Dr|Gen|St|Lt|Col|Sen)\.)\s+$")


def scopes_of(
    analysis: Analysis, sentence: Sentence, words: Sequence[tuple[Mention, Mention | None]]
) -> list[tuple[int, int]]:
    """The sentence cut between its triggers, at the clause boundary nearest to the later one."""
    spans = [
        (min(head.start, verb.start), max(head.end, verb.end)) if verb else (head.start, head.end)
        for head, verb in words
    ]
    cuts = [sentence.start]
    for (_, end), (start, _) in pairwise(spans):
        inner = [
            cut
            for cut in boundaries(analysis.text, end, start)[1:]
            if not _ABBREVIATED.search(analysis.text[:cut][-6:])
            and not _in_a_list(analysis, cut)
            and not (analysis.text[end:cut].isspace() and analysis.text.startswith("with ", cut))
        ]
        splits = [match.start() for match in _SPLIT.finditer(analysis.text, end, start)]
        splits = [cut for cut in splits if not _in_a_list(analysis, cut)]
        splits = [_before_those(analysis, cut) for cut in splits]
        cuts.append(_outside(analysis, _with_saying(analysis, end, (inner or splits or [end])[-1])))
    scopes = list(zip(cuts, [*cuts[1:], sentence.end], strict=True)) if words else []
    if len(scopes) > 1 and is_aside(analysis, sentence, words[0][0].start):
        # "On the eve of the summit he met …": the beginning tells when he met.
        scopes[1] = (sentence.start, scopes[1][1])
    return scopes


_LISTED = re.compile(r"\s*(?:,|,?\s+and|,?\s+as\s+well\s+as)\s+(?:the\s+)?")


def _in_a_list(analysis: Analysis, cut: int) -> bool:
    """Whether a cut would part states that are named together: "Iran, Kazakhstan | and Turkmenistan"."""
    named = analysis.mentions_in(cut - 40, cut + 40, "state")
    before = next((one for one in reversed(named) if one.end <= cut), None)
    after = next((one for one in named if one.start >= cut), None)
    return bool(before and after and _LISTED.fullmatch(analysis.text, before.end, after.start))


def _before_those(analysis: Analysis, cut: int) -> int:
    """A cut never parts those who meet from whose they are: "| the foreign ministers of the movement"."""
    people = [one for one in analysis.mentions_in(cut - 60, cut, "level_people", "body") if one.end == cut]
    if not people or not analysis.text.startswith(" of", cut):
        return cut
    article = re.search(r"\b(?:the\s+)?$", analysis.text[max(0, people[0].start - 5) : people[0].start])
    return people[0].start - (len(article[0]) if article else 0)


_SAID = re.compile(
    r"\b(?:said|says|added|announced|noted|stated|told\s+\w+|proposed|suggested|declared)(?:\s+(?:on\s+|late\s+|earlier\s+)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday))?\s*$"
)


def _with_saying(analysis: Analysis, end: int, cut: int) -> int:
    """A saying goes with the event at which it was: "… will meet, he said on Friday | at a ceremony"."""
    said = _SAID.search(analysis.text, end, cut)
    return said.start() if said and re.match(r"\W*(?:at|during)\b", analysis.text[cut : cut + 10]) else cut


def _outside(analysis: Analysis, cut: int) -> int:
    """A cut never falls into a date ("the day | before"), nor into a name ("the Group | of Seven")."""
    names = [one for one in analysis.mentions if one.kind == "org" and one.start < cut < one.end]
    if names:
        return names[0].start
    inside = [one for one in analysis.expressions if one.start < cut < one.end]
    if inside and analysis.text.startswith(" of ", inside[0].end):
        return inside[0].start  # "| a week ahead of the summit"
    return inside[0].end if inside else cut
