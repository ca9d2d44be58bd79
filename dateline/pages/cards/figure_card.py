"""A figure as a card: on the page of key figures, in the brief, on its own page."""

from collections.abc import Container
from dataclasses import replace
from typing import Final, NamedTuple

from dateline.drawing.bars import Bar
from dateline.drawing.length import draw_length, tick_step
from dateline.drawing.share import draw_share
from dateline.drawing.sparkline import DatedValue, draw_sparkline
from dateline.drawing.svg import Drawing
from dateline.facts.chronology import middle_day
from dateline.facts.dates import Date, show_date, sort_key
from dateline.facts.hedges import Hedge
from dateline.facts.quantities import Amount, parse_amount, show_amount
from dateline.facts.records import Figure, HistoryPoint, Revision
from dateline.facts.units import unit_name
from dateline.frozen import dataclass
from dateline.pages.addresses import Here
from dateline.pages.cards.compared import (
    ComparisonLine,
    bar_row,
    bars_of,
    basis_link,
    compared_bars,
    compared_with,
    comparison_lines,
)
from dateline.pages.cards.figure_values import (
    as_revised,
    is_disputed,
    numeral_of,
    revised_from,
    said_instead,
    when_true,
)
from dateline.pages.cards.figure_words import kind_and_time, kind_words, time_of
from dateline.pages.cards.provenance import (
    Backing,
    Provenance,
    SourceLine,
    backing_of,
    evidence_of,
    name_link,
    name_links,
    provenance_of,
    source_lines,
)
from dateline.pages.cards.sums import Sum, helpers_evidence, sum_of
from dateline.pages.edition import Edition
from dateline.pages.inline import Link
from dateline.pages.numeral import Numeral, hedge_words, numeral
from dateline.words import _


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryRow:
    date: str
    value: str
    backing: Backing


@dataclass(frozen=True, slots=True, kw_only=True)
class RivalLine:
    hedge: str
    value: Numeral
    time: str
    by: Link | None
    backing: Backing


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionLine:
    """`words` say when the number was revised and from which, which rests on `backing`; `note` says why."""

    words: str
    note: str
    backing: Backing


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureCard:
    """`disputed` where `rivals` give another value; `kind_and_time` has both in one line.

    `value` is the newest that its source gave; `instead` are those of others, or the one given before: no
    number stands large without them.
    `basis` is the disputed figure that it was worked out from, if any.

    `versus` are bars of this figure and those it is compared with, `bars` those of its history, whose
    sources `earlier` has; `ends` are those of a drawn length.
    """

    id: str
    label: str
    hedge: str
    value: Numeral
    disputed: bool
    instead: str
    basis: Link | None
    time: str
    kind: str
    kind_and_time: str
    sum: Sum | None
    description: str
    weight: str
    comparisons: tuple[ComparisonLine, ...]
    history: tuple[HistoryRow, ...]
    earlier: tuple[SourceLine, ...]
    earlier_words: tuple[HistoryRow, ...]
    rivals: tuple[RivalLine, ...]
    revisions: tuple[RevisionLine, ...]
    drawing: Drawing | None
    ends: tuple[Link, ...]
    versus: tuple[Bar, ...]
    bars: tuple[Bar, ...]
    provenance: Provenance


def _kind_with_revision(figure: Figure) -> str:
    kind = kind_words(figure)
    return _("%(kind)s, revised", kind=kind) if figure.revised else kind


def figure_card(
    figure: Figure, edition: Edition, here: Here, *, beside: Container[str] = ()
) -> FigureCard:
    """A card that leaves the comparisons with figures `beside` it to what is shown with them all."""
    others = {
        other.id: other for other, _ in compared_with(figure, edition) if other.id not in beside
    }
    own, newest = provenance_of(figure, edition, here), as_revised(figure)
    return FigureCard(
        id=figure.id,
        label=figure.label,
        hedge=hedge_words(newest.hedge, figure.unit),
        value=numeral_of(newest),
        disputed=is_disputed(figure),
        instead=said_instead(figure),
        basis=None if is_disputed(figure) else basis_link((figure,), edition, here),
        time=time_of(figure, edition.briefing.front.published),
        kind=_kind_with_revision(figure),
        kind_and_time=kind_and_time(figure, edition.briefing),
        sum=sum_of(figure, edition, here),
        description=figure.description or "",
        weight=figure.weight.value,
        comparisons=comparison_lines(figure, others, edition, here),
        history=_history(newest, edition, here),
        earlier=_earlier(figure, edition, here),
        earlier_words=_earlier_words(figure, edition, here),
        rivals=_rivals(figure, edition, here),
        revisions=_revisions(figure, edition, here),
        drawing=_drawing(newest),
        ends=name_links(figure.between, edition, here),
        versus=compared_bars((figure, *others.values()), edition.briefing),
        bars=_bars(newest, edition),
        provenance=replace(own, evidence=(*own.evidence, *helpers_evidence(figure, edition, here))),
    )


class _DatedAmount(NamedTuple):
    """A value of a figure in time; `point` is None for the figure's own."""

    date: Date
    value: Amount
    hedge: Hedge | None
    made: Date | None
    by: str | None
    point: HistoryPoint | None

    @property
    def is_number(self) -> bool:
        return not (self.value.is_words or self.value.pair)


def _in_time(figure: Figure) -> list[_DatedAmount]:
    """The values in the order of their times, and those of one time as they were forecast."""
    points = [
        _DatedAmount(point.date, point.value, point.hedge, point.made, point.by, point)
        for point in figure.history
    ]
    if figure.when:
        own = _DatedAmount(figure.when, figure.value, figure.hedge, figure.made, figure.by, None)
        points.append(own)

    def order(point: _DatedAmount) -> tuple[tuple[int, int, int], bool, tuple[int, int, int]]:
        # What came true comes after every forecast of it.
        forecast = sort_key(point.made) if point.made else (0, 0, 0)
        return sort_key(point.date), point.made is None, forecast

    return sorted(points, key=order)


def _when(point: _DatedAmount | HistoryPoint, figure: Figure, edition: Edition) -> str:
    """The time of a value, and who gave it where several did: “10 March 2026, Home ministry”."""
    words = when_true(point.date, point.made)
    has_givers = any(earlier.by for earlier in figure.history)
    if not (has_givers and point.by):
        return words
    return _("%(date)s, %(name)s", date=words, name=edition.briefing.name_of(point.by))


def _is_long(figure: Figure) -> bool:
    return len(figure.history) >= MANY_POINTS - 1


def _is_table(figure: Figure) -> bool:
    """Whether the history is shown in rows: it is long, or has more than numbers to compare.

    One value alone is no history to go through point by point.
    """
    if len(_in_time(figure)) < 2:
        return False
    is_drawn = figure.when and all(point.is_number for point in _in_time(figure))
    return _is_long(figure) or bool(figure.history and not is_drawn)


def _history(figure: Figure, edition: Edition, here: Here) -> tuple[HistoryRow, ...]:
    if not _is_table(figure):
        return ()
    own = _own_backing(figure, edition, here)
    return tuple(
        HistoryRow(
            date=_when(amount, figure, edition),
            value=numeral(amount.value, figure.unit, amount.hedge).plain,
            backing=backing_of(amount.point, edition, here) if amount.point else own,
        )
        for amount in _in_time(figure)
    )


def _own_backing(figure: Figure, edition: Edition, here: Here) -> Backing:
    """What the value rests on that the card shows."""
    if figure.revised:
        return backing_of(figure.revised[-1], edition, here)
    return _first_backing(figure, edition, here)


def _first_backing(figure: Figure, edition: Edition, here: Here) -> Backing:
    """What the value rests on that was given first."""
    return Backing(
        sources=source_lines(figure.source, edition, here),
        evidence=evidence_of(figure, edition, here),
    )


def _earlier_words(figure: Figure, edition: Edition, here: Here) -> tuple[HistoryRow, ...]:
    """The points of a history that is no table, with what they rest on."""
    if _is_table(figure):
        return ()
    return tuple(
        HistoryRow(
            date=_when(point, figure, edition),
            value=numeral(point.value, figure.unit, point.hedge).plain,
            backing=backing_of(point, edition, here),
        )
        for point in figure.history
    )


def _earlier(figure: Figure, edition: Edition, here: Here) -> tuple[SourceLine, ...]:
    if not _bars(figure, edition):
        return ()
    named = {source.id: source for point in figure.history for source in point.source}
    return source_lines(named.values(), edition, here)


def _rivals(figure: Figure, edition: Edition, here: Here) -> tuple[RivalLine, ...]:
    return tuple(
        RivalLine(
            hedge=hedge_words(rival.hedge, figure.unit_of(rival)),
            value=numeral(rival.value, figure.unit_of(rival), rival.hedge),
            time=_("as of %(date)s", date=show_date(rival.as_of)) if rival.as_of else "",
            by=name_link(rival.by, edition, here) if rival.by else None,
            backing=backing_of(
                rival, edition, here, by=edition.briefing.name_of(rival.by) if rival.by else ""
            ),
        )
        for rival in figure.values
    )


def _revisions(figure: Figure, edition: Edition, here: Here) -> tuple[RevisionLine, ...]:
    """The newest first, each with the number that it took the place of."""
    before: list[tuple[Figure | Revision, Backing]] = [
        (figure, _first_backing(figure, edition, here)),
        *((each, backing_of(each, edition, here)) for each in figure.revised[:-1]),
    ]
    lines = [
        RevisionLine(
            words=revised_from(figure, revision, old), note=revision.note or "", backing=backing
        )
        for revision, (old, backing) in zip(figure.revised, before, strict=False)
    ]
    return tuple(reversed(lines))


def _drawing(figure: Figure) -> Drawing | None:
    low, high = figure.value.low, figure.value.high
    if _is_long(figure):
        return draw_sparkline(_points(figure))
    if low is None or high is None or figure.value.pair:
        return None
    if figure.whole and figure.unit and unit_name(figure.unit) == "percent":
        return draw_share(low, high, whole=figure.whole)
    if len(figure.between) == 2 and low == high:
        tick = parse_amount(f"{tick_step(low):f}")
        return draw_length(low, step=show_amount(tick, figure.unit).spoken)
    return None


MANY_POINTS: Final = 4


def _points(figure: Figure) -> list[DatedValue]:
    """The points in time, each in the middle of its own; no words, no ranges.

    Of a figure that was forecast more than once, each is where it was made.
    """
    points = _in_time(figure)
    is_made = any(point.made for point in points)
    are_vintages = is_made and len({point.date.text for point in points}) < len(points)
    return [
        DatedValue(
            day=day,
            value=point.value.value,
            shown=_short(point, figure.unit),
            date=show_date(date),
        )
        for point in points
        if point.value.value is not None
        and (date := point.made if are_vintages else point.date)
        and (day := middle_day(date))
    ]


def _short(point: _DatedAmount, unit: str | None) -> str:
    """A value without the name of what it counts."""
    value = numeral(point.value, unit, None)
    return f"{hedge_words(point.hedge, unit)} {value.before}{value.number}{value.after}".lstrip()


def _bars(figure: Figure, edition: Edition) -> tuple[Bar, ...]:
    if not figure.history or _is_table(figure):
        return ()
    return bars_of(
        bar_row(
            _when(point, figure, edition),
            point.value,
            figure.unit,
            point.hedge,
            own=point.date is figure.when,
        )
        for point in _in_time(figure)
    )
