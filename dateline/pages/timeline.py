"""The timeline: what had happened when the article was written, and what was expected then."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.drawing.strip import StripMark, draw_strip
from dateline.drawing.svg import Drawing
from dateline.facts.chronology import Gap, Stretch, has_come, stretches
from dateline.facts.dates import show_date
from dateline.facts.phrasing import count_of
from dateline.facts.records import Event, Weight
from dateline.pages.addresses import Here
from dateline.pages.cards.event_card import EventCard, event_card
from dateline.pages.data.files import downloads
from dateline.pages.edition import Edition
from dateline.pages.inline import Day, Link, show_day
from dateline.pages.machines.calendar import calendar_link
from dateline.pages.shell import Page, Shell, briefing_shell


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A place on the rail: a gap in words, or the events of one date."""

    gap: str
    events: tuple[EventCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodBlock:
    """A part of the timeline under its heading."""

    id: str
    title: str
    summary: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Something to filter by: its value, and its words."""

    value: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What the events of a long timeline can be filtered by; `total` counts all of them."""

    topics: tuple[Choice, ...]
    names: tuple[Choice, ...]
    has_expected: bool
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineContext:
    """`ahead` is what was expected on the day of writing; `latest` is the id of the last event."""

    shell: Shell
    summary: str
    latest: str
    downloads: Mapping[str, Link]
    strip: Drawing | None
    filters: Filters | None
    periods: tuple[PeriodBlock, ...]
    written: Day
    updated: Day | None
    as_of: Day
    ahead: tuple[PeriodBlock, ...]
    calendar: Link | None
    since: tuple[PeriodBlock, ...]


def plan_timeline(edition: Edition) -> Page:
    """The page of the timeline; a briefing without events has none."""
    here = edition.here("timeline")
    return Page(path=here.path, template="timeline.html.j2", context=timeline(edition, here))


def timeline(edition: Edition, here: Here) -> TimelineContext:
    """The timeline for any page that holds it, with links from `here`."""
    briefing = edition.briefing
    front, today = briefing.front, edition.today
    ordered = edition.events
    past = tuple(event for event in ordered if has_come(event, front.published))
    later = tuple(event for event in ordered if event not in past)
    ahead = tuple(event for event in later if event.expected)
    since = tuple(event for event in later if not event.expected)
    periods = _blocks(past, edition, here)
    below = _continue(periods, _blocks(ahead, edition, here))
    summary = summarise(past, ahead, since, edition)
    return TimelineContext(
        shell=briefing_shell(edition, here, title="Timeline", description=summary),
        summary=summary,
        latest=past[-1].id if past else "",
        downloads=downloads(edition, here, "timeline"),
        strip=strip(edition, ordered),
        filters=filters(ordered, edition),
        periods=periods,
        written=show_day(front.published),
        updated=show_day(front.updated) if front.updated else None,
        as_of=show_day(today),
        ahead=below,
        calendar=calendar_link(edition, here),
        since=_continue((*periods, *below), _blocks(since, edition, here)),
    )


def _blocks(events: Sequence[Event], edition: Edition, here: Here) -> tuple[PeriodBlock, ...]:
    found = stretches(events, edition.briefing.periods, edition.dates)
    return tuple(_block(one, edition, here) for one in found)


def _block(stretch: Stretch, edition: Edition, here: Here) -> PeriodBlock:
    entries = tuple(
        Entry(gap=one.words, events=())
        if isinstance(one, Gap)
        else Entry(gap="", events=_cards(one.events, edition, here))
        for one in stretch.entries
    )
    return PeriodBlock(id=stretch.id, title=stretch.title, summary=stretch.summary, entries=entries)


def _continue(
    above: Sequence[PeriodBlock], below: Sequence[PeriodBlock]
) -> tuple[PeriodBlock, ...]:
    """What stands below the rule; a period that began above it is not headed a second time."""
    headed = {block.id for block in above}
    return tuple(
        replace(block, id="", title="", summary="") if block.id in headed else block
        for block in below
    )


def _cards(events: Sequence[Event], edition: Edition, here: Here) -> tuple[EventCard, ...]:
    return tuple(event_card(event, edition, here) for event in events)


def strip(edition: Edition, events: Sequence[Event]) -> Drawing | None:
    """All dated events to scale; what has no outcome yet is drawn as expected."""
    today = edition.today
    marks = tuple(
        StripMark(
            date=when,
            key=event.weight is Weight.KEY,
            expected=bool(event.expected) and edition.statuses[event.id].outcome is None,
        )
        for event in events
        if (when := edition.dates[event.id])
    )
    return draw_strip(marks, written=edition.briefing.front.published, today=today)


MANY_EVENTS: Final = 12


def filters(events: Sequence[Event], edition: Edition) -> Filters | None:
    """Topics as they come and names by how often; none where there are few events."""
    if len(events) < MANY_EVENTS:
        return None
    topics = dict.fromkeys(event.topic for event in events if event.topic)
    names = Counter(one for event in events for one in event.who)
    return Filters(
        topics=tuple(Choice(value=topic, words=topic) for topic in topics),
        names=tuple(
            Choice(value=one, words=edition.briefing.name_of(one)) for one, _ in names.most_common()
        ),
        has_expected=any(event.expected for event in events),
        total=len(events),
    )


def summarise(
    past: Sequence[Event], ahead: Sequence[Event], since: Sequence[Event], edition: Edition
) -> str:
    """What the timeline holds, in a sentence or two: "12 events from 2003 to …, and 4 expected"."""
    written = show_day(edition.briefing.front.published).words
    lines = []
    if past:
        first, last = (_when(one, edition) for one in (past[0], past[-1]))
        reach = f"from {first} to {last}" if first != last else f"of {last}"
        lines.append(f"{count_of(len(past), 'event')} {reach}")
    if ahead:
        furthest = _when(ahead[-1], edition)
        lines.append(f"{len(ahead)} that lay ahead on {written}, as far as {furthest}")
    if since:
        lines.append(f"{len(since)} since then")
    return f"{'; '.join(lines)}."


def _when(event: Event, edition: Edition) -> str:
    """The start of the sentence's reach, without "since" or "by" before it."""
    status = edition.statuses[event.id]
    if status.date is None:
        return status.shown
    words = show_date(status.date)
    for open_end in ("since ", "by the end of ", "by "):
        words = words.removeprefix(open_end)
    return words
