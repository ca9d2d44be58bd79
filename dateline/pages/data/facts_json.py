"""A briefing's facts in one file, and each fact in a file of its own beside its page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.pages import addresses
from dateline.pages.addresses import Here
from dateline.pages.data import shapes
from dateline.pages.data.records import Recorder
from dateline.pages.edition import sources_named_by
from dateline.pages.machines.as_json import to_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.facts.records import Fact, Removal
    from dateline.pages.edition import Edition

FACTS_SCHEMA: Final = addresses.schema_file("facts-1")
FACT_SCHEMA: Final = addresses.schema_file("fact-1")


def facts_file(edition: Edition) -> bytes:
    """Everything that the sheets of a briefing say, for programs."""
    briefing = edition.briefing
    here = Here(path=addresses.data_file(briefing.slug, addresses.FACTS))
    record = Recorder(edition=edition, here=here)
    return to_json(
        shapes.FactsFile(
            schema_=record.reach(FACTS_SCHEMA),
            version=1,
            generator="Dateline",
            briefing=record.briefing(),
            facts=tuple(record.fact(one) for one in briefing.facts),
            sources=tuple(record.source(one) for one in briefing.sources),
            removed=tuple(record.removal(one) for one in briefing.removed),
        )
    )


def twins(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """The twin of each fact's page, by its path; a notice where a fact was removed or moved."""
    briefing = edition.briefing
    there = [(one.id, _twin(one, edition)) for one in briefing.facts]
    there += [(one.id, _notice(one, edition)) for one in briefing.removed]
    for name, data in there:
        yield addresses.fact_twin(briefing.slug, name), data
    for fact in briefing.facts:
        for old in fact.formerly:
            path = addresses.fact_twin(briefing.slug, old)
            yield path, _moved(old, fact.id, Recorder(edition=edition, here=Here(path=path)))
    ids = [name for name, _ in there]
    for slug in briefing.front.formerly:
        for old, new in [*zip(ids, ids, strict=True), *_renamed(edition)]:
            path = addresses.fact_twin(slug, old)
            yield path, _moved(old, new, Recorder(edition=edition, here=Here(path=path)))


def _renamed(edition: Edition) -> Iterator[tuple[str, str]]:
    for fact in edition.briefing.facts:
        yield from ((old, fact.id) for old in fact.formerly)


def _recorder(edition: Edition, fact_id: str) -> Recorder:
    return Recorder(
        edition=edition, here=Here(path=addresses.fact_twin(edition.briefing.slug, fact_id))
    )


def _twin(fact: Fact, edition: Edition) -> bytes:
    record, named = _recorder(edition, fact.id), sources_named_by(fact)
    return to_json(
        shapes.FactFile(
            schema_=record.reach(FACT_SCHEMA),
            version=1,
            status="current",
            briefing=record.briefing(),
            fact=record.fact(fact),
            sources=tuple(
                record.source(one) for one in edition.briefing.sources if one.id in named
            ),
        )
    )


def _notice(removal: Removal, edition: Edition) -> bytes:
    record = _recorder(edition, removal.id)
    return to_json(
        shapes.RemovedFile(
            schema_=record.reach(FACT_SCHEMA),
            version=1,
            status="removed",
            briefing=record.briefing(),
            removed=record.removal(removal),
        )
    )


def _moved(old: str, new: str, record: Recorder) -> bytes:
    slug = record.edition.briefing.slug
    return to_json(
        shapes.MovedFile(
            schema_=record.reach(FACT_SCHEMA),
            version=1,
            status="moved",
            id=old,
            page=record.reach(addresses.fact_page(slug, new)),
            data=record.reach(addresses.fact_twin(slug, new)),
        )
    )
