"""When an event takes place: which of the dates in its clause is its own."""

from __future__ import annotations

import re
from datetime import timedelta

from comity.model.record import Place
from comity.model.when import Basis, When
from comity.reading.clause import Analysis
from comity.reading.extractors.events.scopes import is_aside
from comity.reading.extractors.events.triggers import Trigger
from comity.reading.when import Direction, Expression, ends_of

# A date that belongs to the saying, not to the event: "said on Friday", "on Tuesday announced".
_SAID = re.compile(
    r"\b(?:said|told|announced|reported|stated|added|declared|noted|confirmed|explained|postponed|offered|asked|recalled|cancelled|scrapped|called\s+off|put\s+off|urged|wrote|posted|"
    r"proposed|expressed|denied|warned|published|quoted|quoted\s+as\s+saying)\b",
    re.I,
)


_DATED = ("day", "range", "weekday", "weekday_range", "today", "iso", "numeric", "focus_day", "ordinal_day")
_BEGINS = re.compile(
    r"\b(?:begins?|began|starts?|started|opens?|opened|kicks?\s+off|kicked\s+off|from|gets?\s+under\s+way|got\s+under\s+way|launched)\b[^.;]{0,30}$",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\b(?:ends?|ended|closes?|closed|concludes?|concluded|until|till|lasts?\s+(?:until|to)|runs?\s+(?:until|to|through)|finish(?:es|ed)?|wraps?\s+up|wrapped\s+up|wound\s+up)\b[^.;,]{0,60}$",
    re.IGNORECASE,
)
_DAYS_LONG = re.compile(
    r"\b(?P<n>two|three|four|five|six|seven|2|3|4|5|6|7)(?:[- ]days?['’]?\b(?!\s+(?:after|before|ago|later|earlier|ahead|of\s+(?:mourning|rest|fighting|travel))))",
    re.IGNORECASE,
)
_OPENS = re.compile(r"\bopen(?:s|ed|ing)?\b|\bbeg[ai]n|\bstart|\bkick(?:s|ed)\s+off", re.IGNORECASE)
_ENDED = re.compile(
    r"^\W*(?:which\s+|that\s+)?(?:ended|ends|closed|closes|concluded|concludes|finished|wound\s+up|wrapped\s+up|"
    r"(?:(?:will|is\s+to|is\s+due\s+to|is\s+set\s+to)\s+)?(?:end|conclude|(?:run|last|continue|go)(?:es|s)?(?:\s+on)?\s+(?:until|till|through|to)))\b",
    re.IGNORECASE,
)
_WEEK = 7
_COUNT = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7} | {str(days): days for days in range(2, 8)}


# "The largest since Reforger in 1988" dates what it is compared with.
_SINCE = re.compile(
    r"\b(?:largest|biggest|first|longest|highest)\b[^.;,]{0,40}\bsince\s+(?:[\w-]+\s+)?(?:in\s+)?$|\bsince\s+[A-Z][\w-]+\s+in\s+$"
)


def time_of(analysis: Analysis, trigger: Trigger, direction: Direction, focus: When | None) -> When | None:
    """The date in scope that belongs to the event: the nearest after the trigger, else the nearest before."""
    from_ = trigger.start if trigger.aside else trigger.from_
    candidates = [
        one
        for one in analysis.expressions_in(from_, trigger.to)
        if not _of_the_saying(analysis, trigger, one)
        and not (direction is Direction.FUTURE and _of_a_past_act(analysis, trigger, one))
        and not _of_the_aside(analysis, trigger, one)
        and not _SINCE.search(analysis.text[max(from_, one.start - 30) : one.start])
    ]
    if direction is Direction.PAST:
        candidates = _not_only_planned(analysis, candidates)
    candidates.sort(key=lambda one: _cost(analysis, trigger, one))
    found = [
        (one, when)
        for one in candidates
        if (when := analysis.resolve(one, direction, focus)) and (when.lower or when.upper)
    ]
    if not found:
        return (
            _year_of_name(analysis, trigger)
            or _heading(analysis, trigger, direction)
            or _of_the_day(analysis, trigger, focus)
        )
    return _whole(analysis, trigger, found)


# "Arrived in Kingstown on Tuesday to attend": a past act beside what is to come. "Is planned on Tuesday" is none.
_PAST_ACT = re.compile(
    r"(?<!\w)(?P<aux>(?:is|are|was|were|be|been|being|to\s+be|has|have|had)\s+)?(?:(?:also|now|again|originally|initially|tentatively)\s+)?"
    r"(?P<act>\w{2,}ed|left|flew|went|came|met|sent|won|began|took|gave|made|held|wrote)\s+(?:(?!(?:and|that|to|will|who|which)\b)[\w’'-]+\s+){0,5}?(?:on\s+|late\s+|early\s+|last\s+)?$",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"(?:schedul|plann|slat|expect|propos|postpon|delay|defer|mov|reschedul|fix|tim|envisag|host|need|limit|start|open|call|conven|summon|plann|push|shift)\w*ed|held|(?:scheduled|fixed|timed|moved|set)$",
    re.IGNORECASE,
)


def _of_a_past_act(analysis: Analysis, trigger: Trigger, one: Expression) -> bool:
    """Whether a day before a planned event is that of something done: "flew to Accra on Monday for the summit"."""
    if one.kind not in ("weekday", "day", "today") or one.start > trigger.start:
        return False
    told = _PAST_ACT.search(analysis.text[max(trigger.from_, one.start - 60) : one.start])
    if told is None or told["aux"]:
        return False
    return analysis.text.startswith(" for ", one.end) or not _PLANNED.match(told["act"])


# "First set for December, then for February, took place on 9 March".
_PLANNED_FOR = re.compile(
    r"\b(?:scheduled|planned|due|set|slated|meant|expected|fixed|then|foreseen)\s+(?:for|in|on|to\s+[\w ]{2,20}\s+(?:in|on))\s+(?:the\s+)?$", re.IGNORECASE
)


def _not_only_planned(analysis: Analysis, candidates: list[Expression]) -> list[Expression]:
    """Without the days for which what was held had once been planned."""
    return [one for one in candidates if not _PLANNED_FOR.search(analysis.text, max(0, one.start - 50), one.start)] or candidates


def _whole(analysis: Analysis, trigger: Trigger, found: list[tuple[Expression, When]]) -> When:
    """The best date, widened to an interval where the words give a beginning and an end, or a number of days."""
    best = next((when for _, when in found[1:] if _refines(when, *found[0])), found[0][1])
    start = next((when for one, when in found if when.is_day and _BEGINS.search(_before(analysis, trigger, one))), None)
    end = next(
        (_after(analysis, one, when, start) for one, when in found if _ENDS.search(_before(analysis, trigger, one))),
        None,
    )
    if start and end and start is not end and start.lower and end.upper and start.lower < end.upper:
        return When.days(start.lower, end.upper, basis=start.basis)
    length = _DAYS_LONG.search(analysis.text, trigger.from_, trigger.to)
    if length is None or not best.is_day or best.lower is None or best.upper is None:
        return best
    days = timedelta(days=_COUNT[length["n"].lower()])
    if end is best:
        return When.days(best.upper - days, best.upper, basis=best.basis)
    if start is best or _OPENS.search(analysis.text[trigger.from_ : trigger.to]):
        return When.days(best.lower, best.lower + days, basis=best.basis)
    return best


def _of_the_aside(analysis: Analysis, trigger: Trigger, one: Expression) -> bool:
    """Whether a date belongs to an event before which this one was: "ahead of the summit on July 9, they met"."""
    if trigger.aside or one.start > trigger.start:
        return False
    sentence = analysis.sentences[trigger.sentence]
    asides = analysis.mentions_in(trigger.from_, one.start, "event_noun", "body")
    return any(other.end < trigger.start and is_aside(analysis, sentence, other.start) for other in asides)


def _refines(when: When, vague: Expression, time: When) -> bool:
    """Whether a time is a closer one in a vague one: "this year's meeting will run from June 15 to 17", "next week, on May 5"."""
    if vague.kind in ("range", "weekday_range"):
        return False
    return (time.length or 0) >= _WEEK and (when.length or 99) < 15 and when != time and when.within(time)


def _after(analysis: Analysis, one: Expression, when: When, start: When | None) -> When:
    """The end, after the beginning: "opened on Friday and runs until Wednesday"."""
    if start and start.lower and when.upper and when.upper <= start.lower:
        return analysis.resolve(one, Direction.FUTURE) or when
    return when


def days_of(analysis: Analysis, trigger: Trigger) -> int | None:
    """The length told: two for "the two-day summit"."""
    length = _DAYS_LONG.search(analysis.text, max(trigger.from_, trigger.start - 30), trigger.to)
    return _COUNT[length["n"].lower()] if length else None


def is_end(analysis: Analysis, trigger: Trigger) -> bool:
    """Whether the date told is the last day: "before the summit ended on Sunday"."""
    return bool(_ENDED.match(analysis.text[trigger.end : trigger.to]))


def opens(text: str) -> bool:
    return bool(_OPENS.search(text))


def _before(analysis: Analysis, trigger: Trigger, one: Expression) -> str:
    return analysis.text[max(trigger.from_, one.start - 60) : one.start + (4 if one.kind.endswith("range") else 0)]


_DAY_OF = re.compile(
    r"\bon\s+the\s+(?:same\s+|very\s+)?day\s+of\s+the\s+(?:summit|meeting|session|conference)\b", re.IGNORECASE
)
_JUST = re.compile(
    r"\b(?:has|have)\s+(?:just\s+|now\s+)?(?:held|met|gathered|convened|begun|opened|ended|finished|concluded|come\s+together|started|wrapped\s+up)\b|\bjust\s+(?:finished|ended|concluded|held|met)\b"
)


def _of_the_day(analysis: Analysis, trigger: Trigger, focus: When | None) -> When | None:
    """ "On the day of the summit": the day just spoken of."""
    sentence = analysis.sentences[trigger.sentence]
    said = not trigger.aside and _DAY_OF.search(analysis.text, sentence.start, sentence.end)
    return focus.resting_on(Basis.RELATIVE) if said and focus and focus.is_day else None


def just_now(analysis: Analysis, trigger: Trigger) -> When | None:
    """The day of the report, where its first words tell that it has just been: "the council has held its session here"."""
    if trigger.sentence > 1 or analysis.published is None or not _JUST.search(analysis.text, trigger.from_, trigger.to):
        return None
    return When.days(analysis.published, basis=Basis.PUBLISHED)


def _year_of_name(analysis: Analysis, trigger: Trigger) -> When | None:
    """The year that a name bears, where nothing else tells: "Search-2025"."""
    for one in analysis.expressions_in(trigger.from_, trigger.to):
        year = re.search(r"(?:19|20)\d\d$", analysis.text[one.start : one.end])
        if one.kind == "name_year" and year and one.start <= trigger.end + 2:
            return When.parse(year[0], Basis.STATED)
    near = re.match(r"[\s-](?P<year>(?:19|20)\d\d)\b", analysis.text[trigger.end : trigger.end + 6])
    return When.parse(near["year"], Basis.STATED) if near else None


def _heading(analysis: Analysis, trigger: Trigger, direction: Direction) -> When | None:
    """A sentence or line before that is nothing but a date heads what follows: "28 May.", a diary's "MONDAY, May 5"."""
    for sentence in reversed(analysis.sentences[max(0, trigger.sentence - 12) : trigger.sentence]):
        for one in analysis.expressions_in(sentence.start, sentence.end):
            if one.end - one.start >= (sentence.end - sentence.start) - 3:
                return analysis.resolve(one, direction if direction is not Direction.NONE else Direction.PAST)
    return None


_SAID_DURING = re.compile(
    r"\b(?:said|told|stated|added|noted|declared|announced|stressed|spoke|speaking|addressed|addressing|proposed|urged|made|put\s+forward|called)\b[^.;]{0,40}\b(?:during|at|in)\s+(?:a|an|the|its|their|today['’]s)\s+[^.;,]{0,60}$",
    re.IGNORECASE,
)


def day_of_saying(analysis: Analysis, trigger: Trigger) -> When | None:
    """Of an event at which something was said, the day on which the report says it was said: "on Tuesday expressed hope"."""
    if not _SAID_DURING.search(analysis.text[trigger.from_ : trigger.start]):
        return None
    whole = Trigger(
        trigger.start, trigger.end, trigger.kind, "", trigger.sentence, analysis.sentences[0].start, trigger.to
    )
    for one in analysis.expressions_in(whole.from_, whole.to):
        if _of_the_saying(analysis, whole, one):
            return analysis.resolve(one, Direction.PAST)
    return None


def _cost(analysis: Analysis, trigger: Trigger, one: Expression) -> tuple[int, int]:
    far = one.start - trigger.end if one.start >= trigger.end else 2 * (trigger.start - one.end)
    between = (
        analysis.text[trigger.end : one.start] if one.start >= trigger.end else analysis.text[one.end : trigger.start]
    )
    vague = 4 * int(
        one.kind in ("year", "name_year")
        and analysis.text[max(0, one.start - 12) : one.start].strip()[-1:].isalpha()
        and _after_name(analysis, one)
    )
    return (vague + int("," in between) + 2 * int(bool(_SAID.search(between))), far)


def _after_name(analysis: Analysis, one: Expression) -> bool:
    """Whether a year only belongs to a name: "Peace Mission 2018", "COP 2030"."""
    return bool(re.search(r"[A-Z][\w’']*[\s-]$", analysis.text[max(0, one.start - 20) : one.start]))


_OF_A_DAY = re.compile(r"['’]s$")
_SAID_ON = re.compile(rf"{_SAID.pattern}(?:\s+[\w’']+){{0,5}}?\s+(?P<on>on\s+)?$", re.IGNORECASE)
_SAID_THERE = re.compile(
    rf"{_SAID.pattern}(?:\s+(?:in|at|to)\s+[\w ]{{1,30}})?\s*(?:reporters\s+)?(?:on\s+|late\s+|early\s+)?$", re.IGNORECASE
)
_SAYS_AFTER = re.compile(rf"\s+(?:officially\s+|also\s+)?{_SAID.pattern}", re.IGNORECASE)


def _of_the_saying(analysis: Analysis, trigger: Trigger, one: Expression) -> bool:
    """Whether a date tells when something was said: "said in Baku on Friday", "on Tuesday announced"."""
    before = analysis.text[max(trigger.from_, one.start - 60) : one.start]
    possessive = one.kind == "weekday" and _OF_A_DAY.search(analysis.text[one.start : one.end])
    if possessive and not 0 <= trigger.start - one.end < 40:
        return True
    said = _SAID_ON.search(before)
    if said and (said["on"] or one.kind == "today"):
        start = one.start - len(before) + said.start()
        if not analysis.mentions_in(start, one.start, "event_noun", "event_verb", "body"):
            return True
    return bool(_SAID_THERE.search(before) or _SAYS_AFTER.match(analysis.text, one.end, min(trigger.to, one.end + 45)))


_PAIR = re.compile(r"\b(?:in|at)\s+$")


def pairs_of(analysis: Analysis, trigger: Trigger, direction: Direction) -> list[tuple[Place, When]]:
    """Places with a date each, after a plural: "the meetings in Astana in March 2018 and in Tashkent in November 2019"."""
    cities = [
        one
        for one in analysis.mentions_in(trigger.end, trigger.to, "city")
        if _PAIR.search(analysis.text[trigger.start : one.start])
    ]
    found = []
    for city, later in zip(cities, [*cities[1:], None], strict=False):
        until = later.start if later else trigger.to
        for expression in analysis.expressions_in(city.end, until)[:1]:
            when = analysis.resolve(expression, direction)
            if when and when.lower:
                found.append((Place(analysis.text[city.start : city.end], city.code.partition("|")[2]), when))
    return found


_JOINS = re.compile(r"\s*(?:,|and|,\s*and)\s+(?:on\s+|in\s+)?")


def each_day(analysis: Analysis, trigger: Trigger, direction: Direction) -> list[When]:
    """The days of a plural: "their two previous sessions, on January 4 and February 1"."""
    found: list[When] = []
    last = None
    past = direction if direction is not Direction.NONE else Direction.PAST
    for one in analysis.expressions_in(trigger.end, trigger.to):
        listed = one.kind == "range" and re.search(r"\band\b", analysis.text[one.start : one.end])
        if one.kind not in ("day", "month") and not listed:
            continue
        joined = last is None or _JOINS.fullmatch(analysis.text[last.end : one.start])
        whens = [analysis.resolve(day, past) for day in (ends_of(one) if listed else (one,))] if joined else []
        if not whens or None in whens:
            break
        found += [when for when in whens if when]
        last = one
    return found if len(found) > 1 else []


_WINDS_UP = re.compile(
    r"\b(?:ended|ends|closed|closes|concluded|concludes|finished|wound\s+up|wrapped\s+up)\s+(?:on|their|its|the|a|an)\b",
    re.IGNORECASE,
)


def winds_up(text: str) -> bool:
    """Whether the day told is a closing day: "wound up their meeting on Friday"."""
    return bool(_WINDS_UP.search(text))


def lengthened(analysis: Analysis, start: int, end: int, when: When, *, back: bool = False) -> When | None:
    """An opening day, or closing (`back`), with the length that a sentence goes on to tell: "presides over the two-day event"."""
    length = _DAYS_LONG.search(analysis.text, start, end)
    if length is None or not when.is_day or when.lower is None:
        return None
    days = timedelta(days=_COUNT[length["n"].lower()])
    first = when.lower + timedelta(days=1) - days if back else when.lower
    return When.days(first, first + days, basis=when.basis)


def day_of_lead(analysis: Analysis, trigger: Trigger) -> When | None:
    """The first day that a report tells of, at its event or before it, if it is a recent one."""
    until = analysis.sentences[min(trigger.sentence, 2)].end
    for one in analysis.expressions_in(analysis.sentences[0].start, until):
        if one.kind not in ("day", "weekday", "today"):
            continue
        when = analysis.resolve(one, Direction.PAST)
        if (
            when
            and when.is_day
            and when.lower
            and analysis.published
            and 0 <= (analysis.published - when.lower).days < 8
        ):
            return when
    return None


def day_of_plan(analysis: Analysis, trigger: Trigger, elsewhere: list[tuple[int, int]]) -> When | None:
    """The first day to come that a report tells of beside its planned event, outside what is told of other events."""
    until = analysis.sentences[min(trigger.sentence + 2, len(analysis.sentences) - 1)].end
    for one in analysis.expressions_in(analysis.sentences[0].start, until):
        if one.kind not in ("day", "range", "weekday_range", "month") or any(
            start <= one.start < end for start, end in elsewhere
        ):
            continue
        when = analysis.resolve(one, Direction.FUTURE)
        if (
            when
            and when.lower
            and analysis.published
            and when.lower >= analysis.published
            and not _of_the_saying(analysis, trigger, one)
        ):
            return when
    return None
