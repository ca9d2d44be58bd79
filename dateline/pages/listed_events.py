"""The events of a briefing in short, for the pages across briefings, and the place of each in time."""

from datetime import date
from typing import Final, NamedTuple

from dateline.facts.date_phrases import date_heading
from dateline.facts.dates import Date, known_date, sort_key
from dateline.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedExpectation:
    """What has become of something expected: `lead` says it with its date, and `follows` the rest.

    `details` are the announcements that these do not have. `windows` are all that were announced, in EDTF;
    `due` is the place in time of the newest, and `ends` its last day, None where it is open. `known` is
    the day from which its outcome was known. `said` is the day of the newest announcement.
    """

    phase: str
    lead: str
    follows: str
    details: tuple[str, ...]
    windows: tuple[str, ...]
    due: int
    ends: date | None
    known: date | None
    said: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedEvent:
    """`date` is in EDTF, empty where it is unknown; `when` is what else is said than its words.

    `place` is the event's in time, `time` a time of day, `claimed` who says so where it is their claim, and
    `where` the names of its places, a line for each: thousands of briefings share few such texts.
    """

    id: str
    title: str
    date: str
    place: int
    when: str = ""
    time: str = ""
    claimed: str = ""
    is_key: bool = False
    is_fact: bool = True
    has_words: bool = False
    where: str = ""
    expectation: ListedExpectation | None = None

    @property
    def unsaid_place(self) -> str:
        """Its first place, if the title does not say it."""
        place = self.where.partition("\n")[0]
        return "" if place.casefold() in self.title.casefold() else place


def date_of(event: ListedEvent) -> str:
    return event.when or date_heading(known_date(event.date))


# Places in time: a number by which events are sorted, as small as a thousand briefings need. It has the first day,
# how exact the date is, how long it lasts (longer first) and the minute of the day.

_BEFORE: Final = 4_000_000  # more days than there are before AD 1 in the years that can be written
_LENGTHS: Final = 1 << 23
_MINUTES: Final = 1 << 11
UNDATED: Final = 1 << 62


def place_of(when: Date, minute: int) -> int:
    """The place of an event in time; `minute` is 0 for one without a time of day."""
    begins, fineness, minus_ends = sort_key(when)
    length = max(-minus_ends - begins, 0)
    day = (begins + _BEFORE) * 4 + fineness
    return (day * _LENGTHS + _LENGTHS - 1 - length) * _MINUTES + minute


class CalendarPlace(NamedTuple):
    """The decade, year and month that an event is listed in; None for what its date does not say."""

    decade: int
    year: int | None = None
    month: int | None = None

    def to(self, depth: int) -> "CalendarPlace":
        """The decade that it is in, with a `depth` of 2 the year, with one of 3 the month."""
        year, month = (self.year, self.month) if depth > 1 else (None, None)
        return CalendarPlace(self.decade, year, month if depth > 2 else None)

    @property
    def depth(self) -> int:
        return 1 + (self.year is not None) + (self.month is not None)


def place_on(day: date) -> CalendarPlace:
    return CalendarPlace(day.year - day.year % 10, day.year, day.month)


# Beyond every decade: where what has no place in the calendar of `datetime` is listed.
BEFORE_CHRIST: Final = CalendarPlace(-10)
DATE_UNKNOWN: Final = CalendarPlace(10_000)


def calendar_place(place: int) -> CalendarPlace:
    if place == UNDATED:
        return DATE_UNKNOWN
    day, fineness = divmod(place // _MINUTES // _LENGTHS, 4)
    begins = day - _BEFORE
    if begins < 1:
        return BEFORE_CHRIST
    first = date.fromordinal(begins)
    decade = first.year - first.year % 10
    if fineness == 0:
        return CalendarPlace(decade)
    return CalendarPlace(decade, first.year, first.month if fineness > 1 else None)
