"""Sources with the facts taken from them, how the briefing was made, what was not checked."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from dateline.facts.dates import show_date
from dateline.facts.phrasing import capitalise
from dateline.facts.records import Event, Fact, Figure, Source, SourceRef
from dateline.facts.states import announced_window
from dateline.pages.addresses import Here
from dateline.pages.cards.change_log import CorrectionEntry, corrections_of
from dateline.pages.cards.fact_link import FactLink, fact_link
from dateline.pages.cards.figure_values import values_where
from dateline.pages.cards.method import Method, method_of
from dateline.pages.data.files import downloads, whole_downloads
from dateline.pages.edition import Edition, sources_named_by
from dateline.pages.inline import Link, show_day
from dateline.pages.machines import structured
from dateline.pages.shell import Page, Shell, briefing_shell


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceEntry:
    """`line` is publisher, author, kind and day; `whole` where the article was written from it."""

    id: str
    title: str
    language: str
    line: str
    address: str
    archived: str
    note: str
    whole: bool
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
            title="Sources",
            description=f"What “{briefing.front.title}” was written from, how, and what was not checked.",
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
        line=_line(source),
        address=source.address or "",
        archived=source.archived or "",
        note=source.note or "",
        whole=source.id in edition.briefing.front.sources,
        facts=tuple(_given_by(source, edition, here)),
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
                    yield capitalise(f"expected {announced_window(expectation)}")
            if fact.outcome and _names(source, fact.outcome.source):
                yield capitalise(fact.outcome.state.value)


def _line(source: Source) -> str:
    parts = [
        source.publisher,
        source.author,
        source.kind,
        show_date(source.published) if source.published else None,
        f"read {show_day(source.accessed).words}" if source.accessed else None,
        f"text kept since {show_day(source.retrieved).words}" if source.retrieved else None,
    ]
    return capitalise(" · ".join(part for part in parts if part))
