"""What a question about hours says in words: a length, office hours, a step, days."""

from __future__ import annotations

import re
from datetime import date, timedelta

import msgspec

from comity.errors import DateError, UsageError
from comity.model.when import When

MOST_DAYS = 5 * 366
# Before, towns kept their own time; after, nobody can know.
FIRST_YEAR, LAST_YEAR = 1900, 2199
DAY_MINUTES = 24 * 60
_LENGTH = re.compile(r"(?:(?P<hours>\d+)\s*h(?:ours?)?)?\s*(?:(?P<minutes>\d+)\s*(?:m(?:in(?:utes?)?)?)?)?")
_CLOCK = re.compile(r"(\d{1,2})(?::(\d{2}))?")


class Hours(msgspec.Struct, frozen=True):
    """Office hours of 09:00 to 18:00, in minutes from midnight; a meeting may end at 18:00 sharp."""

    first: int = 9 * 60
    last: int = 18 * 60

    @classmethod
    def parse(cls, text: str) -> Hours:
        """From 09-18 or 08:30-17:00. Raises UsageError."""
        parts = re.split(r"\s*[-–—/]\s*", text.strip())
        clocks = [_minute(part) for part in parts]
        if len(clocks) != 2 or None in clocks:
            raise UsageError(f"hours are {text!r}; write them as 09-18 or 08:30-17:00")
        first, last = (minute or 0 for minute in clocks)
        if first >= last:
            raise UsageError(
                f"hours are {text!r}, which end before they begin; office hours lie within one day, such as 09-18"
            )
        return cls(first, last)

    @property
    def length(self) -> int:
        return self.last - self.first

    def __str__(self) -> str:
        return f"{clock(self.first)}-{clock(self.last)}"


def clock(minute: int) -> str:
    """Minutes from midnight as 09:00."""
    return f"{minute // 60:02}:{minute % 60:02}"


def _minute(text: str) -> int | None:
    match = _CLOCK.fullmatch(text)
    if match is None:
        return None
    minute = int(match[1]) * 60 + int(match[2] or 0)
    return minute if minute <= DAY_MINUTES and int(match[2] or 0) < 60 else None


def read_length(text: str) -> int:
    """Minutes of 2h, 90m, 1h30. Raises UsageError."""
    match = _LENGTH.fullmatch(text.strip().casefold())
    lone = text.strip().isdigit()
    if match is None or lone or not (match["hours"] or match["minutes"]):
        raise UsageError(f"a length of {text!r} cannot be read; write it as 2h, 90m or 1h30m")
    minutes = int(match["hours"] or 0) * 60 + int(match["minutes"] or 0)
    if not 0 < minutes <= DAY_MINUTES:
        raise UsageError(f"a length of {text!r} is no meeting's; give one of 1m to 24h")
    return minutes


def read_step(text: str) -> int:
    """Minutes between the starts that are tried. Raises UsageError."""
    minutes = read_length(text)
    if DAY_MINUTES % minutes:
        raise UsageError(f"a step of {text!r} does not divide a day; give 5m, 10m, 15m, 30m or 1h")
    return minutes


def fit(length: int, hours: Hours) -> None:
    """Raises UsageError where a meeting is longer than the office hours."""
    if length > hours.length:
        longest = spoken(hours.length)
        raise UsageError(
            f"a meeting of {spoken(length)} does not fit into office hours of {hours}; "
            f"make it {longest} or shorter, or the hours wider, such as --hours {_wider(length, hours)}"
        )


def _wider(length: int, hours: Hours) -> Hours:
    first = max(0, min(hours.first, DAY_MINUTES - length))
    return Hours(first, max(hours.last, first + length))


def spoken(minutes: int) -> str:
    """2h, 1h30m, 45m."""
    hours, rest = divmod(minutes, 60)
    return (f"{hours}h" if hours else "") + (f"{rest}m" if rest or not hours else "")


def read_days(text: str) -> tuple[date, ...]:
    """Days of 2020-11-10, of a list with commas, or from the first to the last of 2020-11-10/2020-11-20.

    A month or a year stands for all its days. Raises DateError and UsageError.
    """
    days = sorted({day for part in text.split(",") for day in _days(part.strip())})
    if len(days) > MOST_DAYS:
        raise UsageError(f"{text!r} is {len(days)} days; ask for {MOST_DAYS} at most")
    if days[0].year < FIRST_YEAR or days[-1].year > LAST_YEAR:
        raise UsageError(
            f"{text!r}: clocks are told from {FIRST_YEAR} to {LAST_YEAR} only; ask for days of these years"
        )
    return tuple(days)


def _days(text: str) -> list[date]:
    when = When.parse(text)
    if when.lower is None or when.upper is None or when.about or when.uncertain:
        raise DateError(text, "days are needed, with a first and a last one")
    # Whoever asks for a millennium is told so before its days are listed.
    count = min((when.upper - when.lower).days, MOST_DAYS + 1)
    return [when.lower + timedelta(days=number) for number in range(count)]
