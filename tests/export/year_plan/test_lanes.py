"""Nothing on the sheet covers anything else, whatever there is to show."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from comity.export.year_plan import Bar
from comity.export.year_plan.lanes import LANE, LEFT, STRIP, WIDTH, Month, Piece, is_aside, months_of, width_of


@st.composite
def _bars(draw: st.DrawFn) -> Bar:
    start = draw(st.dates(min_value=date(2025, 11, 1), max_value=date(2026, 12, 31)))
    length = draw(st.integers(0, 100))
    standing = draw(st.sampled_from(["certain", "announced", "expected", "cancelled"]))
    inside = st.integers(0, length).map(lambda days: start + timedelta(days=days))
    return Bar(
        title=draw(st.sampled_from(["Heads of state, 26th", "外长会议", "Peace Mission"])),
        start=start,
        last=start + timedelta(days=length),
        standing=standing,
        place=draw(st.none() | st.just("Saint Petersburg, Russia")),
        around=draw(st.none() | inside) if standing == "expected" else None,
    )


def _reach(piece: Piece) -> tuple[float, float]:
    wide = width_of(piece.label)
    left = piece.text_x - (wide if piece.anchor == "end" else 0) if piece.label else piece.x
    return min(piece.x, left), max(piece.end, left + wide if piece.label else piece.end)


def _height(piece: Piece) -> float:
    return LANE if piece.label else STRIP


@settings(deadline=None)
@given(st.lists(_bars(), max_size=25))
def test_no_two_pieces_cover_each_other(bars: list[Bar]) -> None:
    for month in months_of(2026, bars, 0.0):
        for at, one in enumerate(month.pieces):
            for other in month.pieces[at + 1 :]:
                apart = one.top + _height(one) <= other.top or other.top + _height(other) <= one.top
                (start, stop), (begin, end) = _reach(one), _reach(other)
                assert apart or stop <= begin or end <= start


@settings(deadline=None)
@given(st.lists(_bars(), max_size=25))
def test_every_month_holds_its_pieces_and_the_rows_follow_each_other(bars: list[Bar]) -> None:
    months = months_of(2026, bars, 10.0)
    tops = [10.0]
    for month in months:
        assert abs(month.top - tops[-1]) < 1e-6
        assert all(piece.top + _height(piece) <= month.height for piece in month.pieces)
        assert all(LEFT <= piece.x < piece.end <= WIDTH for piece in month.pieces)
        tops.append(month.top + month.height)


@settings(deadline=None)
@given(st.lists(_bars(), max_size=10))
def test_a_bar_is_named_once_at_most_in_a_year(bars: list[Bar]) -> None:
    named = [piece.bar for month in months_of(2026, bars, 0.0) for piece in month.pieces if piece.label]
    touching = [bar for bar in bars if bar.last.year >= 2026 and bar.start.year <= 2026]
    assert len(named) <= len(touching)
    certain = [bar for bar in touching if bar.around is None]
    assert all(bar in named for bar in certain)


def _piece_of(bar: Bar, month: int) -> Piece:
    found: Month = months_of(2026, [bar], 0.0)[month - 1]
    (piece,) = found.pieces
    return piece


def test_a_label_stands_beside_a_short_bar_and_at_the_edge_before_it() -> None:
    early = Bar(title="Heads of state", start=date(2026, 6, 2), last=date(2026, 6, 2), standing="certain")
    late = Bar(title="Heads of state", start=date(2026, 6, 30), last=date(2026, 6, 30), standing="certain")
    assert _piece_of(early, 6).anchor == "start"
    assert _piece_of(early, 6).text_x > _piece_of(early, 6).end
    assert _piece_of(late, 6).anchor == "end"


def test_a_window_is_named_where_it_is_likeliest_and_goes_on_without_a_name() -> None:
    around = date(2026, 8, 29)
    bar = Bar(title="Summit", start=date(2026, 7, 1), last=date(2026, 9, 9), standing="expected", around=around)
    assert [_piece_of(bar, month).label for month in (7, 8, 9)] == ["", "Summit", ""]
    assert [_piece_of(bar, month).mark is not None for month in (7, 8, 9)] == [False, True, False]


def test_a_window_that_is_likeliest_next_year_says_so() -> None:
    bar = Bar(
        title="Summit", start=date(2026, 11, 1), last=date(2027, 3, 1), standing="expected", around=date(2027, 1, 9)
    )
    assert _piece_of(bar, 11).label == "Summit (likeliest in 2027-01)"


def test_what_is_only_set_for_the_year_is_not_among_the_days() -> None:
    bar = Bar(title="Summit", start=date(2026, 1, 1), last=date(2026, 12, 31), standing="expected")
    assert is_aside(bar)
    assert not any(month.pieces for month in months_of(2026, [bar], 0.0))
