"""The words of a page without a tree."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.reading.ingest.decoding import decode_page, known
from comity.reading.ingest.markup import one_line, plain_text, title_of


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>One.</p><p>Two.</p>", "One.\nTwo."),
        ("One.<br>Two.<br/>Three.", "One.\nTwo.\nThree."),
        ("The <b>SCO</b>  met\n\tin Moscow.", "The SCO met\nin Moscow."),
        ("A&nbsp;&amp;&#160;B &lt;C&gt;", "A & B <C>"),
        ("<script>x</script>A<style>y</style><!-- z -->B", "A B"),
        ("<SCRIPT type='a'>x</SCRIPT >A", "A"),
        ("<script>x", ""),
        ("A<!-- x", "A"),
        ("<head><title>T</title></head>A", "A"),
        ("5 < 6 and 7 > 2", "5 < 6 and 7 > 2"),
        ("<a href='x'>A</a><a>B</a>", "A B"),
        ("\x00A\x08", "A"),
    ],
)
def test_a_page_is_what_it_shows(markup: str, text: str) -> None:
    assert plain_text(markup) == text


@given(st.text(alphabet="<>!-/scriptp &#;x\n\"'=", max_size=80))
def test_any_markup_has_words_or_none(markup: str) -> None:
    assert "\0" not in plain_text(markup)


@pytest.mark.parametrize(
    "piece", ["<", "<script ", "<!--", "<p ", "&#", "<title", " \n", "<style>a</style", "<p>", "a<"]
)
def test_no_markup_takes_more_time_than_its_length(piece: str) -> None:
    short, long = (_seconds(piece * times) for times in (2_000, 40_000))
    # Twenty times the length; four hundred times the time would be a pattern that looks back at all before.
    assert long < 150 * max(short, 0.0005)


def _seconds(markup: str) -> float:
    start = time.process_time()
    plain_text(markup)
    return time.process_time() - start


def test_the_title_is_one_line() -> None:
    assert title_of("<head><title lang='en'> SCO &amp;\n CSTO </title>") == "SCO & CSTO"
    assert title_of("<p>None</p>") is None
    assert one_line("  ") is None


@pytest.mark.parametrize(
    ("charset", "name"),
    [
        ("UTF-8", "utf-8"),
        ("windows-1251", "cp1251"),
        ("ISO-8859-1", "cp1252"),
        ("gb2312", "gb18030"),
        ("nonsense", None),
        ("base64", None),
        ("rot13", None),
        ("\0", None),
        (None, None),
    ],
)
def test_an_encoding_is_known_by_the_names_that_the_web_gives_it(charset: str | None, name: str | None) -> None:
    assert known(charset) == name


@given(st.binary(max_size=60), st.sampled_from([None, "utf-8", "utf-16", "gb2312", "nonsense"]))
def test_any_bytes_become_text(content: bytes, charset: str | None) -> None:
    assert isinstance(decode_page(content, charset), str)


def test_a_page_in_plain_letters_is_not_in_the_utf_16_that_it_claims() -> None:
    assert decode_page(b"<meta charset=utf-16>The SCO met.") == "<meta charset=utf-16>The SCO met."
