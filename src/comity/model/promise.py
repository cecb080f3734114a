"""What was announced, proposed, hoped or promised, and what became of it."""

from __future__ import annotations

import msgspec

from comity.model.event import Mention

OUTCOMES = ("kept", "late", "broken", "open", "repeated", "lapsed")


class Promise(msgspec.Struct, frozen=True, kw_only=True):
    """On 25 December 2019, Russia announced an SCO summit in July 2020; it was held on 10 November: late.

    `by` is a state or organization by its code, `person` who spoke. `made_on` is a day, `due` EDTF text; None where not said.
    `stance` is how firm it is: scheduled, proposed, hoped, or that of a statement. `event` is what it is about, `because` the
    reason for the outcome, in plain words. `checked` is false where neither reports nor the catalogue can tell what came of
    it: a promise in a person's own words, which counts in no rate.
    """

    id: str
    by: str | None
    what: str
    made_on: str | None
    due: str | None
    outcome: str
    stance: str
    person: str | None = None
    event: str | None = None
    series: str | None = None
    held: str | None = None
    because: str = ""
    checked: bool = True
    evidence: tuple[Mention, ...] = ()
