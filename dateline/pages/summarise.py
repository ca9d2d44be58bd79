"""A briefing in short, for the site's own pages."""

from dataclasses import replace

from dateline.facts.records import Figure
from dateline.facts.wording import sentences
from dateline.pages import addresses
from dateline.pages.addresses import Here, here_on
from dateline.pages.archive.mentioning import mentions_of
from dateline.pages.article_page import reading_minutes
from dateline.pages.brief import first_figures, points_of
from dateline.pages.cards.change_log import changes_of_briefing
from dateline.pages.cards.coming import expected_panel
from dateline.pages.cards.compared import basis_link
from dateline.pages.cards.event_listing import listed_events
from dateline.pages.cards.figure_values import as_revised, is_disputed, numeral_of, said_instead
from dateline.pages.cards.figure_words import kind_and_time
from dateline.pages.cards.picture_card import picture_card
from dateline.pages.cards.provenance import name_links, provenance_of
from dateline.pages.edition import Edition, link_to_place, link_to_words
from dateline.pages.inline import Link
from dateline.pages.machines.calendar import calendar_entries
from dateline.pages.numeral import hedge_words
from dateline.pages.operands import operands_of
from dateline.pages.picture import Framing
from dateline.pages.row import row_of
from dateline.pages.search.search_file import search_terms
from dateline.pages.summary import Summary, SummaryFigure

FACTS_OF_A_POINT = 2


def summarise(edition: Edition) -> Summary:
    briefing, front = edition.briefing, edition.briefing.front
    here = here_on(addresses.FRONT, edition.site.address)
    return Summary(
        slug=briefing.slug,
        first_slug=next(iter(front.formerly), briefing.slug),
        language=edition.language,
        page=addresses.brief_page(briefing.slug),
        kicker=front.kicker or "",
        title=front.title,
        standfirst=front.standfirst,
        lead=picture_card(front.picture, edition, here, "lead", Framing.WIDE, first=True),
        published=front.published,
        updated=front.updated,
        changed=edition.changed,
        authors=front.authors,
        minutes=reading_minutes(edition),
        facts=len(briefing.facts),
        points=tuple(
            replace(point, facts=point.facts[:FACTS_OF_A_POINT])
            for point in points_of(edition, here)
        ),
        figures=tuple(_figure(figure, edition, here) for figure in first_figures(edition)),
        coming=expected_panel(edition, here),
        calendar=calendar_entries(edition),
        row=tuple(
            Link(words=words, href=here.to(addresses.page_of(briefing.slug, page)), count=count)
            for page, words, count in row_of(briefing)
        ),
        ids=tuple(fact.id for fact in briefing.facts),
        moment=edition.published if "T" in edition.published else "",
        changes=changes_of_briefing(edition),
        mentions=mentions_of(edition),
        search=search_terms(edition),
        topics=_topics(edition),
        kept_back=edition.kept_back,
        events=listed_events(edition),
    )


def _topics(edition: Edition) -> tuple[str, ...]:
    """Those that the editor names, else those of its events."""
    of_events = (topic for event in edition.briefing.events for topic in event.topic)
    return tuple(dict.fromkeys(edition.briefing.front.topics or of_events))


def _figure(figure: Figure, edition: Edition, here: Here) -> SummaryFigure:
    words, provenance = edition.words(figure), provenance_of(figure, edition, here)
    operands, newest = operands_of(figure, edition.briefing), as_revised(figure)
    lines = provenance.sources or provenance.of_article
    return SummaryFigure(
        hedge=hedge_words(newest.hedge, figure.unit),
        value=numeral_of(newest),
        disputed=is_disputed(figure),
        instead=said_instead(figure),
        basis=None if is_disputed(figure) else basis_link((figure,), edition, here),
        kind_and_time=kind_and_time(figure, edition.briefing),
        label=figure.label,
        href=link_to_place(edition, here, figure),
        words=next(iter(words), ""),
        begins_inside=_begins_inside(figure, edition),
        words_href=link_to_words(edition, here, figure) or "",
        terms=() if words else name_links((each.id for each in operands), edition, here),
        sources=()
        if words or operands
        else tuple(Link(words=line.title, href=line.href) for line in lines),
    )


def _begins_inside(figure: Figure, edition: Edition) -> bool:
    """Whether a sentence has begun before the words that a figure rests on."""
    span = next(iter(edition.spans.get(figure.id, ())), None)
    if span is None or edition.heads(span):
        return False
    text = edition.briefing.article.blocks[span.block].text
    begins = next(start for start, end in sentences(text) if span.start < end)
    return any(letter.isalnum() for letter in text[begins : span.start])
