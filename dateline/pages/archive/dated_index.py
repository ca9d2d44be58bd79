"""Links to the pages of years and months that what is dated is divided into, each with its count."""

from collections.abc import Iterator

from dateline.facts.dates import CivilDate
from dateline.frozen import dataclass
from dateline.pages import addresses
from dateline.pages.addresses import DividedSection, Here
from dateline.pages.archive.calendar_pages import CalendarPage, Dated, title_of
from dateline.pages.inline import Link
from dateline.words import spoken


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedYear:
    """A year, and its months where these have pages of their own."""

    link: Link
    months: tuple[Link, ...]


def year_links(
    section: DividedSection, page: CalendarPage[Dated], here: Here
) -> Iterator[CountedYear]:
    """The years of a whole, the latest first; of a year that year alone."""
    years = [page] if page.place else page.parts[::-1]
    for year in years:
        if year.place is None or year.place.year is None:
            continue
        january = CivilDate(year=year.place.year, month=1)
        yield CountedYear(
            link=Link(
                words=title_of(year.place),
                href=here.to(addresses.within(section, year.name)),
                count=len(year.every),
            ),
            months=tuple(
                Link(
                    words=_month(part, january),
                    href=here.to(addresses.within(section, part.name)),
                    count=len(part.every),
                )
                for part in year.parts
            ),
        )


def _month(page: CalendarPage[Dated], in_year: CivilDate) -> str:
    assert page.place is not None
    month = CivilDate(year=in_year.year, month=page.place.month)
    return spoken().formats.date_before(month, in_year)
