"""The order of events, the headings over them, and the silences between them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.facts.chronology import (
    gaps,
    has_come,
    middle_day,
    order_events,
    stretches,
)
from dateline.facts.dates import Date, parse_date
from dateline.facts.expectations import moment
from dateline.facts.records import Event, Period

TODAY = dt.date(2026, 11, 23)
WRITTEN = dt.date(2024, 9, 11)


def event(name: str, date: str | None = None, **fields: Any) -> Event:
    given_date = {"date": date} if date else {}
    return Event.model_validate({"id": name, "title": name.capitalize(), **given_date, **fields})


def dates_of(events: Iterable[Event]) -> dict[str, Date | None]:
    return {event.id: moment(event, TODAY) for event in events}


def order(*events: Event) -> str:
    times = {event.id: event.time or "" for event in events}
    return " ".join(event.id for event in order_events(events, dates_of(events), times))


def test_coarser_dates_stand_before_what_lies_inside_them() -> None:
    listed = [event("day", "2018-01-01"), event("month", "2018-01"), event("year", "2018")]
    assert order(*listed) == "year month day"


def test_equal_dates_keep_the_order_of_the_sheet() -> None:
    assert order(event("b", "2018"), event("a", "2018")) == "b a"


def test_events_of_a_day_are_in_the_order_of_their_times() -> None:
    listed = [
        event("late", "2018-05-01", time="evening"),
        event("second", "2018-05-01", time="2 pm"),
        event("first", "2018-05-01", time="09:05"),
        event("whole-day", "2018-05-01"),
    ]
    assert order(*listed) == "whole-day first second late"


def test_what_was_in_the_small_hours_comes_before_what_has_no_time() -> None:
    listed = [
        event("leave-homes", "2018-05-01"),
        event("hearing", "2018-05-01", time="10:00"),
        event("collision", "2018-05-01", time="04:40"),
    ]
    assert order(*listed) == "collision leave-homes hearing"


def test_zones_count_where_every_time_of_a_day_has_one() -> None:
    rome, boston = event("rome", "2018-05-01", time="14:00 CEST"), event("boston", "2018-05-01")
    at_nine = boston.model_copy(update={"time": "09:00 EDT"})
    assert order(at_nine, rome) == "rome boston"
    assert order(rome, at_nine, event("x", "2018-05-01", time="10 am")) == "boston x rome"


def test_a_day_goes_from_dawn_to_late_at_night() -> None:
    listed = [
        event("toll", "2018-05-01", time="late"),
        event("warning", "2018-05-01", time="5 p.m."),
        event("sinking", "2018-05-01", time="9:40 p.m."),
        event("found", "2018-05-01", time="early hours"),
    ]
    assert order(*listed) == "found warning sinking toll"


def test_an_event_without_a_time_comes_after_the_one_of_its_day_that_it_follows() -> None:
    vote = event("vote", "2018-05-01", time="2 pm")
    crash = event("crash", "2018-05-01", time="9 am")
    assert order(event("cheers", "2018-05-01", after="vote"), vote, crash) == "crash vote cheers"
    timed = event("cheers", "2018-05-01", after="vote", time="1 pm")
    assert order(timed, vote, crash) == "crash cheers vote"
    assert order(event("next", "2018-05-02", after="vote"), vote) == "vote next"


def test_a_part_of_the_day_comes_after_the_event_that_it_follows_only_where_it_would_come_before() -> (
    None
):
    quake = event("quake", "2018-05-01", time="7.30 pm")
    noon = event("noon", "2018-05-01", time="8 pm")
    late = event("count", "2018-05-01", after="quake", time="evening")
    assert order(late, noon, quake) == "quake count noon"
    dawn = event("quake", "2018-05-01", time="4.52am")
    assert order(late, noon, dawn) == "quake count noon"
    lunch = event("lunch", "2018-05-01", time="1pm")
    assert order(late, lunch, dawn) == "quake lunch count"


def test_breakfast_time_comes_after_the_small_hours_and_before_noon() -> None:
    count = event("count", "2018-05-01", time="by breakfast time")
    shock = event("shock", "2018-05-01", time="4.52am Asia/Kathmandu")
    noon = event("noon", "2018-05-01", time="noon")
    assert order(noon, count, shock) == "shock count noon"


def test_an_undated_event_comes_after_the_one_it_follows() -> None:
    listed = [
        event("third", after="second"),
        event("second", after="first"),
        event("also", after="first"),
        event("last", "2020"),
        event("first", "2018"),
    ]
    assert order(*listed) == "first second third also last"


def test_a_long_chain_is_put_in_order_in_one_walk(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    compared: list[object] = []

    class Asked(dict[str, Date | None]):
        def __getitem__(self, name: str) -> Date | None:
            asked.append(name)
            return super().__getitem__(name)

    def compare(event: Event, other: object) -> bool:
        compared.append(other)
        return event is other

    monkeypatch.setattr(Event, "__eq__", compare)
    listed = [event(f"e{number}", after=f"e{number + 1}") for number in range(100)]
    listed.append(event("e100", "2018"))
    ordered = order_events(listed, Asked(dates_of(listed)), {})
    assert [event.id for event in ordered] == [f"e{number}" for number in range(100, -1, -1)]
    assert (len(asked), len(compared)) == (101, 0)


def test_events_that_follow_each_other_in_a_ring_are_kept() -> None:
    assert order(event("a", after="b"), event("b", after="a"), event("c", "2018")) == "c a b"


dates = st.sampled_from(["2003", "2018", "2018-03", "2018-03-04", "../2019", "2017/..", "2016~"])


@given(st.lists(dates, max_size=8), st.randoms())
def test_no_event_is_lost_and_dated_ones_do_not_depend_on_the_sheet(
    texts: list[str], chance: Any
) -> None:
    listed = [event(f"e{index}", text) for index, text in enumerate(texts)]
    shuffled = list(listed)
    chance.shuffle(shuffled)
    found = [event.date for event in order_events(shuffled, dates_of(shuffled), {})]
    assert found == [event.date for event in order_events(listed, dates_of(listed), {})]
    assert len(found) == len(listed)


def test_an_expected_event_stands_at_its_outcome_once_there_is_one() -> None:
    slipped = event(
        "exit",
        expected=[{"window": "2025-09"}, {"window": "2026", "said_on": "2025-08"}],
        outcome={"state": "happened", "date": "2026-03-04"},
    )
    shown = [moment(slipped, dt.date(year, 10, 1)) for year in (2024, 2025, 2026)]
    assert [date.text for date in shown if date] == ["2025-09", "2026", "2026-03-04"]


def test_what_lay_ahead_differs_from_what_had_come() -> None:
    assert has_come(event("visit", "2024-09-11"), WRITTEN)
    assert has_come(event("undated", after="visit"), WRITTEN)
    assert has_come(event("by", "../2024-09-11"), WRITTEN)
    assert not has_come(event("later", "2024-09-12"), WRITTEN)
    outcome = {"state": "happened", "date": "2025-09-30"}
    assert not has_come(event("exit", expected=[{"window": "2025-09"}], outcome=outcome), WRITTEN)
    outcome = {"state": "happened", "date": "2024-05"}
    assert has_come(event("signed", expected=[{"window": "2024-05"}], outcome=outcome), WRITTEN)


def outline(events: list[Event], *periods: dict[str, str]) -> list[str]:
    """Titles, days and gaps, line by line."""
    ordered = order_events(events, dates_of(events), {})
    lines = []
    named = [Period.model_validate(period) for period in periods]
    for stretch in stretches(ordered, named, dates_of(events)):
        lines.append(f"# {stretch.title}")
        for entry in stretch.entries:
            match entry:
                case str(words):
                    lines.append(f"- {words}")
                case tuple(together):
                    lines.append(" + ".join(event.id for event in together))
    return lines


def test_events_stand_under_their_years() -> None:
    listed = [event("a", "2018-03"), event("b", "2018"), event("c", after="a"), event("d", "2019")]
    assert outline(listed) == ["# 2018", "b", "a", "c", "# 2019", "d"]


def test_many_years_make_decades() -> None:
    listed = [event(f"e{year}", str(year)) for year in range(1985, 1997)]
    titles = [line for line in outline(listed) if line.startswith("#")]
    assert titles == ["# 1980s", "# 1990s"]


def test_the_editors_periods_come_first() -> None:
    listed = [event("a", "2003"), event("b", "2015"), event("c", "2024-09")]
    period = {"id": "war", "title": "War and deal", "dates": "2003/2018"}
    lines = [line for line in outline(listed, period) if not line.startswith("-")]
    assert lines == ["# War and deal", "a", "b", "# 2024", "c"]


def test_several_events_of_one_day_stand_together() -> None:
    listed = [event("a", "2024-09-11"), event("b", "2024-09-11"), event("c", "2024-09")]
    assert outline(listed) == ["# 2024", "c", "a + b"]


def test_months_and_doubtful_days_do_not_stand_together() -> None:
    listed = [
        event("a", "2024-09"),
        event("b", "2024-09"),
        event("c", "2024-09-11?", uncertain="one report"),
        event("d", "2024-09-11?", uncertain="one report"),
    ]
    assert outline(listed) == ["# 2024", "a", "b", "c", "d"]


def test_a_silence_is_given_in_words_where_it_is_long_for_this_briefing() -> None:
    listed = [event("a", "2003"), event("b", "2015"), event("c", "2015-02"), event("d", "2015-03")]
    assert outline(listed) == [
        "# 2003",
        "a",
        "# 2015",
        "- No events listed between 2003 and 2015",
        "b",
        "c",
        "d",
    ]


def test_even_intervals_are_no_silence() -> None:
    listed = [event(f"e{year}", str(year)) for year in range(2000, 2020, 2)]
    assert gaps(listed, dates_of(listed)) == {}


def test_half_a_year_is_the_least_silence() -> None:
    near = [event("a", "2024-01-01"), event("b", "2024-01-02"), event("c", "2024-06-01")]
    near.append(event("d", "2024-06-02"))
    assert gaps(near, dates_of(near)) == {}
    far = [event("a", "2024-01-01"), event("b", "2024-01-02"), event("c", "2024-08-01")]
    far.append(event("d", "2024-08-02"))
    found = gaps(far, dates_of(far))
    assert found["c"] == "No events listed between January and August 2024"


def gap(*texts: str) -> str:
    """The gap before the last of these dates."""
    listed = [event(f"e{number}", text) for number, text in enumerate(texts)]
    return gaps(listed, dates_of(listed)).get(listed[-1].id, "")


def test_a_gap_is_between_years_or_where_it_is_short_between_months() -> None:
    near = ("2001-01", "2001-02", "2001-03", "2001-04")
    assert gap(*near, "2003-04") == "No events listed between 2001 and 2003"
    assert gap(*near, "2001-12-03") == "No events listed between April and December 2001"
    assert gap(*near, "2002-05") == "No events listed between April 2001 and May 2002"
    assert gap(*near, "2002") == "No events listed between April 2001 and 2002"


def test_a_gap_does_not_begin_or_end_within_a_decade() -> None:
    assert gap("1788", "1789", "179X", "1901") == "No events listed between the 1790s and 1901"
    assert gap("1788", "1789", "1790", "190X") == "No events listed between 1790 and the 1900s"


def test_there_is_no_gap_while_something_goes_on() -> None:
    assert gap("1900", "1901", "1902", "2015") == "No events listed between 1902 and 2015"
    assert gap("1900", "1901/..", "1902", "2015") == ""


def test_the_middle_of_a_date_needs_both_ends() -> None:
    assert middle_day(parse_date("2024-01/2024-05")) == dt.date(2024, 3, 16)
    assert middle_day(parse_date("2003/..")) is None
