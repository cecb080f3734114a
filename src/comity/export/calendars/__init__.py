"""Calendars: events and sessions as entries, and these as text (iCalendar) and JSON (jCal)."""

from comity.export.calendars.entry import CANCELLED, CONFIRMED, TENTATIVE, Calendar, Entry
from comity.export.calendars.events import event_calendar, title_of
from comity.export.calendars.ics import to_ics
from comity.export.calendars.jcal import to_jcal
from comity.export.calendars.series import Sessions, series_calendar

__all__ = [
    "CANCELLED",
    "CONFIRMED",
    "TENTATIVE",
    "Calendar",
    "Entry",
    "Sessions",
    "event_calendar",
    "series_calendar",
    "title_of",
    "to_ics",
    "to_jcal",
]
