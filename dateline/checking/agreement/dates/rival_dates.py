"""Dates in the words of a fact that contradict its own."""

from collections.abc import Sequence

from dateline.checking.agreement.dates.fact_dates import DatedField, dates_of
from dateline.checking.agreement.dates.said_dates import allows, says
from dateline.facts.dates import (
    Date,
    known_date,
    weekday_name,
)
from dateline.facts.kinds import Kind
from dateline.language import FoundDate


def contradicting_dates(field: DatedField, other: Sequence[FoundDate]) -> list[FoundDate]:
    """The dates that contradict the fact's: none if one allows it.

    Those of another event of the briefing (“the deal of 2015”) are no contradiction.
    """
    rivals = of_no_other_event(field, other)
    return [] if any(allows(found, field.date) for found in rivals) else rivals


def of_no_other_event(field: DatedField, found: Sequence[FoundDate]) -> list[FoundDate]:
    """The dates that are not another event's, nor may be that of one that is not known yet."""
    briefing = field.words.briefing
    if briefing.lacks(Kind.EVENT):
        return []
    events = [event for event in briefing.events if event is not field.fact]
    theirs = [day for event in events for day in dates_of(event)]
    proposed = {
        text for each in briefing.undecided if each.kind is Kind.EVENT for text in each.texts
    }
    return [
        date
        for date in found
        if date.readings
        and proposed.isdisjoint(date.readings)
        and not any(says(date, day) for day in theirs)
    ]


def is_sure_rival(found: FoundDate, date: Date) -> bool:
    """Whether the words cannot mean the date: their year is certain, or their weekday another."""
    if found.kind != "weekday":
        return found.is_certain
    theirs = known_date(found.readings[0]).start
    if date.start is None or date.start.day is None or theirs is None:
        return False
    return weekday_name(theirs) != weekday_name(date.start)
