"""What the pages across briefings are made from, and a page of the site before it is planned."""

from collections.abc import Callable, Iterable
from typing import Self

from dateline.facts.site_records import Site
from dateline.frozen import dataclass
from dateline.pages.picture import SharedPicture
from dateline.pages.shell import Page
from dateline.pages.summary import Summary, published


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePage:
    """A page of the site: where it goes, the briefings it is made from, and how it is planned.

    `slugs` are those of all briefings on it, in their order; None where any briefing may change it. `beside`
    is what else it knows of the others: pages that it leads to because they exist. The page depends on the
    summaries of these briefings, on `beside`, the site (its sections, its own words and texts too), the
    look and the program, and on nothing else, so that it may stay as it is while these do. One that leads
    elsewhere is not there to be found by search engines.
    """

    path: str
    slugs: tuple[str, ...] | None
    plan: Callable[[], Page]
    beside: tuple[str, ...] = ()
    is_found: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """The briefings that readers have, newest first, and the site that they are in.

    In the order of their publication, which no later change to a briefing changes.
    """

    summaries: tuple[Summary, ...]
    site: Site
    picture: SharedPicture | None = None

    @classmethod
    def of(
        cls, summaries: Iterable[Summary], site: Site, picture: SharedPicture | None = None
    ) -> Self:
        by_slug = sorted(published(summaries), key=lambda summary: summary.slug)
        newest = sorted(
            by_slug, key=lambda summary: (summary.published, summary.moment), reverse=True
        )
        return cls(summaries=tuple(newest), site=site, picture=picture)


def slugs_of(summaries: Iterable[Summary]) -> tuple[str, ...]:
    return tuple(summary.slug for summary in summaries)
