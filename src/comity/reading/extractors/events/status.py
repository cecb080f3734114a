"""Whether an event was held, is planned, hoped for, postponed, cancelled or denied."""

from __future__ import annotations

import re

from comity.reading.clause import Analysis
from comity.reading.extractors.events.triggers import Trigger
from comity.reading.phrases import Cue, ordered_cues
from comity.reading.when import Direction

_FORWARD = ("scheduled", "proposed", "hoped", "postponed")
# A verb in the past beside the event: what is "planned" in it was planned then.
_PAST = re.compile(
    r"\b(?:was|were|has been|have been|had been)\s+(?:\w+\s+)?(?:held|hosted|attended|convened|opened|chaired|organized|conducted|staged)\b|"
    r"\b(?:took place|had taken place|has taken place|held|hosted|convened|gathered|met|attended|ended|concluded|closed|completed|wrapped up|opened|chaired|"
    r"took part|participated|came together|conferred|discussed|agreed|adopted|signed|decided|approved|visited|arrived|received|lasted|brought together)\b",
    re.IGNORECASE,
)
_INFINITIVE = re.compile(r"\b(?:to|will|would|could|may|might|should|shall|must|can)\s+(?:\w+\s+)?$", re.IGNORECASE)
_FUTURE_PAST = re.compile(r"\b(?:was|were)\s+(?:to\s+have|to\s+be|due\s+to|scheduled|supposed|set\s+to|planned|expected)\b", re.IGNORECASE)
_PRESENT = re.compile(r"^(?:hosts|meets|gathers|convenes|holds|meet|gather|convene|host)$", re.IGNORECASE)


def status_of(analysis: Analysis, trigger: Trigger) -> tuple[str, str]:
    """The status and the phrase that says it ("" where the plain past or nothing does)."""
    words = analysis.text[trigger.from_ : trigger.to]
    for cue in ordered_cues(analysis.language, "status", "status"):
        match = cue.pattern.search(words)
        if match and _fits(cue, words, match, trigger):
            return cue.value, match[0]
    return ("scheduled", "present tense") if _headline_present(trigger) else ("held", "")


def _fits(cue: Cue, words: str, match: re.Match[str], trigger: Trigger) -> bool:
    """Whether the phrase speaks of this trigger: a plan inside the account of a meeting that was held does not."""
    at = trigger.start - trigger.from_
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
    return not any(one.start() < match.start() and one.start() >= at - 60 and one.end() <= match.start() for one in past if match.start() > at)


def _headline_present(trigger: Trigger) -> bool:
    word = trigger.verb and trigger.form
    return bool(_PRESENT.match(trigger.form)) if not word else False


def direction_of(status: str, phrase: str) -> Direction:
    """Which way relative dates of an event with this status point."""
    if status in ("held", "ongoing") or _FUTURE_PAST.search(phrase):
        return Direction.PAST
    return Direction.FUTURE if status in _FORWARD or phrase else Direction.NONE
