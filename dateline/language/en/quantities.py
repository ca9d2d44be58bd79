"""Quantities: numbers with what they count, alone or in ranges; not every number is one."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from dateline.facts.units import MEASURE_WORDS, is_money
from dateline.language import FoundQuantity
from dateline.language.en.counting import AGED, age_follows, read_age, read_unit
from dateline.language.en.dates import find_dates
from dateline.language.en.hedges import hedge_before, hedged
from dateline.language.en.numbers import Draft, WrittenNumber, read_number_at, starts
from dateline.language.en.phrases import (
    find_hedged_units,
    find_multiples,
    find_shares,
    find_vague_counts,
)
from dateline.language.en.silence import VETOES, labelled, silent_spans
from dateline.language.en.words import DASH, TIME_UNITS, compile_pattern


def find_quantities(text: str) -> tuple[FoundQuantity, ...]:
    """Every quantity of the text, in order, without overlaps."""
    taken = _Taken(text)
    phrases = (find_shares, find_multiples, find_vague_counts, find_hedged_units)
    found = (draft for find in phrases for draft in find(text))
    drafts = [draft for draft in found if taken.claim(draft.start, draft.end)]
    done = 0
    for position in starts(text):
        if position >= done and taken.free(position):
            read, done = _read_at(text, position)
            drafts.extend(draft for draft in read if taken.claim(draft.start, draft.end))
    drafts.sort(key=lambda draft: draft.start)
    return tuple(hedged(text, draft) for draft in _inherited(text, drafts))


class _Taken:
    """Which characters are taken: by dates, silent forms, and quantities already found."""

    def __init__(self, text: str) -> None:
        self._mask = bytearray(len(text))
        for date in find_dates(text, written=dt.date(2000, 1, 1)):
            self._take(date.start, date.end)
        for start, end in silent_spans(text):
            self._take(start, end)

    def _take(self, start: int, end: int) -> None:
        self._mask[start:end] = b"\1" * (end - start)

    def free(self, position: int) -> bool:
        return not self._mask[position]

    def claim(self, start: int, end: int) -> bool:
        """Take the stretch if no part of it is taken."""
        if start >= end or self._mask.find(1, start, end) >= 0:
            return False
        self._take(start, end)
        return True


# Figures

_LINK: Final = compile_pattern(
    rf"(?P<dash>{DASH} (?:to|or) |{DASH}to{DASH}| ?{DASH} ?)| (?P<word>to|and|or) (?:about |around "
    r"|nearly |perhaps |even |as many as )?"
)
_FROM: Final = compile_pattern(
    r"\bfrom (?:about |around |nearly |some |just |roughly |under |over |a record )?$"
)
_RANGING: Final = compile_pattern(
    r"\b(?:rang\w+|anywhere|anything|var\w+|somewhere|sized|aged) from $"
)
_BETWEEN: Final = compile_pattern(r"\bbetween (?:about |around )?$")


def _read_at(text: str, position: int) -> tuple[list[Draft], int]:
    """What the number at this place says, alone or linked to the next, and where it ends.

    "From 3% to 4%" gives two drafts, "3% to 4%" one, "won 3-1" none.
    """
    number = read_number_at(text, position)
    if number is None or not _bounded(text, number):
        return [], position
    link = _LINK.match(text, number.end)
    other = read_number_at(text, link.end()) if link else None
    if link is not None and other is not None:
        ranged = _ranged(text, number, other, link)
        if ranged is not None:
            return ranged, other.end
    if re.match(rf"{DASH}[0-9]", text[number.end : number.end + 2]):
        return [], number.end
    return _single(text, number), number.end


def _bounded(text: str, number: WrittenNumber) -> bool:
    """Whether the number ends where a word ends: "737s", "5G" and "4x4" are names."""
    after = text[number.end : number.end + 2]
    return number.measured or not re.match(r"\w|[.,:/×][0-9]", after)


def _ranged(
    text: str, one: WrittenNumber, other: WrittenNumber, link: re.Match[str]
) -> list[Draft] | None:
    """What two linked figures say: a range, two values, a score (nothing), or no link (None)."""
    before = text[max(0, one.start - 24) : one.start]
    word = (link["word"] or "-").lower()
    between = _BETWEEN.search(before)
    ranging = _RANGING.search(before)
    apart = word == "to" and _FROM.search(before) and not ranging
    listed = word == "and" and not between
    if listed or not _linked(text, one, other):
        return None
    unit, end, measured = read_unit(text, other, one)
    if unit is None and age_follows(before):
        unit, measured = "year", True
    plain = unit is None and not (
        between
        or ranging
        or apart
        or max(one.scale, other.scale) > 1
        or "," in other.written
        or (word == "to" and hedge_before(text, one.start))
    )
    if plain and not (word == "-" or (word == "to" and one.in_digits)):
        return None
    low, high = _scaled(one, other), other.value
    if high < low < 0:
        low, high = high, low
    if plain or _is_score(word, unit, (low, high)) or (not measured and labelled(text, one, unit)):
        return []
    if apart:
        first = Draft(one.start, one.end, low, low, unit, measured)
        return [first, Draft(other.start, end, high, high, unit, measured)]
    if low >= high:
        return None
    start = one.start - len(between[0]) if between else one.start
    return [Draft(start, end, low, high, unit, measured)]


def _linked(text: str, one: WrittenNumber, other: WrittenNumber) -> bool:
    """Whether two figures measure the same: "3% to 4km" and "3% to 7,500" do not."""
    if one.measured and not other.measured:
        return _bounded(text, other) and one.unit is not None and is_money(one.unit)
    return _bounded(text, other) and not (one.measured and one.unit != other.unit)


def _scaled(one: WrittenNumber, other: WrittenNumber) -> Decimal:
    """The first value, with the scale of the second where it has none: "$5-6 billion".

    Likewise "40-50,000", where the thousands are written once.
    """
    if "," not in one.written and one.mantissa < 1000 <= other.mantissa and one.scale == 1:
        thousands = one.mantissa * 1000
        if other.mantissa % 1000 == 0 and thousands < other.mantissa <= 10 * thousands:
            return thousands * other.scale
    shared = one.scale == 1 and one.mantissa <= other.mantissa
    return one.mantissa * (other.scale if shared else one.scale)


def _is_score(word: str, unit: str | None, ends: tuple[Decimal, Decimal]) -> bool:
    return word == "-" and (unit in _SCORED or (ends[0] >= ends[1] and unit not in _MEASURES))


# What makes a pair of numbers a score or the odds, not a range.
_SCORED: Final = frozenset(
    """votes wins victories defeats draws odds losses win favourites favorites thanks penalties
        aggregate sets goals""".split()
)


_MEASURES: Final = frozenset(MEASURE_WORDS.values())


def _single(text: str, number: WrittenNumber) -> list[Draft]:
    unit, end, measured = read_unit(text, number)
    if not measured:
        unit, end = read_age(text, number, unit, end)
    if any(vetoes(text, number, unit) for vetoes in VETOES):
        return []
    return [Draft(number.start, end, number.value, number.value, unit, measured)]


# Finishing

_ALSO: Final = compile_pattern(
    r" (?:in|at|on|from|of (?:them|whom)|were|others|more|last|this|a year|are"
    r"|the (?:previous|following|year|month|week|day)|had|have|died|injured|wounded"
    r"|missing|being)\b|[,.;)]"
)
_AND_BEFORE: Final = compile_pattern(
    r"(?:\b(?:and|or|but|with|while|against|compared with|including|another|further)"
    r"|,)(?: [a-z]+){0,2} $"
)


_AND_AGED: Final = re.compile(r",?\s(?:and|or|to)\s$|,\s$")


def _inherited(text: str, drafts: list[Draft]) -> Iterator[Draft]:
    """Give a bare number the unit of the one before: "and 900 in Syria", "aged 21 and 25"."""
    counted: Draft | None = None
    before: Draft | None = None
    for draft in drafts:
        if counted and _parted(text[counted.end : draft.start]):
            counted = None
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
    others = re.match(r"\s+others?\b", text[draft.end : draft.end + 8])
    if re.search(r"(?:kill|injur|wound|hurt|arrest|leav)ing\b", lead):
        return counted.unit if counted and others else None
    if counted and _ALSO.match(text, draft.end) and _AND_BEFORE.search(lead):
        return counted.unit
    return None
