"""Figures are set against each other only where they compare."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from dateline.facts.briefing import Briefing
from dateline.facts.dates import Date, show_date
from dateline.facts.quantities import Quantity, QuantityError, difference, ratio, share
from dateline.facts.records import CompareBy, Comparison, Figure
from dateline.problems import Problem, Related, Rule

_WORK_OUT: Mapping[CompareBy, Callable[[Quantity, Quantity], Quantity]] = {
    CompareBy.RATIO: ratio,
    CompareBy.DIFFERENCE: difference,
    CompareBy.SHARE: share,
}


def check_comparisons(briefing: Briefing) -> Iterator[Problem]:
    """Each comparison is of two numbers of one unit, over periods of one length."""
    figures = {figure.id: figure for figure in briefing.figures}
    for figure in briefing.figures:
        for comparison in figure.compare:
            if other := figures.get(comparison.to):
                yield from check_comparison(figure, other, comparison)


def check_comparison(figure: Figure, other: Figure, comparison: Comparison) -> Iterator[Problem]:
    if figure is other:
        yield _refused(figure, other, comparison, "a figure does not compare with itself")
        return
    try:
        _WORK_OUT[comparison.by](_quantity(figure), _quantity(other))
    except QuantityError as error:
        yield _refused(figure, other, comparison, error.found, error.fix)
        return
    if not _one_length(figure.period, other.period):
        periods = " and ".join(map(_shown, (figure.period, other.period)))
        yield _refused(figure, other, comparison, f"their periods are not of one length: {periods}")


def _quantity(figure: Figure) -> Quantity:
    return Quantity(amount=figure.value, unit=figure.unit)


def _one_length(one: Date | None, other: Date | None) -> bool:
    """Whether both count over the same number of months, or neither over any."""
    return _months(one) == _months(other)


def _months(period: Date | None) -> int | None:
    if period is None or period.start is None or period.end is None:
        return None
    first, last = period.start.first_day, period.end.last_day
    return (last.year - first.year) * 12 + last.month - first.month + 1


def _shown(period: Date | None) -> str:
    return show_date(period) if period else "none"


def _refused(
    figure: Figure, other: Figure, comparison: Comparison, found: str, fix: str = ""
) -> Problem:
    return Problem(
        position=comparison.origin.of("to"),
        rule=Rule.FIGURE_COMPARE,
        found=f"‘{figure.id}’ is compared with ‘{other.id}’: {found}",
        fix=fix or "take the comparison out, or compare with a figure of the same kind",
        related=(Related(position=other.origin.of("value"), note=f"‘{other.id}’ stands here"),),
    )
