"""How what has a date is divided into pages: one while it fits, else by decade, year and month.

A page keeps its address while more is added: one that is too full lists the pages of its parts, and
has what is too coarsely dated for them. A month that is too full goes on for several pages.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import Generic, TypeVar

from dateline.facts.dates import CivilDate, show_civil, year_words
from dateline.frozen import dataclass
from dateline.pages import addresses
from dateline.pages.addresses import DividedSection, Here
from dateline.pages.archive.paging import parts_from_last
from dateline.pages.archive.site_page import SitePage
from dateline.pages.inline import Link
from dateline.pages.listed_events import BEFORE_CHRIST, DATE_UNKNOWN, CalendarPlace
from dateline.pages.shell import Page
from dateline.words import _, spoken

Dated = TypeVar("Dated")


@dataclass(frozen=True, slots=True)
class CalendarPage(Generic[Dated]):
    """A stretch of the calendar, None for all of it: what is listed there itself, and its parts.

    `name` is its folder in the section, empty for the section's first page.
    """

    place: CalendarPlace | None
    name: str
    items: tuple[Dated, ...]
    parts: tuple["CalendarPage[Dated]", ...] = ()

    @property
    def every(self) -> tuple[Dated, ...]:
        return (*self.items, *(item for part in self.parts for item in part.every))

    def walk(self) -> Iterator["CalendarPage[Dated]"]:
        """This page and those of its parts, in order."""
        yield self
        for part in self.parts:
            yield from part.walk()

    def walk_back(self) -> Iterator["CalendarPage[Dated]"]:
        """The same, with the last part first."""
        yield self
        for part in reversed(self.parts):
            yield from part.walk_back()


def divide(
    items: Sequence[Dated], place_of: Callable[[Dated], CalendarPlace], most: int, *, depth: int = 0
) -> CalendarPage[Dated]:
    """Pages of `most` items in the order given; where they begin with years, `depth` is 1."""
    return _divide(None, [(place_of(item), item) for item in items], most, depth)


def _divide(
    place: CalendarPlace | None,
    placed: Sequence[tuple[CalendarPlace, Dated]],
    most: int,
    depth: int,
) -> CalendarPage[Dated]:
    name = name_of(place) if place else ""
    if len(placed) <= most or depth == len(CalendarPlace._fields):
        return CalendarPage(place, name, tuple(item for _, item in placed))
    own: list[Dated] = []
    inside: dict[int, list[tuple[CalendarPlace, Dated]]] = {}
    for at, item in placed:
        part = at[depth]
        if part is None:
            own.append(item)
        else:
            inside.setdefault(part, []).append((at, item))
    parts = (
        _divide(inside[part][0][0].to(depth + 1), inside[part], most, depth + 1)
        for part in sorted(inside)
    )
    return CalendarPage(place, name, tuple(own), tuple(parts))


def name_of(place: CalendarPlace) -> str:
    if place == BEFORE_CHRIST:
        return "bc"
    if place == DATE_UNKNOWN:
        return "date-unknown"
    if place.year is None:
        return f"{place.decade}s"
    return f"{place.year:04}" if place.month is None else f"{place.year:04}/{place.month:02}"


def title_of(place: CalendarPlace) -> str:
    """The name of a stretch of the calendar, as a heading."""
    if place == BEFORE_CHRIST:
        return _("Before AD 1")
    if place == DATE_UNKNOWN:
        return _("Date unknown")
    if place.year is None:
        return spoken().formats.decade(place.decade)
    if place.month is None:
        return year_words(place.year)
    return show_civil(CivilDate(year=place.year, month=place.month))


# The pages of a section


@dataclass(frozen=True, slots=True)
class CalendarSheet(Generic[Dated]):
    """One page of a section: a stretch of the calendar, or as much of it as fits.

    `number` is 0 for the page at the address of the stretch. `items` are those it lists one by one.
    """

    section: DividedSection
    page: CalendarPage[Dated]
    number: int
    items: tuple[Dated, ...]

    @property
    def path(self) -> str:
        name = addresses.numbered(self.page.name, self.number)
        return (
            addresses.within(self.section, name) if name else addresses.section_page(self.section)
        )

    @property
    def about(self) -> Sequence[Dated]:
        """All that the page is about, also what only pages of its parts list."""
        return self.items if self.number else self.page.every

    @property
    def title(self) -> str:
        """The name of its stretch; empty for that of all time."""
        name = title_of(self.page.place) if self.page.place else ""
        if not self.number:
            return name
        return _("%(title)s, page %(number)s", title=name, number=self.number)

    def way(self, first: str, *, depth: int = 1) -> tuple[tuple[str, str], ...]:
        """The pages above it, each by its name and path: the `first` of its section, then what it is a part of."""
        place = self.page.place
        if place is None:
            return ()
        around = [place.to(each) for each in range(depth, place.depth)]
        stretches = [
            (title_of(each), addresses.within(self.section, name_of(each))) for each in around
        ]
        return ((first, addresses.section_page(self.section)), *stretches)


def sheets_from_first(
    section: DividedSection, page: CalendarPage[Dated], most: int
) -> list[CalendarSheet[Dated]]:
    """What is listed on a page, in order; what does not fit is on pages after it, from 2 on."""
    starts = range(0, max(len(page.items), 1), most)
    return [
        CalendarSheet(section, page, number if number > 1 else 0, page.items[start : start + most])
        for number, start in enumerate(starts, start=1)
    ]


def sheets_from_last(
    section: DividedSection, page: CalendarPage[Dated], most: int
) -> list[CalendarSheet[Dated]]:
    """The same for what is listed newest first: pages are counted from the oldest, which is on 1.

    A page that is full stays as it is. The newest are at the address of the stretch, fewer than two pages of them.
    """
    return [
        CalendarSheet(section, page, number, tuple(items))
        for number, items in parts_from_last(page.items, most)
    ]


def neighbours(
    sheets: Iterable[CalendarSheet[Dated]],
) -> Iterator[
    tuple[CalendarSheet[Dated], CalendarSheet[Dated] | None, CalendarSheet[Dated] | None]
]:
    """Each page with the ones before and after it: of a decade other decades, of a year years.

    Where what is before or after is not divided as finely, it is the whole of that.
    """
    every = list(sheets)
    alike = {
        depth: pairwise(_as_fine(depth, every))
        for depth in range(1, len(CalendarPlace._fields) + 1)
    }
    beside = {depth: list(pairs) for depth, pairs in alike.items()}
    before = {
        (depth, sheet.path): other for depth, pairs in beside.items() for other, sheet in pairs
    }
    after = {
        (depth, sheet.path): other for depth, pairs in beside.items() for sheet, other in pairs
    }
    for sheet in every:
        own = (_depth(sheet), sheet.path)
        yield sheet, before.get(own), after.get(own)


def _depth(sheet: CalendarSheet[Dated]) -> int:
    return sheet.page.place.depth if sheet.page.place else 0


def _as_fine(depth: int, sheets: Iterable[CalendarSheet[Dated]]) -> Iterator[CalendarSheet[Dated]]:
    """The pages of decades, years or months, and of what is not divided into these."""
    for sheet in sheets:
        if _depth(sheet) == depth or (0 < _depth(sheet) < depth and not sheet.page.parts):
            yield sheet


def plan_sheets(
    sheets: Iterable[CalendarSheet[Dated]],
    slugs_of: Callable[[Iterable[Dated]], tuple[str, ...]],
    plan: Callable[
        [CalendarSheet[Dated], CalendarSheet[Dated] | None, CalendarSheet[Dated] | None], Page
    ],
) -> Iterator[SitePage]:
    """A page for each, which is planned with the ones before and after it."""
    for sheet, before, after in neighbours(sheets):
        yield SitePage(
            path=sheet.path,
            slugs=slugs_of(sheet.about),
            beside=paths_beside(before, after),
            plan=partial(plan, sheet, before, after),
        )


def earlier_link(sheet: CalendarSheet[Dated] | None, here: Here) -> Link | None:
    if sheet is None:
        return None
    return Link(words=_("Earlier: %(time)s", time=sheet.title), href=here.to(sheet.path))


def later_link(sheet: CalendarSheet[Dated] | None, here: Here) -> Link | None:
    if sheet is None:
        return None
    return Link(words=_("Later: %(time)s", time=sheet.title), href=here.to(sheet.path))


def paths_beside(*sheets: CalendarSheet[Dated] | None) -> tuple[str, ...]:
    return tuple(sheet.path if sheet else "" for sheet in sheets)


def way_links(way: Iterable[tuple[str, str]], here: Here) -> tuple[Link, ...]:
    return tuple(Link(words=words, href=here.to(page)) for words, page in way)
