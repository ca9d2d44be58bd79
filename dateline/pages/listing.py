"""Briefings as lists show them, under the days of their publication."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby
from types import MappingProxyType

from dateline.facts.dates import year_words
from dateline.frozen import dataclass
from dateline.pages import addresses
from dateline.pages.addresses import Here
from dateline.pages.inline import ShownDay, kept_back_words, show_day, text_direction
from dateline.pages.listed_events import date_of
from dateline.pages.summary import Summary, SummaryEvent, SummaryFigure
from dateline.words import _, speaking


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """`kept_back` says why a briefing is not published, and is empty for those that are."""

    language: str
    direction: str
    kicker: str
    title: str
    standfirst: str
    href: str
    published: ShownDay
    updated: ShownDay | None
    minutes: int
    kept_back: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedFigure:
    """A figure in a line; `amount` is without a unit with which the label begins: "Jobs to go: 200"."""

    label: str
    href: str
    amount: str
    disputed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A briefing in a list, perhaps with what is expected next, else its first figure, else what came last."""

    headline: Headline
    next: SummaryEvent | None = None
    figure: ListedFigure | None = None
    last: SummaryEvent | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedDay:
    """`anchor` is the id of its element, and is empty where nothing leads there."""

    day: ShownDay
    anchor: str
    briefings: tuple[Listed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedYear:
    """Briefings of a year, a line for each."""

    title: str
    briefings: tuple[Listed, ...]


def headline(summary: Summary, here: Here) -> Headline:
    return Headline(
        language=summary.language,
        direction=text_direction(summary.language),
        kicker=summary.kicker,
        title=summary.title,
        standfirst=summary.standfirst,
        href=here.to(summary.page),
        published=show_day(summary.published),
        updated=show_day(summary.changed) if summary.changed > summary.published else None,
        minutes=summary.minutes,
        kept_back=kept_back_words(summary.kept_back),
    )


def listed_briefing(summary: Summary, here: Here) -> Listed:
    groups = summary.coming.groups if summary.coming else ()
    following = next((group.events[0] for group in groups if group.is_open), None)
    figure = summary.figures[0] if summary.figures and not following else None
    return Listed(
        headline=headline(summary, here),
        next=replace(following, href=_from_front(following.href, here)) if following else None,
        figure=_figure(figure, here) if figure else None,
        last=None if following or figure else _last(summary, here),
    )


def _figure(figure: SummaryFigure, here: Here) -> ListedFigure:
    amount, unit = figure.value.plain, figure.value.unit
    says_unit = bool(unit) and f"{figure.label} ".lower().startswith(f"{unit} ".lower())
    return ListedFigure(
        label=figure.label,
        href=_from_front(figure.href, here),
        amount=amount.removesuffix(f" {unit}") if says_unit else amount,
        disputed=figure.disputed,
    )


def _last(summary: Summary, here: Here) -> SummaryEvent | None:
    """The last event that came about, if one did whose date is known."""
    come = [event for event in summary.events if event.is_fact and event.date]
    if not come:
        return None
    event = max(come, key=lambda each: each.place)
    with speaking(summary.language):
        return SummaryEvent(
            lead=date_of(event),
            title=event.title,
            phase="",
            follows="",
            href=here.to(addresses.fact_page(summary.slug, event.id)),
        )


def _from_front(href: str, here: Here) -> str:
    """A link of a summary, which begins at the front page."""
    return here.to_written(href, addresses.FRONT)


def by_day(
    summaries: Iterable[Summary],
    here: Here,
    *,
    anchors: Mapping[date, str] = MappingProxyType({}),
) -> tuple[ListedDay, ...]:
    """The briefings in the order given, which is that of their days."""
    return tuple(
        ListedDay(
            day=show_day(day),
            anchor=anchors.get(day, ""),
            briefings=tuple(listed_briefing(summary, here) for summary in listed),
        )
        for day, listed in groupby(summaries, key=lambda summary: summary.published)
    )


def by_year(
    summaries: Iterable[Summary], here: Here, *, above: Sequence[Summary] = ()
) -> tuple[ListedYear, ...]:
    """The briefings in the order given, which is that of their years; some of a year may be `above` them."""
    begun = {summary.published.year for summary in above}
    return tuple(
        ListedYear(
            title=_("Earlier in %(year)s", year=year_words(year))
            if year in begun
            else year_words(year),
            briefings=tuple(listed_briefing(summary, here) for summary in listed),
        )
        for year, listed in groupby(summaries, key=lambda summary: summary.published.year)
    )
