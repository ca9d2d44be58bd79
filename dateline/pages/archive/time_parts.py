"""What a stretch of time is divided into: links to its parts, how much each has, and the silences between."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby, zip_longest
from typing import Final

from dateline.drawing.bars import BarRow, draw_bars
from dateline.drawing.svg import Drawing
from dateline.facts.chronology import gap_words
from dateline.facts.dates import CivilDate, known_date, year_words
from dateline.frozen import dataclass
from dateline.pages import addresses
from dateline.pages.addresses import Here
from dateline.pages.archive.calendar_pages import CalendarPage, title_of
from dateline.pages.archive.event_rows import EventRow, event_row
from dateline.pages.archive.shared_events import SharedEvent
from dateline.pages.inline import Link
from dateline.pages.listed_events import BEFORE_CHRIST, DATE_UNKNOWN, CalendarPlace
from dateline.words import _, ngettext, spoken

# So many events are listed on the page of a decade or a year, and of each part a few to a dozen.
ROOM: Final = 48
KEY_EVENTS: Final = 3
_DOZEN: Final = 12
TimePage = CalendarPage[SharedEvent]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountBar:
    """A year or a decade with its events as a bar; one that has none leads nowhere, and has no bar."""

    link: Link
    bar: Drawing | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecadeGroup:
    """A decade with its years, or decades that have one page each; `title` leads nowhere where it is of several.

    What is between two pages and has no event is among them.
    """

    title: Link
    bars: tuple[CountBar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimePart:
    """A year or a month with a page of its own: `gap` is the silence before it, or empty.

    `rest` leads to all of its events, and is None where `shown` are all.
    """

    gap: str
    link: Link
    count: str
    shown: tuple[EventRow, ...]
    rest: Link | None


# The whole timeline


def decade_groups(whole: TimePage, here: Here) -> Iterator[DecadeGroup]:
    """The latest first."""
    groups = [
        tuple(group)
        for _, group in groupby(
            whole.parts[::-1], key=lambda part: part.name if _is_alone(part) else ""
        )
    ]
    inside = [group[0].parts[::-1] or (group if len(group) > 1 else ()) for group in groups]
    bars = _bars([page for pages in inside for page in pages])
    for group, pages in zip(groups, inside, strict=True):
        yield DecadeGroup(title=_title(group, here), bars=tuple(_with_silences(pages, bars, here)))


def _bars(pages: Sequence[TimePage]) -> Mapping[str, Drawing]:
    """By the name of the page, years and decades to one scale: bars of one length are of as many events."""
    counts = [Decimal(len(page.every)) for page in pages]
    rows = [
        BarRow(label=page.name, shown=str(count), low=count, high=count)
        for page, count in zip(pages, counts, strict=True)
    ]
    return {bar.label: bar.drawing for bar in draw_bars(rows)}


def _with_silences(
    pages: Sequence[TimePage], bars: Mapping[str, Drawing], here: Here
) -> Iterator[CountBar]:
    for late, early in zip_longest(pages, pages[1:]):
        yield CountBar(link=link_to_part(late, here), bar=bars[late.name])
        if early and (empty := _between(early.place, late.place)):
            yield CountBar(link=Link(words=empty, href="", count=0), bar=None)


def _between(early: CalendarPlace | None, late: CalendarPlace | None) -> str:
    """The years or decades between two that have events."""
    if not (early and late) or _apart(early, late) < 2:
        return ""
    if early.year and late.year:
        first, last = year_words(early.year + 1), year_words(late.year - 1)
    else:
        decade = spoken().formats.decade
        first, last = decade(early.decade + 10), decade(late.decade - 10)
    return first if first == last else _("%(first)s to %(last)s", first=first, last=last)


def _is_alone(part: TimePage) -> bool:
    """Whether it has years, or is no decade."""
    return bool(part.parts) or part.place in (BEFORE_CHRIST, DATE_UNKNOWN)


def _title(newest: Sequence[TimePage], here: Here) -> Link:
    last, first = link_to_part(newest[0], here), link_to_part(newest[-1], here)
    if len(newest) == 1:
        return last
    words = _("%(first)s to %(last)s", first=first.words, last=last.words)
    return Link(words=words, href="", count=sum(len(part.every) for part in newest))


# A decade or a year


def time_parts(page: TimePage, here: Here) -> Iterator[TimePart]:
    most = _most_of_each([len(part.every) for part in page.parts])
    for before, part in zip((None, *page.parts), page.parts, strict=False):
        link, number = link_to_part(part, here), len(part.every)
        rest = _("All %(events)s: %(period)s", events=count_events(number), period=link.words)
        yield TimePart(
            gap=_gap(before, part) if before else "",
            link=link,
            count=_of_all(number, most),
            shown=_key_events(part.every, most, here),
            rest=Link(words=rest, href=link.href) if number > most else None,
        )


def _most_of_each(counts: Sequence[int]) -> int:
    """As many of each part as there is room for on the page."""
    fitting = (
        most
        for most in range(_DOZEN, KEY_EVENTS, -1)
        if sum(min(count, most) for count in counts) <= ROOM
    )
    return next(fitting, KEY_EVENTS)


def _of_all(number: int, most: int) -> str:
    """How many are shown: “3 of 14 events”."""
    events = count_events(number)
    if number <= most:
        return events
    return _("%(shown)s of %(events)s", shown=most, events=events)


def count_events(number: int) -> str:
    return ngettext("%(number)s event", "%(number)s events", number)


def link_to_part(page: TimePage, here: Here) -> Link:
    assert page.place is not None  # the whole is no part
    href = here.to(addresses.within("timeline", page.name))
    return Link(words=title_of(page.place), href=href, count=len(page.every))


def _key_events(events: Sequence[SharedEvent], most: int, here: Here) -> tuple[EventRow, ...]:
    """Those that matter most to their briefings, and of these the ones that most briefings have."""
    chosen = sorted(events, key=_weight)[:most]
    in_time = sorted(chosen, key=lambda shared: shared.first.place)
    return tuple(event_row(shared, here) for shared in in_time)


def _weight(shared: SharedEvent) -> tuple[bool, int]:
    return not (shared.is_key and shared.first.is_fact), -len(shared.listings)


# Silences


def _gap(before: TimePage, part: TimePage) -> str:
    """The silence before a part, where others like it could have been."""
    if not (before.place and part.place) or _apart(before.place, part.place) < 2:
        return ""
    begins, ended = known_date(part.every[0].first.date).start, _end(before.every)
    return gap_words(ended, begins) if begins and begins.begins > ended.ends else ""


def _apart(last: CalendarPlace, first: CalendarPlace) -> float:
    """How many decades, years or halves of a year the second is after the first."""
    if last == BEFORE_CHRIST or first == DATE_UNKNOWN:
        return 0
    if last.month and first.month:
        return (first.month - last.month) / 6 + 0.9
    if last.year and first.year:
        return first.year - last.year
    return (first.decade - last.decade) / 10


def _end(events: Sequence[SharedEvent]) -> CivilDate:
    dates = [known_date(shared.first.date) for shared in events if shared.first.date]
    ends = [end for date in dates if (end := date.end or date.start)]
    return max(ends, key=lambda civil: civil.ends)
