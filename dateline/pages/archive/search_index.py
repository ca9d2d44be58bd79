"""The index that search reads in the browser: from each term to the briefings that have it.

It is cut into shards, so that a reader loads only those of the words asked for, and a briefing that
changes changes only those of its words. docs/decisions/search.md says why.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from hashlib import blake2b
from typing import Final

from dateline.frozen import dataclass
from dateline.pages import addresses
from dateline.pages.search.folding import EVEN, MONTHS, POWERS
from dateline.pages.search.search_file import script_of
from dateline.pages.search.term_lines import GROUPS, STRONG
from dateline.pages.summary import Summary

# Briefings for each shard, about: then a shard has some 20 KB, or 8 KB on its way to the reader.
_SHARE: Final = 12
# Sixty-four letters that JSON and the separators of an entry leave alone, but for the backslash.
_FIRST_LETTER: Final = 63
MAP: Final = "*"


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexFile:
    """A file of the index. It stays the same while `made_from`, a digest, does."""

    path: str
    made_from: str
    make: Callable[[], bytes]


def shard_count(briefings: int) -> int:
    """A power of two, so that it changes seldom."""
    count = 1
    while count < GROUPS and count * _SHARE < briefings:
        count *= 2
    return count


def index_files(summaries: Iterable[Summary]) -> Iterator[IndexFile]:
    """The files of the index. A briefing's place in it is that in time, so that a new one moves no other."""
    oldest = sorted(summaries, key=lambda summary: (summary.published, summary.slug))
    slugs = " ".join(summary.slug for summary in oldest)
    yield _data("words", [EVEN, POWERS, MONTHS])
    yield _data("briefings", slugs)
    count = shard_count(len(oldest))
    groups = list(zip(*(summary.search.split(b"\n") for summary in oldest), strict=True))
    size = GROUPS // count
    for shard in range(count):
        name = f"{count}/{shard}"
        lines = groups[shard * size : (shard + 1) * size]
        yield IndexFile(
            path=addresses.search_part(name),
            made_from=_digest(*(b"\n".join(group) for group in lines)),
            make=partial(_shard, name, lines, place_width(count)),
        )


def place_width(shards: int) -> int:
    """How many letters a place has: with as many shards as there may be, there are more than two letters tell."""
    return 3 if shards == GROUPS else 2


def _data(name: str, data: object) -> IndexFile:
    """A file with a name that no briefing has: they hand over theirs under the names of their folders."""
    script = script_of(f"/{name}", data)
    return IndexFile(
        path=addresses.search_part(name), made_from=_digest(script), make=lambda: script
    )


def _digest(*parts: bytes) -> str:
    return blake2b(b"\0".join(parts), digest_size=16).hexdigest()


def _shard(name: str, groups: Iterable[Sequence[bytes]], width: int) -> bytes:
    """Each term with the places of its briefings, then of those in whose titles or names it is."""
    found: dict[str, list[int]] = defaultdict(list)
    strong: dict[str, list[int]] = defaultdict(list)
    for group in groups:
        for place, line in enumerate(group):
            for term in line.decode().split():
                if term[0] == STRONG:
                    found[term[1:]].append(place)
                    strong[term[1:]].append(place)
                else:
                    found[term].append(place)
    return script_of(
        name,
        ";".join(
            f"{term} {_shortest(places, width)} {_coded(strong[term], width)}"
            if term in strong
            else f"{term} {_shortest(places, width)}"
            for term, places in sorted(found.items())
        ),
    )


def _shortest(places: list[int], width: int) -> str:
    """The places one by one, or a map of all with six in a letter."""
    if len(places) * width <= places[-1] // 6 + 2:
        return _coded(places, width)
    letters = bytearray([_FIRST_LETTER]) * (places[-1] // 6 + 1)
    for place in places:
        letters[place // 6] += 1 << place % 6
    return MAP + letters.decode()


def _coded(places: Iterable[int], width: int) -> str:
    shifts = range(6 * (width - 1), -1, -6)
    return "".join(
        chr(_FIRST_LETTER + (place >> shift & 63)) for place in places for shift in shifts
    )
