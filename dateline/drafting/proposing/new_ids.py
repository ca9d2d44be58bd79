"""Ids for what has none yet, from its words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from dateline.facts.plain_letters import plain_letters

LONGEST: Final = 40
# Words that an id does without, but at its beginning.
_SMALL: Final = frozenset(
    "a an and as at by for from in is its of on or that the to was with".split()
)


class NewIds:
    """Gives every fact an id that no other has."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = set(taken)

    def is_free(self, own: str) -> bool:
        return own not in self._taken

    def take(self, own: str) -> str:
        """An id that is free."""
        self._taken.add(own)
        return own

    def give(self, words: str, fallback: str) -> str:
        """An id from the words, or else from the fallback, with a number where it is taken."""
        base = _folded(words) or fallback
        base = f"{fallback}-{base}" if base[0].isdigit() else base
        number, found = 1, base
        while found in self._taken:
            number += 1
            found = f"{base}-{number}"
        self._taken.add(found)
        return found


def _folded(words: str) -> str:
    """The words in ASCII letters, digits and hyphens, without small words, cut at a word."""
    plain = plain_letters(re.sub(r"[’']s?\b", "", words))
    kept = [word for word in re.findall(r"[a-z0-9]+", plain) if word not in _SMALL]
    found = ""
    for word in kept:
        if found and len(found) + 1 + len(word) > LONGEST:
            break
        found = f"{found}-{word}" if found else word[:LONGEST]
    return found
