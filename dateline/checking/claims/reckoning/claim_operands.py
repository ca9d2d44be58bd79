"""Numbers worked out from two that a text speaks of: its own, those of its facts, those of one subject."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from itertools import combinations, product
from typing import Final

from dateline.checking.agreement.figure_agreement import in_percent
from dateline.checking.agreement.quantity_agreement import match_unit, same_value
from dateline.checking.agreement.unit_agreement import is_rate_of, measure_name
from dateline.checking.basis.fact_words import sentences_around
from dateline.checking.basis.findings import as_found, number_of, read_quantities
from dateline.checking.basis.references import references_in
from dateline.checking.claims.grounds.statements import (
    Statement,
    Statements,
    Surroundings,
)
from dateline.checking.claims.reckoning.arithmetic import (
    is_near_result,
    is_near_share,
    is_rounding_of,
    is_single,
)
from dateline.checking.claims.reckoning.averages import is_average
from dateline.checking.claims.reckoning.claim_formulas import former_results
from dateline.checking.claims.reckoning.clocks import Moments
from dateline.checking.claims.reckoning.desk_sums import (
    is_other_part,
    is_rate_or_time,
    is_share_of_others,
    is_share_of_them,
)
from dateline.checking.claims.reckoning.named_figures import (
    as_amount,
    is_rest_of,
    kin_of,
    named_wholes,
    numbers_of,
    written_wholes,
)
from dateline.checking.claims.reckoning.shares_before import (
    is_fall_to_share,
    is_of_before,
    is_of_one,
    is_one_measure,
    is_share_now,
    shares_left,
    shares_of,
)
from dateline.checking.claims.reckoning.spans import is_months_between, is_time_from_publication
from dateline.checking.claims.reckoning.two_figures import is_share_of_two
from dateline.checking.claims.reckoning.wholes import (
    is_part,
    is_part_of,
    is_rest_of_share,
    is_spread,
    is_whole_of_share,
)
from dateline.facts.briefing import Briefing
from dateline.facts.records import BriefPoint, Event, Figure
from dateline.facts.units import is_measured
from dateline.facts.wording import sentences
from dateline.frozen import dataclass
from dateline.language import FoundQuantity
from dateline.patterns import compile_later

_Pair = tuple[FoundQuantity, FoundQuantity]


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

    def gives(self, claimed: FoundQuantity) -> bool:
        """Whether a number is the difference, the share or the change of two that it speaks of."""
        if not is_single(claimed):
            return False
        if (
            self.moments.are_apart(claimed, self.text, self.near)
            or self._is_part(claimed)
            or self._is_sum(claimed)
            or self._is_rest(claimed)
            or self._is_former_result(claimed)
            or self._is_desk_sum(claimed)
            or self._is_otherwise(claimed)
            or self._is_exact(claimed)
            or is_months_between(claimed, self.text, self.near, self.briefing)
            or is_rest_of_share(claimed, self.text, self.statements)
            or is_time_from_publication(claimed, self.statements, self.near)
        ):
            return True
        if (
            is_part(claimed, self.text, self._figures)
            or is_spread(claimed, self.text)
            or is_part_of(claimed, self._shares_of_it, self._beside_evidence)
        ):
            return True
        if is_of_before(claimed, self.text):
            return self._is_share_of_before(claimed)
        after = self.text[claimed.end :]
        is_share = _OF_A_WHOLE.match(after) or _AS_MANY.match(after)
        if claimed.unit == "share" and is_share and not _OF_CHANGE.match(after):
            return self._is_ratio(claimed)
        is_of_it = claimed.unit == "percent" and _OF_IT.match(after)
        return bool(is_of_it and self._is_ratio(claimed)) or self._is_difference(claimed)

    def _is_sum(self, claimed: FoundQuantity) -> bool:
        """Whether the text says that two numbers, of which it has one at least, come to so much."""
        if claimed.hedge or not _COMES_TO.search(self.text):
            return False
        pairs = product(self._written(claimed), self._at_hand(claimed))
        return any(
            first.low and second.low and first.low + second.low == claimed.low
            for first, second in pairs
            if first is not second
            and match_unit(first, second) == "same"
            and (match_unit(claimed, first) == "same" or _may_count(claimed, first))
        )

    def reckons(self, claimed: FoundQuantity) -> bool:
        """Whether its words say that it was worked out, and it is right, so that no other number like it counts."""
        if not is_single(claimed):
            return False
        if self.moments.are_apart(claimed, self.text, self.near, is_own=True):
            return True
        if is_time_from_publication(claimed, self.statements, self.near) or self._is_rest(claimed):
            return True
        return self._is_more_by(claimed)

    def is_more_than_other(self, claimed: FoundQuantity) -> bool:
        """Whether its evidence is so much more than what it is set against there: “14 tons more than then”."""
        way = _THAN.match(self.text, claimed.end)
        if way is None or claimed.hedge or not is_single(claimed):
            return False
        sign = 1 if way["way"].lower() == "more" else -1
        return any(
            own.low is not None
            and other.low is not None
            and sign * (own.low - other.low) == claimed.low
            and match_unit(claimed, own) == match_unit(own, other) == "same"
            for own, other in self._beside(self._evidence)
        )

    def _is_more_by(self, claimed: FoundQuantity) -> bool:
        """Whether so many more or fewer are counted in its evidence than beside it: “three more are dead than …”."""
        if not _MORE_OR_LESS.match(self.text, claimed.end) or claimed.hedge:
            return False
        counted = (pair for pair in self._near_pairs(claimed) if not any(map(_is_measured, pair)))
        return any(
            first.low and second.low and abs(first.low - second.low) == claimed.low
            for first, second in counted
            if first.unit == second.unit or match_unit(first, second) == "same"
        )

    def _is_rest(self, claimed: FoundQuantity) -> bool:
        return is_rest_of(claimed, self.text, self._own_numbers, self._counted)

    @property
    def _of_topic(self) -> Sequence[FoundQuantity]:
        """The numbers of figures on a topic of the text’s own fact."""
        fact = self.near.refers
        topics = set(fact.topic) if isinstance(fact, Event | Figure) else set()
        same = (figure for figure in self._counted if topics & set(figure.topic))
        return [number for figure in same for number in numbers_of(figure)]

    @property
    def _counted(self) -> Sequence[Figure]:
        return list(_numbered(self.briefing.figures))

    def _is_ratio(self, claimed: FoundQuantity) -> bool:
        if self._is_result(claimed, lambda low, high: 100 * low / high):
            return True
        wholes = [
            *written_wholes(claimed, self.text),
            *named_wholes(claimed, self.text, self._counted),
            *(self._of_topic if _AS_MANY.match(self.text, claimed.end) else ()),
        ]
        return any(
            is_near_share(claimed, 100 * part.low / whole.low)
            for part, whole in product(self._own_numbers, wholes)
            if part.low and whole.low and part.low < whole.low and _may_be_part(part, whole)
        )

    def _is_share_of_before(self, claimed: FoundQuantity) -> bool:
        """Whether it is what is left of what there was before: of a figure, or else in the article."""
        figures = self._figures or [figure for figure, _ in self._related]
        shares = [100 * now / then for figure in figures for now, then in _changes(figure)]
        others = [figure for figure in self._counted if figure.id not in self.near.own]
        named = [*named_wholes(claimed, self.text, others)]
        shares += [
            share
            for own in self._own_numbers
            for whole in named
            for share in shares_of([own, whole])
        ]
        if not shares:
            words = kin_of(" ".join(self.briefing.name_of(fact) for fact in self.near.own))
            shares = [*shares_left(words | self._words_beside(claimed), self.statements)]
        return any(is_share_now(claimed, share) for share in shares)

    def _is_desk_sum(self, claimed: FoundQuantity) -> bool:
        """Whether it is of the others, of “them”, or how long or how much a month that is."""
        own = [number_of(figure) for figure in self._figures]
        label = " ".join(self.briefing.name_of(fact) for fact in self.near.own)
        beside = [*self._beside([*own, *self._evidence])]
        return (
            is_share_of_others(claimed, self.text, self._evidence, label)
            or is_other_part(claimed, self.text, beside)
            or is_share_of_them(claimed, self.text, beside)
            or is_rate_or_time(claimed, self.text, own)
        )

    def is_fall_to_share(self, claimed: FoundQuantity) -> bool:
        """Whether the article says what a fall by so much leaves of what was before."""
        return is_fall_to_share(claimed, self._words_beside(claimed), self.statements)

    def _is_otherwise(self, claimed: FoundQuantity) -> bool:
        """Whether it is an average, a share of two figures, a whole, or what something would be without another."""
        figures = self._figures or [figure for figure, _ in self._related]
        worded = [(figure, words) for figure in figures for words in [self._sentence_of(figure)]]
        return (
            is_average(claimed, worded)
            or is_share_of_two(claimed, self.text, self.near.own, self._counted)
            or is_whole_of_share(
                claimed, self.text, self._own_numbers, [words for _, words in worded]
            )
            or self._is_without(claimed)
        )

    def _sentence_of(self, figure: Figure) -> str:
        """The sentences of its evidence."""
        blocks = self.briefing.article.blocks
        return " ".join(
            text[slice(*sentences_around(text, span))]
            for span in self.near.spans.get(figure.id, ())
            for text in [blocks[span.block].text]
        )

    def _is_without(self, claimed: FoundQuantity) -> bool:
        """Whether it is what another would have been without its number: “without it the loss would be £28.1m”."""
        if not (_WITHOUT.search(self.text) and _WOULD.search(self.text)):
            return False
        others = [*self._at_hand(claimed), *(number for number, _ in self._related_numbers)]
        return any(
            first.low
            and second.low
            and match_unit(first, second) == "same"
            and match_unit(claimed, first) == "same"
            and any(
                is_near_result(claimed, result)
                for result in (first.low + second.low, abs(first.low - second.low))
            )
            for first, second in product(self._own_numbers, others)
            if first is not second
        )

    def _is_exact(self, claimed: FoundQuantity) -> bool:
        """Whether two numbers of a paragraph give it, and its fact has that rounded: £7.8m, of “less than £8m”."""
        rounded = [each for each in self._own_numbers if is_rounding_of(each, claimed)]
        blocks = {span.block for fact in self.near.own for span in self.near.spans.get(fact, ())}
        for group in self.statements.groups if rounded else ():
            alike = [
                found.low
                for found, place in group
                if place.span and place.span.block in blocks and found.low
                if match_unit(claimed, found) == "same"
            ]
            if any(claimed.low in (a + b, abs(a - b)) for a, b in combinations(alike, 2)):
                return True
        return False

    def _is_former_result(self, claimed: FoundQuantity) -> bool:
        """Whether it is what the formula of a figure gave before, of what its figures were then."""
        return _EARLIER.search(self.text) is not None and any(
            match_unit(claimed, number_of(figure)) == "same" and is_near_result(claimed, result)
            for figure in self._figures
            for result in former_results(figure, self.briefing)
        )

    def _words_beside(self, claimed: FoundQuantity) -> frozenset[str]:
        """The words of its sentence in the text, without its own."""
        start, end = next((a, b) for a, b in sentences(self.text) if a <= claimed.start < b)
        return kin_of(self.text[start : claimed.start]) | kin_of(self.text[claimed.end : end])

    def _is_difference(self, claimed: FoundQuantity) -> bool:
        """Whether it is how much one is more or less than another, and the words beside it say so."""
        beside = self._beside_numbers(claimed)
        is_more, is_less = bool(_MORE.search(beside)), bool(_LESS.search(beside))
        if not (is_more or is_less or _COMPARES.search(beside)):
            return False
        if claimed.unit not in ("percent", "share"):
            return self._is_result(claimed, lambda low, high: high - low)
        of_low = self._is_result(claimed, lambda low, high: 100 * (high - low) / low)
        of_high = self._is_result(claimed, lambda low, high: 100 * (high - low) / high)
        return (of_low and (is_more or not is_less)) or (of_high and (is_less or not is_more))

    def _beside_numbers(self, claimed: FoundQuantity) -> str:
        """The words near a number, without those of numbers: “more than 2,600” compares nothing."""
        words = self.text
        for found in read_quantities(self.text):
            words = words[: found.start] + "-" * (found.end - found.start) + words[found.end :]
        return words[max(0, claimed.start - _NEAR) : claimed.end + _NEAR]

    def is_wrong_share(self, claimed: FoundQuantity) -> bool:
        """Whether it is far from each share of what was just named: “78 people, three quarters of that”."""
        if claimed.unit != "share" or not _OF_THAT.match(self.text, claimed.end):
            return False
        value = in_percent(claimed).low or Decimal(0)
        shares = [
            100 * min(first.low, second.low) / max(first.low, second.low)
            for first, second in combinations(self._at_hand(claimed), 2)
            if first.low and second.low and match_unit(first, second) != "other"
        ]
        if _OF_THEM.match(self.text, claimed.end):
            beside = self._beside([number_of(figure) for figure in self._own_figures])
            shares = [
                100 * part.low / whole.low for whole, part in beside if part.low and whole.low
            ]
        return bool(shares) and all(abs(share - value) > _FAR for share in shares)

    def is_wrong_difference(self, claimed: FoundQuantity) -> bool:
        """Whether nothing is so many more or fewer than what the text is about: “31, nine more than …”.

        That is the number before it in the text, or those of its own figure or evidence.
        """
        than = _THAN.match(self.text, claimed.end)
        if than is None or claimed.hedge or not is_single(claimed) or _is_measured(claimed):
            return False
        whole = [found for found in self._written(claimed) if found.end <= claimed.start][-1:]
        numbers = whole or [number_of(each) for each in self._own_figures] or self._evidence
        counted = [each for each in numbers if is_single(each) and not _is_measured(each)]
        by = (claimed.low or Decimal(0)) * (-1 if than["way"].lower() == "more" else 1)
        others = (each.low + by for each in counted if each.low is not None)
        is_said = re.compile(rf"\b{re.escape(claimed.text)}{_THAN.pattern}", re.IGNORECASE)
        return (
            bool(counted)
            and self.statements.by_number.keys().isdisjoint(others)
            and not any(is_said.search(block.text) for block in self.statements.blocks)
        )

    @property
    def _own_figures(self) -> Sequence[Figure]:
        return [figure for figure in self._figures if figure.id in self.near.own]

    @property
    def _evidence(self) -> Sequence[FoundQuantity]:
        """What the words of the text’s own fact give."""
        return [
            found
            for found, place in self.statements.quantities
            if place.span and self.near.level(place) == "own"
        ]

    @property
    def _shares_of_it(self) -> Sequence[FoundQuantity]:
        """The shares that the evidence gives of what its sentence named before: “a third of which”."""
        return [
            found
            for found, place in self.statements.quantities
            if found.unit == "percent" and place.span and self.near.level(place) == "own"
            if _OF_WHICH.match(self.statements.text_of(place.span), place.span.end)
        ]

    @property
    def _beside_evidence(self) -> Iterator[FoundQuantity]:
        """What the sentences say in which the evidence stands."""
        for group in self.statements.sentences:
            if any(place.span and self.near.level(place) == "own" for _, place in group):
                yield from (found for found, place in group if self._is_prose(place))

    def _is_part(self, claimed: FoundQuantity) -> bool:
        """Whether the text divides the number of a figure: “13 died at sea and one in hospital”, of 14."""
        wholes = {number_of(figure).low for figure in self._figures}
        others = [
            other.low
            for other in self._written(claimed)
            if claimed.unit == other.unit or None in (claimed.unit, other.unit)
        ]
        if _ONE.search(self.text):
            others.append(Decimal(1))
        parts = (claimed.low + other for other in others if other and claimed.low)
        return not wholes.isdisjoint(parts)

    def _written(self, claimed: FoundQuantity) -> Sequence[FoundQuantity]:
        """The other numbers of the text."""
        return [
            found
            for found in read_quantities(self.text)
            if is_single(found) and (found.start, found.end) != (claimed.start, claimed.end)
        ]

    def goes_the_other_way(self, claimed: FoundQuantity) -> bool:
        """Whether it is the change of a figure from another value of it, in the wrong direction."""
        before, after = self.text[: claimed.start], self.text[claimed.end :]
        falls = bool(_FELL_BY.search(before) or _LESS_THEN.match(after))
        rises = bool(_ROSE_BY.search(before) or _MORE_THEN.match(after))
        if falls == rises or not is_single(claimed):
            return False
        ways = {
            now > then
            for figure in self._figures
            for now, then in _changes(figure)
            if self._is_change(claimed, figure, now, then)
        }
        return len(ways) == 1 and ways != {rises}

    def _is_change(
        self, claimed: FoundQuantity, figure: Figure, now: Decimal, then: Decimal
    ) -> bool:
        if claimed.unit == "percent":
            return is_near_result(claimed, abs(100 * (now - then) / then))
        is_same = match_unit(claimed, number_of(figure)) == "same"
        return is_same and is_near_result(claimed, abs(now - then))

    def _is_result(
        self, claimed: FoundQuantity, work_out: Callable[[Decimal, Decimal], Decimal]
    ) -> bool:
        is_ratio = claimed.unit in ("percent", "share")
        for first, second in self._pairs(claimed):
            if not (first.low and second.low and is_of_one(first, second)):
                continue
            if not (is_ratio or any(_is_in_unit(claimed, each) for each in (first, second))):
                continue
            if not self._goes_that_way(claimed, first.low, second.low):
                continue
            low, high = min(first.low, second.low), max(first.low, second.low)
            if low > 0 and is_near_result(in_percent(claimed), work_out(low, high)):
                return True
        return False

    def _goes_that_way(self, claimed: FoundQuantity, first: Decimal, second: Decimal) -> bool:
        """Whether the figure that a text is about is the higher one of two, if it is so much “more than” the other."""
        than = _THAN.match(self.text, claimed.end)
        own = {number.low for figure in self._own_figures for number in numbers_of(figure)}
        if than is None or self._written(claimed) or own.isdisjoint({first, second}):
            return True
        higher, lower = max(first, second), min(first, second)
        return (higher if than["way"].lower() == "more" else lower) in own

    def _pairs(self, claimed: FoundQuantity) -> Iterator[_Pair]:
        """Each two numbers that go together; those of other figures only if all share a word."""
        yield from self._near_pairs(claimed)
        yield from product(self._at_hand(claimed), [number for number, _ in self._related_numbers])
        for (first, words), (second, others) in combinations(self._related_numbers, 2):
            if words & others:
                yield first, second

    def _near_pairs(self, claimed: FoundQuantity) -> Iterator[_Pair]:
        """Those of which one at least is in the text, or of a figure that it is about."""
        at_hand = self._at_hand(claimed)
        yield from combinations(at_hand, 2)
        yield from self._beside(at_hand)
        for figure in self._figures:
            then = [
                as_amount(as_found(each.value, figure.unit, None, "")) for each in figure.history
            ]
            yield from product([*self._written(claimed), *numbers_of(figure)], then)

    def _at_hand(self, claimed: FoundQuantity) -> Sequence[FoundQuantity]:
        return [*self._written(claimed), *self._own_numbers]

    @cached_property
    def _own_numbers(self) -> Sequence[FoundQuantity]:
        """Those of the figures that it is about or refers to; of another fact also what its evidence gives."""
        own = [number for figure in self._figures for number in numbers_of(figure)]
        return [*own, *(() if self._own_figures else filter(is_single, self._evidence))]

    @cached_property
    def _related_numbers(self) -> Sequence[tuple[FoundQuantity, frozenset[str]]]:
        related = ((figure, words) for figure, words in self._related if figure.unit is not None)
        return [(number, words) for figure, words in related for number in numbers_of(figure)]

    def _beside(self, numbers: Sequence[FoundQuantity]) -> Iterator[_Pair]:
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
    def _figures(self) -> Sequence[Figure]:
        """Those that it is about or refers to, with a number."""
        named = references_in(self.near.refers) if self.near.refers else ()
        ids = {*self.near.own, *(reference.id for reference in named)}
        return [figure for figure in _numbered(self.briefing.figures) if figure.id in ids]

    @cached_property
    def _related(self) -> Sequence[tuple[Figure, frozenset[str]]]:
        """The other figures whose name has a word of the text, or of the name of what it is about.

        None for a point of the brief, which names its facts.
        """
        if isinstance(self.near.refers, BriefPoint) and self.near.refers.facts:
            return []
        shared = (
            (figure, self._words & kin_of(figure.label))
            for figure in _numbered(self.briefing.figures)
            if figure not in self._figures
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


def _is_in_unit(claimed: FoundQuantity, found: FoundQuantity) -> bool:
    """Whether both are in one unit, or the claim leaves out what it is for: “it lost £570”, of a price a tonne."""
    is_left_out = claimed.unit and found.unit and is_rate_of(found.unit, claimed.unit)
    return bool(is_left_out) or match_unit(claimed, found) == "same"


def _is_one_unit(first: FoundQuantity, second: FoundQuantity) -> bool:
    return first.unit == second.unit or is_one_measure(first, second)


def _changes(figure: Figure) -> Iterator[tuple[Decimal, Decimal]]:
    """A figure's number, and each that it had before."""
    now = figure.value.low
    for then in (point.value.low for point in figure.history):
        if now and then and now != then and max(now, then) > 0:
            yield now, then


def _numbered(figures: Iterable[Figure]) -> Iterator[Figure]:
    return (figure for figure in figures if is_single(as_amount(number_of(figure))))


def _may_be_part(part: FoundQuantity, whole: FoundQuantity) -> bool:
    """Whether both are money, or both count: 900 staff of 2,870 people."""
    units = [each.unit or "" for each in (part, whole)]
    return match_unit(part, whole) == "same" or not any(map(is_measured, units))


_WITHOUT: Final = compile_later(
    r"\b(?:without|but for|if not for|were it not for|had it not been for)\b", re.IGNORECASE
)
_WOULD: Final = compile_later(r"\b(?:would|might|could)\b", re.IGNORECASE)
_COMES_TO: Final = compile_later(
    r"\b(?:together|combined|in all|in total|altogether|(?:com|add)\w* (?:up )?to|reach(?:es|ed)?"
    r"|mak(?:es?|ing)|totals?|sum)\b",
    re.IGNORECASE,
)
_EARLIER: Final = compile_later(
    r"\b(?:earlier|before|ago|was|were|had|from|previous(?:ly)?|last|then)\b", re.IGNORECASE
)


def _may_count(claimed: FoundQuantity, found: FoundQuantity) -> bool:
    """Whether a bare number may be of the same persons or things: “eight are missing, so the toll could reach 25”."""
    return claimed.unit is None and not _is_measured(found)


# What is counted may stand between: “nine boats more”, but “23 in less than a day”.
_NOUN: Final = r"(?: (?!(?:in|within|for|at|on|over|after|before|to|and|or|but|by|with)\b)\w+)?"
_MORE_OR_LESS: Final = compile_later(rf"{_NOUN}\s+(?:more|fewer|less)\b", re.IGNORECASE)
_THAN: Final = compile_later(rf"{_NOUN}\s+(?P<way>more|fewer|less) than\b", re.IGNORECASE)


def _is_measured(found: FoundQuantity) -> bool:
    return bool(found.unit and measure_name(found.unit))


_ONE: Final = compile_later(r"\bone\b", re.IGNORECASE)

# Right before or after a number these say which way something went.
_FELL_BY: Final = compile_later(
    r"\b(?:down|fell|falls|fallen|dropp?(?:ed|s)?|decreas(?:ed|es)|shrank|declined)\s+(?:by\s+)?$",
    re.IGNORECASE,
)
_ROSE_BY: Final = compile_later(
    r"\b(?:up|rose|rises|risen|gr[eo]wn?|grows|increas(?:ed|es)|climbed|extra)\s+(?:by\s+)?$",
    re.IGNORECASE,
)
_LESS_THEN: Final = compile_later(r"\s+(?:less|fewer|lower)\b", re.IGNORECASE)
_MORE_THEN: Final = compile_later(r"\s+(?:more|higher|extra)\b", re.IGNORECASE)
_AS_MANY: Final = compile_later(r"\s+as\s+(?:many|much|large|big|high)\b")
_OF_WHICH: Final = compile_later(r"\s+of (?:which|it|them|that|this|these|those)\b")
_OF_IT: Final = compile_later(r"\s+of\b", re.IGNORECASE)
# How many points a share in words may be from the exact one.
_FAR: Final = 5
# How many characters before or after a number a word compares it.
_NEAR: Final = 40
_MORE: Final = compile_later(
    r"\b(?:more|higher|larger|bigger|dearer|longer|above|up|r[io]se|rises|risen|rising|increase\w*|growth|gr[eo]w\w*"
    r"|extra|premium|ahead|gain(?:s|ed)?)\b",
    re.IGNORECASE,
)
_LESS: Final = compile_later(
    r"\b(?:less|fewer|lower|smaller|cheaper|shorter|below|down|f[ae]ll|falls|fallen|decrease\w*|cut|discount|behind"
    r"|short of|los(?:t|es?|ing))\b",
    re.IGNORECASE,
)
_COMPARES: Final = compile_later(
    r"\b(?:better|worse|under|over|difference|gap|lead|margin|change|apart|between|from)\b",
    re.IGNORECASE,
)
_OF_CHANGE: Final = compile_later(r"\s+(?:more|less|fewer|higher|lower|up|down)\b", re.IGNORECASE)
_OF_THAT: Final = compile_later(r"\s+of (?:that|this|it|them)\b", re.IGNORECASE)
_OF_THEM: Final = compile_later(r"\s+of them\b", re.IGNORECASE)
_OF_A_WHOLE: Final = compile_later(
    r"\s+(?:of|is|was|are|were|suspended|remain\w*)\b|\s*$|[.,;)]", re.IGNORECASE
)
_TOGETHER: Final = compile_later(
    r"\b(?:together|combined|altogether|overall|in all|in total|totals?|between them|both|all)\b",
    re.IGNORECASE,
)
