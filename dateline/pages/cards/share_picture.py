"""The picture that a briefing and the site are shared with: what it shows, and its address."""

import re
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from itertools import islice
from typing import Final

from dateline.drawing.card import (
    HEIGHT,
    WIDTH,
    Card,
    CardFigure,
    CardLogo,
    CardLook,
    draw_share_card,
)
from dateline.drawing.lettering import HEADLINE, CardFonts
from dateline.drawing.typeset import as_drawn
from dateline.facts.dates import day_words
from dateline.facts.records import Figure, FrontMatter, Weight
from dateline.facts.site_records import Site
from dateline.pages import addresses
from dateline.pages.cards.figure_values import is_disputed, numeral_of, said_instead
from dateline.pages.cards.figure_words import kind_words, time_of
from dateline.pages.edition import Edition
from dateline.pages.numeral import hedge_words
from dateline.pages.picture import ShareCard, SharedPicture
from dateline.problems import Problem, Rule
from dateline.words import _

# Figures whose words are tried for their length.
TRIED: Final = 6


def briefing_card(
    edition: Edition, fonts: CardFonts | None, logo: CardLogo | None = None
) -> ShareCard | None:
    """The card of a briefing; none without fonts, or where they cannot name the site."""
    front = edition.briefing.front
    card = Card(
        site=edition.site.title,
        title=front.title,
        kicker=front.kicker or "",
        date=_date(front),
        standfirst=front.standfirst,
        figures=tuple(_figures(edition)),
        look=_look(edition.site, logo),
    )
    return _share_card(card, fonts, edition.briefing.slug)


def site_card(
    site: Site, fonts: CardFonts | None, logo: CardLogo | None = None
) -> ShareCard | None:
    look = _look(site, logo)
    card = Card(site=site.title, title=site.title, standfirst=site.description, look=look)
    return _share_card(card, fonts, "")


def _look(site: Site, logo: CardLogo | None) -> CardLook:
    look = CardLook(marker=site.look.palette.marker, logo=logo)
    return replace(look, accent=site.look.accent) if site.look.accent else look


def _share_card(card: Card, fonts: CardFonts | None, slug: str) -> ShareCard | None:
    if fonts is None or (drawing := draw_share_card(card)) is None:
        return None
    named = sha256(f"{fonts.digest} {drawing.svg}".encode()).hexdigest()
    picture = SharedPicture(
        path=addresses.card_image(slug, named), width=WIDTH, height=HEIGHT, words=drawing.words
    )
    return ShareCard(picture=picture, svg=drawing.svg, fonts=fonts)


def _date(front: FrontMatter) -> str:
    published = day_words(front.published)
    if not front.updated:
        return published
    return _("%(date)s · updated %(day)s", date=published, day=day_words(front.updated))


def _figures(edition: Edition) -> Iterator[CardFigure]:
    """Figures of which a value, one passage and what others say are the whole story.

    Those that the headline gives come first; then digits that nobody denies, digits that somebody
    does, and words without digits; of these, those that weigh most, and among them those without a
    caveat: a card has no room for one.
    """
    order, title = list(Weight), edition.briefing.front.title

    def place(figure: Figure) -> tuple[bool, bool, bool, int, bool]:
        number = rf"(?<![\d.,]){re.escape(numeral_of(figure).number)}(?![\d.,]*\d)"
        in_headline = re.search(number, title) is not None
        return (
            not in_headline,
            figure.value.is_words,
            is_disputed(figure),
            order.index(figure.weight),
            bool(figure.caveat),
        )

    ordered = sorted(edition.briefing.figures, key=place)
    kept = (figure for figure in ordered if not (figure.derived or figure.revised))
    proved = ((figure, edition.words(figure)) for figure in kept)
    chosen = ((figure, words) for figure, words in proved if len(words) == 1)
    for figure, (words,) in islice(chosen, TRIED):
        yield _figure(figure, words, edition)


def _figure(figure: Figure, words: str, edition: Edition) -> CardFigure:
    by = edition.briefing.name_of(figure.by) if figure.by else ""
    said = (kind_words(figure), by, time_of(figure, edition.briefing.front.published))
    shown = numeral_of(figure)
    return CardFigure(
        hedge=hedge_words(figure.hedge, figure.unit),
        number=shown.before + shown.number,
        rest=f"{shown.after} {shown.unit}".rstrip(),
        label=figure.label,
        kind=", ".join(filter(None, said)),
        doubt=said_instead(figure),
        words=words,
    )


def check_card(front: FrontMatter, fonts: CardFonts | None) -> Iterator[Problem]:
    """Letters of a title that the fonts lack; where they lack all, its editor could not help it."""
    missing = HEADLINE.missing(as_drawn(front.title)) if fonts else ""
    letters = {letter for letter in as_drawn(front.title) if letter.isalnum()}
    if missing and letters - set(missing):
        yield Problem(
            position=front.origin.of("title"),
            rule=Rule.CARD_LETTERS,
            found=f"the share card leaves the title out: its fonts lack “{'”, “'.join(missing)}”",
            fix="write the title without it, or keep it: the card then shows only the name of the site",
        )
