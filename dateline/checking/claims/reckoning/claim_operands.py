"""Numbers that may be worked with in a text: its own, those of its facts, those of one subject."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from itertools import combinations, product
from typing import Final

from dateline.checking.agreement.quantities.quantity_agreement import match_unit, same_value
from dateline.checking.agreement.quantities.unit_agreement import measure_name
from dateline.checking.basis.fact_words import sentences_around
from dateline.checking.basis.findings import as_found, number_of, read_quantities
from dateline.checking.basis.references import references_in
from dateline.checking.claims.grounds.statements import Statement, Statements, Surroundings
from dateline.checking.claims.reckoning.arithmetic import is_single
from dateline.checking.claims.reckoning.clocks import Moments
from dateline.checking.claims.reckoning.named_figures import as_amount, kin_of, numbers_of
from dateline.checking.claims.reckoning.shares_before import is_one_measure
from dateline.facts.briefing import Briefing
from dateline.facts.records import BriefPoint, Event, Figure
from dateline.facts.wording import sentence_at
from dateline.frozen import dataclass
from dateline.language import FoundQuantity
from dateline.patterns import compile_later

NumberPair = tuple[FoundQuantity, FoundQuantity]

_OF_WHICH: Final = compile_later(r"\s+of (?:which|it|them|that|this|these|those)\b")
_NAMED_BY: Final = compile_later(
    r"(?:^|[,;.] |\band )(?:(?:and|the|its|their) )*(?P<figure>[a-z]+(?: [a-z]+)?) by $"
)
_TOGETHER: Final = compile_later(
    r"\b(?:together|combined|altogether|overall|in all|in total|totals?|between them|both|all)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True)
class Operands:
    """The numbers that may be worked with in a text that readers see."""

    text: str
    near: Surroundings
    briefing: Briefing
    statements: Statements
    moments: Moments

    @cached_property
    def subject(self) -> Statements:
        """The statements without the cells of rows, and the fields of facts, that it does not name."""
        return self.statements.where(self._is_of_subject)

    @property
    def of_topic(self) -> Sequence[FoundQuantity]:
        """The numbers of figures on a topic of the text’s own fact."""
        fact = self.near.refers
        topics = set(fact.topic) if isinstance(fact, Event | Figure) else set()
        same = (figure for figure in self.counted if topics & set(figure.topic))
        return [number for figure in same for number in numbers_of(figure)]

    @property
    def counted(self) -> Sequence[Figure]:
        return list(_numbered(self.briefing.figures))

    def sentence_of(self, figure: Figure) -> str:
        """The sentences of its evidence."""
        blocks = self.briefing.article.blocks
        return " ".join(
            text[slice(*sentences_around(text, span))]
            for span in self.near.spans.get(figure.id, ())
            for text in [blocks[span.block].text]
        )

    def words_beside(self, claimed: FoundQuantity) -> frozenset[str]:
        """The words of its sentence in the text, without its own."""
        start, end = sentence_at(self.text, claimed.start)
        return kin_of(self.text[start : claimed.start]) | kin_of(self.text[claimed.end : end])

    @property
    def own_figures(self) -> Sequence[Figure]:
        return [figure for figure in self.figures if figure.id in self.near.own]

    @property
    def evidence(self) -> Sequence[FoundQuantity]:
        """What the words of the text’s own fact give."""
        return [
            found
            for found, place in self.statements.quantities
            if place.span and self.near.level(place) == "own"
        ]

    @property
    def shares_of_it(self) -> Sequence[FoundQuantity]:
        """The shares that the evidence gives of what its sentence named before: “a third of which”."""
        return [
            found
            for found, place in self.statements.quantities
            if found.unit == "percent" and place.span and self.near.level(place) == "own"
            if _OF_WHICH.match(self.statements.text_of(place.span), place.span.end)
        ]

    @property
    def beside_evidence(self) -> Iterator[FoundQuantity]:
        """What the sentences say in which the evidence stands."""
        for group in self.statements.sentences:
            if any(place.span and self.near.level(place) == "own" for _, place in group):
                yield from (found for found, place in group if self._is_prose(place))

    def written(self, claimed: FoundQuantity) -> Sequence[FoundQuantity]:
        """The other numbers of the text."""
        return [
            found
            for found in read_quantities(self.text)
            if is_single(found) and (found.start, found.end) != (claimed.start, claimed.end)
        ]

    def pairs(self, claimed: FoundQuantity) -> Iterator[NumberPair]:
        """Each two numbers that go together; those of other figures only if all share a word."""
        yield from self.near_pairs(claimed)
        yield from product(self.at_hand(claimed), [number for number, _ in self.related_numbers])
        for (first, words), (second, others) in combinations(self.related_numbers, 2):
            if words & others:
                yield first, second
        yield from self._named_changes(claimed)

    def _named_changes(self, claimed: FoundQuantity) -> Iterator[NumberPair]:
        """The numbers of figures named right before “by”, with those that they had: “the loss by 33 per cent”."""
        named = _NAMED_BY.search(self.text, 0, claimed.start)
        words = kin_of(named["figure"]) if named else frozenset()
        for figure, shared in self.related:
            if words & shared:
                yield from product(numbers_of(figure), _former(figure))

    def near_pairs(self, claimed: FoundQuantity) -> Iterator[NumberPair]:
        """Those of which one at least is in the text, or of a figure that it is about."""
        at_hand = self.at_hand(claimed)
        yield from combinations(at_hand, 2)
        yield from self.beside(at_hand)
        for figure in self.figures:
            yield from product([*self.written(claimed), *numbers_of(figure)], _former(figure))

    def at_hand(self, claimed: FoundQuantity) -> Sequence[FoundQuantity]:
        return [*self.written(claimed), *self.own_numbers]

    @cached_property
    def own_numbers(self) -> Sequence[FoundQuantity]:
        """Those of the figures that it is about or refers to; of another fact also what its evidence gives."""
        own = [number for figure in self.figures for number in numbers_of(figure)]
        return [*own, *(() if self.own_figures else filter(is_single, self.evidence))]

    @cached_property
    def related_numbers(self) -> Sequence[tuple[FoundQuantity, frozenset[str]]]:
        related = ((figure, words) for figure, words in self.related if figure.unit is not None)
        return [(number, words) for figure, words in related for number in numbers_of(figure)]

    def beside(self, numbers: Sequence[FoundQuantity]) -> Iterator[NumberPair]:
        """Each of the numbers that the article has, with the others of that sentence."""
        for group in self.statements.sentences:
            said = [found for found, place in group if self._is_prose(place) and is_single(found)]
            known = [
                found
                for found in said
                if any(same_value(found, each) and _is_one_unit(found, each) for each in numbers)
            ]
            yield from product(known, said)

    def _is_prose(self, place: Statement) -> bool:
        return place.span is not None and place.span.block not in self.statements.heads

    @cached_property
    def figures(self) -> Sequence[Figure]:
        """Those that it is about or refers to, with a number."""
        named = references_in(self.near.refers) if self.near.refers else ()
        ids = {*self.near.own, *(reference.id for reference in named)}
        return [figure for figure in _numbered(self.briefing.figures) if figure.id in ids]

    @cached_property
    def related(self) -> Sequence[tuple[Figure, frozenset[str]]]:
        """The other figures whose name has a word of the text, or of the name of what it is about.

        None for a point of the brief, which names its facts.
        """
        if isinstance(self.near.refers, BriefPoint) and self.near.refers.facts:
            return []
        shared = (
            (figure, self._words & kin_of(figure.label))
            for figure in _numbered(self.briefing.figures)
            if figure not in self.figures
        )
        return [(figure, words) for figure, words in shared if words]

    @cached_property
    def _words(self) -> frozenset[str]:
        names = (self.briefing.name_of(fact) for fact in self.near.own)
        return kin_of(" ".join((self.text, *names)))

    def _is_of_subject(self, statement: Statement) -> bool:
        span = statement.span
        if span is None:
            fact = statement.fact
            is_own = fact is None or fact in self.near.own or fact in self._named
            return is_own or bool(self._words & kin_of(self.briefing.name_of(fact or "")))
        heads = self.statements.heads.get(span.block)
        if not heads or _TOGETHER.search(self.text) or not self._has_rows(heads):
            return True
        if any(head in self._own_rows or head in self._named for head in heads):
            return True
        words = kin_of(" ".join(self.statements.blocks[head].text for head in heads))
        return not words or not self._words.isdisjoint(words)

    @cached_property
    def _named(self) -> frozenset[str | int]:
        """The facts, and the rows by their heads, of which the text has a number."""
        numbers = [found for found in read_quantities(self.text) if is_single(found)]
        said = [
            place
            for number in numbers
            for found, place in self.statements.by_number.get(number.low, ())
            if None in (number.unit, found.unit) or match_unit(number, found) == "same"
        ]
        rows = (self.statements.heads.get(place.span.block) for place in said if place.span)
        facts = (place.fact for place in said if place.fact)
        return frozenset((*facts, *(max(heads) for heads in rows if heads)))

    @cached_property
    def _own_rows(self) -> frozenset[int]:
        spans = (span for fact in self.near.own for span in self.near.spans.get(fact, ()))
        return frozenset(
            max(heads) for span in spans if (heads := self.statements.heads.get(span.block))
        )

    def _has_rows(self, heads: Sequence[int]) -> bool:
        """Whether the table has another row than that of a cell with these heads."""
        column = min(heads)
        rows = {max(other) for other in self.statements.heads.values() if column in other}
        return len(rows) > 1


def _is_one_unit(first: FoundQuantity, second: FoundQuantity) -> bool:
    return first.unit == second.unit or is_one_measure(first, second)


def _former(figure: Figure) -> list[FoundQuantity]:
    """The numbers that a figure had before, to work with."""
    return [as_amount(as_found(each.value, figure.unit, None, "")) for each in figure.history]


def changes_of(figure: Figure) -> Iterator[tuple[Decimal, Decimal]]:
    """A figure's number, and each that it had before."""
    now = figure.value.low
    for then in (point.value.low for point in figure.history):
        if now and then and now != then and max(now, then) > 0:
            yield now, then


def _numbered(figures: Iterable[Figure]) -> Iterator[Figure]:
    return (figure for figure in figures if is_single(as_amount(number_of(figure))))


def is_measured_number(found: FoundQuantity) -> bool:
    return bool(found.unit and measure_name(found.unit))
