"""What every site says of itself, from its settings: about, and the page that is not there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from dateline.facts.records import Site
from dateline.pages import addresses
from dateline.pages.addresses import Here
from dateline.pages.inline import Link
from dateline.pages.machines.structured import publisher
from dateline.pages.picture import Picture
from dateline.pages.reports import site_report
from dateline.pages.shell import Shell, site_shell
from dateline.pages.summary import Summary


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutContext:
    """`report` is empty where the site gives no address for errors."""

    shell: Shell
    purpose: str
    report: str
    corrections: str
    fonts: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundContext:
    shell: Shell
    report: str
    briefings: tuple[Link, ...]


def about_context(site: Site, picture: Picture | None = None) -> AboutContext:
    """The page about the site."""
    here = Here(path=addresses.ABOUT)
    title = f"About {site.title}"
    return AboutContext(
        shell=site_shell(
            site,
            here,
            title=title,
            description=site.description,
            picture=picture,
            graph=(publisher(site),),
        ),
        purpose=site.description,
        report=site_report(site),
        corrections=here.to(addresses.CORRECTIONS),
        fonts=tuple(
            Link(words=name, href=here.to(f"assets/{stem}.LICENSE.txt"))
            for name, stem in (("Libre Franklin", "libre-franklin"), ("Newsreader", "newsreader"))
        ),
    )


def not_found_context(summaries: Iterable[Summary], site: Site) -> NotFoundContext:
    """The page that is served where there is none, at whatever depth."""
    here = Here(path=addresses.NOT_FOUND, base=base_path(site.address))
    latest = sorted(summaries, key=lambda one: one.published, reverse=True)[:5]
    return NotFoundContext(
        shell=site_shell(
            site,
            here,
            title="Page not found",
            description="There is no page at this address.",
            listed=False,
        ),
        report=site_report(site),
        briefings=tuple(Link(words=one.title, href=here.to(one.page)) for one in latest),
    )


def base_path(address: str | None) -> str:
    """The path that the site's pages stand under, from its address; `/` where none is known."""
    path = urlsplit(address).path if address else ""
    return f"{path.rstrip('/')}/"
