"""Clock times that the words give as another and a length: 9.08pm, of “at 9.06pm … two minutes later”."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product
from typing import Final

from dateline.facts.hedges import Hedge
from dateline.facts.times import DAY
from dateline.facts.wording import sentences
from dateline.frozen import dataclass
from dateline.language import FoundQuantity
from dateline.language.en import FoundClock, find_clocks
from dateline.patterns import compile_later

# How many minutes the units of a length have that may lead from one clock time to another.
MINUTES: Final = {"minute": 1, "hour": 60}
_RELATION: Final = compile_later(
    r",? (?P<word>later|after|afterwards|on|earlier|before|late|behind schedule|early)\b",
    re.IGNORECASE,
)
_FORTH: Final = frozenset({"later", "on", "afterwards"})
_BACK: Final = frozenset({"earlier", "late", "behind schedule"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockSum:
    """What a length makes of a clock time near to it, in minutes from midnight; `of` is that one.

    `earlier` and `later` are how much, as its length is rounded; `is_of_sentence` where both are in one
    sentence.
    """

    start: int
    text: str
    of: int
    minute: int
    earlier: int
    later: int
    is_of_sentence: bool

    def is_at(self, minute: int) -> bool:
        apart = (minute - self.minute) % DAY
        return apart <= self.later or DAY - apart <= self.earlier


def find_clock_sums(text: str, quantities: Sequence[FoundQuantity]) -> Iterator[ClockSum]:
    """Of the clock times of the same sentence and the one before."""
    lengths = [found for found in quantities if _is_length(found)]
    relations = [(found, _RELATION.match(text, found.end)) for found in lengths]
    if not any(relation for _, relation in relations) or not (clocks := find_clocks(text)):
        return
    starts = [start for start, _ in sentences(text)]
    for length, relation in relations:
        if relation:
            for clock in clocks:
                apart = _sentence(length.start, starts) - _sentence(clock.start, starts)
                if apart in (0, 1):
                    yield from _sums(length, relation, clock, is_of_sentence=not apart)


def _is_length(found: FoundQuantity) -> bool:
    return found.unit in MINUTES and found.low is not None and found.low == found.high


def _sentence(place: int, starts: Sequence[int]) -> int:
    return sum(start <= place for start in starts)


def _sums(
    length: FoundQuantity, relation: re.Match[str], clock: FoundClock, *, is_of_sentence: bool
) -> Iterator[ClockSum]:
    """Either way where something else is before or after: “at 9.06pm, two minutes before the call”."""
    minutes, word = minutes_of(length), relation["word"].lower()
    ways = [minutes] * (word not in _BACK) + [-minutes] * (word not in _FORTH)
    less, more = _rounded(length, minutes)
    for at, by in product(clock.minutes, ways):
        yield ClockSum(
            start=length.start,
            text=f"{length.text}{relation[0]}",
            of=at,
            minute=(at + by) % DAY,
            earlier=less if by > 0 else more,
            later=more if by > 0 else less,
            is_of_sentence=is_of_sentence,
        )


def _rounded(length: FoundQuantity, minutes: int) -> tuple[int, int]:
    """By how much less and more a length may be than its words say: “more than 33 hours” is below 34."""
    most = MINUTES[length.unit or "minute"] * (5 if length.unit == "minute" else 1)
    match length.hedge:
        case Hedge.MORE_THAN | Hedge.AT_LEAST:
            return 0, min(minutes // 5, most)
        case Hedge.NEARLY | Hedge.FEWER_THAN | Hedge.UP_TO:
            return min(minutes // 5, most), 0
        case Hedge.ABOUT:
            return min(minutes // 5, most), min(minutes // 5, most)
        case _:
            return min(minutes // 10, most // 2), min(minutes // 10, most // 2)


def minutes_of(length: FoundQuantity) -> int:
    return int((length.low or Decimal(0)) * MINUTES[length.unit or "minute"])
