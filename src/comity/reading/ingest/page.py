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
from comity.reading.ingest.furniture import is_of_the_page
from comity.reading.ingest.head import Head, read_head
from comity.reading.ingest.headline import headline
from comity.reading.ingest.language import fitting, language_of
from comity.reading.ingest.layout import without_layout
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
_SHORTEST_BODY = 40
_ENOUGH = 2000


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
    apart. What the caller says of day and language outranks what the page says.
    Raises DocumentError where the page shows no words, and where the extra `web` is needed and not installed.
    """
    options = options or Options()
    markup = decode_page(content, charset)
    shown, title = plain_text(markup), title_of(markup)
    if not shown and not title:
        raise DocumentError(source, "a page that shows no words")
    if gated and not may_concern_us(f"{title or ''}\n{shown}"):
        return _let_pass(shown, title, source, options, address)
    if len(markup) > LARGEST_TREE:
        return _document(shown or title or "", PageFacts(title=title), source, options, address)
    tree = _tree(markup, source)
    if tree is None:
        return _document(shown or title or "", PageFacts(title=title), source, options, address)
    facts = _completed(page_facts(tree), tree, title, shown, address)
    return _document(_from_headline(_body(tree, address) or shown, facts.title), facts, source, options, address)


def _let_pass(shown: str, title: str | None, source: str, options: Options, address: str | None) -> Document:
    """A page that does not concern us, as it stands: no one will ask what is its head and what its body."""
    text = shown or title or ""
    host = urlsplit(address or "").hostname
    return Document(
        id=digest("document", title or "", text, *([address] if address else [])),
        source=source,
        text=text,
        title=title,
        outlet=outlet_of_address(host) if host else None,
        published=options.published,
        language=options.language or language_of(text[:_ENOUGH]),
    )


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


def _from_headline(text: str, title: str | None) -> str:
    """Without the menus that stand above the headline, where the text repeats it."""
    sought = (title or "").casefold()
    lines = text.split("\n")
    at = next((at for at, line in enumerate(lines[: len(lines) // 2 + 1]) if line.casefold() == sought), 0)
    return "\n".join(lines[at:])


def _completed(facts: PageFacts, tree: HtmlElement, title: str | None, shown: str, address: str | None) -> PageFacts:
    """The facts with what only a look at the whole page tells: the headline shown, and the day beside it."""
    named = headline(
        facts.title or title, facts.outlet, shown, [one_line(str(one.text_content())) for one in tree.iter("h1")]
    )
    day = facts.published or shown_day(shown, named.title) or _likely_day(tree, address or facts.address)
    return msgspec.structs.replace(
        facts,
        title=named.title,
        outlet=facts.outlet or named.outlet,
        published=local_day(day, address or facts.address),
    )


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
        found = trafilatura.bare_extraction(without_layout(tree), url=address, options=_extractor())
    except Exception:
        # A page that breaks the extractor is read by all the words that it shows.
        return ""
    text = tidied(getattr(found, "text", None) or "")
    return "\n".join(line for line in text.split("\n") if not is_of_the_page(line))


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


def _likely_day(tree: HtmlElement, address: str | None) -> date | None:
    """The day that a page's marked dates or its address tell, by the rules of htmldate."""
    from htmldate import find_date

    try:
        found = find_date(tree, extensive_search=False, original_date=True, url=address)
    except Exception:
        return None
    return date.fromisoformat(found) if found else None
