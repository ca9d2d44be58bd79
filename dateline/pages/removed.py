"""The notice at the address of a fact or a briefing that was removed: when, and why."""

from collections.abc import Container, Iterator
from typing import Final

from dateline.facts.kinds import BriefingPage, Kind
from dateline.facts.records import Removal
from dateline.facts.site_records import BriefingRemoval, RemovedKind, Site
from dateline.frozen import dataclass
from dateline.pages import addresses
from dateline.pages.addresses import Here, here_on
from dateline.pages.edition import Edition
from dateline.pages.inline import Link, ShownDay, show_day
from dateline.pages.row import row_of
from dateline.pages.shell import Page, Shell, briefing_shell, site_shell
from dateline.words import _, deferred


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovedContext:
    """`was` is what it said, or empty; `twin` is the same notice for programs.

    `page` is None where the page of its like has no facts left.
    """

    shell: Shell
    heading: str
    when: str
    on: ShownDay
    was: str
    why: str
    page: Link | None
    brief: Link
    twin: str


def plan_removed(edition: Edition) -> Iterator[Page]:
    return (_plan(removal, edition) for removal in edition.briefing.removed)


def _plan(removal: Removal, edition: Edition) -> Page:
    slug, title = edition.briefing.slug, edition.briefing.front.title
    here = here_on(addresses.fact_page(slug, removal.id), edition.site.address)
    context = RemovedContext(
        shell=briefing_shell(
            edition,
            here,
            title=_("A fact that was removed"),
            description=_("This fact is no longer part of “%(title)s”.", title=title),
            listed=False,
        ),
        heading=removal.label or _("This fact was removed"),
        when=_REMOVED[removal.kind],
        on=show_day(removal.on),
        was=removal.was or "",
        why=removal.why,
        page=_link_to(removal.kind.page, edition, here),
        brief=Link(words=title, href=here.to(addresses.brief_page(slug))),
        twin=here.to(addresses.fact_twin(slug, removal.id)),
    )
    return Page(path=here.path, template="removed.html.j2", context=context)


_REMOVED: Final = {
    Kind.EVENT: deferred("We removed this event on %(date)s."),
    Kind.FIGURE: deferred("We removed this figure on %(date)s."),
    Kind.PERSON: deferred("We removed this person on %(date)s."),
    Kind.ORGANISATION: deferred("We removed this organisation on %(date)s."),
    Kind.PLACE: deferred("We removed this place on %(date)s."),
    Kind.QUOTATION: deferred("We removed this quotation on %(date)s."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovedBriefingContext:
    """The notice of a page of the site's own where it `is_page`."""

    shell: Shell
    is_page: bool
    heading: str
    on: ShownDay
    why: str
    front: Link


def plan_removed_briefings(site: Site, slugs: Container[str]) -> Iterator[Page]:
    """The notices of the site, but where one of its briefings, by their `slugs`, has the address."""
    for removal in site.removed:
        if removal.folder not in slugs:
            yield _plan_briefing(removal, site)


def _plan_briefing(removal: BriefingRemoval, site: Site) -> Page:
    here = here_on(addresses.brief_page(removal.folder), site.address)
    title = _("A briefing that was removed")
    description = _("This briefing is no longer part of %(site)s.", site=site.title)
    heading = _("The briefing “%(name)s” was removed", name=removal.called)
    if is_page := removal.was is RemovedKind.PAGE:
        title = _("A page that was removed")
        description = _("This page is no longer part of %(site)s.", site=site.title)
        heading = _("The page “%(name)s” was removed", name=removal.called)
    context = RemovedBriefingContext(
        shell=site_shell(site, here, title=title, description=description, listed=False),
        is_page=is_page,
        heading=heading,
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
