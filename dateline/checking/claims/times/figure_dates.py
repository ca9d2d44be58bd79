"""Dates beside a figure’s number and in its label: those that the figure itself has."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from dateline.checking.agreement.dates.fact_dates import dates_of
from dateline.checking.agreement.quantities.tolls import is_toll
from dateline.checking.basis.findings import as_found, number_of, read_quantities
from dateline.checking.claims.grounds.statements import Statement, Surroundings
from dateline.checking.claims.matching.claim_dates import is_week_apart, year_of_accounts
from dateline.checking.claims.matching.claim_quantities import may_say_the_same
from dateline.checking.claims.reckoning.arithmetic import is_long
from dateline.facts.article import Block
from dateline.facts.briefing import Briefing
from dateline.facts.dates import Date, contains, known_date, show_date
from dateline.facts.records import Figure
from dateline.frozen import dataclass
from dateline.language import FoundDate, FoundQuantity
from dateline.patterns import compile_later

# “£7.4m in 2019”, “€38m before tax in 2022”.
_BETWEEN: Final = r"\s*(?:[a-z-]+\s+){0,3}?(?:in|on|at|for|during|as of|of)\s+"
# “In fiscal 2026 it was $27.4 million”, “the total for 2019 is £7.4m”.
_IS: Final = compile_later(
    r",?\s+(?:(?:it|they|that|this|these)\s+)?(?:was|were|is|are|had|has|spends|spent|costs?|came to|stood at"
    r"|reached|totalled)\s+"
)
# After these a label’s date is not that of its number.
_COMPARED: Final = compile_later(
    r"\b(?:against|than|from|since|compared|over|up|down|before|after|until|by|to|of)\b",
    re.IGNORECASE,
)
# “Price of milk in 2021” compares nothing.
_OF_WHAT: Final = compile_later(
    r"\bof (?:(?:the|its|their) )?[\w’'-]+ (?:in|on|for) $", re.IGNORECASE
)
# Below this a number may count anything.
_FEW: Final = 13


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedNumber:
    """A value of a figure, and a date of it."""

    number: FoundQuantity
    date: Date
    statement: Statement


def names_own_year(found: FoundDate, figure: Figure) -> bool:
    """Whether a year may be the figure’s own year of accounts: “Roads in 2027”, of July 2026 to June 2027."""
    if year_of_accounts(found.text):
        return False  # “fiscal 2026” says which year of accounts it is
    readings = [known_date(reading) for reading in found.readings]
    return any(_may_be_of(reading, date) for reading in readings for date in dates_of(figure))


def dated_numbers(briefing: Briefing) -> list[DatedNumber]:
    return [dated for figure in briefing.figures for dated in _of_figure(figure)]


def _of_figure(figure: Figure) -> Iterator[DatedNumber]:
    own = number_of(figure)
    for date in filter(None, (figure.period, figure.as_of)):
        yield DatedNumber(number=own, date=date, statement=_stated(figure, date))
    for point in figure.history:
        then = as_found(point.value, figure.unit, point.hedge, point.value.text)
        yield DatedNumber(number=then, date=point.date, statement=_stated(figure, point.date))


def _stated(figure: Figure, date: Date) -> Statement:
    return Statement(text=show_date(date), fact=figure.id, position=figure.origin.position)


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedText:
    """A date in a text that readers see, what supports it, and the blocks of the article.

    `known` are the dates of the figures, as sheets have them: which year of accounts is meant.
    """

    found: FoundDate
    text: str
    support: Sequence[Statement]
    blocks: Sequence[Block]
    known: frozenset[str]

    def of_its_number(self, dated: Iterable[DatedNumber], near: Surroundings) -> list[Statement]:
        """The dates that the figures give the number right before it, or after “was”, if all are others."""
        number = self._number_before() or self._number_after()
        if number is None or number.low is None or self._is_said_together(number):
            return []
        is_few = number.low < _FEW and number.unit in (None, "people")
        own = [
            each
            for each in dated
            if (each.number.low, each.number.high) == (number.low, number.high)
            and (may_say_the_same(number, each.number) or _is_bare_own(number, each, near))
            and not (is_few and near.level(each.statement) not in ("own", "fact"))
        ]
        return self._unless_fitting([(each.date, each.statement) for each in own])

    def of_label(self, figure: Figure) -> list[Statement]:
        """The dates of a figure, if its label has the one of another value."""
        if _COMPARED.search(_OF_WHAT.sub("", self.text[: self.found.start])):
            return []
        mains = {show_date(date) for date in dates_of(figure)}
        theirs = [each for each in self.support if each.fact == figure.id]
        is_of_other = any(each.text not in mains for each in theirs) or any(
            _may_be_of(reading, point.date) or reading == point.date
            for reading in self._readings
            for point in figure.history
        )
        if not (is_of_other or self._is_year_for(figure)):
            return []
        return self._unless_fitting([(date, _stated(figure, date)) for date in dates_of(figure)])

    def _is_year_for(self, figure: Figure) -> bool:
        """Whether the label has what the figure is for a year of accounts, and the figure is of one: “for 2027-28”."""
        is_for = self.text[: self.found.start].endswith(" for ")
        is_year = any(len(set(_years(reading))) > 1 for reading in self._readings)
        return is_for and is_year and figure.period is not None and _is_of_accounts(figure.period)

    def _number_before(self) -> FoundQuantity | None:
        before = [each for each in read_quantities(self.text) if each.end <= self.found.start]
        if not before:
            return None
        between = self.text[before[-1].end : self.found.start]
        is_plan = between.rstrip().endswith(" for") and self.found.kind != "year"
        is_beside = re.fullmatch(_BETWEEN, between) is not None and not is_plan
        return before[-1] if is_beside and not before[-1].pair else None

    def _number_after(self) -> FoundQuantity | None:
        """Of a date that names a year; in the sentence of the article that has both they are right."""
        after = [each for each in read_quantities(self.text) if each.start >= self.found.end]
        is_year = self.found.kind == "year" and bool(after) and not after[0].pair
        if not is_year or not _IS.fullmatch(self.text, self.found.end, after[0].start):
            return None
        own = year_of_accounts(self.found.text)
        naming = (each for each in self.support if not own or year_of_accounts(each.text) == own)
        spans = [each.span for each in naming if each.span]
        texts = (self.blocks[span.block].text for span in spans)
        return None if any(after[0].text in text for text in texts) else after[0]

    def _is_said_together(self, number: FoundQuantity) -> bool:
        pattern = re.compile(re.escape(number.text) + _BETWEEN + r"$")
        spans = [each.span for each in self.support if each.span]
        return any(pattern.search(self.blocks[span.block].text[: span.start]) for span in spans)

    @property
    def _readings(self) -> Sequence[Date]:
        """Of “fiscal 2026” the year of accounts that the figures have, if they have one of this name."""
        readings = self.found.readings
        exact = [text for text in readings if text in self.known and len(readings) > 1]
        return [known_date(text) for text in exact or readings]

    def _unless_fitting(self, own: Sequence[tuple[Date, Statement]]) -> list[Statement]:
        if any(statement in self.support for _, statement in own):
            return []
        readings = self._readings
        pairs = [(date, reading) for date, _ in own for reading in readings]
        if any(
            contains(date, reading) or contains(reading, date) or _may_be_of(reading, date)
            for date, reading in pairs
        ):
            return []
        if self.found.kind == "weekday" and any(
            is_week_apart(date, reading.start) for date, reading in pairs if reading.start
        ):
            return []
        forms = {_form(reading) for reading in readings}
        is_of_years = all(_years(reading) for reading in readings)
        return [
            statement
            for date, statement in own
            if _form(date) in forms or (is_of_years and _is_of_accounts(date))
        ]


def _is_bare_own(number: FoundQuantity, each: DatedNumber, near: Surroundings) -> bool:
    """Whether it is of people, without a unit or as “14 dead”, or a long number of the text’s own figure."""
    is_bare = number.unit is None
    if each.number.unit == "people" and number.low is not None and number.low >= _FEW:
        return is_bare or is_toll(number)
    return is_bare and is_long(number) and near.level(each.statement) == "own"


def _years(date: Date) -> tuple[int, ...]:
    """The first and last year of a date that names nothing but years."""
    return () if any(end.month for end in date.bounds) else tuple(end.year for end in date.bounds)


def _is_of_accounts(date: Date) -> bool:
    """Whether it is a stretch of at most a year from one year to the next: a year of accounts."""
    if date.start is None or date.end is None or not date.start.month:
        return False
    return date.end.year == date.start.year + 1 and date.end.begins - date.start.begins <= _YEAR


_YEAR: Final = 366


def _may_be_of(reading: Date, date: Date) -> bool:
    """Whether “2025-26” or “2026” may name a year of accounts."""
    years = _years(reading)
    if not years or not _is_of_accounts(date) or date.start is None or date.end is None:
        return False
    own = (date.start.year, date.end.year)
    return years == own if len(set(years)) > 1 else years[0] in own


def _form(date: Date) -> tuple[str, int | None]:
    civil = date.start or date.end
    return date.form, civil.fineness if civil else None
