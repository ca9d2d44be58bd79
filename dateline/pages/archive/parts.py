"""The parts of the archive: what makes the pages of each section, and when a site has them."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Final

from dateline.facts.kinds import SECTION_OF, Section
from dateline.frozen import dataclass
from dateline.pages.archive.all_briefings import plan_briefings
from dateline.pages.archive.all_changes import has_changes, plan_all_changes
from dateline.pages.archive.all_events import has_timeline, plan_all_events
from dateline.pages.archive.all_expected import has_expected, plan_all_expected
from dateline.pages.archive.by_topic import has_topics, plan_topics
from dateline.pages.archive.named_index import has_names, plan_names
from dateline.pages.archive.search_page import plan_search
from dateline.pages.archive.site_page import Archive, SitePage


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivePart:
    """`is_there` says cheaply whether `plan` yields the page at the head of its section.

    Those of `ALWAYS` (navigation.py) are there in every archive, since each briefing's pages link to them.
    """

    plan: Callable[[Archive], Iterator[SitePage]]
    is_there: Callable[[Archive], bool] = lambda _: True


# In `navigation.py` are the words of each section and their order.
PARTS: Final[Mapping[Section, ArchivePart]] = {
    "briefings": ArchivePart(plan=plan_briefings),
    "topics": ArchivePart(plan=plan_topics, is_there=has_topics),
    **{
        section: ArchivePart(
            plan=partial(plan_names, kind=kind), is_there=partial(has_names, kind=kind)
        )
        for kind, section in SECTION_OF.items()
    },
    "search": ArchivePart(plan=plan_search),
    "changes": ArchivePart(plan=plan_all_changes, is_there=has_changes),
    "expected": ArchivePart(plan=plan_all_expected, is_there=has_expected),
    "timeline": ArchivePart(plan=plan_all_events, is_there=has_timeline),
}


def sections_of(archive: Archive) -> tuple[Section, ...]:
    """The sections that have pages: of a site of a single briefing only those that it begins with."""
    if "briefings" not in archive.site.sections:
        return archive.site.sections
    return tuple(section for section, part in PARTS.items() if part.is_there(archive))


def plan_archive(archive: Archive) -> Iterator[SitePage]:
    """Every page of the sections that the archive's site has."""
    for section in archive.site.sections:
        yield from PARTS[section].plan(archive)
