"""About the site: what every site says of itself, from its settings."""

from collections.abc import Iterable
from typing import Final

from markupsafe import Markup

from dateline.facts.article import Article
from dateline.facts.site_records import Site, TypePair
from dateline.frozen import dataclass
from dateline.pages import addresses
from dateline.pages.addresses import here_on
from dateline.pages.inline import Link
from dateline.pages.machines.structured import publisher_with_policy
from dateline.pages.navigation import where
from dateline.pages.own_page import has_claims
from dateline.pages.picture import SharedPicture
from dateline.pages.reports import site_report
from dateline.pages.shell import Page, Shell, site_shell
from dateline.pages.summary import Summary, SummaryFigure
from dateline.pages.text.markup import render_html
from dateline.pages.text.written_links import lead_from
from dateline.words import _

_FONTS: Final = {
    TypePair.NEWSREADER: (("Libre Franklin", "libre-franklin"), ("Newsreader", "newsreader")),
    TypePair.LITERATA: (("Literata", "literata"), ("Work Sans", "work-sans")),
    TypePair.BITTER: (("Bitter", "bitter"), ("Inter", "inter")),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutContext:
    """`report` and `policy` are empty where the site gives no address for errors, or no policy on them.

    `text` is what the site says of itself, empty where it says nothing, and `unchecked` whether that has
    dates or numbers. `example` is a figure with its words, from the latest briefing that has one.
    """

    shell: Shell
    purpose: str
    text: Markup
    unchecked: bool
    example: SummaryFigure | None
    report: str
    policy: str
    corrections: str
    fonts: tuple[Link, ...]


def plan_about(
    summaries: Iterable[Summary],
    site: Site,
    picture: SharedPicture | None = None,
    text: Article | None = None,
) -> Page:
    here = here_on(addresses.ABOUT, site.address)
    shell = site_shell(
        site,
        here,
        title=_("About %(site)s", site=site.title),
        description=site.description,
        picture=picture,
        graph=(publisher_with_policy(site),),
    )
    context = AboutContext(
        shell=shell,
        purpose=site.description,
        text=render_html(lead_from(here, text.body if text else (), here.path)),
        unchecked=text is not None and has_claims(text.texts, site.language),
        example=_example(summaries, site),
        report=site_report(site),
        policy=where(site.corrections, here) if site.corrections else "",
        corrections=here.to(addresses.CORRECTIONS),
        fonts=tuple(
            Link(words=name, href=here.to(f"assets/{stem}.LICENSE.txt"))
            for name, stem in _FONTS[site.look.type]
        ),
    )
    return Page(path=here.path, template="about.html.j2", context=context)


def _example(summaries: Iterable[Summary], site: Site) -> SummaryFigure | None:
    latest = sorted(summaries, key=lambda summary: summary.published, reverse=True)
    own = (summary for summary in latest if summary.language == site.language)
    figures = (figure for summary in own for figure in summary.figures)
    return next((figure for figure in figures if figure.words and not figure.disputed), None)
