"""The date of an event in words; that of an undated one comes from the event it follows."""

from dateline.facts.dates import Date, show_date
from dateline.facts.records import Event, OutcomeState
from dateline.pages.edition import Edition
from dateline.words import _


def when_of(event: Event, edition: Edition) -> str:
    """The date with what is to be said of it: "Due in 2026", "After March 2023"."""
    return _after(event, edition) or edition.statuses[event.id].when


def when_in_line(event: Event, edition: Edition) -> str:
    """The same where nothing else is said of its state: “Was expected in December 2025, disputed”."""
    status, when = edition.statuses[event.id], when_of(event, edition)
    outcome = status.outcome
    if outcome is None or outcome.date or status.is_fact:
        return when
    match outcome.state:
        case OutcomeState.DISPUTED:
            return _("%(when)s, disputed", when=when)
        case OutcomeState.CANCELLED:
            return _("%(when)s, called off", when=when)
    return when


def _after(event: Event, edition: Edition) -> str:
    """After when an undated event was, where that is known."""
    before = edition.followed(event) if edition.dates[event.id] is None else None
    followed = edition.dates[before.id] if before else None
    if followed is None or followed.form in ("since", "until"):
        return ""
    if is_one_day(followed):
        return _("On or after %(date)s", date=show_date(followed))
    return _("After %(date)s", date=show_date(followed))


def is_one_day(date: Date) -> bool:
    return date.start == date.end and date.start is not None and bool(date.start.day)
