"""Small pages for the tests, as sites of news write them."""

from __future__ import annotations

LEAD = "MOSCOW, September 4. /TASS/. The defence ministers of the Shanghai Cooperation Organization met in Moscow on Friday."
MORE = "They adopted a communique and agreed to meet again in a year, the ministry said in a statement."

PAGE = f"""<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8">
<title>SCO defence ministers meet in Moscow | Example Daily</title>
<meta property="og:site_name" content="Example Daily">
<meta property="article:published_time" content="2020-09-04T18:05:00+03:00">
<script>var SCO = "The SCO will meet tomorrow";</script>
</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<article><h1>SCO defence ministers meet in Moscow</h1>
<p class="byline">By Ivan Petrov</p>
<p>{LEAD}</p>
<figure><img src="a.jpg"><figcaption>Ministers of the CSTO in Minsk. Photo: Example</figcaption></figure>
<p>{MORE}</p>
<p>Share</p>
</article>
<aside><h2>Related news</h2><ul><li><a href="/2">CIS leaders to meet in Minsk on Monday</a></li></ul></aside>
<footer>Copyright 2020 Example Daily</footer>
</body></html>"""


def page(*paragraphs: str, head: str = "", title: str = "Ministers meet") -> bytes:
    """The smallest page that has a body."""
    body = "".join(f"<p>{one}</p>" for one in paragraphs)
    return f"<html><head><title>{title}</title>{head}</head><body><article>{body}</article></body></html>".encode()
