"""Which figures only serve to work out others."""

from collections.abc import Mapping

from dateline.checking.basis.formulas import formula_ids
from dateline.facts.briefing import Briefing
from dateline.facts.once import once
from dateline.facts.records import Fact, Figure, Weight


@once
def find_helpers(briefing: Briefing) -> Mapping[str, str]:
    """The id of each helper, with that of the first figure which is worked out from it.

    A helper is `minor`, has nothing to show but its number, and nothing names it but formulas. So it
    has no card: it stands in the sum on the card of the other figure.
    """
    named = {fact for point in briefing.front.brief for fact in point.facts}
    named |= {comparison.to for figure in briefing.figures for comparison in figure.compare}
    used = {
        operand.id: figure.id
        for figure in reversed(briefing.figures)
        for operand in operands_of(figure, briefing)
    }
    return {
        figure.id: used[figure.id]
        for figure in briefing.figures
        if figure.id in used and figure.id not in named and _is_bare(figure)
    }


def _is_bare(figure: Figure) -> bool:
    others = figure.compare or figure.history or figure.values or figure.revised
    return figure.weight is Weight.MINOR and not (others or figure.derived)


def operands_of(fact: Fact, briefing: Briefing) -> tuple[Fact, ...]:
    """The figures that a fact was worked out from."""
    ids = formula_ids(fact.derived.how) if fact.derived else ()
    return tuple(briefing.fact_by_id[name] for name in ids if name in briefing.fact_by_id)


@once
def figures_with_cards(briefing: Briefing) -> tuple[Figure, ...]:
    helpers = find_helpers(briefing)
    return tuple(figure for figure in briefing.figures if figure.id not in helpers)
