"""None of the rules of the grammar is left out."""

import inspect

from dateline.language.en import calendar_dates, dates, relative_dates, widening
from dateline.language.en.widening import Widening


def test_every_rule_for_dates_is_applied_once() -> None:
    written = sum(
        inspect.getsource(module).count("\n@date_rule(")
        for module in (relative_dates, calendar_dates)
    )
    assert len({id(rule) for rule in dates.RULES}) == len(dates.RULES) == written > 30


def test_every_widening_is_applied_once() -> None:
    written = [value for value in vars(widening).values() if isinstance(value, Widening)]
    assert sorted(map(id, widening.WIDENINGS)) == sorted(map(id, written))
