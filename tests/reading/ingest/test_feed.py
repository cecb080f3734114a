"""RSS and Atom: each entry a report."""

from __future__ import annotations

from datetime import date

import pytest

from comity.errors import DocumentError
from comity.model.document import Document
from comity.reading.ingest.feed import read_feed
from comity.reading.ingest.options import Options

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Example Daily</title><language>en-gb</language>
<item><title>SCO &amp;amp; CSTO meet</title><link>https://example.org/1</link>
<pubDate>Fri, 04 Sep 2020 23:30:00 -0500</pubDate><dc:creator>Agence France-Presse</dc:creator>
<description>&lt;p&gt;A summary.&lt;/p&gt;</description>
<content:encoded><![CDATA[<p>The <b>SCO</b> met in Moscow.</p><p>It ended.</p><script>alert("CIS")</script>]]></content:encoded></item>
<item><title>Only a title</title><guid>x</guid></item>
<item><link>https://example.org/3</link></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ru"><title>Пример</title>
<entry><title type="html">Министры &lt;i&gt;ШОС&lt;/i&gt;</title><link href="https://example.org/1"/>
<updated>2020-09-05T01:00:00Z</updated><published>2020-09-04T22:00:00+03:00</published>
<summary>Министры ШОС встретились.</summary></entry></feed>"""


def _read(content: str | bytes, options: Options | None = None, **known: str) -> list[Document | DocumentError]:
    return list(read_feed(content.encode() if isinstance(content, str) else content, "feed.xml", options, **known))


def _first(content: str | bytes, options: Options | None = None) -> Document:
    document = _read(content, options)[0]
    assert isinstance(document, Document)
    return document


def test_an_entry_is_a_report_with_its_longest_text() -> None:
    document = _first(RSS)
    assert document.text == "The SCO met in Moscow.\nIt ended."
    assert (document.title, document.source, document.outlet) == (
        "SCO & CSTO meet",
        "https://example.org/1",
        "Example Daily",
    )
    assert (document.origin, document.language) == ("AFP", "en")


def test_the_day_is_that_of_the_outlet_s_own_clock() -> None:
    assert _first(RSS).published == date(2020, 9, 4)
    assert _first(ATOM).published == date(2020, 9, 4)


def test_an_entry_without_a_text_is_its_title() -> None:
    document = _read(RSS)[1]
    assert isinstance(document, Document)
    assert (document.text, document.source) == ("Only a title", "feed.xml#2")


def test_an_entry_without_words_is_told_with_its_number() -> None:
    assert str(_read(RSS)[2]) == "feed.xml: entry 3: neither a title nor a text"


def test_atom_tells_its_language_and_may_have_marks_in_titles() -> None:
    document = _first(ATOM)
    assert (document.title, document.text) == ("Министры ШОС", "Министры ШОС встретились.")
    assert (document.language, document.outlet) == ("ru", "Пример")


def test_what_the_caller_says_outranks_the_feed() -> None:
    document = _first(RSS, Options(date(2021, 1, 2), "fr"))
    assert (document.published, document.language) == (date(2021, 1, 2), "fr")


def test_an_entry_that_is_read_again_is_the_same_report() -> None:
    assert _first(RSS).id == _first(RSS.replace("<language>en-gb</language>", "")).id
    assert _first(RSS).id != _first(RSS.replace("org/1", "org/9")).id


@pytest.mark.parametrize("day", ["", "<pubDate>yesterday</pubDate>", "<pubDate>Fri, 99 Sep 2020</pubDate>"])
def test_a_day_that_is_none_is_unknown(day: str) -> None:
    assert _first(f"<rss><channel><item><title>Met.</title>{day}</item></channel></rss>").published is None


def test_a_feed_in_another_encoding_is_read_by_its_declaration() -> None:
    content = ATOM.replace("<feed", '<?xml version="1.0" encoding="windows-1251"?><feed').encode("cp1251")
    assert _first(content).text == "Министры ШОС встретились."


@pytest.mark.parametrize(
    "content",
    [
        "<rss><channel><item><title>The SCO met. &nbsp; & <b></title></item></channel></rss>",
        "<rss><item><title>The SCO met.</title></item>",
        "<rss><channel><item><title><![CDATA[The SCO met.]]></title></item></channel>",
        "<RSS><CHANNEL><ITEM><TITLE>The SCO met.</TITLE></ITEM></CHANNEL></RSS>",
    ],
)
def test_an_ill_formed_feed_is_read_as_far_as_it_goes(content: str) -> None:
    assert _first(content).text.startswith("The SCO met.")


BOMB = (
    '<!DOCTYPE rss [<!ENTITY a "SCO SCO SCO SCO">'
    + "".join(
        f'<!ENTITY {after} "{("&" + before + ";") * 20}">' for before, after in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]><rss><channel><item><title>&i;</title></item></channel></rss>"
)
INCLUSION = (
    '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    "<rss><channel><item><title>The SCO met. &x;</title></item></channel></rss>"
)


@pytest.mark.parametrize(
    "content",
    [
        "<rss></rss>",
        "<rss",
        "<feed/>",
        "<?xml version='1.0'?><urlset/>",
        "\x00\x01",
        "http://127.0.0.1:1/feed.xml",
        "/etc/passwd",
        "<rss>" + "<a>" * 20_000,
    ],
)
def test_what_is_no_feed_is_refused(content: str) -> None:
    with pytest.raises(DocumentError, match=r"feed\.xml: (no feed|a feed that cannot be parsed)"):
        _read(content)


def test_a_feed_cannot_grow_without_bounds() -> None:
    assert len(_first(BOMB).text) < 1000


def test_a_feed_cannot_read_other_files() -> None:
    assert "root:" not in _first(INCLUSION).text
