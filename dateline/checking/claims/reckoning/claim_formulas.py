"""Numbers and days that follow from the text’s own facts, so that none of these says otherwise."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from decimal import Decimal
from typing import Final

from dateline.checking.agreement.dates.fact_dates import dates_of
from dateline.checking.agreement.figure_agreement import in_money
from dateline.checking.agreement.quantities.quantity_agreement import match_unit
from dateline.checking.basis.findings import number_of, read_quantities
from dateline.checking.basis.formulas import FormulaError, formula_ids, has_product, work_out
from dateline.checking.claims.grounds.statements import Statement, Surroundings
from dateline.facts.briefing import Briefing
from dateline.facts.dates import parse_date
from dateline.facts.records import Event, Figure
from dateline.language import FoundDate, FoundQuantity, en
from dateline.patterns import compile_later

_OF_IT: Final = compile_later(r"\s+of (?:it|this|that)\b(?! [a-z])")
_NTH_DAY: Final = compile_later(
    r"\s+(?:is|was|will be|would be|being) (?:its|their|his|her|the) (?P<nth>[\w-]+) (?:day|night)\b"
)


def follows_from_own(
    claimed: FoundQuantity,
    text: str,
    support: Iterable[Statement],
    near: Surroundings,
    briefing: Briefing,
) -> bool:
    """Whether it is a figure worked out from the facts of the text alone, or a share “of it”."""
    is_of_it = _OF_IT.match(text, claimed.end) is not None
    for formula in _formulas(support, briefing):
        ids = set(formula_ids(formula))
        if ids <= near.own | near.named and _goes_with(ids, claimed, text, briefing):
            return True
        if is_of_it and has_product(formula) and ids & near.own:
            return True
    return False


def _goes_with(ids: Iterable[str], claimed: FoundQuantity, text: str, briefing: Briefing) -> bool:
    """Whether the other numbers like it in the text are of these facts: “by 75 cents, to $2.75”."""
    figures = [fact for fact in map(briefing.fact_by_id.get, ids) if isinstance(fact, Figure)]
    own = {number_of(figure).low for figure in figures}
    units = {figure.unit for figure in figures}
    others = (
        in_money(other, unit)
        for other in read_quantities(text)
        for unit in units
        if other.start != claimed.start
    )
    return all(
        other.low in own
        for other in others
        if any(match_unit(other, number_of(figure)) == "same" for figure in figures)
    )


def _formulas(support: Iterable[Statement], briefing: Briefing) -> Iterator[str]:
    for statement in support:
        figure = briefing.fact_by_id.get(statement.fact or "")
        if isinstance(figure, Figure) and figure.derived and not statement.is_formula:
            yield figure.derived.how


def former_results(figure: Figure, briefing: Briefing) -> Iterator[Decimal]:
    """What its formula gives of the values that its figures had on one day before."""
    formula = figure.derived.how if figure.derived else ""
    used = [briefing.fact_by_id.get(name) for name in formula_ids(formula)]
    former = [
        {point.date.text: point.value for point in each.history}
        for each in used
        if isinstance(each, Figure)
    ]
    if not former or len(former) != len(used):
        return
    for day in former[0].keys() & former[-1].keys():
        if all(day in values for values in former):
            with suppress(FormulaError):
                values = {
                    name: then[day] for name, then in zip(formula_ids(formula), former, strict=True)
                }
                low, high = work_out(formula, values)
                yield from (low, high)


def is_nth_day(claimed: FoundDate, text: str, owner: object) -> bool:
    """Whether it is the day that the fact’s own makes it: “Monday is its fourth day”, since Friday."""
    nth = _NTH_DAY.match(text, claimed.end)
    if nth is None or not isinstance(owner, Event) or not claimed.readings:
        return False
    starts = [date.start for date in dates_of(owner) if date.start and date.start.day]
    days = [parse_date(reading).start for reading in claimed.readings]
    return any(
        en.has_ordinal(f"{nth['nth']} ", (day.first_day - start.first_day).days + 1)
        for day in days
        for start in starts
        if day and day.day
    )
