"""The pages of a briefing that its row of links names, in order."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from dateline.facts.briefing import Briefing
from dateline.pages.addresses import Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class RowEntry:
    """A page by its sheet, what the row calls it, and how many records it shows.

    Without `count` it counts nothing, and every briefing has it; with `count`, those that have any.
    """

    sheet: Sheet
    words: str
    count: Callable[[Briefing], int] | None = None


ROW: Final = (
    RowEntry(sheet="article", words="Article"),
    RowEntry(sheet="timeline", words="Timeline", count=lambda briefing: len(briefing.events)),
    RowEntry(
        sheet="key-figures", words="Key figures", count=lambda briefing: len(briefing.figures)
    ),
    RowEntry(
        sheet="who-and-where", words="Who and where", count=lambda briefing: len(briefing.named)
    ),
    RowEntry(sheet="sources", words="Sources", count=lambda briefing: len(briefing.sources)),
)


def row_of(briefing: Briefing) -> Iterator[tuple[Sheet, str, int | None]]:
    """The briefing's pages that have content: sheet, words, and how many records are there."""
    for entry in ROW:
        count = entry.count(briefing) if entry.count else None
        if count != 0:
            yield entry.sheet, entry.words, count
