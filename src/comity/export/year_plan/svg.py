"""A year's plan as a picture (SVG), which needs nothing but itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from html import escape

from comity.export.year_plan.lanes import (
    DAY,
    LANE,
    LEFT,
    STRIP,
    WIDTH,
    Month,
    Piece,
    is_aside,
    months_of,
    width_of,
    x_of,
)
from comity.export.year_plan.view import ANNOUNCED, CANCELLED, CERTAIN, EXPECTED, Bar, Term, YearPlan

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_HEAD = 62.0
_CHAIR_X, _CHAIR_WIDE = 92.0, 80.0
_NO_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_STYLE = (
    "text{font:9.5px 'DejaVu Sans',Arial,sans-serif;fill:#1b1f24}"
    ".title{font-size:20px;font-weight:bold}.small{font-size:8px;fill:#57606a}.month{font-size:12px;font-weight:bold}"
    ".halo{fill:#fff;stroke:#fff;stroke-width:2.5px;stroke-linejoin:round}.mark{fill:#b35c00;stroke:#fff;stroke-width:.8}"
    ".weekend{fill:#eef0f2}.line{stroke:#c9ced4;stroke-width:.6}.inside{fill:#fff}.chair{fill:#e6edf6;stroke:#8fa8c8;stroke-width:.6}"
    ".certain{fill:#1f4e79}.announced{fill:#9cc3e6;stroke:#1f4e79;stroke-width:1}"
    ".expected{fill:#f6d7ad}"
    ".cancelled{fill:#fff;stroke:#8c959f;stroke-width:1}.struck{text-decoration:line-through;fill:#57606a}"
)
LEGEND = (
    (CERTAIN, "held"),
    (ANNOUNCED, "announced: a day is set"),
    (EXPECTED, "expected: no day is set; likely on one of these, likeliest at the mark"),
    (CANCELLED, "cancelled or postponed"),
)


def year_plan_svg(plan: YearPlan) -> str:
    """The picture: a row a month, a column a day of it, who presides on the left."""
    months = months_of(plan.year, plan.bars, _HEAD)
    bottom = months[-1].top + months[-1].height
    aside = _aside([bar for bar in plan.bars if is_aside(bar)], bottom + 16)
    foot = bottom + 12 + len(aside) * 13
    title = f"{plan.organization}: {plan.year}"
    parts = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:.0f} {foot + 24:.0f}" role="img">',
        f"<title>{told(title)}</title><style>{_STYLE}</style>",
        f'<text class="title" x="8" y="28">{told(title)}</text>',
        f'<text class="small" x="8" y="44">as known on {plan.as_of}</text>',
        *_days(),
        *(part for month in months for part in _month(month)),
        *_terms(plan, months),
        *aside,
        *_legend(foot + 10),
        "</svg>",
    )
    return "\n".join(parts)


def told(text: str) -> str:
    """Text as it may stand in a page: what is a mark there is written out, what no page may hold is left out."""
    return escape(_NO_XML.sub("\N{REPLACEMENT CHARACTER}", text))


def _days() -> Iterator[str]:
    for day in range(1, 32):
        yield f'<text class="small" x="{x_of(day) + DAY / 2:.1f}" y="{_HEAD - 5:.0f}" text-anchor="middle">{day}</text>'


def _month(month: Month) -> Iterator[str]:
    for day in range(1, month.days + 1):
        if (month.first + timedelta(days=day - 1)).weekday() >= 5:
            yield _rectangle("weekend", x_of(day), month.top, DAY, month.height)
    edge = f'x1="8" x2="{WIDTH - 10:.0f}" y1="{month.top:.1f}" y2="{month.top:.1f}"'
    yield f'<line class="line" {edge}/>'
    yield f'<text class="month" x="8" y="{month.top + 16:.1f}">{MONTHS[month.first.month - 1]}</text>'
    for piece in month.pieces:
        yield from _piece(piece, month.top)


def _piece(piece: Piece, month_top: float) -> Iterator[str]:
    bar, top = piece.bar, month_top + 2 + piece.top
    days = f"{bar.start}" if bar.start == bar.last else f"{bar.start} to {bar.last}"
    yield f"<g><title>{told('; '.join(filter(None, (bar.label, days, bar.note, bar.source))))}</title>"
    if bar.standing == EXPECTED:
        yield _rectangle(EXPECTED, piece.x, top + (4 if piece.label else 0), piece.end - piece.x, STRIP - 2)
    else:
        yield _rectangle(bar.standing, piece.x, top, piece.end - piece.x, LANE - 3, round_by=2)
    if piece.mark is not None:
        yield f'<path class="mark" d="M{piece.mark:.1f} {top + 0.5:.1f}l5.5 5.5l-5.5 5.5l-5.5 -5.5z"/>'
    if piece.label:
        place = f'x="{piece.text_x:.1f}" y="{top + 9.5:.1f}" text-anchor="{piece.anchor}"'
        kind = _text_class(piece)
        if kind == "label":
            # The edge is a text of its own: not every viewer paints a stroke below its letters.
            yield f'<text class="halo" aria-hidden="true" {place}>{told(piece.label)}</text>'
        yield f'<text class="{kind}" {place}>{told(piece.label)}</text>'
    yield "</g>"


def _text_class(piece: Piece) -> str:
    if piece.bar.standing == CANCELLED:
        return "struck"
    is_inside = piece.anchor == "start" and piece.text_x < piece.end
    return "inside" if is_inside and piece.bar.standing == CERTAIN else "label"


def _terms(plan: YearPlan, months: Sequence[Month]) -> Iterator[str]:
    """Who presides, from the day on which the term begins to that on which it ends."""
    if plan.terms:
        yield f'<text class="small" x="{_CHAIR_X}" y="{_HEAD - 5:.0f}">chair</text>'
    for term in plan.terms:
        top, bottom = _y(term.start, months, start=True), _y(term.end, months, start=False)
        yield f"<g><title>{told(_term_text(term))}</title>"
        yield _rectangle("chair", _CHAIR_X, top + 1, _CHAIR_WIDE, max(bottom - top - 2, 2), round_by=3)
        y = min(top + 14, bottom - 2)
        yield f'<text x="{_CHAIR_X + 4}" y="{y:.1f}">{told(_cut(term.chair, _CHAIR_WIDE - 8))}</text></g>'


def _term_text(term: Term) -> str:
    end = term.end - timedelta(days=1) if term.end else None
    return f"{term.chair} presides" + (f" from {term.start}" if term.start else "") + (f" to {end}" if end else "")


def _y(day: date | None, months: Sequence[Month], *, start: bool) -> float:
    """How far down a day lies; what is beyond the year at its edge."""
    first, last = months[0], months[-1]
    if day is None or day.year != first.first.year:
        is_before = start if day is None else day.year < first.first.year
        return first.top if is_before else last.top + last.height
    month = months[day.month - 1]
    return month.top + (day.day - 1) / month.days * month.height


def _cut(text: str, room: float) -> str:
    if width_of(text) <= room:
        return text
    while text and width_of(text + "…") > room:
        text = text[:-1]
    return text + "…"


def _aside(bars: Sequence[Bar], y: float) -> list[str]:
    """What is set for the year and no nearer, a line each."""
    lines = [f"{bar.label} ({bar.start} to {bar.last}: no day is set)" for bar in bars]
    return [
        f'<text x="{LEFT}" y="{y + at * 13:.1f}">{told(_cut(line, WIDTH - LEFT))}</text>'
        for at, line in enumerate(lines)
    ]


def _legend(y: float) -> Iterator[str]:
    x = LEFT
    for kind, meaning in LEGEND:
        top, height = (y - 5, STRIP - 2) if kind == EXPECTED else (y - 9, LANE - 3)
        yield _rectangle(kind, x, top, 18, height)
        yield f'<text x="{x + 24:.1f}" y="{y:.1f}">{told(meaning)}</text>'
        x += 44 + width_of(meaning)


def _rectangle(kind: str, x: float, y: float, width: float, height: float, *, round_by: int = 0) -> str:
    size = f'x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"'
    return f'<rect class="{kind}" {size}{f" rx={chr(34)}{round_by}{chr(34)}" if round_by else ""}/>'
