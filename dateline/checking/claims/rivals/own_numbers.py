"""Numbers of a fact's texts where its own evidence gives another one of the same: “COEN puts the toll at 31”, of 17."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Final

from dateline.checking.agreement.quantities.quantity_agreement import same_value
from dateline.checking.agreement.quantities.tolls import (
    fates_of_number,
    is_of_one_fate,
    may_be_of_one,
)
from dateline.checking.agreement.quantities.unit_agreement import measure_name
from dateline.checking.basis.fact_words import sentences_around
from dateline.checking.basis.findings import lies_in, read_quantities
from dateline.checking.claims.grounds.seen_texts import SeenText
from dateline.checking.claims.grounds.statements import (
    SaidQuantity,
    Statement,
    Statements,
    Surroundings,
)
from dateline.checking.claims.grounds.word_stems import stems
from dateline.checking.claims.matching.claim_quantities import may_say_the_same
from dateline.checking.claims.matching.counts import is_own_count
from dateline.checking.claims.reckoning.arithmetic import is_rounding_of
from dateline.checking.claims.rivals.frames import frame_of
from dateline.checking.claims.rivals.nearness import clause_of
from dateline.facts.article import Span
from dateline.facts.briefing import Briefing
from dateline.facts.rates import is_time
from dateline.facts.records import Event, Fact, Figure
from dateline.frozen import dataclass
from dateline.language import FoundQuantity, en
from dateline.patterns import compile_later

# So many words of its clause, or half of them, stand with a number that is of the same.
_SAME: Final = 2
_OF: Final = compile_later(r" of\b")
# A share of another time may be worked out: “34 per cent were in deficit a year before”.
_THEN: Final = compile_later(
    r"\b(?:before|earlier|then|ago|previous(?:ly)?|last|was|were|had|in \d{4})\b", re.IGNORECASE
)


@dataclass(frozen=True, kw_only=True)
class OwnNumbers:
    """A text of a fact, and the numbers of the sentences that the fact rests on."""

    seen: SeenText
    near: Surroundings
    briefing: Briefing
    statements: Statements

    def instead_of(
        self, claimed: FoundQuantity, support: Sequence[Statement], *, is_certain: bool
    ) -> list[Statement]:
        """What these sentences say where the text has another number of the same; none that it has as well."""
        owner = self.seen.owner
        if not isinstance(owner, Fact) or claimed.low is None or not self._spans:
            return []
        if any(self.near.level(each) == "own" for each in support):
            return []
        if support and self._begins_own_change(claimed):
            return []
        is_said = any(each.span for each in support)
        is_measured = claimed.unit is not None and measure_name(claimed.unit) is not None
        is_open = not is_certain and (is_measured or not self._is_name)
        if is_open or not (is_said or is_own_count(claimed, ())):
            return []  # it may be worked out
        rivals = [said for said in self._left_out if self._may_be_of_one(claimed, said)]
        return list(dict.fromkeys(place for _, place in self._meant(claimed, support, rivals)))

    def in_place_of(self, claimed: FoundQuantity, *, is_reckoned: bool) -> list[Statement]:
        """The one number of the evidence that has the words of one that nothing says: “34 per cent of”, of 43.

        Or the same number of other stretches of time: “eight weeks late”, of eight months. What others
        come to may be another number of the same words, but no other share of one whole.
        """
        if self.seen.field == "caveat" or claimed.low is None or claimed.unit is None:
            return []
        if is_reckoned and not self._is_share_now(claimed):
            return []
        rivals = [said for said in self._evidence if _are_exchanged(claimed, said[0])]
        text, words = self.seen.text, self._clause_words(claimed)
        return [
            place
            for said, place in rivals
            if place.span and len(rivals) == 1 and said.text not in text
            if words and 3 * len(words & self._words_at(place)) >= 2 * len(words)
            if _is_followed_alike(text, claimed, self.statements.text_of(place.span), place.span)
        ]

    def _is_share_now(self, claimed: FoundQuantity) -> bool:
        text = self.seen.text
        is_share = claimed.unit == "percent" and _OF.match(text, claimed.end) is not None
        return is_share and not _THEN.search(text)

    def _begins_own_change(self, claimed: FoundQuantity) -> bool:
        """Whether it is from what another number of the text, which the evidence has, went on: “from 28 to 41”."""
        changes = en.find_changes(self.seen.text, self._said)
        return any(
            change.first.start == claimed.start and change.second not in self._unfounded
            for change in changes
        )

    def _meant(
        self, claimed: FoundQuantity, support: Sequence[Statement], rivals: Sequence[SaidQuantity]
    ) -> Iterator[SaidQuantity]:
        own = self._clause_words(claimed)
        most = max((len(own & self._words_at(each)) for each in self._present(support)), default=0)
        shared = [len(own & self._words_at(place)) for _, place in rivals]
        best = max(shared, default=0)
        is_worded = best > most and (best >= _SAME or 2 * best >= len(own))
        for said, count in zip(rivals, shared, strict=True):
            is_meant = count == best if is_worded else self._is_only_name(claimed, said, rivals)
            is_name = self._is_name and self._is_evidence(said[1])
            is_toll = is_name and self._is_of_one_fate(claimed, said)
            if is_toll or (is_meant and self._is_at_fault(claimed, said)):
                yield said

    def _is_only_name(
        self, claimed: FoundQuantity, said: SaidQuantity, rivals: Sequence[SaidQuantity]
    ) -> bool:
        """Whether the text is the title of an event, whose evidence has but this number of the kind.

        A small number of things (“three reasons”) has a word in common with it.
        """
        if not self._is_name or [said] != [each for each in rivals if self._is_evidence(each[1])]:
            return False
        words = self._clause_words(claimed) | frozenset(stems(claimed.unit or ""))
        return not is_own_count(claimed, ()) or bool(words & self._words_at(said[1]))

    def _is_at_fault(self, claimed: FoundQuantity, said: SaidQuantity) -> bool:
        """Whether no other number of the text may be the wrong one; of a change, the end is."""
        others = [each for each in self._unfounded if self._may_be_of_one(each, said)]
        return others == [claimed] or en.is_end_of_change(
            self.seen.text, claimed.start, claimed.end
        )

    def _is_of_one_fate(self, claimed: FoundQuantity, said: SaidQuantity) -> bool | None:
        """Whether both count persons of one fate; None where one of them names none."""
        found, place = said
        text = self.statements.text_of(place.span) if place.span else ""
        certain = is_of_one_fate(claimed, self.seen.text, found, text)
        if certain is not None:
            return certain
        theirs = fates_of_number(claimed, self.seen.text), fates_of_number(found, text)
        return None if may_be_of_one(*theirs) else False

    def _may_be_of_one(self, claimed: FoundQuantity, said: SaidQuantity) -> bool:
        """Whether both count in one unit, or one of them does not say what it counts."""
        found, is_toll = said[0], self._is_of_one_fate(claimed, said)
        if claimed.pair or found.pair or is_toll is False or is_rounding_of(found, claimed):
            return False
        if is_toll or (claimed.unit is not None and found.unit is not None):
            return bool(is_toll) or may_say_the_same(claimed, found)
        unit = claimed.unit or found.unit
        return unit is None or measure_name(unit) is None

    @property
    def _is_name(self) -> bool:
        """Whether it is the title of an event, which says what its evidence says; other texts may say more."""
        return isinstance(self.seen.owner, Event) and self.seen.field == "title"

    @cached_property
    def _spans(self) -> Sequence[Span]:
        owner = self.seen.owner
        return self.near.spans.get(owner.id, ()) if isinstance(owner, Fact) else ()

    @cached_property
    def _said(self) -> Sequence[FoundQuantity]:
        return read_quantities(self.seen.text)

    @cached_property
    def _sentences(self) -> Sequence[Span]:
        blocks = self.briefing.article.blocks
        return [
            Span(block=span.block, start=start, end=end)
            for span in self._spans
            for start, end in [sentences_around(blocks[span.block].text, span)]
        ]

    @cached_property
    def _all(self) -> Sequence[SaidQuantity]:
        return [said for said in self.statements.quantities if _is_in(said[1], self._sentences)]

    @cached_property
    def _evidence(self) -> Sequence[SaidQuantity]:
        return [said for said in self._all if self._is_evidence(said[1])]

    @cached_property
    def _left_out(self) -> Sequence[SaidQuantity]:
        """The numbers of the sentences that the text does not have, as what it counts or otherwise."""
        given = {each.low for each in self._said} | {each.high for each in self._said}
        return [
            (said, place)
            for said, place in self._all
            if said.low is not None and 1 < said.low == said.high and said.low not in given
        ]

    @cached_property
    def _unfounded(self) -> Sequence[FoundQuantity]:
        """The numbers of the text that the evidence itself does not have."""
        own = [said for said, _ in self._evidence]
        return [each for each in self._said if not any(same_value(each, said) for said in own)]

    def _is_evidence(self, statement: Statement) -> bool:
        return _is_in(statement, self._spans)

    def _present(self, support: Sequence[Statement]) -> Iterator[Statement]:
        """What supports a number, without what a figure had before."""
        for each in support:
            fact = self.briefing.fact_by_id.get(each.fact or "")
            if not isinstance(fact, Figure) or each.position == fact.origin.of("value"):
                yield each

    def _clause_words(self, claimed: FoundQuantity) -> frozenset[str]:
        text = self.seen.text
        first, last = clause_of(text, claimed.start, claimed.end)
        return frozenset(stems(f"{text[first : claimed.start]} {text[claimed.end : last]}"))

    def _words_at(self, statement: Statement) -> frozenset[str]:
        blocks = self.briefing.article.blocks
        if span := statement.span:
            text = blocks[span.block].text
            first, last = clause_of(text, span.start, span.end)
            return frozenset(stems(f"{text[first : span.start]} {text[span.end : last]}"))
        if statement.fact is None:
            return frozenset()
        spans = self.near.spans.get(statement.fact, ())
        parts = (stems(blocks[at.block].text[at.start : at.end]) for at in spans)
        return frozenset(stems(self.briefing.name_of(statement.fact))).union(*parts)


def _are_exchanged(claimed: FoundQuantity, said: FoundQuantity) -> bool:
    """Whether either the number or the stretch of time is another, and neither is rounded or a bound."""
    if claimed.pair or said.pair or claimed.hedge != said.hedge or said.low is None:
        return False
    if _is_stretch(claimed) and _is_stretch(said) and claimed.unit != said.unit:
        return (claimed.low, claimed.high) == (said.low, said.high)
    is_other = (claimed.low, claimed.high) != (said.low, said.high) and not is_rounding_of(
        said, claimed
    )
    is_rest = claimed.unit == "percent" and claimed.low == 100 - said.low
    return is_other and not is_rest and may_say_the_same(claimed, said)


def _is_stretch(number: FoundQuantity) -> bool:
    return number.unit is not None and is_time(number.unit)


def _is_followed_alike(text: str, own: FoundQuantity, article: str, place: Span) -> bool:
    """Whether the same word is right after both numbers."""
    after = frame_of(text, own.start, own.end).after
    return bool(after) and after[:1] == frame_of(article, place.start, place.end).after[:1]


def _is_in(statement: Statement, spans: Iterable[Span]) -> bool:
    own = statement.span
    return own is not None and any(own.block == span.block and lies_in(own, span) for span in spans)
