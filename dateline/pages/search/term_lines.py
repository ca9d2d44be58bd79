"""The terms of a briefing, in the groups in which the index of the site keeps them.

A term's group is the same in every site, so that a briefing's terms are sorted once, where it is built.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final
from zlib import crc32

GROUPS: Final = 256
STRONG: Final = "+"


def term_lines(strong: set[str], others: Iterable[str]) -> bytes:
    """A line for each group, with its terms in order; a strong term has a sign before it."""
    lines: list[list[str]] = [[] for _ in range(GROUPS)]
    for term in sorted(strong.union(others)):
        lines[group_of(term)].append(f"{STRONG}{term}" if term in strong else term)
    return "\n".join(map(" ".join, lines)).encode()


@lru_cache(maxsize=65536)
def group_of(term: str) -> int:
    """Words that begin with the same three letters are together, for readers who are still typing."""
    beginning = term[:7] if term[0] in "0123456789" else term[:3]
    return crc32(beginning.encode()) >> 24
