"""An event and some records, as small as they can be and still have a value in every sort of column."""

from __future__ import annotations

from comity.model.document import Evidence
from comity.model.event import Event, Mention, Origin, Step, Version
from comity.model.record import EventRecord, MembershipRecord, Place
from comity.store import Told

SUMMIT = Event(
    id="e1",
    kind="meeting",
    status="held",
    level="heads_of_state",
    orgs=("SCO",),
    guests=("CSTO", "CIS"),
    date="2020-11",
    place=Place("Moscow", "RUS"),
    edition=20,
    reports=(Mention("a", 0, 3), Mention("a", 9, 12), Mention("b", 0, 3)),
    origins=2,
    origin_details=(Origin("Xinhua", "CHN", "state", ("a",)), Origin("TASS", "RUS", "state", ("b",))),
    history=(Step("scheduled", "2020-01-09", "2020-07", "a"), Step("held", "2020-11-10", "2020-11", "b")),
    versions={"date": (Version("2020-11", ("b",), 1), Version("2020-07", ("a",), 1))},
    records=("r1", "r2"),
)
MEETING = Told(
    "r1",
    "a",
    EventRecord(
        kind="meeting",
        status="held",
        level="other",
        orgs=("SCO",),
        date="2020-11-10",
        evidence=(Evidence(0, 3, "met"),),
    ),
)
ENTRY = Told(
    "r2",
    "b",
    MembershipRecord(
        org="SCO", state="IRN", status="member", verdict="agrees", date="2023-07-04", evidence=(Evidence(5, 9, "join"),)
    ),
)
