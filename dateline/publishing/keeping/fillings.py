"""What fills the slots in the pages of a briefing. The build's cache has it for an edit of that briefing alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from dateline.publishing.keeping.cache import Cache

# By the paths of pages: each slot, and what takes its place.
Filling = Mapping[str, Sequence[tuple[bytes, bytes]]]
Fill = Callable[[], Filling]


def name_of_filling(slug: str) -> str:
    """In the cache; no briefing can be called so."""
    return f"{slug}.slots"


def store_filling(cache: Cache, slug: str, source: str, filling: Filling) -> bool:
    """Keep what was made from `source`, a digest, and say whether it is kept."""
    written = {
        path: [(slot.decode(), data.decode()) for slot, data in pairs]
        for path, pairs in filling.items()
    }
    return bool(source) and cache.store(name_of_filling(slug), source, written)


def load_filling(cache: Cache, slug: str, source: str) -> Filling | None:
    written = cache.load(name_of_filling(slug), source)
    if written is None:
        return None
    return {
        path: [(slot.encode(), data.encode()) for slot, data in pairs]
        for path, pairs in written.items()
    }
