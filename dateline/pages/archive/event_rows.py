"""An event of the archive as its pages list it: its date first, what has become of it, and who has it."""

from collections.abc import Iterator
from typing import Final

from dateline.facts.date_phrases import window_heading
from dateline.facts.dates import html_datetime, known_date
from dateline.frozen import dataclass
from dateline.pages import addresses
from dateline.pages.addresses import Here
from dateline.pages.archive.outdated import is_outdated
from dateline.pages.archive.shared_events import Listing, SharedEvent
from dateline.pages.cards.event_card import Shape, shape_of
from dateline.pages.inline import Link, text_direction
from dateline.pages.listed_events import ListedEvent, ListedExpectation, date_of
from dateline.words import _, speaking

MOST_BRIEFINGS: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingOfEvent:
    """A briefing that has the event: `words` leads to its words there, and may be empty.

    `state` is what it says of the event, where that is not what the first briefing says.
    """

    link: Link
    words: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """`date` is in words; `datetime`, `time`, `state` and `claimed` may be empty.

    `where` is its place, empty where the title says it. `fate` says how something expected came about, and when.
    `more` counts the briefings that have it and are not listed.
    """

    link: Link
    where: str
    date: str
    fate: str
    datetime: str
    shape: Shape
    time: str
    weight: str
    is_fact: bool
    phase: str
    state: str
    claimed: str
    briefings: tuple[BriefingOfEvent, ...]
    more: int
    language: str
    direction: str


def event_row(shared: SharedEvent, here: Here) -> EventRow:
    """In the language of its briefings."""
    first, summary = shared.first, shared.listings[0].summary
    when = known_date(first.date) if first.date else None
    with speaking(summary.language):
        return EventRow(
            link=Link(words=first.title, href=here.to(addresses.fact_page(summary.slug, first.id))),
            where=first.unsaid_place,
            date=date_of(first),
            fate=first.expectation.lead if first.expectation and first.is_fact else "",
            datetime=(html_datetime(when) or "") if when and first.is_fact else "",
            shape=shape_of(when),
            time=first.time,
            weight="key" if shared.is_key else "normal",
            is_fact=first.is_fact,
            phase=first.expectation.phase if first.expectation else "",
            state=_state(first),
            claimed=first.claimed,
            briefings=tuple(_briefings(shared, here)),
            more=max(len(shared.listings) - MOST_BRIEFINGS, 0),
            language=summary.language,
            direction=text_direction(summary.language),
        )


def _briefings(shared: SharedEvent, here: Here) -> Iterator[BriefingOfEvent]:
    """The first, then those that say something else, then the newest: some events are in dozens of briefings."""
    said = _says(shared.first)
    first, *others = shared.listings
    listed = (first, *sorted(others, key=lambda listing: _says(listing.event) == said))
    for listing in listed[:MOST_BRIEFINGS]:
        yield briefing_of(listing, here, best=shared.first)


def briefing_of(listing: Listing, here: Here, *, best: ListedEvent) -> BriefingOfEvent:
    event, summary = listing.event, listing.summary
    timeline = addresses.page_of(summary.slug, "timeline")
    article = addresses.page_of(summary.slug, "article")
    return BriefingOfEvent(
        link=Link(words=summary.title, href=here.to(timeline, event.id)),
        words=here.to(article, addresses.words_id(event.id)) if event.has_words else "",
        state=_difference(event, best),
    )


def _difference(event: ListedEvent, best: ListedEvent) -> str:
    """What a briefing says of an event, where the one that knows most of it says something else."""
    if event.expectation and best.expectation and is_outdated(event, best):
        return _outdated_words(event.expectation, best.expectation)
    if _says(event) == _says(best):
        return ""
    said = (event.when, _state(event)) if event.is_fact else (date_of(event), _state(event))
    return ". ".join(part.rstrip(".") for part in said if part) or date_of(event)


def _outdated_words(own: ListedExpectation, known: ListedExpectation) -> str:
    if known.known:
        return _("gives no outcome")
    if own.due == known.due:
        return ""
    window = known_date(own.windows[-1])
    return _("gives the earlier date, %(date)s", date=window_heading(window))


def _says(event: ListedEvent) -> tuple[str, str]:
    return event.when, _state(event)


def _state(event: ListedEvent) -> str:
    """What is said of it besides its date."""
    if event.expectation is None:
        return ""
    lead, follows = event.expectation.lead, event.expectation.follows
    if lead == event.when:
        return follows
    return _("%(what)s. %(more)s", what=lead, more=follows) if follows else lead
