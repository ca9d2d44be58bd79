"""What every card says of its fact: the words it rests on, who says so, and who checked it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from typing import Final

from dateline.facts.dates import day_words
from dateline.facts.phrasing import after_colon
from dateline.facts.records import Event, Fact, Figure, OtherValue, Revision, SourceRef
from dateline.frozen import dataclass
from dateline.pages import addresses
from dateline.pages.addresses import Here
from dateline.pages.cards.value_shown import (
    is_of_plan,
    record_shown,
    sources_of_outcome,
    sources_shown,
)
from dateline.pages.edition import (
    Edition,
    date_origin,
    link_to_page,
    link_to_place,
    sources_named_by,
)
from dateline.pages.inline import Link
from dateline.pages.operands import operands_of
from dateline.pages.text.fragments import link_to_words_at
from dateline.words import _, all_of, spoken


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A passage of the article with its link; `paragraph` is 0 outside the story's paragraphs.

    `heads` are those of a table's cell, and `table` is what stands over that.
    """

    table: str
    heads: str
    words: str
    href: str
    paragraph: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """`words` are the source's own; `words_href` is empty unless it is on the web."""

    title: str
    href: str
    words: str = ""
    words_href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Backing:
    """What one of the other values of a figure rests on, and where its date comes from, if said."""

    sources: tuple[SourceLine, ...]
    evidence: tuple[Evidence, ...] = ()
    date_from: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionLine:
    on: str
    was: str
    now: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """`address` is the fact's page, `place` its place on its sheet's; unknown texts are empty.

    `sources` and `evidence` are those of the value shown, and where they are `is_of_plan`, of what was announced
    and not of what became of it. `of_article` are the article's sources, for a fact that names none of its own.
    `is_usual` where the page says once for many facts where they come from, and for this one nothing.
    """

    address: str
    place: str
    evidence: tuple[Evidence, ...] = ()
    sources: tuple[SourceLine, ...] = ()
    of_article: tuple[SourceLine, ...] = ()
    by: Link | None = None
    is_of_plan: bool = False
    is_derived: bool = False
    is_usual: bool = False
    checked: str = ""
    caveat: str = ""
    corrections: tuple[CorrectionLine, ...] = ()
    added: str = ""


def provenance_of(fact: Fact, edition: Edition, here: Here) -> Provenance:
    check, sources = fact.checked, sources_shown(fact, edition)
    return Provenance(
        address=link_to_page(edition, here, fact),
        place=link_to_place(edition, here, fact),
        evidence=evidence_of(record_shown(fact), edition, here),
        sources=source_lines(sources, edition, here),
        of_article=() if sources else _of_article(fact, edition, here),
        is_of_plan=is_of_plan(fact, edition),
        by=name_link(fact.by, edition, here) if fact.by else None,
        is_derived=fact.derived is not None,
        checked=_("Checked on %(date)s by %(name)s", date=day_words(check.on), name=check.by)
        if check
        else "",
        caveat=fact.caveat or "",
        corrections=tuple(
            CorrectionLine(
                on=day_words(correction.on),
                was=inside(correction.was),
                now=inside(correction.now),
                why=correction.why,
            )
            for correction in fact.corrections
        ),
        added=day_words(fact.added) if fact.added else "",
    )


def backing_of(value: OtherValue, edition: Edition, here: Here, *, by: str = "") -> Backing:
    return Backing(
        sources=source_lines(value.source, edition, here, by=by),
        evidence=evidence_of(value, edition, here),
        date_from=after_colon(date_origin(value.date_from, edition.briefing))
        if value.date_from
        else "",
    )


def usual_sources(facts: Iterable[Fact], edition: Edition, here: Here) -> tuple[SourceLine, ...]:
    """The sources that most of those of the facts come from which are not in the article, if many do."""
    named = Counter(
        source_lines(named_by, edition, here)
        for fact in facts
        if (named_by := sources_shown(fact, edition))
        and not edition.passages_of(record_shown(fact))
    )
    for sources, number in named.most_common(1):
        if number >= max(_MANY_OF_A_SOURCE, named.total() / 2):
            return sources
    return ()


# From so many facts on a source is said once for all of them.
_MANY_OF_A_SOURCE: Final = 3


def but_usual(provenance: Provenance, usual: tuple[SourceLine, ...]) -> Provenance:
    """Without the sources that the page names once, where nothing else supports the fact."""
    is_alike = provenance.sources == usual and not provenance.is_of_plan
    if usual and is_alike and not provenance.evidence:
        return replace(provenance, sources=(), is_usual=True)
    return provenance


def evidence_of(record: Fact | OtherValue, edition: Edition, here: Here) -> tuple[Evidence, ...]:
    article = addresses.page_of(edition.briefing.slug, "article")
    return tuple(
        Evidence(
            table=edition.table_of(passage.span),
            heads=edition.heads(passage.span),
            words=edition.text(passage.span),
            href=here.to(article, addresses.words_id(passage.fact.id, passage.number)),
            paragraph=edition.briefing.article.blocks[passage.span.block].paragraph,
        )
        for passage in edition.passages_of(record)
    )


def source_lines(
    references: Iterable[SourceRef], edition: Edition, here: Here, *, by: str = ""
) -> tuple[SourceLine, ...]:
    """Each with its publisher, unless that is who is named beside it."""
    return tuple(
        _source_line(reference.id, reference.words, edition, here, by) for reference in references
    )


def outcome_sources(event: Event, edition: Edition, here: Here) -> tuple[SourceLine, ...] | None:
    """The sources of what became of it, if they are not those of the plan; None where no outcome is known."""
    if not is_of_plan(event, edition):
        return None
    return source_lines(sources_of_outcome(event, edition) or (), edition, here)


def _of_article(fact: Fact, edition: Edition, here: Here) -> tuple[SourceLine, ...]:
    """The article's sources, but for those that give another value of it, or of what it was worked out from."""
    operands = [each for each in operands_of(fact, edition.briefing) if isinstance(each, Figure)]
    denying = {source.id for each in operands for rival in each.values for source in rival.source}
    sources, elsewhere = edition.briefing.front.sources, sources_named_by(fact, edition) | denying
    own = [source for source in sources if source not in elsewhere] or sources
    return tuple(_source_line(source, None, edition, here, "") for source in own)


def _source_line(id_: str, words: str | None, edition: Edition, here: Here, by: str) -> SourceLine:
    source = edition.briefing.source_by_id[id_]
    return SourceLine(
        title=_titled(source.publisher, source.title, spoken().language)
        if source.publisher and source.publisher != by
        else source.title,
        href=here.to(addresses.page_of(edition.briefing.slug, "sources"), source.id),
        words=words or "",
        words_href=link_to_words_at(source.address, words) if words else "",
    )


# The article's sources are named with almost every fact.
@lru_cache(maxsize=256)
def _titled(publisher: str, title: str, _language: str) -> str:
    return _("%(publisher)s: %(title)s", publisher=publisher, title=title)


def name_link(fact_id: str, edition: Edition, here: Here) -> Link:
    fact = edition.briefing.fact_by_id[fact_id]
    return Link(words=fact.called, href=link_to_place(edition, here, fact))


def name_links(ids: Iterable[str], edition: Edition, here: Here) -> tuple[Link, ...]:
    return tuple(name_link(fact_id, edition, here) for fact_id in ids)


def inside(words: str) -> str:
    """Words to go inside a sentence, without a full stop of their own."""
    return words.removesuffix(".")


def revised_by(revision: Revision, edition: Edition) -> str:
    """Who revised a figure: the publishers of the sources that say so, if there are any."""
    sources = [edition.briefing.source_by_id[reference.id] for reference in revision.source]
    return all_of(
        dict.fromkeys(
            source.publisher or _("“%(words)s”", words=source.title) for source in sources
        )
    )
