"""Sources with the facts taken from them, how the briefing was made, what was not checked."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from dateline.facts.dates import day_words, show_date
from dateline.facts.expectations import Phase
from dateline.facts.kinds import Kind, count_of
from dateline.facts.phrasing import capitalise
from dateline.facts.records import Event, Fact, Figure, OutcomeState, Source, SourceRef
from dateline.facts.states import once_due_words
from dateline.frozen import dataclass
from dateline.pages.addresses import Here
from dateline.pages.cards.change_log import CorrectionEntry, corrections_of
from dateline.pages.cards.fact_link import fact_link
from dateline.pages.cards.figure_values import value_before, value_of, values_where
from dateline.pages.cards.method import Method, method_of
from dateline.pages.cards.value_shown import sources_of_outcome, sources_shown
from dateline.pages.data.files import downloads, every_download, whole_downloads
from dateline.pages.edition import Edition, sources_named_by
from dateline.pages.inline import FactLink, Link
from dateline.pages.machines import structured
from dateline.pages.shell import Page, Shell, briefing_shell
from dateline.words import _, deferred, ngettext


@dataclass(frozen=True, slots=True, kw_only=True)
class FactGroup:
    """The facts of one kind that a source gave: “14 events”, each in short."""

    words: str
    facts: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceEntry:
    """`line` is publisher, author, kind and day; `role` what the article was written from it.

    `facts` are those that it gave; where they are many, they are in `groups` instead, a list for each
    kind, and `count` says how many: “54 facts”.
    """

    id: str
    title: str
    language: str
    role: str
    line: str
    address: str
    archived: str
    note: str
    facts: tuple[FactLink, ...]
    count: str
    groups: tuple[FactGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesContext:
    shell: Shell
    sentence: str
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
                "The sources of “%(title)s”, how it was made, and what has not been checked.",
                title=briefing.front.title,
            ),
            graph=(
                structured.sources(edition),
                structured.dataset(edition, here, every_download(edition, here)),
            ),
        ),
        sentence=_sentence(briefing.sources),
        sources=source_entries(edition, here),
        method=method_of(edition, here),
        corrections=corrections_of(edition, here),
        downloads=files,
    )
    return Page(path=here.path, template="sources.html.j2", context=context)


def _sentence(sources: Sequence[Source]) -> str:
    count = ngettext("%(number)s source.", "%(number)s sources.", len(sources))
    if not sources or any(source.address or source.archived for source in sources):
        return count
    return ngettext(
        "%(number)s source, without a web address.",
        "%(number)s sources, none with a web address.",
        len(sources),
    )


def source_entries(edition: Edition, here: Here) -> tuple[SourceEntry, ...]:
    return tuple(_entry(source, edition, here) for source in edition.briefing.sources)


_MOST_UNFOLDED: Final = 8


def _entry(source: Source, edition: Edition, here: Here) -> SourceEntry:
    given = tuple(_given_by(source, edition, here))
    is_long = len(given) > _MOST_UNFOLDED
    groups = tuple(_groups(given)) if is_long else ()
    count = sum(len(group.facts) for group in groups)
    return SourceEntry(
        id=source.id,
        title=source.title,
        language=source.language or "",
        role=_role(source, edition),
        line=_line(source),
        address=source.address or "",
        archived=source.archived or "",
        note=source.note or "",
        facts=()
        if is_long
        else tuple(replace(link, short=capitalise(link.short)) for _kind, link in given),
        count=ngettext("%(number)s fact", "%(number)s facts", count),
        groups=groups,
    )


def _groups(given: Iterable[tuple[Kind, FactLink]]) -> Iterator[FactGroup]:
    by_kind: dict[Kind, list[FactLink]] = {}
    for kind, link in given:
        by_kind.setdefault(kind, []).append(link)
    for kind, links in by_kind.items():
        shown = {link.href: Link(words=_in_short(kind, link), href=link.href) for link in links}
        yield FactGroup(words=count_of(kind, len(shown)), facts=tuple(shown.values()))


def _in_short(kind: Kind, link: FactLink) -> str:
    match kind:
        case Kind.EVENT:
            return link.name
        case Kind.FIGURE:
            return _("%(label)s, %(value)s", label=link.name, value=link.short)
        case Kind.QUOTATION:
            return _("%(speaker)s: %(words)s", speaker=link.short, words=link.name)
    return link.short


def _role(source: Source, edition: Edition) -> str:
    """What the article owes to it."""
    main = edition.briefing.front.sources
    if source.id not in main:
        return ""
    if len(main) > 1:
        return _("One of the main sources of the article.")
    return _("Main source of the article. Facts from it:")


def _given_by(source: Source, edition: Edition, here: Here) -> Iterator[tuple[Kind, FactLink]]:
    """What the source gave: the fact itself, or the value, window or outcome that names the source.

    The article's only source gave the facts that name none.
    """
    is_only = edition.briefing.front.sources == (source.id,)
    for fact in edition.briefing.facts:
        own = _names(source, fact.source)
        own |= is_only and not (fact.source or fact.derived or _is_announced_by_another(fact))
        if own or source.id in sources_named_by(fact, edition):
            link = fact_link(fact, edition, here)
            parts = [] if own else list(_parts_given(source, fact, edition))
            # After a label, in a group, a value has no capital of its own.
            whole = value_of(fact, edition.briefing) if isinstance(fact, Figure) else link.short
            for short in dict.fromkeys(parts) or [_given(source, fact, edition) or whole]:
                yield fact.KIND, replace(link, short=short)


def _names(source: Source, references: Iterable[SourceRef]) -> bool:
    return any(reference.id == source.id for reference in references)


def _is_announced_by_another(fact: Fact) -> bool:
    return isinstance(fact, Event) and any(each.source for each in fact.expected)


def _given(source: Source, fact: Fact, edition: Edition) -> str:
    """What the source gave of a fact for which pages show what another one gave since; else nothing."""
    match fact:
        case Figure() if fact.revised and not _names(source, sources_shown(fact, edition)):
            is_in_article = not fact.source and not fact.revised[-1].source
            return "" if is_in_article else value_before(fact, edition.briefing)
        case Event() if not _names(source, sources_of_outcome(fact, edition) or ()):
            status = edition.statuses[fact.id]
            return once_due_words(status.announced[-1]) if status.outcome else ""
    return ""


def _parts_given(source: Source, fact: Fact, edition: Edition) -> Iterator[str]:
    match fact:
        case Figure():
            yield from values_where(fact, lambda part: _names(source, part.source))
        case Event():
            status = edition.statuses[fact.id]
            is_open = status.state and status.state.phase in (Phase.AHEAD, Phase.DUE)
            for expectation in status.announced:
                if _names(source, expectation.source):
                    is_current = is_open and expectation is status.announced[-1]
                    yield status.when if is_current else once_due_words(expectation)
            if _names(source, sources_of_outcome(fact, edition) or ()) and status.outcome:
                yield _(OUTCOMES[status.outcome.state])


OUTCOMES: Final = {
    OutcomeState.HAPPENED: deferred("Happened"),
    OutcomeState.CHANGED: deferred("Not as announced"),
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
        _("text saved on %(date)s", date=day_words(source.retrieved)) if source.retrieved else None,
    ]
    return capitalise(" · ".join(part for part in parts if part))
