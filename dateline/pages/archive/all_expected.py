"""What somebody announced, in all briefings: what is due, ahead and past, and what came about; then by year."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Final

from dateline.facts.expectations import Phase
from dateline.facts.states import UNKNOWN
from dateline.frozen import dataclass
from dateline.pages import addresses
from dateline.pages.addresses import Here, address_of, here_on
from dateline.pages.archive.calendar_pages import (
    CalendarSheet,
    divide,
    earlier_link,
    later_link,
    plan_sheets,
    sheets_from_first,
    way_links,
)
from dateline.pages.archive.dated_index import CountedYear, year_links
from dateline.pages.archive.event_rows import MOST_BRIEFINGS, BriefingOfEvent, briefing_of
from dateline.pages.archive.shared_events import Listing, SharedEvent, briefings_of, shared_events
from dateline.pages.archive.site_page import Archive, SitePage
from dateline.pages.inline import Link, ShownDay, show_day, text_direction
from dateline.pages.listed_events import CalendarPlace, ListedExpectation, calendar_place
from dateline.pages.machines.calendar import has_site_calendar, site_calendar_link
from dateline.pages.shell import Page, Shell, site_shell
from dateline.pages.summary import Summary, SummaryChange
from dateline.words import _, all_of, deferred, ngettext, speaking

SEVERAL_ROWS: Final = 3
MOST: Final = 36
"""As many as a page has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedRow:
    """Something announced: `lead` says what has become of it and when, `follows` and `details` the rest.

    `where` is its place, where the page has events of several. `more` counts the briefings that have it and are not
    listed. None is where it is the usual one of its part.
    """

    link: Link
    where: str
    lead: str
    phase: str
    follows: str
    details: tuple[str, ...]
    briefings: tuple[BriefingOfEvent, ...]
    more: int
    language: str
    direction: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UsualBriefing:
    """The briefing that alone has most rows of a part, or all of them."""

    link: Link
    language: str
    has_all: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedPart:
    """What is in one state; `rest` counts those that are only on the pages of their years.

    `usual` is the briefing that is not named with its rows, since most are from it, or None.
    """

    title: str
    is_open: bool
    usual: UsualBriefing | None
    rows: tuple[ExpectedRow, ...]
    rest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AllExpectedContext:
    """`calendar` is on the first page alone, and `subscribe` its whole address, empty where that is not known.

    `changed` is the newest day on which a briefing was published that expects something, or an outcome recorded: no
    state that only a day brought is a change.
    """

    shell: Shell
    heading: str
    summary: str
    way: tuple[Link, ...]
    changed: ShownDay
    calendar: Link | None
    subscribe: str
    parts: tuple[ExpectedPart, ...]
    years: tuple[CountedYear, ...]
    earlier: Link | None
    later: Link | None


@dataclass(frozen=True, slots=True)
class Announced:
    """An event that was expected, as the briefing has it that knows most of what became of it."""

    shared: SharedEvent
    listing: Listing
    expectation: ListedExpectation

    @property
    def state(self) -> "AnnouncedState":
        return _STATE_OF.get(self.expectation.phase, OVER)


@dataclass(frozen=True, slots=True, eq=False)
class AnnouncedState:
    """A state of what was announced: how it is headed and counted, how many the first page has, in which order."""

    title: str
    count: str
    shown: int
    order: Callable[[Announced], tuple[int, int]]
    is_open: bool = False


def _nearest_first(announced: Announced) -> tuple[int, int]:
    ends = announced.expectation.ends or date.max
    return ends.toordinal(), announced.expectation.due


def _latest_first(announced: Announced) -> tuple[int, int]:
    ends, due = _nearest_first(announced)
    return -ends, -due


def _newest_outcome_first(announced: Announced) -> tuple[int, int]:
    known = announced.expectation.known or date.min
    return -known.toordinal(), -announced.expectation.due


DUE: Final = AnnouncedState(
    deferred("Due now"), deferred("%(number)s due now"), 12, _nearest_first, is_open=True
)
AHEAD: Final = AnnouncedState(
    deferred("Still to come"),
    deferred("%(number)s still to come"),
    10,
    _nearest_first,
    is_open=True,
)
PASSED: Final = AnnouncedState(
    deferred("Outcome unknown"),
    deferred("%(number)s with no known outcome"),
    7,
    _latest_first,
)
OVER: Final = AnnouncedState(
    deferred("What happened"), deferred("%(number)s with a known outcome"), 7, _newest_outcome_first
)
_STATES: Final = (DUE, AHEAD, PASSED, OVER)
_STATE_OF: Final[Mapping[str, AnnouncedState]] = {
    Phase.DUE.value: DUE,
    Phase.AHEAD.value: AHEAD,
    Phase.PASSED.value: PASSED,
}

ExpectedSheet = CalendarSheet[Announced]


def has_expected(archive: Archive) -> bool:
    """Whether two briefings expect something, as with their calendar: one alone says so itself."""
    return has_site_calendar(archive.summaries)


def plan_all_expected(archive: Archive) -> Iterator[SitePage]:
    if not has_expected(archive):
        return
    whole = divide(_announced(archive), _place, MOST, depth=1)
    sheets = [sheet for page in whole.walk() for sheet in sheets_from_first("expected", page, MOST)]
    yield from plan_sheets(sheets, _slugs, partial(_plan, archive))


def _slugs(announced: Iterable[Announced]) -> tuple[str, ...]:
    return briefings_of(each.shared for each in announced)


def _announced(archive: Archive) -> list[Announced]:
    """By the window that was announced last. What no briefing expected under a title is not looked at."""
    titles = {
        event.title.casefold()
        for summary in archive.summaries
        for event in summary.events
        if event.expectation
    }
    found: list[Announced] = []
    for shared in shared_events(archive.summaries, lambda event: event.title.casefold() in titles):
        for listing in shared.listings:
            if listing.event.expectation:
                found.append(Announced(shared, listing, listing.event.expectation))
                break
    return sorted(found, key=lambda announced: announced.expectation.due)


def _place(announced: Announced) -> CalendarPlace:
    """What is expected in a decade is listed in its first year."""
    place = calendar_place(announced.expectation.due)
    return place if place.year else place._replace(year=place.decade)


def _plan(
    archive: Archive,
    sheet: ExpectedSheet,
    earlier: ExpectedSheet | None,
    later: ExpectedSheet | None,
) -> Page:
    site, here = archive.site, here_on(sheet.path, archive.site.address)
    is_first = sheet.page.place is None
    heading = _("Expected in %(time)s", time=sheet.title) if sheet.title else _("What is expected")
    way = sheet.way(_("What is expected"), depth=2)
    parts = tuple(_parts(sheet, here))
    summary = _summary(sheet.about)
    context = AllExpectedContext(
        shell=site_shell(
            site, here, title=heading, description=summary, picture=archive.picture, way=way
        ),
        heading=heading,
        summary=summary,
        way=way_links(way, here),
        changed=show_day(max(map(_changed, sheet.about))),
        calendar=site_calendar_link(archive.summaries, here) if is_first else None,
        subscribe=address_of(addresses.calendar_file(""), site.address) if is_first else "",
        parts=parts,
        years=tuple(year_links("expected", sheet.page, here)) if sheet.page.parts else (),
        earlier=earlier_link(earlier, here),
        later=later_link(later, here),
    )
    return Page(path=here.path, template="all-expected.html.j2", context=context)


def _changed(announced: Announced) -> date:
    listings = announced.shared.listings
    published = [listing.summary.published for listing in listings if listing.event.expectation]
    known = [change.on for listing in listings for change in _outcomes(listing)]
    return max([*published, *known])


def _outcomes(listing: Listing) -> Iterator[SummaryChange]:
    page = addresses.fact_page(listing.summary.slug, listing.event.id)
    return (change for change in listing.summary.changes if change.page == page)


def _summary(every: Sequence[Announced]) -> str:
    """How many were announced, and what became of them: “24 events were announced: 3 due and 21 ahead”."""
    counts = [(state, sum(each.state is state for each in every)) for state in _STATES]
    return ngettext(
        "%(number)s expected event: %(states)s.",
        "%(number)s expected events: %(states)s.",
        len(every),
        states=all_of(_(state.count, number=number) for state, number in counts if number),
    )


def _parts(sheet: ExpectedSheet, here: Here) -> Iterator[ExpectedPart]:
    """In the states that they have; where the years have pages, the first page has a few of each."""
    listed = sheet.about if sheet.page.place is None else sheet.items
    is_placed = len({announced.listing.event.unsaid_place for announced in listed}) > 1
    for state in _STATES:
        inside = sorted((each for each in listed if each.state is state), key=state.order)
        shown = inside[: state.shown] if sheet.page.place is None and sheet.page.parts else inside
        if shown:
            usual = _usual(shown)
            yield ExpectedPart(
                title=_(state.title),
                is_open=state.is_open,
                usual=_named_once(usual, shown, here) if usual else None,
                rows=tuple(
                    _row(announced, usual, here, is_placed=is_placed) for announced in shown
                ),
                rest=len(inside) - len(shown),
            )


def _usual(shown: Sequence[Announced]) -> Summary | None:
    """The briefing that alone has more than half of the rows, where they are several."""
    alone = [each.listing.summary for each in shown if len(each.shared.listings) == 1]
    counted = Counter(summary.slug for summary in alone).most_common(1)
    slug, number = counted[0] if counted else ("", 0)
    is_usual = number >= SEVERAL_ROWS and 2 * number > len(shown)
    return next((summary for summary in alone if summary.slug == slug), None) if is_usual else None


def _named_once(usual: Summary, shown: Sequence[Announced], here: Here) -> UsualBriefing:
    return UsualBriefing(
        link=Link(words=usual.title, href=here.to(usual.page)),
        language=usual.language,
        has_all=all(_is_from(usual, announced) for announced in shown),
    )


def _is_from(usual: Summary | None, announced: Announced) -> bool:
    return len(announced.shared.listings) == 1 and announced.listing.summary is usual


def _says_its_heading(expectation: ListedExpectation) -> bool:
    return expectation.follows.rstrip(".") == _(UNKNOWN)


def _row(
    announced: Announced, usual: Summary | None, here: Here, *, is_placed: bool
) -> ExpectedRow:
    event, summary = announced.listing.event, announced.listing.summary
    briefings = tuple(
        briefing_of(listing, here, best=event)
        for listing in announced.shared.listings[:MOST_BRIEFINGS]
    )
    is_usual = _is_from(usual, announced)
    expectation = announced.expectation
    with speaking(summary.language):
        is_timed = event.time and expectation.known is None
        return ExpectedRow(
            link=Link(words=event.title, href=here.to(addresses.fact_page(summary.slug, event.id))),
            where=announced.listing.event.unsaid_place if is_placed else "",
            lead=_("%(when)s, %(time)s", when=expectation.lead, time=event.time)
            if is_timed
            else expectation.lead,
            phase=expectation.phase,
            follows="" if _says_its_heading(expectation) else expectation.follows,
            details=expectation.details,
            briefings=() if is_usual else briefings,
            more=max(len(announced.shared.listings) - MOST_BRIEFINGS, 0),
            language=summary.language,
            direction=text_direction(summary.language),
        )
