"""An event as a card: on the timeline, in the brief, on its own page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from dateline.facts.chronology import moment
from dateline.facts.dates import Date, html_datetime, show_date, weekday_name
from dateline.facts.expectations import known_outcome, state_of
from dateline.facts.phrasing import capitalise
from dateline.facts.records import Event
from dateline.pages.addresses import Here
from dateline.pages.cards.provenance import (
    Provenance,
    name_link,
    name_links,
    provenance_of,
)
from dateline.pages.edition import Edition, date_origin
from dateline.pages.inline import Link

Shape = Literal["exact", "span", "around", "since", "until", "undated"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StateLines:
    """What became of an expected event: `phase` names the class of the card, `words` say it.

    `details` are further lines: earlier expectations, each side's word on a disputed outcome.
    """

    phase: str
    words: str
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventCard:
    """An event: `date` in words, `datetime` the same where HTML can say it.

    `forecast` stands before the date of what was not yet fact ("Expected"); `shape` tells the eye
    how exact the date is. `clock` is the weekday and the time of day; `after` the event that an
    undated one follows; `date_note` says where the date comes from.
    """

    id: str
    title: str
    forecast: str
    date: str
    datetime: str
    shape: Shape
    after: Link | None
    clock: str
    date_note: str
    summary: str
    weight: str
    topic: str
    state: StateLines | None
    who: tuple[Link, ...]
    who_ids: tuple[str, ...]
    where: tuple[Link, ...]
    provenance: Provenance


def event_card(event: Event, edition: Edition, here: Here) -> EventCard:
    """An event as it stands on the edition's day, with links from `here`."""
    date = moment(event, edition.today)
    state = state_lines(event, edition)
    return EventCard(
        id=event.id,
        title=event.title,
        forecast=forecast_of(event, edition),
        date=show_moment(event, edition),
        datetime=(html_datetime(date) or "") if date else "",
        shape=shape_of(date),
        after=name_link(event.after, edition, here) if event.after and not date else None,
        clock=", ".join(filter(None, (_weekday(date), event.time))),
        date_note=date_origin(event.date_from, edition.briefing) if event.date_from else "",
        summary=event.summary or "",
        weight=event.weight.value,
        topic=event.topic or "",
        state=state,
        who=name_links(event.who, edition, here),
        who_ids=event.who,
        where=name_links(event.place, edition, here),
        provenance=provenance_of(event, edition, here),
    )


def show_moment(event: Event, edition: Edition) -> str:
    """The date that an event stands at, in words that follow its forecast if it has one."""
    when = moment(event, edition.today)
    if when is None:
        return "Date not known"
    words = show_date(when, reason=event.uncertain or "")
    if forecast_of(event, edition):
        return words.replace("since ", "from ", 1)
    return capitalise(words)


# What was called off or is disputed stands at the day of that, where it is known.
RULED: Final = {"cancelled": "Called off", "disputed": "Disputed"}
FORECASTS: Final = {
    "ahead": "Expected",
    "due": "Expected",
    "passed": "Was expected",
    "cancelled": "Was expected",
    "disputed": "Was expected",
}


def forecast_of(event: Event, edition: Edition) -> str:
    """What stands before the date of an event that was not yet fact; empty for all others."""
    state = state_lines(event, edition)
    outcome = known_outcome(event, edition.today)
    words = RULED if outcome and outcome.date else FORECASTS
    return words.get(state.phase, "") if state else ""


def shape_of(date: Date | None) -> Shape:
    """A day, a longer span, a date in doubt, one with an open end, or none."""
    if date is None:
        return "undated"
    if date.kind in {"since", "until"}:
        return date.kind
    if date.approximate or date.uncertain:
        return "around"
    return "exact" if date.start == date.end and date.start and date.start.day else "span"


def _weekday(date: Date | None) -> str:
    if date is None or date.kind != "point" or date.approximate or date.start is None:
        return ""
    return weekday_name(date.start) or ""


def state_lines(event: Event, edition: Edition) -> StateLines | None:
    """What became of an expected event, by the edition's day."""
    state = state_of(event, edition.today, edition.briefing.name_of)
    if state is None:
        return None
    return StateLines(phase=state.phase.value, words=state.words, details=state.details)
