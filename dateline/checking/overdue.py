"""The editor hears of it when the time is up for something that was announced."""

from collections.abc import Iterator
from datetime import date

from dateline.facts.briefing import Briefing
from dateline.facts.dates import show_date
from dateline.facts.expectations import Phase, known_expectations, state_of
from dateline.problems import Problem, Rule


def check_overdue(briefing: Briefing, today: date) -> Iterator[Problem]:
    """An expected event whose window is over has an outcome."""
    for event in briefing.events:
        state = state_of(event, today, lambda fact_id: fact_id)
        if state and state.phase is Phase.PASSED:
            latest = known_expectations(event, today)[-1]
            yield Problem(
                position=latest.origin.of("window"),
                rule=Rule.EXPECTATION_PASSED,
                found=f"‘{event.id}’ was expected {show_date(latest.window)}, and no outcome is recorded",
                fix="find out what became of it and write `outcome:`; "
                "`outcome_checked:` tells readers when you last looked",
            )
