"""The page that is served at an address where there is none, at whatever depth."""

from collections.abc import Iterable

from dateline.facts.site_records import Site
from dateline.frozen import dataclass
from dateline.pages import addresses
from dateline.pages.addresses import Here, base_path
from dateline.pages.inline import Link
from dateline.pages.reports import site_report
from dateline.pages.shell import Page, Shell, site_shell
from dateline.pages.summary import Summary
from dateline.words import _


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundContext:
    """`report` is empty where the site gives no address for errors; `briefings` are the latest."""

    shell: Shell
    report: str
    search: str
    briefings: tuple[Link, ...]


def plan_not_found(summaries: Iterable[Summary], site: Site) -> Page:
    here = Here(path=addresses.NOT_FOUND, base=base_path(site.address))
    latest = sorted(summaries, key=lambda summary: summary.published, reverse=True)[:5]
    context = NotFoundContext(
        shell=site_shell(
            site,
            here,
            title=_("Page not found"),
            description=_("There is no page at this address."),
            listed=False,
        ),
        report=site_report(site),
        search=here.to(addresses.section_page("search")),
        briefings=tuple(
            Link(words=summary.title, href=here.to(summary.page)) for summary in latest
        ),
    )
    return Page(path=here.path, template="404.html.j2", context=context)
