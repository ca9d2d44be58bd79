"""What kind of number a figure is, and of which time, in words."""

from dataclasses import replace
from datetime import date
from typing import Final

from dateline.facts.briefing import Briefing
from dateline.facts.date_phrases import when_words
from dateline.facts.dates import Date, first_day, last_day, show_civil, show_date
from dateline.facts.phrasing import capitalise
from dateline.facts.records import Figure, FigureKind
from dateline.pages.cards.figure_values import forecast_words, period_words
from dateline.words import _, deferred

# What is to be, or may be: never shown among what is.
PLANNED: Final = frozenset(
    {FigureKind.TARGET, FigureKind.AGREED, FigureKind.LEGAL_LIMIT, FigureKind.FORECAST}
)

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


def kind_words(figure: Figure) -> str:
    return capitalise(_(KIND_WORDS[figure.kind]))


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
    return period_words(period)


def kind_and_time(figure: Figure, briefing: Briefing) -> str:
    """As in "Estimate, as of 11 September 2024"; "Estimate from 2016" of a level that was old by then.

    That its source had given another number before is said with it, wherever the number stands alone.
    """
    words = _kind_and_time(figure, briefing)
    return _("%(kind)s, revised", kind=words) if figure.revised else words


def _kind_and_time(figure: Figure, briefing: Briefing) -> str:
    kind, time = kind_words(figure), time_of(figure, briefing.front.published)
    if figure.kind is FigureKind.FORECAST and figure.made:
        return capitalise(time)
    if figure.as_of and _is_old_level(figure, figure.as_of, briefing):
        if figure.kind is FigureKind.MEASURED:
            return _("Measured %(when)s", when=when_words(figure.as_of))
        return _("Estimate from %(date)s", date=show_date(figure.as_of))
    return _("%(kind)s, %(time)s", kind=kind, time=time) if time else kind


_LONG_AGO: Final = 366
# What has a level, which goes on changing.
_LEVELS: Final = frozenset({FigureKind.MEASURED, FigureKind.ESTIMATE})


def _is_old_level(figure: Figure, as_of: Date, briefing: Briefing) -> bool:
    """What a past period or an event was counted at does not change any more, and is not old."""
    last = last_day(as_of)
    if figure.period or figure.kind not in _LEVELS or last is None:
        return False
    is_of_event = any(
        event.date and first_day(event.date) == last_day(event.date) == last
        for event in briefing.events
    )
    return not is_of_event and (briefing.front.published - last).days >= _LONG_AGO
