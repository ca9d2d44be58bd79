"""The front page: the latest briefing in full summary, the others by date."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final

from dateline.facts.site_records import Site
from dateline.frozen import dataclass
from dateline.pages import addresses
from dateline.pages.addresses import Here, here_on
from dateline.pages.inline import Link
from dateline.pages.listing import Headline, ListedDay, ListedYear, by_day, by_year, headline
from dateline.pages.machines.calendar import site_calendar_link
from dateline.pages.machines.structured import collection, publisher, website
from dateline.pages.numeral import fit_of_narrow_row
from dateline.pages.picture import PictureCard, SharedPicture
from dateline.pages.shell import Page, Shell, site_shell
from dateline.pages.summary import (
    ExpectedPanel,
    PointCard,
    Summary,
    SummaryFigure,
    newest_first,
    published,
)

# Briefings after the first: some in full, then as many lines as are looked through, before their topics lead on.
_MOST: Final = 6
_LINES: Final = 12


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
    """`days` are the newest, and `years` those before with a line for each; `search` leads to the search.

    `all` leads to all briefings; it is empty where there is only one.
    """

    shell: Shell
    latest: Latest | None
    calendar: Link | None
    days: tuple[ListedDay, ...]
    years: tuple[ListedYear, ...]
    search: str
    topics: tuple[Link, ...]
    all: str


def plan_front(
    summaries: Iterable[Summary],
    site: Site,
    picture: SharedPicture | None = None,
    topics: tuple[Link, ...] = (),
) -> Page:
    here = here_on(addresses.FRONT, site.address)
    newest = newest_first(summaries)
    public = published(newest)
    shown = _whole_days(newest[1:])
    before = newest[1 + len(shown) :]
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
        days=by_day(shown, here),
        years=by_year(before[:_LINES], here, above=newest[: 1 + len(shown)]),
        search=here.to(addresses.section_page("search")),
        topics=topics,
        all=here.to(addresses.section_page("briefings")) if site.has_archive else "",
    )
    return Page(path=here.path, template="front.html.j2", context=context)


def _whole_days(newest: Sequence[Summary]) -> list[Summary]:
    """The briefings of the newest days, as many as a reader looks through; the first day perhaps in part."""
    shown: list[Summary] = []
    for _day, listed in groupby(newest, key=lambda summary: summary.published):
        of_day = [*listed]
        if shown and len(shown) + len(of_day) > _MOST:
            break
        shown += of_day
    return shown[:_MOST]


def _latest(summary: Summary, here: Here) -> Latest:
    return Latest(
        headline=headline(summary, here),
        lead=summary.lead,
        points=summary.points,
        coming=summary.coming,
        figures=summary.figures,
        fit=fit_of_narrow_row(figure.value for figure in summary.figures),
        row=summary.row,
    )
