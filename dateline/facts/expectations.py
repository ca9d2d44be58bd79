"""The status of an event on a day: its date, and what became of what was expected.

Only what was known on that day counts: a later announcement or outcome is ignored. Nothing is
concluded that the sheet does not say: once a window is over it has passed, and no more.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, assert_never

from dateline.facts.date_phrases import (
    date_heading,
    deadline_words,
    when_words,
    window_heading,
    window_words,
)
from dateline.facts.dates import CivilDate, Date, contains, day_words, first_day, last_day
from dateline.facts.phrasing import after_colon, words_of
from dateline.facts.records import Event, Expectation, Outcome, OutcomeState

NameOf = Callable[[str], str]


class Phase(StrEnum):
    AHEAD = "ahead"
    DUE = "due"
    PASSED = "passed"
    HAPPENED = "happened"
    CHANGED = "changed"
    CANCELLED = "cancelled"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """The words for an event's state: one line, then what else a reader should know of it."""

    phase: Phase
    words: str
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """What is true of an event on a day.

    `date` is its `moment`, and `time` the time of day that goes with it, or empty. `shown` is the date in
    words, and `when` the same with what is to be said of it: "Expected by the end of 2026".
    `is_fact` is whether it happened then. `announced` and `outcome` are what was known by that day;
    `state` is None where the event was never expected.
    """

    date: Date | None
    time: str
    shown: str
    when: str
    is_fact: bool
    announced: tuple[Expectation, ...]
    outcome: Outcome | None
    state: State | None


def status_of(event: Event, today: dt.date, name_of: NameOf) -> Status:
    """The status of an event on a day, which depends on nothing but these two.

    So it changes only on the first day of an announcement, of the outcome or of the newest window,
    and on the day after its last. `name_of` gives the name for the id of a person or an organisation.
    """
    announced, outcome = known_expectations(event, today), known_outcome(event, today)
    date, state = moment(event, today), state_of(event, today, name_of)
    lead = _lead(event, state, outcome)
    shown = _shown(date, event, is_fact=not lead)
    return Status(
        date=date,
        time=time_of(event, today) or "",
        shown=shown,
        when=f"{lead} {window_words(date)}" if lead and date else shown,
        is_fact=not lead,
        announced=announced,
        outcome=outcome,
        state=state,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """The days on which something is as it is: from the first to the last, each None where there is none."""

    since: dt.date | None
    until: dt.date | None


def stay_of(event: Event, today: dt.date) -> Stay:
    """The days around `today` on which the status of an event is the same."""
    days, now = sorted(_turns(event)), _standing(event, today)
    past = (day for day in reversed(days) if day <= today)
    since = (day for day in past if _standing(event, day - DAY) != now)
    until = (day - DAY for day in days if day > today and _standing(event, day) != now)
    return Stay(since=next(since, None), until=next(until, None))


DAY: Final = dt.timedelta(days=1)


def _turns(event: Event) -> set[dt.date]:
    """The days on which the status may change."""
    windows = [said.window for said in event.expected] or list(filter(None, [event.date]))
    known = [first_day(said.said_on) for said in event.expected if said.said_on]
    known.append(known_from(event.outcome) if event.outcome else None)
    known.append(event.outcome_checked.on if event.outcome_checked else None)
    begins = [_begins(window) for window in windows]
    ends = [last_day(window) for window in windows]
    over = [day + DAY for day in ends if day and day < dt.date.max]
    return {day for day in (*known, *begins, *over) if day and day > dt.date.min}


def _standing(event: Event, today: dt.date) -> tuple[object, ...]:
    """What the status of an event depends on, as of a day."""
    if not event.expected:
        begins = _begins(event.date) if event.date else None
        return (begins is None or begins <= today,)
    known, outcome = known_expectations(event, today), known_outcome(event, today)
    if outcome:
        return len(known), outcome.state
    phase = _phase(known[-1].window, today)
    return len(known), phase, phase is Phase.PASSED and _last_look(event, today)


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


def _lead(event: Event, state: State | None, outcome: Outcome | None) -> str:
    """What goes before the date of an event that is not, or not yet, a fact."""
    if state is None:
        return ""
    if outcome and outcome.date:
        return {Phase.CANCELLED: "Called off", Phase.DISPUTED: "Disputed"}.get(state.phase, "")
    if state.phase in (Phase.AHEAD, Phase.DUE):
        return "Expected"
    has_happened = state.phase in (Phase.HAPPENED, Phase.CHANGED)
    return "" if event.date and has_happened else "Was expected"


def _shown(date: Date | None, event: Event, *, is_fact: bool) -> str:
    if date is None:
        return "Date unknown"
    return date_heading(date, reason=event.uncertain or "") if is_fact else window_heading(date)


def state_of(event: Event, today: dt.date, name_of: NameOf) -> State | None:
    """The state of an expected event on a day; None where it was never expected."""
    announced = known_expectations(event, today)
    if not announced:
        return None
    outcome = known_outcome(event, today)
    if outcome is None:
        return _open(event, announced, today, name_of)
    words, details = outcome_words(outcome, announced, name_of), announcements(announced, name_of)
    return State(phase=Phase(outcome.state.value), words=words, details=details)


def known_expectations(event: Event, today: dt.date) -> tuple[Expectation, ...]:
    """What had been announced by a day, in the order of the sheet; at least the first."""
    known = tuple(said for said in event.expected if _is_known(said.said_on, today))
    return known or event.expected[:1]


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


def _is_known(date: Date | None, today: dt.date) -> bool:
    start = first_day(date) if date else None
    return start is None or start <= today


# No outcome yet


def _open(event: Event, known: tuple[Expectation, ...], today: dt.date, name_of: NameOf) -> State:
    phase = _phase(known[-1].window, today)
    if phase is Phase.PASSED:
        words, details = _passed(event, known[-1].window, today), announcements(known, name_of)
    elif _has_slipped(known):
        lead = "Due" if phase is Phase.DUE else "Now expected"
        words = _sentences(announced(lead, known[-1], name_of), _firstannounced(known))
        details = announcements(known[:-1], name_of)
    else:
        words = announced("Due" if phase is Phase.DUE else "Expected", known[0], name_of)
        details = announcements(known[1:], name_of)
    return State(phase=phase, words=words, details=details)


def _phase(window: Date, today: dt.date) -> Phase:
    """Ahead, due or passed; "by" a date is due in the unit (day, month, year) that it names."""
    end = last_day(window)
    if end is not None and today > end:
        return Phase.PASSED
    start = _begins(window)
    return Phase.AHEAD if start is not None and today < start else Phase.DUE


def _begins(window: Date) -> dt.date | None:
    return first_day(window) or (window.end.first_day if window.end else None)


def _passed(event: Event, window: Date, today: dt.date) -> str:
    due, looked = f"Was due {deadline_words(window)}", _last_look(event, today)
    if looked:
        return _sentences(due, f"We last looked on {day_words(looked)} and found nothing")
    return _sentences(due, "We do not know what happened")


def _last_look(event: Event, today: dt.date) -> dt.date | None:
    """The day on which we last looked for an outcome."""
    checked = event.outcome_checked
    return checked.on if checked and checked.on <= today else None


def _has_slipped(known: tuple[Expectation, ...]) -> bool:
    """Whether the newest window is not the first one."""
    return known[0].window.text != known[-1].window.text


def _firstannounced(known: tuple[Expectation, ...]) -> str:
    return f"It was first announced for {_named(known[0].window)}"


def _named(window: Date) -> str:
    """A window after "for", where a month or a day needs no preposition."""
    words = window_words(window)
    return words.removeprefix("on ").removeprefix("in ")


def expected_words(expectation: Expectation) -> str:
    """That something was announced for a window: "Expected in September 2025"."""
    return f"Expected {announced_window(expectation)}"


def announced_window(expectation: Expectation) -> str:
    """The window with the time of day that was announced: "on 11 September 2025, 9 am"."""
    window = window_words(expectation.window)
    return f"{window}, {expectation.time}" if expectation.time else window


def announced(lead: str, expectation: Expectation, name_of: NameOf) -> str:
    """What was announced, and who said so when: "Expected in 2027, Baghdad said in May 2026"."""
    window = f"{lead} {announced_window(expectation)}"
    who, on = _said(expectation, name_of)
    if who:
        return f"{window}, {who} said {on}".rstrip()
    return f"{window}, as announced {on}" if on else window


def _said(expectation: Expectation, name_of: NameOf) -> tuple[str, str]:
    """Who announced it, and when; either may be empty."""
    who = name_of(expectation.said_by) if expectation.said_by else ""
    return who, when_words(expectation.said_on) if expectation.said_on else ""


def announcements(known: tuple[Expectation, ...], name_of: NameOf) -> tuple[str, ...]:
    """Each announcement in a line: "Baghdad said in May 2026: in 2027"."""
    lines = []
    for expectation in known:
        who, on = _said(expectation, name_of)
        if who or on or len(known) > 1:
            said = f"{who} said" if who else "Announced"
            lines.append(f"{' '.join(filter(None, (said, on)))}: {announced_window(expectation)}")
    return tuple(lines)


# With an outcome


def outcome_words(outcome: Outcome, known: tuple[Expectation, ...], name_of: NameOf) -> str:
    on = f" {when_words(outcome.date)}" if outcome.date else ""
    match outcome.state:
        case OutcomeState.HAPPENED:
            return _happened(outcome, known)
        case OutcomeState.CHANGED:
            comma = "," if on else ""
            return _with_note(f"Happened{on}{comma} but not as announced", outcome)
        case OutcomeState.CANCELLED:
            return _with_note(f"Called off{on}", outcome)
        case OutcomeState.DISPUTED:
            # No verb, which would have to agree with a name that may be plural.
            sides = [f"{name_of(side.by)}: {side.says}" for side in outcome.accounts]
            return _sentences(f"Disputed{on}", *sides, outcome.note or "")
        case _:  # pragma: no cover
            assert_never(outcome.state)


def _happened(outcome: Outcome, known: tuple[Expectation, ...]) -> str:
    """Whether it came when it was last announced; and if that was not the first date, that too."""
    if outcome.date is None:
        return _with_note("Happened, but we do not know when", outcome)
    when, late = when_words(outcome.date), lateness(known[-1].window, outcome.date)
    happened = f"Happened {when}, {late or 'but we cannot say whether on time'}"
    first = _firstannounced(known) if _has_slipped(known) else ""
    return _sentences(_with_note(happened, outcome), first)


def _with_note(words: str, outcome: Outcome) -> str:
    return f"{words}: {after_colon(outcome.note)}" if outcome.note else words


def _sentences(*parts: str) -> str:
    """One sentence without a full stop, several with theirs."""
    said = [part for part in parts if part]
    return said[0] if len(said) == 1 else " ".join(f"{part.rstrip('.')}." for part in said)


def lateness(window: Date, happened: Date) -> str:
    """How far an outcome is from its window: "on schedule", "four months late", "two weeks early".

    Empty where the dates are too coarse to tell, such as a year and one of its months.
    """
    if contains(window, happened):
        return "on schedule"
    begins, ends = first_day(happened), last_day(happened)
    opens, closes = first_day(window), last_day(window)
    if begins and closes and begins > closes and window.end and happened.start:
        return f"{_distance(window.end, happened.start)} late"
    if ends and opens and ends < opens and window.start and happened.end:
        return f"{_distance(happened.end, window.start)} early"
    return ""


def _distance(earlier: CivilDate, later: CivilDate) -> str:
    """How far apart two civil dates are, in the unit that both are exact enough for."""
    fineness = min(earlier.fineness, later.fineness)
    days = (later.first_day - earlier.last_day).days
    months = (later.year - earlier.year) * 12 + (later.month or 1) - (earlier.month or 1)
    if fineness == 3 and days < 60:
        weeks = days // 7
        return words_of(weeks, "week") if days == 7 * weeks else words_of(days, "day")
    if fineness >= 2 and months < 24:
        whole = months - (fineness == 3 and (later.day or 1) < (earlier.day or 1))
        return words_of(max(whole, 1), "month")
    return words_of(later.year - earlier.year, "year")
