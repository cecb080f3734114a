"""What a person decided of the machine's reading, kept beside it."""

from __future__ import annotations

from datetime import datetime

import msgspec

from comity.model.document import digest

KINDS = ("merge", "split", "correct", "reject", "keep")


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """On 3 March, Ana joined the events of records A and B, because both reports mean the session of 4 September.

    - `merge`: the records tell of one event
    - `split`: the records tell of one event, which is another than the rest
    - `correct`: of the event of these records, `field` is `value` (as JSON)
    - `reject`: the records tell of no event
    - `keep`: what was doubtful is right as it stands

    Records are named, not events: events are folded anew, records stay.
    """

    kind: str
    records: tuple[str, ...]
    by: str
    at: datetime
    why: str = ""
    field: str | None = None
    value: str | None = None

    @property
    def id(self) -> str:
        return digest(
            "judgement", self.kind, *self.records, self.by, self.at.isoformat(), self.field or "", self.value or ""
        )
