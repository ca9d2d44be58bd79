"""Which facts cover what the grammar finds in the article: those that say it, there or elsewhere."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final, Self

from dateline.checking.agreement.dates.fact_dates import dates_of
from dateline.checking.agreement.dates.period_words import is_of_that_year, is_year_long
from dateline.checking.agreement.dates.said_dates import covers, says
from dateline.checking.agreement.dates.years_of_account import names_year_of_accounts
from dateline.checking.agreement.figure_agreement import in_money, value_words
from dateline.checking.agreement.quantities.quantity_agreement import (
    Stated,
    is_negative_of,
    is_value,
    match_unit,
    stated,
)
from dateline.checking.agreement.quantities.tolls import is_same_toll
from dateline.checking.agreement.quantities.unit_agreement import (
    match_units,
    measure_name,
    units_of,
)
from dateline.checking.basis.evidence import Spans
from dateline.checking.basis.findings import AnyFound, Findings, lies_in
from dateline.checking.claims.reckoning.arithmetic import is_long
from dateline.checking.claims.reckoning.named_figures import kin_of
from dateline.checking.coverage.repeated_cells import repeating, values_with_words
from dateline.facts.article import Block, Span
from dateline.facts.briefing import Briefing
from dateline.facts.dates import Date, known_date
from dateline.facts.hedges import Hedge
from dateline.facts.quantities import Amount
from dateline.facts.records import Event, Fact, Figure, OtherValue, Person, Quotation
from dateline.facts.units import is_measured
from dateline.facts.wording import even, find_words
from dateline.frozen import dataclass
from dateline.language import FoundDate, FoundName, FoundQuantity, FoundQuotation
from dateline.problems import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """The ids of the facts that cover a finding; `again` if their evidence is elsewhere."""

    facts: tuple[str, ...] = ()
    again: bool = False


def find_covers(
    found: Iterable[tuple[AnyFound, Span]],
    briefing: Briefing,
    spans: Spans,
    below: Mapping[int, tuple[str, ...]],
    findings: Findings,
) -> list[Cover]:
    """What covers each finding: facts whose evidence says it, or else facts that it repeats.

    What the head of a table says is covered by the facts that rest on the cells `below` it.
    """
    resting = _by_block(briefing, spans)
    every, blocks = list(found), briefing.article.blocks
    here = [
        _covering(finding, span, resting, spans)
        or (below.get(span.block, ()) if is_of_cells(finding, blocks[span.block]) else ())
        for finding, span in every
    ]
    here = _with_explained(every, here, resting, spans)
    repeats = Repeats.of(briefing, zip((finding for finding, _ in every), here, strict=True))
    in_cells = {fact.id for block in resting if _is_cell(blocks[block]) for fact in resting[block]}
    covers = []
    for (finding, span), facts in zip(every, here, strict=True):
        # Another cell with the same number says it of something else.
        others = in_cells if _is_cell(blocks[span.block]) else ()
        again = tuple(fact for fact in repeats.facts_of(finding) if fact not in others)
        if isinstance(finding, FoundQuantity) and (row := _row_of(span.block, findings, blocks)):
            again = tuple(fact for fact in again if _is_of_row(fact, finding, row, briefing))
            again = again or repeating(finding, span.block, briefing, findings)
        covers.append(Cover(facts=facts or again, again=bool(again and not facts)))
    return covers


def _row_of(cell: int, findings: Findings, blocks: Sequence[Block]) -> frozenset[str]:
    """What the head of a cell’s row says in words."""
    reading = findings.in_tables.get(cell)
    heads = [head for head in (reading.heads if reading else ()) if head < cell]
    return kin_of(blocks[max(heads)].text) if heads else frozenset()


def _is_of_row(fact: str, found: FoundQuantity, row: frozenset[str], briefing: Briefing) -> bool:
    """Whether the head of a row has a word of what a figure has that number for."""
    figure = briefing.fact_by_id[fact]
    return isinstance(figure, Figure) and any(
        row & words
        for value, words in values_with_words(figure, briefing)
        if _has_value(value, found)
    )


def _with_explained(
    every: Sequence[tuple[AnyFound, Span]],
    here: Sequence[tuple[str, ...]],
    resting: Mapping[int, list[Fact]],
    spans: Spans,
) -> list[tuple[str, ...]]:
    """What covers each finding, with the facts that take their date from elsewhere.

    Such a fact, whose evidence gives none of its dates, says in `date_from` what its "Friday" means.
    """
    said = {
        fact
        for (found, _), facts in zip(every, here, strict=True)
        if isinstance(found, FoundDate)
        for fact in facts
    }
    return [
        facts
        or tuple(
            fact.id
            for fact in resting.get(span.block, ())
            if _is_relative(found) or _is_of_another_year(fact, found)
            if _explains(fact, said) and any(holds(own, span) for own in spans[fact.id])
        )
        for (found, span), facts in zip(every, here, strict=True)
    ]


def _explains(fact: Fact, said: Collection[str]) -> bool:
    """Whether a fact, or another value of a figure, takes its date from elsewhere."""
    if isinstance(fact, Figure):
        others: list[OtherValue] = [*fact.history, *fact.values, *fact.revised]
        if any(value.date_from for value in others):
            return True
    if isinstance(fact, Event | Figure | Quotation) and fact.date_from:
        return fact.id not in said
    return False


def _is_relative(found: AnyFound) -> bool:
    return isinstance(found, FoundDate) and found.kind not in _WRITTEN_OUT


def _is_of_another_year(fact: Fact, found: AnyFound) -> bool:
    """Whether a month without its year is read as another June than the one in which something is expected."""
    if not isinstance(fact, Event) or not isinstance(found, FoundDate) or found.dated:
        return False
    months = {(day.start.month, day.start.day) for day in dates_of(fact) if day.start}
    starts = [reading.start for reading in map(known_date, found.readings)]
    return any(civil and civil.month and (civil.month, civil.day) in months for civil in starts)


def _is_cell(block: Block) -> bool:
    return block.kind == "cell"


def _by_block(briefing: Briefing, spans: Spans) -> Mapping[int, list[Fact]]:
    """The facts with evidence in each block."""
    resting: dict[int, list[Fact]] = {}
    for fact in briefing.facts:
        for block in dict.fromkeys(span.block for span in spans[fact.id]):
            resting.setdefault(block, []).append(fact)
    return resting


def facts_below(
    briefing: Briefing, spans: Spans, findings: Findings
) -> Mapping[int, tuple[str, ...]]:
    """The facts that rest on the cells below each head of a table, by its block.

    A head over numbers is there without facts, too: what it says is of them, and no fact alone.
    """
    resting = _by_block(briefing, spans)
    below: dict[int, dict[str, None]] = {}
    for cell, reading in findings.in_tables.items():
        facts = [fact.id for fact in resting.get(cell, ())]
        if facts or _is_number(briefing.article.blocks[cell], findings):
            for head in reading.heads:
                below.setdefault(head, {}).update(dict.fromkeys(facts))
    return {head: tuple(facts) for head, facts in below.items()}


def is_of_cells(found: AnyFound, block: Block) -> bool:
    """Whether the head of a table says it of the cells below: a date, “thousands”, an age in a cell."""
    match found:
        case FoundDate():
            return True
        case FoundQuantity():
            return _is_cell(block) or found.low is None
    return False


# A cell may have a sign or two beside its number: "3.3*".
_BESIDE: Final = 2


def _is_number(block: Block, findings: Findings) -> bool:
    lengths = (found.end - found.start for found in findings.quantities[block.number])
    return any(length + _BESIDE >= len(block.text) for length in lengths)


def holds(outer: Span, inner: Span) -> bool:
    return outer.block == inner.block and lies_in(inner, outer)


def _covering(
    found: AnyFound,
    span: Span,
    resting: Mapping[int, list[Fact]],
    spans: Spans,
) -> tuple[str, ...]:
    if isinstance(found, FoundName):
        return (found.known,) if found.known else ()
    facts = resting.get(span.block, ())
    return tuple(fact.id for fact in facts if _covers(fact, found, span, spans[fact.id]))


def _covers(fact: Fact, found: AnyFound, span: Span, evidence: Iterable[Span]) -> bool:
    """Whether a fact with evidence in the paragraph covers a finding of that paragraph."""
    is_evidence = any(holds(own, span) for own in evidence)
    match found:
        case FoundQuotation():
            is_quoted = isinstance(fact, Quotation) and any(holds(span, own) for own in evidence)
            return is_quoted or (is_evidence and _waives(fact, Rule.AGREEMENT_QUOTATION))
        case FoundDate():
            is_dated = is_evidence and (isinstance(fact, Quotation) or _dates(fact, found))
            is_dated = is_dated or _is_taken_from(fact, found) or _is_of_accounts(fact, found)
            return is_dated or any(says(found, date) for date in other_dates(fact))
        case FoundQuantity() if isinstance(fact, Figure):
            if is_evidence and _waives(fact, Rule.AGREEMENT_VALUE):
                return True
            is_any_unit = is_evidence and _waives(fact, Rule.AGREEMENT_UNIT)
            coins = in_money(found, fact.unit)
            is_own = any(_has_value(fact.value, each) for each in (found, coins))
            return (is_evidence and (is_own or _is_fall(fact, found))) or (
                # A number beside the evidence, which may be without a unit.
                any(
                    _has_value(value, found)
                    and (
                        found.unit is None
                        or match_units(unit, units_of(found)) == "same"
                        or is_same_toll(fact, found)
                        or _are_coins_of_each(unit, found)
                        or is_any_unit
                    )
                    for value, unit, _ in other_values(fact)
                )
            )
        case FoundQuantity() if isinstance(fact, Person) and fact.age:
            is_years = match_units("years", units_of(found)) != "other"
            return is_evidence and is_years and _has_value(fact.age, found)
        case _:
            return False


def _are_coins_of_each(unit: str | None, found: FoundQuantity) -> bool:
    """Whether a percentage may be so many coins of every euro: “up from 62 cent”."""
    is_percent = unit is not None and measure_name(unit) == "percent"
    return is_percent and found.unit in ("cent", "penny")


def _is_fall(figure: Figure, found: FoundQuantity) -> bool:
    """Whether a number is the figure’s but for the sign: -8 has “fell 8%” in its evidence."""
    is_same_unit = match_units(figure.unit, units_of(found)) == "same"
    return is_same_unit and is_negative_of(figure.value, found)


def _waives(fact: Fact, *rules: Rule) -> bool:
    return any(waiver.check in rules for waiver in fact.waive)


def _dates(fact: Fact, found: FoundDate) -> bool:
    """Whether evidence with this date settles it: the fact has it, or says why it has another."""
    dates = dates_of(fact)
    if any(covers(found, date) for date in dates):
        return True
    return bool(dates) and _waives(fact, Rule.AGREEMENT_DATE, Rule.AGREEMENT_WEEKDAY)


def _is_of_accounts(fact: Fact, found: FoundDate) -> bool:
    """Whether a figure of the paragraph has the year of accounts that “last year” or “a year earlier” may be."""
    if not isinstance(fact, Figure):
        return False
    dates = (*dates_of(fact), *other_dates(fact))
    return names_year_of_accounts(found.text) and any(is_of_that_year(found, day) for day in dates)


def _is_taken_from(fact: Fact, found: FoundDate) -> bool:
    """Whether a fact says that it has its date from these words, which stand beside its evidence."""
    if not isinstance(fact, Event | Figure | Quotation) or not fact.date_from:
        return False
    is_named = find_words(even(found.text.casefold()), even(fact.date_from.casefold()))
    return bool(is_named) and any(covers(found, date) for date in dates_of(fact))


def other_values(figure: Figure) -> Iterator[tuple[Amount, str | None, Hedge | None]]:
    """The values of a figure beside its own: at other times, of other sources, as revised."""
    others: tuple[OtherValue, ...] = (*figure.history, *figure.values, *figure.revised)
    yield from ((other.value, figure.unit_of(other), other.hedge) for other in others)


def other_dates(fact: Fact) -> Iterator[Date]:
    """The dates of these values, and that of an outcome."""
    dates: list[Date | None] = []
    if isinstance(fact, Figure):
        dates += [date for point in fact.history for date in (point.date, point.made)]
        dates += [rival.as_of for rival in fact.values]
        dates += [revision.date for revision in fact.revised]
    elif isinstance(fact, Event) and fact.outcome:
        dates.append(fact.outcome.date)
    yield from (date for date in dates if date)


def _has_value(value: Amount, found: FoundQuantity) -> bool:
    if value.is_words:
        return bool(find_words(value_words(value.text), value_words(found.text)))
    return is_value(value, found)


# What is said again


_Value = tuple[Decimal | None, Decimal | None, bool]
# Dates that say by themselves which they are; "Sunday" and "last month" do not.
_WRITTEN_OUT = frozenset(
    {"day", "list-item", "month", "quarter", "season", "year", "decade", "century", "range"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeats:
    """What the facts say, by which a second mention is recognised, wherever in the article it is.

    A number is one if value and unit are the same and no other hedge is with it; a date if it is
    written out, or if the same words with the same readings are covered elsewhere; a quotation if
    its words are among those of a longer one.
    """

    values: Mapping[_Value, list[tuple[Figure, Stated]]]
    dates: Mapping[str, list[str]]
    words: Mapping[tuple[str, tuple[str, ...]], tuple[str, ...]]
    quotations: tuple[Quotation, ...]

    @classmethod
    def of(cls, briefing: Briefing, covered: Iterable[tuple[AnyFound, tuple[str, ...]]]) -> Self:
        values: dict[_Value, list[tuple[Figure, Stated]]] = {}
        dates: dict[str, list[str]] = {}
        for figure in briefing.figures:
            own = figure.value, figure.unit, figure.hedge
            for value, unit, hedge in [own, *other_values(figure)]:
                said = stated(value, unit, hedge)
                key = (said.low, said.high, said.pair)
                values.setdefault(key, []).append((figure, said))
        for fact in briefing.facts:
            for date in (*dates_of(fact), *other_dates(fact)):
                dates.setdefault(date.text, []).append(fact.id)
        words = {
            (found.text.casefold(), found.readings): facts
            for found, facts in covered
            if facts and isinstance(found, FoundDate)
        }
        quotations = briefing.quotations
        return cls(values=values, dates=dates, words=words, quotations=quotations)

    def facts_of(self, found: AnyFound) -> tuple[str, ...]:
        facts: Iterable[str] = ()
        match found:
            case FoundDate():
                facts = self.words.get((found.text.casefold(), found.readings), ())
                is_sure = len(found.readings) == 1 or is_year_long(known_date(found.readings[0]))
                if not facts and found.kind in _WRITTEN_OUT and is_sure:
                    same = (self.dates.get(reading, ()) for reading in found.readings)
                    facts = next(filter(None, same), ())
            case FoundQuantity() if found.low is not None:
                near = self.values.get((found.low, found.high, found.pair), ())
                facts = (figure.id for figure, said in near if _is_repeated(figure, said, found))
            case FoundQuotation() if len(found.text.split()) > 2:
                words = even(found.text)
                near_words = (
                    quote for quote in self.quotations if find_words(words, even(quote.words))
                )
                facts = (quotation.id for quotation in near_words)
        return tuple(dict.fromkeys(facts))


# What an employer cuts, by any of its names.
_POSTS: Final = {"job", "jobs", "post", "posts", "position", "positions"}


def _is_repeated(figure: Figure, said: Stated, found: FoundQuantity) -> bool:
    """Whether a number counts the same, and neither is hedged in another way than the other.

    A bare one of three digits or more is the same by no chance: “journeys rose to 47.9 million”.
    """
    is_alike = said.hedge == found.hedge or None in (said.hedge, found.hedge)
    is_same_unit = bool(said.unit) and match_unit(said, found) == "same"
    is_same_unit = is_same_unit or {said.unit, found.unit} <= _POSTS
    is_bare = found.unit is None and is_long(found) and not is_measured(said.unit or "")
    return is_alike and (is_same_unit or is_bare or is_same_toll(figure, found))
