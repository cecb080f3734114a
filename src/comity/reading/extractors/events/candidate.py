"""One trigger read in full, before mentions of one event are folded."""

from __future__ import annotations

import msgspec

from comity.model.record import EventRecord
from comity.model.when import When
from comity.reading.extractors.events.triggers import Trigger


class Candidate(msgspec.Struct, frozen=True):
    """A record and what it rests on.

    `sure` says whether the words tell the status; "the SCO summit in Ufa" alone does not.
    `own` says whether it names its organizations itself, or takes them from what was said before.
    """

    record: EventRecord
    trigger: Trigger
    own: bool = True
    sure: bool = True
    when: When | None = None

    def with_record(self, **changes: object) -> Candidate:
        return msgspec.structs.replace(self, record=msgspec.structs.replace(self.record, **changes))
