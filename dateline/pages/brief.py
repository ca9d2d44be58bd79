"""In brief: what matters and why, what comes next, and the first of everything else."""

from collections.abc import Callable, Collection, Mapping
from typing import Final

from dateline.facts.kinds import BriefingPage
from dateline.facts.records import Event, Figure, Weight
from dateline.frozen import dataclass
from dateline.pages import addresses
from dateline.pages.addresses import Here, here_on
from dateline.pages.article_page import reading_minutes
from dateline.pages.cards.coming import expected_panel, has_open
from dateline.pages.cards.event_card import EventCard, event_card
from dateline.pages.cards.fact_link import fact_link
from dateline.pages.cards.figure_card import FigureCard, figure_card
from dateline.pages.cards.figure_order import by_weight
from dateline.pages.cards.name_cards import NamedCard, named_card
from dateline.pages.cards.picture_card import picture_card
from dateline.pages.edition import Edition, link_to_place
from dateline.pages.inline import Link
from dateline.pages.machines import structured
from dateline.pages.machines.calendar import calendar_link
from dateline.pages.numeral import fit_of_narrow_row
from dateline.pages.operands import figures_with_cards
from dateline.pages.picture import Framing, PictureCard
from dateline.pages.shell import Page, Shell, briefing_shell
from dateline.pages.summary import ExpectedPanel, PointCard
from dateline.words import PluralForms, deferred_forms, ngettext

FIGURES = 4
EVENTS = 4
PEOPLE = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefContext:
    shell: Shell
    article: str
    minutes: int
    lead: PictureCard | None
    points: tuple[PointCard, ...]
    coming: ExpectedPanel | None
    calendar: Link | None
    figures: tuple[FigureCard, ...]
    fit: str
    all_figures: Link | None
    events: tuple[EventCard, ...]
    all_are_latest: bool
    all_events: Link | None
    people: tuple[NamedCard, ...]
    all_people: Link | None


def plan_brief(edition: Edition) -> Page:
    briefing = edition.briefing
    here = here_on(addresses.brief_page(briefing.slug), edition.site.address)
    figures = tuple(figure_card(figure, edition, here) for figure in first_figures(edition))
    points, coming = points_of(edition, here), expected_panel(edition, here)
    linked = {fact.href for point in points for fact in point.facts}
    linked |= {row.href for group in (coming.groups if coming else ()) for row in group.events}
    events, all_are_latest = _further_events(edition, here, linked)
    context = BriefContext(
        shell=briefing_shell(
            edition,
            here,
            title="",
            description=briefing.front.standfirst,
            opening="whole",
            graph=structured.article(
                edition, named=briefing.people[:PEOPLE], description=briefing.front.standfirst
            ),
        ),
        article=here.to(addresses.page_of(briefing.slug, "article")),
        minutes=reading_minutes(edition),
        lead=picture_card(briefing.front.picture, edition, here, "lead", Framing.WIDE, first=True),
        points=points,
        coming=coming,
        calendar=calendar_link(edition, here) if has_open(edition) else None,
        figures=figures,
        fit=fit_of_narrow_row(figure.value for figure in figures),
        all_figures=_whole(
            edition, here, "key-figures", len(figures_with_cards(briefing)), len(figures)
        ),
        events=tuple(event_card(event, edition, here) for event in events),
        all_are_latest=all_are_latest,
        all_events=_whole(edition, here, "timeline", len(briefing.events), len(events)),
        people=tuple(named_card(person, edition, here) for person in briefing.people[:PEOPLE]),
        all_people=_whole(
            edition, here, "who-and-where", len(briefing.named), len(briefing.people[:PEOPLE])
        ),
    )
    return Page(path=here.path, template="brief.html.j2", context=context)


def _further_events(
    edition: Edition, here: Here, linked: Collection[str]
) -> tuple[tuple[Event, ...], bool]:
    """The last events that are not `linked` above, and whether they are the last of all.

    A single one that is left over is no section.
    """
    latest = last_events(edition)
    further = last_events(edition, lambda event: link_to_place(edition, here, event) not in linked)
    return (further, further == latest) if len(further) > 1 or further == latest else ((), False)


def points_of(edition: Edition, here: Here) -> tuple[PointCard, ...]:
    by_id = edition.briefing.fact_by_id
    return tuple(
        PointCard(
            what=point.what,
            why=point.why,
            facts=tuple(fact_link(by_id[fact], edition, here) for fact in point.facts),
        )
        for point in edition.briefing.front.brief
    )


def last_events(
    edition: Edition, is_wanted: Callable[[Event], bool] = lambda _event: True
) -> tuple[Event, ...]:
    """The last things that have happened, also since publication; the latest first."""
    weighty = [
        event for event in edition.come if event.weight is not Weight.MINOR and is_wanted(event)
    ]
    return tuple(reversed(weighty[-EVENTS:]))


def first_figures(edition: Edition) -> tuple[Figure, ...]:
    """The figures that weigh most, in the order of the sheet."""
    figures = figures_with_cards(edition.briefing)
    chosen = by_weight(figures)[:FIGURES]
    return tuple(figure for figure in figures if figure in chosen)


def _whole(edition: Edition, here: Here, page: BriefingPage, count: int, shown: int) -> Link | None:
    """The link to all of a section; None where all of it is shown."""
    if count == shown:
        return None
    href = here.to(addresses.page_of(edition.briefing.slug, page))
    return Link(words=ngettext(*_WHOLE[page], count), href=href)


_WHOLE: Final[Mapping[BriefingPage, PluralForms]] = {
    "key-figures": deferred_forms("See the figure", "See all %(number)s figures"),
    "timeline": deferred_forms("See the event", "See all %(number)s events"),
    "who-and-where": deferred_forms("See the name or place", "See all %(number)s names and places"),
}
