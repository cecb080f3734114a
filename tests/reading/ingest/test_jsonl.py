"""JSON lines: one report a line, and broken lines that do not end the run."""

from __future__ import annotations

import io
import json
from datetime import date

import pytest

from comity.errors import DocumentError
from comity.model.document import Document, content_id
from comity.reading.ingest.jsonl import read_json, read_jsonl
from comity.reading.ingest.options import Options


def _read(*lines: str | bytes, longest: int = 2_000_000, **known: str) -> list[Document | DocumentError]:
    content = b"\n".join(line.encode() if isinstance(line, str) else line for line in lines)
    return list(read_jsonl(io.BytesIO(content), "a.jsonl", Options(**known), longest=longest))  # type: ignore[arg-type]


def _one(**fields: object) -> Document:
    (document,) = _read(json.dumps({"text": "The ministers met."} | fields))
    assert isinstance(document, Document)
    return document


def _error(line: str | bytes) -> str:
    (error,) = _read(line)
    assert isinstance(error, DocumentError)
    return str(error)


def test_all_fields_are_kept() -> None:
    told = {
        "id": "en-1",
        "title": "T",
        "published": "2020-11-10",
        "lang": "en",
        "outlet": "O",
        "origin": "TASS",
        "url": "https://a.org/1",
    }
    document = _one(**told)
    assert document == Document(
        "en-1", "https://a.org/1", "The ministers met.", "T", "O", "TASS", date(2020, 11, 10), "en", 0
    )


def test_without_an_id_it_is_a_hash_of_the_content() -> None:
    assert _one(title="T").id == content_id("The ministers met.", "T")
    assert _one(id="").id == content_id("The ministers met.")


def test_a_number_is_an_id() -> None:
    assert _one(id=17).id == "17"


def test_the_source_without_an_address_is_file_and_line() -> None:
    assert _one().source == "a.jsonl:1"


@pytest.mark.parametrize(("given", "language"), [("zh-CN", "zh"), ("RU", "ru"), ("zh_Hans", "zh"), (None, "en")])
def test_a_language_is_its_first_part(given: str | None, language: str) -> None:
    assert _one(lang=given).language == language


def test_the_callers_language_holds_where_the_line_gives_none() -> None:
    line = '{"text": "Met."}'
    other = '{"text": "Met again.", "lang": "zh"}'
    assert [one.language for one in _read(line, other, language="ru") if isinstance(one, Document)] == ["ru", "zh"]


@pytest.mark.parametrize("published", ["2020-11-10", "2020-11-10T22:17:00Z", "2020-11-10 22:17"])
def test_a_day_may_have_a_time(published: str) -> None:
    assert _one(published=published).published == date(2020, 11, 10)


def test_fields_may_have_the_names_that_others_give_them() -> None:
    (document,) = _read(json.dumps({"body": "Met.", "date": "2020-11-10T09:00:00Z", "language": "ru"}))
    assert isinstance(document, Document)
    assert (document.text, document.published, document.language) == ("Met.", date(2020, 11, 10), "ru")


def test_our_names_come_before_those_of_others() -> None:
    told = {"text": "Met.", "body": "Other.", "published": None, "date": "2020-11-10", "lang": "zh", "language": "ru"}
    (document,) = _read(json.dumps(told))
    assert isinstance(document, Document)
    assert (document.text, document.published, document.language) == ("Met.", None, "zh")


@pytest.mark.parametrize("written", ["November 2020", 1605000000, None])
def test_a_date_under_another_name_that_is_no_day_says_nothing(written: object) -> None:
    assert _one(date=written).published is None


def test_a_null_day_is_looked_for_in_the_text() -> None:
    assert _one(published=None, text="Date: 2020-11-10\nThe ministers met.").published == date(2020, 11, 10)


def test_the_origin_is_looked_for_in_the_dateline_and_is_never_the_outlet() -> None:
    text = "MOSCOW, August 21. /TASS/. They met."
    assert _one(text=text).origin == "TASS"
    assert _one(text=text, outlet="TASS").origin is None
    assert _one(text=text, origin="RIA").origin == "RIA"


@pytest.mark.parametrize("published", ["10 November 2020", "Tue, 10 Nov 2020 22:17:00 GMT", "2020年11月10日"])
def test_a_day_may_be_written_in_words(published: str) -> None:
    assert _one(published=published).published == date(2020, 11, 10)


def test_unknown_fields_are_left_aside() -> None:
    assert _one(gold={"events": []}, trap=None).text == "The ministers met."


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("broken", "line 1: not JSON: "),
        ('{"text": "unfinished', "line 1: not JSON: "),
        ("[]", "line 1: not a report: Expected `object`, got `array`"),
        ("{}", "line 1: not a report: Object missing required field `text`"),
        ('{"text": 1}', r"line 1: not a report: Expected `str`, got `int` - at `$.text`"),
        ('{"text": " "}', "line 1: `text` is empty"),
        ('{"text": "a\\u0000b"}', "line 1: `text` has a NUL character at 1"),
        (
            '{"text": "a", "published": "10/11/2020"}',
            "line 1: `published` is '10/11/2020', not a day such as 2020-11-10",
        ),
        ('{"text": "a", "published": "2020-11"}', "line 1: `published` is '2020-11'"),
        (b'{"text": "\xcf\xf3"}', "line 1: not UTF-8: byte 10 is 0xcf"),
        (b'{"text": "a\0b"}', "line 1: not JSON: byte 11 is NUL"),
        ('{"text": "a", "text": "b"}', "line 1: `text` stands in it 2 times; which one is meant?"),
        ('{"text": "a", "more": ' + "[" * 100_000, "line 1: not JSON that can be read: it is nested too deeply"),
        ('{"text": "a", "x": ' + '{"x":' * 100_000 + "1" + "}" * 100_001, "it is nested too deeply"),
    ],
)
def test_a_broken_line_is_told_with_its_number(line: str | bytes, why: str) -> None:
    assert why in _error(line)


def test_half_a_surrogate_pair_is_refused() -> None:
    assert "line 1: `text` has half of a surrogate pair at 1" in _error('{"text": "a\\ud800b"}')


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity", "1e999"])
def test_a_number_that_is_none_is_as_if_it_were_not_there(value: str) -> None:
    (document,) = _read(f'{{"text": "a", "title": null, "score": {value}}}')
    assert isinstance(document, Document)
    assert document.text == "a"
    if value != "1e999":
        (document,) = _read(f'{{"text": "a", "published": {value}}}')
        assert isinstance(document, Document)
        assert document.published is None


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ('"\\ud800"', "not a report: Expected `object`, got `str`"),
        ('{"title": "\\udfaa\\ud800"}', "not a report: Object missing required field `text`"),
        ('{"text": "\\ud800"}', "`text` has half of a surrogate pair at 0"),
        ('{"text": "a", "id": "\\udfaa"}', "`id` has half of a surrogate pair at 0"),
        ('{"text": {"\\udfaa": 1}}', "not a report: Expected `str`, got `object` - at `$.text`"),
    ],
)
def test_half_a_surrogate_pair_anywhere_breaks_one_line_alone(line: str, why: str) -> None:
    assert why in _error(line)


def test_half_a_surrogate_pair_in_a_field_that_is_not_ours_is_left_aside() -> None:
    (document,) = _read('{"text": "a", "\\udfaa": "\\ud800", "more": {"\\udfaa": 1}}')
    assert isinstance(document, Document)
    assert document.text == "a"


def test_a_name_that_only_stands_in_the_words_is_no_second_field() -> None:
    assert _one(text='He said "text" and "title": twice "text".').text.startswith("He said")


def test_an_inner_object_may_have_fields_of_the_same_names() -> None:
    assert _one(title="T", meta={"title": "U", "text": "V"}).title == "T"


def test_columns_say_what_others_call_our_fields() -> None:
    options = Options(columns={"text": "content", "title": "headline"})
    (document,) = read_jsonl(io.BytesIO(b'{"content": "Met.", "headline": "T", "title": "Other"}'), "a.jsonl", options)
    assert isinstance(document, Document)
    assert (document.text, document.title) == ("Met.", "T")


def test_a_line_without_the_column_of_the_text_is_told() -> None:
    (error,) = read_jsonl(io.BytesIO(b'{"text": "Met."}'), "a.jsonl", Options(columns={"text": "content"}))
    assert str(error) == "a.jsonl, line 1: it has no 'content', which --columns names as the text"


def _json(content: str) -> list[str]:
    found = read_json(io.BufferedReader(io.BytesIO(content.encode())), "a.json")
    return [one.text if isinstance(one, Document) else f"! {one}" for one in found]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('[{"text": "a"}, {"text": "b"}]', ["a", "b"]),
        ('\ufeff[{"text": "a"}]', ["a"]),
        ('{\n  "text": "a",\n  "title": "t"\n}', ["a"]),
        ('{"text": "a"}\n{"text": "b"}', ["a", "b"]),
        ('[{"text": "a", "score": NaN}, {"text": "b"}]', ["a", "b"]),
        ('[{"text": "a"}, 17]', ["a", "! a.json: report 2 of the array: not a report: Expected `object`, got `int`"]),
        (
            '[{"text": "a"}, {"te',
            ["a", "! a.json: not JSON behind report 1 of the array: Unterminated string starting at"],
        ),
        ('[{"text": "a"}', ["a", "! a.json: not JSON behind report 1 of the array: it is not closed"]),
        ("[]", ["! a.json: an empty JSON array: there is nothing to read"]),
        (
            '{broken\n{"text": "b"}',
            ["! a.json, line 1: not JSON: JSON is malformed: object keys must be strings (byte 1)", "b"],
        ),
        ('{"text":\n', ["! a.json, line 1: not JSON: Input data was truncated"]),
        ("[" * 100_000, ["! a.json: not JSON that can be read: it is nested too deeply"]),
    ],
)
def test_json_may_be_an_array_or_one_report_or_lines(content: str, told: list[str]) -> None:
    assert _json(content) == told


def test_the_run_goes_on_after_a_broken_line() -> None:
    found = _read('{"text": "a"}', "broken", "", '{"text": "b"}')
    assert [one.text if isinstance(one, Document) else one.line for one in found] == ["a", 2, "b"]


def test_an_id_that_comes_twice_is_told() -> None:
    found = _read('{"id": "x", "text": "a"}', '{"id": "x", "text": "b"}')
    assert str(found[1]) == "a.jsonl, line 2: the id 'x' stands on line 1 already"


class _Counting(io.BytesIO):
    """Notes the largest piece that was asked for."""

    largest = 0

    def readline(self, size: int | None = -1, /) -> bytes:
        line = super().readline(size)
        self.largest = max(self.largest, len(line))
        return line


def test_a_line_that_is_too_long_is_refused_without_being_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("comity.reading.ingest.jsonl._PIECE", 64)
    stream = _Counting(b'{"text": "' + b"a" * 5000 + b'"}\n{"text": "b"}')
    error, document = read_jsonl(stream, "a.jsonl", longest=100)
    assert str(error) == "a.jsonl, line 1: longer than 100 bytes, which no report is"
    assert isinstance(document, Document)
    assert stream.largest <= 101


def test_an_empty_file_is_told() -> None:
    assert [str(one) for one in _read(b"")] == ["a.jsonl: empty: there is nothing to read"]
    assert [str(one) for one in _read(b"\n\n")] == ["a.jsonl: empty: there is nothing to read"]


def test_a_byte_order_mark_and_windows_line_ends_are_no_part_of_a_line() -> None:
    assert [
        one.text for one in _read(b'\xef\xbb\xbf{"text": "a"}\r', b'{"text": "b"}\r') if isinstance(one, Document)
    ] == ["a", "b"]
