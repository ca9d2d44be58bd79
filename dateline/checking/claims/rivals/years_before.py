"""A value of a figure that a text has “a year earlier”, which it had two years earlier."""

from collections.abc import Iterator
from typing import Final

from dateline.checking.agreement.quantities.quantity_agreement import same_value
from dateline.checking.basis.findings import as_found, number_of, read_quantities
from dateline.checking.claims.grounds.statements import Statement, Statements
from dateline.checking.claims.matching.claim_quantities import may_say_the_same
from dateline.facts.briefing import Briefing
from dateline.facts.dates import Date, last_day
from dateline.facts.quantities import show_amount
from dateline.facts.records import Figure, HistoryPoint
from dateline.frozen import dataclass
from dateline.language import FoundQuantity
from dateline.language.en.words import ONES, compile_pattern, one_of

_BEFORE: Final = compile_pattern(
    rf",? (?:in )?(?:(?:a|one) year (?:earlier|before|previously)|the (?:year before|previous year)"
    rf"|(?P<years>{one_of(ONES)}|[0-9]{{1,2}}) years (?:earlier|before|previously))\b"
)


@dataclass(frozen=True, kw_only=True)
class NumberYearsBefore:
    """A number of a text, and how many years before another number of it the text has it."""

    claimed: FoundQuantity
    text: str
    briefing: Briefing
    statements: Statements

    def instead(self) -> Statement | None:
        """What the one figure whose present value the text has was then, where it had the number in another year."""
        years = _years_after(self.text, self.claimed.end)
        if years is None or self._is_so_in_article(years):
            return None
        now = [each for each in read_quantities(self.text) if not same_value(self.claimed, each)]
        meant = [
            figure
            for figure in self.briefing.figures
            if may_say_the_same(self.claimed, own := number_of(figure))
            and any(same_value(own, each) and may_say_the_same(own, each) for each in now)
        ]
        return self._then(meant[0], years) if len(meant) == 1 else None

    def _then(self, figure: Figure, years: int) -> Statement | None:
        """What it was then, unless the text has a third value of it, from which may be counted as well."""
        points = [*_points_before(figure, years)]
        had = [point for point in figure.history if same_value(self.claimed, _value(point, figure))]
        if len(points) != 1 or not had or points[0] in had:
            return None
        others = [_value(point, figure) for point in figure.history if point not in had]
        if any(same_value(each, other) for each in read_quantities(self.text) for other in others):
            return None
        return Statement(
            text=show_amount(points[0].value, figure.unit).plain,
            fact=figure.id,
            position=points[0].origin.position,
        )

    def _is_so_in_article(self, years: int) -> bool:
        """Whether the article has the number so long before something."""
        return any(
            _years_after(self.statements.text_of(where.span), where.span.end) == years
            for said, where in self.statements.quantities
            if where.span and same_value(self.claimed, said)
        )


def _value(point: HistoryPoint, figure: Figure) -> FoundQuantity:
    return as_found(point.value, figure.unit, point.hedge, point.value.text)


def _years_after(text: str, end: int) -> int | None:
    """How many years before something else the number is that ends there."""
    found = _BEFORE.match(text, end)
    if found is None:
        return None
    words = (found["years"] or "1").lower()
    return int(words) if words.isdigit() else int(ONES[words])


def _points_before(figure: Figure, years: int) -> Iterator[HistoryPoint]:
    """What a figure was just so many years before its period or day."""
    own = figure.period or figure.as_of
    end = _end_of(own)
    for point in figure.history:
        if end and _end_of(point.date) == (end[0] - years, end[1]):
            yield point


def _end_of(date: Date | None) -> tuple[int, int] | None:
    """The year and the month in which it ends."""
    end = last_day(date) if date else None
    return (end.year, end.month) if end else None
