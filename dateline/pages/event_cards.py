"""An event as a card: on the timeline, in the brief, on its own page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.facts.chronology import moment
from dateline.facts.dates import Date, html_datetime, show_date, weekday_name
from dateline.facts.expectations import state_of
from dateline.facts.records import Event
from dateline.pages.standing import Standing, name_links, name_of, standing_of

if TYPE_CHECKING:
    from datetime import date

    from dateline.facts.briefing import Briefing
    from dateline.pages.edition import Edition
    from dateline.pages.shell import Link


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
    """An event: `date` in words, `datetime` where HTML can say it, `weekday` where it is a day.

    `date_note` says where the date comes from or why it is uncertain.
    """

    id: str
    title: str
    date: str
    datetime: str
    weekday: str
    time: str
    date_note: str
    summary: str
    weight: str
    topic: str
    state: StateLines | None
    who: tuple[Link, ...]
    where: tuple[Link, ...]
    standing: Standing


def event_card(event: Event, edition: Edition, *, page: str) -> EventCard:
    """An event as it stands on the edition's day, with links relative to `page`."""
    briefing = edition.briefing
    date = moment(event, edition.today)
    return EventCard(
        id=event.id,
        title=event.title,
        date=show_moment(event, briefing, edition.today),
        datetime=(html_datetime(date) or "") if date else "",
        weekday=_weekday(date),
        time=event.time or "",
        date_note=event.date_from or "",
        summary=event.summary or "",
        weight=event.weight.value,
        topic=event.topic or "",
        state=state_lines(event, edition),
        who=name_links(event.who, edition, page=page),
        where=name_links(event.place, edition, page=page),
        standing=standing_of(event, edition, page=page),
    )


def show_moment(event: Event, briefing: Briefing, today: date) -> str:
    """The date that an event stands at, in words; the event that it follows where there is none."""
    when = moment(event, today)
    if when is not None:
        return show_date(when, reason=event.uncertain or "")
    if event.after is None:
        return "Date not known"
    before = briefing.fact_by_id[event.after]
    title = before.title if isinstance(before, Event) else event.after
    return f"Date not known, after “{title}”"


def _weekday(date: Date | None) -> str:
    if date is None or date.kind != "point" or date.approximate or date.start is None:
        return ""
    return weekday_name(date.start) or ""


def state_lines(event: Event, edition: Edition) -> StateLines | None:
    """What became of an expected event, by the edition's day."""
    state = state_of(event, edition.today, lambda one: name_of(one, edition))
    if state is None:
        return None
    return StateLines(phase=state.phase.value, words=state.words, details=state.details)
