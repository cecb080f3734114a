"""Doubts and judgements for a person's eyes, with the commands that judge them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.text import Text

from comity.cli.event_tables import judgement_text
from comity.cli.tables import add_row, plain, print_out, printable, table_of
from comity.model.judgement import Judgement
from comity.query.doubts import Doubt, Side, Words

_SHORT = 8
# Of a side with many reports the first quotes.
_MOST_QUOTES = 3


def print_doubts(found: Iterable[Doubt]) -> None:
    """Each doubt with the words of both sides, and what may be done."""
    number = 0
    for number, doubt in enumerate(found, 1):
        _print_doubt(number, doubt)
    if not number:
        print_out("nothing is in doubt")


def _print_doubt(number: int, doubt: Doubt) -> None:
    sure = "" if doubt.sure is None else f" ({doubt.sure:.0%} sure)"
    head = {"merge": f"one event?{sure}", "field": f"which {doubt.field}?", "membership": "a membership?"}[doubt.doubt]
    print_out(Text(plain(f"{number}. {head} {doubt.because}"), style="bold"))
    for side in doubt.sides:
        print_out(Text(f"  {plain(side.says)}"))
        for words in side.words[:_MOST_QUOTES]:
            print_out(Text(_quoted(words), style="dim"))
    for line in _ways(doubt):
        print_out(Text(printable(f"  {line}"), style="green"))
    print_out("")


def _quoted(words: Words) -> str:
    who = " · ".join(
        part for part in (words.outlet or "unknown outlet", words.published, words.record[:_SHORT]) if part
    )
    return f"    “{plain(words.quote)}” ({plain(who)})"


def _ways(doubt: Doubt) -> Iterator[str]:
    """The commands that settle it, with ids cut short; --by and --why come with each."""
    yield f"right as it stands:  comity review keep {_short(doubt.id)}"
    if doubt.doubt == "merge":
        yield f"two events:          comity review split {_short(doubt.event or '')} {_listed(doubt.sides[0])}"
    elif doubt.doubt == "field":
        yield f"otherwise:           comity review correct {_short(doubt.event or '')} {doubt.field}=VALUE"
    else:
        yield f"misread:             comity review reject {_short(doubt.id)}"


def _listed(side: Side) -> str:
    return " ".join(map(_short, side.records))


def _short(id: str) -> str:
    """The first letters of an id, with the field that may stand after it."""
    whole, sign, field = id.partition(":")
    return whole[:_SHORT] + sign + field


def print_judgements(judgements: Iterable[Judgement]) -> None:
    table = table_of("judgement", "what", "records")
    for one in judgements:
        add_row(table, one.id[:_SHORT], judgement_text(one), _shortened(one.records))
    print_out(table if table.row_count else "nothing was judged")


def _shortened(records: tuple[str, ...]) -> str:
    named = " ".join(record[:_SHORT] for record in records[:_MOST_QUOTES])
    return named if len(records) <= _MOST_QUOTES else f"{named} and {len(records) - _MOST_QUOTES} more"
