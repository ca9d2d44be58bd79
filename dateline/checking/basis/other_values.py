"""The other values of a figure: each one that has evidence is read as the figure that it would be."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.facts.article import Span
from dateline.facts.records import Figure, HistoryPoint, OtherValue, Passage, Revision, RivalValue
from dateline.facts.tables import Tables
from dateline.frozen import dataclass


def is_entry(figure: Figure) -> bool:
    """Whether it stands for another value of a figure: the id of a figure itself has no comma."""
    return "," in figure.id


@dataclass(frozen=True, slots=True, kw_only=True)
class LocatedValue:
    """An entry of `history`, `values` or `revised` with evidence, and where that is in the article.

    `figure` is the figure with the value, the hedge, the date and the evidence of the entry; what is
    wrong with it is reported at the entry.
    """

    record: OtherValue
    figure: Figure
    spans: tuple[Span, ...] = ()

    @property
    def is_found(self) -> bool:
        """Whether each of its passages occurs once."""
        return len(self.spans) == len(self.figure.evidence)


# By the id of the figure that they belong to, in the order of the sheet.
LocatedValues = Mapping[str, tuple[LocatedValue, ...]]


def other_values(figure: Figure, tables: Tables) -> Iterator[LocatedValue]:
    """The values that have evidence of their own, not yet located."""
    lists: dict[str, Sequence[OtherValue]] = {
        "history": figure.history,
        "values": figure.values,
        "revised": figure.revised,
    }
    for name, records in lists.items():
        for number, record in enumerate(records, start=1):
            if record.evidence:
                called = f"{figure.id}, {name} {number}"
                yield LocatedValue(record=record, figure=_as_figure(record, figure, called, tables))


def _as_figure(record: OtherValue, figure: Figure, called: str, tables: Tables) -> Figure:
    is_rival = isinstance(record, RivalValue)
    date = record.as_of if isinstance(record, RivalValue) else record.date
    made = record.made if isinstance(record, HistoryPoint) else None
    # An earlier forecast of the same time: its words need not repeat what it is for.
    is_forecast = made is not None and date == figure.period
    origin = record.origin
    places = {**origin.values, ("as_of",): origin.of("as_of" if is_rival else "date")}
    now = {
        "id": called,
        "value": record.value,
        "unit": figure.unit_of(record),
        "hedge": record.hedge,
        "period": None,
        "made": made,
        "as_of": None if is_forecast else date,
        "by": None if isinstance(record, Revision) else record.by,
        "date_from": record.date_from,
        "evidence": tuple(_completed(passage, figure, tables) for passage in record.evidence),
        "derived": None,
        "waive": record.waive,
        "origin": replace(origin, values=places),
    }
    return figure.model_copy(update=now)


def _completed(passage: Passage, figure: Figure, tables: Tables) -> Passage:
    """A cell that names only its row or its column, in the other of the figure’s cell, in its table."""
    own = next((own for own in figure.evidence if own.is_cell), None)
    if own is None or not passage.is_cell or (passage.row and passage.column):
        return passage
    heads = {"row": passage.row or own.row, "column": passage.column or own.column}
    table = passage.table or own.table or _table_of(own, tables)
    return passage.model_copy(update={**heads, "table": table})


def _table_of(passage: Passage, tables: Tables) -> str | None:
    """The words over the table that a cell is in, if it is in one."""
    cells = tables.find(passage.row, passage.column, passage.table)
    lead = cells[0].lead if len(cells) == 1 else ()
    own = (tables.text(block) for block in lead)
    other = {
        tables.text(block) for cell in tables.cells for block in cell.lead if cell.lead != lead
    }
    return next((text for text in own if text not in other), None)


def with_values(
    spans: Mapping[str, tuple[Span, ...]], values: LocatedValues
) -> dict[str, tuple[Span, ...]]:
    """Where the passages of each fact are, those of its other values included, after its own."""
    return dict(spans) | {
        figure: (*spans[figure], *(span for value in located for span in value.spans))
        for figure, located in values.items()
    }
