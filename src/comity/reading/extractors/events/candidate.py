"""One trigger read in full, before mentions of one event are folded."""

from __future__ import annotations

import msgspec

from comity.model.record import EventRecord
from comity.model.when import When
from comity.reading.extractors.events.triggers import Trigger


class Candidate(msgspec.Struct, frozen=True):
    """A record and what it rests on.

    `sure` says whether the words tell the status; "the SCO summit in Ufa" alone does not.
    `own` says whether it names its organizations itself, or takes them from what was said before; `level_told` whether
    the words tell the level. `lapsed` says that it was to be so once: "the summit was due in April". `days` is a length
    told ("the two-day summit"), `ends` that its date is the last day. `fresh` says that it is another one than those told before: "a new meeting";
    `pointing` that it is one of those: "The session had been set up to …".
    """

    record: EventRecord
    trigger: Trigger
    own: bool = True
    sure: bool = True
    when: When | None = None
    level_told: bool = True
    lapsed: bool = False
    days: int | None = None
    ends: bool = False
    apart: bool = False
    fresh: bool = False
    back: bool = False
    pointing: bool = False

    def with_record(self, **changes: object) -> Candidate:
        return msgspec.structs.replace(self, record=msgspec.structs.replace(self.record, **changes))
