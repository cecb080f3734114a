"""Sheets: what stands in reports stays words, in Markdown and in HTML."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.export.sheets import Bullets, Heading, Link, Quote, Sheet, Table, to_html, to_markdown
from comity.export.sheets.blocks import words

EVIL = '<script>alert("1")</script> & <img src=x onerror=y>'


def everywhere(text: str) -> Sheet:
    return Sheet(
        text,
        (
            Heading(text),
            words(text, Link(text, "https://example.org/?a=1&b=(2)")),
            Bullets((words(text),)),
            Table((text,), ((words(text),),)),
            Quote(text, Link(text)),
        ),
    )


class Tags(HTMLParser):
    """The tags of a page and the text of its paragraphs."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def read(page: str) -> Tags:
    found = Tags()
    found.feed(page)
    return found


def test_no_word_of_a_report_becomes_a_tag() -> None:
    found = read(to_html(everywhere(EVIL)))
    assert not found.tags & {"script", "img"}
    assert found.texts.count(EVIL) >= 5


@given(st.text(min_size=1, max_size=60))
def test_a_page_has_the_same_tags_whatever_is_told(text: str) -> None:
    assert read(to_html(everywhere(text))).tags == read(to_html(everywhere("plain"))).tags


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", " https://x", None])
def test_only_addresses_of_the_web_become_links(url: str | None) -> None:
    sheet = Sheet("t", (words(Link("who", url)),))
    assert "<a " not in to_html(sheet)
    assert "](" not in to_markdown(sheet)


def test_an_address_is_a_link() -> None:
    sheet = Sheet("t", (words("by ", Link("TASS", "https://tass.com/a(b)?c=1&d=2")),))
    assert to_markdown(sheet) == "# t\n\nby [TASS](https://tass.com/a%28b%29?c=1&d=2)\n"
    assert '<a href="https://tass.com/a(b)?c=1&amp;d=2" rel="noreferrer">TASS</a>' in to_html(sheet)


@pytest.mark.parametrize(
    ("told", "written"),
    [
        ("# no heading", "\\# no heading"),
        ("- no point", "\\- no point"),
        ("1. no point", "1\\. no point"),
        ("2020-09-04", "2020-09-04"),
        ("*bold* _and_ `code`", "\\*bold\\* \\_and\\_ \\`code\\`"),
        ("a | b", "a \\| b"),
        ("<b>", "\\<b\\>"),
        ("[x](y)", "\\[x\\](y)"),
        ("two\nlines", "two lines"),
    ],
)
def test_marks_of_markdown_stay_words(told: str, written: str) -> None:
    assert to_markdown(Sheet("t", (words(told),))) == f"# t\n\n{written}\n"


def test_a_table_keeps_its_columns() -> None:
    table = Table(("a", "b"), ((words("x|y"), words("z")),))
    assert to_markdown(Sheet("t", (table,))) == "# t\n\n| a | b |\n| --- | --- |\n| x\\|y | z |\n"


def test_a_quote_names_who_said_it() -> None:
    quote = Quote("We shall meet again", Link("TASS, 2020-09-04"))
    assert to_markdown(Sheet("t", (quote,))) == "# t\n\n> We shall meet again\n> — TASS, 2020-09-04\n"
