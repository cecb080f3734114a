"""What becomes of promises in the annotated stories is told as well as before: floors are raised and never lowered."""

from __future__ import annotations

import pytest

from tests.query.promise_scoring import Folded, answers, by_label, by_resolver
from tests.resolving.scoring import from_labels, from_reading

READ = {"labels": from_labels, "reading": from_reading}
FOLDED: dict[str, Folded] = {"label": by_label, "resolver": by_resolver}
# Of the promises about an event, how many are listed, and the share of these whose outcome is right.
FLOORS = {("labels", "label"): (36, 0.97), ("labels", "resolver"): (36, 0.91), ("reading", "resolver"): (32, 0.84)}


@pytest.mark.parametrize(("read", "folded"), FLOORS, ids="-".join)
def test_outcomes_are_right_as_often_as_before(read: str, folded: str) -> None:
    tellings, labels = READ[read]()
    told = [(wanted["outcome"], one) for wanted, one in answers(tellings, labels, FOLDED[folded]) if one is not None]
    least, share = FLOORS[read, folded]
    assert len(told) >= least
    assert sum(wanted == one.outcome for wanted, one in told) >= share * len(told)
