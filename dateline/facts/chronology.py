"""The order of events, the headings over them, and the silences between them."""

import datetime as dt
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, takewhile
from statistics import median
from typing import Final, NamedTuple

from dateline.facts.dates import (
    CivilDate,
    Date,
    contains,
    first_day,
    html_datetime,
    is_before_christ,
    last_day,
    show_civil,
    sort_key,
    year_words,
)
from dateline.facts.expectations import known_outcome, moment
from dateline.facts.records import Event, Period
from dateline.facts.times import TimeOfDay, read_time
from dateline.frozen import dataclass
from dateline.words import _, en, spoken

# The date at which each event has its place in time, by its id; None where that is not known.
Dates = Mapping[str, Date | None]


def middle_day(date: Date) -> dt.date | None:
    """The day at which a drawing sets its point; None where an end is open or before AD 1."""
    if is_before_christ(date):
        return None
    first, last = first_day(date), last_day(date)
    return first + (last - first) / 2 if first and last else None


def order_events(
    events: Iterable[Event], dates: Dates, times: Mapping[str, str]
) -> tuple[Event, ...]:
    """Events by date and time; an undated one, with its followers, comes after the event it follows.

    So does one of the same date as that event if it has no time of day, or one that is only a part of the
    day and would come before (“evening” after 19:30). Several that follow the same
    event keep the order of the sheet, as do those of a date without a time of day, which come first, but
    for what was in the small hours; those without any date are last. `times` are in words.
    """
    listed = tuple(events)
    dated: list[tuple[Date, Event]] = []
    followers: dict[str | None, list[Event]] = {}
    for event in listed:
        when = dates[event.id]
        if when and not _follows_on_its_day(event, when, dates, times):
            dated.append((when, event))
        else:
            followers.setdefault(event.after, []).append(event)
    ordered: list[Event] = []
    dated.sort(key=lambda pair: sort_key(pair[0]))
    waiting = [
        event
        for _, same_date in groupby(dated, key=lambda pair: sort_key(pair[0]))
        for event in _in_order_of_day(same_date, times)
    ][::-1]
    while waiting:
        event = waiting.pop()
        ordered.append(event)
        waiting += reversed(followers.pop(event.id, ()))
    # What is left follows itself in a ring, or an event that is not there.
    left = {event.id for followed in followers.values() for event in followed}
    return (*ordered, *(event for event in listed if event.id in left))


def _follows_on_its_day(event: Event, when: Date, dates: Dates, times: Mapping[str, str]) -> bool:
    """Whether only `after` says where the event is in its day."""
    followed = dates.get(event.after) if event.after else None
    if followed is None or event.after is None or sort_key(followed) != sort_key(when):
        return False
    own, other = (read_time(times.get(fact_id, "")) for fact_id in (event.id, event.after))
    is_before = own.order is not None and other.order is not None and own.order <= other.order
    return own.order is None or (own.minute is None and is_before)


# What has no time of day is hardly before this: 6:00, in minutes.
_MORNING: Final = 6 * 60


def _in_order_of_day(dated: Iterable[tuple[Date, Event]], times: Mapping[str, str]) -> list[Event]:
    """Events of one date by their times; zones count only where every time of the day has one."""
    pairs = [(event, read_time(times.get(event.id, "")), when) for when, event in dated]
    timed = [time for _, time, _ in pairs if time.order is not None]
    has_zones = all(time.zone for time in timed)

    def place(pair: tuple[Event, TimeOfDay, Date]) -> float:
        _, time, when = pair
        day = dt.datetime.combine(first_day(when) or dt.date.min, dt.time())
        offset = time.zone.utcoffset(day) if has_zones and time.zone else None
        return (time.order or 0) - (offset.total_seconds() / 60 if offset else 0)

    in_order = sorted((pair for pair in pairs if pair[1].order is not None), key=place)
    early = [*takewhile(lambda pair: (pair[1].order or 0) < _MORNING, in_order)]
    untimed = [pair for pair in pairs if pair[1].order is None]
    return [event for event, _, _ in (*early, *untimed, *in_order[len(early) :])]


def has_come(event: Event, published: dt.date) -> bool:
    """Whether an event had begun when the article was written; an undated one has, unless it was expected."""
    if event.expected:
        outcome = known_outcome(event, published)
        return outcome is not None and outcome.date is not None
    when = moment(event, published)
    start = (first_day(when) or last_day(when)) if when else None
    return start is None or start <= published


# Under one heading


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A part of the timeline: its title, and what is under it in order.

    An entry has the events of one day, one event whose date is not one day, or the words for a gap.
    `id` is for its address; its underscore keeps it apart from every id that an editor can write.
    """

    id: str
    title: str
    summary: str
    entries: tuple[tuple[Event, ...] | str, ...]


def stretches(
    events: Sequence[Event], periods: Sequence[Period], dates: Dates
) -> tuple[Stretch, ...]:
    """Ordered events under the editor's periods, else years, else decades; a gap opens the stretch after it."""
    silences = gaps(events, dates)
    sections: dict[_Heading, list[Event]] = {}
    for event, heading in zip(events, _headings(events, periods, dates), strict=True):
        sections.setdefault(heading, []).append(event)
    return tuple(
        Stretch(
            id=heading.id,
            title=heading.title,
            summary=heading.summary,
            entries=tuple(_entries(inside, silences, dates)),
        )
        for heading, inside in sections.items()
    )


class _Heading(NamedTuple):
    """`id` is the same in every language."""

    id: str
    title: str
    summary: str = ""


MANY_YEARS = 10


def _headings(
    events: Sequence[Event], periods: Sequence[Period], dates: Dates
) -> tuple[_Heading, ...]:
    """The heading of each event; an undated one has that of the event before it."""
    years = [_year(dates[event.id]) for event in events]
    by_decade = len({year for year in years if year is not None}) > MANY_YEARS
    headings: list[_Heading] = []
    for event, year in zip(events, years, strict=True):
        if period := period_of(dates[event.id], periods):
            heading = _Heading(f"period_{period.id}", period.title, period.summary or "")
        elif year is not None:
            heading = _decade(year) if by_decade else _Heading(_id(en.year(year)), year_words(year))
        elif headings:
            heading = headings[-1]
        else:
            heading = _Heading("in_date_not_known", _("Date unknown"))
        headings.append(heading)
    return tuple(headings)


def _decade(year: int) -> _Heading:
    return _Heading(_id(en.decade(year)), spoken().formats.decade(year))


def _id(words: str) -> str:
    return f"in_{words.lower().replace(' ', '_')}"


def _year(date: Date | None) -> int | None:
    start = (date.start or date.end) if date else None
    return start.year if start else None


def period_of(date: Date | None, periods: Sequence[Period]) -> Period | None:
    """The first of the editor's periods that contains the whole date, else its first day."""
    if date is None:
        return None
    for period in periods:
        if contains(period.dates, date):
            return period
    day = first_day(date) or last_day(date)
    for period in periods:
        opens, closes = first_day(period.dates) or dt.date.min, last_day(period.dates)
        if day and opens <= day <= (closes or dt.date.max):
            return period
    return None


def _entries(
    events: Sequence[Event], silences: Mapping[str, str], dates: Dates
) -> Iterable[tuple[Event, ...] | str]:
    for _day, group in groupby(events, key=lambda event: _same_day(event, dates[event.id])):
        together = tuple(group)
        if gap := silences.get(together[0].id):
            yield gap
        yield together


def _same_day(event: Event, when: Date | None) -> str:
    """What events under one heading have in common: the day, if they have one. What was expected stands alone."""
    exact = html_datetime(when) if when and not event.expected else None
    return exact if exact and len(exact) == len("2024-09-11") else f"id:{event.id}"


# Gaps

HALF_A_YEAR = 183


def gaps(events: Sequence[Event], dates: Dates) -> dict[str, str]:
    """Gaps in words, by the id of the event that ends each: over six months and four times the median.

    None is measured from before AD 1, and there is none after something began that still goes on.
    """
    dated = [(event, when) for event in events if (when := dates[event.id])]
    lasting = {event.id for event, when in dated if when.form == "since" and not event.expected}
    return gaps_between([(event.id, when) for event, when in dated], lasting)


def gaps_between(dated: Iterable[tuple[str, Date]], lasting: Container[str] = ()) -> dict[str, str]:
    """The same for dates in order, each with an id; none is after one of the `lasting`."""
    steps: list[tuple[str, CivilDate, CivilDate, bool]] = []
    latest: CivilDate | None = None
    goes_on = False
    for event_id, when in dated:
        begins, ends = when.start or when.end, when.end or when.start
        if is_before_christ(when) or begins is None or ends is None:
            continue
        if latest:
            steps.append((event_id, latest, begins, goes_on))
        goes_on = goes_on or event_id in lasting
        latest = max(latest or ends, ends, key=lambda civil: civil.ends)
    lengths = [max(begins.begins - ended.ends, 0) for _, ended, begins, _ in steps]
    if not lengths:
        return {}
    least = max(HALF_A_YEAR, 4 * median(lengths))
    return {
        event_id: gap_words(ended, begins)
        for (event_id, ended, begins, goes_on), days in zip(steps, lengths, strict=True)
        if days > least and not goes_on
    }


def gap_words(ended: CivilDate, begins: CivilDate) -> str:
    """Between years, as "No events listed between 2003 and 2015"; between months where it is short."""
    if begins.year - ended.year > 1:
        start, end = _year_or_decade(ended), _year_or_decade(begins)
    else:
        earlier, later = (replace(civil, day=None) for civil in (ended, begins))
        start, end = spoken().formats.date_before(earlier, later), show_civil(later)
    return _("No events listed between %(start)s and %(end)s", start=start, end=end)


def _year_or_decade(civil: CivilDate) -> str:
    return show_civil(civil) if civil.decade else year_words(civil.year)
