"""The dates of publication and of changes since are in order, and none is in the future."""

from collections.abc import Iterator
from datetime import date, datetime, time, tzinfo
from typing import Final

from dateline.facts.briefing import Briefing
from dateline.facts.dates import day_words, first_day, moment_words, show_date
from dateline.facts.records import FrontMatter, Outcome, Revision
from dateline.facts.times import read_time
from dateline.problems import Position, Problem, Rule


def check_changes(
    briefing: Briefing, today: date, clock: datetime | None = None
) -> Iterator[Problem]:
    """The dates of publication, corrections, removals, additions, outcomes and revisions, and `updated`."""
    yield from check_updated(briefing)
    yield from _check_publish(briefing)
    published = briefing.front.published
    yield from _check_ahead(briefing.front, today, clock)
    for what, day, position, fix in _own_changes(briefing):
        if day < published:
            found = f"{what} is dated {day_words(day)}, before the article was published on {day_words(published)}"
            yield Problem(position, Rule.CHANGE_ORDER, found, fix)
        yield from check_future(what, day, position, today)
    for event in briefing.events:
        if event.outcome:
            yield from check_recorded(f"the outcome of ‘{event.id}’", event.outcome, today)
    for figure in briefing.figures:
        for number, revision in enumerate(figure.revised, start=1):
            yield from check_recorded(f"revision {number} of ‘{figure.id}’", revision, today)


def _check_ahead(front: FrontMatter, today: date, clock: datetime | None) -> Iterator[Problem]:
    """The article has a day to come: wrong by the clock, and right where only an earlier day was asked for."""
    hold = f"to hold the article back, add `publish: {front.published} 06:00`, or `draft: true`"
    says = {
        "published": ("the article is dated", f"write the day of publication; {hold}"),
        "updated": ("`updated` is", "write the day on which the article was changed"),
    }
    for name, day in _own_days(front).items():
        is_ahead = clock < _begins(day, front, clock.tzinfo) if clock else day > today
        is_asked = clock is not None and clock.date() != today
        if day > today if is_asked else is_ahead:
            said, fix = says[name]
            rule = Rule.PUBLISHED_AHEAD if is_ahead and not front.draft else Rule.CHANGE_AHEAD
            found = f"{said} {day_words(day)}, which is in the future"
            fix += "; `timezone:` in site.yaml decides what day is today"
            yield Problem(front.origin.of(name), rule, found, fix)


def _own_days(front: FrontMatter) -> dict[str, date]:
    days = {"published": front.published, "updated": front.updated}
    return {name: day for name, day in days.items() if day}


def _begins(day: date, front: FrontMatter, zone: tzinfo | None) -> datetime:
    """When the day begins where the article is dated: in the zone of its time, or else that of the site."""
    return datetime.combine(day, time(), read_time(front.published_time or "").zone or zone)


def day_ahead(front: FrontMatter, clock: datetime) -> datetime | None:
    """The moment at which the next day begins that the article has for one to come."""
    begun = (_begins(day, front, clock.tzinfo) for day in _own_days(front).values())
    return min((moment for moment in begun if clock < moment), default=None)


def _check_publish(briefing: Briefing) -> Iterator[Problem]:
    front = briefing.front
    if front.publish and front.publish.date() != front.published:
        found = (
            f"the article is held back until {moment_words(front.publish)},"
            f" and is dated {day_words(front.published)}"
        )
        fix = "write the same day as `published:`, from which “Wednesday” and “last month” are read"
        yield Problem(front.origin.of("publish"), Rule.CHANGE_ORDER, found, fix)


def change_turns(briefing: Briefing) -> Iterator[date]:
    """The days on which these checks may have another result: what is dated so is no longer ahead."""
    yield from _own_days(briefing.front).values()
    yield from (day for _, day, *_ in _own_changes(briefing))
    recorded = [event.outcome.recorded for event in briefing.events if event.outcome]
    recorded += [revision.recorded for figure in briefing.figures for revision in figure.revised]
    yield from filter(None, recorded)


_CORRECTED: Final = "write the date on which it was corrected; if that was before publication, remove the correction"
_ADDED: Final = (
    "write the day on which it was added; if readers had it from the start, remove `added:`"
)


def _own_changes(briefing: Briefing) -> Iterator[tuple[str, date, Position, str]]:
    """What we corrected, removed and added: what a message calls each, its date, where that is, what to do."""
    owners = [(briefing.front.corrections, "the article")]
    owners += [(fact.corrections, f"‘{fact.id}’") for fact in briefing.facts]
    for corrections, owner in owners:
        for number, correction in enumerate(corrections, start=1):
            what = f"correction {number} of {owner}"
            yield what, correction.on, correction.origin.of("on"), _CORRECTED
    for removal in briefing.removed:
        what = f"the removal of ‘{removal.id}’"
        yield what, removal.on, removal.origin.of("on"), _CORRECTED
    for fact in briefing.facts:
        if fact.added:
            yield f"the addition of ‘{fact.id}’", fact.added, fact.origin.of("added"), _ADDED


def check_updated(briefing: Briefing) -> Iterator[Problem]:
    front = briefing.front
    latest = max(filter(None, [front.published, briefing.corrected]))
    if front.updated and front.updated < latest:
        what = "published" if latest == front.published else "last corrected"
        found = f"`updated` is {day_words(front.updated)}, before the article was {what} on {day_words(latest)}"
        fix = f"write {latest} or a later date, or remove `updated:`"
        yield Problem(front.origin.of("updated"), Rule.CHANGE_ORDER, found, fix)


def check_future(what: str, day: date, position: Position, today: date) -> Iterator[Problem]:
    if day > today:
        found = f"{what} is dated {day_words(day)}, which is in the future"
        fix = "write the date on which it was entered; `timezone:` in site.yaml decides what day is today"
        yield Problem(position, Rule.CHANGE_AHEAD, found, fix)


def check_recorded(what: str, change: Outcome | Revision, today: date) -> Iterator[Problem]:
    """There is a date of recording, not in the future, not before the date of what it records."""
    if change.recorded is None:
        found = f"{what} has no `recorded:`, so it is not listed as a change"
        fix = "write `recorded:` with the date on which you added the outcome"
        yield Problem(change.origin.position, Rule.CHANGE_UNRECORDED, found, fix)
        return
    position = change.origin.of("recorded")
    yield from check_future(what, change.recorded, position, today)
    begins = first_day(change.date) if change.date else None
    if change.date and begins and change.recorded < begins:
        found = f"{what} was recorded on {day_words(change.recorded)}, before its date, {show_date(change.date)}"
        fix = "correct `recorded:` or the date"
        yield Problem(position, Rule.CHANGE_ORDER, found, fix)
