"""Reports from the web: limits, redirects, closed hosts, and asking only for what changed. Nothing here leaves the machine."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx2
import pytest

from comity.errors import DocumentError
from comity.model.document import Document
from comity.reading.ingest import ingest
from comity.reading.ingest import web as module
from comity.reading.ingest.public_hosts import is_public, resolved
from comity.reading.ingest.web import CONTACT, MOST_REDIRECTS, Fetcher
from comity.reading.ingest.web_cache import Answer, WebCache
from tests.reading.ingest.pages import page

Serve = Callable[[httpx2.Request], httpx2.Response]
NUMBER = "93.184.215.14"


def _fetcher(serve: Serve, folder: Path, **known: object) -> Fetcher:
    settings: dict[str, object] = {"resolve": lambda host, port: [NUMBER], "pause": 0.0} | known
    return Fetcher(cache=WebCache(folder), transport=httpx2.MockTransport(serve), **settings)  # type: ignore[arg-type]


def _why(serve: Serve, folder: Path, address: str = "https://example.org/1", **known: object) -> str:
    with pytest.raises(DocumentError) as caught:
        _fetcher(serve, folder, **known).fetch(address)
    return str(caught.value)


def _ok(_: httpx2.Request) -> httpx2.Response:
    return httpx2.Response(200, content=page("Met."), headers={"Content-Type": "text/html"})


def test_an_address_is_asked_by_the_number_that_was_checked(tmp_path: Path) -> None:
    asked: list[httpx2.Request] = []

    def serve(request: httpx2.Request) -> httpx2.Response:
        asked.append(request)
        return _ok(request)

    answer = _fetcher(serve, tmp_path).fetch("https://example.org:8443/1?a=b")
    (request,) = asked
    assert str(request.url) == f"https://{NUMBER}:8443/1?a=b"
    assert request.headers["host"] == "example.org:8443"
    assert request.extensions["sni_hostname"] == "example.org"
    assert (answer.address, answer.content_type) == ("https://example.org:8443/1?a=b", "text/html")


def test_whoever_reads_says_who_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    agents: list[str] = []

    def serve(request: httpx2.Request) -> httpx2.Response:
        agents.append(request.headers["user-agent"])
        return _ok(request)

    monkeypatch.setenv(CONTACT, "desk@example.org")
    _fetcher(serve, tmp_path).fetch("https://example.org/1")
    assert agents[0].startswith("Comity/")
    assert "contact: desk@example.org" in agents[0]


@pytest.mark.parametrize(
    "number",
    [
        "127.0.0.1",
        "127.8.9.1",
        "0.0.0.0",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "100.100.100.200",
        "168.63.129.16",
        "192.0.0.192",
        "198.18.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "fd00:ec2::254",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001:0:7f00:1::",
        "2001:db8::1",
        "not a number",
    ],
)
def test_hosts_that_are_not_public_are_not_asked(number: str, tmp_path: Path) -> None:
    assert not is_public(number)
    why = _why(_never, tmp_path, resolve=lambda *_: [number])
    assert f"example.org is {number}, which is not a public address" in why


@pytest.mark.parametrize("number", [NUMBER, "8.8.8.8", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"])
def test_public_hosts_are_asked(number: str) -> None:
    assert is_public(number)


def test_one_closed_number_of_several_closes_a_host(tmp_path: Path) -> None:
    assert "not a public address" in _why(_never, tmp_path, resolve=lambda *_: [NUMBER, "10.0.0.1"])


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.1", "2130706433", "0x7f000001", "[::1]"])
def test_one_s_own_machine_is_closed_however_it_is_written(host: str, tmp_path: Path) -> None:
    assert "not a public address" in _why(_never, tmp_path, f"http://{host}/", resolve=resolved)


def test_where_one_number_does_not_answer_the_next_is_called(tmp_path: Path) -> None:
    asked: list[str] = []

    def serve(request: httpx2.Request) -> httpx2.Response:
        asked.append(request.url.host)
        if ":" in request.url.host:
            raise httpx2.ConnectError("no route")
        return _ok(request)

    numbers = ["2606:2800:21f:cb07:6820:80da:af6b:8b2c", NUMBER]
    _fetcher(serve, tmp_path, resolve=lambda *_: numbers).fetch("https://example.org/1")
    assert asked == numbers
    assert "no route" in _why(serve, tmp_path, resolve=lambda *_: numbers[:1])


def test_a_host_that_leads_elsewhere_the_second_time_is_not_followed_there(tmp_path: Path) -> None:
    numbers = iter([[NUMBER], ["127.0.0.1"]])
    asked: list[str] = []

    def serve(request: httpx2.Request) -> httpx2.Response:
        asked.append(request.url.host)
        return httpx2.Response(302, headers={"Location": "/2"})

    assert "not a public address" in _why(serve, tmp_path, resolve=lambda *_: next(numbers))
    assert asked == [NUMBER]


@pytest.mark.parametrize(
    ("location", "why"),
    [
        ("http://127.0.0.1/", "not a public address"),
        ("//localhost/", "not a public address"),
        ("file:///etc/passwd", "which is no http or https address"),
        ("ftp://example.org/", "which is no http or https address"),
        ("https://u:p@example.org/", "an address with a password in it"),
        ("http://", "which is no http or https address"),
    ],
)
def test_each_redirect_is_checked_like_the_first_address(location: str, why: str, tmp_path: Path) -> None:
    def resolve(host: str, port: int) -> list[str]:
        return [NUMBER] if host == "example.org" else resolved(host, port)

    told = _why(lambda _: httpx2.Response(302, headers={"Location": location}), tmp_path, resolve=resolve)
    assert why in told
    assert ":p@" not in told


def test_redirects_are_followed_and_the_last_address_is_the_source(tmp_path: Path) -> None:
    def serve(request: httpx2.Request) -> httpx2.Response:
        return _ok(request) if request.url.path == "/b" else httpx2.Response(301, headers={"Location": "/b"})

    assert _fetcher(serve, tmp_path).fetch("https://example.org/a").address == "https://example.org/b"


def test_redirects_in_a_circle_end(tmp_path: Path) -> None:
    why = _why(lambda _: httpx2.Response(302, headers={"Location": "/1"}), tmp_path)
    assert f"more than {MOST_REDIRECTS} redirects" in why


def test_a_password_is_neither_sent_nor_told(tmp_path: Path) -> None:
    why = _why(_never, tmp_path, "https://user:secret@example.org/1")
    assert (
        why
        == "https://example.org/1: cannot be fetched: an address with a password in it; save the page and read the file"
    )


@pytest.mark.parametrize(("status", "why"), [(404, "the server answered 404 Not Found"), (503, "503"), (204, "204")])
def test_an_answer_without_a_page_is_told(status: int, why: str, tmp_path: Path) -> None:
    assert why in _why(lambda _: httpx2.Response(status), tmp_path)


def test_a_page_that_is_too_long_is_refused_while_it_comes(tmp_path: Path) -> None:
    given: list[int] = []

    def pieces() -> Iterator[bytes]:
        for number in range(1000):
            given.append(number)
            yield b"x" * 100

    why = _why(lambda _: httpx2.Response(200, content=pieces()), tmp_path, largest=1000)
    assert "longer than 1000 bytes" in why
    assert len(given) < 20


def test_a_page_that_unpacks_without_end_is_refused(tmp_path: Path) -> None:
    packed = gzip.compress(b"x" * 10_000_000)
    answer = httpx2.Response(200, content=packed, headers={"Content-Encoding": "gzip"})
    assert "longer than 1000 bytes" in _why(lambda _: answer, tmp_path, largest=1000)


def test_a_page_that_trickles_in_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SECONDS", -1.0)
    assert "not here after" in _why(_ok, tmp_path)


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (httpx2.ReadTimeout(""), "the server does not answer within 15 seconds"),
        (httpx2.ConnectError("refused"), "cannot be fetched: refused"),
        (OSError("no such host"), "cannot be fetched: no such host"),
    ],
)
def test_a_server_that_does_not_answer_is_told(error: Exception, why: str, tmp_path: Path) -> None:
    def serve(_: httpx2.Request) -> httpx2.Response:
        raise error

    assert why in _why(serve, tmp_path)


@pytest.mark.parametrize(
    "address", ["http://", "https:///a", "http://[", "http://exa mple.org/", "http://example.org:99999/"]
)
def test_what_is_no_address_is_told(address: str, tmp_path: Path) -> None:
    def resolve(host: str, port: int) -> list[str]:
        raise OSError("no such host")

    assert "cannot be fetched" in _why(_never, tmp_path, address, resolve=resolve)


def test_a_server_is_asked_only_for_what_changed(tmp_path: Path) -> None:
    asked: list[tuple[str | None, str | None]] = []

    def serve(request: httpx2.Request) -> httpx2.Response:
        asked.append((request.headers.get("if-none-match"), request.headers.get("if-modified-since")))
        if request.headers.get("if-none-match") == '"1"':
            return httpx2.Response(304)
        headers = {"ETag": '"1"', "Last-Modified": "Fri, 04 Sep 2020 10:00:00 GMT"}
        return httpx2.Response(200, content=b"Met.", headers=headers)

    first, again = (_fetcher(serve, tmp_path).fetch("https://example.org/1") for _ in range(2))
    assert first == again
    assert asked == [(None, None), ('"1"', "Fri, 04 Sep 2020 10:00:00 GMT")]


def test_an_answer_that_cannot_be_asked_about_again_is_not_kept(tmp_path: Path) -> None:
    _fetcher(_ok, tmp_path).fetch("https://example.org/1")
    assert list(tmp_path.iterdir()) == []


def test_the_cache_gives_up_its_oldest_answers(tmp_path: Path) -> None:
    cache = WebCache(tmp_path, most=3)
    for number in range(5):
        cache.put(str(number), Answer(str(number), b"", etag='"1"'))
    assert len(list(tmp_path.iterdir())) == 3


def test_a_damaged_or_absent_cache_is_no_error(tmp_path: Path) -> None:
    cache = WebCache(tmp_path)
    cache.put("a", Answer("a", b"", etag='"1"'))
    next(tmp_path.iterdir()).write_bytes(b"\xff")
    assert cache.get("a") is None
    (tmp_path / "file").write_text("")
    WebCache(tmp_path / "file" / "in").put("a", Answer("a", b"", etag='"1"'))


def test_a_host_is_left_alone_for_a_moment_between_two_questions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slept: list[float] = []
    monkeypatch.setattr("time.sleep", slept.append)
    fetcher = _fetcher(_ok, tmp_path, pause=1.0)
    for address in ("https://a.org/1", "https://b.org/1", "https://a.org/2"):
        fetcher.fetch(address)
    assert [pause > 0 for pause in slept] == [False, False, True]


@pytest.mark.parametrize(
    ("content", "kind", "text"),
    [
        (page("Met."), "text/html", "Met."),
        ("Министры".encode("cp1251"), "text/plain; charset=windows-1251", "Министры"),
        (b"<rss><channel><item><title>Fed.</title></item></channel></rss>", "application/xml", "Fed."),
        (b'{"text": "Met."}\n', "application/json", "Met."),
        (b"<b>Met.</b>", "text/html", "Met."),
        (gzip.compress(b'{"text": "Met."}'), "application/gzip", "Met."),
    ],
)
def test_an_address_is_read_as_what_the_server_says_or_it_begins_like(
    content: bytes, kind: str, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = Answer("https://example.org/1", content, kind)
    monkeypatch.setattr(Fetcher, "fetch", lambda _, address: answer)
    assert [one.text for one in ingest(["https://example.org/1"]) if isinstance(one, Document)] == [text]


def test_a_link_to_subscribe_to_a_calendar_is_fetched_like_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    entry = b"BEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20200904\r\nSUMMARY:SCO summit\r\nEND:VEVENT\r\n"
    content = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + entry + b"END:VCALENDAR\r\n"
    monkeypatch.setattr(Fetcher, "fetch", lambda _, address: Answer(address, content, "text/calendar"))
    (found,) = ingest(["webcal://example.org/diary.ics"])
    assert isinstance(found, Document)
    assert found.source == "https://example.org/diary.ics#1"


def test_a_closed_host_is_told_in_its_place_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A met.")
    error, document = ingest(["http://127.0.0.1/", tmp_path / "a.txt"])
    assert "not a public address" in str(error)
    assert isinstance(document, Document)


def _never(request: httpx2.Request) -> httpx2.Response:
    raise AssertionError(f"asked {request.url}")
