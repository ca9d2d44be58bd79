"""The page on which readers search the whole site, in the browser."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlencode

from dateline.facts.kinds import FACT_KINDS, kind_name
from dateline.facts.mentions import read_index
from dateline.pages import addresses
from dateline.pages.addresses import Here, here_on
from dateline.pages.archive.search_index import shard_count
from dateline.pages.archive.site_page import Archive, SitePage
from dateline.pages.inline import Link
from dateline.pages.navigation import section_links
from dateline.pages.shell import Page, Shell, site_shell
from dateline.pages.summary import Summary
from dateline.words import _


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchContext:
    """`kinds` are the names of what is found, in the order of the script; `ways` lead on without it.

    `example` leads to what a search for a name finds; None where nobody is named.
    """

    shell: Shell
    shards: int
    kinds: tuple[str, ...]
    ways: tuple[Link, ...]
    example: Link | None


def plan_search(archive: Archive) -> Iterator[SitePage]:
    yield SitePage(path=addresses.section_page("search"), slugs=None, plan=partial(_plan, archive))


def _plan(archive: Archive) -> Page:
    here = here_on(addresses.section_page("search"), archive.site.address)
    front = Link(words=_("Front page"), href=here.to(addresses.FRONT))
    context = SearchContext(
        shell=site_shell(
            archive.site,
            here,
            title=_("Search"),
            description=_(
                "Find facts and articles of %(site)s by a name, a number, a date or any words.",
                site=archive.site.title,
            ),
            picture=archive.picture,
        ),
        shards=shard_count(len(archive.summaries)),
        kinds=(*map(kind_name, FACT_KINDS), _("Source"), _("Article")),
        ways=(
            front,
            *(link for link in section_links(archive.site, here) if not link.current),
        ),
        example=_example(archive.summaries, here),
    )
    return Page(path=here.path, template="search.html.j2", context=context)


def _example(newest: Iterable[Summary], here: Here) -> Link | None:
    """The first name in the newest briefing that names somebody or something."""
    names = (each.name for summary in newest for each in read_index(summary.mentions.index))
    name = next(names, None)
    if name is None:
        return None
    return Link(words=name, href=f"{here.to(here.path)}?{urlencode({'q': name})}")
