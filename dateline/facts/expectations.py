"""What is known of an expected event on a day: its announcements, its outcome, and how long that holds.

Only what was known on that day counts: a later announcement or outcome is ignored. Nothing is
concluded that the sheet does not say: once a window is over it has passed, and no more.
"""

import datetime as dt
from dataclasses import replace
from enum import StrEnum

from dateline.facts.dates import Date, first_day, last_day, show_date
from dateline.facts.records import Event, Expectation, Outcome
from dateline.facts.stays import DAY, Stay


class Phase(StrEnum):
    AHEAD = "ahead"
    DUE = "due"
    PASSED = "passed"
    HAPPENED = "happened"
    CHANGED = "changed"
    CANCELLED = "cancelled"
    DISPUTED = "disputed"


def phase_of(event: Event, today: dt.date) -> Phase | None:
    """What has become of an event by a day; None where it was never expected."""
    known, outcome = known_expectations(event, today), known_outcome(event, today)
    if not known:
        return None
    return Phase(outcome.state.value) if outcome else _phase_of_window(known[-1].window, today)


def _phase_of_window(window: Date, today: dt.date) -> Phase:
    """Ahead, due or passed; "by" a date is due in the unit (day, month, year) that it names."""
    end, begins = last_day(window), _begins(window)
    if end is not None and today > end:
        return Phase.PASSED
    return Phase.AHEAD if begins is not None and today < begins else Phase.DUE


def _begins(window: Date) -> dt.date | None:
    return first_day(window) or (window.end.first_day if window.end else None)


def known_expectations(event: Event, today: dt.date) -> tuple[Expectation, ...]:
    """What had been announced by a day, in the order of the sheet; at least the first."""
    known = tuple(said for said in event.expected if _is_known(said.said_on, today))
    return tuple(_as_said(said, event) for said in known or event.expected[:1])


def _as_said(said: Expectation, event: Event) -> Expectation:
    """With a window that is as exact as the words: “by September 2025”, not by its end, if they have that."""
    if said.window.form != "until":
        return said
    bare = replace(said.window, bare=True)
    words = " ".join(" ".join(passage.words or "" for passage in event.evidence).split()).casefold()
    return said.model_copy(update={"window": bare}) if show_date(bare).casefold() in words else said


def _is_known(date: Date | None, today: dt.date) -> bool:
    start = first_day(date) if date else None
    return start is None or start <= today


def known_outcome(event: Event, today: dt.date) -> Outcome | None:
    outcome = event.outcome
    known = known_from(outcome) if outcome else None
    return outcome if known is None or known <= today else None


def known_from(outcome: Outcome) -> dt.date | None:
    """The day from which an outcome is known: its own, where that is one day, else when it was recorded."""
    first, last = (
        (first_day(outcome.date), last_day(outcome.date)) if outcome.date else (None, None)
    )
    return min(filter(None, (outcome.recorded, last))) if outcome.recorded else first


def titled(event: Event, today: dt.date) -> Event:
    """The event with the title of what came of it, where one is written and known on that day."""
    outcome = known_outcome(event, today)
    return event.model_copy(update={"title": outcome.title}) if outcome and outcome.title else event


def last_look(event: Event, today: dt.date) -> dt.date | None:
    """The day on which we last looked for an outcome."""
    checked = event.outcome_checked
    return checked.on if checked and checked.on <= today else None


def moment(event: Event, today: dt.date) -> Date | None:
    """The date of an event's outcome, its own, or the newest window announced."""
    outcome = known_outcome(event, today)
    if outcome and outcome.date:
        return outcome.date
    announced = known_expectations(event, today)
    return event.date or (announced[-1].window if announced else None)


def time_of(event: Event, today: dt.date) -> str | None:
    """The time of day, in words, that belongs to the event's `moment`."""
    outcome = known_outcome(event, today)
    if outcome and outcome.date:
        return outcome.time or (event.time if event.date == outcome.date else None)
    announced = () if event.date else known_expectations(event, today)
    return (announced[-1].time if announced else None) or event.time


# How long that holds


def stay_of(event: Event, today: dt.date) -> Stay:
    """The days around `today` on which all that is known of an event is the same."""
    days, now = sorted(_turns(event)), _known(event, today)
    past = (day for day in reversed(days) if day <= today)
    since = (day for day in past if _known(event, day - DAY) != now)
    until = (day - DAY for day in days if day > today and _known(event, day) != now)
    return Stay(since=next(since, None), until=next(until, None))


def _turns(event: Event) -> set[dt.date]:
    """The days on which something may change."""
    windows = [said.window for said in event.expected] or list(filter(None, [event.date]))
    known = [first_day(said.said_on) for said in event.expected if said.said_on]
    known.append(known_from(event.outcome) if event.outcome else None)
    known.append(event.outcome_checked.on if event.outcome_checked else None)
    begins = [_begins(window) for window in windows]
    ends = [last_day(window) for window in windows]
    over = [day + DAY for day in ends if day and day < dt.date.max]
    return {day for day in (*known, *begins, *over) if day and day > dt.date.min}


def _known(event: Event, today: dt.date) -> tuple[object, ...]:
    """All that a page can say of an event on a day; of one that was never expected, whether it has come."""
    if not event.expected:
        begins = _begins(event.date) if event.date else None
        return (begins is None or begins <= today,)
    phase = phase_of(event, today)
    looked = last_look(event, today) if phase is Phase.PASSED else None
    return len(known_expectations(event, today)), phase, looked
