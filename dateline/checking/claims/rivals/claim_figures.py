"""Numbers that are those of another figure than the one that a text speaks of."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from functools import cached_property
from typing import Final

from dateline.checking.agreement.quantities.quantity_agreement import same_value
from dateline.checking.basis.evidence import Spans
from dateline.checking.basis.findings import Findings, number_of, overlap, read_quantities
from dateline.checking.claims.grounds.seen_texts import SeenText
from dateline.checking.claims.grounds.statements import Statement, Surroundings
from dateline.checking.claims.grounds.word_stems import stem_of
from dateline.checking.claims.matching.claim_quantities import may_say_the_same
from dateline.checking.claims.reckoning.arithmetic import is_rounding_of
from dateline.checking.claims.reckoning.named_figures import as_amount
from dateline.checking.claims.rivals.current_values import stated_value
from dateline.checking.claims.rivals.nearness import aside_from, clause_of, words_around
from dateline.facts.article import Block, Span
from dateline.facts.briefing import Briefing
from dateline.facts.records import BriefPoint, Figure
from dateline.frozen import dataclass
from dateline.language import FoundQuantity, en
from dateline.patterns import compile_later


@dataclass(frozen=True, kw_only=True)
class _Spoken:
    """A figure: its number, and the words of its label and of each of its passages."""

    figure: Figure
    number: FoundQuantity
    texts: Sequence[frozenset[str]]
    statement: Statement

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset().union(*self.texts)

    def is_named_by(self, beside: frozenset[str], others: frozenset[str], least: int) -> bool:
        """Whether most of the words that only its label, or only one passage, has are there."""
        if len(beside & (self.words - others)) < least:
            return False
        own = (text - others for text in self.texts)
        return any(2 * len(beside & words) > len(words) for words in own)


@dataclass(frozen=True, kw_only=True)
class FigureWords:
    """What the words of all figures are, by which a text shows of which of them it speaks."""

    briefing: Briefing
    spans: Spans
    names: frozenset[str]
    findings: Findings
    _words: dict[str, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def _figures(self) -> Sequence[_Spoken]:
        return [
            _Spoken(
                figure=figure,
                number=as_amount(number_of(figure)),
                texts=self._texts_of(figure.id),
                statement=stated_value(figure),
            )
            for figure in self.briefing.figures
            if figure.unit and figure.value.low is not None
        ]

    def meant_instead(
        self,
        claimed: FoundQuantity,
        support: Sequence[Statement],
        seen: SeenText,
        near: Surroundings,
    ) -> list[Statement]:
        """The figures in the same unit that the words beside a number speak of, where none of its own is.

        Not those whose number the text has as well. The words that both share do not count.
        """
        levels = {near.level(statement) for statement in support}
        if claimed.unit is None or not support or "own" in levels:
            return []
        beside = self._words_beside(seen.text, claimed)
        said = _said_with(seen)
        is_listed = "fact" in levels and sum(same_value(claimed, each) for each in said) < _TWICE
        return [
            rival.statement
            for rival in self._rivals(claimed, said, beside)
            if self._is_meant(
                rival, support, beside, 2 if is_listed or not _is_near(rival, near) else 1
            )
        ]

    def became(
        self, claimed: FoundQuantity, support: Sequence[Statement], seen: SeenText
    ) -> list[Statement]:
        """What a number became, where a text says that something rose or fell to it."""
        if not support or not en.is_end_of_change(seen.text, claimed.start, claimed.end):
            return []
        current = {
            each.figure.id
            for each in self._figures
            if same_value(claimed, each.number) and not self._is_past(each.figure.id)
        }
        later = [self._later.get(_place(statement)) for statement in support if statement.span]
        is_past = all(later) and not any(statement.fact in current for statement in support)
        return [statement for statement in later if statement] if is_past else []

    def _is_past(self, figure: str) -> bool:
        """Whether a figure rests on a number that became another: 60 of “cut from 60mph to 50mph”."""
        spans = self.spans.get(figure, ())
        return any(
            own.block == block and own.start <= start < own.end
            for own in spans
            for block, start in self._later
        )

    @cached_property
    def _later(self) -> Mapping[tuple[int, int], Statement]:
        """By the places of the numbers of the article that became others, what they became."""
        return {
            (block.number, change.first.start): _in_block(change.second, block)
            for block in self.briefing.article.blocks
            for change in en.find_changes(block.text, self.findings.quantities[block.number])
            if change.direction != "change"
        }

    def _rivals(
        self, claimed: FoundQuantity, said: Iterable[FoundQuantity], beside: frozenset[str]
    ) -> Iterator[_Spoken]:
        numbers = [claimed, *said]
        for rival in self._figures:
            is_other = not any(
                same_value(each, rival.number) or is_rounding_of(rival.number, each)
                for each in numbers
            )
            if rival.words & beside and is_other and may_say_the_same(claimed, rival.number):
                yield rival

    def _is_meant(
        self, rival: _Spoken, support: Iterable[Statement], beside: frozenset[str], least: int
    ) -> bool:
        """Whether so many words go with it, and none with what supports the number."""
        own = [self._words_at(statement) for statement in support]
        return all(
            rival.is_named_by(beside, words, least) and not beside & (words - rival.words)
            for words in own
        )

    def _words_beside(self, text: str, found: FoundQuantity) -> frozenset[str]:
        """The words of the clause that a number is in, up to some on each side."""
        first, last = clause_of(text, found.start, found.end)
        before = _stems(text[first : found.start], self.names)
        following = _stems(text[found.end : aside_from(text, found.end, last)], self.names)
        return frozenset((*before[-_BESIDE:], *following[:_BESIDE]))

    def _words_at(self, statement: Statement) -> frozenset[str]:
        """The words of the figures that have these words as evidence, else those around them."""
        if statement.fact:
            return self._words_of(statement.fact)
        span = statement.span
        if span is None:
            return frozenset()
        resting = [
            self._words_of(each.figure.id)
            for each in self._figures
            for own in self.spans.get(each.figure.id, ())
            if own.block == span.block and overlap(own, span)
        ]
        block = self.briefing.article.blocks[span.block]
        return (
            frozenset().union(*resting)
            if resting
            else words_around(block.text, span.start, span.end)
        )

    def _words_of(self, fact: str) -> frozenset[str]:
        if fact not in self._words:
            self._words[fact] = frozenset().union(*self._texts_of(fact))
        return self._words[fact]

    def _texts_of(self, fact: str) -> list[frozenset[str]]:
        blocks = self.briefing.article.blocks
        passages = (blocks[at.block].text[at.start : at.end] for at in self.spans.get(fact, ()))
        return [frozenset(_stems(text)) for text in (self.briefing.name_of(fact), *passages)]


def _place(statement: Statement) -> tuple[int, int]:
    return (statement.span.block, statement.span.start) if statement.span else (-1, -1)


def _in_block(found: FoundQuantity, block: Block) -> Statement:
    span = Span(block=block.number, start=found.start, end=found.end)
    return Statement(text=found.text, span=span, position=block.position(found.start))


# A number that a point gives twice may stand in place of one that it does not give.
_TWICE: Final = 2


def _is_near(rival: _Spoken, near: Surroundings) -> bool:
    return near.level(rival.statement) in ("own", "fact")


def _said_with(seen: SeenText) -> list[FoundQuantity]:
    """The numbers of a text; of both texts of a point of the brief."""
    holder = seen.holder
    texts = (holder.what, holder.why) if isinstance(holder, BriefPoint) else (seen.text,)
    return [found for text in texts if text for found in read_quantities(text)]


_WORD: Final = compile_later(r"[^\W\d_]{3,}")
_BESIDE: Final = 5


def _stems(text: str, names: frozenset[str] = frozenset()) -> list[str]:
    """The beginnings of the words that tell a subject; names go with all that is said of them."""
    words = [(word, stem_of(word)) for word in _WORD.findall(text)]
    return [stem for word, stem in words if stem and not (word[0].isupper() and stem in names)]
