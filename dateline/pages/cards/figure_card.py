"""A figure as a card: on the page of key figures, in the brief, on its own page."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from dateline.checking.derived.comparisons import compare
from dateline.drawing.bars import Bar, BarRow, draw_bars
from dateline.drawing.length import draw_length, tick_step
from dateline.drawing.share import draw_share
from dateline.drawing.sparkline import DatedValue, draw_sparkline
from dateline.drawing.svg import Drawing
from dateline.facts.briefing import Briefing
from dateline.facts.chronology import middle_day
from dateline.facts.date_phrases import when_words
from dateline.facts.dates import Date, first_day, last_day, show_civil, show_date, sort_key
from dateline.facts.hedges import Hedge
from dateline.facts.phrasing import capitalise
from dateline.facts.quantities import Amount, QuantityError, parse_amount, show_amount
from dateline.facts.records import CompareBy, Figure, FigureKind, HistoryPoint
from dateline.facts.units import unit_name
from dateline.pages.addresses import Here
from dateline.pages.cards.figure_values import (
    forecast_words,
    is_disputed,
    numeral_of,
    when_true,
)
from dateline.pages.cards.provenance import (
    Backing,
    Provenance,
    SourceLine,
    backing_of,
    evidence_of,
    name_link,
    name_links,
    provenance_of,
    revised_by,
    source_lines,
)
from dateline.pages.cards.sums import Sum, helpers_evidence, sum_of
from dateline.pages.edition import Edition
from dateline.pages.inline import Link
from dateline.pages.numeral import Numeral, hedge_words, numeral, unit_in_words
from dateline.words import _, deferred

# A message with `amount` and `other`, and the amount.
Comparing = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonLine:
    """What a figure, by its label, is to another: `message` has the `amount` and the other's link."""

    label: str
    message: str
    amount: str
    other: Link


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
    by: str
    date: str
    value: str
    note: str
    backing: Backing


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureCard:
    """`disputed` where `rivals` give another value; `kind_and_time` has both in one line.

    `versus` are bars of this figure and those it is compared with, `bars` those of its history, whose
    sources `earlier` has; `ends` are those of a drawn length.
    """

    id: str
    label: str
    hedge: str
    value: Numeral
    disputed: bool
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


def figure_card(
    figure: Figure, edition: Edition, here: Here, *, beside: Container[str] = ()
) -> FigureCard:
    """A card that leaves the comparisons with figures `beside` it to what is shown with them all."""
    others = {other.id: other for other, _ in _compared(figure, edition) if other.id not in beside}
    own = provenance_of(figure, edition, here)
    return FigureCard(
        id=figure.id,
        label=figure.label,
        hedge=hedge_words(figure.hedge, figure.unit),
        value=numeral_of(figure),
        disputed=is_disputed(figure),
        time=time_of(figure, edition.briefing.front.published),
        kind=kind_words(figure, edition.briefing),
        kind_and_time=_kind_and_time(figure, edition.briefing),
        sum=sum_of(figure, edition, here),
        description=figure.description or "",
        weight=figure.weight.value,
        comparisons=comparison_lines(figure, others, edition, here),
        history=_history(figure, edition, here),
        earlier=_earlier(figure, edition, here),
        earlier_words=_earlier_words(figure, edition, here),
        rivals=_rivals(figure, edition, here),
        revisions=_revisions(figure, edition, here),
        drawing=_drawing(figure),
        ends=name_links(figure.between, edition, here),
        versus=compared_bars((figure, *others.values())),
        bars=_bars(figure, edition),
        provenance=replace(own, evidence=(*own.evidence, *helpers_evidence(figure, edition, here))),
    )


# What is to be, or may be: never shown among what is.
PLANNED: Final = frozenset(
    {FigureKind.TARGET, FigureKind.AGREED, FigureKind.LEGAL_LIMIT, FigureKind.FORECAST}
)


# What is true until a day, not by it.
_VALID: Final = frozenset({FigureKind.AGREED, FigureKind.LEGAL_LIMIT})


def time_of(figure: Figure, published: date) -> str:
    """The period or the day that the number is true of, and when it was forecast."""
    if figure.period or figure.made:
        period = _period_words(figure, figure.period, published) if figure.period else ""
        return forecast_words(period, figure.made)
    return _("as of %(date)s", date=show_date(figure.as_of)) if figure.as_of else ""


def _period_words(figure: Figure, period: Date, published: date) -> str:
    """“From 2027”, where that is to come, and “until the end of 2026” of what is agreed or the law."""
    start, end = period.start, period.end
    if period.form == "since" and start and start.first_day > published:
        return _("from %(date)s", date=show_civil(start))
    if period.form == "until" and end and figure.kind in _VALID:
        whole = not (end.day or end.part or period.approximate)
        last = show_date(replace(period, form="point", start=end))
        return (
            _("until the end of %(date)s", date=last) if whole else _("until %(date)s", date=last)
        )
    return show_date(period)


def _compared(figure: Figure, edition: Edition) -> Iterator[tuple[Figure, Comparing]]:
    """Each comparison that the checks let pass: the other figure, and how they compare."""
    for comparison in figure.compare:
        other = edition.briefing.fact_by_id.get(comparison.to)
        if isinstance(other, Figure) and (found := compare_words(figure, other, comparison.by)):
            yield other, found


def comparison_lines(
    figure: Figure, others: Container[str], edition: Edition, here: Here
) -> tuple[ComparisonLine, ...]:
    """What it is to those of the figures that it is compared with."""
    return tuple(
        ComparisonLine(
            label=figure.label,
            message=message,
            amount=amount,
            other=_in_sentence(other, edition, here),
        )
        for other, (message, amount) in _compared(figure, edition)
        if other.id in others
    )


def _in_sentence(other: Figure, edition: Edition, here: Here) -> Link:
    """A link to a figure within a sentence: its label begins as the article writes that word."""
    link = name_link(other.id, edition, here)
    first = link.words.partition(" ")[0]
    words = {
        word for block in edition.briefing.article.blocks for word in _WORD.findall(block.text)
    }
    is_lower = first.istitle() and first not in words and first.lower() in words
    return replace(link, words=_lower(link.words)) if is_lower else link


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


_WORD: Final = re.compile(r"\w+")


def compare_words(figure: Figure, other: Figure, by: CompareBy) -> Comparing | None:
    """As in "about 2.8 times": as uncertain as the less certain; None if they do not compare."""
    try:
        result = compare(figure, other, by)
    except QuantityError:
        return None
    low = result.amount.low or Decimal(0)
    size = replace(result.amount, text=str(abs(low)), low=abs(low), high=abs(low))
    shown = show_amount(size, result.unit)
    amount = f"{shown.before}{shown.number}{shown.after} {unit_in_words(size, shown, result.unit)}".strip()
    # “0.1 times less” would say another thing.
    is_multiple = by is CompareBy.DIFFERENCE and unit_name(result.unit or "") == "times"
    amount = shown.number if is_multiple else amount
    if figure.hedge or other.hedge:
        amount = _("about %(amount)s", amount=amount)
    return _comparing(low, by, is_multiple=is_multiple), amount


def _comparing(difference: Decimal, by: CompareBy, *, is_multiple: bool) -> str:
    if by is CompareBy.RATIO:
        message = deferred("%(amount)s %(other)s")
    elif by is CompareBy.SHARE:
        message = deferred("%(amount)s of %(other)s")
    elif not difference:
        message = deferred("%(amount)s between this and %(other)s")
    elif is_multiple and difference > 0:
        message = deferred("%(amount)s higher than %(other)s")
    elif is_multiple:
        message = deferred("%(amount)s lower than %(other)s")
    elif difference > 0:
        message = deferred("%(amount)s more than %(other)s")
    else:
        message = deferred("%(amount)s less than %(other)s")
    return message


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
    own = Backing(
        sources=source_lines(figure.source, edition, here),
        evidence=evidence_of(figure, edition, here),
    )
    return tuple(
        HistoryRow(
            date=_when(amount, figure, edition),
            value=numeral(amount.value, figure.unit, amount.hedge).plain,
            backing=backing_of(amount.point, edition, here) if amount.point else own,
        )
        for amount in _in_time(figure)
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
            backing=backing_of(rival, edition, here),
        )
        for rival in figure.values
    )


def _revisions(figure: Figure, edition: Edition, here: Here) -> tuple[RevisionLine, ...]:
    return tuple(
        RevisionLine(
            by=revised_by(revision, edition),
            date=show_date(revision.date) if revision.date else "",
            value=numeral(revision.value, figure.unit, revision.hedge).plain,
            note=revision.note or "",
            backing=backing_of(revision, edition, here),
        )
        for revision in figure.revised
    )


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


def compared_bars(figures: Sequence[Figure]) -> tuple[Bar, ...]:
    """Figures in one unit to one scale; the first is the one that the others are compared with."""
    return _drawn(
        _row(figure, figure.label, figure.unit, own=figure is figures[0]) for figure in figures
    )


def _bars(figure: Figure, edition: Edition) -> tuple[Bar, ...]:
    if not figure.history or _is_table(figure):
        return ()
    return _drawn(
        _row(point, _when(point, figure, edition), figure.unit, own=point.date is figure.when)
        for point in _in_time(figure)
    )


def _drawn(rows: Iterable[BarRow | None]) -> tuple[Bar, ...]:
    drawn = [row for row in rows if row]
    return draw_bars(drawn) if len(drawn) > 1 else ()


def _row(shown: Figure | _DatedAmount, label: str, unit: str | None, *, own: bool) -> BarRow | None:
    low, high = shown.value.low, shown.value.high
    if low is None or high is None or shown.value.pair:
        return None
    words = numeral(shown.value, unit, shown.hedge).plain
    return BarRow(label=label, shown=words, low=low, high=high, own=own)


LONG_AGO: Final = 366


# What has a level, which goes on changing.
_LEVELS: Final = frozenset({FigureKind.MEASURED, FigureKind.ESTIMATE})


KIND_WORDS: Final = {
    FigureKind.MEASURED: deferred("measured"),
    FigureKind.OFFICIAL_CLAIM: deferred("official claim"),
    FigureKind.ESTIMATE: deferred("estimate"),
    FigureKind.TARGET: deferred("planned"),
    FigureKind.AGREED: deferred("agreed"),
    FigureKind.LEGAL_LIMIT: deferred("legal limit"),
    FigureKind.FORECAST: deferred("forecast"),
    FigureKind.POLL: deferred("poll"),
    FigureKind.PRICE: deferred("price"),
}


def kind_words(figure: Figure, briefing: Briefing) -> str:
    """What kind of number it is; of a level that was old when the article was published, also from when."""
    if figure.as_of is None or not _is_old_level(figure, figure.as_of, briefing):
        return capitalise(_(KIND_WORDS[figure.kind]))
    if figure.kind is FigureKind.MEASURED:
        return _("Measured %(when)s", when=when_words(figure.as_of))
    return _("Estimate from %(date)s", date=show_date(figure.as_of))


def _kind_and_time(figure: Figure, briefing: Briefing) -> str:
    """As in "Estimate, as of 11 September 2024"; either alone where it says both."""
    kind, time = kind_words(figure, briefing), time_of(figure, briefing.front.published)
    if figure.kind is FigureKind.FORECAST and figure.made:
        return capitalise(time)
    says_both = figure.as_of is not None and _is_old_level(figure, figure.as_of, briefing)
    return kind if says_both or not time else _("%(kind)s, %(time)s", kind=kind, time=time)


def _is_old_level(figure: Figure, as_of: Date, briefing: Briefing) -> bool:
    """What a past period or an event was counted at does not change any more, and is not old."""
    last = last_day(as_of)
    if figure.period or figure.kind not in _LEVELS or last is None:
        return False
    is_of_event = any(
        event.date and first_day(event.date) == last_day(event.date) == last
        for event in briefing.events
    )
    return not is_of_event and (briefing.front.published - last).days >= LONG_AGO
