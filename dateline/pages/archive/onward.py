"""What a briefing's pages end with: its topics, the briefings before and after it, and related ones.

A briefing is built without the others, so its pages leave a slot that is filled once all are known.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Final, Literal

from dateline.frozen import dataclass
from dateline.pages.addresses import Here, here_on, page_of, section_page
from dateline.pages.archive.by_topic import Topic, topic_ids, topic_links, topics_of
from dateline.pages.archive.related import RelatedBriefing, related_briefings
from dateline.pages.archive.site_page import Archive
from dateline.pages.inline import Link, ShownDay, show_day
from dateline.pages.shell import Page
from dateline.pages.summary import Summary
from dateline.words import _, all_of, deferred

SLOT: Final = b"<!-- onward -->"
"""Where base.html.j2 leaves room in a page that leads on."""


DoorKind = Literal["next", "previous", "related"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """A briefing to go on with; `shared` says what both are about, and may be empty."""

    kind: str
    shared: str
    title: str
    href: str
    language: str
    published: ShownDay


@dataclass(frozen=True, slots=True, kw_only=True)
class OnwardContext:
    """`topics` are those of the briefing that have a page; `all` leads to all briefings, where there are several."""

    topics: tuple[Link, ...]
    doors: tuple[Door, ...]
    all: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Onward:
    """What fills the slots of a briefing, made from the summaries of `slugs` and the names `beside`.

    `plan` is called in the language of the briefing.
    """

    summary: Summary
    slugs: tuple[str, ...]
    beside: tuple[str, ...]
    plan: Callable[[], tuple[Page, ...]]


def plan_onward(archive: Archive) -> Iterator[Onward]:
    """For each briefing, the newest first, the fillings of its slots."""
    newest = archive.summaries
    topics, related = topics_of(newest), related_briefings(newest)
    for place, summary in enumerate(newest):
        newer = newest[place - 1] if place else None
        older = newest[place + 1] if place + 1 < len(newest) else None
        offers = tuple(_offers(newer, older, related[summary.slug]))
        own = tuple(topics[found] for found in topic_ids(summary) if found in topics)
        yield Onward(
            summary=summary,
            slugs=(summary.slug, *(offer.summary.slug for offer in offers)),
            beside=(
                *(topic.name for topic in own),
                *(words for offer in offers for words in (offer.kind, *offer.shared)),
            ),
            plan=partial(_fillings, summary, offers, own, archive),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Offer:
    kind: DoorKind
    summary: Summary
    shared: tuple[str, ...]


def _offers(
    newer: Summary | None, older: Summary | None, related: Sequence[RelatedBriefing]
) -> Iterator[_Offer]:
    """Each briefing once: those beside it in time, then those that are related."""
    shared = {other.summary.slug: other.shared for other in related}
    if newer:
        yield _Offer(kind="next", summary=newer, shared=shared.pop(newer.slug, ()))
    if older:
        yield _Offer(kind="previous", summary=older, shared=shared.pop(older.slug, ()))
    for other in related:
        if other.summary.slug in shared:
            yield _Offer(kind="related", summary=other.summary, shared=other.shared)


def _fillings(
    summary: Summary, offers: Sequence[_Offer], topics: Sequence[Topic], archive: Archive
) -> tuple[Page, ...]:
    return tuple(
        _filling(here_on(path, archive.site.address), offers, topics, archive)
        for path in (summary.page, page_of(summary.slug, "article"))
    )


def _filling(
    here: Here, offers: Sequence[_Offer], topics: Sequence[Topic], archive: Archive
) -> Page:
    context = OnwardContext(
        topics=topic_links(topics, here),
        doors=tuple(_door(offer, here) for offer in offers),
        all=here.to(section_page("briefings")) if archive.site.has_archive else "",
    )
    return Page(path=here.path, template="partials/onward.html.j2", context=context)


def _door(offer: _Offer, here: Here) -> Door:
    return Door(
        kind=_(_KINDS[offer.kind]),
        shared=_("Also about %(subjects)s", subjects=all_of(offer.shared)) if offer.shared else "",
        title=offer.summary.title,
        href=here.to(offer.summary.page),
        language=offer.summary.language,
        published=show_day(offer.summary.published),
    )


_KINDS: Final[Mapping[DoorKind, str]] = {
    "next": deferred("Next briefing"),
    "previous": deferred("Previous briefing"),
    "related": deferred("Related briefing"),
}
