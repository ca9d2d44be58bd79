"""Quantities: numbers with what they count, alone or in ranges; not every number is one."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Final

from dateline.facts.units import CURRENCY_CODES
from dateline.language import FoundQuantity
from dateline.language.en.counting import AGED, read_age, read_unit
from dateline.language.en.dates import find_dates
from dateline.language.en.hedges import hedged
from dateline.language.en.numbers import (
    Draft,
    WrittenNumber,
    ends_with_word,
    read_number_at,
    starts,
)
from dateline.language.en.pairs import find_pairs
from dateline.language.en.phrases import (
    find_ages,
    find_bands,
    find_hedged_units,
    find_multiples,
    find_shares,
    find_slashed,
    find_vague_counts,
)
from dateline.language.en.ranges import read_range
from dateline.language.en.rates import currency_before, find_equations, rate_follows, rated
from dateline.language.en.silence import VETOES, labelled, silent_spans
from dateline.language.en.words import DASH, TIME_UNITS, compile_pattern


def find_quantities(text: str) -> tuple[FoundQuantity, ...]:
    taken = _Taken(text)
    drafts = taken.claimed(find_equations, find_slashed, find_pairs)
    taken.keep_silent()
    drafts += taken.claimed(
        find_bands, find_ages, find_multiples, find_shares, find_vague_counts, find_hedged_units
    )
    done = 0
    for position in starts(text):
        if position >= done and taken.free(position):
            read, done = _read_at(text, position)
            drafts.extend(draft for draft in read if taken.claim(draft.start, draft.end))
    drafts.sort(key=lambda draft: draft.start)
    return tuple(hedged(text, _with_rate(text, draft)) for draft in _inherited(text, drafts))


def _with_rate(text: str, draft: Draft) -> Draft:
    if draft.per is None:
        return draft
    unit = draft.unit
    if unit is None and draft.per in CURRENCY_CODES:
        unit = currency_before(text, draft.start)
    return replace(draft, unit=f"{unit}/{draft.per}" if unit else None)


class _Taken:
    """Which characters are taken: by dates, silent forms, and quantities already found."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._mask = bytearray(len(text))
        for date in find_dates(text, written=dt.date(2000, 1, 1)):
            self._take(date.start, date.end)

    def keep_silent(self) -> None:
        for start, end in silent_spans(self._text):
            self._take(start, end)

    def _take(self, start: int, end: int) -> None:
        self._mask[start:end] = b"\1" * (end - start)

    def free(self, position: int) -> bool:
        return not self._mask[position]

    def claimed(self, *finders: Callable[[str], Iterable[Draft]]) -> list[Draft]:
        found = (rated(self._text, draft) for find in finders for draft in find(self._text))
        return [draft for draft in found if self.claim(draft.start, draft.end)]

    def claim(self, start: int, end: int) -> bool:
        """Take the stretch if no part of it is taken."""
        if start >= end or self._mask.find(1, start, end) >= 0:
            return False
        self._take(start, end)
        return True


# Figures


def _read_at(text: str, position: int) -> tuple[list[Draft], int]:
    """What the number at this place says, alone or linked to the next, and where it ends."""
    number = read_number_at(text, position)
    if number is None or not ends_with_word(text, number):
        return [], position
    if ranged := read_range(text, number):
        return _rated(text, ranged[0]), ranged[1]
    if re.match(rf"{DASH}[0-9]", text[number.end : number.end + 2]):
        return [], number.end
    return _rated(text, _single(text, number)), number.end


def _rated(text: str, drafts: list[Draft]) -> list[Draft]:
    """One value or a range with its rate, which "from 12 to 20 a week" has for both."""
    if not drafts:
        return []
    last = rated(text, drafts[-1])
    return [*(replace(draft, per=last.per) for draft in drafts[:-1]), last]


def _single(text: str, number: WrittenNumber) -> list[Draft]:
    unit, end, measured = read_unit(text, number)
    if not measured:
        unit, end = read_age(text, number, unit, end)
    counts = unit is None and rate_follows(text, end) and not labelled(text, number, unit)
    if not counts and any(vetoes(text, number, unit) for vetoes in VETOES):
        return []
    return [Draft(number.start, end, number.value, number.value, unit, measured)]


# Finishing

_ALSO: Final = compile_pattern(
    r" (?:in|at|on|from|of (?:them|whom)|were|others|more|last|this|a year|are|the (?:previous"
    r"|following|year|month|week|day)|had|have|died|injured|wounded|missing|being)\b|[,.;)]"
)
_AND_BEFORE: Final = compile_pattern(
    r"(?:\b(?:and|or|but|with|while|against|compared with|including|another|further)"
    r"|,)(?: [a-z]+){0,2} $"
)

# "up to three years, or five if several people die"
_OR_IF: Final = re.compile(r"\bor\s$")
_AND_AGED: Final = re.compile(r",?\s(?:and|or|to)\s$|,\s$")


def _inherited(text: str, drafts: list[Draft]) -> Iterator[Draft]:
    """Give a bare number the unit of the one before: "and 900 in Syria", "aged 21 and 25"."""
    counted: Draft | None = None
    before: Draft | None = None
    for draft in drafts:
        if counted and _parted(text[counted.end : draft.start]):
            counted = None
        if draft.pair:
            yield draft
            continue
        unit = draft.unit
        if unit is None and draft.low is not None:
            unit = _unit_before(text, draft, before, counted)
        full = replace(draft, unit=unit)
        if unit is not None and not full.measured and unit not in TIME_UNITS:
            counted = full
        before = full
        yield full


def _parted(between: str) -> bool:
    """Whether a sentence ends between two quantities, or they are far apart."""
    return len(between) > 200 or re.search(r"[.!?]\s+[A-Z]|\n\n", between) is not None


def _unit_before(
    text: str, draft: Draft, before: Draft | None, counted: Draft | None
) -> str | None:
    aged = before and AGED.search(text, max(0, before.start - 24), before.start)
    if before and aged and _AND_AGED.fullmatch(text, before.end, draft.start):
        return before.unit
    lead = text[max(0, draft.start - 40) : draft.start]
    if before and _OR_IF.search(lead) and re.match(r"\s(?:if|when|where)\b", text[draft.end :]):
        return before.unit
    others = re.match(r"\s+others?\b", text[draft.end : draft.end + 8])
    if re.search(r"(?:kill|injur|wound|hurt|arrest|leav)ing\b", lead):
        return counted.unit if counted and others else None
    if counted and _ALSO.match(text, draft.end) and _AND_BEFORE.search(lead):
        return counted.unit
    return None
