"""Files are compressed many at a time, and each is had again by itself."""

import random
from pathlib import Path

from dateline.publishing.keeping.cache import Cache
from dateline.publishing.keeping.kept import BundledFile
from dateline.publishing.keeping.open_names import NO_NAMES
from dateline.publishing.keeping.packed import pack
from dateline.publishing.keeping.stored import list_files, read_files


def random_files(seed: int) -> dict[str, bytes]:
    """Some of no bytes, some of many, and some the same."""
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    sizes = (0, 1, 900, 70_000, 300_000)
    return {
        f"{name}.html": bytes([chance.randrange(4)]) * chance.choice(sizes) for name in range(12)
    }


def test_each_file_is_as_it_was_in_any_order() -> None:
    for seed in range(5):
        files = random_files(seed)
        packed = pack(files)
        assert list(packed) == list(files)
        assert packed.size == sum(map(len, files.values()))
        for path in sorted(files, key=hash):
            assert packed[path] == files[path]


def test_a_file_is_the_same_whatever_is_beside_it() -> None:
    alone, beside = pack({"b": b"page"}), pack({"a": b"another", "b": b"page", "c": b"other"})
    assert alone.packed["b"] == beside.packed["b"]
    assert alone.packed["b"] != beside.packed["c"]


def test_an_entry_of_the_cache_has_the_same_files(tmp_path: Path) -> None:
    files = pack(random_files(1))
    data = b"".join(bundle.data for bundle in files.bundles)
    cache = Cache(tmp_path)
    parts = cache.store_parts("story", "key", [b"", b"", list_files(files, NO_NAMES), data])
    assert parts
    found = read_files(parts)
    assert found
    assert found.files == files.packed
    assert all(isinstance(file, BundledFile) for file in found.files.values())
    (entry,) = tmp_path.iterdir()
    entry.write_bytes(entry.read_bytes()[:-1] + b"?")
    spoilt = cache.open_parts("story", "key")
    assert spoilt
    assert read_files(spoilt) is None
