"""The notice at the address of a fact or a briefing that was removed: when, and why."""

from collections.abc import Container, Iterator
from dataclasses import dataclass

from dateline.facts.kinds import BriefingPage
from dateline.facts.records import BriefingRemoval, Removal, Site
from dateline.pages import addresses
from dateline.pages.addresses import Here
from dateline.pages.edition import Edition
from dateline.pages.inline import Link, ShownDay, show_day
from dateline.pages.row import row_of
from dateline.pages.shell import Page, Shell, briefing_shell, site_shell


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovedContext:
    """`page` is None where the page of its like has no facts left; `twin` is the same notice for programs."""

    shell: Shell
    kind: str
    on: ShownDay
    why: str
    page: Link | None
    brief: Link
    twin: str


def plan_removed(edition: Edition) -> Iterator[Page]:
    return (_plan(removal, edition) for removal in edition.briefing.removed)


def _plan(removal: Removal, edition: Edition) -> Page:
    slug, title = edition.briefing.slug, edition.briefing.front.title
    here = Here(path=addresses.fact_page(slug, removal.id))
    context = RemovedContext(
        shell=briefing_shell(
            edition,
            here,
            title="A fact that was removed",
            description=f"What stood here is no longer part of “{title}”.",
            listed=False,
        ),
        kind=removal.kind,
        on=show_day(removal.on),
        why=removal.why,
        page=_link_to(removal.kind.page, edition, here),
        brief=Link(words=title, href=here.to(addresses.brief_page(slug))),
        twin=here.to(addresses.fact_twin(slug, removal.id)),
    )
    return Page(path=here.path, template="removed.html.j2", context=context)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovedBriefingContext:
    shell: Shell
    on: ShownDay
    why: str
    front: Link


def plan_removed_briefings(site: Site, slugs: Container[str]) -> Iterator[Page]:
    """The notices of the site, but where one of its briefings, by their `slugs`, has the address."""
    for removal in site.removed:
        if removal.folder not in slugs:
            yield _plan_briefing(removal, site)


def _plan_briefing(removal: BriefingRemoval, site: Site) -> Page:
    here = Here(path=addresses.brief_page(removal.folder))
    context = RemovedBriefingContext(
        shell=site_shell(
            site,
            here,
            title="A briefing that was removed",
            description=f"What stood here is no longer part of {site.title}.",
            listed=False,
        ),
        on=show_day(removal.on),
        why=removal.why,
        front=Link(words=site.title, href=here.to(addresses.FRONT)),
    )
    return Page(path=here.path, template="removed-briefing.html.j2", context=context)


def _link_to(wanted: BriefingPage, edition: Edition, here: Here) -> Link | None:
    names = {page: name for page, name, _ in row_of(edition.briefing)}
    if wanted not in names:
        return None
    page = addresses.page_of(edition.briefing.slug, wanted)
    return Link(words=names[wanted], href=here.to(page))
