"""What is expected, for calendars: iCalendar (RFC 5545, with RFC 7986 for the calendar's own name).

Programs fetch a subscribed calendar again and again: the same content gives the same bytes, and an
event that slips keeps its UID while its SEQUENCE grows. Nothing depends on the day of the build:
calendars know by themselves when a date has passed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from dateline.facts.dates import Date, day_words, exact_bounds, first_day, last_day
from dateline.facts.records import Event, Expectation, Outcome, OutcomeState
from dateline.facts.site_records import Site
from dateline.facts.states import Status, announced_words, announcements
from dateline.facts.times import read_time, show_time
from dateline.pages import addresses
from dateline.pages.addresses import Here, address_of
from dateline.pages.edition import Edition, date_origin
from dateline.pages.inline import Link
from dateline.pages.machines.feeds import entry_id, instant
from dateline.pages.summary import CalendarEntry, CalendarStatus, Summary
from dateline.words import _, deferred

if TYPE_CHECKING:  # it takes long to import, and most builds make no calendar
    from icalendar import Event as Component


def calendar_files(edition: Edition) -> dict[str, bytes]:
    """By path, also at former addresses: programs cannot follow a page that says “moved”."""
    entries = calendar_entries(edition)
    if not entries:
        return {}
    briefing = edition.briefing
    calendar = render_calendar(
        entries,
        name=_("%(title)s: what is expected", title=briefing.front.title),
        home=address_of(addresses.brief_page(briefing.slug), edition.site.address),
        source=address_of(addresses.calendar_file(briefing.slug), edition.site.address),
    )
    slugs = (briefing.slug, *briefing.front.formerly)
    return {addresses.calendar_file(slug): calendar for slug in slugs}


def site_calendar(summaries: Collection[Summary], site: Site) -> dict[str, bytes]:
    """What all briefings expect, by its path; none where no two of them expect something."""
    calendars = [summary.calendar for summary in summaries if summary.calendar]
    if not has_site_calendar(summaries):
        return {}
    home = address_of(addresses.FRONT, site.address)
    name = _("%(title)s: what is expected", title=site.title)
    entries = tuple(_of_site(entry for calendar in calendars for entry in calendar))
    path = addresses.calendar_file("")
    source = address_of(path, site.address)
    return {path: render_calendar(entries, name=name, home=home, source=source)}


def _of_site(entries: Iterable[CalendarEntry]) -> Iterator[CalendarEntry]:
    """All that nobody knows the outcome of, and of the others those that changed last, in their order."""
    listed = tuple(entries)
    over = [entry for entry in listed if entry.status != "TENTATIVE"]
    newest = sorted(over, key=lambda entry: entry.changed, reverse=True)[:MOST_OVER]
    kept = {entry.uid for entry in newest}
    return (entry for entry in listed if entry.status == "TENTATIVE" or entry.uid in kept)


def calendar_link(edition: Edition, here: Here) -> Link | None:
    """The link to the briefing's calendar; None where nothing was expected."""
    if not any(event.expected for event in edition.briefing.events):
        return None
    href = here.to(addresses.calendar_file(edition.briefing.slug))
    return Link(words=_("Add the expected dates to your calendar (iCalendar)"), href=href)


def has_site_calendar(summaries: Iterable[Summary]) -> bool:
    """Whether several briefings expect something, be it the same."""
    return (
        sum(any(event.expectation for event in summary.events) for summary in summaries) >= SEVERAL
    )


def site_calendar_link(summaries: Iterable[Summary], here: Here) -> Link | None:
    if not has_site_calendar(summaries):
        return None
    href = here.to(addresses.calendar_file(""))
    return Link(
        words=_("Add the expected dates of all briefings to your calendar (iCalendar)"), href=href
    )


# With fewer briefings that expect something, a calendar of the site would only repeat theirs.
SEVERAL: Final = 2
# Calendar programs fetch the file each day: without a limit it only grows. Pages have the others.
MOST_OVER: Final = 100


# Events


def calendar_entries(edition: Edition) -> tuple[CalendarEntry, ...]:
    """Every event that was ever expected, called off or not, in the order of the page."""
    return tuple(_entry(event, edition) for event in edition.events if event.expected)


def _entry(event: Event, edition: Edition) -> CalendarEntry:
    status = edition.statuses[event.id]
    known, outcome = status.announced, status.outcome
    shown, message = _SHOWN[outcome.state if outcome else None]
    when = _when(event, known[-1], outcome)
    first, last = days_of(when)
    published = edition.briefing.front.published
    page = addresses.fact_page(edition.briefing.slug, event.id)
    return CalendarEntry(
        uid=_uid(event, edition),
        sequence=len(known) - 1 + bool(outcome) + len(event.corrections),
        status=shown,
        first=first,
        last=last,
        summary=_(message, title=event.title),
        description="\n".join(_description(event, known, outcome, edition)),
        address=address_of(page, edition.site.address),
        created=published,
        changed=max([published, *_days_named(event, known, outcome)]),
        at=_moment(when, status, edition.site),
    )


def _moment(when: Date, status: Status, site: Site) -> dt.datetime | None:
    """The moment of an event on one day at a known time: in its zone, else in the one the site names."""
    first, last = exact_bounds(when)
    if when != status.date or first is None or first != last:
        return None
    return read_time(status.time).on(first, site.zone)


# The status of an event and its title in the calendar, by its outcome.
_SHOWN: Final[dict[OutcomeState | None, tuple[CalendarStatus, str]]] = {
    None: ("TENTATIVE", deferred("Expected: %(title)s")),
    OutcomeState.HAPPENED: ("CONFIRMED", deferred("Happened: %(title)s")),
    OutcomeState.CHANGED: ("CONFIRMED", deferred("Not as announced: %(title)s")),
    OutcomeState.CANCELLED: ("CANCELLED", deferred("Called off: %(title)s")),
    OutcomeState.DISPUTED: ("TENTATIVE", deferred("Disputed: %(title)s")),
}


def _uid(event: Event, edition: Edition) -> str:
    """It never changes: made of the first names of briefing and event, without title or address."""
    front = edition.briefing.front
    slug, *_ = (*front.formerly, edition.briefing.slug)
    fact, *_ = (*event.formerly, event.id)
    return entry_id(edition.site, f"{slug}/facts/{fact}", front.published)


def _when(event: Event, newest: Expectation, outcome: Outcome | None) -> Date:
    """When it happened, where that is known; else the window: what was called off stays there."""
    if outcome and outcome.date and _SHOWN[outcome.state][0] == "CONFIRMED":
        return outcome.date
    return event.date or newest.window


def days_of(window: Date) -> tuple[dt.date, dt.date]:
    """The first and the last day that a calendar shows for a window.

    One with an open end is shown in the unit that it names: "by the end of December 2026" in that
    December, "from 2026" in that year. No calendar can show an open end; the words say it.
    """
    named = window.start or window.end
    assert named is not None  # of a date, one end at most is open
    return first_day(window) or named.first_day, last_day(window) or named.last_day


def _days_named(
    event: Event, known: Iterable[Expectation], outcome: Outcome | None
) -> Iterator[dt.date]:
    said = [expectation.said_on for expectation in known] + [outcome.date if outcome else None]
    yield from (day for date in said if date and (day := first_day(date)))
    yield from (check.on for check in (event.outcome_checked, event.checked) if check)
    if outcome and outcome.recorded:
        yield outcome.recorded
    yield from (correction.on for correction in event.corrections)


def _description(
    event: Event, known: tuple[Expectation, ...], outcome: Outcome | None, edition: Edition
) -> Iterator[str]:
    name_of = edition.briefing.name_of
    state = edition.statuses[event.id].state
    if outcome and state:
        yield f"{state.words.rstrip('.')}."
    elif event.outcome_checked:
        day = day_words(event.outcome_checked.on)
        yield _("We last looked on %(date)s and found nothing.", date=day)
    *earlier, newest = known
    yield f"{announced_words(newest, name_of)}."
    yield from (f"{line}." for line in reversed(announcements(tuple(earlier), name_of)))
    yield from filter(None, (event.summary, event.caveat))
    if event.date_from:
        origin = date_origin(event.date_from, edition.briefing)
        yield _("The date: %(origin)s", origin=origin)
    yield from (_("From the article: “%(words)s”", words=words) for words in edition.words(event))
    front = edition.briefing.front
    if time := edition.statuses[event.id].time:
        yield _("Time: %(time)s.", time=show_time(time))
    published = day_words(front.published)
    yield _("From the briefing “%(title)s”, %(date)s.", title=front.title, date=published)


# As iCalendar


def render_calendar(
    entries: tuple[CalendarEntry, ...], *, name: str, home: str, source: str
) -> bytes:
    """A calendar of these entries; `home` and `source` are the whole addresses of its page and its own.

    Both are empty where the site's is not known. At a former address it names its present one.
    """
    zones = tuple(entry.at and str(entry.at.tzinfo) for entry in entries)
    return _rendered(entries, zones, name=name, home=home, source=source)


# The library takes a millisecond for each entry, and a preview asks for the same ones repeatedly.
# One moment in two zones is equal, though it reads differently: so zones are asked for as well.
@lru_cache(maxsize=4)
def _rendered(
    entries: tuple[CalendarEntry, ...],
    _zones: tuple[str | None, ...],
    *,
    name: str,
    home: str,
    source: str,
) -> bytes:
    # Imported here because it takes as long as a page, and few builds write a new calendar.
    from icalendar import Calendar, vText

    calendar = Calendar()
    calendar.add("PRODID", "-//Dateline//Expected events//EN")
    calendar.add("VERSION", "2.0")
    for field in ("NAME", "X-WR-CALNAME"):  # the library escapes neither by itself
        calendar.add(field, vText(name))
    if home:
        calendar.add("URL", home)
    if source:
        calendar.add("SOURCE", source, parameters={"VALUE": "URI"})  # RFC 7986, 5.8
    calendar.add("REFRESH-INTERVAL", dt.timedelta(days=1), parameters={"VALUE": "DURATION"})
    calendar.add("X-PUBLISHED-TTL", "P1D")
    for entry in entries:
        calendar.add_component(_component(entry))
    calendar.add_missing_timezones()
    # The library takes them from a set, which has another order in each process.
    zones = sorted(calendar.timezones, key=lambda zone: zone.tz_name)
    calendar.subcomponents[: len(zones)] = zones
    return bytes(calendar.to_ical(sorted=False))


def _component(entry: CalendarEntry) -> Component:
    """An event at its moment, or for whole days; either leaves the time free."""
    from icalendar import Event as Component

    event = Component()
    event.add("UID", entry.uid)
    event.add("SEQUENCE", entry.sequence)
    event.add("DTSTAMP", _noon(entry.changed))
    event.add("CREATED", _noon(entry.created))
    event.add("LAST-MODIFIED", _noon(entry.changed))
    event.add("DTSTART", _in_its_zone(entry.at) if entry.at else entry.first)
    if entry.at is None and entry.last < dt.date.max:
        # The day after the last one (RFC 5545, 3.6.1).
        event.add("DTEND", entry.last + dt.timedelta(days=1))
    event.add("SUMMARY", entry.summary)
    event.add("DESCRIPTION", entry.description)
    if entry.address:
        event.add("URL", entry.address)
    event.add("STATUS", entry.status)
    event.add("TRANSP", "TRANSPARENT")
    return event


def _in_its_zone(at: dt.datetime) -> dt.datetime:
    """A zone without an IANA name has no rules that a calendar could list: UTC says the same."""
    return at if isinstance(at.tzinfo, ZoneInfo) else at.astimezone(dt.UTC)


def _noon(day: dt.date) -> dt.datetime:
    return dt.datetime.fromisoformat(instant(day))
