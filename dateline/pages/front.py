"""The front page: the latest briefing in full summary, the others by date."""

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.facts.site_records import Site
from dateline.pages import addresses
from dateline.pages.addresses import Here, here_on
from dateline.pages.inline import Link, ShownDay, kept_back_words, show_day, text_direction
from dateline.pages.machines.calendar import site_calendar_link
from dateline.pages.machines.structured import collection, publisher, website
from dateline.pages.numeral import fit_of_row
from dateline.pages.picture import PictureCard, SharedPicture
from dateline.pages.shell import Page, Shell, site_shell
from dateline.pages.summary import (
    ExpectedPanel,
    PointCard,
    Summary,
    SummaryEvent,
    SummaryFigure,
    newest_first,
    published,
)


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
class Listed:
    """A briefing in the list: what is expected next, else its first figure, else neither."""

    headline: Headline
    next: SummaryEvent | None
    figure: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Latest:
    headline: Headline
    lead: PictureCard | None
    points: tuple[PointCard, ...]
    coming: ExpectedPanel | None
    figures: tuple[SummaryFigure, ...]
    fit: str
    row: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontContext:
    shell: Shell
    latest: Latest | None
    calendar: Link | None
    others: tuple[Listed, ...]


def plan_front(
    summaries: Iterable[Summary], site: Site, picture: SharedPicture | None = None
) -> Page:
    here = here_on(addresses.FRONT, site.address)
    newest = newest_first(summaries)
    public = published(newest)
    context = FrontContext(
        shell=site_shell(
            site,
            here,
            title="",
            description=site.description,
            picture=picture,
            graph=(website(site), publisher(site), collection(public, site)),
        ),
        latest=_latest(newest[0], here) if newest else None,
        calendar=site_calendar_link(public, here),
        others=tuple(_listed(summary, here) for summary in newest[1:]),
    )
    return Page(path=here.path, template="front.html.j2", context=context)


def _headline(summary: Summary, here: Here) -> Headline:
    return Headline(
        language=summary.language,
        direction=text_direction(summary.language),
        kicker=summary.kicker,
        title=summary.title,
        standfirst=summary.standfirst,
        href=here.to(summary.page),
        published=show_day(summary.published),
        updated=show_day(summary.updated) if summary.updated else None,
        minutes=summary.minutes,
        kept_back=kept_back_words(summary.kept_back),
    )


def _listed(summary: Summary, here: Here) -> Listed:
    groups = summary.coming.groups if summary.coming else ()
    following = next((group.events[0] for group in groups if group.is_open), None)
    return Listed(
        headline=_headline(summary, here),
        next=following,
        figure=_in_words(summary.figures[0]) if summary.figures and not following else None,
    )


def _in_words(figure: SummaryFigure) -> Link:
    return Link(words=f"{figure.label}: {figure.value.plain}", href=figure.href)


def _latest(summary: Summary, here: Here) -> Latest:
    return Latest(
        headline=_headline(summary, here),
        lead=summary.lead,
        points=summary.points,
        coming=summary.coming,
        figures=summary.figures,
        fit=fit_of_row(figure.value for figure in summary.figures),
        row=summary.row,
    )
