"""A value beside a figure’s own, and its date: what the paragraph of the figure says of both."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Final

from dateline.checking.agreement.dates.fact_dates import dates_of
from dateline.checking.agreement.dates.said_dates import allows, covers
from dateline.checking.agreement.quantities.figure_units import unit_fits
from dateline.checking.agreement.quantities.quantity_agreement import is_value
from dateline.checking.agreement.quantities.unit_agreement import match_units, units_of
from dateline.checking.basis.fact_words import FactWords, sentences_around
from dateline.checking.basis.findings import read_dates
from dateline.checking.claims.grounds.statements import Statement
from dateline.facts.article import Block, Span
from dateline.facts.briefing import Briefing
from dateline.facts.dates import CivilDate, Date, contains, parse_date
from dateline.facts.records import Figure, OtherValue
from dateline.frozen import dataclass
from dateline.language import FoundDate, FoundQuantity
from dateline.patterns import compile_later

# What may be between a number and its own date: "£7.4m in 2019", "81 euros a year ago".
_BETWEEN: Final = compile_later(r"\s*(?:(?:in|on|at|for|during|as of)\s+)?")
# Words after which a date is hardly that of the number in the sentence.
_OTHER: Final = compile_later(r"\b(?:after|before|of|since|than|the|until)\s+$", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Beside:
    """Where the paragraphs of a figure give the number of another value of it."""

    entry: OtherValue
    words: FactWords

    @property
    def _figure(self) -> Figure:
        figure = self.words.fact
        assert isinstance(figure, Figure)
        return figure

    @cached_property
    def numbers(self) -> list[tuple[FoundQuantity, Block]]:
        numbers = dict.fromkeys(span.block for span in self.words.spans)
        return self._numbers_in([self.words.blocks[number] for number in numbers])

    def _numbers_in(self, blocks: Iterable[Block]) -> list[tuple[FoundQuantity, Block]]:
        return [
            (found, block)
            for block in blocks
            for found in self.words.findings.quantities[block.number]
            if is_value(self.entry.value, found)
        ]

    @property
    def _elsewhere(self) -> list[tuple[FoundQuantity, Block]]:
        """The number in the rest of the article, where it counts the same."""
        unit = self._figure.unit_of(self.entry)
        return [
            (found, block)
            for found, block in self._numbers_in(self.words.blocks)
            if unit and found.unit and match_units(unit, units_of(found)) == "same"
        ]

    def in_its_unit(self) -> list[Statement]:
        """The numbers that are in the unit of the figure, as evidence of it would have to be."""
        other = {"value": self.entry.value, "unit": self._figure.unit_of(self.entry)}
        figure = self._figure.model_copy(update=other)
        return [
            _statement(found, block)
            for found, block in self.numbers
            if unit_fits(
                figure,
                found,
                self.words.findings.quantities[block.number],
                self.words.at([_span(found, block)]),
            )
        ]

    def other_date(self, date: Date) -> Statement | None:
        """The date that the paragraph, or else the article, gives the number, if it is certainly another."""
        numbers = self.numbers or self._elsewhere
        if len(numbers) != 1:
            return None
        number, block = numbers[0]
        found = self._own_date(number, block)
        if found is None or not found.readings or covers(found, date) or allows(found, date):
            return None
        readings = [parse_date(reading) for reading in found.readings]
        closed = ("point", "range")
        if any(contains(date, reading) or reading.form not in closed for reading in readings):
            return None
        is_derived = found.kind == "relative" and self.may_be_derived(date)
        return None if is_derived else _statement(found, block)

    def _own_date(self, number: FoundQuantity, block: Block) -> FoundDate | None:
        """The date right after a number, or the only one of a sentence that has no other number."""
        first, last = sentences_around(block.text, _span(number, block))
        dates = [
            date
            for date in self.words.findings.dates[block.number]
            if first <= date.start and date.end <= last
        ]
        following = next((date for date in dates if date.start >= number.end), None)
        if following and _BETWEEN.fullmatch(block.text[number.end : following.start]):
            return following
        quantities = self.words.findings.quantities[block.number]
        numbers = [found for found in quantities if first <= found.start and found.end <= last]
        is_alone = len(dates) == len(numbers) == 1
        return dates[0] if is_alone and not _OTHER.search(block.text[: dates[0].start]) else None

    def may_be_derived(self, date: Date) -> bool:
        """Whether it may be what “a year earlier” or “a year ago” in the paragraph means."""
        blocks = {block.number for _, block in self.numbers}
        relative = [found for number in blocks for found in self.words.findings.dates[number]]
        published = self.words.briefing.front.published
        anchors = [*dates_of(self._figure), parse_date(published.isoformat())]
        return bool(self.numbers) and is_derived(date, relative, anchors, self.words.briefing)


def is_derived(
    date: Date, found: Iterable[FoundDate], anchors: Sequence[Date], briefing: Briefing
) -> bool:
    """Whether a date is one of the anchors, as many years before as words such as “a year ago” say."""
    # Read alone, "a year earlier" counts from publication.
    alone = [
        read
        for each in found
        if each.kind == "relative"
        for read in read_dates(each.text, briefing)
    ]
    stated = [parse_date(read.readings[0]).start for read in alone if read.readings]
    written = briefing.front.published.year
    years = {written - civil.year for civil in stated if civil and civil.fineness == 1}
    return any(
        contains(date, before)
        for shift in years
        for anchor in anchors
        for before in _years_before(anchor, shift)
    )


def _years_before(date: Date, years: int) -> Iterator[Date]:
    """The same date of an earlier year, but for 29 February."""
    start, end = (
        _civil_before(civil, years) if civil else None for civil in (date.start, date.end)
    )
    is_leap = any(civil and civil.month == 2 and civil.day == 29 for civil in (start, end))
    if start and end and not date.choices and not is_leap:
        yield replace(date, start=start, end=end)


def _civil_before(civil: CivilDate, years: int) -> CivilDate:
    return replace(civil, year=civil.year - years)


def _span(found: FoundQuantity | FoundDate, block: Block) -> Span:
    return Span(block=block.number, start=found.start, end=found.end)


def _statement(found: FoundQuantity | FoundDate, block: Block) -> Statement:
    position = block.position(found.start)
    return Statement(text=found.text, span=_span(found, block), position=position)
