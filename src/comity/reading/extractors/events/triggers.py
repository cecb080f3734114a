"""The words that an event hangs on, and how far each one's clause reaches."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from comity.catalog.loaded import load_catalog
from comity.reading.clause import Analysis, boundaries
from comity.reading.extractors.events import wordless
from comity.reading.extractors.events.encounters import Encounter, encounters
from comity.reading.mentions import Mention
from comity.reading.sentences import Sentence

PLURAL = ("summits", "meetings", "sessions", "conferences")
_FUSED_GAP = 90
_ORGANS = ("body", "level_nouns")
_SPLIT = re.compile(
    r",\s|\s(?:during|following|ahead of|before|after|since|on the (?:sidelines|margins) of|in the run-up to|at|that|when|while|and|to|of|for|in preparation for)\s"
)
_SIDELINES = re.compile(
    r"(?:sidelines|margins|fringes)\s+of|ahead\s+of|before\s|after\s|following\s|\bduring\b|day\s+of|eve\s+of|run-up\s+to|preparations?\s+for"
)
# Between a verb and the noun that repeats it: "gathered here yesterday for a regular meeting", "hosted the session".
_SEPARATE = re.compile(
    r"[.;\"“”]|\b(?:to\s+(?:prepare|plan|agree|set)|said|told|that|and\s+(?:will|is|was|the)|which|who|when|where|while|before|after|during|ahead|following)\b"
)


class Trigger(msgspec.Struct, frozen=True):
    """One event's word at `start:end`, its scope `from_:to`, its sentence by number.

    `verb` is the verb or hosting word that goes with a noun, where there is one; `level` one that the noun says itself.
    `aside` says that the event only tells when or where something else was: "on the eve of the summit". `paired` says that
    it is an encounter of two, `sides` their states as far as they are known, `orgs` the organizations whose officials met somebody.
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
    sides: tuple[str, ...] = ()
    orgs: tuple[str, ...] = ()


def find_triggers(analysis: Analysis, number: int) -> list[Trigger]:
    """The triggers of a sentence, each with its own stretch of the sentence."""
    sentence = analysis.sentences[number]
    found = analysis.mentions_in(
        sentence.start, sentence.end, "event_noun", "event_verb", "hosting", "body", "series", "level_nouns"
    )
    met = encounters(analysis, sentence)
    found = [one for one in found if not any(_taken(analysis, one, by) for by in met)]
    cues = [one for at, one in enumerate(found) if not _is_no_event(analysis, one, found[:at])]
    words = [pair for pair in _fused(analysis, cues) if pair[0].kind != "hosting"]
    words = _received(analysis, sentence, words)
    words = [*words, *_elliptical(analysis, sentence, words[-1][0].end if words else sentence.start)] or _wordless(
        analysis, sentence, cues
    )
    heads = {one.start: one for one in met}
    words = sorted([*words, *((_head_of(one), None) for one in met)], key=lambda pair: pair[0].start)
    scopes = _scopes(analysis, sentence, words)
    triggers = [_trigger(analysis, number, *pair, *scope) for pair, scope in zip(words, scopes, strict=True)]
    return [one for trigger in triggers for one in _sided(trigger, heads.get(trigger.start))]


def _head_of(one: Encounter) -> Mention:
    return Mention(one.start, one.head, "event_verb", "meeting")


def _sided(trigger: Trigger, met: Encounter | None) -> list[Trigger]:
    """One trigger for each pair of an encounter; none where both were of one state."""
    if met is None:
        return [trigger]
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
    return Trigger(head.start, head.end, _kind(head), form, number, from_, to, head.level, verb, verb_form, aside)


_AS_A = re.compile(r"\b(?:as|in\s+the\s+form\s+of|via|by|through|over|on)\s+(?:an?\s+)?(?:\w+\s+)?$", re.IGNORECASE)
_OF_ORG = re.compile(r"\s*(?:\([^)]{2,12}\)\s*)?")
_KIND_OF_ORG = re.compile(r"(?:forum|dialogue|conference|congress)$", re.IGNORECASE)


_SPORTS = re.compile(r"\b(?:games|cup|championships?)\b", re.IGNORECASE)


def _is_no_event(analysis: Analysis, cue: Mention, before: Sequence[Mention]) -> bool:
    """ "As a video conference" says how, "the summit of the APEC forum" what kind of organization; a "CIS Plus" format
    is no meeting yet."""
    text = analysis.text
    if cue.kind == "series" and _SPORTS.search(text[cue.start : cue.end]):
        return True
    if cue.kind == "series" and cue.level == "meeting":
        return bool(re.match(r"[\"”»]?\s+(?:format|framework|initiative|concept)", text[cue.end : cue.end + 14]))
    if cue.kind == "event_verb" and cue.code == "visit":
        places = analysis.mentions_in(cue.end, cue.end + 45, "state", "city")
        return not any(
            re.fullmatch(r"\s+(?:the\s+)?(?:capital\s+)?", text[cue.end : one.start])
            and not re.match(r"['’]", text[one.end :][:1])
            for one in places
        )
    if cue.kind != "event_noun":
        return False
    if "video" in text[cue.start : cue.end].lower() and _AS_A.search(text[max(0, cue.start - 20) : cue.start]):
        return True
    if re.search(r"\bof\s+the\s+$", text[max(0, cue.start - 8) : cue.start]) and _is_called(analysis, cue):
        return True
    nouns = [one for one in before if one.kind in ("event_noun", *_ORGANS)]
    if not nouns or not _KIND_OF_ORG.search(text[cue.start : cue.end]):
        return False
    return any(
        one.end <= cue.start and _OF_ORG.fullmatch(text[one.end : cue.start])
        for one in analysis.mentions_in(nouns[-1].end, cue.start, "org")
    )


def _is_called(analysis: Analysis, cue: Mention) -> bool:
    """Whether an organization named before is called by this noun: "the two documents of the forum"."""
    noun = analysis.text[cue.start : cue.end].lower()
    known = load_catalog().organizations
    orgs = {one.org for one in analysis.mentions if one.org and one.start < cue.start}
    return any(noun in known[org].nouns.get(analysis.language, ()) for org in orgs if org in known)


_ONES = (
    r"(?:the\s+)?(?:(?:last|next)\s+year['’]s|first|second|third|fourth|fifth|next|last|previous|latest|coming|new|other|others|earlier|former|latter|one|it|this|that|these|they|event|events|gathering|drills)"
    r"(?:\s+(?:ones?|of\s+them|of\s+its\s+kind|such\s+\w+|edition|editions))?\s+"
)
_WAS_HELD = (
    r"(?:(?:had|has|have)\s+been|was|were|will\s+be|is\s+to\s+be|are\s+to\s+be)\s+(?:held|hosted|convened|staged)(?!\s+(?:responsible|accountable|hostage|back|up))|"
    r"took\s+place|(?:has|had|have)\s+taken\s+place|(?:will|is\s+to|are\s+to|is\s+due\s+to)\s+take\s+place|is\s+due|is\s+scheduled|is\s+planned|"
    r"(?:was|were|(?:has|had|have)\s+been)\s+(?:postponed|cancell?ed|put\s+off|called\s+off|moved|rescheduled|deferred)|"
    r"(?:had\s+been|was|were)\s+(?:first\s+|originally\s+|initially\s+|at\s+first\s+)?(?:planned|scheduled|due|set|to\s+be\s+held|to\s+have\s+been\s+held|to\s+have\s+taken\s+place|meant)|"
    r"will\s+(?:now\s+)?(?:run|open|begin|start|last)|is\s+(?:to\s+(?:run|open|begin|start|last)|set\s+for|expected)|"
    r"opened|began|ended|lasted|runs|opens|begins|starts|ends"
)
_ELLIPSIS = re.compile(
    rf"\b(?P<one>(?:a\s+(?:joint|separate|second|similar|trilateral)\s+one|(?:and|,)\s+one)\s+of\s+the)\b"
    rf"|\b(?:those|leaders|ministers)\s+of\s+(?:the\s+)?[A-Z][\w ]{{1,40}}\s+(?P<met>met)\b|\b{_ONES}(?P<verb>{_WAS_HELD})\b",
    re.IGNORECASE,
)
# "The second since the one in Baghdad in 2012".
_THE_ONE_IN = re.compile(r"\b(?:the|an?)\s+(?:(?:earlier|previous|first|last|latest)\s+)?(?P<one>one)\s+(?:(?:held|hosted|convened)\s+)?(?=(?:in|at)\s+(?:[A-Z]|January|February|March|April|May|June|July|August|September|October|November|December|(?:19|20)\d\d))")


def _elliptical(analysis: Analysis, sentence: Sentence, after: int) -> list[tuple[Mention, Mention | None]]:
    """ "The first took place in New York in 2023": an event whose noun stands in an earlier sentence."""
    one = _THE_ONE_IN.search(analysis.text, after, sentence.end)
    if one:
        kind = _kind_before(analysis, one.start("one"))
        return [(Mention(one.start("one"), one.end("one"), "event_verb", kind), None)]
    match = _ELLIPSIS.search(analysis.text, after, sentence.end)
    if match and after != sentence.start and not re.search(r"[;,:]\s|\band\s+$", analysis.text[after : match.start()]):
        return []
    if match is None:
        return []
    part = next(name for name in ("one", "met", "verb") if match[name])
    return [
        (Mention(match.start(part), match.end(part), "event_verb", _kind_before(analysis, match.start(part))), None)
    ]


def _kind_before(analysis: Analysis, position: int) -> str:
    """The kind of the event last named before a position, which "it" and "the first" mean."""
    kinds = [_kind(one) for one in analysis.mentions if one.kind in ("event_noun", "series") and one.end <= position]
    return kinds[-1] if kinds else "meeting"


def _wordless(analysis: Analysis, sentence: Sentence, cues: Sequence[Mention]) -> list[tuple[Mention, Mention | None]]:
    heads = wordless.hosting(analysis, cues) or [one for one in [wordless.acting(analysis, sentence)] if one]
    return [(head, None) for head in heads]


def _received(
    analysis: Analysis, sentence: Sentence, words: list[tuple[Mention, Mention | None]]
) -> list[tuple[Mention, Mention | None]]:
    """With "were received by", which is an event beside the one that it was before or after."""
    head = wordless.receiving(analysis, sentence)
    if head is None:
        return words
    others = [(one, verb) for one, verb in words if is_aside(analysis, sentence, one.start) and one.end < head.start]
    return [*others, (head, None)]


_ASIDE = re.compile(
    r"\b(?:on\s+the\s+eve\s+of|ahead\s+of|in\s+the\s+run-up\s+to|before|after|following|since|on\s+the\s+(?:sidelines|margins|fringes)\s+of|prior\s+to|the\s+day\s+of|"
    r"during|in\s+preparation\s+for|on\s+the\s+opening\s+day\s+of)\s+(?:the|a|an|its|their|this|that)\s+(?:[\w-]+\s+){0,3}?$",
    re.IGNORECASE,
)


def is_aside(analysis: Analysis, sentence: Sentence, start: int) -> bool:
    """Whether an event only tells when or where another was."""
    return bool(_ASIDE.search(analysis.text[max(sentence.start, start - 70) : start]))


def _kind(head: Mention) -> str:
    if head.kind == "series":
        return head.level or "exercise"
    return head.code if head.kind in ("event_noun", "event_verb") else "meeting"


def _fused(analysis: Analysis, cues: Sequence[Mention]) -> list[tuple[Mention, Mention | None]]:
    """Each event once: a verb and its noun, an organ and "session" beside it, are one."""
    text = analysis.text
    out: list[tuple[Mention, Mention | None]] = []
    for cue in cues:
        if out:
            last, verb = out[-1]
            gap = text[max(last.end, verb.end if verb else 0) : cue.start]
            if _one_event(last, cue, gap) and not _is_setting(analysis, last, cue, gap):
                out[-1] = _joined(last, verb, cue)
                continue
        out.append((cue, None))
    return [pair for pair in out if not _bare(pair, text)]


_NOT = re.compile(r"\b(?:not|never|won['’]t|wouldn['’]t|no)\s+(?:\w+\s+)?$", re.IGNORECASE)
_AT_THE = re.compile(r"\b(?:at|during|for|attend|attending)\s+(?:an?|the|its|their|next|this)\b", re.IGNORECASE)


def _is_setting(analysis: Analysis, last: Mention, cue: Mention, gap: str) -> bool:
    """Whether a noun only tells where two will not meet: "Modi will not meet Sharif at the SCO summit"."""
    if last.kind != "event_verb" or not _AT_THE.search(gap):
        return False
    if not _NOT.search(analysis.text[max(0, last.start - 20) : last.start]):
        return False
    return bool(analysis.people.between(last.end, cue.start)) or "counterpart" in gap


# "Whose leaders last met in February 2022, plan a ministerial meeting".
_GOES_ON = re.compile(r",\s+(?!(?:for|at|in|on|to|where|the|a|an|its|their|with|during)\b)[a-z]")


def _one_event(last: Mention, cue: Mention, gap: str) -> bool:
    kinds = (last.kind, cue.kind)
    if kinds[1] in ("event_noun", *_ORGANS) and kinds[0] in ("event_noun", *_ORGANS) and re.search(r"\band\b", gap):
        return kinds[0] in _ORGANS and kinds[1] in _ORGANS and bool(re.fullmatch(r",?\s*and\s+(?:the\s+)?", gap))
    if set(kinds) == {"event_noun", "series"}:
        return len(gap) < 25 and not re.search(r"[.;]", gap)
    if kinds[0] == "event_verb" and _GOES_ON.search(gap):
        return False
    if len(gap) > _FUSED_GAP or _SEPARATE.search(gap) or _SIDELINES.search(gap):
        return False
    if kinds[0] in ("event_verb", "hosting") and kinds[1] in ("event_noun", *_ORGANS):
        return True
    if kinds[0] in _ORGANS and kinds[1] in _ORGANS:
        return bool(
            re.fullmatch(r",?\s*(?:and\s+)?(?:the\s+)?|\s+(?:\w+\s+){0,3}(?:of|under|within)\s+the\s+(?:\w+\s+)?", gap)
        )
    if kinds in (
        ("event_noun", "body"),
        ("level_nouns", "event_noun"),
        ("body", "event_noun"),
        ("event_noun", "level_nouns"),
    ):
        return len(gap) < 40 and "," not in gap
    if kinds == ("event_noun", "event_noun"):
        return (len(gap.strip()) < 4 and "," not in gap) or bool(re.fullmatch(r",\s+an?\s+(?:[\w-]+\s+){0,2}", gap))
    return kinds[0] in ("event_noun", *_ORGANS) and kinds[1] == "event_verb" and len(gap) < 45 and "," not in gap


def _joined(last: Mention, verb: Mention | None, cue: Mention) -> tuple[Mention, Mention | None]:
    """Which of two fused words is the head: an organ says most, then a noun with a level. The other one goes with it,
    and shows that an organ is spoken of as meeting."""
    if cue.kind in ("event_verb", "hosting"):
        return last, cue
    if last.kind in ("event_verb", "hosting"):
        return cue, last
    if last.kind in _ORGANS and cue.kind in _ORGANS:
        return last, verb
    if last.kind in _ORGANS or (last.level and not cue.level and cue.kind not in _ORGANS):
        return last, verb or cue
    return cue, verb or last


_MEETS = re.compile(
    r"^\s*(?:\([^)]*\)\s*)?(?:,[^,]{1,90},\s*)?(?:(?:just|now|already|will|would|is|are|was|were|has|had|last|next|also|been|to|be|not|due|scheduled|expected|jointly)\s+)*"
    r"(?:held|hold|holds|meets?|met|convene[sd]?|gather(?:s|ed)?|take\s+place|took\s+place|takes\s+place|sits?|sat|opened|opens|in\s+session|"
    r"(?:finish|conclud|complet|end|clos|beg[ai]n|start)(?:ed|es|s|ing)?\s+(?:its|their|two|three|a|the|work|today|on|in)|wound\s+up|endorsed|approved\s+[^.;]{0,40}\bin\s+[A-Z])\b",
    re.IGNORECASE,
)
_AT_A = re.compile(
    r"\b(?:at|during|attend(?:s|ed|ing)?|chair(?:s|ed)?|host(?:s|ed|ing)?|convened?|addressed|held|hold(?:s|ing)?|for|opened|"
    r"(?:one|opening|host|venue|scene|end|close|session|meeting|margins|sidelines|eve)\s+of)\s+(?:a|the|an|its|their)\s+(?:[\w-]+\s+){0,4}$",
    re.IGNORECASE,
)


def _bare(pair: tuple[Mention, Mention | None], text: str) -> bool:
    """An organ named without a word of meeting ("the Council decided") is no event by itself, nor is a level noun."""
    head, verb = pair
    if head.kind not in _ORGANS or verb or head.code.endswith("/meeting"):
        return False
    if (
        re.search(r"\b(?:meeting|summit|session|conference)$", text[head.start : head.end], re.IGNORECASE)
        and head.kind == "level_nouns"
    ):
        return False
    line = text[text.rfind("\n", 0, head.start) + 1 : head.start]
    if re.fullmatch(
        r"\W*(?:[A-Z][a-z]{2,8},?\s+)?(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]{2,8})(?:\s*[-–]\s*\d{1,2})?[^:–-]{0,8}\s*[-–—:]+\s+[^.]{0,40}",
        line,
    ):
        return False  # a diary's line: "Fri, Oct 10 - CIS Heads of State Council"
    return not (
        _MEETS.match(text[head.end : head.end + 100]) or _AT_A.search(text[max(0, head.start - 60) : head.start])
    )


_ABBREVIATED = re.compile(r"(?:\b[A-Z]\.|\b(?:Mr|Mrs|Dr|Gen|St|Lt|Col|Sen)\.)\s+$")


def _scopes(
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
            and not (analysis.text[end:cut].isspace() and analysis.text.startswith("with ", cut))
        ]
        splits = [match.start() for match in _SPLIT.finditer(analysis.text, end, start)]
        cuts.append(_outside(analysis, (inner or splits or [end])[-1]))
    scopes = list(zip(cuts, [*cuts[1:], sentence.end], strict=True)) if words else []
    if len(scopes) > 1 and is_aside(analysis, sentence, words[0][0].start):
        # "On the eve of the summit he met …": the beginning tells when he met.
        scopes[1] = (sentence.start, scopes[1][1])
    return scopes


def _outside(analysis: Analysis, cut: int) -> int:
    """A cut never falls into a date ("the day | before"), nor into a name ("the Group | of Seven")."""
    names = [one for one in analysis.mentions if one.kind == "org" and one.start < cut < one.end]
    if names:
        return names[0].start
    inside = [one for one in analysis.expressions if one.start < cut < one.end]
    return inside[0].end if inside else cut
