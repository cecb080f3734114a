"""What comes next: the rhythm of a series, forecasts with windows, and how a series stands."""

from comity.planning.backtest import Trial, experience_of, trials
from comity.planning.course import COLUMNS, Course, edition_row, rhythm_of
from comity.planning.courses import Courses, Finding, chairs_of
from comity.planning.experience import Experience
from comity.planning.rhythm import Rhythm

__all__ = [
    "COLUMNS",
    "Course",
    "Courses",
    "Experience",
    "Finding",
    "Rhythm",
    "Trial",
    "chairs_of",
    "edition_row",
    "experience_of",
    "rhythm_of",
    "trials",
]
