"""What a briefing expects although another knows more of it by now, and the briefings without that.

So the pages across briefings say the same of an event on any day.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from dateline.pages.archive.shared_events import Listing, shared_events
from dateline.pages.listed_events import ListedEvent
from dateline.pages.summary import (
    CalendarEntry,
    ExpectedGroup,
    ExpectedPanel,
    Summary,
)

# By the slug of a briefing and the id of an event there: the event as the briefing has it that knows most.
Outdated: TypeAlias = Mapping[str, Mapping[str, Listing]]


def outdated_events(newest: Sequence[Summary]) -> Outdated:
    titles = _expected_twice(newest)
    found: dict[str, dict[str, Listing]] = defaultdict(dict)
    for shared in shared_events(newest, lambda event: _title(event) in titles) if titles else ():
        best, *others = shared.listings
        for other in others:
            if is_outdated(other.event, best.event):
                found[other.summary.slug][other.event.id] = best
    return found


def is_outdated(event: ListedEvent, best: ListedEvent) -> bool:
    """Whether a briefing waits for an event of which the best listing says something else."""
    own, known = event.expectation, best.expectation
    return bool(own and known and own.known is None and own.lead != known.lead)


def _expected_twice(summaries: Iterable[Summary]) -> set[str]:
    counted = Counter(
        title for summary in summaries for title in {_title(event) for event in summary.events}
    )
    counted.pop("", None)
    return {title for title, number in counted.items() if number > 1}


def _title(event: ListedEvent) -> str:
    """Of an event that is or was expected; else nothing."""
    return event.title.casefold() if event.expectation else ""


def without_outdated(
    summaries: Iterable[Summary], newest: Sequence[Summary]
) -> tuple[Summary, ...]:
    """Briefings as the front page and the calendar of the site have them; `newest` are those that readers have."""
    outdated = outdated_events(newest)
    return tuple(
        _without(summary, outdated[summary.slug]) if summary.slug in outdated else summary
        for summary in summaries
    )


def _without(summary: Summary, outdated: Mapping[str, Listing]) -> Summary:
    expected = [event for event in summary.events if event.expectation]
    titles = {event.title for event in expected if event.id in outdated}
    return replace(
        summary,
        coming=_panel_without(summary.coming, titles) if summary.coming else None,
        calendar=tuple(_kept(summary.calendar, expected, outdated)),
    )


def _kept(
    entries: Sequence[CalendarEntry],
    expected: Sequence[ListedEvent],
    outdated: Mapping[str, Listing],
) -> Iterator[CalendarEntry]:
    """Both have what a briefing ever expected, in the same order."""
    for entry, event in zip(entries, expected, strict=True):
        if event.id not in outdated:
            yield entry


def _panel_without(panel: ExpectedPanel, titles: set[str]) -> ExpectedPanel | None:
    left = (
        replace(group, events=tuple(event for event in group.events if event.title not in titles))
        for group in panel.groups
    )
    groups: tuple[ExpectedGroup, ...] = tuple(group for group in left if group.events)
    return replace(panel, groups=groups) if groups else None
