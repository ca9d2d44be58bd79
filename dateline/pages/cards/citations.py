"""How to cite a fact: in a sentence, in a list of sources, and as a quotation on another page."""

from dataclasses import dataclass
from html import escape

from dateline.facts.date_phrases import window_words
from dateline.facts.dates import show_date
from dateline.facts.expectations import Phase
from dateline.facts.phrasing import join_words
from dateline.facts.records import (
    Event,
    Fact,
    Figure,
    FigureKind,
    Organisation,
    Person,
    Place,
    Quotation,
)
from dateline.pages import addresses
from dateline.pages.addresses import address_of
from dateline.pages.cards.figure_values import numeral_of, other_claims
from dateline.pages.edition import Edition
from dateline.pages.inline import FactLink, show_day, text_direction


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Short, in full, and as HTML to paste; `address` is empty where the site's is not known."""

    short: str
    full: str
    quote: str
    address: str


def cite(fact: Fact, link: FactLink, edition: Edition) -> Citation:
    """The citations of a fact; what was expected is cited as of the day from which it stands so."""
    front = edition.briefing.front
    page = addresses.fact_page(edition.briefing.slug, fact.id)
    address = address_of(page, edition.site.address)
    claim, who = _claim(fact, link, edition), edition.site.publisher_name
    worked_out = f", worked out by {who}" if fact.derived else ""
    named = "" if worked_out and who == edition.site.title else f", {edition.site.title}"
    day = show_day(front.published).words
    updated = f", updated {show_day(front.updated).words}" if front.updated else ""
    authors = f" by {join_words(front.authors)}" if front.authors else ""
    where = f"in {_headline(edition)}{authors}, {_site(edition)}"
    since = edition.as_of_event(fact) if isinstance(fact, Event) else None
    as_of = f", as of {show_day(since).words}" if since else ""
    full = f"{claim}{worked_out}, {where}, {day}{updated}{as_of}. {address}".rstrip()
    return Citation(
        short=f"{claim}{worked_out}{named}, {day}.",
        full=full,
        quote=_quote(fact, claim, edition, address),
        address=address,
    )


def _site(edition: Edition) -> str:
    title, who = edition.site.title, edition.site.publisher_name
    return title if who == title else f"{title}, {who}"


def _headline(edition: Edition) -> str:
    return f"“{_inner(edition.briefing.front.title)}”"


# What is cited


def _claim(fact: Fact, link: FactLink, edition: Edition) -> str:
    """The fact between quotation marks: the words of who said them, else ours."""
    match fact:
        case Quotation():
            return f"{link.short}: “{_inner(fact.words)}”"
        case Event():
            words = _event(fact, link, edition)
        case Figure():
            words = _figure(fact)
        case Person():
            words = f"{fact.name}: {fact.role}"
        case Organisation() | Place():
            words = fact.name
        case _:
            raise TypeError(type(fact).__name__)
    is_unnamed = link.claimed and not words.startswith(link.claimed)
    claim = f"“{_inner(words)}”" + (f", according to {link.claimed}" if is_unnamed else "")
    others = other_claims(fact, edition.briefing) if isinstance(fact, Figure) else ()
    return "; ".join([claim, *others])


def _figure(figure: Figure) -> str:
    """Its label and value; of a forecast, also for when, and when it was made."""
    words = f"{figure.label}: {numeral_of(figure).plain}"
    if figure.kind is not FigureKind.FORECAST:
        return words
    when = f" for {show_date(figure.when)}" if figure.when else ""
    made = f", made {show_date(figure.made)}" if figure.made else ""
    return f"{words} (forecast{when}{made})"


def _event(event: Event, link: FactLink, edition: Edition) -> str:
    if not link.phase:
        return f"{link.short}: {event.title}" if event.date else event.title
    if link.phase in (Phase.AHEAD, Phase.DUE, Phase.PASSED):
        window = edition.dates[event.id]
        lead = "was expected" if link.phase == Phase.PASSED else "expected"
        return f"{event.title} ({lead}{f' {window_words(window)}' if window else ''})"
    state = edition.statuses[event.id].state
    words = state.words if state else ""
    return f"{event.title} ({words[:1].lower()}{words[1:].rstrip('.')})"


def _inner(words: str) -> str:
    """Words between quotation marks: their own marks become single."""
    return words.replace("“", "‘").replace("”", "’")


# A quotation for somebody else's page


def _quote(fact: Fact, claim: str, edition: Edition, address: str) -> str:
    """The fact's words, else the claim; the attribution is outside the quotation (HTML, 4.4.4)."""
    article = addresses.page_of(edition.briefing.slug, "article")
    words = edition.words(fact)
    place = address_of(article, edition.site.address, addresses.words_id(fact.id))
    cited = f' cite="{escape(place if words else address)}"' if address else ""
    language = edition.language
    paragraphs = "".join(f"<p>{escape(passage)}</p>\n" for passage in words or (claim,))
    return (
        f'<figure lang="{language}" dir="{text_direction(language)}">\n'
        f"<blockquote{cited}>\n{paragraphs}</blockquote>\n"
        f"<figcaption>{_attribution(edition, address)}</figcaption>\n"
        "</figure>"
    )


def _attribution(edition: Edition, address: str) -> str:
    title = escape(_headline(edition))
    linked = f'<a href="{escape(address)}">{title}</a>' if address else title
    return f"{linked}, {escape(_site(edition))}, {show_day(edition.briefing.front.published).words}"
