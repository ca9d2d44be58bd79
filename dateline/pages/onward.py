"""What a briefing's pages end with: the briefings before and after it, and those that share its subjects.

A briefing is built without the others, so its pages leave a slot that is filled once all are known.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from dateline.pages.addresses import Here, here_on, page_of
from dateline.pages.inline import ShownDay, show_day
from dateline.pages.shell import Page
from dateline.pages.summary import Summary
from dateline.words import _

SLOT: Final = b"<!-- onward -->"
"""Where base.html.j2 leaves room in a page that leads on."""

RELATED: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """A briefing to go on with: why it is offered, and what it is."""

    why: str
    title: str
    href: str
    language: str
    published: ShownDay


@dataclass(frozen=True, slots=True, kw_only=True)
class OnwardContext:
    doors: tuple[Door, ...]


Pages = Callable[[], tuple[Page, ...]]


def plan_onward(
    newest: Sequence[Summary], site_address: str | None
) -> Iterator[tuple[Summary, Pages]]:
    """For each briefing, the newest first, what plans the filling of each page that has a slot.

    It is called in the language of the briefing.
    """
    related = _related(newest)
    for place, summary in enumerate(newest):
        newer = newest[place - 1] if place else None
        older = newest[place + 1] if place + 1 < len(newest) else None
        yield (
            summary,
            partial(_fillings, summary, newer, older, related[summary.slug], site_address),
        )


def _fillings(
    summary: Summary,
    newer: Summary | None,
    older: Summary | None,
    related: Sequence[Summary],
    site_address: str | None,
) -> tuple[Page, ...]:
    offered = [(_("Next briefing"), newer), (_("Previous briefing"), older)]
    offered += [(_("Related briefing"), other) for other in related if other not in (newer, older)]
    return tuple(
        Page(
            path=path,
            template="partials/onward.html.j2",
            context=OnwardContext(
                doors=tuple(
                    _door(why, other, here_on(path, site_address))
                    for why, other in offered
                    if other
                )
            ),
        )
        for path in (summary.page, page_of(summary.slug, "article"))
    )


def _door(why: str, summary: Summary, here: Here) -> Door:
    return Door(
        why=why,
        title=summary.title,
        href=here.to(summary.page),
        language=summary.language,
        published=show_day(summary.published),
    )


def _related(summaries: Sequence[Summary]) -> dict[str, tuple[Summary, ...]]:
    """For each briefing by its slug, those that share most people and topics with it."""
    about: dict[str, list[Summary]] = defaultdict(list)
    for summary in summaries:
        for subject in summary.subjects:
            about[subject].append(summary)
    by_slug = {summary.slug: summary for summary in summaries}
    found: dict[str, tuple[Summary, ...]] = {}
    for summary in summaries:
        shared = Counter(
            other.slug
            for subject in summary.subjects
            for other in about[subject]
            if other is not summary
        )
        found[summary.slug] = tuple(by_slug[slug] for slug, _shared in shared.most_common(RELATED))
    return found
