"""The events of all briefings, each once: what several briefings have under one title and date is one event."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from dateline.frozen import dataclass
from dateline.pages.listed_events import ListedEvent
from dateline.pages.summary import Summary


class Listing(NamedTuple):
    """An event as one briefing has it."""

    event: ListedEvent
    summary: Summary


@dataclass(frozen=True, slots=True)
class SharedEvent:
    """An event in every briefing that has it: first as that which knows most of it has it, then the newest.

    Most is known by one that has the outcome; while all wait, by that with the newest announcement.
    """

    listings: tuple[Listing, ...]

    @property
    def first(self) -> ListedEvent:
        return self.listings[0].event

    @property
    def is_key(self) -> bool:
        return any(listing.event.is_key for listing in self.listings)

    @property
    def key(self) -> str:
        """What no other event of the archive has."""
        return f"{self.listings[0].summary.slug}/{self.first.id}"

    @property
    def slugs(self) -> Iterator[str]:
        return (listing.summary.slug for listing in self.listings)


def shared_events(
    newest: Sequence[Summary], is_wanted: Callable[[ListedEvent], bool] = lambda _: True
) -> list[SharedEvent]:
    """In order of time; those of one place in time by their briefings, the oldest first.

    An event is the same in another briefing if its title and one of its dates are, and if both do not name
    other places.
    """
    groups: list[list[Listing]] = []
    known: dict[tuple[str, str, str], list[list[Listing]]] = {}
    for summary in reversed(newest):
        for event in filter(is_wanted, summary.events):
            listing, title = Listing(event, summary), event.title.casefold()
            keys = [(summary.language, title, day) for day in _dates(event)]
            alike = (group for key in keys for group in known.get(key, ()))
            group = next((group for group in alike if _fits(listing, group)), None)
            if group is None:
                group = []
                groups.append(group)
            group.append(listing)
            for key in keys:
                same = known.setdefault(key, [])
                if not any(other is group for other in same):
                    same.append(group)
    found = [_in_order(group) for group in groups]
    return sorted(found, key=lambda shared: shared.first.place)


def _fits(listing: Listing, group: Sequence[Listing]) -> bool:
    """Whether it may be the same event: of another briefing, and at no other place."""
    return all(
        other.summary is not listing.summary and _may_be_at(listing.event.where, other.event.where)
        for other in group
    )


def _may_be_at(where: str, other: str) -> bool:
    """Whether two events share a place, or one of them names none."""
    if not where or not other or where == other:
        return True
    return not set(where.split("\n")).isdisjoint(other.split("\n"))


def _dates(event: ListedEvent) -> Iterable[str]:
    """Every date that a briefing gives of it, announced or come true."""
    if event.expectation is None:
        return (event.date,) if event.date else ()
    return {date for date in (event.date, *event.expectation.windows) if date}


def _in_order(oldest: Sequence[Listing]) -> SharedEvent:
    if len(oldest) == 1:
        return SharedEvent((oldest[0],))
    newest = oldest[::-1]
    return SharedEvent(tuple(sorted(newest, key=_what_is_missing)))


def _what_is_missing(listing: Listing) -> tuple[bool, int]:
    expectation = listing.event.expectation
    waits = expectation is not None and expectation.known is None
    return waits, -expectation.said.toordinal() if expectation and waits else 0


def briefings_of(events: Iterable[SharedEvent]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(slug for event in events for slug in event.slugs))
