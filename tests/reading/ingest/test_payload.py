"""Answers out of their chunks and unpacked."""

from __future__ import annotations

import gzip
import zlib

import brotli
import pytest

from comity.reading.ingest.payload import PayloadError, payload

BODY = b"<p>The SCO met.</p>" * 10
RAW = zlib.compressobj(wbits=-15)
BARE = RAW.compress(BODY) + RAW.flush()


@pytest.mark.parametrize(
    ("content", "transfer", "encoding"),
    [
        (BODY, "", ""),
        (
            b"3\r\n" + BODY[:3] + b"\r\n" + b"%x; ext=1\r\n" % (len(BODY) - 3) + BODY[3:] + b"\r\n0\r\n\r\n",
            "chunked",
            "",
        ),
        (b"%X\r\n" % len(BODY) + BODY, "Chunked", ""),
        (BODY, "chunked", ""),
        (gzip.compress(BODY), "", "gzip"),
        (BODY, "", "gzip"),
        (zlib.compress(BODY), "", "deflate"),
        (BARE, "", "deflate"),
        (brotli.compress(BODY), "", "br"),
        (gzip.compress(zlib.compress(BODY)), "", "deflate, gzip"),
        (BODY, "", "identity"),
    ],
)
def test_an_answer_is_what_the_server_meant(content: bytes, transfer: str, encoding: str) -> None:
    assert payload(content, transfer=transfer, encoding=encoding, longest=1000) == BODY


def test_an_answer_that_was_cut_off_is_read_up_to_there() -> None:
    noise = bytes(number * 7919 % 251 for number in range(5000))
    found = payload(gzip.compress(noise)[:2000], encoding="gzip", longest=10_000)
    assert found
    assert noise.startswith(found)


@pytest.mark.parametrize("packing", ["gzip", "deflate", "br"])
def test_nothing_is_unpacked_beyond_the_limit(packing: str) -> None:
    pack = {"gzip": gzip.compress, "deflate": zlib.compress, "br": brotli.compress}[packing]
    assert len(payload(pack(b"x" * 5_000_000), encoding=packing, longest=1000)) == 1001


@pytest.mark.parametrize(
    ("content", "encoding"),
    [(b"\x1f\x8b\x08\0\0\0\0\0\0\x03\xff\xff", "gzip"), (b"\xff", "br"), (b"\xff" * 9, "deflate"), (b"x", "lzma")],
)
def test_what_cannot_be_unpacked_is_told(content: bytes, encoding: str) -> None:
    with pytest.raises(PayloadError):
        payload(content, encoding=encoding, longest=1000)


@pytest.mark.parametrize("size", [b"-1", b"zz", b"", b"FFFFFFFFFFFFFFFFFFFF", b"+5", b"0x5"])
def test_a_chunk_of_no_size_or_any_size_ends_nothing(size: bytes) -> None:
    assert payload(size + b"\r\nabc", transfer="chunked", longest=1000) in (size + b"\r\nabc", b"abc")
