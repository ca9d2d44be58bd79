"""A cache never answers with anything but what was stored in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.publishing.keeping.cache import Cache
from tests.faults.table import tried

RESULT = {"files": {"index.html": "aGVsbG8="}}


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    cache = Cache(tmp_path / "cache")
    cache.store("story", "key", RESULT)
    return cache


def test_a_result_is_found_under_its_name_and_key_alone(cache: Cache) -> None:
    assert cache.load("story", "key") == RESULT
    assert cache.load("story", "another key") is None
    assert cache.load("another", "key") is None


@tried(3, "An entry of the cache has `{new!r}` where `{old!r}` was", "It is worked out again")
@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"aGVsbG8=", b"aGVsbG9="),  # JSON as before, with another byte in a page
        (b"index", b"about"),
        (b"}}", b"}} "),
        (b"}}", b"}"),
        (b'{"key"', b'{"kex"'),
        (b"\n", b""),
    ],
)
def test_a_spoilt_entry_is_not_used(cache: Cache, old: bytes, new: bytes) -> None:
    assert cache.folder
    (entry,) = cache.folder.iterdir()
    written = entry.read_bytes()
    assert old in written
    entry.write_bytes(written.replace(old, new, 1))
    assert cache.load("story", "key") is None


def test_entries_of_briefings_that_are_gone_are_deleted(cache: Cache) -> None:
    cache.store("other", "key", RESULT)
    cache.keep_only(["other"])
    assert cache.load("story", "key") is None
    assert cache.load("other", "key") == RESULT


def test_without_a_folder_nothing_is_kept() -> None:
    cache = Cache(None)
    cache.store("story", "key", RESULT)
    assert cache.load("story", "key") is None
