"""The front page: the latest briefing in full summary, the others by date."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dateline.facts.records import Site
from dateline.pages import addresses
from dateline.pages.addresses import Here
from dateline.pages.inline import Link, ShownDay, show_day, text_direction
from dateline.pages.machines.calendar import site_calendar_link
from dateline.pages.machines.structured import collection, publisher, website
from dateline.pages.picture import SharedPicture
from dateline.pages.shell import Page, Shell, site_shell
from dateline.pages.summary import ExpectedPanel, Summary, SummaryFigure


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    language: str
    direction: str
    kicker: str
    title: str
    standfirst: str
    href: str
    published: ShownDay
    updated: ShownDay | None
    minutes: int
    facts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Latest:
    headline: Headline
    points: tuple[str, ...]
    coming: ExpectedPanel | None
    figures: tuple[SummaryFigure, ...]
    row: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontContext:
    shell: Shell
    purpose: str
    latest: Latest | None
    calendar: Link | None
    others: tuple[Headline, ...]


def plan_front(
    summaries: Iterable[Summary], site: Site, picture: SharedPicture | None = None
) -> Page:
    here = Here(path=addresses.FRONT)
    newest = sorted(
        summaries,
        key=lambda summary: (summary.published, summary.updated or date.min),
        reverse=True,
    )
    context = FrontContext(
        shell=site_shell(
            site,
            here,
            title="",
            description=site.description,
            picture=picture,
            graph=(website(site), publisher(site), collection(newest, site)),
        ),
        purpose=site.description,
        latest=_latest(newest[0], here) if newest else None,
        calendar=site_calendar_link(newest, here),
        others=tuple(_headline(summary, here) for summary in newest[1:]),
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
        facts=summary.facts,
    )


def _latest(summary: Summary, here: Here) -> Latest:
    return Latest(
        headline=_headline(summary, here),
        points=summary.points,
        coming=summary.coming,
        figures=summary.figures,
        row=summary.row,
    )
