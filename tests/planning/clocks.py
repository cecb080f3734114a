"""Seats by hand, and what is slow and plainly right about hours."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from comity.planning.asked import Hours
from comity.planning.seats import Seat

ZONES = (
    "UTC",
    "Asia/Almaty",
    "Asia/Kathmandu",
    "Asia/Kolkata",
    "Asia/Tehran",
    "America/New_York",
    "America/St_Johns",
    "Australia/Lord_Howe",
    "Europe/Chisinau",
    "Europe/Lisbon",
    "Pacific/Apia",
    "Pacific/Kiritimati",
)
zones = st.sampled_from(ZONES)
# From 2000 to 2030, with the days on which Kazakhstan (2024), Samoa (2011) and others changed their clocks.
days = st.integers(10957, 21914) | st.sampled_from([19782, 15337, 19783, 18566, 19661])
hours = st.tuples(st.integers(0, 20), st.integers(1, 4)).map(lambda told: Hours(told[0] * 60, (told[0] + told[1]) * 60))
office_hours = st.sampled_from([Hours(), Hours(510, 1050), Hours(0, 1440), Hours(0, 60), Hours(1380, 1440)]) | hours


def seat(zone: str, code: str = "") -> Seat:
    return Seat(state=code or zone, name=zone, city=zone, timezone=zone)


def is_open(minute: int, zone: str, hours: Hours) -> bool:
    """Whether the whole of a minute is in office hours, by the clock on the wall."""
    wall = (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(minutes=minute)).astimezone(ZoneInfo(zone))
    return hours.first <= wall.hour * 60 + wall.minute < hours.last
