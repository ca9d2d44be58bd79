"""What the fields of one record require of each other, and what is overdue."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from dateline.facts.briefing import Briefing
from dateline.facts.chronology import period_of
from dateline.facts.date_phrases import window_words
from dateline.facts.dates import Date, first_day, last_day
from dateline.facts.expectations import Phase, known_expectations, phase_of
from dateline.facts.phrasing import count_of
from dateline.facts.records import Event, Figure, FigureKind
from dateline.problems import Problem, Rule


def check_consistency(briefing: Briefing, today: date) -> Iterator[Problem]:
    for event in briefing.events:
        yield from check_event_date(event)
        yield from check_overdue(event, today)
    for figure in briefing.figures:
        yield from check_made(figure)
    yield from check_brief_length(briefing)
    yield from check_headings(briefing)


def check_made(figure: Figure) -> Iterator[Problem]:
    """Readers take a number that says when it was forecast for a forecast."""
    if figure.made and figure.kind is not FigureKind.FORECAST:
        found = f"figure ‘{figure.id}’ says when it was forecast, but its kind is {figure.kind}"
        fix = "write `kind: forecast`, or `as_of:` for the time when the number is true"
        yield Problem(figure.origin.of("made"), Rule.FIGURE_MADE, found, fix)


def check_event_date(event: Event) -> Iterator[Problem]:
    if not (event.date or event.expected or event.after):
        found = f"‘{event.id}’ has no date"
        fix = "write `date:`, or `expected:` with a window, or `after:` with the id of the event before it"
        yield Problem(event.origin.position, Rule.DATE_MISSING, found, fix)
    elif event.date and event.date.uncertain and not event.uncertain:
        found = f"“{event.date.text}” is marked as uncertain, without a reason"
        fix = "add `uncertain:` with the reason in a few words"
        yield Problem(event.origin.of("date"), Rule.DATE_UNEXPLAINED, found, fix)


def check_overdue(event: Event, today: date) -> Iterator[Problem]:
    if _is_overdue(event, today) and not _was_checked_lately(event, today):
        latest = known_expectations(event, today)[-1]
        expected = window_words(latest.window)
        found = f"‘{event.id}’ was expected {expected}, and no outcome is recorded"
        fix = (
            "write `outcome:` with what happened, or `outcome_checked: {by: …, on: …}` if nothing is known:"
            f" you are asked again {QUIET.days} days later"
        )
        yield Problem(latest.origin.of("window"), Rule.EXPECTATION_PASSED, found, fix)


QUIET: Final = timedelta(days=30)
"""How long nobody is asked again after an editor has looked for an outcome, or a window without an end began."""


def _is_overdue(event: Event, today: date) -> bool:
    """Whether the window is over, or began long ago and has no end: “not before 15 March”."""
    phase = phase_of(event, today)
    window = known_expectations(event, today)[-1].window if phase is Phase.DUE else None
    begins = first_day(window) if window and last_day(window) is None else None
    return phase is Phase.PASSED or (begins is not None and today - begins > QUIET)


def _was_checked_lately(event: Event, today: date) -> bool:
    checked = event.outcome_checked
    return checked is not None and timedelta() <= today - checked.on <= QUIET


def overdue_turns(briefing: Briefing) -> Iterator[date]:
    """The days from which nobody is asked, and is asked again, after an editor has looked."""
    for event in briefing.events:
        if event.outcome_checked:
            yield event.outcome_checked.on
            yield event.outcome_checked.on + QUIET + timedelta(days=1)


def check_brief_length(briefing: Briefing) -> Iterator[Problem]:
    points = len(briefing.front.brief)
    is_read = "brief" in briefing.front.model_fields_set
    if is_read and points and not 3 <= points <= 5:
        found = f"the brief has {count_of(points, 'point')}"
        fix = "write three to five, as many as a reader can take in in half a minute"
        yield Problem(briefing.front.origin.of("brief"), Rule.BRIEF_LENGTH, found, fix)


def check_headings(briefing: Briefing) -> Iterator[Problem]:
    """A period or a group with nothing in it is on no page."""
    if not briefing.is_whole:
        return
    days = (day for event in briefing.events for day in _days_of(event))
    periods = {period.id for day in days if (period := period_of(day, briefing.periods))}
    groups = {figure.group for figure in briefing.figures}
    for period in briefing.periods:
        if period.id not in periods:
            found = f"no event is in the period ‘{period.id}’, so it is on no page"
            fix = "correct `dates:`, add an event of that time, or remove the period"
            yield Problem(period.origin.position, Rule.RECORD_EMPTY, found, fix)
    for group in briefing.groups:
        if group.id not in groups:
            found = f"no figure is in the group ‘{group.id}’, so it is on no page"
            fix = f"write `group: {group.id}` at a figure, or remove the group"
            yield Problem(group.origin.position, Rule.RECORD_EMPTY, found, fix)


def _days_of(event: Event) -> Iterator[Date]:
    """Every date at which the event may have its place, whatever day it is."""
    outcome = event.outcome.date if event.outcome else None
    windows = (expectation.window for expectation in event.expected)
    yield from (day for day in (event.date, outcome, *windows) if day)
