"""Where the next session is to be expected: with the chair or at a fixed seat, by where the last ones were."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from comity.model.rotation import Turn
from comity.model.series import Edition
from comity.planning.cadence import HELD, first_day
from comity.planning.presiding import presiding

_LAST = 10
_FEWEST = 2


def expected_host(
    editions: Sequence[Edition], found: Sequence[Turn], chair: str | None, *, passes_on: bool = False
) -> tuple[str | None, str | None]:
    """The state that is expected to host, and why; None where the last sessions do not tell.

    `found` are the turns of the chair, `passes_on` whether it passes on at these sessions.
    """
    placed = [one for one in editions if one.status in HELD and one.place.country and first_day(one)][-_LAST:]
    if len(placed) < _FEWEST:
        return None, None
    with_chair = sum(one.place.country == (one.chair or _chair(one, found, passes_on)) for one in placed)
    if 2 * with_chair > len(placed):
        return chair, f"{with_chair} of the last {len(placed)} sessions with a place were held by the chair"
    usual, count = Counter(str(one.place.country) for one in placed).most_common(1)[0]
    if 2 * count > len(placed):
        return usual, f"{count} of the last {len(placed)} sessions with a place were held in {usual}"
    return None, f"the last {len(placed)} sessions went neither to the chair nor to one place"


def _chair(edition: Edition, found: Sequence[Turn], passes_on: bool) -> str | None:
    day = first_day(edition)
    turn = presiding(found, day, passes_on=passes_on) if day else None
    return turn.state if turn else None
