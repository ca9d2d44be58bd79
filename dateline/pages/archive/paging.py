"""A long list on several pages, each of which stays as it is once it is full.

Pages are counted from the oldest briefing. The head of the list has the newest ones; when it would fill two
pages, the older half becomes a page of its own, for ever.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, TypeVar

from dateline.frozen import dataclass
from dateline.pages.summary import Summary

_T = TypeVar("_T")
FULL: Final = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One page of a list, newest first, and the addresses of those beside it, empty where there is none.

    `number` is 0 at the head of the list.
    """

    path: str
    number: int
    summaries: tuple[Summary, ...]
    newer: str
    older: str


def parts_from_last(newest: Sequence[_T], full: int) -> list[tuple[int, Sequence[_T]]]:
    """A list that is newest first, in parts with their numbers: its head, which is 0, then those that are `full`.

    The head has fewer than two full parts, and the oldest is 1.
    """
    older = max(len(newest) // full - 1, 0)
    at_head = len(newest) - older * full
    starts = range(at_head, len(newest), full)
    later = [(older - place, newest[start : start + full]) for place, start in enumerate(starts)]
    return [(0, newest[:at_head]), *later]


def leaf_of(path: str, summaries: Iterable[Summary]) -> Leaf:
    """A list on a single page."""
    return Leaf(path=path, number=0, summaries=tuple(summaries), newer="", older="")


def leaves(newest: Sequence[Summary], path_of: Callable[[int], str]) -> Iterator[Leaf]:
    """The pages of a list that is newest first; `path_of` has their addresses by number."""
    parts = parts_from_last(newest, FULL)
    paths = ["", *(path_of(number) for number, _ in parts), ""]
    for place, (number, summaries) in enumerate(parts, 1):
        yield Leaf(
            path=paths[place],
            number=number,
            summaries=tuple(summaries),
            newer=paths[place - 1],
            older=paths[place + 1],
        )
