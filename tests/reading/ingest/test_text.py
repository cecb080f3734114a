"""Plain text files: decoding, language, and one whole page."""

from __future__ import annotations

import codecs
from datetime import date
from pathlib import Path

import pytest

from comity.errors import DocumentError
from comity.model.document import content_id
from comity.reading.ingest.language import language_of
from comity.reading.ingest.options import Options
from comity.reading.ingest.text import read_text

PAGE = """\
 date 2021-06-30 UrduPoint.com
Umer Jamshaid 3 minutes ago Wed 30th June 2021 | 09:12 PM

Minister Hopes Joint Drills of SCO and CSTO to Be Held Yearly

A minister on Wednesday expressed hope that the joint drills of the SCO and of the CSTO would be held every year

MINSK (UrduPoint News / Sputnik - 30th June, 2021) A minister on Wednesday expressed hope that the joint drills of the \
SCO and of the CSTO would be held every year.
"""


def test_a_page_is_kept_whole_and_its_head_understood() -> None:
    document = read_text(PAGE.encode(), "page.txt")
    assert document.text == PAGE
    assert document.id == content_id(PAGE)
    assert (document.outlet, document.origin, document.published) == ("UrduPoint", "Sputnik", date(2021, 6, 30))
    assert document.title == "Minister Hopes Joint Drills of SCO and CSTO to Be Held Yearly"
    assert document.language == "en"
    assert document.text[document.body :].startswith("MINSK (UrduPoint News")


def test_what_the_caller_says_outranks_the_page() -> None:
    document = read_text(PAGE.encode(), "page.txt", Options(date(2020, 1, 2), "ru"))
    assert (document.published, document.language) == (date(2020, 1, 2), "ru")


def test_offsets_are_those_of_the_file_whatever_its_line_ends() -> None:
    text = "Title of it\r\n\r\nThe ministers met.\r\n"
    document = read_text(text.encode(), "a.txt")
    assert document.text == text
    assert document.text[document.body :] == "The ministers met.\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_text_is_utf_8_or_what_its_byte_order_mark_says(encoding: str) -> None:
    assert read_text("Министры ШОС встретились.".encode(encoding), "a.txt").text == "Министры ШОС встретились."


def test_big_endian_utf_16_is_read() -> None:
    content = codecs.BOM_UTF16_BE + "上合组织".encode("utf-16-be")
    assert read_text(content, "a.txt").text == "上合组织"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("Министры".encode("cp1251"), r"not UTF-8: byte 0 is 0xcc .*iconv -f WINDOWS-1251 -t UTF-8"),
        (b"abc\xff", "not UTF-8: byte 3 is 0xff"),
        (codecs.BOM_UTF16_LE + b"a", "not UTF-16"),
        (b"abc\0def", "a binary file, not text: byte 3 is NUL"),
        ("a\0b".encode("utf-16"), "a binary file, not text: character 1 is NUL"),
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (codecs.BOM_UTF8, "empty"),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(content: bytes, why: str) -> None:
    with pytest.raises(DocumentError, match=f"a.txt: {why}"):
        read_text(content, "a.txt")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ministers met (ШОС).", "en"),
        ("Министры стран SCO встретились.", "ru"),
        ("上合组织（SCO）防长会晤", "zh"),
        ("俄外长 Lavrov 说", "zh"),
        ("وزراء الدفاع", None),
        ("2020-11-10", None),
    ],
)
def test_the_language_is_that_of_the_script(text: str, language: str | None) -> None:
    assert language_of(text) == language


def test_the_examples_tell_their_day_and_title() -> None:
    for path in sorted(Path(__file__).parents[3].glob("examples/enlarged-meetings/*.txt")):
        document = read_text(path.read_bytes(), str(path))
        assert document.published is not None
        assert document.published.isoformat() == path.name[:10]
        assert document.title is not None
