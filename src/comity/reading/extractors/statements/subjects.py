"""Where in a sentence the subject of a speech verb stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from comity.reading.extractors.statements.cues import Form, Use, Verb, Vocabulary
from comity.reading.extractors.statements.lines import PERSON, QUOTE, Line

_BORDER = re.compile(rf"[,;:()—–{QUOTE}]|\s--?\s")
_AND = re.compile(r"(?:^|\s)(?:and|but|then|or)\s*$")
_WHO = re.compile(r"^\s*(?:who|which|whose\s+\w+)\b")
_APPOSED = tuple(
    re.compile(rf"(?P<np>[^,;:()—–{QUOTE}]{{1,100}}),\s(?P<more>{more})(?:,\s*|(?<=\))\s*)$")
    for more in (rf"[^,;:{QUOTE}]{{1,140}}", rf"(?:[^,;:{QUOTE}]{{1,80}},\s){{1,2}}[^,;:{QUOTE}]{{1,80}}")
)
_NO_NAME = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|to)\b|^\s*(?:[Aa]s|[Ii]n|[Oo]n|[Aa]t|[Ff]rom|[Bb]y|[Ww]ith|[Aa]fter|[Dd]uring|[Ff]or|[Ss]ince|[Uu]ntil|and|but|\d)\b"
)
# "The secretary-general, said: “…”": a comma too many.
_MARKED_OFF = re.compile(rf"^(?P<np>[^,;:{QUOTE}]{{3,100}}),\s*$")
# "Praised the “readiness of all,” demanded …": the subject of the verb before.
_SHUT = re.compile(r",[”\"]\s+$")
_HOWEVER = re.compile(r",\s(?:however|though|too|meanwhile|moreover|in\sturn|for\s\w+\spart),\s*$")
_BRACKETS = re.compile(rf"(?P<np>[^,;:()—–{QUOTE}]{{1,100}})\s\([^()]{{1,60}}\)\s*$")
_AFTER_VERB = re.compile(
    rf"\s+(?P<np>(?:(?:former|then|ex|acting)[\s-])?(?:{PERSON}\s)?{PERSON}(?:\sof\s[A-Z]\w+)?|(?:the|a|an|its|his|her)\s[^,.;:{QUOTE}]{{3,80}}?(?=[,.;:]|\s(?:on|in|at|after|during|to|who)\s|$)|he\b|she\b|(?:[A-Z][\w.’'-]+\s?){{1,4}}(?=[,.;:\s]))"
)
_VERB_HERE = re.compile(rf"\s+(?:that|it|on\s[A-Z]\w+day)\b|[,.:]|\s*$|\s*{QUOTE}")
_SPEAKER_HERE = re.compile(
    rf"(?:{PERSON}|\b(?:he|she|it|they)|(?<=,\s)[A-Z]\w+)\s+(?:also\s|in\sturn\s)?$", re.IGNORECASE
)
_QUOTED_AS = re.compile(r"\bquoted\s(?:by\s[^,]{2,40}\s)?as\s$")
_WAS_QUOTED_AS = re.compile(r"\s+(?:(?:has|had)\sbeen|was|were|is|are)\s+quoted\s(?:by\s[^,]{2,40}\s)?as\s$")
_NEGATED = re.compile(r"(?:\bnot|n[’']t|never)\s+(?:\w+ly\s)?$")
_ASKING = re.compile(r"\s+(?:the|its|all|member|[A-Z])[^,.;]{2,80}\sto\s[a-z]")
_NAME_HERE = re.compile(rf"\s+(?:{PERSON}|(?:the\s)?[A-Z][\w.-]*(?:\s[A-Z][\w.-]*){{0,3}})\s*(?:[,.]|$)")
# What stands before "adding": ", while also ", " and ", a quotation.
_GOING_ON = re.compile(
    r"(?:(?:,\s(?:and\s|but\s)?(?:while\s)?|\s(?:and|while)\s)(?:at\sthe\ssame\stime\s)?(?:\w+ly\s|also\s|again\s)?|(?<=\ue100)\s)$"
)
# "A letter to the secretary-general stating that …".
_PAPER = re.compile(
    r"(?<=\s)(?:letter|statement|note|message|post|resolution|declaration|communiqu[eé]|speech|tweet)\b[^,;.]{0,80}?(?P<gap>\s)$"
)
# "When asked if he expected …" tells nothing; "a decision which it says …" tells it of something else.
_HYPOTHETICAL = re.compile(r"\b(?:if|whether|unless)\s[^,;:.]{0,40}$")
_TOLD_OF = re.compile(rf"(?:^|\s)(?:which|whom)\s(?:he|she|it|they|{PERSON}|the\s\w+)\s*$")
_ABOUT_IT = re.compile(
    r"(?:while|when|who|during|in|at|after|before|speaking|commenting|briefing|asked|held|led|chaired|hosted|attended|convened|presided|which|under|co-\w+)\b"
)
_ITEM = re.compile(rf"[^\w{QUOTE}{PERSON}\"“‘]*(?:\(?\w{{1,4}}[.)])?\s*")
_CLAUSE = re.compile(r"\s(?:is|are|was|were|has|have|had|will|would|can|could|must|should|may|might)\s")
_FIRST = re.compile(r"[\W\d]*(?:The\s)?(?:[A-Za-z-]+\s){0,3}(?P<head>[\w-]+)\s*")
_JOINING = ("’", "'", "-")
# Auxiliaries and negations stand so near before their verb.
_NEAR = 70
_FINITE = ("past", "present")


class Cue(msgspec.Struct, frozen=True):
    """A speech verb, or what does its work, at `start:end` of a line."""

    start: int
    end: int
    form: Form

    @property
    def verb(self) -> Verb:
        return self.form.verb


class Subject(msgspec.Struct, frozen=True):
    """Where the words for the speaker are; `start` None where they are those of the verb before. `from_` is where the
    attribution begins, `to` where it ends (after the verb, or after a subject that follows it)."""

    start: int | None
    end: int
    from_: int
    to: int
    inverted: bool = False


def is_item(before: str) -> bool:
    """Whether what stands before a verb is nothing or the sign of a list's item: "5.", "(a)", "-"."""
    return _ITEM.fullmatch(before) is not None


def find_cues(line: Line, words: Vocabulary, *, listed: bool = False) -> Iterator[Cue]:
    """All cues of a sentence in order; "expressed hope" wins over "expressed". In a list under a heading ("The Council:
    Condemns …") a verb may open an item."""
    found: list[Cue] = []
    for pattern, stances, frame in (
        (words.noun, words.noun_stance, "noun"),
        (words.adjective, words.adjective_stance, "adjective"),
    ):
        for match in pattern.finditer(line.masked):
            verb = Verb(match["noun"], (Use(stances[match["noun"]], frame),))
            going = match[0].split()[0].endswith("ing")
            found.append(Cue(match.start(), match.end(), Form(verb, "participle" if going else "past")))
    taken = [(one.start, one.end) for one in found]
    for start, end, form in words.said.find(line.masked):
        joined = line.masked[start - 1 : start] in _JOINING or line.masked[end : end + 1] == "-"
        opens = line.masked[start].isupper() and not (listed and is_item(line.masked[:start]))
        if not (joined or opens) and not any(start < other and before < end for before, other in taken):
            found.append(Cue(start, end, _finite(words.forms[form])))
    yield from sorted(found, key=lambda cue: cue.start)


def _finite(forms: tuple[Form, ...]) -> Form:
    """Of a form that could be several, past first."""
    return next((form for form in forms if form.kind == "past"), forms[0])


def find_subject(line: Line, cue: Cue, words: Vocabulary) -> Subject | None:
    """Where the cue's subject is; None where the words are no statement (passive, infinitive, adjective)."""
    before = line.masked[: cue.start]
    near = max(0, cue.start - _NEAR)
    if _QUOTED_AS.search(before, near):
        group = _WAS_QUOTED_AS.search(before)
        return _plain(line, group.start(), cue) if group else None
    if _NEGATED.search(before, near) or _HYPOTHETICAL.search(before, near):
        return None
    if cue.form.kind == "participle":
        return _participle(before, cue)
    if is_item(before) and cue.form.kind in _FINITE:
        return Subject(None, cue.start, cue.start, cue.end)
    if words.passive.search(before, near) or (cue.form.kind == "past" and re.match(r"\s+by\b", line.masked[cue.end :])):
        return None
    if _written(line, cue) in words.nouns_too and not _is_verb(line.masked, cue):
        return None
    auxiliary = words.auxiliary.search(before, near)
    start = auxiliary.start() if auxiliary else cue.start
    emphatic = auxiliary is not None and re.search(r"\b(?:did|does|do)\b", auxiliary[0])
    if (
        cue.form.kind == "base"
        and not emphatic
        and not _plural(before[near:start])
        and not _opens(before[:start], words)
    ):
        return None
    return _subject(line, start, cue, words)


def _written(line: Line, cue: Cue) -> str:
    return " ".join(line.masked[cue.start : cue.end].lower().split())


def _is_verb(masked: str, cue: Cue) -> bool:
    """Whether a form that may be a noun ("the member states") is a verb here ("…, Putin states")."""
    after = masked[cue.end :]
    if after.startswith(" that ") or re.match(rf"\s*:\s*{QUOTE}", after) or _ASKING.match(after):
        return True
    if masked[: cue.start].endswith("and ") and after.startswith(" to "):
        return True
    if masked[: cue.start].endswith((", ", f"{QUOTE} ")) and _NAME_HERE.match(after):
        return True
    return bool(_SPEAKER_HERE.search(masked[: cue.start]) and _VERB_HERE.match(masked, cue.end))


def _opens(before: str, words: Vocabulary) -> bool:
    """ "* The summit commend the parties": a body of many that opens the sentence."""
    match = _FIRST.fullmatch(before)
    return match is not None and match["head"].lower() in words.speakers


def _plural(before: str) -> bool:
    return bool(re.search(r"(?:\b(?:they|we|i|people|police)|[a-rt-z]s)\s*$", before, re.IGNORECASE))


def _participle(before: str, cue: Cue) -> Subject | None:
    """ "…, adding that …": the subject of the verb before."""
    match = _GOING_ON.search(before) or (_PAPER.search(before) if cue.verb.use("speech", "that") else None)
    if match:
        return Subject(None, match.end(), match.end() if "gap" in match.re.groupindex else match.start(), cue.end)
    alongside = re.search(rf",?\swith\s(?P<np>{PERSON}|[A-Z][^,]{{2,60}}|the\s[^,]{{2,60}})\s$", before)
    if alongside:
        return Subject(alongside.start("np"), alongside.end("np"), alongside.start("np"), cue.end)
    active = re.search(r"\s(?:is|are|was|were|been)\s(?:also\s|now\s|still\s|\w+ly\s)?$", before)
    return _subject_text(before, active.start(), cue) if active else None


def _subject(line: Line, group: int, cue: Cue, words: Vocabulary) -> Subject | None:
    before = line.masked[:group]
    border = _last_border(before)
    region = before[border:]
    if _SHUT.search(before):
        return Subject(None, group, group, cue.end)
    if not region.strip() and re.search(r";\s*$", before):
        return Subject(None, group, border, cue.end)
    if not region.strip():
        inverted = _inverted(line, cue, before, words)
        if inverted:
            return inverted
        return _apposed(before, line.masked[cue.end :], cue)
    return _subject_text(before, group, cue)


def _apposed(before: str, rest: str, cue: Cue) -> Subject | None:
    """The subject of "the minister, Sergey Lavrov, said", "Lavrov, speaking in Moscow, said", "Lavrov (left) said"."""
    brackets = _BRACKETS.search(before) if before.rstrip().endswith(")") else None
    if brackets:
        return Subject(brackets.start("np"), brackets.end("np"), brackets.start("np"), cue.end)
    owned = re.search(
        rf"(?:^|[,;:—–{QUOTE}]|and)\s*(?P<whole>(?:[Tt]he\s)?(?P<np>{PERSON}[^,;:()—–{QUOTE}]*)),\s*$", before
    )
    if owned:
        return Subject(owned.start("np"), owned.start("np") + 1, owned.start("whole"), cue.end)
    marked = _MARKED_OFF.search(before) if re.match(rf"\s*:\s*{QUOTE}", rest) else None
    if marked:
        return Subject(marked.start("np"), marked.end("np"), marked.start("np"), cue.end)
    for shape in _APPOSED:
        match = shape.search(before)
        if match is None or _ABOUT_IT.match(match["np"].lstrip()):
            continue
        named = match["more"].find(PERSON)
        no_name = PERSON not in match["np"] and _NO_NAME.search(match["np"])
        if named >= 0 and PERSON not in match["np"] and not _ABOUT_IT.match(match["more"]):
            first = match.start("more") + named
            return Subject(first, first + 1, match.start("more" if no_name else "np"), cue.end)
        if not no_name:
            return Subject(match.start("np"), match.end("np"), match.start("np"), cue.end)
    return None


def _plain(line: Line, group: int, cue: Cue) -> Subject:
    before = line.masked[:group]
    return Subject(_last_border(before), group, _last_border(before), cue.end)


def _subject_text(before: str, group: int, cue: Cue) -> Subject | None:
    before = before[:group]
    border = _last_border(before)
    region = before[border:]
    if _AND.search(region):
        conjunction = _AND.search(before)
        return Subject(None, group, conjunction.start() if conjunction else group, cue.end)
    if _TOLD_OF.search(region):
        return None
    if _WHO.match(region):
        antecedent = re.search(rf"(?P<np>[^,;:()—–{QUOTE}]{{1,100}}),?\s*$", before[: max(border - 1, 0)])
        if antecedent is None:
            return None
        person = re.search(rf"{PERSON}$", antecedent["np"])
        start = antecedent.start("np") + person.start() if person else antecedent.start("np")
        return Subject(start, antecedent.end("np"), start, cue.end)
    relative = re.search(r"\s(?:who|which)\s*$", region)
    if relative:
        return Subject(border, border + relative.start(), border, cue.end)
    return Subject(border, group, border, cue.end)


def _inverted(line: Line, cue: Cue, before: str, words: Vocabulary) -> Subject | None:
    """ "…," said Putin."""
    if cue.form.kind not in _FINITE or not re.search(rf"(?:,|{QUOTE})\s*$", before):
        return None
    match = None if _HOWEVER.search(before) else _AFTER_VERB.match(line.masked, cue.end)
    if match is None or cue.verb.use("speech") is None or _CLAUSE.search(match["np"]):
        return None
    quoted = before.rstrip().endswith(QUOTE)
    if not (quoted or _names(match["np"], words)):
        return None
    if not quoted and not re.match(
        rf"\s*(?:[,.;:(]|$|(?:of|for|from|with)\b|(?:on|in|at|after|during|to|who|when|as|while|before|from)\b|\(|{QUOTE})",
        line.masked[match.end() :],
    ):
        return None
    return Subject(match.start("np"), match.end("np"), cue.start, match.end(), inverted=True)


def _names(phrase: str, words: Vocabulary) -> bool:
    """Whether a phrase names somebody who can speak: "the minister", no "decision"."""
    bare = phrase.strip()
    head = re.split(r"\s(?:of|for|from|in|at|with|to)\s", bare)[0].split()[-1].lower()
    named = PERSON in bare or re.search(r"[A-Z]", re.sub(r"^(?:The|A|An)\s", "", bare)) is not None
    return named or head in words.speakers or head in ("he", "she", "it", "they")


def _last_border(before: str) -> int:
    """Where the words after the last mark begin; a comma in a number or an abbreviation's point is none."""
    last = 0
    for match in _BORDER.finditer(before):
        if not re.match(r"\d", before[match.end() : match.end() + 1]):
            last = match.end()
    return last
