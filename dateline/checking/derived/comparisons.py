"""Figures are compared only where their units and periods allow it."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from dateline.checking.agreement.quantities.tolls import is_same_toll
from dateline.facts.briefing import Briefing
from dateline.facts.dates import Date, show_date
from dateline.facts.phrasing import join_words
from dateline.facts.quantities import Quantity, QuantityError, difference, ratio, share
from dateline.facts.records import CompareBy, Comparison, Figure, FigureKind
from dateline.problems import Problem, Related, Rule

_COMPARED: Mapping[CompareBy, Callable[[Quantity, Quantity], Quantity]] = {
    CompareBy.RATIO: ratio,
    CompareBy.DIFFERENCE: difference,
    CompareBy.SHARE: share,
}


def check_comparisons(briefing: Briefing) -> Iterator[Problem]:
    """Each comparison is of two numbers in one unit, over periods of one length."""
    figures = {figure.id: figure for figure in briefing.figures}
    for figure in briefing.figures:
        for comparison in figure.compare:
            if other := figures.get(comparison.to):
                yield from check_comparison(figure, other, comparison)


def check_comparison(figure: Figure, other: Figure, comparison: Comparison) -> Iterator[Problem]:
    if fault := _fault(figure, other, comparison):
        found = f"‘{figure.id}’ is compared with ‘{other.id}’: {fault[0]}"
        fix = fault[1] or "remove the comparison, or compare with a figure of the same kind"
        related = (Related(position=other.origin.of("value"), note=f"‘{other.id}’ is here"),)
        yield Problem(comparison.origin.of("to"), Rule.FIGURE_COMPARE, found, fix, related)


def compare(figure: Figure, other: Figure, by: CompareBy) -> Quantity:
    """The ratio, difference or share. Raises QuantityError where there is none.

    48 deaths and 14 people killed are counted in the same unit.
    """
    unit = figure.unit if is_same_toll(figure, other) else other.unit
    quantities = [
        Quantity(amount=figure.value, unit=figure.unit),
        Quantity(amount=other.value, unit=unit),
    ]
    return _COMPARED[by](*quantities)


def _fault(figure: Figure, other: Figure, comparison: Comparison) -> tuple[str, str] | None:
    """Why two figures cannot be compared, and what to write instead, where that is known."""
    if figure is other:
        return "a figure cannot be compared with itself", ""
    try:
        compare(figure, other, comparison.by)
    except QuantityError as error:
        return error.found, error.fix
    return _period_fault(figure, other)


def _period_fault(figure: Figure, other: Figure) -> tuple[str, str] | None:
    ours, theirs = figure.period, other.period
    if _months(ours) == _months(theirs) or _is_standing(figure) or _is_standing(other):
        return None
    if ours and theirs:
        periods = join_words([show_date(ours), show_date(theirs)])
        return f"their periods differ in length: {periods}", ""
    dated, undated = (figure, other) if ours else (other, figure)
    if undated.as_of and (_is_day(ours or theirs) or is_same_toll(figure, other)):
        return None  # “36 dead”, by last night, and “52 dead”, in 1987
    fix = f"give ‘{undated.id}’ the `period` that it is for, or remove the comparison"
    return f"‘{dated.id}’ has a period, ‘{undated.id}’ has none", fix


_STANDING: Final = (FigureKind.LEGAL_LIMIT, FigureKind.TARGET, FigureKind.AGREED)


def _is_standing(figure: Figure) -> bool:
    """Whether it is a floor, a limit or an aim that goes for any time."""
    return figure.period is None and figure.kind in _STANDING


def _is_day(period: Date | None) -> bool:
    """Whether it is one day, so that what was counted of it is compared with what was true on another."""
    return (
        period is not None
        and period.start == period.end
        and bool(period.start and period.start.day)
    )


def _months(period: Date | None) -> int | None:
    """How many months a period touches; None where it has no beginning or no end."""
    if period is None or period.start is None or period.end is None:
        return None
    first, last = period.start.first_day, period.end.last_day
    return (last.year - first.year) * 12 + last.month - first.month + 1
