"""Pages of sites: the report's own words, and what the page tells of it."""

from __future__ import annotations

from datetime import date

import pytest

from comity.errors import DocumentError
from comity.model.document import Document
from comity.reading.ingest import page as module
from comity.reading.ingest.options import Options
from comity.reading.ingest.page import read_page
from comity.reading.ingest.raw import Raw
from tests.reading.ingest.pages import LEAD, MORE, PAGE, page

BODY = "The defence ministers of the SCO met in Moscow on Friday, September 4, and adopted a communique."


def _facts(head: str = "", *, address: str | None = None, title: str = "Ministers meet", above: str = "") -> Document:
    content = page(BODY, head=head, title=title).replace(b"<article>", f"<article>{above}".encode())
    return read_page(content, "a.html", address=address)


def test_a_page_is_read_by_its_report_alone() -> None:
    document = read_page(PAGE.encode(), "a.html")
    assert document.text[document.body :].split("\n") == [LEAD, MORE]
    assert document.title == "SCO defence ministers meet in Moscow"
    assert (document.outlet, document.origin) == ("Example Daily", "TASS")
    assert (document.published, document.language, document.source) == (date(2020, 9, 4), "en", "a.html")


def test_a_page_that_names_no_organization_is_not_taken_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_tree", lambda *_: pytest.fail("it was"))
    document = read_page(page("A cat sat on a mat.", "It purred."), "a.html")
    assert (document.title, document.text) == ("Ministers meet", "A cat sat on a mat.\nIt purred.")


@pytest.mark.parametrize("text", ["Министры ШОС встретились в Москве.", "上合组织国防部长在莫斯科会晤。"])
def test_a_page_in_a_language_that_is_not_read_yet_is_taken_apart_where_it_names_one(text: str) -> None:
    content = page(text, head="<script>x</script>").replace(b"<article>", b"<nav><a>Menu</a></nav><article>")
    assert "Menu" not in read_page(content, "a.html").text


def test_a_name_in_a_script_or_an_attribute_is_not_shown() -> None:
    content = b'<html><script>var x = "SCO"</script><!-- CSTO --><p class="NATO">A cat sat on a mat.</p></html>'
    assert read_page(content, "a.html").text == "A cat sat on a mat."


def test_what_the_caller_says_outranks_the_page() -> None:
    document = read_page(PAGE.encode(), "a.html", Options(date(2021, 1, 2), "fr"))
    assert (document.published, document.language) == (date(2021, 1, 2), "fr")


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2020-09-04T10:00:00Z">',
        '<meta name="DC.date.issued" content="2020-09-04">',
        '<meta name="pubdate" content="September 4, 2020">',
        '<meta itemprop="datePublished" content="4 Sep 2020 10:00 GMT">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2020-09-04T10:00:00Z"}</script>',
        '<script type="application/ld+json">{"@graph": [{"@type": ["Report"], "datePublished": "2020-09-04"}]}</script>',
        '<script type="application/ld+json">[{"@type": "x"}, {"@type": "ReportageNewsArticle", '
        '"datePublished": "2020-09-04"}]</script>',
    ],
)
def test_the_day_is_what_the_page_s_head_says(head: str) -> None:
    assert _facts(head).published == date(2020, 9, 4)


@pytest.mark.parametrize(
    "above",
    [
        "<h1>Ministers meet</h1><p>Faizan Hashmi Fri 4th September 2020 | 10:17 PM</p>",
        "<p>Published: 4 September 2020</p><h1>Ministers meet</h1>",
        '<h1>Ministers meet</h1><span itemprop="datePublished">4 September 2020</span>',
        '<time pubdate datetime="2020-09-04T10:00">Friday</time>',
        "<h1>Ministers meet</h1><p>Council of the EU Press release 4 September 2020 17:00</p>",
        "<p>SC/14355 4 SEPTEMBER 2020</p><h1>Ministers meet</h1>",
    ],
)
def test_without_one_the_day_is_what_stands_beside_the_headline(above: str) -> None:
    assert _facts(above=above).published == date(2020, 9, 4)


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="0001-01-01T00:00:00">',
        '<meta name="date" content="yesterday">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": </script>',
        '<script type="application/ld+json">' + '{"@graph":' * 500 + "1" + "}" * 500 + "</script>",
    ],
)
def test_a_day_that_the_page_does_not_tell_stays_unknown(head: str) -> None:
    assert _facts(head).published is None


def test_the_day_in_the_address_outranks_a_server_that_counts_in_another_zone() -> None:
    head = '<meta property="article:published_time" content="2020-09-05T01:30:00Z">'
    assert _facts(head, address="https://a.org/2020/09/04/story").published == date(2020, 9, 4)
    assert _facts(head, address="https://a.org/2019/01/01/story").published == date(2020, 9, 5)
    assert _facts(address="https://a.org/2020/09/04/story").published == date(2020, 9, 4)


def test_the_title_is_the_heading_that_the_page_shows() -> None:
    above = "<h1>Ministers of the SCO meet in Moscow</h1>"
    assert _facts(title="Ministers of the SCO meet in Moscow - News", above=above).title == (
        "Ministers of the SCO meet in Moscow"
    )


def test_without_a_heading_the_outlet_s_name_is_no_part_of_the_title() -> None:
    head = '<meta property="og:site_name" content="Example Daily">'
    assert _facts(head, title="SCO &amp; CSTO meet - Example Daily").title == "SCO & CSTO meet"
    assert _facts(head, title="SCO meets - and parts").title == "SCO meets - and parts"


def test_what_stands_beside_the_headline_in_the_title_is_the_outlet() -> None:
    document = _facts(
        title="SCO ministers - and others - meet - Ministry of Defence",
        above="<h2>SCO ministers - and others - meet</h2>",
    )
    assert (document.title, document.outlet) == ("SCO ministers - and others - meet", "Ministry of Defence")


def test_a_report_in_a_table_that_lays_out_the_page_is_read_as_one() -> None:
    cells = f"<td><a href='/'>Other news of the CIS</a></td><td><b>Ministers meet</b><br>4 September 2020<br><br>{LEAD}<br><br>{MORE}</td>"
    content = f"<html><title>Ministers meet</title><table><tr>{cells}</tr></table></html>".encode()
    document = read_page(content, "a.html")
    assert document.text[document.body :].split("\n") == [LEAD, MORE]
    assert (document.published, document.title) == (date(2020, 9, 4), "Ministers meet")


def test_a_table_of_names_and_figures_stays_one() -> None:
    table = "<table><tr><td>Russia</td><td>1</td></tr><tr><td>China</td><td>2</td></tr></table>"
    document = read_page(page(BODY, MORE).replace(b"</article>", table.encode() + b"</article>"), "a.html")
    assert "| Russia | 1 |" in document.text


def test_the_outlet_is_the_publisher_else_the_site_else_the_host() -> None:
    told = '<script type="application/ld+json">{"@type": "NewsArticle", "publisher": {"name": "Xinhuanet"}}</script>'
    site = '<meta property="og:site_name" content="Example Daily">'
    assert _facts(told + site).outlet == "Xinhua"
    assert _facts(site).outlet == "Example Daily"
    assert _facts(address="https://www.example.org/1").outlet == "example"
    assert _facts().outlet is None


def test_an_agency_that_signs_a_page_is_its_origin() -> None:
    signed = '<meta name="author" content="Agence France-Presse">'
    site = '<meta property="og:site_name" content="{}">'
    assert _facts(signed + site.format("Example Daily")).origin == "AFP"
    assert _facts(signed + site.format("AFP")).origin is None
    assert _facts('<meta name="author" content="Ivan Petrov">').origin is None


@pytest.mark.parametrize(
    ("declared", "text", "language"),
    [
        ("fr", "Les ministres de l'OTAN se sont reunis. SCO.", "fr"),
        ("ru", "The ministers of the SCO met.", "en"),
        ("en", "Министры ШОС встретились.", "ru"),
        ("uk", "Міністри ШОС зустрілися.", "uk"),
        ("ar", "اجتمع وزراء دفاع منظمة شنغهاي SCO", "ar"),
        ("", "The ministers of the SCO met.", "en"),
    ],
)
def test_the_language_is_the_declared_one_where_the_letters_fit(declared: str, text: str, language: str) -> None:
    content = page(text).replace(b"<html>", f'<html lang="{declared}">'.encode())
    assert read_page(content, "a.html").language == language


@pytest.mark.parametrize(
    ("encoding", "head"),
    [
        ("utf-8", ""),
        ("utf-16", ""),
        ("cp1251", '<meta charset="windows-1251">'),
        ("koi8-r", '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">'),
        ("utf-8", '<meta charset="windows-1251">'),
    ],
)
def test_a_page_may_be_in_any_encoding_that_it_declares(encoding: str, head: str) -> None:
    content = page("Министры ШОС встретились в Москве.", head=head).decode().encode(encoding)
    assert read_page(content, "a.html").text == "Министры ШОС встретились в Москве."


def test_the_server_s_word_tells_the_encoding_of_a_page_that_does_not() -> None:
    content = page("Министры ШОС встретились в Москве.").decode().encode("cp1251")
    assert read_page(content, "a.html", charset="windows-1251").text == "Министры ШОС встретились в Москве."


def test_two_outlets_that_print_the_same_words_are_two_reports() -> None:
    one, other = (read_page(PAGE.encode(), "a", address=f"https://{host}.org/1") for host in ("a", "b"))
    assert one.id != other.id
    assert one.id == read_page(PAGE.encode(), "b", address="https://a.org/1").id


@pytest.mark.parametrize("content", [b"", b"<html><head></head></html>", b"<script>alert(1)</script>", b"<!-- -->"])
def test_a_page_that_shows_no_words_is_refused(content: bytes) -> None:
    with pytest.raises(DocumentError, match=r"a\.html: a page that shows no words"):
        read_page(content, "a.html")


@pytest.mark.parametrize(
    "content",
    [
        b"<div>" * 20_000 + b"The SCO met.",
        b"<p>The SCO met." * 5_000,
        b"<p>The SCO met.<" * 1_000,
        b"<script" * 20_000 + b">The SCO met.",
        b"<p>The SCO met.</p><!-- " * 5_000,
        b"The SCO met. &#xD800; &#0; &#x110000; \x00\x01 <p>",
        b"<html><p>The SCO met.\xff\xfe\xfd</p>",
        b"<p title='SCO>The SCO met.<p title=\"",
        b"<table>" * 3_000 + b"<tr><td>The SCO met.",
        b"<svg><title>The SCO met.</title></svg><p>CSTO</p>",
    ],
)
def test_a_hostile_page_is_read_or_refused(content: bytes) -> None:
    (found,) = Raw("page", "a.html", content, Options()).documents()
    if isinstance(found, Document):
        assert found.text.encode("utf-8")
        assert "\0" not in found.text
    else:
        assert found.source == "a.html"


def test_a_page_that_breaks_the_extractor_is_read_by_all_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RecursionError

    monkeypatch.setattr("trafilatura.bare_extraction", fail)
    assert "Copyright 2020 Example Daily" in read_page(PAGE.encode(), "a.html").text


def test_a_page_larger_than_any_report_is_read_without_a_tree(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGEST_TREE", 100)
    monkeypatch.setattr(module, "_tree", lambda *_: pytest.fail("a tree was made"))
    assert LEAD in read_page(PAGE.encode(), "a.html").text
