"""The grammar's rules are in tuples, and none that is written is missing from them."""

from dateline.language.en.dates import (
    bare_days,
    calendar_dates,
    dates,
    feasts,
    fiscal,
    months,
    relative_dates,
    same_time,
    seasons,
    vague_times,
    weekdays,
    widening,
)
from dateline.language.en.dates.atoms import DateRule
from dateline.language.en.dates.widening import Widening


def test_every_rule_for_dates_is_applied_once() -> None:
    written = [
        rule
        for module in (
            relative_dates,
            weekdays,
            feasts,
            vague_times,
            calendar_dates,
            fiscal,
            months,
            bare_days,
            same_time,
            seasons,
        )
        for rule in vars(module).values()
        if isinstance(rule, DateRule)
    ]
    assert len(written) > 30
    assert sorted(map(id, dates.RULES)) == sorted(map(id, written))


def test_every_widening_is_applied_once() -> None:
    written = [value for value in vars(widening).values() if isinstance(value, Widening)]
    assert sorted(map(id, widening.WIDENINGS)) == sorted(map(id, written))
