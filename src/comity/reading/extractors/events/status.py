"""Whether an event was held, is planned, hoped for, postponed, cancelled or denied."""

from __future__ import annotations

import re
from datetime import date

import msgspec

from comity.model.when import ONE_DAY, Basis, When
from comity.reading.clause import Analysis
from comity.reading.extractors.events.moods import is_turned_down, mood_of
from comity.reading.extractors.events.predicate import predicate_of, stands_for
from comity.reading.extractors.events.triggers import Trigger
from comity.reading.phrases import Cue, cues_in
from comity.reading.quick import quick
from comity.reading.when import Direction

# A verb in the past beside the event: what is "planned" in it was planned then.
_PAST = quick(
    r"\b(?:was|were|has been|have been|had been)\s+(?:\w+\s+)?(?:held|hosted|attended|convened|opened|chaired|organized|conducted|staged)\b|"
    r"\b(?:took place|had taken place|has taken place|held|hosted|convened|gathered|met|attended|ended|concluded|closed|completed|wrapped up|opened|chaired|"
    r"took part|participated|came together|began|started|kicked\s+off|got\s+under\s+way|finished|launched|went\s+ahead|conferred|discussed|agreed|adopted|signed|decided|approved|visited|arrived|received|lasted|brought together|spoke|joined|(?:was|were|been)\s+received\s+by\s+president|was called|wound up|conducted)\b(?!\s+by\s+(?!video|tele|phone|web))",
    re.IGNORECASE,
)
_INFINITIVE = re.compile(r"\b(?:to|will|would|could|may|might|should|shall|must|can)\s+(?:\w+\s+)?$", re.IGNORECASE)
_FUTURE_PAST = re.compile(
    r"\b(?:was|were)\s+(?:to\s+have|to\s+be|due\s+to|scheduled|supposed|set\s+to|planned|expected)\b", re.IGNORECASE
)
_PRESENT = re.compile(
    r"^(?:hosts|meets|gathers|convenes|holds|meet|gather|convene|host|visits|travels\s+(?:on\s+)?to|flies\s+to|goes\s+to|leaves\s+for|sets\s+(?:off|out)\s+for|pays\s+a\s+visit)$",
    re.IGNORECASE,
)


# It may come to that, or did not: "is consulting about postponing", "was not cancelled".
_UNREAL = re.compile(
    r"\b(?:consult\w*|consider\w*|discuss\w*|whether|could|may|might|about|possib\w+|weigh\w*|not|never|no\s+decision|ask\w*|propos\w+|suggest\w*|urg\w+|want\w*)\s+(?:[\w-]+\s+){0,5}$",
    re.IGNORECASE,
)


_AT_IT = re.compile(r"\b(?:at|during)\s+(?:an?|the|its|their|this|today['’]s)\s+(?:[\w’'-]+\s+){0,4}$", re.IGNORECASE)
_AHEAD = re.compile(
    r"\b(?:ahead\s+of|on\s+the\s+eve\s+of|in\s+the\s+run-up\s+to|prior\s+to|in\s+preparation\s+for)\b[^.;,]{0,40}$",
    re.IGNORECASE,
)
# Something was said there, so it was held: "he said at the session", "told the conference".
_SAID_AT = re.compile(
    r"\b(?:told|noted|announced|declared|stressed|spoke|speaking|(?:said|stated|added|warned|proposed|suggested|urged|called\s+for|hoped|offered)(?=\s+(?:[\w’'-]+\s+){0,9}?(?:at|during)\s))\s+"
    r"(?:(?:[\w’'-]+\s+){0,9}?(?:at|during)\s+)?(?:a|an|the|its|their|today['’]s)\s+(?:(?!next|coming|upcoming|forthcoming|future|planned|holding|possible|postpon|cancel|deferral|delay|convening|dates?\b|venue)[\w’'-]+\s+){0,4}$",
    re.IGNORECASE,
)


_PRESENT_BEFORE = quick(
    r"(?P<subject>[\w’'.)]+)\s+(?:holds?|hosts?|attends?|takes?\s+part\s+in|participates?\s+in|opens?|starts?|begins?|convenes?|chairs|receives?|stages?|launch(?:es)?|kicks?\s+off)"
    r"\s+(?:from\s+today\s+|on\s+\w+day\s+)?(?:a|an|the|its|their|this|two|three|four)\s+(?:[\w’'+-]+\s+){0,5}$",
    re.IGNORECASE,
)
# Before these the verb is no present: "will hold", "agreed to hold", "did not hold".
_NO_SUBJECT = frozenset(
    ("to", "will", "would", "shall", "should", "must", "can", "could", "may", "might", "not", "cannot", "and", "or", "did", "do",
     "does", "never", "help", "let", "won't", "ll", "d")
)  # fmt: skip


# "The ministers' virtual meet" is a noun.
_A_MEET = re.compile(r"(?:['’]s?|\b(?:an?|the|virtual|online|annual|special))\s+(?:[\w-]+\s+)?$", re.IGNORECASE)
_IS_MONTH = re.compile(r"May\s+\d|March\s+\d")
_ARE_THERE_FOR = re.compile(
    r"\b(?:arrives?|gathers?|assembles?|comes?|travels?|flies|fly|heads?|goes|go|stays?|remains?|fly|drives?|sails?|are|is)\s+(?:on\s+)?(?:\w+\s+)?(?:in|to|at|for)\s+[^.;]{2,60}\bfor\s+(?:(?:a|an|the|its|their|this|two|three)\s+)?(?:[\w’'+-]+\s+){0,4}$"
)


_PRESENT_TENSE = quick(r"\b(?:takes?\s+place|(?:is|are)\s+(?:being\s+)?held)\b", re.IGNORECASE)


# "The summit, which began on Thursday and lasts until Friday".
_RUNS_ON = re.compile(
    r"^[^.;]{0,40}?\b(?:began|opened|started)\b[^.;]{0,50}?\b(?:lasts|runs|ends|continues|closes|goes\s+on)\b",
    re.IGNORECASE,
)
# "The ministerial, which the Russian capital hosts from Wednesday".
_WHICH_HOSTS = re.compile(
    r"^[^.;]{0,50}?,?\s+(?:which|that)\s+(?:[\w’'-]+\s+){1,4}(?:hosts|holds|is\s+hosting|is\s+holding)\b", re.IGNORECASE
)
# "The summit, which opens in Hiroshima on Friday": to come, or on that very day.
_OPENS_THEN = re.compile(
    r"^[^.;]{0,70}?\b(?:opens|begins|starts|kicks\s+off|convenes|gets\s+under\s+way|closes|ends|concludes|(?:is|are)\s+(?:opening|beginning|starting|convening|kicking\s+off))\b(?!\s+to\b)[^.;]{0,60}?\b"
    r"(?:on|next|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|in\s+(?:january|february|march|april|may|june|july|august|september|october|november|december))\b",
    re.IGNORECASE,
)

_WEEK = 7
# "Opened its session in Colombo on Wednesday", "the summit, which began on Wednesday".
_OPENED = quick(
    r"\W*(?:which\s+|that\s+)?\b(?:opened|began|started|kicked\s+off|got\s+under\s+way)\b(?:\s+(?:a|an|the|its|their|his|her)\s+(?:[\w-]+\s+){0,3}$)?(?!\s+(?:the|its|their|a)\b)",
    re.IGNORECASE,
)


class Status(msgspec.Struct, frozen=True):
    """The status, the phrase that says it, and whether anything does."""

    name: str
    phrase: str = ""
    sure: bool = True


# "Called … | for an extraordinary summit": the scope begins within what governs it.
_GOES_ON = re.compile(r"\s*(?:for|of|that|to)\s")


def status_of(analysis: Analysis, trigger: Trigger) -> Status:
    """From the phrases in the trigger's clause, else from the tense of its verb."""
    words = analysis.text[trigger.from_ : trigger.to]
    if _is_replaced(analysis, trigger):
        return Status("cancelled", REPLACED)
    if trigger.aside:
        return _of_an_aside(trigger, words)
    own, after = trigger.start - trigger.from_, words[trigger.end - trigger.from_ :]
    lead = analysis.text[max(analysis.sentences[trigger.sentence].start, trigger.from_ - 50) : trigger.from_]
    lead = lead if _GOES_ON.match(words) else ""
    mood = mood_of(lead + words, len(lead) + own, len(lead) + trigger.end - trigger.from_)
    if mood and not (mood[0] == "hoped" and _COMES_OUT.match(after)):
        return Status(*mood)
    if _DURING_IT.match(words[:own]) and _HE_SAID.match(after):
        return Status("held", "said at", sure=False)
    verb = trigger.verb if trigger.verb and trigger.verb.kind == "event_noun" else None
    if _SAID_AT.search(words[: (verb.start if verb else trigger.start) - trigger.from_]) and (verb or not trigger.verb):
        return Status("held", "said at")
    told = predicate_of(analysis, trigger)
    if told:
        return Status("scheduled" if _is_moved_there(analysis, trigger, told[0]) else told[0], told[1])
    cued = _cued(analysis, trigger, words)
    if cued:
        return cued
    stands = stands_for(analysis, trigger)
    if stands:
        return Status(*stands)
    dated = bool(analysis.expressions_in(trigger.end, trigger.to))
    return _by_tense(trigger, words, words[:own], after, dated=dated)


REPLACED = "replaced"
# "This replaces the planned A summit and the B summit", "instead of the A summit".
_REPLACES = quick(
    r"\b(?:(?:replac(?:es|ed|ing)|(?:will|would|to)\s+replace|supersed(?:es?|ed|ing))|instead\s+of|in\s+place\s+of|in\s+lieu\s+of)\s+(?:(?:the|an?|its|their|two|both|separate|previously|originally|initially|planned|scheduled)\s+)+(?:(?!\b(?:as|at|in|by|with|who|which|that|will|is|was|to|during|after|before|for|on|of)\b)[^.;:,()]){0,110}$",
    re.IGNORECASE,
)


def _is_replaced(analysis: Analysis, trigger: Trigger) -> bool:
    """Whether another event takes the place of this one."""
    if trigger.kind != "meeting" or trigger.paired or (trigger.verb and trigger.verb.kind == "event_verb"):
        return False
    before = analysis.text[analysis.sentences[trigger.sentence].start : trigger.start]
    told = _REPLACES.search(before)
    return told is not None and not re.search(r"\b(?:usual|annual|regular|traditional|former|chair|head)\b", told[0])


# "Is currently presiding over a session", "leaders are holding a summit in December".
_IS_AT_IT = quick(
    r"\b(?:is|are)\s+(?:(?P<now>currently|now|right\s+now|at\s+present)\s+)?(?:presiding\s+over|chairing|hosting|attending|holding|convening|participating\s+in|taking\s+part\s+in)\s+(?:an?|the|its|their)\s+(?:[\w’'-]+\s+){0,4}$",
    re.IGNORECASE,
)
# "During one session, he said": something was said there.
_COMES_OUT = re.compile(
    r"\s+(?:would|will|could|can|may|might)\s+(?:also\s+)?(?!(?:also|soon|be\s+(?:\w+\s+)?(?:held|convened|hosted|possible|called|arranged|organi[sz]ed)|take\s+place|happen|go\s+ahead|convene|materiali[sz]e|come\s+about|open|begin|meet\s+(?:again|soon|in|on|next))\b)[a-z]"
)
_IS_OPENING = re.compile(
    r"(?:(?!\b(?:said|told|that|which|who|when|while)\b)[^.;:]){0,170}?\b(?:is|are)\s+(?:opening|beginning|starting|convening|kicking\s+off)\b(?!\s+to\b)"
)
_HE_SAID = re.compile(
    r"[^.;:]{0,40}?,\s+(?:(?:he|she|they)\s+|(?:(?!of\b)[A-Z]?[\w’'.-]+\s+){1,5}?)(?:also\s+)?(?:said|told|stated|noted|stressed|warned|called|urged|added|declared|underlined|emphasi[sz]ed)\b"
)
_DURING_IT = quick(r"^\W*(?:During|At)\s+(?:one|a|an|the|his|her|their|another|that|this)\s+(?:[\w’'-]+\s+){0,3}$")


def _by_tense(trigger: Trigger, words: str, before: str, after: str, *, dated: bool) -> Status:
    """What no phrase tells: present or past; sure where there is a verb."""
    busy = _IS_AT_IT.search(before)
    if busy and (busy["now"] or not dated):
        return Status("ongoing", "present tense")
    if busy:
        return Status("scheduled", "present tense")
    if _is_present(trigger, before, after) or _IS_OPENING.match(after):
        return Status("scheduled", "present tense")
    ahead = None if trigger.paired or trigger.kind == "visit" else _AHEAD.search(before)
    if ahead:
        return Status("scheduled", ahead[0], sure=False)
    if trigger.form.lower().endswith("received by"):
        return Status("held", trigger.form)
    if _OPENED.search(before[-30:]) or _OPENED.match(after):
        return Status("held", "opened")
    past = any(not _INFINITIVE.search(words[: one.start()]) for one in _PAST.finditer(words))
    if not past and _PRESENT_TENSE.search(words):
        return Status("scheduled", "present tense")
    return Status("held", "", past)


def _cued(analysis: Analysis, trigger: Trigger, words: str) -> Status | None:
    """By the first of the phrases of status that speaks of the event."""
    for cue in cues_in(words, analysis.language, "status", "status"):
        for match in cue.pattern.finditer(words):
            if not _IS_MONTH.match(words, match.start()) and _fits(cue, words, match, trigger):
                if cue.value == "postponed" and _moves_place(analysis, trigger.from_ + match.start(), trigger.to):
                    return Status("scheduled", match[0])
                if cue.value == "denied" and _gives_up(words, match, trigger):
                    return Status("cancelled", match[0])
                turned_down = cue.value == "proposed" and is_turned_down(words, match.end())
                return Status("denied" if turned_down else cue.value, match[0])
    return None


# "Is being moved to the capital, Warsaw": not put off.
_MOVES = re.compile(
    r"(?:(?:is|was|are|were|has|have|been|being)\s+){0,3}(?:moved|moves|shifted|relocated|transferred)\s+(?:here\s+)?(?:from\s+[A-Z]\w+\s+)?to\s+"
)


def _moves_place(analysis: Analysis, start: int, to: int) -> bool:
    """Whether what is moved goes to another place, not to another day."""
    match = _MOVES.match(analysis.text, start, to)
    if match is None or analysis.expressions_in(match.end(), min(to, match.end() + 70)):
        return False
    return bool(analysis.mentions_in(match.end(), match.end() + 40, "city", "state", "adjective"))


def _is_moved_there(analysis: Analysis, trigger: Trigger, status: str) -> bool:
    moved = _MOVES.search(analysis.text, trigger.end, trigger.to) if status == "postponed" else None
    return moved is not None and _moves_place(analysis, moved.start(), trigger.to)


_NOT_AT_ALL = re.compile(r"(?:will|would)\s+not\b|wo(?:n['’]t|uldn['’]t)\b", re.IGNORECASE)
_FIXED = re.compile(
    r"\b(?:next|this)\s+(?:week|month|year|spring|summer|autumn|fall)['’]s\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE
)


def _gives_up(words: str, match: re.Match[str], trigger: Trigger) -> bool:
    """Whether a plan that stood is given up: "Chile will not host next month's summit"."""
    if not _NOT_AT_ALL.match(match[0]) or (trigger.verb and trigger.verb.kind == "event_verb"):
        return False
    return bool(_FIXED.search(words[: trigger.start - trigger.from_]))


_UPCOMING = re.compile(r"\b(?:upcoming|forthcoming|coming)\s+(?:[\w’'-]+\s+){0,3}$", re.IGNORECASE)


def _of_an_aside(trigger: Trigger, words: str) -> Status:
    """What only tells when or where something else was, was held, unless that was ahead of it or it opens later."""
    after = words[trigger.end - trigger.from_ :]
    if _RUNS_ON.match(after):
        return Status("ongoing", "began … and lasts")
    if _OPENS_THEN.match(after) or _WHICH_HOSTS.match(after):
        return Status("scheduled", "present tense")
    if _OPENED.match(after):
        return Status("held", "opened", sure=False)
    if _UPCOMING.search(words[: trigger.start - trigger.from_]):
        return Status("scheduled", "upcoming", sure=False)
    ahead = _AHEAD.search(words[: trigger.start - trigger.from_])
    return Status("scheduled" if ahead else "held", ahead[0] if ahead else "", sure=False)


def _is_present(trigger: Trigger, before: str, after: str) -> bool:
    """Whether a verb in the present goes with the event: "opens on Friday", "hosts a summit", "are in Goa for a session"."""
    return bool(
        _OPENS_THEN.match(after)
        or (_headline_present(trigger) and not _A_MEET.search(before))
        or _holds_now(before)
        or _WHICH_HOSTS.match(after)
        or _ARE_THERE_FOR.search(before)
    )


def _holds_now(before: str) -> bool:
    """Whether a verb in the present has the event for its object: "ministers of the bloc hold a joint meeting"."""
    told = _PRESENT_BEFORE.search(before)
    return told is not None and told["subject"].lower().rpartition("’")[2] not in _NO_SUBJECT


def _is_wish_for(cue: Cue, words: str, match: re.Match[str], at: int, end: int) -> bool:
    """Whether a wish or proposal is for the event itself, near it."""
    if match.end() < at and (at - match.end() > 90 or "; " in words[match.end() : at]):
        return False
    if match.start() > at and not re.match(r"(?:could|may|might|should|would|so that)", match[0], re.IGNORECASE):
        return False
    if cue.value == "hoped":
        return not _COMES_OUT.match(words, end)  # "hoped that the summit would bring peace"
    # "Could not go ahead", "had demanded at their meeting".
    return not re.search(r"^(?:could|can|may|might)\s+not\b|\b(?:at|during)\b", match[0], re.IGNORECASE)


def _fits(cue: Cue, words: str, match: re.Match[str], trigger: Trigger) -> bool:
    """Whether the phrase speaks of this trigger: a plan inside the account of a meeting that was held does not."""
    at = trigger.start - trigger.from_
    if cue.value in ("proposed", "hoped") and not _is_wish_for(cue, words, match, at, trigger.end - trigger.from_):
        return False
    setting = match.end() <= at and _AT_IT.search(words[:at])
    if setting and cue.value in ("postponed", "cancelled", "denied", "proposed", "hoped") and not trigger.verb:
        return False  # "pushed back the rises at an online meeting"
    if cue.value in ("postponed", "cancelled") and _UNREAL.search(words[: match.start()]):
        return False
    if cue.value == "ongoing" and re.search(
        r"\b(?:preparations?|preparing|work)\b", words[: match.start()], re.IGNORECASE
    ):
        return False
    if cue.value in ("denied", "postponed", "cancelled", "ongoing"):
        return True
    past = [one for one in _PAST.finditer(words) if not _INFINITIVE.search(words[: one.start()])]
    near = min((abs(one.start() - at) for one in past), default=None)
    distance = min(abs(match.start() - at), abs(match.end() - at))
    if match.start() <= at <= match.end():
        distance = 0
    if near is not None and near < distance:
        return bool(_FUTURE_PAST.search(match[0]))
    # After the event's own past verb, plans are its subject matter: "the ministers met and agreed to hold a summit".
    return not any(
        one.start() < match.start() and one.start() >= at - 60 and one.end() <= match.start()
        for one in past
        if match.start() > at
    )


def _headline_present(trigger: Trigger) -> bool:
    verb = trigger.verb_form if trigger.verb_form != "Host" else ""
    return bool(_PRESENT.match(trigger.form)) or bool(trigger.verb and _PRESENT.match(verb))


def direction_of(status: Status) -> Direction:
    """Which way relative dates of an event with this status point."""
    if not status.sure:
        return Direction.FUTURE if status.name == "scheduled" else Direction.NONE
    if status.name in ("held", "ongoing"):
        return Direction.PAST
    return Direction.FUTURE


_ONCE = re.compile(
    r"\bhad\s+(?:originally|initially|first|at\s+first)\s+been\b|['’]s\s+original\s+(?:venue|location|dates?|place|site)\b"
    r"|\b(?:was|were|had\s+been)\s+(?:to\s+have|due|scheduled|first\s+planned|originally|initially|planned|meant|supposed|expected|set|to\s+be|to\s+(?:host|hold|receive|take))\b",
    re.IGNORECASE,
)


def is_lapsed(analysis: Analysis, trigger: Trigger) -> bool:
    """Whether the words tell a plan of the past: "the 36th summit was due on April 6-9"."""
    return bool(_ONCE.search(analysis.text, trigger.from_, trigger.to))


def true_status(told: Status, when: When | None, published: date | None) -> str:
    """What the words say, set right by the day: what they tell in the past but date after the report is still to come."""
    if when is None or published is None or told.name not in ("held", "scheduled", "ongoing"):
        return told.name
    if told.name in ("held", "ongoing") and when.after(published):
        return "scheduled"  # "next month's summit, which he is attending"
    if told.name == "ongoing":
        return "ongoing"
    on_the_day = when.is_day and when.lower == published
    if on_the_day and (told.phrase == "present tense" or _OPENED.match(told.phrase)):
        return "ongoing"
    if told.phrase == "present tense" and when.before(published):
        return "held"
    return "ongoing" if _spans(when, published, last_day=told.name == "scheduled") else told.name


def _spans(when: When, published: date, *, last_day: bool) -> bool:
    """Whether the days of an event are told and the report's is one of them; "this week" tells no days."""
    if when.lower is None or when.last is None or not 1 < (when.length or 0) < 15:
        return False
    if when.length == _WEEK and when.lower.weekday() == 0 and when.basis is Basis.RELATIVE:
        return False
    return when.lower <= published < when.last + last_day * ONE_DAY
