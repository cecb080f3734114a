"""Tables of reports, and broken rows that do not end the run."""

from __future__ import annotations

import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.errors import DocumentError
from comity.model.document import Document
from comity.reading.ingest.options import Options
from comity.reading.ingest.table import looks_like_table, read_table


def _read(content: str | bytes, **columns: str) -> list[Document | DocumentError]:
    stream = io.BytesIO(content.encode() if isinstance(content, str) else content)
    try:
        return list(read_table(stream, "a.csv", Options(columns=columns)))
    except DocumentError as error:
        return [error]


def _told(content: str | bytes, **columns: str) -> list[str]:
    return [one.text if isinstance(one, Document) else f"! {one}" for one in _read(content, **columns)]


def test_each_row_is_a_report() -> None:
    (document,) = _read(
        "id,text,title,published,lang,outlet,origin,url\n1,Met.,T,2020-11-10,ru,O,TASS,https://a.org/1\n"
    )
    assert document == Document("1", "https://a.org/1", "Met.", "T", "O", "TASS", date(2020, 11, 10), "ru", 0)


def test_the_source_without_an_address_is_file_and_line() -> None:
    documents = _read('text\n"A\nmet."\nB met.\n')
    assert [one.source for one in documents] == ["a.csv:2", "a.csv:4"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_columns_are_divided_by_what_stands_in_the_first_line(delimiter: str) -> None:
    assert _told(delimiter.join(("title", "text")) + "\n" + delimiter.join(("T", "Met."))) == ["Met."]


def test_columns_may_have_other_names() -> None:
    (document,) = _read("Headline,Content\nT,Met.\n", text="content", title="headline")
    assert isinstance(document, Document)
    assert (document.text, document.title) == ("Met.", "T")


def test_an_empty_cell_says_nothing() -> None:
    (document,) = _read("text,title,published,id\nMet.,,,\n")
    assert isinstance(document, Document)
    assert (document.title, document.published) == (None, None)


def test_quotes_line_ends_and_marks_in_cells_are_kept() -> None:
    content = b'\xef\xbb\xbftext,title\r\n"He said ""met"",\r\nthen left.",T\r\n'
    assert _told(content) == ['He said "met",\r\nthen left.']


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("a,b\n1,2\n", "! a.csv: no column 'text'; say which one it is with --columns text=NAME, of 'a', 'b'"),
        ("text,text\n1,2\n", "! a.csv: the column 'text' stands in it twice; which one is meant?"),
        ("", "! a.csv: empty: there is nothing to read"),
        ("text,title\n", "! a.csv: a table without rows"),
    ],
)
def test_a_table_without_reports_is_told(content: str, why: str) -> None:
    assert _told(content) == [why]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("B met.,T,more", "3 columns, where the first line names 2"),
        ("B met.", "1 columns, where the first line names 2"),
        ('"B "met".",T', "a broken row: ',' expected after '\"'"),
        (",T", "not a report: Expected `str`, got `null` - at `$.text`"),
        ("B\0met.,T", "`text` has a NUL character at 1"),
        ("B \udcff,T", "not UTF-8"),
    ],
)
def test_a_broken_row_is_told_with_its_line_and_the_rest_goes_on(row: str, why: str) -> None:
    content = f"text,title\nA met.,T\n{row}\nC met.,T\n".encode("utf-8", "surrogateescape")
    first, error, last = _told(content)
    assert (first, last) == ("A met.", "C met.")
    assert error.startswith(f"! a.csv, line 3: {why}")


def test_a_quotation_mark_that_is_not_closed_costs_one_row() -> None:
    first, error, second, third = _told('text,title\nA met.,T\n"B met.,T\nC met.,T\nD met.,T\n')
    assert (first, second, third) == ("A met.", "C met.", "D met.")
    assert error == "! a.csv, line 3: a broken row: unexpected end of data"


def test_a_row_without_an_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("comity.reading.ingest.table.LONGEST_ROW", 1000)
    error, *rest = _told('text,title\n"B met.,T\n' + "C met.,T\n" * 200)
    assert "line 2: a broken row: longer than 1000 characters: a quotation mark is not closed, perhaps" in error
    assert rest == ["C met."] + ["! " + one[2:] for one in rest[1:]]


def test_an_id_that_comes_twice_is_told() -> None:
    assert _told("id,text\nx,A\nx,B\n")[1] == "! a.csv, line 3: the id 'x' stands on line 2 already"


@pytest.mark.parametrize(
    ("line", "columns", "is_one"),
    [
        ("text,title", {}, True),
        ("Date;Body", {}, True),
        ('"text"\t"lang"', {}, True),
        ("text", {}, False),
        ("Text, dates and words", {}, False),
        ("content,when", {"text": "content"}, True),
        ("Content", {"text": "content"}, True),
        ("content,when", {}, False),
    ],
)
def test_a_first_line_is_the_head_of_a_table_where_it_names_the_text(
    line: str, columns: dict[str, str], is_one: bool
) -> None:
    assert looks_like_table(line, Options(columns=columns)) is is_one


@given(st.text(alphabet='text,title"\n\r;x\0 ', max_size=60))
def test_no_table_breaks_the_reader(content: str) -> None:
    assert all(isinstance(one, Document | DocumentError) for one in _read(f"text,title\n{content}"))
