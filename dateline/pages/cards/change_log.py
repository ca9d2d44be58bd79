"""What changed since a briefing was published: corrected, removed or added by us, or moved on by others."""

from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import sha256
from typing import TypeGuard

from dateline.facts.kinds import kind_name
from dateline.facts.records import Correction, Event, Fact, Figure, Removal
from dateline.facts.states import expected_words, is_on_the_day, verdict
from dateline.frozen import dataclass
from dateline.pages import addresses
from dateline.pages.addresses import Here
from dateline.pages.cards.provenance import revised_by
from dateline.pages.edition import Edition
from dateline.pages.inline import Link, ShownDay, show_day
from dateline.pages.numeral import numeral
from dateline.pages.summary import SummaryChange
from dateline.words import _


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionEntry:
    """`link.href` is empty on the page that it leads to, `now` if a fact was removed, `was` if it is not known."""

    on: ShownDay
    link: Link
    was: str
    now: str
    why: str


def corrections_of(edition: Edition, here: Here) -> tuple[CorrectionEntry, ...]:
    return correction_entries(changes_of_briefing(edition), here)


def correction_entries(changes: Iterable[SummaryChange], here: Here) -> tuple[CorrectionEntry, ...]:
    """Those of the changes that are ours, with their links from `here`."""
    return tuple(
        CorrectionEntry(
            on=show_day(change.on),
            link=Link(
                words=change.name, href=here.to(change.page) if change.page != here.path else ""
            ),
            was=change.was,
            now=change.now,
            why=change.why,
        )
        for change in changes
        if change.is_ours
    )


def changes_of_briefing(edition: Edition) -> tuple[SummaryChange, ...]:
    """The latest first; of one day: the article, facts in the order of pages, removed facts."""
    return tuple(sorted(_changes(edition), key=lambda change: change.on, reverse=True))


def _changes(edition: Edition) -> Iterator[SummaryChange]:
    briefing = edition.briefing
    article = addresses.page_of(briefing.slug, "article")
    for correction in briefing.front.corrections:
        yield _corrected(correction, _("The article"), article, "article")
    for fact in briefing.facts:
        page = addresses.fact_page(briefing.slug, fact.id)
        for correction in fact.corrections:
            yield _corrected(correction, fact.heading, page, _first_id(fact))
        if fact.added and _is_news(fact.added, edition):
            yield _added(fact, fact.added, page)
        if isinstance(fact, Event):
            yield from _outcome(fact, edition, page)
        if isinstance(fact, Figure):
            yield from _revised(fact, edition, page)
    yield from (_removed(removal, edition) for removal in briefing.removed)


def _first_id(fact: Fact) -> str:
    """The id that a fact was first published under, which never changes."""
    return f"facts/{next(iter(fact.formerly), fact.id)}"


def _key(*parts: str, words: Iterable[str] = ()) -> str:
    """A name that no other change affects; `words` distinguish several changes of one day."""
    digest = sha256("\n".join(words).encode()).hexdigest()[:8]
    return "/".join((*parts, digest) if words else parts)


def _corrected(correction: Correction, name: str, page: str, of: str) -> SummaryChange:
    return SummaryChange(
        kind="corrected",
        on=correction.on,
        key=_key(of, "corrected", str(correction.on), words=(correction.was, correction.now)),
        name=name,
        page=page,
        was=correction.was,
        now=correction.now,
        why=correction.why,
    )


def _removed(removal: Removal, edition: Edition) -> SummaryChange:
    """Its address has a notice."""
    return SummaryChange(
        kind="removed",
        on=removal.on,
        key=_key("facts", removal.id, "removed"),
        name=removal.label or kind_name(removal.kind),
        page=addresses.fact_page(edition.briefing.slug, removal.id),
        was=removal.was or "",
        why=removal.why,
    )


def _added(fact: Fact, on: date, page: str) -> SummaryChange:
    key = _key(_first_id(fact), "added")
    return SummaryChange(kind="added", on=on, key=key, name=fact.heading, page=page)


def _outcome(event: Event, edition: Edition, page: str) -> Iterator[SummaryChange]:
    status = edition.statuses[event.id]
    outcome, state = status.outcome, status.state
    if outcome and state and _is_news(outcome.recorded, edition):
        yield SummaryChange(
            kind="outcome",
            on=outcome.recorded,
            key=_key(_first_id(event), "outcome", str(outcome.recorded)),
            name=event.title,
            page=page,
            was=expected_words(status.announced[-1]),
            now=state.words,
            verdict=verdict(status),
            after=state.follows if is_on_the_day(status) else state.words,
        )


def _revised(figure: Figure, edition: Edition, page: str) -> Iterator[SummaryChange]:
    was = numeral(figure.value, figure.unit, figure.hedge).plain
    for revision in figure.revised:
        now = numeral(revision.value, figure.unit, revision.hedge).plain
        on = revision.recorded
        if _is_news(on, edition):
            yield SummaryChange(
                kind="revised",
                on=on,
                key=_key(_first_id(figure), "revised", str(on), words=(revision.value.text,)),
                name=figure.label,
                page=page,
                was=was,
                now=now,
                why=revision.note or "",
                by=revised_by(revision, edition),
            )
        was = now


def _is_news(recorded: date | None, edition: Edition) -> TypeGuard[date]:
    """Whether it was recorded after publication; otherwise the article already had it."""
    return recorded is not None and recorded > edition.briefing.front.published
