"""Every briefing by the day of its publication: all titles, or the newest; then a page for each year and month."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import Final, TypeVar

from dateline.facts.dates import CivilDate, day_words, show_civil, year_words
from dateline.frozen import dataclass
from dateline.pages import addresses
from dateline.pages.addresses import Here, here_on
from dateline.pages.archive.by_topic import most_used, topic_links, topics_of
from dateline.pages.archive.dated_index import CountedYear
from dateline.pages.archive.list_page import plan_list
from dateline.pages.archive.paging import FULL, Leaf, leaf_of, leaves
from dateline.pages.archive.site_page import Archive, SitePage, slugs_of
from dateline.pages.inline import Link
from dateline.pages.listing import Listed, ListedDay, by_day, listed_briefing
from dateline.pages.machines.structured import listing
from dateline.pages.shell import Page, Shell, site_shell
from dateline.pages.summary import Summary
from dateline.words import _, ngettext, spoken

_T = TypeVar("_T")

# As many as the first page lists in full; a site without more has no pages of years and months.
_NEWEST: Final = 10
# As many as it has the titles of; of more than that it has the newest.
_TITLES: Final = 150
_IN_FULL: Final = 6
# Of each month on the page of its year, and topics on the first page.
_OF_A_MONTH: Final = 5
_TOPICS: Final = 24
_HEAD: Final = addresses.section_page("briefings")


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """A month in which something was published, newest first."""

    year: int
    month: int
    summaries: tuple[Summary, ...]

    @property
    def name(self) -> str:
        return show_civil(self.date)

    @property
    def date(self) -> CivilDate:
        return CivilDate(year=self.year, month=self.month)

    @property
    def anchor(self) -> str:
        """The element of its newest day on the page of its year."""
        return f"at_{self.month:02}"

    def page(self, number: int = 0) -> str:
        folder = f"{self.year:04}/{self.month:02}"
        return addresses.within("briefings", addresses.numbered(folder, number))


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    year: int
    months: tuple[Month, ...]

    @property
    def name(self) -> str:
        return year_words(self.year)

    @property
    def page(self) -> str:
        return addresses.within("briefings", f"{self.year:04}")

    @property
    def summaries(self) -> tuple[Summary, ...]:
        return tuple(summary for month in self.months for summary in month.summaries)

    @property
    def is_short(self) -> bool:
        """Whether one page has room for all of it, so that its months have none of their own."""
        return len(self.summaries) < 2 * FULL


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingTitle:
    """A briefing by its title, with the day of its month."""

    day: str
    link: Link
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TitlesOfMonth:
    link: Link
    briefings: tuple[BriefingTitle, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TitlesOfYear:
    """Every briefing of a year; `anchor` is the id of its heading."""

    link: Link
    anchor: str
    months: tuple[TitlesOfMonth, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingsContext:
    """Few briefings are in `days`, more in `titles`; of very many, `days` has the newest and `years` lead to all.

    `topics_page` leads to more `topics` than these.
    """

    shell: Shell
    sentence: str
    days: tuple[ListedDay, ...]
    titles: tuple[TitlesOfYear, ...]
    years: tuple[CountedYear, ...]
    topics: tuple[Link, ...]
    topics_page: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthOfYear:
    """A month with its newest briefings; `rest` leads to all of them, and is None where these are all."""

    link: Link
    briefings: tuple[Listed, ...]
    rest: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class YearContext:
    shell: Shell
    way: tuple[Link, ...]
    heading: str
    sentence: str
    months: tuple[MonthOfYear, ...]
    newer: Link | None
    older: Link | None


def plan_briefings(archive: Archive) -> Iterator[SitePage]:
    months = _months(archive.summaries) if len(archive.summaries) > _NEWEST else []
    years = _years(months)
    yield SitePage(path=_HEAD, slugs=None, plan=partial(_plan_head, years, archive))
    for place, year in enumerate(years):
        newer, older = _around(years, place)
        yield SitePage(
            path=year.page,
            slugs=slugs_of(year.summaries),
            beside=(newer.page if newer else "", older.page if older else ""),
            plan=partial(_plan_short if year.is_short else _plan_year, year, newer, older, archive),
        )
    long = [month for year in years if not year.is_short for month in year.months]
    for place, month in enumerate(long):
        yield from _plan_month(month, *_around(long, place), archive)


def _months(newest: Sequence[Summary]) -> list[Month]:
    grouped = groupby(newest, key=lambda summary: (summary.published.year, summary.published.month))
    return [
        Month(year=year, month=month, summaries=tuple(summaries))
        for (year, month), summaries in grouped
    ]


def _years(months: Sequence[Month]) -> list[Year]:
    grouped = groupby(months, key=lambda month: month.year)
    return [Year(year=year, months=tuple(of_year)) for year, of_year in grouped]


def _around(newest: Sequence[_T], place: int) -> tuple[_T | None, _T | None]:
    """What comes after and what came before the one at a place."""
    newer = newest[place - 1] if place else None
    return newer, newest[place + 1] if place + 1 < len(newest) else None


def _later(time: Month | Year) -> str:
    return _("Later: %(time)s", time=time.name)


def _earlier(time: Month | Year) -> str:
    return _("Earlier: %(time)s", time=time.name)


def _count(number: int) -> str:
    return ngettext("%(number)s briefing", "%(number)s briefings", number)


def _what(time: str, archive: Archive) -> str:
    return _("What %(site)s published in %(time)s.", site=archive.site.title, time=time)


# The first page


def _plan_head(years: Sequence[Year], archive: Archive) -> Page:
    here = here_on(_HEAD, archive.site.address)
    is_long = len(archive.summaries) > _TITLES
    newest = archive.summaries[: _IN_FULL if is_long else None]
    topics = topics_of(archive.summaries)
    context = BriefingsContext(
        shell=site_shell(
            archive.site,
            here,
            title=_("Briefings"),
            description=_("All briefings of %(site)s.", site=archive.site.title),
            picture=archive.picture,
            graph=(listing(newest, archive.site, here.path, _("Briefings")),),
        ),
        sentence=_since(archive.summaries),
        days=by_day(newest, here) if is_long or not years else (),
        titles=() if is_long else tuple(_titles(year, here) for year in years),
        years=tuple(_counted(year, here) for year in years) if is_long else (),
        topics=topic_links(most_used(topics, _TOPICS), here, counted=True),
        topics_page=Link(words=_("All topics"), href=here.to(addresses.section_page("topics")))
        if len(topics) > _TOPICS
        else None,
    )
    return Page(path=here.path, template="briefings.html.j2", context=context)


def _since(newest: Sequence[Summary]) -> str:
    if not newest:
        return _("Nothing is published yet.")
    first = day_words(newest[-1].published)
    return ngettext(
        "%(number)s briefing, published %(day)s.",
        "%(number)s briefings since %(day)s.",
        len(newest),
        day=first,
    )


def _counted(year: Year, here: Here) -> CountedYear:
    """The months from the first to the last."""
    return CountedYear(
        link=Link(words=year.name, href=here.to(year.page), count=len(year.summaries)),
        months=tuple(_month_link(month, year, here) for month in reversed(year.months)),
    )


def _month_link(month: Month, year: Year, here: Here) -> Link:
    """The month is named without its year."""
    return Link(
        words=spoken().formats.date_before(month.date, CivilDate(year=year.year, month=1)),
        href=here.to(year.page, month.anchor) if year.is_short else here.to(month.page()),
        count=len(month.summaries),
    )


def _titles(year: Year, here: Here) -> TitlesOfYear:
    return TitlesOfYear(
        link=Link(words=year.name, href=here.to(year.page), count=len(year.summaries)),
        anchor=f"at_{year.year:04}",
        months=tuple(
            TitlesOfMonth(
                link=_month_link(month, year, here),
                briefings=tuple(_title(summary, here) for summary in month.summaries),
            )
            for month in year.months
        ),
    )


def _title(summary: Summary, here: Here) -> BriefingTitle:
    return BriefingTitle(
        day=str(summary.published.day),
        link=Link(words=summary.title, href=here.to(summary.page)),
        language=summary.language,
    )


# The page of a year


def _plan_short(year: Year, newer: Year | None, older: Year | None, archive: Archive) -> Page:
    """All of it; the first page leads to the newest day of each month."""
    return plan_list(
        archive,
        leaf_of(year.page, year.summaries),
        heading=_("Briefings from %(time)s", time=year.name),
        sentence=_count(len(year.summaries)),
        description=_what(year.name, archive),
        way=((_("Briefings"), _HEAD),),
        newer=(_later(newer), newer.page) if newer else None,
        older=(_earlier(older), older.page) if older else None,
        anchors={month.summaries[0].published: month.anchor for month in year.months},
    )


def _plan_year(year: Year, newer: Year | None, older: Year | None, archive: Archive) -> Page:
    here = here_on(year.page, archive.site.address)
    way = ((_("Briefings"), _HEAD),)
    context = YearContext(
        shell=site_shell(
            archive.site,
            here,
            title=_("Briefings from %(time)s", time=year.name),
            description=_what(year.name, archive),
            picture=archive.picture,
            way=way,
        ),
        way=tuple(Link(words=words, href=here.to(page)) for words, page in way),
        heading=_("Briefings from %(time)s", time=year.name),
        sentence=_count(len(year.summaries)),
        months=tuple(_of_year(month, here) for month in year.months),
        newer=Link(words=_later(newer), href=here.to(newer.page)) if newer else None,
        older=Link(words=_earlier(older), href=here.to(older.page)) if older else None,
    )
    return Page(path=here.path, template="year.html.j2", context=context)


def _of_year(month: Month, here: Here) -> MonthOfYear:
    href, count = here.to(month.page()), len(month.summaries)
    whole = _("All %(number)s briefings from %(month)s", number=count, month=month.name)
    return MonthOfYear(
        link=Link(words=month.name, href=href),
        briefings=tuple(
            listed_briefing(summary, here) for summary in month.summaries[:_OF_A_MONTH]
        ),
        rest=Link(words=whole, href=href) if count > _OF_A_MONTH else None,
    )


# The pages of a month


def _plan_month(
    month: Month, newer: Month | None, older: Month | None, archive: Archive
) -> Iterator[SitePage]:
    """From the first page of a month one goes on to the last, oldest page of the next."""
    for leaf in leaves(month.summaries, month.page):
        after = _first_page(newer) if newer and not leaf.newer else ""
        before = older.page() if older and not leaf.older else ""
        count = str(len(month.summaries)) if not leaf.number else ""
        yield SitePage(
            path=leaf.path,
            slugs=slugs_of(leaf.summaries),
            beside=(leaf.newer or after, leaf.older or before, count),
            plan=partial(_plan_leaf, month, leaf, newer, older, archive),
        )


def _first_page(month: Month) -> str:
    *_others, oldest = leaves(month.summaries, month.page)
    return oldest.path


def _plan_leaf(
    month: Month, leaf: Leaf, newer: Month | None, older: Month | None, archive: Archive
) -> Page:
    year = Year(year=month.year, months=())
    return plan_list(
        archive,
        leaf,
        heading=_("Briefings from %(time)s", time=month.name),
        sentence="" if leaf.number else _count(len(month.summaries)),
        description=_what(month.name, archive),
        way=((_("Briefings"), _HEAD), (year.name, year.page)),
        newer=(_later(newer), _first_page(newer)) if newer else None,
        older=(_earlier(older), older.page()) if older else None,
    )
