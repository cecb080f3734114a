"""A private PostgreSQL server for the tests, from Debian's or any other installed binaries."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PASSWORD = "kept out of messages"


class Server:
    """Runs in a temporary folder, listens only on a socket in it and on a loopback port of its own."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder = folder
        self.port = port
        self._made = 0

    def url(self, name: str = "postgres", *, password: str = _PASSWORD, port: int | None = None) -> str:
        return f"postgresql://tester:{password.replace(' ', '%20')}@127.0.0.1:{port or self.port}/{name}"

    def new_database(self) -> str:
        """The URL of an empty database."""
        self._made += 1
        name = f"test_{self._made}"
        self.sql(f"CREATE DATABASE {name}")
        return self.url(name)

    def sql(self, statement: str, *, name: str = "postgres") -> None:
        import psycopg

        with psycopg.connect(self.url(name), autocommit=True) as connection:
            connection.execute(statement.encode())


def binaries() -> Path | None:
    """The folder with initdb and pg_ctl; Debian keeps them out of the path."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    return next(iter(sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)), None)


@contextmanager
def running(port: int) -> Iterator[Server]:
    where = binaries()
    if where is None:
        raise RuntimeError(
            "the tests need PostgreSQL's server: apt-get install postgresql, or `make test`, which does that"
        )
    folder = Path(tempfile.mkdtemp(prefix="comity-pg-"))
    try:
        _begin(where, folder, port)
        yield Server(folder, port)
    finally:
        _as_owner([str(where / "pg_ctl"), "-D", str(folder / "cluster"), "-m", "immediate", "stop"], check=False)
        shutil.rmtree(folder, ignore_errors=True)


def _begin(where: Path, folder: Path, port: int) -> None:
    secret = folder / "secret"
    secret.write_text(_PASSWORD)
    if os.geteuid() == 0:
        for path in (folder, secret):
            shutil.chown(path, "postgres")
    cluster = str(folder / "cluster")
    settings = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=20"
    _as_owner(
        [
            str(where / "initdb"),
            "-D",
            cluster,
            "-U",
            "tester",
            "-A",
            "scram-sha-256",
            f"--pwfile={secret}",
            "-E",
            "UTF8",
            "--no-sync",
        ]
    )
    _as_owner([str(where / "pg_ctl"), "-D", cluster, "-w", "-o", settings, "-l", str(folder / "log"), "start"])


def _as_owner(command: list[str], *, check: bool = True) -> None:
    """PostgreSQL refuses to run as root."""
    if os.geteuid() == 0:
        command = ["runuser", "-u", "postgres", "--", *command]
    done = subprocess.run(command, capture_output=True, text=True, cwd="/", check=False)
    if check and done.returncode:
        raise RuntimeError(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
