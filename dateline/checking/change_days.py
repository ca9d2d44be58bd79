"""What changed since publication has days that follow each other, and none still to come."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dateline.facts.briefing import Briefing
from dateline.facts.dates import day_words, first_day, show_date
from dateline.facts.records import Event, Outcome, Revision
from dateline.problems import Position, Problem, Rule


def check_changes(briefing: Briefing, today: date) -> Iterator[Problem]:
    """The days of corrections, removals, outcomes and revisions, and of `updated`."""
    yield from check_updated(briefing)
    for what, day, position in put_right(briefing):
        if day < briefing.front.published:
            yield _before_publication(what, day, position, briefing)
        yield from check_ahead(what, day, position, today)
    for event in briefing.events:
        if event.outcome:
            yield from check_outcome(event, event.outcome, today)
    for figure in briefing.figures:
        for number, one in enumerate(figure.revised, start=1):
            what = f"revision {number} of ‘{figure.id}’"
            yield from check_recorded(what, one, today)


def put_right(briefing: Briefing) -> Iterator[tuple[str, date, Position]]:
    """What we put right or took out: in words of a message, on which day, and where that stands."""
    owners = [(briefing.front.corrections, "the article")]
    owners += [(fact.corrections, f"‘{fact.id}’") for fact in briefing.facts]
    for corrections, owner in owners:
        for number, one in enumerate(corrections, start=1):
            yield f"correction {number} of {owner}", one.on, one.origin.of("on")
    for removal in briefing.removed:
        yield f"the removal of ‘{removal.id}’", removal.on, removal.origin.of("on")


def check_updated(briefing: Briefing) -> Iterator[Problem]:
    """`updated` is no earlier than publication, and than the last correction."""
    front = briefing.front
    if front.updated is None:
        return
    latest = max(filter(None, [front.published, briefing.corrected]))
    if front.updated < latest:
        after = "it was published on" if latest == front.published else "it was last corrected on"
        yield Problem(
            position=front.origin.of("updated"),
            rule=Rule.CHANGE_ORDER,
            found=f"the article was updated on {day_words(front.updated)}, and {after} {day_words(latest)}",
            fix=f"write {latest}, or take `updated:` out",
        )


def _before_publication(what: str, day: date, position: Position, briefing: Briefing) -> Problem:
    published = day_words(briefing.front.published)
    return Problem(
        position=position,
        rule=Rule.CHANGE_ORDER,
        found=f"{what} is dated {day_words(day)}, and the article was published on {published}",
        fix="write the day on which it was changed, or take it out: what nobody read needs no correction",
    )


def check_ahead(what: str, day: date, position: Position, today: date) -> Iterator[Problem]:
    """Nothing was changed on a day that is still to come."""
    if day > today:
        yield Problem(
            position=position,
            rule=Rule.CHANGE_AHEAD,
            found=f"{what} is dated {day_words(day)}, and today is {day_words(today)}",
            fix="write the day on which it was written down; `timezone:` in site.yaml says where a day begins",
        )


def check_outcome(event: Event, outcome: Outcome, today: date) -> Iterator[Problem]:
    """An outcome has the day on which it was recorded, which is none before it came about."""
    if outcome.recorded:
        yield from check_recorded(f"the outcome of ‘{event.id}’", outcome, today)
        return
    yield Problem(
        position=outcome.origin.position,
        rule=Rule.CHANGE_UNRECORDED,
        found=f"the outcome of ‘{event.id}’ does not say when it was recorded, and is not told as a change",
        fix="write `recorded:` with the day on which you wrote the outcome here",
    )


def check_recorded(what: str, change: Outcome | Revision, today: date) -> Iterator[Problem]:
    """The day of recording is not to come, and not before the thing itself."""
    if change.recorded is None:
        return
    position = change.origin.of("recorded")
    yield from check_ahead(what, change.recorded, position, today)
    begins = first_day(change.date) if change.date else None
    if change.date and begins and change.recorded < begins:
        yield Problem(
            position=position,
            rule=Rule.CHANGE_ORDER,
            found=f"{what} was recorded on {day_words(change.recorded)}, before its date, {show_date(change.date)}",
            fix="write the day on which it was written down, or mend the date",
        )
