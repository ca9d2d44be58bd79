"""How to cite a fact: in words, and as a quotation on another page."""

from collections.abc import Iterator
from html import escape

from dateline.facts.date_phrases import when_words
from dateline.facts.dates import day_words, show_date
from dateline.facts.expectations import Phase
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
from dateline.frozen import dataclass
from dateline.pages import addresses
from dateline.pages.addresses import address_of
from dateline.pages.cards.figure_values import (
    disputed_basis,
    in_sentence,
    numeral_of,
    other_claims,
)
from dateline.pages.cards.provenance import inside, revised_by
from dateline.pages.edition import Edition
from dateline.pages.inline import FactLink, text_direction
from dateline.pages.numeral import numeral
from dateline.words import _, all_of
from dateline.words.direction import isolated


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """In words, and as HTML to paste; `address` is empty where the site's is not known."""

    full: str
    quote: str
    address: str


def cite(fact: Fact, link: FactLink, edition: Edition) -> Citation:
    """The citations of a fact; what was expected is cited as of the day from which it stands so."""
    page = addresses.fact_page(edition.briefing.slug, fact.id)
    address = address_of(page, edition.site.address)
    claim, who = _claim(fact, link, edition), edition.site.publisher_name
    worked_out = _worked_out(fact, who, edition) if fact.derived else ""
    day = day_words(edition.briefing.front.published)
    where = (_in_briefing(edition), _site(edition), day, *_as_of(fact, edition))
    return Citation(
        full=f"{_listed(claim, worked_out, *where)}. {address}".rstrip(),
        quote=_quote(fact, claim, edition, address),
        address=address,
    )


def _worked_out(fact: Fact, who: str, edition: Edition) -> str:
    """By whom, and from which figure if others deny that."""
    basis = disputed_basis(fact, edition.briefing) if isinstance(fact, Figure) else None
    if not basis:
        return _("worked out by %(name)s", name=who)
    label = _inner(basis.label)
    return _("worked out by %(name)s from a disputed figure, “%(label)s”", name=who, label=label)


def _listed(*parts: str) -> str:
    return ", ".join(filter(None, parts))


def _in_briefing(edition: Edition) -> str:
    title, authors = _headline(edition), edition.briefing.front.authors
    if not authors:
        return _("in %(title)s", title=title)
    return _("in %(title)s by %(authors)s", title=title, authors=all_of(authors))


def _as_of(fact: Fact, edition: Edition) -> Iterator[str]:
    if updated := edition.updated:
        yield _("updated %(day)s", day=day_words(updated))
    if isinstance(fact, Event) and (since := edition.as_of_event(fact)):
        yield _("status as of %(date)s", date=day_words(since))


def _site(edition: Edition) -> str:
    title, who = edition.site.title, edition.site.publisher_name
    return title if who == title else f"{isolated(title)}, {isolated(who)}"


def _headline(edition: Edition) -> str:
    return _("“%(words)s”", words=_inner(edition.briefing.front.title))


# What is cited


def _claim(fact: Fact, link: FactLink, edition: Edition) -> str:
    """The fact between quotation marks: the words of who said them, else ours."""
    match fact:
        case Quotation():
            return _("%(who)s: “%(words)s”", who=link.short, words=inside(_inner(fact.words)))
        case Event():
            words = _event(fact, link, edition)
        case Figure():
            words = _figure(fact)
        case Person():
            words = _("%(name)s: %(role)s", name=fact.name, role=fact.role)
        case Organisation() | Place():
            words = fact.name
        case _:
            raise TypeError(type(fact).__name__)
    is_unnamed = link.claimed and not words.startswith((link.claimed, isolated(link.claimed)))
    claim = _("“%(words)s”", words=_inner(words))
    if is_unnamed:
        name = in_sentence(link.claimed)
        claim = _("%(claim)s, according to %(name)s", claim=claim, name=name)
    if not isinstance(fact, Figure):
        return claim
    return "; ".join([_revised(claim, fact, edition), *other_claims(fact, edition.briefing)])


def _revised(claim: str, figure: Figure, edition: Edition) -> str:
    """The claim, and what its source has made of the number since."""
    if not figure.revised:
        return claim
    newest = figure.revised[-1]
    value = numeral(newest.value, figure.unit, newest.hedge).plain
    if who := revised_by(newest, edition):
        name = in_sentence(who)
        message = _(
            "%(claim)s, since revised by %(name)s to %(value)s", claim=claim, name=name, value=value
        )
    else:
        message = _("%(claim)s, since revised to %(value)s", claim=claim, value=value)
    return message


def _figure(figure: Figure) -> str:
    """Its label and value; of a forecast, also for when, and when it was made."""
    shown = _("%(label)s: %(value)s", label=figure.label, value=numeral_of(figure).plain)
    if figure.kind is not FigureKind.FORECAST:
        return shown
    date = show_date(figure.when) if figure.when else ""
    made = when_words(figure.made) if figure.made else ""
    if date and made:
        message = _(
            "%(figure)s (forecast for %(date)s, made %(made)s)", figure=shown, date=date, made=made
        )
    elif date:
        message = _("%(figure)s (forecast for %(date)s)", figure=shown, date=date)
    elif made:
        message = _("%(figure)s (forecast, made %(made)s)", figure=shown, made=made)
    else:
        message = _("%(figure)s (forecast)", figure=shown)
    return message


def _event(event: Event, link: FactLink, edition: Edition) -> str:
    if not link.phase:
        dated = _("%(date)s: %(title)s", date=link.short, title=event.title)
        return dated if event.date else event.title
    state = edition.statuses[event.id].state
    is_open = link.phase in (Phase.AHEAD, Phase.DUE, Phase.PASSED)
    words = (state.lead if is_open else state.words) if state else ""
    inner = words[:1].lower() + words[1:].rstrip(".")
    return _("%(event)s (%(state)s)", event=event.title, state=inner)


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
    return _listed(linked, escape(_site(edition)), day_words(edition.briefing.front.published))
