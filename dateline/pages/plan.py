"""Which pages there are: those of a briefing, and those of the site."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial

from dateline.facts.records import Event, Figure, Site
from dateline.pages import addresses
from dateline.pages.about import about_context, not_found_context
from dateline.pages.addresses import Here, Sheet
from dateline.pages.article_page import article_context, reading_minutes
from dateline.pages.brief import brief_context, expected_events, first_figures
from dateline.pages.cards.change_log import changes_of_briefing
from dateline.pages.cards.fact_link import fact_link
from dateline.pages.cards.figure_card import figure_card
from dateline.pages.corrections import corrections_context
from dateline.pages.edition import Edition
from dateline.pages.everything import everything_context
from dateline.pages.fact import FactContext, fact_contexts
from dateline.pages.front import front_context
from dateline.pages.key_figures import plan_key_figures
from dateline.pages.machines.calendar import calendar_entries
from dateline.pages.moved import plan_moved
from dateline.pages.picture import ShareCard
from dateline.pages.removed import plan_removed
from dateline.pages.shell import Page, sheets_of
from dateline.pages.sources import sources_context
from dateline.pages.summary import Summary, SummaryEvent, SummaryFigure, SummarySheet
from dateline.pages.timeline import plan_timeline
from dateline.pages.who_and_where import plan_who_and_where


def plan_briefing(edition: Edition) -> tuple[Page, ...]:
    """Every page of a briefing; a sheet without content has none."""
    pages = [plan() for plan in _plans(edition).values()]
    pages += plan_removed(edition)
    return (*pages, *plan_moved(edition, pages))


def plan_page(edition: Edition, path: str) -> Page | None:
    """One page of a briefing without the others; None where it has none at `path`."""
    plan = _plans(edition).get(path)
    return plan() if plan else None


def _plans(edition: Edition) -> dict[str, Callable[[], Page]]:
    """How to plan each page that tells what the briefing now holds, by its path."""
    slug, briefing = edition.briefing.slug, edition.briefing
    plans: dict[str, Callable[[], Page]] = {
        addresses.brief_page(slug): lambda: Page(
            path=addresses.brief_page(slug),
            template="brief.html.j2",
            context=brief_context(edition),
        ),
        addresses.sheet_page(slug, "article"): lambda: _sheet(
            slug, "article", article_context(edition)
        ),
        addresses.sheet_page(slug, "all"): lambda: _sheet(slug, "all", everything_context(edition)),
    }
    if briefing.events:
        plans[addresses.sheet_page(slug, "timeline")] = partial(plan_timeline, edition)
    if briefing.figures:
        plans[addresses.sheet_page(slug, "key-figures")] = partial(plan_key_figures, edition)
    if briefing.named:
        plans[addresses.sheet_page(slug, "who-and-where")] = partial(plan_who_and_where, edition)
    if briefing.sources:
        plans[addresses.sheet_page(slug, "sources")] = lambda: _sheet(
            slug, "sources", sources_context(edition)
        )
    return plans | {path: partial(_fact, path, one) for path, one in fact_contexts(edition)}


def _sheet(slug: str, sheet: Sheet, context: object) -> Page:
    path = addresses.sheet_page(slug, sheet)
    return Page(path=path, template=f"{sheet}.html.j2", context=context)


def _fact(path: str, context: Callable[[], FactContext]) -> Page:
    return Page(path=path, template="fact.html.j2", context=context())


def plan_site(
    summaries: tuple[Summary, ...], site: Site, today: date, card: ShareCard | None = None
) -> tuple[Page, ...]:
    """The pages that belong to no briefing; links to them are shared with `card`."""
    picture = card.picture if card else None
    front = front_context(summaries, site, today, picture)
    about, missing = about_context(site, picture), not_found_context(summaries, site)
    corrections = corrections_context(summaries, site, picture)
    return (
        Page(path=addresses.FRONT, template="front.html.j2", context=front),
        Page(path=addresses.ABOUT, template="about.html.j2", context=about),
        Page(path=addresses.CORRECTIONS, template="corrections.html.j2", context=corrections),
        Page(path=addresses.NOT_FOUND, template="404.html.j2", context=missing),
    )


# A briefing in short


def summarise(edition: Edition) -> Summary:
    """What the site's own pages need to know of a briefing."""
    briefing, front = edition.briefing, edition.briefing.front
    return Summary(
        slug=briefing.slug,
        first_slug=next(iter(front.formerly), briefing.slug),
        language=edition.language,
        page=addresses.brief_page(briefing.slug),
        kicker=front.kicker or "",
        title=front.title,
        standfirst=front.standfirst,
        published=front.published.isoformat(),
        updated=front.updated.isoformat() if front.updated else "",
        changed=edition.changed.isoformat(),
        authors=front.authors,
        minutes=reading_minutes(edition),
        facts=len(briefing.facts),
        points=tuple(point.what for point in front.brief),
        figures=tuple(_figure(one, edition) for one in first_figures(edition)),
        coming=tuple(_coming(expected_events(edition), edition)),
        calendar=calendar_entries(edition),
        sheets=tuple(_sheets(edition)),
        ids=tuple(fact.id for fact in briefing.facts),
        changes=changes_of_briefing(edition),
    )


def _sheets(edition: Edition) -> Iterable[SummarySheet]:
    for sheet, name, count in sheets_of(edition):
        page = addresses.sheet_page(edition.briefing.slug, sheet)
        yield SummarySheet(name=name, page=page, count=count)


def _figure(figure: Figure, edition: Edition) -> SummaryFigure:
    slug = edition.briefing.slug
    card = figure_card(figure, edition, Here(path=addresses.FRONT))
    return SummaryFigure(
        hedge=card.hedge,
        value=card.value,
        label=card.label,
        page=addresses.sheet_page(slug, figure.KIND.page),
        id=figure.id,
        words=next(iter(edition.words(figure)), ""),
        words_page=addresses.sheet_page(slug, "article"),
        words_id=addresses.words_id(figure.id),
    )


def _coming(events: Iterable[Event], edition: Edition) -> Iterable[SummaryEvent]:
    for event in events:
        link = fact_link(event, edition, Here(path=addresses.FRONT))
        yield SummaryEvent(
            date=link.short,
            title=link.name,
            phase=link.phase,
            state=link.state,
            page=addresses.sheet_page(edition.briefing.slug, event.KIND.page),
            id=event.id,
        )
