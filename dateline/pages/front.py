"""The front page: the latest briefing in full summary, the others by date."""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import Final

from dateline.facts.dates import year_words
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
from dateline.words import _, ngettext

# Briefings after the first: some in full, then as many lines as are looked through.
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

    `all` leads to all briefings and says how many are older; it is None where there is only one.
    """

    shell: Shell
    latest: Latest | None
    calendar: Link | None
    days: tuple[ListedDay, ...]
    years: tuple[ListedYear, ...]
    search: str
    topics: tuple[Link, ...]
    all: Link | None


def plan_front(
    summaries: Iterable[Summary],
    site: Site,
    picture: SharedPicture | None = None,
    topics: tuple[Link, ...] = (),
) -> Page:
    here = here_on(addresses.FRONT, site.address)
    newest = newest_first(summaries)
    public = published(newest)
    shown = _whole(newest[1:], _MOST, lambda summary: summary.published)
    before = newest[1 + len(shown) :]
    lines = _whole(before, _LINES, lambda summary: summary.published.year)
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
        years=by_year(lines, here, above=newest[: 1 + len(shown)]),
        search=here.to(addresses.section_page("search")),
        topics=topics,
        all=_to_all(before[len(lines) :], here) if site.has_archive else None,
    )
    return Page(path=here.path, template="front.html.j2", context=context)


def _whole(
    newest: Sequence[Summary], most: int, time_of: Callable[[Summary], object]
) -> list[Summary]:
    """The briefings of the newest days or years, as many as a reader looks through; the first time perhaps in part."""
    shown: list[Summary] = []
    for _time, listed in groupby(newest, key=time_of):
        together = [*listed]
        if shown and len(shown) + len(together) > most:
            break
        shown += together
    return shown[:most]


def _to_all(older: Sequence[Summary], here: Here) -> Link:
    """To all briefings, by those that the front page does not have."""
    href = here.to(addresses.section_page("briefings"))
    if not older:
        return Link(words=_("All briefings by month and topic"), href=href)
    words = ngettext(
        "%(number)s older briefing, from %(year)s",
        "%(number)s older briefings, since %(year)s",
        len(older),
        year=year_words(older[-1].published.year),
    )
    return Link(words=words, href=href)


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
