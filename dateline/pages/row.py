"""The pages of a briefing that its row of links names, in order."""

from collections.abc import Iterator

from dateline.facts.briefing import Briefing
from dateline.facts.kinds import BriefingPage


def row_of(briefing: Briefing) -> Iterator[tuple[BriefingPage, str, int | None]]:
    """The briefing's pages that have content: page, words, and how many records are there."""
    yield "article", "Article", None
    counted: tuple[tuple[BriefingPage, str, int], ...] = (
        ("timeline", "Timeline", len(briefing.events)),
        ("key-figures", "Key figures", len(briefing.figures)),
        ("who-and-where", "Who and where", len(briefing.named)),
        ("sources", "Sources", len(briefing.sources)),
    )
    yield from (page for page in counted if page[2])
