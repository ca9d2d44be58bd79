"""Cells that give again what prose says: “31” beside “Port” below “Dead”, of “31 people died in the port”."""

from collections.abc import Iterator, Sequence

from dateline.checking.agreement.quantities.quantity_agreement import is_value
from dateline.checking.agreement.quantities.unit_agreement import match_units, units_of
from dateline.checking.basis.findings import Findings
from dateline.checking.claims.reckoning.named_figures import kin_of
from dateline.facts.briefing import Briefing
from dateline.facts.quantities import Amount
from dateline.facts.records import Figure, OtherValue, Passage, Revision
from dateline.facts.units import is_measured
from dateline.language import FoundQuantity


def repeating(
    found: FoundQuantity, cell: int, briefing: Briefing, findings: Findings
) -> tuple[str, ...]:
    """The figures of which the number of a cell is a value, and what heads its row and column is about that value."""
    reading = findings.in_tables.get(cell)
    heads = [briefing.article.blocks[head].text for head in (reading.heads if reading else ())]
    said = [words for words in map(kin_of, heads) if words]
    if not said:
        return ()
    return tuple(
        dict.fromkeys(
            figure.id
            for figure in briefing.figures
            if _may_count(figure, found)
            for value, words in values_with_words(figure, briefing)
            if is_value(value, found) and all(words & head for head in said)
        )
    )


def _may_count(figure: Figure, found: FoundQuantity) -> bool:
    """Whether a number is in the unit of the figure, or leaves out what things it counts."""
    if found.unit is None:
        return not is_measured(figure.unit or "")
    return match_units(figure.unit, units_of(found)) == "same"


def values_with_words(
    figure: Figure, briefing: Briefing
) -> Iterator[tuple[Amount, frozenset[str]]]:
    """Each value of a figure, with the words of its name, of who gives it and of its own evidence."""
    name = f"{figure.label} {figure.unit or ''}"
    others: tuple[OtherValue, ...] = (*figure.history, *figure.values, *figure.revised)
    for each in (figure, *others):
        giver = briefing.name_of(each.by) if not isinstance(each, Revision) and each.by else ""
        yield each.value, kin_of(" ".join((name, giver, *_words(each.evidence))))


def _words(evidence: Sequence[Passage]) -> Iterator[str]:
    return (passage.words for passage in evidence if passage.words)
