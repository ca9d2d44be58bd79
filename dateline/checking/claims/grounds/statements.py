"""What a claim can rest on: every date and quantity of the article, and those of the facts' fields."""

import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import field, replace
from decimal import Decimal
from functools import cached_property
from typing import Any, Final, Literal

from dateline.checking.agreement.dates.fact_dates import dates_of
from dateline.checking.agreement.figure_agreement import in_percent, lengths
from dateline.checking.agreement.quantities.figure_units import per_in
from dateline.checking.agreement.quantities.implied_hedges import implied_hedges
from dateline.checking.agreement.quantities.unit_agreement import rate_of
from dateline.checking.basis.evidence import Spans
from dateline.checking.basis.findings import Findings, as_found, overlap, read_quantities
from dateline.checking.basis.references import references_in
from dateline.checking.derived.comparisons import compare
from dateline.facts.article import Block, Span
from dateline.facts.briefing import Briefing
from dateline.facts.dates import CivilDate, Date, known_date, show_date
from dateline.facts.hedges import Hedge
from dateline.facts.origin import Key
from dateline.facts.quantities import Amount, QuantityError, show_amount
from dateline.facts.records import BriefPoint, CompareBy, Event, Fact, Figure, FigureKind
from dateline.facts.wording import sentences
from dateline.frozen import dataclass
from dateline.language import FoundQuantity
from dateline.patterns import compile_later
from dateline.problems import Position

# How near to a claim what supports it is, the nearest first: in a field or the evidence of its own
# fact, in a fact that this one refers to, in the paragraphs of the evidence, anywhere in the
# article, in any other fact.
Level = Literal["own", "fact", "paragraph", "article", "briefing"]
LEVELS: Sequence[Level] = ("own", "fact", "paragraph", "article", "briefing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Where something is said: words of the article or of a source, or a field of a fact."""

    text: str
    position: Position
    span: Span | None = None
    fact: str | None = None
    source: str | None = None
    is_formula: bool = False
    is_comparison: bool = False


def is_publication(statement: Statement) -> bool:
    """Whether it is the day of publication or of an update, which no words of the article give."""
    return statement.span is None and statement.fact is None and statement.source is None


SaidQuantity = tuple[FoundQuantity, Statement]
SaidDate = tuple[Date, Statement]


@dataclass(frozen=True, kw_only=True)
class Statements:
    quantities: Sequence[SaidQuantity]
    dates: Sequence[SaidDate]
    # The heads of row and column of each cell, by its block.
    heads: Mapping[int, Sequence[int]] = field(default_factory=dict)
    blocks: Sequence[Block] = ()

    @cached_property
    def article(self) -> "Statements":
        """Those of the article alone."""
        return self.where(lambda statement: statement.span is not None)

    def where(self, is_kept: Callable[[Statement], bool]) -> "Statements":
        return Statements(
            quantities=[said for said in self.quantities if is_kept(said[1])],
            dates=[said for said in self.dates if is_kept(said[1])],
            heads=self.heads,
            blocks=self.blocks,
        )

    @cached_property
    def bounds(self) -> frozenset[CivilDate]:
        """Where its dates start and end."""
        return frozenset(end for date, _ in self.dates for end in date.bounds)

    def text_of(self, span: Span) -> str:
        return next(block.text for block in self.blocks if block.number == span.block)

    @cached_property
    def groups(self) -> Sequence[Sequence[SaidQuantity]]:
        """Those of one paragraph, of one row or column of a table, and of one fact’s fields."""
        return self._grouped(lambda span: span.block)

    @cached_property
    def sentences(self) -> Sequence[Sequence[SaidQuantity]]:
        """The same, but those of one sentence of a paragraph."""
        starts = {
            block.number: [start for start, _ in sentences(block.text)] for block in self.blocks
        }
        return self._grouped(lambda span: (span.block, bisect(starts[span.block], span.start)))

    def _grouped(self, by: Callable[[Span], Any]) -> list[list[SaidQuantity]]:
        found: dict[tuple[str, Any], list[SaidQuantity]] = defaultdict(list)
        for said in self.quantities:
            place = said[1]
            if place.span is None:
                found["fact", place.fact].append(said)
                continue
            found["words", by(place.span)].append(said)
            for head in self.heads.get(place.span.block, ()):
                found["head", head].append(said)
        return list(found.values())

    @cached_property
    def by_number(self) -> Mapping[Any, Sequence[SaidQuantity]]:
        """The quantities by their lower end; those without digits are below None."""
        found: dict[Decimal | None, list[SaidQuantity]] = defaultdict(list)
        for said in self.quantities:
            found[said[0].low].append(said)
        return found

    @cached_property
    def date_starts(self) -> Mapping[int, frozenset[int]]:
        """Where the dates of each block begin."""
        found: dict[int, set[int]] = defaultdict(set)
        for _, place in self.dates:
            if place.span:
                found[place.span.block].add(place.span.start)
        return {block: frozenset(starts) for block, starts in found.items()}

    @cached_property
    def by_reading(self) -> Mapping[str, Sequence[SaidDate]]:
        found: dict[str, list[SaidDate]] = defaultdict(list)
        for said in self.dates:
            found[said[0].text].append(said)
        return found


def state(briefing: Briefing, findings: Findings) -> Statements:
    dates = [*_dates_of_article(briefing, findings), *_dates_of_facts(briefing)]
    quantities = [*_quantities_of_article(briefing, findings), *_quantities_of_facts(briefing)]
    heads = {block: reading.heads[:2] for block, reading in findings.in_tables.items()}
    blocks = briefing.article.blocks
    return Statements(quantities=quantities, dates=dates, heads=heads, blocks=blocks)


def _dates_of_article(briefing: Briefing, findings: Findings) -> Iterator[SaidDate]:
    for block in briefing.article.blocks:
        for found in findings.dates[block.number]:
            span = Span(block=block.number, start=found.start, end=found.end)
            statement = Statement(text=found.text, span=span, position=block.position(found.start))
            yield from ((known_date(reading), statement) for reading in found.readings)


def _quantities_of_article(briefing: Briefing, findings: Findings) -> Iterator[SaidQuantity]:
    for block in briefing.article.blocks:
        periods = (length for date in findings.dates[block.number] for length in lengths(date))
        for found in (*findings.quantities[block.number], *periods):
            span = Span(block=block.number, start=found.start, end=found.end)
            statement = Statement(text=found.text, span=span, position=block.position(found.start))
            yield found, statement
            for hedge in implied_hedges(found, block.text):
                yield replace(found, hedge=hedge), statement
            if found.unit == "share":
                yield in_percent(found), statement
            yield from ((part, statement) for part in _parts(found, block.text))


def _limit_of(figure: Figure) -> Hedge | None:
    if _LOWEST.search(figure.label):
        return Hedge.AT_LEAST
    is_most = figure.kind == FigureKind.LEGAL_LIMIT or _HIGHEST.search(figure.label)
    return Hedge.UP_TO if is_most else None


def _end_of(value: Amount, figure: Figure) -> Hedge | None:
    """What is true of the lowest, or highest, number that any side gives: “at least 25”, of 25 and 27."""
    sides = [figure.value, *(rival.value for rival in figure.values if not rival.unit)]
    numbers = [side.low for side in sides if side.low is not None]
    if len({*numbers}) < 2 or value.low is None or not any(value is side for side in sides):
        return None
    return {min(numbers): Hedge.AT_LEAST, max(numbers): Hedge.UP_TO}.get(value.low)


_LOWEST: Final = compile_later(r"\b(?:minimum|lowest|least)\b", re.IGNORECASE)
_HIGHEST: Final = compile_later(r"\b(?:limit|maximum|ceiling|cap)\b", re.IGNORECASE)
_PART: Final = compile_later(r"\b([a-z]+(?:-[a-z]+)?) of (?:the |its |their )?$", re.IGNORECASE)


def _parts(whole: FoundQuantity, text: str) -> Iterator[FoundQuantity]:
    """The number in words of which something is the whole: four, in “only four of 22”."""
    if part := _PART.search(text, max(0, whole.start - _BEFORE), whole.start):
        counted = read_quantities(f"{part[1].casefold()} {whole.unit or 'people'}")
        several = (found for found in counted if found.low is not None and found.low > 1)
        yield from (replace(found, unit=whole.unit) for found in several)


# As far before a number as its part is looked for.
_BEFORE: Final = 40


def _dates_of_facts(briefing: Briefing) -> Iterator[SaidDate]:
    for fact in briefing.facts:
        position = fact.origin.position
        for date in (*dates_of(fact), *later_dates(fact)):
            yield date, Statement(text=show_date(date), fact=fact.id, position=position)
    front = briefing.front
    for day, name in ((front.published, "published"), (front.updated, "updated")):
        if day:
            position = front.origin.of(name)
            yield known_date(f"{day:%Y-%m-%d}"), Statement(text=str(day), position=position)


def later_dates(fact: Fact) -> Iterator[Date]:
    """Dates beside the fact’s own: of its outcome, and of other values."""
    match fact:
        case Event(outcome=outcome) if outcome and outcome.date:
            yield outcome.date
        case Figure():
            yield from (point.date for point in fact.history)
            yield from (point.made for point in fact.history if point.made)
            yield from (rival.as_of for rival in fact.values if rival.as_of)
            yield from (revision.date for revision in fact.revised if revision.date)


def _quantities_of_facts(briefing: Briefing) -> Iterator[SaidQuantity]:
    for figure in briefing.figures:
        for path, value, unit, hedge in _amounts(figure):
            shown = show_amount(value, unit).plain
            text = f"{hedge} {shown}" if hedge else shown
            position = figure.origin.of(*path)
            statement = Statement(text=text, fact=figure.id, position=position)
            yield as_found(value, unit, hedge, text), statement
            if hedge is None and (limit := _limit_of(figure) or _end_of(value, figure)):
                yield as_found(value, unit, limit, text), statement
            if unit and (per := per_in(figure.label)) and not rate_of(unit):
                yield as_found(value, f"{unit}/{per}", hedge, text), statement
        yield from _worked_out(figure, briefing)


def _worked_out(figure: Figure, briefing: Briefing) -> Iterator[SaidQuantity]:
    """The numbers of the figure’s formula, as what it is divided by too, and what it compares as."""
    formula = figure.derived.how if figure.derived else ""
    for written in map(Decimal, _NUMBER.findall(formula)):
        statement = replace(_stated(figure, formula, "derived", "how"), is_formula=True)
        yield as_found(_amount(written), None, None, formula), statement
        if written:
            yield as_found(_amount(1 / written), "share", None, formula), statement
    for number, comparison in enumerate(figure.compare):
        other = briefing.fact_by_id.get(comparison.to)
        if isinstance(other, Figure):
            with suppress(QuantityError):
                result = compare(figure, other, comparison.by)
                statement = _stated(figure, result.amount.text, "compare", number)
                statement = replace(statement, is_comparison=True)
                for hedge in {None, _bound_of(figure, other, comparison.by)}:
                    yield as_found(result.amount, result.unit, hedge, result.amount.text), statement


def _bound_of(figure: Figure, other: Figure, by: CompareBy) -> Hedge | None:
    """The hedge that a difference has from its figure: at least 231 are at least 21 more than 210."""
    if by != CompareBy.DIFFERENCE or figure.value.low is None or other.value.low is None:
        return None
    is_least = figure.hedge in (Hedge.AT_LEAST, Hedge.MORE_THAN) and other.hedge is None
    return figure.hedge if is_least and figure.value.low > other.value.low else None


_NUMBER: Final = compile_later(r"(?<![\w-])[0-9]+(?:\.[0-9]+)?(?![\w-])")


def _amount(value: Decimal) -> Amount:
    return Amount(text=str(value), low=value, high=value)


def _stated(figure: Figure, text: str, *path: Key) -> Statement:
    return Statement(text=text, fact=figure.id, position=figure.origin.of(*path))


_Valued = tuple[tuple[Key, ...], Amount, str | None, Hedge | None]


def _amounts(figure: Figure) -> Iterator[_Valued]:
    yield ("value",), figure.value, figure.unit, figure.hedge
    for number, point in enumerate(figure.history):
        yield ("history", number, "value"), point.value, figure.unit, point.hedge
    for number, rival in enumerate(figure.values):
        yield ("values", number, "value"), rival.value, figure.unit_of(rival), rival.hedge
    for number, revision in enumerate(figure.revised):
        yield ("revised", number, "value"), revision.value, figure.unit, revision.hedge


@dataclass(frozen=True, kw_only=True)
class Surroundings:
    """What is near to a text: its own fact, those it refers to, the paragraphs of its evidence."""

    own: frozenset[str] = frozenset()
    refers: Fact | BriefPoint | None = None
    spans: Spans = field(default_factory=dict)

    @cached_property
    def named(self) -> frozenset[str]:
        found = references_in(self.refers) if self.refers else ()
        return frozenset(reference.id for reference in found)

    @cached_property
    def _paragraphs(self) -> frozenset[int]:
        return frozenset(span.block for fact in self.own for span in self.spans.get(fact, ()))

    def level(self, statement: Statement) -> Level:
        span = statement.span
        if is_publication(statement):
            return "article"
        if span is None and (statement.fact in self.own or not statement.fact):
            return "own"
        if span is None:
            return "fact" if statement.fact in self.named else "briefing"
        if self._holds(self.own, span):
            return "own"
        if self._holds(self.named, span):
            return "fact"
        return "paragraph" if span.block in self._paragraphs else "article"

    def refers_to(self, fact: str | None) -> bool:
        return fact in self.named

    def is_near(self, statement: Statement) -> bool:
        return self.level(statement) in ("own", "paragraph") or is_publication(statement)

    def _holds(self, facts: Iterable[str], span: Span) -> bool:
        passages = (own for fact in facts for own in self.spans.get(fact, ()))
        return any(own.block == span.block and overlap(own, span) for own in passages)
