"""Bodies and days of publication of pages, as the evaluation kit's tasks `body` and `pubdate` read them.

usage: python bench/bodies.py CORPUS.dev.jsonl SOURCES OUT.jsonl

CORPUS is what the kit's convert.py wrote, SOURCES the folder that `meta.html` is relative to. Every page is taken apart,
also those that name no organization. Then: python score.py body OUT.jsonl --corpus html_aeb
"""

from __future__ import annotations

import gzip
import json
import sys
import time
from pathlib import Path
from typing import Any

from comity.errors import DocumentError
from comity.reading.ingest.page import read_page

_GZIP = b"\x1f\x8b"


def main(arguments: list[str]) -> None:
    if len(arguments) != 3:
        sys.exit(__doc__)
    corpus, sources, out = map(Path, arguments)
    rows = [json.loads(line) for line in corpus.read_text("utf-8").splitlines()]
    pages = [_content(sources / row["meta"]["html"]) for row in rows]
    start = time.perf_counter()
    told = [_told(row, content) for row, content in zip(rows, pages, strict=True)]
    spent = time.perf_counter() - start
    out.write_text("".join(json.dumps(one) + "\n" for one in told), "utf-8")
    print(f"{len(rows)} pages, {len(rows) / spent:,.0f} a second, {sum(map(len, pages)) / spent / 1e6:.1f} MB/s")


def _content(path: Path) -> bytes:
    content = path.read_bytes()
    return gzip.decompress(content) if content.startswith(_GZIP) else content


def _told(row: dict[str, Any], content: bytes) -> dict[str, str | None]:
    try:
        page = read_page(content, row["id"], address=row["meta"].get("url"), gated=False)
    except DocumentError:
        return {"id": row["id"], "body": "", "published": None}
    return {
        "id": row["id"],
        "body": page.text[page.body :],
        "published": page.published.isoformat() if page.published else None,
    }


if __name__ == "__main__":
    main(sys.argv[1:])
