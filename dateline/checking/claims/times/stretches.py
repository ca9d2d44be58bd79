"""Stretches of time with one end from elsewhere: “from October to May”, where the evidence has October and March."""

from typing import Final

from dateline.checking.basis.evidence import Spans
from dateline.checking.basis.fact_words import sentences_around
from dateline.checking.claims.grounds.statements import (
    SaidDate,
    Statement,
    Statements,
    Surroundings,
)
from dateline.facts.article import Span
from dateline.facts.dates import CivilDate, Date, known_date
from dateline.frozen import dataclass
from dateline.language import FoundDate
from dateline.patterns import compile_later

# With such a length one end leads to another, which the sentence does not name.
_LENGTH: Final = compile_later(r"\b(?:day|week|fortnight|month|quarter|season)s?\b")


@dataclass(frozen=True, kw_only=True)
class StretchPlace:
    """The dates of the article and the facts, and what is near to a text of a fact."""

    statements: Statements
    near: Surroundings
    spans: Spans

    def other_end(self, claimed: FoundDate) -> list[Statement]:
        """The date that the evidence’s sentence has beside one end, where nothing near has the other end."""
        ends = _ends_of(claimed)
        beside = [said for said in self.statements.dates if self._is_beside(said[1].span)]
        lacking = [end for end in ends if not any(_has(said[0], end) for said in beside)]
        if len(ends) != _TWO or len(lacking) != 1 or any(map(self._is_counted, beside)):
            return []
        near = [said for said in self.statements.dates if self._is_near(said[1])]
        if any(_has(date, lacking[0]) for date, _ in near):
            return []
        others = [said for said in beside if not any(_has(said[0], end) for end in ends)]
        others = [said for said in others if _is_as_fine(said[0], lacking[0])]
        places = dict.fromkeys(statement for _, statement in others)
        return [*places] if len(places) == 1 else []  # of whatever year

    def _is_beside(self, span: Span | None) -> bool:
        """Whether a date is in a sentence of the evidence of the text’s own fact."""
        passages = (own for fact in self.near.own for own in self.spans.get(fact, ()))
        return span is not None and any(
            own.block == span.block and start <= span.start < end
            for own in passages
            for start, end in [sentences_around(self.statements.text_of(own), own)]
        )

    def _is_near(self, statement: Statement) -> bool:
        return self.near.level(statement) in ("own", "fact", "paragraph")

    def _is_counted(self, said: SaidDate) -> bool:
        """Whether its sentence tells how long something lasts."""
        span = said[1].span
        if span is None:
            return False
        text = self.statements.text_of(span)
        return _LENGTH.search(text[slice(*sentences_around(text, span))]) is not None


_TWO: Final = 2


def _ends_of(claimed: FoundDate) -> list[CivilDate]:
    """Both ends of a stretch that has one reading, and no year of its own."""
    date = known_date(claimed.readings[0]) if len(claimed.readings) == 1 else None
    is_stretch = date is not None and date.form == "range" and not claimed.dated
    ends = [date.start, date.end] if date and is_stretch else []
    return [end for end in ends if end and end.month]


def _has(date: Date, end: CivilDate) -> bool:
    """Whether a date begins or ends in the month of the end of a stretch, in whatever year, or on its day."""
    return any(
        own.month == end.month and end.day in (None, own.day)
        for own in (date.start, date.end, *date.choices)
        if own
    )


def _is_as_fine(date: Date, end: CivilDate) -> bool:
    return date.form == "point" and date.start is not None and date.start.fineness == end.fineness
