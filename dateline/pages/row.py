"""The pages of a briefing that its row of links names, in order."""

from collections.abc import Iterator

from dateline.facts.briefing import Briefing
from dateline.facts.kinds import BriefingPage
from dateline.pages.operands import figures_with_cards
from dateline.words import _


def row_of(briefing: Briefing) -> Iterator[tuple[BriefingPage, str, int | None]]:
    """The briefing's pages that have content: page, words, and how many records are there."""
    yield "article", _("Article"), None
    counted: tuple[tuple[BriefingPage, str, int], ...] = (
        ("timeline", _("Timeline"), len(briefing.events)),
        ("key-figures", _("Key figures"), len(figures_with_cards(briefing))),
        ("who-and-where", _("Who and where"), len(briefing.named)),
        ("sources", _("Sources"), len(briefing.sources)),
    )
    yield from (page for page in counted if page[2])
