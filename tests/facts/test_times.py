"""Times of day as editors write them: what they mean, and the moment that they name."""

import datetime as dt

import pytest

from dateline.facts.times import read_time, show_time

DAY = dt.date(2024, 9, 11)


@pytest.mark.parametrize(
    ("words", "minute"),
    [
        ("06:00 local time", 6 * 60),
        ("6.30 pm CET", 18 * 60 + 30),
        ("11 am", 11 * 60),
        ("12 a.m.", 0),
        ("noon", 12 * 60),
        ("9am-3pm", 9 * 60),
        ("14:30+02:00", 14 * 60 + 30),
        ("evening", None),
        ("shortly after the vote", None),
    ],
)
def test_a_clock_time_is_read(words: str, minute: int | None) -> None:
    assert read_time(words).minute == minute


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("14:30 Europe/Ljubljana", "2024-09-11T14:30:00+02:00"),
        ("14:30 CET", "2024-09-11T14:30:00+01:00"),
        ("14:30 UTC+3", "2024-09-11T14:30:00+03:00"),
        ("14:30+05:30", "2024-09-11T14:30:00+05:30"),
        ("9 am +02:00", "2024-09-11T09:00:00+02:00"),
        ("8 pm EDT", "2024-09-11T20:00:00-04:00"),
    ],
)
def test_a_zone_makes_it_a_moment(words: str, moment: str) -> None:
    assert read_time(words).on(DAY) == dt.datetime.fromisoformat(moment)


@pytest.mark.parametrize(
    "words", ["9 am IST", "9 am New York time", "06:00 local time", "9 am Nowhere/Town"]
)
def test_the_site_s_zone_is_not_that_of_a_zone_that_is_named(words: str) -> None:
    assert read_time(words).on(DAY, dt.UTC) is None
    assert read_time("9 am").on(DAY, dt.UTC) is not None


@pytest.mark.parametrize("words", ["06:00 local time", "9 am", "9 am IST", "9 am Nowhere/Town"])
def test_without_a_known_zone_there_is_no_moment(words: str) -> None:
    assert read_time(words).on(DAY) is None


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("20:15 Asia/Manila", "20:15 (Manila time)"),
        ("9 am (America/New_York)", "9 am (New York time)"),
        ("9 am America/Argentina/Buenos_Aires", "9 am (Buenos Aires time)"),
        ("14:30 CET", "14:30 CET"),
        ("9 am Nowhere/Town", "9 am Nowhere/Town"),
    ],
)
def test_readers_see_no_name_that_only_machines_give_a_zone(words: str, shown: str) -> None:
    assert show_time(words) == shown


def test_words_for_a_part_of_the_day_are_in_its_order() -> None:
    in_order = [
        "overnight",
        "in the early hours",
        "before dawn",
        "dawn",
        "early in the morning",
        "by breakfast time",
        "morning",
        "late in the morning",
        "before noon",
        "noon",
        "shortly after noon",
        "after 12.30 pm",
        "early afternoon",
        "3:30 pm",
        "teatime",
        "late on Saturday afternoon",
        "dusk",
        "evening",
        "before 9:40 p.m.",
        "9:40 p.m.",
        "shortly after 9:40 p.m.",
        "late evening",
        "night",
        "late at night",
        "shortly before midnight",
    ]
    orders = [read_time(words).order for words in in_order]
    assert None not in orders
    assert orders == sorted(orders, key=lambda order: order or 0)
    assert read_time("late").order == read_time("late on Saturday").order == 23 * 60
    assert read_time("shortly before midnight").minute is None


@pytest.mark.parametrize("words", ["after the vote", "later", "lately", "as the polls closed"])
def test_words_that_tell_no_time_have_no_place_in_the_day(words: str) -> None:
    assert read_time(words).order is None
