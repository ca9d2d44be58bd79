"""The whole briefing on one page, for paper."""

from dataclasses import replace
from typing import Final

from markupsafe import Markup

from dateline.drawing.svg import Drawing
from dateline.frozen import dataclass
from dateline.pages import addresses
from dateline.pages.addresses import address_of
from dateline.pages.article_page import Part, story
from dateline.pages.brief import points_of
from dateline.pages.cards.change_log import CorrectionEntry, corrections_of
from dateline.pages.cards.figure_card import FigureCard, figure_card
from dateline.pages.cards.locator import locator_of
from dateline.pages.cards.method import Method, method_of
from dateline.pages.cards.name_cards import NamedCard, named_card, organisations_heading
from dateline.pages.edition import Edition
from dateline.pages.operands import figures_with_cards
from dateline.pages.row import row_of
from dateline.pages.shell import Page, Shell, briefing_shell
from dateline.pages.sources import SourceEntry, source_entries
from dateline.pages.summary import PointCard
from dateline.pages.timeline import TimelineBlocks, strip_of, timeline_blocks
from dateline.patterns import compile_later
from dateline.words import _


@dataclass(frozen=True, slots=True, kw_only=True)
class EverythingContext:
    """`timeline` is None where there are no events."""

    shell: Shell
    address: str
    points: tuple[PointCard, ...]
    story: tuple[Part, ...]
    strip: Drawing | None
    timeline: TimelineBlocks | None
    figures: tuple[FigureCard, ...]
    people: tuple[NamedCard, ...]
    organisations: tuple[NamedCard, ...]
    organisations_heading: str
    places: tuple[NamedCard, ...]
    locator: Drawing | None
    sources: tuple[SourceEntry, ...]
    method: Method
    corrections: tuple[CorrectionEntry, ...]


def plan_everything(edition: Edition) -> Page:
    briefing = edition.briefing
    held = (page for page, _words, _count in row_of(briefing))
    here = replace(
        edition.here("all"),
        holds=frozenset(addresses.page_of(briefing.slug, page) for page in held),
    )
    context = EverythingContext(
        shell=briefing_shell(
            edition,
            here,
            title=_("The whole briefing"),
            description=_(
                "“%(title)s”: the brief, the article, every fact and source.",
                title=briefing.front.title,
            ),
            opening="whole",
        ),
        address=address_of(addresses.brief_page(briefing.slug), edition.site.address),
        points=points_of(edition, here),
        story=tuple(replace(part, html=_a_level_down(part.html)) for part in story(edition, here)),
        strip=strip_of(edition),
        timeline=timeline_blocks(edition, here) if briefing.events else None,
        figures=tuple(
            figure_card(figure, edition, here) for figure in figures_with_cards(briefing)
        ),
        people=tuple(named_card(person, edition, here) for person in briefing.people),
        organisations=tuple(
            named_card(organisation, edition, here) for organisation in briefing.organisations
        ),
        organisations_heading=organisations_heading(edition),
        places=tuple(named_card(place, edition, here) for place in briefing.places),
        locator=locator_of(edition, here),
        sources=source_entries(edition, here),
        method=method_of(edition, here),
        corrections=corrections_of(edition, here),
    )
    return Page(path=here.path, template="all.html.j2", context=context)


def _a_level_down(html: Markup) -> Markup:
    """Headings of the article are below its own on this page, and not beside it."""
    return Markup(_HEADING.sub(lambda found: f"{found[1]}{int(found[2]) + 1}", html))  # noqa: S704 - as it was


_HEADING: Final = compile_later(r"(</?h)([2-5])(?=[ >])")
