"""How other sites show a sheet or a fact of ours: the code to paste, and the same for programs.

oEmbed 1.0 (oembed.com): a page names a JSON file, which has the code of a frame. Programs read it from
elsewhere, so that all its addresses are whole, and a site without an address has none.
"""

from collections.abc import Iterator
from html import escape
from typing import Final

from dateline.facts.records import Event, Fact, Figure, Place
from dateline.frozen import dataclass
from dateline.pages import addresses
from dateline.pages.addresses import EmbedSheet, Here, address_of, here_on
from dateline.pages.cards.event_card import event_card
from dateline.pages.cards.figure_card import figure_card
from dateline.pages.cards.name_cards import named_card
from dateline.pages.edition import Edition
from dateline.pages.machines.as_json import to_json
from dateline.pages.machines.frame_height import FramedCard, frame_height
from dateline.pages.machines.framed_sheets import SHEETS, sheet_height
from dateline.pages.once_a_fact import once_a_fact
from dateline.words import _

_WIDTH: Final = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class Embed:
    """The code of a frame to paste, how high it is, and the address of the file that has it for programs."""

    code: str
    height: int
    oembed: str


def sheets_of(edition: Edition) -> Iterator[EmbedSheet]:
    yield from (sheet for sheet, (kind, _name) in SHEETS.items() if edition.briefing.records(kind))


def embed_of_sheet(sheet: EmbedSheet, edition: Edition) -> Embed | None:
    """None where the sheet has nothing, or the site's address is not known."""
    if sheet not in sheets_of(edition) or not edition.site.address:
        return None
    page = addresses.embed_page(edition.briefing.slug, sheet)
    height = sheet_height(sheet, edition)
    return Embed(
        code=_frame(sheet, edition, title=_sheet_title(sheet, edition), height=height),
        height=height,
        oembed=address_of(addresses.oembed_file(page), edition.site.address),
    )


def embed_of_fact(fact: Fact, edition: Edition) -> Embed | None:
    """None where no sheet to embed has the fact, or the site's address is not known."""
    sheet = _sheet_of(fact)
    if sheet is None or not edition.site.address:
        return None
    page, height = addresses.fact_page(edition.briefing.slug, fact.id), _height(fact, edition)
    return Embed(
        code=_frame(sheet, edition, title=fact.heading, height=height, card=fact.id),
        height=height,
        oembed=address_of(addresses.oembed_file(page), edition.site.address),
    )


@once_a_fact
def _height(fact: Fact, edition: Edition) -> int:
    here = here_on(addresses.fact_page(edition.briefing.slug, fact.id), edition.site.address)
    match fact:
        case Event():
            card: FramedCard = event_card(fact, edition, here)
        case Figure():
            card = figure_card(fact, edition, here)
        case Place():
            card = named_card(fact, edition, here)
        case _:
            raise TypeError(fact.KIND)
    return frame_height(card, edition.briefing.front.title)


def card_of(fact: Fact, edition: Edition, here: Here) -> str:
    """The link to the card of a fact alone, as other sites show it; empty where there is none."""
    sheet = _sheet_of(fact)
    return here.to(addresses.embed_page(edition.briefing.slug, sheet), fact.id) if sheet else ""


def _sheet_of(fact: Fact) -> EmbedSheet | None:
    return next((sheet for sheet, (kind, _name) in SHEETS.items() if kind is fact.KIND), None)


def oembed_files(edition: Edition) -> dict[str, bytes]:
    """The files for programs, by path."""
    slug = edition.briefing.slug
    files: dict[str, bytes] = {}
    for sheet in sheets_of(edition):
        path = addresses.oembed_file(addresses.embed_page(slug, sheet))
        title = _sheet_title(sheet, edition)
        files |= _file(path, embed_of_sheet(sheet, edition), title, edition)
    for fact in edition.briefing.facts:
        path = addresses.oembed_file(addresses.fact_page(slug, fact.id))
        files |= _file(path, embed_of_fact(fact, edition), fact.heading, edition)
    return files


def _file(path: str, embed: Embed | None, title: str, edition: Edition) -> dict[str, bytes]:
    if embed is None:
        return {}
    site = edition.site
    described = {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": site.title,
        "provider_url": address_of(addresses.FRONT, site.address),
        "width": _WIDTH,
        "height": embed.height,
        "html": embed.code,
    }
    return {path: to_json(described)}


def _sheet_title(sheet: EmbedSheet, edition: Edition) -> str:
    return _(SHEETS[sheet][1], title=edition.briefing.front.title)


def _frame(sheet: EmbedSheet, edition: Edition, *, title: str, height: int, card: str = "") -> str:
    """`frameborder` is old, but some systems keep it and remove a style."""
    page = addresses.embed_page(edition.briefing.slug, sheet)
    address = address_of(page, edition.site.address, card)
    return (
        f'<iframe src="{escape(address)}" title="{escape(title)}" width="100%" height="{height}"'
        ' frameborder="0" loading="lazy"></iframe>'
    )
