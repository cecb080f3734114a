"""One page of a site to one document. Most pages name no organization: they are never parsed."""

from __future__ import annotations

import logging
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import msgspec

from comity.errors import DocumentError
from comity.model.document import Document, digest
from comity.reading.ingest.decoding import decode_page
from comity.reading.ingest.extras import needed
from comity.reading.ingest.fields import other
from comity.reading.ingest.furniture import furniture
from comity.reading.ingest.head import Head, read_head
from comity.reading.ingest.language import fitting, language_of
from comity.reading.ingest.markup import one_line, plain_text, tidied, title_of
from comity.reading.ingest.options import Options
from comity.reading.ingest.outlets import known_agency, outlet_of_address, same
from comity.reading.ingest.page_days import local_day, shown_day
from comity.reading.ingest.page_facts import PageFacts, page_facts
from comity.reading.ingest.page_gate import may_concern_us

if TYPE_CHECKING:
    from lxml.html import HtmlElement
    from trafilatura.settings import Extractor

# No report is as long; its tree would take a hundred times as much memory.
LARGEST_TREE = 8 * 1024 * 1024
_SHORTEST_HEADING = 10
_SHORTEST_BODY = 40


def read_page(
    content: bytes,
    source: str,
    options: Options | None = None,
    *,
    charset: str | None = None,
    address: str | None = None,
    gated: bool = True,
) -> Document:
    """The document of a page; of one that names no organization only the words that it shows, unsorted.

    `charset` is what a server said of the encoding, `address` where the page stands; not `gated`, every page is taken
    apart. What the caller says of day and
    language outranks what the page says. Raises DocumentError where the page shows no words, and where the extra
    `web` is needed and not installed.
    """
    options = options or Options()
    markup = decode_page(content, charset)
    shown, title = plain_text(markup), title_of(markup)
    if not shown and not title:
        raise DocumentError(source, "a page that shows no words")
    if len(markup) > LARGEST_TREE or (gated and not may_concern_us(f"{title or ''}\n{shown}")):
        return _document(shown or title or "", PageFacts(title=title), source, options, address)
    tree = _tree(markup, source)
    facts = page_facts(tree) if tree is not None else PageFacts()
    text = (_body(tree, address) if tree is not None else "") or shown or title or ""
    return _document(text, _completed(facts, tree, title, shown, address), source, options, address)


def _document(text: str, facts: PageFacts, source: str, options: Options, address: str | None) -> Document:
    title = facts.title
    head = read_head(text, title=title)
    host = urlsplit(address or facts.address or "").hostname
    outlet = facts.outlet or head.outlet or (outlet_of_address(host) if host else None)
    return Document(
        id=digest("document", title or head.title or "", text, *([address] if address else [])),
        source=source,
        text=text,
        title=title or head.title,
        outlet=outlet,
        origin=_origin(facts, head, outlet),
        published=options.published or facts.published or head.published,
        language=options.language or fitting(facts.language, language_of(text[head.body :])),
        body=head.body,
    )


def _origin(facts: PageFacts, head: Head, outlet: str | None) -> str | None:
    """The agency of the dateline, else one that signs the page."""
    signed = next((one for one in map(known_agency, facts.writers) if one and not same(one, outlet)), None)
    return other(head.origin, outlet) or signed


def _completed(
    facts: PageFacts, tree: HtmlElement | None, title: str | None, shown: str, address: str | None
) -> PageFacts:
    """The facts with what only a look at the whole page tells: the headline shown, and the day beside it."""
    if tree is None:
        return msgspec.structs.replace(facts, title=facts.title or title)
    headline = _headline(tree, facts.title or title, facts.outlet)
    day = facts.published or shown_day(shown, headline) or _likely_day(tree, address or facts.address)
    return msgspec.structs.replace(facts, title=headline, published=local_day(day, address or facts.address))


def _headline(tree: HtmlElement, title: str | None, outlet: str | None) -> str | None:
    """The heading on the page that the title repeats; without one the title, less the outlet's name behind it."""
    headings = [one_line(str(heading.text_content())) for heading in tree.iter("h1")]
    for heading in headings:
        if heading and title and len(heading) > _SHORTEST_HEADING and heading.casefold() in title.casefold():
            return heading
    if title is None:
        return next((heading for heading in headings if heading), None)
    for mark in (" | ", " - ", " — ", " – ", " :: ", "_"):
        before, found, last = title.rpartition(mark)
        if found and before and (same(last.strip(), outlet) or (mark == " | " and len(last) < len(before))):
            return before.strip()
    return title


def _tree(markup: str, source: str) -> HtmlElement | None:
    """The page as a tree; None where the parser finds none in it."""
    html = needed("lxml.html", extra="web", source=source, what="web pages")
    needed("trafilatura", extra="web", source=source, what="web pages")
    try:
        # As bytes: text that declares an encoding of its own is refused.
        tree: HtmlElement = html.document_fromstring(markup.encode("utf-8", "replace"), parser=_parser())
    except (ValueError, html.etree.LxmlError):
        return None
    return tree


@lru_cache(maxsize=1)
def _parser() -> object:
    from lxml.html import HTMLParser

    return HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)


def _body(tree: HtmlElement, address: str | None) -> str:
    """The report's own paragraphs, without menus, comments and what else stands around; empty where none are found."""
    import trafilatura

    try:
        found = trafilatura.bare_extraction(tree, url=address, options=_extractor())
    except Exception:
        # A page that breaks the extractor is read by all the words that it shows.
        return ""
    text = tidied(getattr(found, "text", None) or "")
    return "\n".join(line for line in text.split("\n") if not _is_of_the_page(line))


@lru_cache(maxsize=1)
def _extractor() -> Extractor:
    """How bodies are looked for: without the slow second opinion, and also in pages of one short paragraph."""
    from trafilatura.settings import Extractor, use_config

    # It tells of pages without a body in a log; we tell of them in our own way.
    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).addHandler(logging.NullHandler())
    config = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", str(_SHORTEST_BODY))
    return Extractor(config=config, output_format="python", fast=True, comments=False)


def _is_of_the_page(line: str) -> bool:
    """ "Share", "Photo: TASS": says nothing of the report, wherever it stands."""
    told = furniture(line)
    return told is not None and not any(getattr(told, name) for name in told.__struct_fields__)


def _likely_day(tree: HtmlElement, address: str | None) -> date | None:
    """The day that a page's marked dates or its address tell, by the rules of htmldate."""
    from htmldate import find_date

    try:
        found = find_date(tree, extensive_search=False, original_date=True, url=address)
    except Exception:
        return None
    return date.fromisoformat(found) if found else None
