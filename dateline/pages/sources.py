"""Sources with the facts taken from them, how the briefing was made, what was not checked."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from dateline.facts.dates import day_words, show_date
from dateline.facts.phrasing import capitalise
from dateline.facts.records import Event, Fact, Figure, OutcomeState, Source, SourceRef
from dateline.facts.states import expected_words
from dateline.pages.addresses import Here
from dateline.pages.cards.change_log import CorrectionEntry, corrections_of
from dateline.pages.cards.fact_link import fact_link
from dateline.pages.cards.figure_values import values_where
from dateline.pages.cards.method import Method, method_of
from dateline.pages.data.files import downloads, whole_downloads
from dateline.pages.edition import Edition, sources_named_by
from dateline.pages.inline import FactLink, Link
from dateline.pages.machines import structured
from dateline.pages.shell import Page, Shell, briefing_shell
from dateline.words import _, deferred, ngettext


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceEntry:
    """`line` is publisher, author, kind and day; `role` what the article was written from it."""

    id: str
    title: str
    language: str
    role: str
    line: str
    address: str
    archived: str
    note: str
    facts: tuple[FactLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesContext:
    shell: Shell
    sources: tuple[SourceEntry, ...]
    method: Method
    corrections: tuple[CorrectionEntry, ...]
    downloads: Mapping[str, Link]


def plan_sources(edition: Edition) -> Page:
    here, briefing = edition.here("sources"), edition.briefing
    files = {**downloads(edition, here, "sources"), **whole_downloads(edition, here)}
    context = SourcesContext(
        shell=briefing_shell(
            edition,
            here,
            title=_("Sources"),
            description=_(
                "What “%(title)s” was written from, how, and what has not been checked.",
                title=briefing.front.title,
            ),
            graph=(structured.sources(edition), structured.dataset(edition, here, files.values())),
        ),
        sources=source_entries(edition, here),
        method=method_of(edition, here),
        corrections=corrections_of(edition, here),
        downloads=files,
    )
    return Page(path=here.path, template="sources.html.j2", context=context)


def source_entries(edition: Edition, here: Here) -> tuple[SourceEntry, ...]:
    return tuple(_entry(source, edition, here) for source in edition.briefing.sources)


def _entry(source: Source, edition: Edition, here: Here) -> SourceEntry:
    return SourceEntry(
        id=source.id,
        title=source.title,
        language=source.language or "",
        role=_role(source, edition),
        line=_line(source),
        address=source.address or "",
        archived=source.archived or "",
        note=source.note or "",
        facts=tuple(_given_by(source, edition, here)),
    )


def _role(source: Source, edition: Edition) -> str:
    """What the article owes to it; a fact without a source of its own comes from the article's only one."""
    main = edition.briefing.front.sources
    if source.id not in main:
        return ""
    if len(main) > 1:
        return _("One of the main sources of the article")
    others = sum(not (fact.source or fact.derived) for fact in edition.briefing.facts)
    return ngettext(
        "Main source: the article was written from it, and %(number)s fact comes from there",
        "Main source: the article was written from it, and %(number)s facts come from there",
        others,
    )


def _given_by(source: Source, edition: Edition, here: Here) -> Iterator[FactLink]:
    """What the source gave: the fact itself, or the value, window or outcome that names the source."""
    for fact in edition.briefing.facts:
        if source.id in sources_named_by(fact):
            link = fact_link(fact, edition, here)
            own = [] if _names(source, fact.source) else list(_parts_given(source, fact))
            yield from (
                (replace(link, short=short) for short in dict.fromkeys(own)) if own else [link]
            )


def _names(source: Source, references: Iterable[SourceRef]) -> bool:
    return any(reference.id == source.id for reference in references)


def _parts_given(source: Source, fact: Fact) -> Iterator[str]:
    match fact:
        case Figure():
            yield from values_where(fact, lambda part: _names(source, part.source))
        case Event():
            for expectation in fact.expected:
                if _names(source, expectation.source):
                    yield expected_words(expectation)
            if fact.outcome and _names(source, fact.outcome.source):
                yield _(OUTCOMES[fact.outcome.state])


OUTCOMES: Final = {
    OutcomeState.HAPPENED: deferred("Happened"),
    OutcomeState.CHANGED: deferred("Changed"),
    OutcomeState.CANCELLED: deferred("Called off"),
    OutcomeState.DISPUTED: deferred("Disputed"),
}


def _line(source: Source) -> str:
    parts = [
        source.publisher,
        source.author,
        source.kind,
        show_date(source.published) if source.published else None,
        _("read on %(date)s", date=day_words(source.accessed)) if source.accessed else None,
        _("copy of its text kept since %(date)s", date=day_words(source.retrieved))
        if source.retrieved
        else None,
    ]
    return capitalise(" · ".join(part for part in parts if part))
