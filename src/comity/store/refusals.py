"""What databases refuse, in words that tell what to do. A password is never among them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa

from comity.errors import StoreError

# Part of what the driver says, in lower case, and what we say.
_REASONS = (
    ("database is locked", "locked by another program; wait for it to finish, then run the command again"),
    ("readonly database", "read-only; make the file and its folder writable, or name another with --db"),
    ("read-only transaction", "read-only: the server takes no changes"),
    ("unable to open database file", "cannot be opened; its folder is missing or not accessible"),
    ("database or disk is full", "the disk is full; nothing of the last report was kept, all reports before it were"),
    (
        "no space left on device",
        "the server's disk is full; nothing of the last report was kept, all reports before it were",
    ),
    ("disk i/o error", "the disk cannot be read or written"),
    ("file is not a database", "not a database; name another file with --db"),
    ("malformed", "damaged; restore a copy, or read the reports into a new database"),
    ("password authentication failed", "the server refused the user or password"),
    ("no password supplied", "the server wants a password: postgresql://USER:PASSWORD@HOST/NAME"),
    ("connection refused", "no server answers there; is it running, and are host and port right?"),
    ("no such file or directory", "no server answers there; is it running, and are host and port right?"),
    ("could not translate host name", "there is no such host"),
    ("failed to resolve host", "there is no such host"),
    ("timeout expired", "the server did not answer in time"),
    ("does not exist", "the server has no such database or user"),
    ("permission denied", "the server does not let this user do that"),
    ("terminating connection", "the server closed the connection"),
    ("server closed the connection", "the server closed the connection"),
    ("lock timeout", "locked by another program; wait for it to finish, then run the command again"),
    ("too many connections", "the server has no connection free"),
    ("too many clients", "the server has no connection free"),
)


@contextmanager
def refusing(url: str) -> Iterator[None]:
    """Turns a driver's error into a StoreError about `url` (which has no password in it)."""
    try:
        yield
    except sa.exc.DBAPIError as error:
        raise StoreError(url, reason(str(error.orig))) from error
    except sqlite3.Error as error:
        raise StoreError(url, reason(str(error))) from error


def reason(message: str) -> str:
    """Our words for a driver's message; its own first line where we have none."""
    low = message.lower()
    for part, why in _REASONS:
        if part in low:
            return why
    return f"the database refused: {next(iter(message.strip().splitlines()), 'no reason given')}"
