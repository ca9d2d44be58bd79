"""The events of a briefing as the pages across briefings list them."""

from dateline.facts.date_phrases import date_heading
from dateline.facts.dates import Date, first_day, last_day
from dateline.facts.expectations import known_from
from dateline.facts.records import Event
from dateline.facts.times import read_time, show_time
from dateline.pages.cards.event_dates import when_of
from dateline.pages.edition import Edition
from dateline.pages.listed_events import UNDATED, ListedEvent, ListedExpectation, place_of


def listed_events(edition: Edition) -> tuple[ListedEvent, ...]:
    """In the order of the timeline, which an event without a time of day keeps on its day."""
    listed: list[ListedEvent] = []
    day, minute = None, 0
    for event in edition.events:
        when = _placed_at(event, edition)
        order = read_time(edition.statuses[event.id].time).order
        before = minute if when == day else 0
        minute = max(before, order + 1) if order is not None else before
        day = when
        listed.append(_listed(event, edition, place_of(when, minute) if when else UNDATED))
    return tuple(listed)


def _placed_at(event: Event, edition: Edition) -> Date | None:
    """The date of an event, or that of the one it follows."""
    followed = edition.followed(event) if edition.dates[event.id] is None else None
    return edition.dates[followed.id if followed else event.id]


def _listed(event: Event, edition: Edition, place: int) -> ListedEvent:
    status, when = edition.statuses[event.id], when_of(event, edition)
    date = status.date
    return ListedEvent(
        id=event.id,
        title=event.title,
        date=date.text if date else "",
        place=place,
        when="" if date and when == date_heading(date) else when,
        time=show_time(status.time),
        claimed=edition.briefing.name_of(event.by) if event.by else "",
        is_key=event.weight.value == "key",
        is_fact=status.is_fact,
        has_words=bool(edition.spans.get(event.id)),
        where="\n".join(edition.briefing.name_of(place) for place in event.place),
        expectation=_expectation(event, edition),
    )


def _expectation(event: Event, edition: Edition) -> ListedExpectation | None:
    status = edition.statuses[event.id]
    state = status.state
    if state is None:
        return None
    said_on = status.announced[-1].said_on
    return ListedExpectation(
        phase=state.phase.value,
        lead=state.lead,
        follows=state.follows,
        details=state.details,
        windows=tuple(said.window.text for said in status.announced),
        due=place_of(status.announced[-1].window, 0),
        ends=last_day(status.announced[-1].window),
        known=known_from(status.outcome) if status.outcome else None,
        said=(first_day(said_on) if said_on else None) or edition.briefing.front.published,
    )
