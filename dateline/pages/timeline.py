"""The timeline: what had happened when the article was written, and what was expected then."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from dateline.drawing.strip import StripMark, StripState, draw_strip
from dateline.drawing.svg import Drawing
from dateline.facts.chronology import stretches
from dateline.facts.dates import show_date
from dateline.facts.expectations import Phase
from dateline.facts.records import Event, Weight
from dateline.facts.states import Status, unknown_words
from dateline.frozen import dataclass
from dateline.pages.addresses import Here
from dateline.pages.cards.event_card import EventCard, event_card
from dateline.pages.cards.provenance import SourceLine, but_usual, outcome_sources, usual_sources
from dateline.pages.data.files import downloads
from dateline.pages.edition import Edition
from dateline.pages.inline import Link, ShownDay, show_day
from dateline.pages.machines.calendar import calendar_link
from dateline.pages.machines.oembed import Embed, embed_of_sheet
from dateline.pages.shell import Page, Shell, briefing_shell
from dateline.words import _, all_of, deferred_forms, ngettext


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """A place on the rail: a gap in words, or the events of one date."""

    gap: str
    events: tuple[EventCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodBlock:
    id: str
    title: str
    summary: str
    entries: tuple[TimelineEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineBlocks:
    """Before the article, and after it in one order; `as_of` is the day of the states.

    `has_expected` and `has_followed`: whether `after` has what was expected, and what was not. What many rows
    would say alone is said once: `usual` is where they come from, `has_unknown` that nothing is known of
    what was due, and `has_unsourced` that an outcome has no source.
    """

    periods: tuple[PeriodBlock, ...]
    written: ShownDay
    as_of: ShownDay | None
    after: tuple[PeriodBlock, ...]
    has_expected: bool
    has_followed: bool
    usual: tuple[SourceLine, ...]
    has_unknown: bool
    has_unsourced: bool

    @property
    def has_words(self) -> bool:
        """Whether any of the events rests on words of the article."""
        return any(
            card.provenance.evidence
            for block in (*self.periods, *self.after)
            for entry in block.entries
            for card in entry.events
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    value: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    topics: tuple[Choice, ...]
    names: tuple[Choice, ...]
    has_expected: bool
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineContext:
    """`latest` is the id of the last event that has come, also since publication.

    `is_coming` while something expected is ahead or due.
    """

    shell: Shell
    summary: str
    latest: str
    downloads: Mapping[str, Link]
    strip: Drawing | None
    filters: Filters | None
    timeline: TimelineBlocks
    is_coming: bool
    updated: ShownDay | None
    calendar: Link | None
    embed: Embed | None


def plan_timeline(edition: Edition) -> Page:
    here, summary = edition.here("timeline"), summarise(edition)
    updated = edition.updated
    context = TimelineContext(
        shell=briefing_shell(edition, here, title=_("Timeline"), description=summary),
        summary=summary,
        latest=edition.come[-1].id if edition.come else "",
        downloads=downloads(edition, here, "timeline"),
        strip=strip_of(edition),
        filters=_filters(edition),
        timeline=timeline_blocks(edition, here),
        is_coming=any(_is_open(event, edition) for event in edition.events),
        updated=show_day(updated) if updated else None,
        calendar=calendar_link(edition, here),
        embed=embed_of_sheet("timeline", edition),
    )
    return Page(path=here.path, template="timeline.html.j2", context=context)


def _is_open(event: Event, edition: Edition) -> bool:
    state = edition.statuses[event.id].state
    return state is not None and state.phase in (Phase.AHEAD, Phase.DUE)


def timeline_blocks(edition: Edition, here: Here) -> TimelineBlocks:
    usual, has_unknown = usual_sources(edition.events, edition, here), _has_many_unknown(edition)
    cards = partial(_card, edition=edition, here=here, usual=usual, has_unknown=has_unknown)
    periods = _blocks(edition.past, edition, cards)
    return TimelineBlocks(
        periods=periods,
        written=show_day(edition.briefing.front.published),
        as_of=show_day(edition.as_of) if edition.as_of else None,
        after=_continue(periods, _blocks(edition.followed_publication, edition, cards)),
        has_expected=bool(edition.ahead),
        has_followed=bool(edition.since),
        usual=usual,
        has_unknown=has_unknown,
        has_unsourced=any(
            outcome_sources(event, edition, here) == () for event in edition.followed_publication
        ),
    )


# From so many rows on it is said once for all of them.
_MANY_UNKNOWN: Final = 2


def _has_many_unknown(edition: Edition) -> bool:
    unknown = [event for event in edition.events if _is_unknown(edition.statuses[event.id])]
    return len(unknown) >= _MANY_UNKNOWN


def _is_unknown(status: Status) -> bool:
    return status.more == unknown_words()


def _card(
    event: Event, *, edition: Edition, here: Here, usual: tuple[SourceLine, ...], has_unknown: bool
) -> EventCard:
    card = event_card(event, edition, here)
    card = replace(card, provenance=but_usual(card.provenance, usual))
    if has_unknown and _is_unknown(edition.statuses[event.id]):
        card = replace(card, more="")
    return card


_Cards = Callable[[Event], EventCard]


def _blocks(events: Sequence[Event], edition: Edition, cards: _Cards) -> tuple[PeriodBlock, ...]:
    return tuple(
        PeriodBlock(
            id=stretch.id,
            title=stretch.title,
            summary=stretch.summary,
            entries=tuple(_entry(entry, cards) for entry in stretch.entries),
        )
        for stretch in stretches(events, edition.briefing.periods, edition.dates)
    )


def _entry(entry: tuple[Event, ...] | str, cards: _Cards) -> TimelineEntry:
    if isinstance(entry, str):
        return TimelineEntry(gap=entry, events=())
    return TimelineEntry(gap="", events=tuple(cards(event) for event in entry))


def _continue(
    above: Sequence[PeriodBlock], below: Sequence[PeriodBlock]
) -> tuple[PeriodBlock, ...]:
    """The blocks below a rule; a period that began above it has no second heading."""
    headed = {block.id for block in above}
    return tuple(
        replace(block, id="", title="", summary="") if block.id in headed else block
        for block in below
    )


def strip_of(edition: Edition) -> Drawing | None:
    """All dated events; what has no outcome yet is drawn as expected."""
    past = {event.id for event in edition.past}
    marks = tuple(
        StripMark(
            id=event.id,
            date=date,
            shown=edition.statuses[event.id].shown,
            when=edition.statuses[event.id].when,
            title=event.title,
            key=event.weight is Weight.KEY,
            after=event.id not in past,
            state=_strip_state(edition.statuses[event.id]),
        )
        for event in edition.events
        if (date := edition.dates[event.id])
    )
    return draw_strip(marks, has_undated=len(marks) < len(edition.events))


def _strip_state(status: Status) -> StripState:
    match status.state.phase if status.state else Phase.HAPPENED:
        case Phase.AHEAD | Phase.DUE:
            return StripState.EXPECTED
        case Phase.PASSED:
            return StripState.PASSED
        case Phase.CANCELLED:
            return StripState.CANCELLED
        case Phase.DISPUTED:
            return StripState.DISPUTED
        case _:
            return StripState.HAPPENED


MANY_EVENTS: Final = 12


def _filters(edition: Edition) -> Filters | None:
    events = edition.events
    if len(events) < MANY_EVENTS:
        return None
    topics = dict.fromkeys(topic for event in events for topic in event.topic)
    names = Counter(name for event in events for name in event.who)
    has_expected = any(event.expected for event in events)
    if len(topics) < 2 and len(names) < 2 and not has_expected:
        return None
    return Filters(
        topics=tuple(Choice(value=topic, words=topic) for topic in topics),
        names=tuple(
            Choice(value=name, words=edition.briefing.name_of(name))
            for name, _ in names.most_common()
        ),
        has_expected=has_expected,
        total=len(events),
    )


def summarise(edition: Edition) -> str:
    """What the timeline holds: "15 events since 2003, and 4 expected by September 2026."."""
    return _("%(list)s.", list=all_of(_summary_parts(edition)))


def _summary_parts(edition: Edition) -> Iterator[str]:
    past, since = edition.past, edition.since
    ahead = [event for event in edition.ahead if _is_open(event, edition)]
    over = [event for event in edition.ahead if event not in ahead]
    if past:
        yield _summary_of_past(past, edition)
    if over:
        yield _summary_of_over(over, edition, is_alone=not past)
    if ahead:
        yield _summary_of_ahead(ahead, edition, is_alone=not past and not over)
    if since:
        yield _("%(number)s since publication", number=len(since))


def _summary_of_over(over: Sequence[Event], edition: Edition, *, is_alone: bool) -> str:
    """What was expected; and by when, where nothing is known of any of it, nor when it was."""
    number = len(over)
    if any(edition.statuses[event.id].outcome for event in over):
        if not is_alone:
            return ngettext("%(number)s that was expected", "%(number)s that were expected", number)
        return ngettext(
            "%(number)s event that was expected", "%(number)s events that were expected", number
        )
    date = _when(over[-1], edition)
    if not is_alone:
        return ngettext(
            "%(number)s that was expected by %(date)s",
            "%(number)s that were expected by %(date)s",
            number,
            date=date,
        )
    return ngettext(
        "%(number)s event that was expected by %(date)s",
        "%(number)s events that were expected by %(date)s",
        number,
        date=date,
    )


def _summary_of_ahead(ahead: Sequence[Event], edition: Edition, *, is_alone: bool) -> str:
    """Until when, or from when on where one of the windows has no end."""
    number = len(ahead)
    if any(_goes_on(event, edition) for event in ahead):
        date = _when(ahead[0], edition, begins=True)
        short = _("%(number)s expected from %(date)s", number=number, date=date)
        forms = deferred_forms(
            "%(number)s expected event from %(date)s", "%(number)s expected events from %(date)s"
        )
    else:
        date = _when(ahead[-1], edition)
        short = _("%(number)s expected by %(date)s", number=number, date=date)
        forms = deferred_forms(
            "%(number)s expected event by %(date)s", "%(number)s expected events by %(date)s"
        )
    return ngettext(*forms, number, date=date) if is_alone else short


def _goes_on(event: Event, edition: Edition) -> bool:
    date = edition.statuses[event.id].date
    return date is not None and date.form == "since"


def _summary_of_past(past: Sequence[Event], edition: Edition) -> str:
    """From when to when: "since 2003" where the last was in the year of publication."""
    published = edition.briefing.front.published
    first, last = _when(past[0], edition, begins=True), _when(past[-1], edition)
    date = edition.dates[past[-1].id]
    if first == last:
        forms = deferred_forms("%(number)s event of %(last)s", "%(number)s events of %(last)s")
    elif date and date.end and date.end.year == published.year:
        forms = deferred_forms(
            "%(number)s event since %(first)s", "%(number)s events since %(first)s"
        )
    else:
        forms = deferred_forms(
            "%(number)s event from %(first)s to %(last)s",
            "%(number)s events from %(first)s to %(last)s",
        )
    return ngettext(*forms, len(past), first=first, last=last)


def _when(event: Event, edition: Edition, *, begins: bool = False) -> str:
    """One end of an event's date, to follow "since" and "up to"."""
    status = edition.statuses[event.id]
    if status.date is None:
        return status.shown
    start, end = status.date.start or status.date.end, status.date.end or status.date.start
    civil = start if begins else end
    point = replace(status.date, form="point", start=civil, end=civil, plain_end=None, choices=())
    return show_date(point)
