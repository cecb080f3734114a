"""Laws of folding: it is a function of a set of tellings."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from comity.resolving import Telling
from comity.resolving.together import events_of
from tests.resolving.samples import RESOLVER, tell

DATES = (None, "2020", "2020-09", "2020-09-04", "2020-09-05", "2020-09-04/2020-09-05", "2020-12-09", "2021-09-04")

tellings = st.lists(
    st.builds(
        lambda number, day, **fields: tell(f"report {number}", day, **fields),
        st.integers(0, 8),
        st.sampled_from(("2020-03-01", "2020-09-05", "2020-12-10", None)),
        orgs=st.sampled_from((("SCO",), ("SCO", "CIS"), ("CIS",))),
        status=st.sampled_from(("held", "scheduled", "postponed", "hoped", "cancelled")),
        level=st.sampled_from(("defence_ministers", "heads_of_state")),
        date=st.sampled_from(DATES),
        edition=st.sampled_from((None, None, 19, 20)),
    ),
    max_size=12,
    unique_by=lambda telling: telling.id,
)


@given(tellings, st.randoms())
@settings(deadline=None)
def test_the_order_of_arrival_does_not_matter(found: list[Telling], chance: object) -> None:
    shuffled = list(found)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert events_of(shuffled, RESOLVER) == events_of(found, RESOLVER)


@given(tellings)
@settings(deadline=None)
def test_each_telling_belongs_to_one_event(found: list[Telling]) -> None:
    records = [record for event in events_of(found, RESOLVER) for record in event.records]
    assert sorted(records) == sorted(telling.id for telling in found)


@given(tellings)
@settings(deadline=None)
def test_what_one_report_tells_apart_stays_apart(found: list[Telling]) -> None:
    accounts = {telling.id: RESOLVER.group(telling) for telling in found}
    reports = {telling.id: telling.report.id for telling in found}
    for event in events_of(found, RESOLVER):
        told = {(reports[record], accounts[record]) for record in event.records}
        assert len(told) == len({report for report, _ in told})


def test_a_later_report_leaves_an_event_its_id_though_it_knows_more() -> None:
    first, later = (
        tell("a", "2020-09-05", date="2020-09"),
        tell("b", "2020-10-01", date="2020-09-04", place="Moscow,RUS"),
    )
    (before,), (after,) = events_of([first], RESOLVER), events_of([later, first], RESOLVER)
    assert (before.id, len(after.records)) == (after.id, 2)
