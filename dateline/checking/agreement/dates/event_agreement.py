"""Whether the dates, windows and times of an event are in its words."""

from collections.abc import Iterator

from dateline.checking.agreement.dates.date_agreement import check_date
from dateline.checking.agreement.dates.saying_days import check_saying_day
from dateline.checking.agreement.dates.time_agreement import check_time
from dateline.checking.basis.fact_words import FactWords
from dateline.facts.records import Event
from dateline.problems import Problem


def check_event_dates(event: Event, words: FactWords) -> Iterator[Problem]:
    """The date and the windows of an event are in its words, except where a later source gave one."""
    yield from check_date(event, ("date",), event.date, words)
    yield from check_time(event, ("time",), event.date, event.time, words)
    for number, expected in enumerate(event.expected):
        if not expected.source:
            yield from check_date(event, ("expected", number, "window"), expected.window, words)
            at = ("expected", number, "said_on")
            yield from check_saying_day(event, at, expected.said_on, words)
            yield from check_time(
                event, ("expected", number, "time"), expected.window, expected.time, words
            )
