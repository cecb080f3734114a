"""What the caller knows: the names of columns, and parts that are not installed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from comity.errors import UsageError
from comity.reading.ingest import Options, ingest, read_columns
from tests.reading.ingest.archives import answer
from tests.reading.ingest.pages import PAGE


def test_columns_are_pairs_of_our_names_and_theirs() -> None:
    assert read_columns("text=body, title = headline ,published=date") == {
        "text": "body",
        "title": "headline",
        "published": "date",
    }
    assert read_columns("") == {}


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("text", "'text' names no column; write text=body,title=headline"),
        ("text=", "'text=' names no column"),
        ("body=text", "'body' is no field of a report; those are: text, id, title"),
        ("text=a,text=b", "'text' is given two columns: 'a' and 'b'"),
    ],
)
def test_columns_that_mean_nothing_are_told(written: str, why: str) -> None:
    with pytest.raises(UsageError, match=why):
        read_columns(written)


@pytest.mark.parametrize(
    ("name", "content", "part"),
    [
        ("a.html", PAGE.encode(), "trafilatura"),
        ("a.rss", b"<rss/>", "feedparser"),
        ("a.warc", answer(b"Met."), "fastwarc.warc"),
    ],
)
def test_a_part_that_is_not_installed_is_told_with_its_extra(
    name: str, content: bytes, part: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, part, None)
    (tmp_path / name).write_bytes(content)
    (error,) = ingest([tmp_path / name], Options())
    assert f'need {part.split(".")[0]}, which is not installed: pip install "comity[web]"' in str(error)


def test_an_address_without_the_part_that_fetches_is_told_with_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "httpx2", None)
    (error,) = ingest(["https://example.org/1"])
    assert 'addresses need httpx2, which is not installed: pip install "comity[web]"' in str(error)


def test_a_page_that_names_no_organization_needs_no_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for part in ("trafilatura", "lxml.html", "htmldate"):
        monkeypatch.setitem(sys.modules, part, None)
    (tmp_path / "a.html").write_text("<p>A cat sat on a mat.</p>")
    (document,) = ingest([tmp_path / "a.html"])
    assert not isinstance(document, Exception)


def test_nothing_heavy_is_loaded_before_a_report_needs_it() -> None:
    heavy = ("lxml", "trafilatura", "htmldate", "feedparser", "fastwarc", "httpx2", "brotli")
    asked = f"import comity.reading.ingest, sys; print([one for one in {heavy} if one in sys.modules])"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
