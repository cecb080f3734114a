"""When an event takes place: which of the dates in its clause is its own."""

from __future__ import annotations

import re
from datetime import timedelta

from comity.model.when import Basis, When
from comity.reading.clause import Analysis
from comity.reading.extractors.events.lasting import lengthened, whole
from comity.reading.extractors.events.triggers import Trigger
from comity.reading.extractors.events.unrelated import SAID, is_of_the_saying, own_dates
from comity.reading.quick import quick
from comity.reading.when import Direction, Expression, ends_of

_YEARLESS = ("day", "range", "month", "part_month", "month_range")


def time_of(
    analysis: Analysis, trigger: Trigger, direction: Direction, focus: When | None, *, lapsed: bool = False
) -> When | None:
    """The date in scope that belongs to the event: the nearest after the trigger, else the nearest before. Where it was
    to be so once (`lapsed`), a day without a year is the nearest one, before the report or after it."""
    candidates = sorted(own_dates(analysis, trigger, direction), key=lambda one: _cost(analysis, trigger, one))
    found = [
        (one, when)
        for one in candidates
        if (when := analysis.resolve(one, _way(one, direction, lapsed=lapsed), _focus_at(analysis, one) or focus))
        and (when.lower or when.upper)
    ]
    if not found:
        return (
            _counted(analysis, trigger)
            or _year_of_name(analysis, trigger)
            or heading(analysis, trigger, direction)
            or _of_the_day(analysis, trigger, focus)
        )
    return whole(analysis, trigger, found)


def _way(one: Expression, direction: Direction, *, lapsed: bool) -> Direction:
    return Direction.NONE if lapsed and one.kind in _YEARLESS else direction


_DAYS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4}
# "On April 3, a day before the summit".
_DAY_BEFORE = re.compile(
    r",?\s+\(?(?:just\s+)?(?P<days>a|one|two|three|four)\s+days?\s+(?P<side>before|ahead\s+of|prior\s+to|after|following)\s+(?:the|its|their|this|an?)\s+(?:[\w-]+\s+){0,3}$"
)


def _counted(analysis: Analysis, trigger: Trigger) -> When | None:
    """The day of an event from which another is counted."""
    told = _DAY_BEFORE.search(analysis.text, max(0, trigger.start - 70), trigger.start)
    days = [one for one in analysis.expressions if told and one.end == told.start()]
    when = analysis.resolve(days[0], Direction.NONE) if days else None
    if told is None or when is None or not when.is_day or when.lower is None:
        return None
    count = timedelta(days=_DAYS[told["days"]])
    before = told["side"] in ("after", "following")
    return When.days(when.lower - count if before else when.lower + count, basis=Basis.RELATIVE)


_ABSOLUTE = ("day", "iso", "numeric")


def _focus_at(analysis: Analysis, one: Expression) -> When | None:
    """The day that "two days later" counts from: the last one named before it in its paragraph."""
    if one.kind != "from_focus":
        return None
    paragraph = max(analysis.text.rfind("\n", 0, one.start), one.start - 200, 0)
    named = [other for other in analysis.expressions_in(paragraph, one.start) if other.kind in _ABSOLUTE]
    return analysis.resolve(named[-1], Direction.NONE) if named else None


_DAY_OF = quick(
    r"\bon\s+the\s+(?:same\s+|very\s+)?day\s+of\s+the\s+(?:summit|meeting|session|conference)\b|"
    r"\bin\s+the\s+(?:morning|afternoon|evening)\b|\b(?:earlier|later)\s+in\s+the\s+day\b|\blater\s+that\s+(?:day|evening|afternoon)\b",
    re.IGNORECASE,
)
_OVER = re.compile(r"\b(?:ended|finished|concluded|wrapped\s+up|closed)\b")
_JUST = re.compile(
    r"\b(?:has|have)\s+(?:just\s+|now\s+)?(?:held|met|gathered|convened|begun|opened|ended|finished|concluded|come\s+together|started|wrapped\s+up)\b|\bjust\s+(?:finished|ended|concluded|held|met)\b"
)


def _of_the_day(analysis: Analysis, trigger: Trigger, focus: When | None) -> When | None:
    """ "On the day of the summit", "in the morning": the day just spoken of."""
    sentence = analysis.sentences[trigger.sentence]
    said = not trigger.aside and _DAY_OF.search(analysis.text, sentence.start, sentence.end)
    return focus.resting_on(Basis.RELATIVE) if said and focus and focus.is_day else None


def just_now(analysis: Analysis, trigger: Trigger, *, ongoing: bool = False) -> When | None:
    """The day of the report, where its first words tell that it has just been, or is going on: "the council has held its
    session here", "Astana is playing host to a meeting"."""
    if trigger.sentence > 1 or analysis.published is None:
        return None
    if not ongoing and not _JUST.search(analysis.text, trigger.from_, trigger.to):
        return None
    today = When.days(analysis.published, basis=Basis.PUBLISHED)
    if _OVER.search(analysis.text, trigger.from_, trigger.to):
        return lengthened(analysis, trigger.from_, trigger.to, today, back=True) or today
    return today


def _year_of_name(analysis: Analysis, trigger: Trigger) -> When | None:
    """The year that a name bears, where nothing else tells: "Search-2025"."""
    for one in analysis.expressions_in(trigger.from_, trigger.to):
        year = re.search(r"(?:19|20)\d\d$", analysis.text[one.start : one.end])
        if one.kind == "name_year" and year and one.start <= trigger.end + 2:
            return When.parse(year[0], Basis.STATED)
    near = re.match(r"[\s-](?P<year>(?:19|20)\d\d)\b", analysis.text[trigger.end : trigger.end + 6])
    return When.parse(near["year"], Basis.STATED) if near else None


# So many lines a day's heading in a diary may stand above.
_HEADED = 40


def heading(analysis: Analysis, trigger: Trigger, direction: Direction) -> When | None:
    """A sentence or line before that is nothing but a date heads what follows: "28 May.", a diary's "MONDAY, May 5"."""
    for sentence in reversed(analysis.sentences[max(0, trigger.sentence - _HEADED) : trigger.sentence]):
        for one in analysis.expressions_in(sentence.start, sentence.end):
            words = analysis.text[one.start : one.end]
            # "MONDAY, MAY 10" heads a diary, whatever a line before it says of the diary itself.
            shouted = one.kind in ("day", "weekday") and words.isupper() and one.end >= sentence.end - 1
            if sentence.start == 0 and not shouted and _is_own_day(analysis, one):
                continue
            if shouted or one.end - one.start >= (sentence.end - sentence.start) - 3:
                return analysis.resolve(one, direction if direction is not Direction.NONE else Direction.PAST)
    return None


_AFTER_IT = re.compile(
    r"(?:^|\W)(?:after|following|at|during)\s+(?:an?|the|their|its)\s+(?:[\w’'-]+\s+){0,4}$", re.IGNORECASE
)


def day_of_what_followed(analysis: Analysis, trigger: Trigger) -> When | None:
    """ "On Sunday, after a meeting of the ministers, he said": the meeting was on that day."""
    sentence = analysis.sentences[trigger.sentence]
    told = _AFTER_IT.search(analysis.text, sentence.start, trigger.start)
    days = analysis.expressions_in(sentence.start, told.start() + 1) if told else []
    if not told or not days or days[0].kind not in ("weekday", "day", "today"):
        return None
    if analysis.text[sentence.start : days[0].start].strip().lower() not in ("on", ""):
        return None
    if "," not in analysis.text[days[0].end : told.start() + 2] or told.start() - days[0].end > 12:
        return None
    return analysis.resolve(days[0], Direction.PAST)


def _is_own_day(analysis: Analysis, one: Expression) -> bool:
    """Whether a day that stands first is only that of the report."""
    when = analysis.resolve(one, Direction.PAST)
    return bool(when and when.is_day and when.lower == analysis.published)


_SAID_DURING = quick(
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
        if is_of_the_saying(analysis, whole, one):
            return analysis.resolve(one, Direction.PAST)
    return None


def _cost(analysis: Analysis, trigger: Trigger, one: Expression) -> tuple[int, int]:
    far = one.start - trigger.end if one.start >= trigger.end else 2 * (trigger.start - one.end)
    if trigger.verb and trigger.verb.end <= one.start < trigger.start:
        far = one.start - trigger.verb.end  # "met on 1 June for a ministerial"
    between = (
        analysis.text[trigger.end : one.start] if one.start >= trigger.end else analysis.text[one.end : trigger.start]
    )
    vague = 4 * int(
        one.kind in ("year", "name_year")
        and analysis.text[max(0, one.start - 12) : one.start].strip()[-1:].isalpha()
        and _after_name(analysis, one)
    )
    return (vague + int("," in between) + 2 * int(bool(SAID.search(between))), far)


def _after_name(analysis: Analysis, one: Expression) -> bool:
    """Whether a year only belongs to a name: "Peace Mission 2018", "COP 2030"."""
    return bool(re.search(r"[A-Z][\w’']*[\s-]$", analysis.text[max(0, one.start - 20) : one.start]))


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


_HAD = re.compile(r"\bhad\s+(?:\w+\s+)?$")


def day_of_lead(analysis: Analysis, trigger: Trigger) -> When | None:
    """The first day that a report tells of, at its event or before it, if it is a recent one."""
    if _HAD.search(analysis.text, max(0, trigger.start - 20), trigger.start):
        return None  # "had met": before the day of the lead
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
            and not is_of_the_saying(analysis, trigger, one)
        ):
            return when
    return None
