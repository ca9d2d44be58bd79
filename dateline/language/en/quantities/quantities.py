"""Quantities: numbers with what they count, alone or in ranges; not every number is one."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from dateline.facts.units import CURRENCY_CODES
from dateline.language import FoundQuantity
from dateline.language.en.dates.dates import find_dates
from dateline.language.en.quantities.compounds import find_compounds, find_sums_in_coins
from dateline.language.en.quantities.counting import AGED, read_age, read_unit
from dateline.language.en.quantities.hedges import hedged
from dateline.language.en.quantities.lengths import find_lengths
from dateline.language.en.quantities.nouns import is_plural
from dateline.language.en.quantities.numbers import (
    Draft,
    WrittenNumber,
    ends_with_word,
    read_number_at,
    starts,
)
from dateline.language.en.quantities.pairs import find_pairs
from dateline.language.en.quantities.phrases import (
    find_ages,
    find_bands,
    find_hedged_units,
    find_multiples,
    find_parts,
    find_shares,
    find_slashed,
    find_vague_counts,
)
from dateline.language.en.quantities.ranges import changes, read_range
from dateline.language.en.quantities.rates import (
    currency_before,
    find_equations,
    rate_follows,
    rated,
)
from dateline.language.en.quantities.silence import OF_THEM, VETOES, labelled, silent_spans
from dateline.language.en.words import DASH, TIME_UNITS, compile_pattern
from dateline.patterns import compile_later


def find_quantities(text: str) -> tuple[FoundQuantity, ...]:
    taken = _Taken(text)
    drafts = taken.claimed(find_equations, find_slashed, find_pairs)
    taken.keep_silent()
    drafts += taken.claimed(
        find_bands,
        find_sums_in_coins,
        find_compounds,
        find_ages,
        find_lengths,
        find_parts,
        find_multiples,
        find_shares,
        find_vague_counts,
        find_hedged_units,
    )
    done = 0
    for position in starts(text):
        if position >= done and taken.free(position):
            read, done = _read_at(text, position)
            drafts.extend(_share_rate(list(taken.claim(read))))
    drafts.sort(key=lambda draft: draft.start)
    return tuple(
        hedged(text, _with_rate(text, draft))
        for draft in _inherited(text, _in_points(text, drafts))
    )


def _with_rate(text: str, draft: Draft) -> Draft:
    if draft.per is None:
        return draft
    unit = draft.unit
    if unit is None and draft.per in CURRENCY_CODES:
        unit = currency_before(text, draft.start, draft.per)
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
        found = [draft for find in finders for draft in find(self._text)]
        return list(self.claim(found))

    def claim(self, drafts: Iterable[Draft]) -> Iterator[Draft]:
        """The drafts of which no part is taken, which take their place; with their rates if they can."""
        for draft in drafts:
            for wording in (rated(self._text, draft), draft):
                if wording.start < wording.end and self._is_free(wording):
                    self._take(wording.start, wording.end)
                    yield wording
                    break

    def _is_free(self, draft: Draft) -> bool:
        return self._mask.find(1, draft.start, draft.end) < 0


# Figures


def _read_at(text: str, position: int) -> tuple[list[Draft], int]:
    """What the number at this place says, alone or linked to the next, and where it ends."""
    number = read_number_at(text, position)
    if number is None or not ends_with_word(text, number):
        return [], position
    if ranged := read_range(text, number):
        return ranged
    if re.match(rf"{DASH}[0-9]", text[number.end : number.end + 2]):
        return [], number.end
    return _single(text, number), number.end


def _share_rate(drafts: list[Draft]) -> list[Draft]:
    """The rate of the second of two values for both: "from 12 to 20 a week"."""
    return [replace(draft, per=drafts[-1].per) for draft in drafts]


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
_OR_IF: Final = compile_later(r"\bor\s$")
_AND_AGED: Final = compile_later(r",?\s(?:and|or|to)\s$|,\s$")


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
        unit, per = draft.unit, draft.per
        if unit is None and draft.low is not None:
            unit = _unit_before(text, draft, before, counted)
            if unit is None and before and _compares(text, before, draft):
                unit, per = before.unit, per or before.per
        full = replace(draft, unit=unit, per=per)
        if unit is not None and not full.measured and unit not in TIME_UNITS:
            counted = full
        before = full
        yield full


# "71.4 per cent, up 4.8 points", "fell 3 points to 41%"; "48 points, or 2%," may be of an index.
_UP: Final = compile_pattern(
    r",? (?:(?:which|that) (?:was|is) )?(?:up|down|an? (?:rise|fall|drop|gain|increase|decrease|swing) of)"
    r"(?: by)?(?: about| nearly| almost| just| some| only)? $"
)
_UP_TO: Final = compile_pattern(r"(?: higher| lower)?,? (?:to|at)(?: just| about| only)? $")
# Votes for and against: "by 56.3 per cent to 43.7"; "by 8% to 43" is a step.
_TO: Final = compile_later(r"\s+to\s+")
_WHOLE: Final = (90, 101)


def _in_points(text: str, drafts: list[Draft]) -> list[Draft]:
    """The drafts, with points of a percentage as such, and the rest of a vote in percent."""
    read = list(drafts)
    for number, (first, second) in enumerate(pairwise(drafts)):
        between = text[first.end : second.start]
        if first.unit == "percent" and second.unit in _POINTS and _UP.fullmatch(between):
            read[number + 1] = replace(second, unit=_POINT, measured=True)
        elif first.unit in _POINTS and second.unit == "percent" and _UP_TO.fullmatch(between):
            read[number] = replace(first, unit=_POINT, measured=True)
        elif first.unit == "percent" and second.unit is None and _TO.fullmatch(between):
            is_rest = _WHOLE[0] <= (first.low or 0) + (second.low or 0) <= _WHOLE[1]
            if is_rest and not changes(text, first.start):
                read[number + 1] = replace(second, unit="percent", measured=True)
    return read


_POINT: Final = "percentage points"
_POINTS: Final = frozenset({"point", "points"})


# "17 years instead of five", "26 transits a day from 75"
_COMPARED: Final = compile_pattern(
    r",? ?(?:up |down )?(?:from|against|instead of|rather than|compared (?:with|to)|versus|not|and not)"
    r"(?: only| just| about| nearly| almost| some)? $"
)


# "470 tons, up from 24 in 2015", "12 tonnes, against 9 a year ago"
_AT_A_TIME: Final = compile_pattern(
    r" (?:in (?:the |early |mid-|late )?(?:[12][0-9]{3}|[A-Z][a-z]+|spring|summer|autumn|fall|winter)\b"
    r"|(?:an?|one|two|three|five|ten) (?:hour|day|week|month|year|decade|season)s? (?:ago|before|earlier)\b"
    r"|last (?:week|month|year|season|spring|summer|autumn|fall|winter)\b"
    r"|the (?:year|month|week|day|season) before\b|the previous \w+)"
)
# Units of a change as well: "fell 8% from 40", "by 1.2 points from 24".
_CHANGES: Final = frozenset({None, "share", "times", "percent", "percentage points", "points"})


def _compares(text: str, before: Draft, draft: Draft) -> bool:
    """Whether a bare number is set against the one just before it."""
    goes_on = text[draft.end : draft.end + 2].strip()[:1].isalpha()
    if before.unit in _CHANGES or (goes_on and not _AT_A_TIME.match(text, draft.end)):
        return False
    return _COMPARED.fullmatch(text, before.end, draft.start) is not None


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
    among = counted and OF_THEM.search(text, max(0, draft.start - 120), draft.start)
    also = counted and _ALSO.match(text, draft.end) and _AND_BEFORE.search(lead)
    return _plural(counted) if counted and (among or also) else None


_PLURALS: Final = {"person": "people", "man": "men", "woman": "women", "child": "children"}


def _plural(counted: Draft) -> str | None:
    """The noun of "one person" for others: people."""
    if counted.low != 1 or counted.unit is None or is_plural(counted.unit):
        return counted.unit
    return _PLURALS.get(counted.unit, f"{counted.unit}s")
