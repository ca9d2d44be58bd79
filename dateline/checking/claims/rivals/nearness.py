"""Dates and numbers that the article gives of something else, and another one of what is meant."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

from dateline.checking.claims.grounds.statements import (
    LEVELS,
    SaidDate,
    SaidQuantity,
    Statement,
    Surroundings,
    is_publication,
)
from dateline.checking.claims.grounds.word_stems import stems
from dateline.checking.claims.matching.claim_quantities import may_say_the_same
from dateline.checking.claims.reckoning.arithmetic import is_rounding_of
from dateline.checking.claims.reckoning.wholes import make_a_whole
from dateline.checking.claims.rivals.frames import LEAST, WordFrame, frame_of
from dateline.facts.briefing import Briefing
from dateline.facts.dates import Date, parse_date
from dateline.facts.wording import sentence_at
from dateline.frozen import dataclass
from dateline.language import FoundDate, FoundQuantity
from dateline.patterns import compile_later

_OWNED: Final = compile_later(r"['’]s ([a-z]{3,})")
# What has lasted since a day began on another than that of its fact: “since shortly after 9pm on Wednesday”.
_SINCE: Final = compile_later(r"\bsince (?:\S+ ){2,5}on $", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimPlace:
    """A date or number in a text that readers see, and what is near to that text.

    `is_of_one` where the text is about one event or figure, or the facts of a point of the brief, and
    has no other date or number of that form: their evidence has none but this either. `is_alone` where
    the text has no other of that form, whatever it is about. `is_loose` where
    nothing says the date itself, but only a day in it, or the day of publication.
    """

    text: str
    start: int
    end: int
    near: Surroundings
    briefing: Briefing
    names: frozenset[str]
    date_starts: Mapping[int, frozenset[int]]
    is_of_one: bool
    is_alone: bool
    is_loose: bool
    is_name: bool
    is_date: bool

    def elsewhere(
        self, support: Sequence[Statement], others: Iterable[Statement]
    ) -> list[Statement]:
        """The others that the words beside this one go with more than with what supports it.

        Near ones count at once; dates of the whole article, where they fit much better.
        None where the text’s own fact supports it, and none that the text has as well: its words are
        about that one too.
        """
        level = self._nearest(support)
        if level == 0:
            return []
        around = words_around(self.text, self.start, self.end, _BESIDE) - self.names
        words = around & self._clause_before_aside()
        most = max(len(around & self._words(statement)) for statement in support)
        others = [*self._left_out(others)]
        is_far = level > _OF_FACT and not self.is_name
        if is_far and (near := self._nearer(words, around, most, level, others)):
            return near
        meant = self._in_other_clause(support, others) or self._instead(level, support, others)
        if meant:
            return meant
        if (_OF_FACT < level < _FAR and not self.is_loose) or (
            level <= _OF_FACT and (most or not self.is_date)
        ):
            return []
        more = 1 if self.is_date and level >= _FAR and self.is_loose else _MORE
        if len(words) < most + more:
            return []
        theirs = set(map(id, support))
        rivals = [other for other in others if id(other) not in theirs]
        if level <= _OF_FACT:
            rivals = [other for other in rivals if self._level(other) <= _OF_FACT]
        return self._fitting(words, most + more, rivals)

    def _clause_before_aside(self) -> frozenset[str]:
        aside = aside_from(self.text, self.end, len(self.text))
        return clause_words(
            self.text[: len(self.text) if self.is_date else aside], self.start, self.end
        )

    def _nearest(self, support: Sequence[Statement]) -> int:
        """The level of the support, own where there is none or it may be of any date."""
        is_open = self.is_date and _SINCE.search(self.text, 0, self.start)
        return 0 if is_open else min(map(self._level, support), default=0)

    def _left_out(self, others: Iterable[Statement]) -> Iterator[Statement]:
        """Those that the text does not have."""
        beside = f"{self.text[: self.start]} {self.text[self.end :]}".casefold()
        for other in _each_once(others):
            if not is_publication(other) and _plain(other) not in beside:
                yield other

    def framed(self, support: Sequence[Statement], others: Iterable[Statement]) -> list[Statement]:
        """The others that stand between the same words of the article as this one, whose support does not.

        Not those of the same sentence, in which one may have become the other; nor where a field of a
        fact that the text is about has it, which may be worked out.
        """
        if self._nearest(support) == 0 or any(map(self._is_field, support)):
            return []
        own = frame_of(self.text, self.start, self.end)
        said = [each for each in support if each.span]
        if any(own.shared(self._frame(each)) for each in said):
            return []
        places = {self._sentence_of(each) for each in said}
        words = clause_words(self.text, self.start, self.end) - self.names
        most = max((len(words & self._sentence(each)) for each in support), default=0)
        return [
            other
            for other in self._left_out(others)
            if other.span
            and own.shared(self._frame(other)) >= LEAST
            and self._sentence_of(other) not in places
            and len(words & self._sentence(other)) > most
        ]

    def _is_field(self, statement: Statement) -> bool:
        return statement.span is None and self._level(statement) <= _OF_FACT

    def _frame(self, statement: Statement) -> WordFrame:
        assert statement.span
        block = self.briefing.article.blocks[statement.span.block]
        return frame_of(block.text, statement.span.start, statement.span.end)

    def _instead(
        self, level: int, support: Sequence[Statement], others: Iterable[Statement]
    ) -> list[Statement]:
        """The others of which the article tells what the clause of this one tells, and not of this one."""
        if level <= _OF_FACT or not (self.is_alone and self.is_date):
            return []
        own = self.text[self.start : self.end].casefold()
        first, last = clause_of(self.text, self.start, self.end)
        words = frozenset(stems(f"{self.text[first : self.start]} {self.text[self.end : last]}"))
        words -= self.names
        most = max(len(words & self._sentence(each)) for each in support)
        # A short clause, none of whose words is said of this date, is of the one that has them all.
        least = most + _MUCH if most else min(_MUCH, max(_MORE, len(words)))
        if len(words) < least:
            return []
        theirs = set(map(id, support))
        rivals = (each for each in others if id(each) not in theirs and _plain(each) != own)
        return self._most_of(words, least, filter(self._is_only, rivals))

    def _in_other_clause(
        self, support: Sequence[Statement], others: Iterable[Statement]
    ) -> list[Statement]:
        """The other dates of the same sentence, with whose clause the words go: in texts about a name.

        In other texts only where the date is far, and each clause a sentence of its own.

        “She died in 1912”, of “Vane, who died in 1931, painted until 1912”: not one word goes with 1912.
        """
        is_far = self.is_name or min(map(self._level, support), default=0) > _OF_FACT
        if not (is_far and self.is_date and self.is_alone):
            return []
        words = clause_words(self.text, self.start, self.end)
        said = [each for each in support if each.span]
        if any(words & self._sentence(each) for each in support if not each.span):
            return []
        if any(words & self._comma_words(each) for each in said):
            return []
        rivals = [
            other
            for other in others
            for each in said
            if other.span and self._sentence_of(other) == self._sentence_of(each)
            if self.is_name or self._are_joined(other, each)
        ]
        return [rival for rival in rivals if words & self._comma_words(rival)]

    def _are_joined(self, rival: Statement, support: Statement) -> bool:
        assert rival.span
        assert support.span
        first, last = sorted((rival.span, support.span), key=lambda span: span.start)
        text = self.briefing.article.blocks[first.block].text
        return _JOINED.search(text, first.end, last.start) is not None

    def _sentence_of(self, statement: Statement) -> tuple[int, int]:
        assert statement.span
        block = self.briefing.article.blocks[statement.span.block]
        return block.number, part_of(block.text, statement.span.start, statement.span.end)[0]

    def _comma_words(self, statement: Statement) -> frozenset[str]:
        assert statement.span
        block = self.briefing.article.blocks[statement.span.block]
        return clause_words(block.text, statement.span.start, statement.span.end)

    def _is_only(self, rival: Statement) -> bool:
        """Whether no other date stands in its part of a sentence, so that the words are of this one."""
        if rival.span is None:
            return True
        text = self.briefing.article.blocks[rival.span.block].text
        first, last = part_of(text, rival.span.start, rival.span.end)
        starts = self.date_starts.get(rival.span.block, ())
        return sum(first <= start < last for start in starts) == 1

    def _most_of(
        self, words: frozenset[str], least: int, rivals: Iterable[Statement]
    ) -> list[Statement]:
        shared = [(len(words & self._sentence(rival)), rival) for rival in rivals]
        best = max((count for count, _ in shared), default=0)
        return [rival for count, rival in shared if count == best >= least]

    def _sentence(self, statement: Statement) -> frozenset[str]:
        """The words of the part of a sentence in which something is said; of a field, those of its fact."""
        blocks = self.briefing.article.blocks
        if span := statement.span:
            return part_words(blocks[span.block].text, span.start, span.end)
        if statement.fact is None:
            return frozenset()
        spans = self.near.spans.get(statement.fact, ())
        parts = (stems(blocks[at.block].text[at.start : at.end]) for at in spans)
        return frozenset(stems(self.briefing.name_of(statement.fact))).union(*parts)

    def _fitting(
        self, words: frozenset[str], least: int, rivals: Iterable[Statement]
    ) -> list[Statement]:
        """Those that have the most words beside this one in common, and at least so many."""
        own = self.text[self.start : self.end].casefold()
        shared = [
            (len(words & self._clause(rival)), rival) for rival in rivals if _plain(rival) != own
        ]
        best = max((count for count, _ in shared), default=0)
        return [rival for count, rival in shared if count == best >= least]

    def _nearer(
        self,
        words: frozenset[str],
        around: frozenset[str],
        most: int,
        level: int,
        others: Iterable[Statement],
    ) -> list[Statement]:
        """Those in the evidence of the text’s own fact, and of facts that it refers to."""
        rivals = self._rivals(others)
        if not rivals:
            return []
        shared = {rival: len(words & self._clause(rival)) for rival in rivals}
        nearest = min(map(self._level, rivals))
        own = [rival for rival in rivals if self._level(rival) == nearest]
        is_of_one = self.is_of_one and len({_plain(rival) for rival in own}) == 1
        if is_of_one and level >= _FAR and nearest == self._own_level:
            much = most + _MORE
            return [
                rival
                for rival in own
                if shared[rival] > most or not most or len(around & self._words(rival)) >= much
            ]
        return [rival for rival, count in shared.items() if count > most]

    @property
    def _own_level(self) -> int:
        return 0 if self.near.own else _OF_FACT

    def _rivals(self, others: Iterable[Statement]) -> list[Statement]:
        """What the evidence of the text’s own fact, and of those that it refers to, says instead."""
        own = self.text[self.start : self.end].casefold()
        near = (other for other in others if other.span and self._level(other) <= _OF_FACT)
        if self.is_date and (owned := _OWNED.match(self.text, self.end)):
            # “This summer’s loss”, of a fact that tells of no loss.
            near = (other for other in near if _tells_of(owned[1], self._words(other)))
        return [rival for rival in dict.fromkeys(near) if _plain(rival) != own]

    def _level(self, statement: Statement) -> int:
        return LEVELS.index(self.near.level(statement))

    def _clause(self, statement: Statement) -> frozenset[str]:
        """Those of its words that stand in one clause with it; of a field, in the name of its fact."""
        words, span = self._words(statement), statement.span
        if span is None:
            fact = statement.fact
            return words_around(self.briefing.name_of(fact), 0, 0) if fact else words
        text = self.briefing.article.blocks[span.block].text
        return words & clause_words(text, span.start, span.end)

    def _words(self, statement: Statement) -> frozenset[str]:
        """The words of the sentence in which something is said; of a field, those of its fact."""
        blocks = self.briefing.article.blocks
        if span := statement.span:
            return words_around(blocks[span.block].text, span.start, span.end)
        if statement.fact is None:
            return frozenset()
        spans = self.near.spans.get(statement.fact, ())
        evidence = (words_around(blocks[span.block].text, span.start, span.start) for span in spans)
        name = self.briefing.name_of(statement.fact)
        return words_around(name, 0, 0).union(*evidence)


# Between two clauses that could each be a sentence.
_JOINED: Final = compile_later(r";|, (?:and|but|while|whereas|although|though) ")


def _tells_of(thing: str, words: Iterable[str]) -> bool:
    return any(word.startswith(thing) or thing.startswith(word) for word in words)


def _each_once(statements: Iterable[Statement]) -> Iterable[Statement]:
    return {id(statement): statement for statement in statements}.values()


_OF_FACT: Final = LEVELS.index("fact")
# How many more words another date has in common with a text than what is far and supports it.
_MORE: Final = 2
# How many more of the words of its clause a text must share with what is said of another.
_MUCH: Final = 3
# The level from which on a statement is in another paragraph, or in a fact without reference.
_FAR: Final = LEVELS.index("article")


def _plain(statement: Statement) -> str:
    return statement.text.casefold()


# How many words on each side of a date or number say what it is of: in a text, and in the article.
_BESIDE: Final = 3
_AROUND: Final = 5


@lru_cache(maxsize=4096)
def words_around(text: str, start: int, end: int, count: int = _AROUND) -> frozenset[str]:
    """The beginnings of the words beside a date or number that say what it is of."""
    first, last = sentence_at(text, start)
    before = stems(text[first : max(start, first)])
    return frozenset((*before[-count:], *stems(text[end : max(last, end)])[:count]))


_CLAUSE: Final = compile_later(
    r"[.,;:!?)(—–](?=\s|$)|\s[-—–]\s|\(|\b(?:while|whereas|although|though|but)\b"
)


def clause_of(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the clause that a date or number stands in begins and ends."""
    ends = [match.end() for match in _CLAUSE.finditer(text, 0, start)]
    after = _CLAUSE.search(text, end)
    return ends[-1] if ends else 0, after.start() if after else len(text)


# “Loses £14.6m as students stay away”: what else went on is not what the number is of.
_ASIDE: Final = compile_later(r"\s(?:as|while|because|amid)\s(?!(?:many|much|well|a|an|of)\b)")


def aside_from(text: str, start: int, end: int) -> int:
    """Where something begins that went on beside what is said before, or the end."""
    found = _ASIDE.search(text, start, end)
    return found.start() if found else end


_PART: Final = compile_later(r"(?<![ap]\.m)[.;:!?](?=\s|[”\"’')]|$)|\s[-–—]\s|—")


def part_of(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the part of a sentence around a place begins and ends: up to a semicolon or a dash."""
    ends = [match.end() for match in _PART.finditer(text, 0, start)]
    after = _PART.search(text, end)
    return ends[-1] if ends else 0, after.start() if after else len(text)


@lru_cache(maxsize=4096)
def part_words(text: str, start: int, end: int) -> frozenset[str]:
    return frozenset(stems(text[slice(*part_of(text, start, end))]))


@lru_cache(maxsize=4096)
def clause_words(text: str, start: int, end: int) -> frozenset[str]:
    first, last = clause_of(text, start, end)
    return frozenset(stems(f"{text[first:start]} {text[end:last]}"))


def of_same_form(claimed: FoundDate, dates: Iterable[SaidDate]) -> Iterator[Statement]:
    """What is said of a date as fine as the claimed one: days of a day, years of a year."""
    wanted = {_form(parse_date(reading)) for reading in claimed.readings}
    return (statement for date, statement in dates if _form(date) in wanted)


def as_fine(claimed: FoundDate, dates: Iterable[SaidDate]) -> Iterator[Statement]:
    """The same, but until or since such a day too."""
    wanted = {_form(parse_date(reading))[1] for reading in claimed.readings}
    return (statement for date, statement in dates if _form(date)[1] in wanted)


def _form(date: Date) -> tuple[str, int | None]:
    civil = date.start or date.end
    return date.form, civil.fineness if civil else None


def comparable(
    claimed: FoundQuantity, quantities: Iterable[SaidQuantity], near: Surroundings
) -> Iterator[SaidQuantity]:
    """Those that may be said of the same as a number: of “two of the dead” no whole toll.

    Nor what is true of it, but rounded: “almost £19m” of £18.7m; nor shares of other facts that make
    up a whole with a share: two-thirds gone, of a third that is left.
    """
    is_part = _PART_OF.search(claimed.text)
    for said in quantities:
        if is_part and not _PART_OF.search(said[0].text):
            continue
        if is_rounding_of(said[0], claimed):
            continue
        is_far = LEVELS.index(near.level(said[1])) > _OF_FACT
        if not (is_far and make_a_whole(claimed, said[0])):
            yield said


_PART_OF: Final = compile_later(r"\w of (?:the|its|their|those|these) ", re.IGNORECASE)


def of_same_unit(claimed: FoundQuantity, quantities: Iterable[SaidQuantity]) -> Iterator[Statement]:
    return (
        statement
        for quantity, statement in quantities
        if quantity.low is not None
        and not statement.is_formula
        and may_say_the_same(claimed, quantity)
    )
