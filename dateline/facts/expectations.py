"""The status of an event on a day: its date, and what became of what was expected.

Only what was known on that day counts: a later announcement or outcome is ignored. Nothing is
concluded that the sheet does not say: once a window is over it has passed, and no more.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, assert_never

from dateline.facts.dates import (
    CivilDate,
    Date,
    contains,
    day_words,
    first_day,
    last_day,
    show_date,
)
from dateline.facts.phrasing import capitalise, count_of
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

    `date` is its `moment`, `time` the time of day that goes with it or empty, and `shown` the date in
    words; `forecast` goes before them while the event is not yet a fact ("Expected", "Was
    expected"), and is empty for all others. `announced` and
    `outcome` are what was known by that day; `state` is None where the event was never expected.
    """

    date: Date | None
    time: str
    shown: str
    forecast: str
    announced: tuple[Expectation, ...]
    outcome: Outcome | None
    state: State | None

    @property
    def when(self) -> str:
        """The date with its forecast: "Expected by the end of 2026"."""
        return f"{self.forecast} {self.shown}".strip()


def status_of(event: Event, today: dt.date, name_of: NameOf) -> Status:
    """The status of an event on a day, which depends on nothing but these two.

    So it changes only on the first day of an announcement, of the outcome or of the newest window,
    and on the day after its last. `name_of` gives the name for the id of a person or an organisation.
    """
    announced, outcome = known_expectations(event, today), known_outcome(event, today)
    date, state = moment(event, today), state_of(event, today, name_of)
    forecast = _forecast(state, outcome)
    shown = _shown(date, event, follows=bool(forecast))
    return Status(
        date=date,
        time=time_of(event, today) or "",
        shown=shown,
        forecast=forecast,
        announced=announced,
        outcome=outcome,
        state=state,
    )


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


# An event that was called off or is disputed has the date of that, where it is known.
_RULED: Final = {Phase.CANCELLED: "Called off", Phase.DISPUTED: "Disputed"}
_FORECASTS: Final = {
    Phase.AHEAD: "Expected",
    Phase.DUE: "Expected",
    Phase.PASSED: "Was expected",
    Phase.CANCELLED: "Was expected",
    Phase.DISPUTED: "Was expected",
}


def _forecast(state: State | None, outcome: Outcome | None) -> str:
    words = _RULED if outcome and outcome.date else _FORECASTS
    return words.get(state.phase, "") if state else ""


def _shown(date: Date | None, event: Event, *, follows: bool) -> str:
    if date is None:
        return "Date not known"
    words = show_date(date, reason=event.uncertain or "")
    return words.replace("since ", "not before ", 1) if follows else capitalise(words)


def state_of(event: Event, today: dt.date, name_of: NameOf) -> State | None:
    """The state of an expected event on a day; None where it was never expected."""
    announced = known_expectations(event, today)
    if not announced:
        return None
    outcome = known_outcome(event, today)
    if outcome is None:
        return _open(event, announced, today, name_of)
    words, details = outcome_words(outcome, announced, name_of), _announcements(announced, name_of)
    return State(phase=Phase(outcome.state.value), words=words, details=details)


def known_expectations(event: Event, today: dt.date) -> tuple[Expectation, ...]:
    """What had been announced by a day, in the order of the sheet; at least the first."""
    known = tuple(said for said in event.expected if _is_known(said.said_on, today))
    return known or event.expected[:1]


def known_outcome(event: Event, today: dt.date) -> Outcome | None:
    outcome = event.outcome
    return outcome if outcome and _is_known(outcome.date, today) else None


def _is_known(date: Date | None, today: dt.date) -> bool:
    start = first_day(date) if date else None
    return start is None or start <= today


# No outcome yet


def _open(event: Event, known: tuple[Expectation, ...], today: dt.date, name_of: NameOf) -> State:
    window = known[-1].window
    details = _announcements(known, name_of)
    phase = _phase(window, today)
    if phase is Phase.PASSED:
        checked = event.outcome_checked
        last = f"last checked {day_words(checked.on)}" if checked else "not checked since"
        words = f"Date passed. No outcome recorded ({last})"
    elif phase is Phase.DUE:
        words = _due(window)
    elif slipped := _slips(known):
        words = (
            f"Now expected {window_words(window)}; earlier: {', '.join(map(window_words, slipped))}"
        )
    else:
        said = announced_words(known[0], name_of)
        words = expected_words(known[-1]) + (f" (announced{said})" if said else "")
        details = _announcements(known[1:], name_of, verb="repeated")
    return State(phase=phase, words=words, details=details)


def _phase(window: Date, today: dt.date) -> Phase:
    """Ahead, due or passed; "by" a date is due in the unit (day, month, year) that it names."""
    end = last_day(window)
    if end is not None and today > end:
        return Phase.PASSED
    start = first_day(window) or (window.end.first_day if window.end else None)
    return Phase.AHEAD if start is not None and today < start else Phase.DUE


def _slips(known: tuple[Expectation, ...]) -> tuple[Date, ...]:
    """The earlier windows that differ from the newest, each once."""
    windows = {expectation.window.text: expectation.window for expectation in known}
    del windows[known[-1].window.text]
    return tuple(windows.values())


def expected_words(expectation: Expectation) -> str:
    """That something was announced for a window: "Expected, September 2025"."""
    comma = "" if expectation.window.form in ("since", "until") else ","
    return f"Expected{comma} {announced_window(expectation)}"


def announced_window(expectation: Expectation) -> str:
    """The window with the time of day that was announced: "11 September 2025, 9 am"."""
    window = window_words(expectation.window)
    return f"{window}, {expectation.time}" if expectation.time else window


def window_words(window: Date) -> str:
    """The words for a window; one without an end is what will not be before its start."""
    words = show_date(window)
    return words.replace("since", "not before", 1) if window.form == "since" else words


def _due(window: Date) -> str:
    unit = window.end if window.form in ("point", "until") else None
    if unit is None or window.approximate:
        return f"Due, {show_date(window).replace('since', 'from', 1)}"
    return f"Due {('this decade', 'this year', 'this month', 'today')[unit.fineness]}"


def announced_words(expectation: Expectation, name_of: NameOf) -> str:
    on = f" {show_date(expectation.said_on)}" if expectation.said_on else ""
    by = f" by {name_of(expectation.said_by)}" if expectation.said_by else ""
    return f"{on}{by}"


def _announcements(
    known: tuple[Expectation, ...], name_of: NameOf, *, verb: str = "announced"
) -> tuple[str, ...]:
    """Each window with who announced it and when: "September 2025, announced 8 September 2024"."""
    lines = []
    for expectation in known:
        said = announced_words(expectation, name_of)
        if said or len(known) > 1:
            window = announced_window(expectation)
            line = f"{window}, {verb}{said}" if said else window
            lines.append(capitalise(line))
    return tuple(lines)


# With an outcome


def outcome_words(outcome: Outcome, known: tuple[Expectation, ...], name_of: NameOf) -> str:
    on = f" {show_date(outcome.date)}" if outcome.date else ""
    note = f": {outcome.note}" if outcome.note else ""
    match outcome.state:
        case OutcomeState.HAPPENED:
            return f"Happened{on}{_punctuality(outcome.date, known)}{note}"
        case OutcomeState.CHANGED:
            return f"Happened otherwise than announced{',' if on else ''}{on}{note}"
        case OutcomeState.CANCELLED:
            return f"Called off{on}{note}"
        case OutcomeState.DISPUTED:
            # No verb, which would have to agree with a name that may be plural.
            accounts = outcome.accounts
            sides = [f"according to {name_of(side.by)}: {side.says}" for side in accounts]
            return "; ".join(filter(None, (f"Disputed{on}", *sides, outcome.note)))
        case _:  # pragma: no cover
            assert_never(outcome.state)


def _punctuality(happened: Date | None, known: tuple[Expectation, ...]) -> str:
    """Whether it came when announced, last and first: ", 4 months later than announced"."""
    if happened is None:
        return ", date not recorded"
    last = lateness(known[-1].window, happened)
    first = lateness(known[0].window, happened)
    if not _slips(known) or first == last:
        return f", {_than(last, 'announced')}"
    return f", {_than(last, 'last announced')}, {_than(first, 'first announced')}"


def _than(late: str, announced: str) -> str:
    if late == "on time":
        return f"as {announced}"
    if late == "not known":
        return f"no telling whether as {announced}"
    return f"{late} than {announced}"


def lateness(window: Date, happened: Date) -> str:
    """How far an outcome is from its window: "on time", "4 months later", "3 days earlier".

    "not known" where the dates are too coarse to tell, such as a year and one of its months.
    """
    if contains(window, happened):
        return "on time"
    begins, ends = first_day(happened), last_day(happened)
    opens, closes = first_day(window), last_day(window)
    if begins and closes and begins > closes and window.end and happened.start:
        return f"{_distance(window.end, happened.start)} later"
    if ends and opens and ends < opens and window.start and happened.end:
        return f"{_distance(happened.end, window.start)} earlier"
    return "not known"


def _distance(earlier: CivilDate, later: CivilDate) -> str:
    """How far apart two civil dates are, in the unit that both are exact enough for."""
    fineness = min(earlier.fineness, later.fineness)
    days = (later.first_day - earlier.last_day).days
    months = (later.year - earlier.year) * 12 + (later.month or 1) - (earlier.month or 1)
    if fineness == 3 and days < 60:
        return count_of(days, "day")
    if fineness >= 2 and months < 24:
        whole = months - (fineness == 3 and (later.day or 1) < (earlier.day or 1))
        return count_of(max(whole, 1), "month")
    return count_of(later.year - earlier.year, "year")
