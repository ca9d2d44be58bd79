"""The pages of a briefing that its row of links names, in order."""

from collections.abc import Iterator

from dateline.facts.briefing import Briefing
from dateline.pages.addresses import Sheet


def row_of(briefing: Briefing) -> Iterator[tuple[Sheet, str, int | None]]:
    """The briefing's pages that have content: sheet, words, and how many records are there."""
    yield "article", "Article", None
    counted: tuple[tuple[Sheet, str, int], ...] = (
        ("timeline", "Timeline", len(briefing.events)),
        ("key-figures", "Key figures", len(briefing.figures)),
        ("who-and-where", "Who and where", len(briefing.named)),
        ("sources", "Sources", len(briefing.sources)),
    )
    yield from (page for page in counted if page[2])
