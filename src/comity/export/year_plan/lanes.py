"""Where on the sheet the parts of a plan go: a row a month, in it lanes, so that nothing covers anything else."""

from __future__ import annotations

import calendar
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import msgspec

from comity.export.year_plan.view import EXPECTED, Bar

WIDTH = 1120.0
LEFT = 178.0
DAY = (WIDTH - LEFT - 10) / 31
LANE, STRIP = 15.0, 6.0
"""How high a lane is, and one of those strips that only go on from another month."""
LETTER = 5.4
_LEAST_LANES = 3
_GAP = 6.0
_MARK = 7.0

Reach = tuple[float, float]


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """The part of a bar in one month, from `x` to `end`, `top` below the month's upper edge.

    Its label begins or ends at `text_x`; what has none is a strip that goes on from another month. `mark` is the
    likeliest day of a window.
    """

    bar: Bar
    x: float
    end: float
    top: float = 0.0
    label: str = ""
    text_x: float = 0.0
    anchor: str = "start"
    mark: float | None = None


class Month(msgspec.Struct, frozen=True, kw_only=True):
    """March: its days, its pieces, and where its row lies."""

    first: date
    days: int
    top: float
    height: float
    pieces: tuple[Piece, ...]

    @property
    def last(self) -> date:
        return self.first + timedelta(days=self.days - 1)


def months_of(year: int, bars: Iterable[Bar], top: float) -> tuple[Month, ...]:
    """The twelve rows, one below the other, each as high as its lanes."""
    found: list[Month] = []
    drawn = [bar for bar in bars if not is_aside(bar)]
    for number in range(1, 13):
        empty = Month(
            first=date(year, number, 1), days=calendar.monthrange(year, number)[1], top=top, height=0, pieces=()
        )
        pieces, height = _laid_out(empty, drawn)
        found.append(msgspec.structs.replace(empty, pieces=pieces, height=max(height, _LEAST_LANES * LANE) + 4))
        top += found[-1].height
    return tuple(found)


def is_aside(bar: Bar) -> bool:
    """What is only set for a year or half of one has no place among the days."""
    return bar.is_vague and (bar.last - bar.start).days > 100


def x_of(day: int) -> float:
    """The left edge of a day of the month."""
    return LEFT + (day - 1) * DAY


def width_of(text: str) -> float:
    """About as wide as it will be drawn; Chinese letters are twice as wide."""
    return sum(2 * LETTER if unicodedata.east_asian_width(letter) in "WF" else LETTER for letter in text)


def _laid_out(month: Month, bars: Sequence[Bar]) -> tuple[tuple[Piece, ...], float]:
    """The pieces with labels, what is known best first, and below them the strips; and how high all are."""
    touching = [bar for bar in bars if bar.start <= month.last and bar.last >= month.first]
    in_order = sorted(touching, key=lambda bar: (bar.standing == EXPECTED, bar.start, bar.last, bar.title))
    labelled = [_labelled(bar, month) for bar in in_order if _is_labelled(bar, month)]
    lanes, used = _in_lanes(labelled, 0.0, LANE)
    strips = [
        (piece, (piece.x, piece.end))
        for bar in in_order
        if not _is_labelled(bar, month)
        for piece in [_cut(bar, month)]
    ]
    rest, height = _in_lanes(strips, used, STRIP)
    return (*lanes, *rest), height


def _in_lanes(pieces: Sequence[tuple[Piece, Reach]], top: float, step: float) -> tuple[list[Piece], float]:
    """Each in the first lane in which nothing lies there yet; and how far down they reach."""
    lanes: list[list[Reach]] = []
    found = []
    for piece, (start, stop) in pieces:
        fits = (at for at, lane in enumerate(lanes) if all(stop <= one or other <= start for one, other in lane))
        number = next(fits, len(lanes))
        if number == len(lanes):
            lanes.append([])
        lanes[number].append((start, stop))
        found.append(msgspec.structs.replace(piece, top=top + number * step))
    return found, top + len(lanes) * step


def _cut(bar: Bar, month: Month) -> Piece:
    """What of a bar lies in a month."""
    return Piece(bar=bar, x=x_of(max(bar.start, month.first).day), end=x_of(min(bar.last, month.last).day) + DAY)


def _is_labelled(bar: Bar, month: Month) -> bool:
    """In the month of its first day, or in January where it began in the year before; a window where it is likeliest."""
    around = bar.around if bar.around and bar.around.year == month.first.year else None
    day = around or max(bar.start, date(month.first.year, 1, 1))
    return month.first <= day <= month.last


def _labelled(bar: Bar, month: Month) -> tuple[Piece, Reach]:
    """With its label inside a long bar, else beside it; and how far bar and label reach together."""
    piece, label, mark = _cut(bar, month), bar.label, None
    if bar.around is not None and bar.around.year != month.first.year:
        label += f" (likeliest in {bar.around:%Y-%m})"
    start, end = piece.x, piece.end
    if bar.around is not None and month.first <= bar.around <= month.last:
        mark = start = end = x_of(bar.around.day) + DAY / 2
    text_x, anchor = _text_at(start, end, width_of(label), is_marked=mark is not None)
    told = (text_x, text_x + width_of(label)) if anchor == "start" else (text_x - width_of(label), text_x)
    reach = min(piece.x, told[0]) - _GAP / 2, max(piece.end, told[1]) + _GAP / 2
    return msgspec.structs.replace(piece, label=label, text_x=text_x, anchor=anchor, mark=mark), reach


def _text_at(start: float, end: float, wide: float, *, is_marked: bool) -> tuple[float, str]:
    if not is_marked and wide + _GAP <= end - start:
        return start + 4, "start"
    room = _MARK if is_marked else 3
    if end + room + wide <= WIDTH or start - room - wide < LEFT:
        return end + room, "start"
    return start - room, "end"
