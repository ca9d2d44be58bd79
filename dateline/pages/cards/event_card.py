"""An event as a card, on the timeline and in the brief."""

from typing import Literal

from dateline.facts.dates import Date, html_datetime, weekday_name
from dateline.facts.records import Event
from dateline.facts.times import show_time
from dateline.frozen import dataclass
from dateline.pages.addresses import Here
from dateline.pages.cards.event_dates import is_one_day, when_of
from dateline.pages.cards.picture_card import picture_card
from dateline.pages.cards.provenance import (
    Provenance,
    SourceLine,
    name_links,
    outcome_sources,
    provenance_of,
)
from dateline.pages.edition import Edition, date_origin
from dateline.pages.inline import Link
from dateline.pages.picture import PictureCard

Shape = Literal["exact", "span", "around", "since", "until", "undated"]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventCard:
    """`date` is in words with what is said of it, and `is_fact` whether it happened then.

    `phase` is empty for what was never expected; `more` is what its state says besides `date`, and `details`
    who announced what. `time` is a time of day, with its zone.
    """

    id: str
    title: str
    is_fact: bool
    date: str
    datetime: str
    shape: Shape
    weekday: str
    time: str
    date_note: str
    summary: str
    weight: str
    topics: tuple[str, ...]
    phase: str
    more: str
    details: tuple[str, ...]
    who: tuple[Link, ...]
    who_ids: tuple[str, ...]
    where: tuple[Link, ...]
    picture: PictureCard | None
    provenance: Provenance
    outcome_sources: tuple[SourceLine, ...]


def event_card(event: Event, edition: Edition, here: Here) -> EventCard:
    status = edition.statuses[event.id]
    date = status.date
    return EventCard(
        id=event.id,
        title=event.title,
        is_fact=status.is_fact,
        date=when_of(event, edition),
        datetime=(html_datetime(date) or "") if date else "",
        shape=shape_of(date),
        weekday=weekday_of(date),
        time=show_time(status.time),
        date_note=date_origin(event.date_from, edition.briefing) if event.date_from else "",
        summary=event.summary or "",
        weight=event.weight.value,
        topics=event.topic,
        phase=status.state.phase.value if status.state else "",
        more=status.more,
        details=status.state.details if status.state else (),
        who=name_links(event.who, edition, here),
        who_ids=event.who,
        where=name_links(event.place, edition, here),
        picture=picture_card(event.picture, edition, here, "card"),
        provenance=provenance_of(event, edition, here),
        outcome_sources=outcome_sources(event, edition, here) or (),
    )


def shape_of(date: Date | None) -> Shape:
    """A day, a longer span, a date in doubt, one with an open end, or none."""
    if date is None:
        return "undated"
    if date.form in {"since", "until"}:
        return date.form
    if date.approximate or date.uncertain:
        return "around"
    return "exact" if is_one_day(date) else "span"


def weekday_of(date: Date | None) -> str:
    if date is None or date.form != "point" or date.start is None:
        return ""
    if date.approximate or date.uncertain:
        return ""
    return weekday_name(date.start) or ""
