"""The timeline of the whole site: every event of every briefing, a page while they fit, else by period."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Final

from dateline.frozen import dataclass
from dateline.pages import addresses
from dateline.pages.addresses import Here, here_on
from dateline.pages.archive.calendar_pages import (
    CalendarPage,
    CalendarSheet,
    divide,
    earlier_link,
    later_link,
    plan_sheets,
    sheets_from_first,
    title_of,
    way_links,
)
from dateline.pages.archive.event_rows import EventRow, event_row
from dateline.pages.archive.rail import RailBlock, rail_blocks
from dateline.pages.archive.shared_events import SharedEvent, briefings_of, shared_events
from dateline.pages.archive.site_page import Archive, SitePage
from dateline.pages.archive.time_parts import (
    DecadeGroup,
    TimePart,
    count_events,
    decade_groups,
    time_parts,
)
from dateline.pages.inline import Link
from dateline.pages.listed_events import calendar_place
from dateline.pages.shell import Page, Shell, site_shell
from dateline.words import _, ngettext

MOST: Final = 50
"""As many events as fit, with their links, into what is sent in one round trip."""

NEWEST: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class AllEventsContext:
    """`way` leads back to the whole timeline; `earlier` and `later` are the pages beside this one.

    `expected` leads to what is expected, and may be empty. `newest` are there where the whole is on other pages.
    `is_placed` says that the events are at several places.
    """

    shell: Shell
    heading: str
    summary: str
    way: tuple[Link, ...]
    expected: str
    is_placed: bool
    newest: tuple[EventRow, ...]
    decades: tuple[DecadeGroup, ...]
    parts: tuple[TimePart, ...]
    blocks: tuple[RailBlock, ...]
    earlier: Link | None
    later: Link | None


EventsSheet = CalendarSheet[SharedEvent]


def has_timeline(archive: Archive) -> bool:
    """Whether two briefings have events: one alone has a timeline of its own."""
    return sum(bool(summary.events) for summary in archive.summaries) > 1


def plan_all_events(archive: Archive) -> Iterator[SitePage]:
    if not has_timeline(archive):
        return
    events = shared_events(archive.summaries)
    whole = divide(events, lambda shared: calendar_place(shared.first.place), MOST)
    sheets = [sheet for page in whole.walk() for sheet in sheets_from_first("timeline", page, MOST)]
    yield from plan_sheets(sheets, briefings_of, partial(_plan, archive))


def _plan(
    archive: Archive, sheet: EventsSheet, earlier: EventsSheet | None, later: EventsSheet | None
) -> Page:
    site, here = archive.site, here_on(sheet.path, archive.site.address)
    summary, is_whole = _summary(sheet.about), sheet.page.place is None
    way = sheet.way(_("Timeline"))
    context = AllEventsContext(
        shell=site_shell(
            site,
            here,
            title=_("Timeline") if is_whole else _("Timeline: %(period)s", period=sheet.title),
            description=summary,
            picture=archive.picture,
            way=way,
        ),
        heading=sheet.title or _("Timeline"),
        summary=summary,
        way=way_links(way, here),
        expected=here.to(addresses.section_page("expected"))
        if is_whole and "expected" in site.sections
        else "",
        is_placed=len({shared.first.unsaid_place for shared in sheet.page.every}) > 1,
        newest=tuple(_newest(sheet.page.every, here)) if is_whole and sheet.page.parts else (),
        decades=tuple(decade_groups(sheet.page, here)) if is_whole else (),
        parts=() if is_whole or sheet.number else tuple(time_parts(sheet.page, here)),
        blocks=tuple(rail_blocks(sheet.items, _headings(sheet.page), here)),
        earlier=earlier_link(earlier, here),
        later=later_link(later, here),
    )
    return Page(path=here.path, template="all-events.html.j2", context=context)


def _newest(events: Sequence[SharedEvent], here: Here) -> Iterator[EventRow]:
    """The last that came about, the latest first."""
    facts = [shared for shared in events if shared.first.is_fact and shared.first.date]
    return (event_row(shared, here) for shared in facts[: -NEWEST - 1 : -1])


def _summary(events: Sequence[SharedEvent]) -> str:
    briefings = len(briefings_of(events))
    return ngettext(
        "%(events)s from %(number)s briefing.",
        "%(events)s from %(number)s briefings.",
        briefings,
        events=count_events(len(events)),
    )


def _headings(page: CalendarPage[SharedEvent]) -> Callable[[SharedEvent], str]:
    """The title over each event: its year, or on the page of a year its month."""
    depth = page.place.depth if page.place else 0
    if page.parts:
        vague = _("Exact year not known") if depth == 1 else _("Exact month not known")
        return lambda _event: vague

    def heading(shared: SharedEvent) -> str:
        place = calendar_place(shared.first.place).to(3 if depth > 1 else 2)
        return title_of(place) if place != page.place else ""

    return heading
