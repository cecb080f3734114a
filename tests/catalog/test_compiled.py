"""The compiled catalogue, and the cache that may fail."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from comity.catalog import compiled, loaded
from comity.catalog.bearers import name_table
from comity.catalog.compiled import Compiled, fingerprint, keep, read_compiled
from comity.catalog.load import ROOT, read_catalog
from tests.catalog.folder import write_catalogue


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[bytes]:
    """A small catalogue, compiled, that stands for the one in use; with nothing loaded and an empty cache folder."""
    catalog = read_catalog(write_catalogue(tmp_path / "small"))
    parts = (msgspec.Raw(msgspec.msgpack.encode(part)) for part in (catalog, name_table(catalog, ROOT)))
    content = msgspec.msgpack.encode(Compiled(*parts))
    monkeypatch.setattr(loaded, "compile_catalog", lambda: content)
    monkeypatch.setattr(loaded, "SHIPPED", tmp_path / "none.msgpack")
    monkeypatch.setattr(loaded, "user_cache_path", lambda _: tmp_path / "cache")
    for cached in (loaded._compiled, loaded._catalog, loaded._names):
        cached.cache_clear()
    yield content
    for cached in (loaded._compiled, loaded._catalog, loaded._names):
        cached.cache_clear()


def test_what_was_compiled_reads_back(small: bytes, tmp_path: Path) -> None:
    assert read_compiled(small).read_catalog() == read_catalog(tmp_path / "small")
    assert "kazakhstan" in read_compiled(small).read_names().forms


def test_the_first_use_fills_the_cache_and_the_next_reads_it(
    small: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded.load_catalog()
    assert [path.read_bytes() for path in (tmp_path / "cache").iterdir()] == [small]
    loaded._compiled.cache_clear()
    loaded._catalog.cache_clear()
    monkeypatch.delattr(loaded, "compile_catalog")
    assert set(loaded.load_catalog().organizations) == {"ABC"}


def test_a_broken_cache_file_is_made_again(small: bytes, tmp_path: Path) -> None:
    loaded.load_catalog()
    (path,) = (tmp_path / "cache").iterdir()
    path.write_bytes(b"\xc1 not a catalogue")
    loaded._compiled.cache_clear()
    loaded._catalog.cache_clear()
    assert set(loaded.load_catalog().organizations) == {"ABC"}
    assert path.read_bytes() == small


def test_a_cache_folder_that_cannot_be_is_done_without(small: bytes, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    assert set(loaded.load_catalog().organizations) == {"ABC"}


def test_a_shipped_file_comes_before_all(small: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shipped = tmp_path / "compiled.msgpack"
    shipped.write_bytes(small)
    monkeypatch.setattr(loaded, "SHIPPED", shipped)
    monkeypatch.delattr(loaded, "compile_catalog")
    assert set(loaded.load_catalog().organizations) == {"ABC"}


def test_keeping_drops_older_files_and_leaves_no_draft(tmp_path: Path) -> None:
    keep(tmp_path / "catalog-1.msgpack", b"old")
    keep(tmp_path / "catalog-2.msgpack", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["catalog-2.msgpack"]


def test_the_fingerprint_changes_with_a_file(tmp_path: Path) -> None:
    root = write_catalogue(tmp_path)
    before = fingerprint(root)
    path = root / "organizations" / "ABC.yaml"
    os.utime(path, (path.stat().st_atime, path.stat().st_mtime + 1))
    assert fingerprint(root) != before


def test_the_fingerprint_changes_with_the_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write_catalogue(tmp_path)
    before = fingerprint(root)
    monkeypatch.setattr(compiled, "_version", lambda: "9.9")
    assert fingerprint(root) != before


def test_cities_are_those_of_the_gazetteer_in_states_that_are_known() -> None:
    catalog = loaded.load_catalog()
    almaty = next(city for city in catalog.cities if city.name == "Almaty")
    assert (almaty.country, almaty.timezone) == ("KAZ", "Asia/Almaty")
    assert "Алматы" in almaty.aliases
    assert {city.country for city in catalog.cities} <= set(catalog.states)
