"""A site of several briefings, each from a few lines: their events, and what pages across them say."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from dateline.checking import check_briefing
from dateline.pages.edition import Edition, as_of
from dateline.pages.plan import plan_site
from dateline.pages.summarise import summarise
from dateline.publishing.looks.render import render
from dateline.reading.briefing_files import parse_briefing
from dateline.reading.content import Folder
from dateline.words import speaking
from tests.pages.world import SITE, look
from tests.small_site import article

if TYPE_CHECKING:
    from dateline.pages.archive.site_page import SitePage
    from dateline.pages.summary import Summary

TODAY = date(2026, 1, 15)
PEOPLE = "people: [{id: ann, name: Ann Lee, role: Mayor, why: She plans.}]\n"
PLACES = "places: [{id: ulmen, name: Ulmen, what: A town}, {id: holm, name: Holm, what: A town}]\n"
SEVERAL = SITE.with_sections(("briefings",))


def summary(slug: str, *events: str, published: str = "2024-09-11", today: date = TODAY) -> Summary:
    """A briefing of that title with these events, each as in `{id: …, title: …}` without the braces."""
    listed = "".join(f"  - {{{event}}}\n" for event in events)
    texts = {
        "article.md": article(title=slug.title()).replace("2024-09-11", published),
        "people.yaml": PEOPLE,
        "places.yaml": PLACES,
        "timeline.yaml": f"events:\n{listed}" if listed else "",
    }
    files = {name: text.encode() for name, text in texts.items() if text}
    briefing, found = parse_briefing(Folder(slug=slug, shown_as=slug, files=files))
    assert briefing, found
    checked = check_briefing(briefing, today=today)
    return summarise(
        Edition(briefing=as_of(briefing, today), checked=checked, site=SITE, today=today)
    )


def planned(summaries: Iterable[Summary], section: str) -> dict[str, SitePage]:
    """The pages of a part of the archive by their folders there; that at its head has none."""
    pages = {page.path: page for page in plan_site(tuple(summaries), SEVERAL)}
    return {
        path.removeprefix(f"{section}/").removesuffix("index.html").strip("/"): page
        for path, page in pages.items()
        if path.startswith(f"{section}/")
    }


def shown(summaries: Iterable[Summary], section: str, name: str = "") -> str:
    """One of its pages as HTML."""
    with speaking("en"):
        return render(planned(summaries, section)[name].plan(), look()).decode()
