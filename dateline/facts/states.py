"""The words for what became of an expected event, as of a day: one state for each event, in sentences."""

import datetime as dt
from collections.abc import Callable
from typing import Final, Literal

from dateline.facts.date_phrases import (
    date_heading,
    when_words,
    window_heading,
    window_words,
)
from dateline.facts.dates import CivilDate, Date, contains, day_words, first_day, last_day
from dateline.facts.expectations import (
    Phase,
    known_expectations,
    known_outcome,
    last_look,
    moment,
    phase_of,
    time_of,
)
from dateline.facts.phrasing import after_colon, capitalise
from dateline.facts.records import Event, Expectation, Outcome
from dateline.frozen import dataclass
from dateline.words import _, deferred, ngettext, spoken

NameOf = Callable[[str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """The words for an event's state: all of them; or `lead`, without a time of day, and what `follows` it.

    `details` are the announcements that `words` do not have.
    """

    phase: Phase
    words: str
    lead: str
    follows: str
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """What is true of an event on a day.

    `date` is its `moment`, and `time` the time of day that goes with it, or empty. `shown` is the date in
    words, and `when` the same with what is to be said of it: "Due by the end of 2026". `more` is what the
    state says besides. `is_fact` is whether it happened then. `announced` and `outcome` are what was known by
    that day; `state` is None where the event was never expected.
    """

    date: Date | None
    time: str
    shown: str
    when: str
    more: str
    is_fact: bool
    announced: tuple[Expectation, ...]
    outcome: Outcome | None
    state: State | None

    @property
    def is_open(self) -> bool:
        """Whether it is still to come, or due."""
        return self.state is not None and self.state.phase in (Phase.AHEAD, Phase.DUE)


def status_of(event: Event, today: dt.date, name_of: NameOf) -> Status:
    """The status of an event on a day. `name_of` gives the name for the id of a person or an organisation."""
    announced, outcome = known_expectations(event, today), known_outcome(event, today)
    date, state = moment(event, today), state_of(event, today, name_of)
    when = _not_a_fact(event, date, state, outcome)
    shown = _shown(date, event, is_fact=not when)
    return Status(
        date=date,
        time=time_of(event, today) or "",
        shown=shown,
        when=when or shown,
        more=_more(state, when),
        is_fact=not when,
        announced=announced,
        outcome=outcome,
        state=state,
    )


def _not_a_fact(
    event: Event, date: Date | None, state: State | None, outcome: Outcome | None
) -> str:
    """What is said with the date of an event that is not, or not yet, a fact; else nothing."""
    if state is None or date is None:
        return ""
    has_happened = state.phase in (Phase.HAPPENED, Phase.CHANGED)
    if has_happened and (event.date or (outcome and outcome.date)):
        return ""
    if outcome is None or outcome.date:
        return state.lead
    return _("Was expected %(when)s", when=window_words(date))


def _more(state: State | None, when: str) -> str:
    if state is None:
        return ""
    return state.follows if state.lead == when else state.words


def _shown(date: Date | None, event: Event, *, is_fact: bool) -> str:
    if date is None:
        return _("Date unknown")
    return date_heading(date, reason=event.uncertain or "") if is_fact else window_heading(date)


def state_of(event: Event, today: dt.date, name_of: NameOf) -> State | None:
    """The state of an expected event on a day; None where it was never expected."""
    known, outcome = known_expectations(event, today), known_outcome(event, today)
    phase = phase_of(event, today)
    if phase is None:
        return None
    if outcome:
        return _with_outcome(phase, outcome, known, name_of)
    if phase is Phase.PASSED:
        return _passed(event, known, today, name_of)
    return _open(phase, known, name_of)


# No outcome yet

UNKNOWN: Final = deferred("We do not know what happened")


def _open(phase: Phase, known: tuple[Expectation, ...], name_of: NameOf) -> State:
    has_slipped = _has_slipped(known)
    said, first = known[-1] if has_slipped else known[0], _first_announced(known)
    window = said.window
    details = announcements(known[:-1] if has_slipped else known[1:], name_of)
    whole = _open_lead(phase, window, announced_window(said), has_slipped=has_slipped)
    return State(
        phase=phase,
        words=_sentences(whole, _said_so(said, name_of), first),
        lead=_open_lead(phase, window, window_words(window), has_slipped=has_slipped),
        follows=_stopped(_said_so(said, name_of), "" if details else first),
        details=details,
    )


def _open_lead(phase: Phase, window: Date, when: str, *, has_slipped: bool) -> str:
    if phase is Phase.DUE:
        if window.form == "since":
            return _("May have happened %(when)s", when=when)
        return _("Due %(when)s", when=when)
    if has_slipped:
        return _("Now expected %(when)s", when=when)
    return _("Expected %(when)s", when=when)


def _passed(event: Event, known: tuple[Expectation, ...], today: dt.date, name_of: NameOf) -> State:
    lead = _("Was expected %(when)s", when=window_words(known[-1].window))
    if looked := last_look(event, today):
        follows = _("We last looked on %(day)s and found nothing", day=day_words(looked))
    else:
        follows = _(UNKNOWN)
    return State(
        phase=Phase.PASSED,
        words=_stopped(lead, follows),
        lead=lead,
        follows=_stopped(follows),
        details=_announced_before(known, name_of),
    )


def _announced_before(known: tuple[Expectation, ...], name_of: NameOf) -> tuple[str, ...]:
    """The announcements of what was due; of an only one its window is said already."""
    if len(known) > 1 or known[0].time:
        return announcements(known, name_of)
    return tuple(filter(None, [_said_so(known[0], name_of)]))


def unknown_words() -> str:
    """What `follows` of something that was due, where nobody has looked what became of it."""
    return _stopped(_(UNKNOWN))


def _has_slipped(known: tuple[Expectation, ...]) -> bool:
    """Whether the newest window is not the first one."""
    return known[0].window.text != known[-1].window.text


def _first_announced(known: tuple[Expectation, ...]) -> str:
    """What a reader of the newest window should know of the first; empty where they are the same."""
    if not _has_slipped(known):
        return ""
    return _("It was first expected %(when)s", when=window_words(known[0].window))


# Announcements


def expected_words(expectation: Expectation) -> str:
    """That something was announced for a window: "Expected in September 2025"."""
    return _("Expected %(when)s", when=announced_window(expectation))


def once_due_words(expectation: Expectation) -> str:
    """The same of what has come since, or is over, or was put off."""
    return _("Was expected %(when)s", when=announced_window(expectation))


def announced_words(expectation: Expectation, name_of: NameOf) -> str:
    """The same after who said so when: "Announced by Baghdad in May 2026: expected in 2027"."""
    said = _said_so(expectation, name_of)
    if not said:
        return expected_words(expectation)
    return _("%(said)s: expected %(when)s", said=said, when=announced_window(expectation))


def announced_window(expectation: Expectation) -> str:
    """The window with the time of day that was announced: "on 11 September 2025, 9 am"."""
    window = window_words(expectation.window)
    if not expectation.time:
        return window
    return _("%(when)s, %(time)s", when=window, time=expectation.time)


def _said_so(expectation: Expectation, name_of: NameOf) -> str:
    who, when = _said(expectation, name_of)
    if who and when:
        return _("Announced by %(who)s %(when)s", who=who, when=when)
    if who:
        return _("Announced by %(who)s", who=who)
    return _("Announced %(when)s", when=when) if when else ""


def _said(expectation: Expectation, name_of: NameOf) -> tuple[str, str]:
    """Who announced it, and when; either may be empty."""
    who = name_of(expectation.said_by) if expectation.said_by else ""
    return who, when_words(expectation.said_on) if expectation.said_on else ""


def announcements(known: tuple[Expectation, ...], name_of: NameOf) -> tuple[str, ...]:
    """Each announcement in a line, as it was made."""
    return tuple(
        announced_words(expectation, name_of)
        for expectation in known
        if any(_said(expectation, name_of)) or len(known) > 1
    )


# With an outcome


def _with_outcome(
    phase: Phase, outcome: Outcome, known: tuple[Expectation, ...], name_of: NameOf
) -> State:
    lead, note = _outcome(phase, outcome, known), outcome.note or ""
    details = announcements(known, name_of)
    if phase is Phase.DISPUTED:
        # No verb, which would have to agree with a name that may be plural.
        sides = [
            _("%(who)s: %(what)s", who=name_of(side.by), what=side.says)
            for side in outcome.accounts
        ]
        words, follows = _sentences(lead, *sides, note), _stopped(*sides, note)
        return State(phase=phase, words=words, lead=lead, follows=follows, details=details)
    first = _first_announced(known) if phase is Phase.HAPPENED and outcome.date else ""
    noted = _("%(what)s: %(note)s", what=lead, note=after_colon(note)) if note else lead
    words, follows = _sentences(noted, first), _stopped(note, "" if details else first)
    return State(phase=phase, words=words, lead=lead, follows=follows, details=details)


_UNDATED: Final = {
    Phase.HAPPENED: deferred("Happened, but we do not know when"),
    Phase.CHANGED: deferred("Happened, but not as announced"),
    Phase.CANCELLED: deferred("Called off"),
    Phase.DISPUTED: deferred("Disputed"),
}
_DATED: Final = {
    Phase.CHANGED: deferred("Happened %(when)s, but not as announced"),
    Phase.CANCELLED: deferred("Called off %(when)s"),
    Phase.DISPUTED: deferred("Disputed %(when)s"),
}


def _outcome(phase: Phase, outcome: Outcome, known: tuple[Expectation, ...]) -> str:
    if outcome.date is None:
        return _(_UNDATED[phase])
    when = when_words(outcome.date)
    late = lateness(known[-1].window, outcome.date)
    if phase is Phase.CHANGED and late and late != _("on schedule"):
        return _("Happened %(when)s, %(late)s and not as announced", when=when, late=late)
    if phase is not Phase.HAPPENED:
        return _(_DATED[phase], when=when)
    if late:
        return _("Happened %(when)s, %(late)s", when=when, late=late)
    return _("Happened %(when)s, but we cannot say whether on time", when=when)


def is_on_the_day(status: Status) -> bool:
    """Whether it happened when it was last announced for, to the day or the month, and as announced."""
    outcome, state = status.outcome, status.state
    if not (outcome and outcome.date and state and state.phase is Phase.HAPPENED):
        return False
    return status.announced[-1].window.text == outcome.date.text


def verdict(status: Status) -> str:
    """What became of something expected, in the fewest words: “Called off”, “Four months late”."""
    outcome, state = status.outcome, status.state
    if outcome is None or state is None:
        return ""
    if state.phase in _VERDICTS:
        return _(_VERDICTS[state.phase])
    late = lateness(status.announced[-1].window, outcome.date) if outcome.date else ""
    return capitalise(late) if late else _("Happened")


_VERDICTS: Final = {
    Phase.CHANGED: deferred("Not as announced"),
    Phase.CANCELLED: deferred("Called off"),
    Phase.DISPUTED: deferred("Disputed"),
}


def _sentences(*parts: str) -> str:
    """One sentence without a full stop, several with theirs."""
    said = [part for part in parts if part]
    return _stopped(*said) if len(said) > 1 else "".join(said)


def _stopped(*parts: str) -> str:
    return " ".join(f"{part.rstrip('.')}." for part in parts if part)


# Early and late


_A_MONTH: Final = dt.timedelta(days=31)


def lateness(window: Date, happened: Date) -> str:
    """How far an outcome is from its window: "on schedule", "four months late", "two weeks early".

    What was to happen by some day is early a month before it.

    Empty where the dates are too coarse to tell, such as a year and one of its months.
    """
    begins, ends = first_day(happened), last_day(happened)
    opens, closes = first_day(window), last_day(window)
    if contains(window, happened):
        is_early = window.form == "until" and ends and closes and closes - ends >= _A_MONTH
        if not (is_early and happened.end and window.end):
            return _("on schedule")
        return _("%(time)s early", time=_how_long(*_distance(happened.end, window.end)))
    if begins and closes and begins > closes and window.end and happened.start:
        time = _how_long(*_distance(window.end, happened.start))
        return _("%(time)s late", time=time)
    if ends and opens and ends < opens and window.start and happened.end:
        time = _how_long(*_distance(happened.end, window.start))
        return _("%(time)s early", time=time)
    return ""


TimeUnit = Literal["day", "week", "month", "year"]


def _how_long(count: int, unit: TimeUnit) -> str:
    number = spoken().formats.in_words(count)
    match unit:
        case "day":
            return ngettext("%(number)s day", "%(number)s days", count, number=number)
        case "week":
            return ngettext("%(number)s week", "%(number)s weeks", count, number=number)
        case "month":
            return ngettext("%(number)s month", "%(number)s months", count, number=number)
        case "year":
            return ngettext("%(number)s year", "%(number)s years", count, number=number)


def _distance(earlier: CivilDate, later: CivilDate) -> tuple[int, TimeUnit]:
    """How far apart two civil dates are, in the unit that both are exact enough for."""
    fineness = min(earlier.fineness, later.fineness)
    days = (later.first_day - earlier.last_day).days
    months = (later.year - earlier.year) * 12 + (later.month or 1) - (earlier.month or 1)
    if fineness == 3 and days < 60:
        weeks, more = divmod(days, 7)
        return (days, "day") if more else (weeks, "week")
    if fineness >= 2 and months < 24:
        whole = months - (fineness == 3 and (later.day or 1) < (earlier.day or 1))
        return max(whole, 1), "month"
    return later.year - earlier.year, "year"
