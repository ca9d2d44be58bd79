"""A figure as a card: on the page of key figures, in the brief, on its own page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dateline.facts.chronology import length_in_words
from dateline.facts.dates import last_day, show_date, sort_key
from dateline.facts.quantities import Amount, show_amount
from dateline.facts.records import FigureKind, Hedge
from dateline.pages.standing import SourceLine, Standing, name_link, source_lines, standing_of

if TYPE_CHECKING:
    from datetime import date

    from dateline.drawing.svg import Drawing
    from dateline.facts.briefing import Briefing
    from dateline.facts.records import Figure
    from dateline.pages.edition import Edition
    from dateline.pages.shell import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """A value set for the eye: `before` and `after` stand small beside the large `number`.

    Words without digits ("millions") have `words` true; `unit` is in words and follows the value;
    `plain` is the whole on one line.
    """

    before: str
    number: str
    after: str
    unit: str
    plain: str
    words: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonLine:
    """A sentence about this figure and another: "2.8 times", then what it is set against."""

    words: str
    other: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryRow:
    """A point of the figure's history."""

    date: str
    value: str
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RivalLine:
    """What another source says of the same figure."""

    hedge: str
    value: Numeral
    time: str
    by: Link | None
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureCard:
    """A figure: the label, and one sentence of hedge, value, unit and period.

    `kind` is in words; `planned` marks what is aimed at or agreed, not measured. `stale` says how
    old the number was when the article was written, where that is long.
    """

    id: str
    label: str
    hedge: str
    value: Numeral
    time: str
    kind: str
    planned: bool
    description: str
    weight: str
    topic: str
    comparisons: tuple[ComparisonLine, ...]
    history: tuple[HistoryRow, ...]
    rivals: tuple[RivalLine, ...]
    drawing: Drawing | None
    stale: str
    standing: Standing


def figure_card(figure: Figure, edition: Edition, *, page: str) -> FigureCard:
    """A figure, with links relative to `page`."""
    return FigureCard(
        id=figure.id,
        label=figure.label,
        hedge=figure.hedge.value if figure.hedge else "",
        value=numeral(figure.value, figure.unit, figure.hedge),
        time=_time(figure),
        kind=KINDS[figure.kind],
        planned=figure.kind in PLANNED,
        description=figure.description or "",
        weight=figure.weight.value,
        topic=figure.topic or "",
        comparisons=_comparisons(figure, edition, page=page),
        history=_history(figure, edition, page=page),
        rivals=_rivals(figure, edition, page=page),
        drawing=draw_figure(figure, edition.briefing),
        stale=_stale(figure, edition.briefing.front.published),
        standing=standing_of(figure, edition, page=page),
    )


KINDS: Final = {
    FigureKind.MEASURED: "Measured",
    FigureKind.OFFICIAL_CLAIM: "Official claim",
    FigureKind.ESTIMATE: "Estimate",
    FigureKind.TARGET: "Target",
    FigureKind.AGREED: "Agreed",
    FigureKind.LEGAL_LIMIT: "Legal limit",
}
# What is to be, or may be: never shown among what is.
PLANNED: Final = frozenset({FigureKind.TARGET, FigureKind.AGREED, FigureKind.LEGAL_LIMIT})


def numeral(amount: Amount, unit: str | None, hedge: Hedge | None) -> Numeral:
    """A value in the parts that are set in different sizes, and on one line with its hedge."""
    shown = show_amount(amount, unit)
    plain = f"{hedge.value} {shown.plain}" if hedge else shown.plain
    return Numeral(
        before=shown.before,
        number=shown.number,
        after=shown.after,
        unit=shown.unit,
        plain=plain,
        words=amount.low is None,
    )


def _time(figure: Figure) -> str:
    """The period or the day that the number is true of."""
    if figure.period:
        return show_date(figure.period)
    return f"as of {show_date(figure.as_of)}" if figure.as_of else ""


def _comparisons(figure: Figure, edition: Edition, *, page: str) -> tuple[ComparisonLine, ...]:
    return ()


def _history(figure: Figure, edition: Edition, *, page: str) -> tuple[HistoryRow, ...]:
    points = sorted(figure.history, key=lambda point: sort_key(point.date))
    return tuple(
        HistoryRow(
            date=show_date(point.date),
            value=numeral(point.value, figure.unit, point.hedge).plain,
            sources=source_lines(point.source, edition, page=page),
        )
        for point in points
    )


def _rivals(figure: Figure, edition: Edition, *, page: str) -> tuple[RivalLine, ...]:
    return tuple(
        RivalLine(
            hedge=rival.hedge.value if rival.hedge else "",
            value=numeral(rival.value, figure.unit, rival.hedge),
            time=f"as of {show_date(rival.as_of)}" if rival.as_of else "",
            by=name_link(rival.by, edition, page=page) if rival.by else None,
            sources=source_lines(rival.source, edition, page=page),
        )
        for rival in figure.values
    )


def draw_figure(figure: Figure, briefing: Briefing) -> Drawing | None:
    """The small graphic of a figure, where one says more than the numeral."""
    return None


LONG_AGO: Final = 366


def _stale(figure: Figure, published: date) -> str:
    """How old a number was when the article was written, from a year on."""
    when = figure.period or figure.as_of
    last = last_day(when) if when else None
    if last is None or (published - last).days < LONG_AGO:
        return ""
    return f"{length_in_words(last, published)} old when this was written"
