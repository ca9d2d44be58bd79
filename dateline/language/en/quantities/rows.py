"""Parts of a row by their place: "the first four carriages", "the third carriage"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from dateline.frozen import dataclass
from dateline.language.en.words import (
    NUMBER_WORDS,
    ORDINALS,
    TIME_UNITS,
    compile_pattern,
    one_of,
    read_number,
)

_PATTERN: Final = compile_pattern(
    rf"\b(?P<nth>{one_of(ORDINALS)}|[0-9]+(?:st|nd|rd|th)|last|next|final|top|bottom|front|rear)"
    rf" (?:(?P<count>{NUMBER_WORDS}|[0-9]{{1,2}}) )?(?P<noun>[a-z]{{3,}})\b"
)
_NO_THINGS: Final = TIME_UNITS | frozenset(
    """quarter half time times place thing things people one ones part parts person man woman
    line minister lady class""".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceInRow:
    """The nth thing of a row, or the first, last or next so many of it."""

    start: int
    end: int
    text: str
    noun: str
    nth: str
    count: Decimal | None

    def is_rival_of(self, other: "PlaceInRow") -> bool:
        """Whether it is another of the same things: the first three of the first four, the third of the first."""
        if (self.count is None) != (other.count is None):
            return False
        if self.count is None:
            # The last may be the third.
            return self.nth != other.nth and self.nth.isdigit() and other.nth.isdigit()
        return self.nth == other.nth and self.count != other.count


def find_places_in_rows(text: str) -> Iterator[PlaceInRow]:
    for found in _PATTERN.finditer(text):
        word, noun = found["nth"].lower(), found["noun"].lower()
        if noun in _NO_THINGS or noun.removesuffix("s") in _NO_THINGS:
            continue
        nth = str(ORDINALS.get(word) or re.sub(r"(?<=\d)\D+", "", word))
        yield PlaceInRow(
            start=found.start(),
            end=found.end(),
            text=found[0],
            noun=noun,
            nth=nth,
            count=read_number(found["count"]) if found["count"] else None,
        )
