"""Events one below the other: under headings of their time, with the silences between them in words."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from dateline.facts.chronology import gaps_between
from dateline.facts.dates import known_date
from dateline.frozen import dataclass
from dateline.pages.addresses import Here
from dateline.pages.archive.event_rows import EventRow, event_row
from dateline.pages.archive.shared_events import SharedEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class RailEntry:
    """A place on the rail: a gap in words, or the events of one day or of one vaguer date."""

    gap: str
    events: tuple[EventRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RailBlock:
    title: str
    entries: tuple[RailEntry, ...]


def rail_blocks(
    events: Sequence[SharedEvent],
    title_of: Callable[[SharedEvent], str],
    here: Here,
) -> Iterator[RailBlock]:
    """The events, which are in order of time, under the titles that they have."""
    silences = _gaps(events)
    for title, inside in groupby(events, key=title_of):
        entries: list[RailEntry] = []
        for _day, group in groupby(inside, key=_day_of):
            together = tuple(group)
            if gap := silences.get(together[0].key):
                entries.append(RailEntry(gap=gap, events=()))
            rows = tuple(event_row(shared, here) for shared in together)
            entries.append(RailEntry(gap="", events=rows))
        yield RailBlock(title=title, entries=tuple(entries))


def _gaps(events: Sequence[SharedEvent]) -> dict[str, str]:
    dated = [shared for shared in events if shared.first.date]
    return gaps_between((shared.key, known_date(shared.first.date)) for shared in dated)


def _day_of(shared: SharedEvent) -> str:
    """What events of one day have in common, if they have one. What was expected stands alone."""
    first = shared.first
    has_day = first.date[:1].isdigit() and len(first.date) == len("2024-09-11")
    return first.date if has_day and not first.expectation else shared.key
