"""A briefing's facts in one file, and each fact in a file of its own beside its page."""

from collections.abc import Iterator
from typing import Final

from dateline import __version__
from dateline.facts.described import Json
from dateline.facts.records import Fact, Removal
from dateline.pages import addresses
from dateline.pages.addresses import Here
from dateline.pages.data.json_records import RecordWriter, without_none
from dateline.pages.edition import Edition, sources_named_by
from dateline.pages.machines.as_json import to_json

FACTS_SCHEMA: Final = addresses.schema_file("facts-1")
FACT_SCHEMA: Final = addresses.schema_file("fact-1")
VERSION: Final = 1
GENERATOR: Final = "Dateline"


def facts_file(edition: Edition) -> bytes:
    briefing = edition.briefing
    here = Here(path=addresses.data_file(briefing.slug, addresses.FACTS))
    writer = RecordWriter(edition=edition, here=here)
    return to_json(
        {
            "$schema": writer.reach(FACTS_SCHEMA),
            "version": VERSION,
            "generator": GENERATOR,
            "generator_version": __version__,
            "briefing": _briefing(writer),
            "facts": [writer.write_again(fact) for fact in briefing.facts],
            "sources": [writer.write_again(source) for source in briefing.sources],
            "removed": [writer.write(removal) for removal in briefing.removed],
            "pictures": [writer.write(picture) for picture in briefing.front.shown_pictures],
        }
    )


def twins(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """The twin of each fact's page, by its path; a notice where a fact was removed or moved."""
    briefing = edition.briefing
    present = [fact.id for fact in briefing.facts] + [removal.id for removal in briefing.removed]
    renamed = [(old, fact.id) for fact in briefing.facts for old in fact.formerly]
    for fact in briefing.facts:
        yield _twin(fact.id, "current", edition, fact)
    for removal in briefing.removed:
        yield _twin(removal.id, "removed", edition, removal)
    for old, new in renamed:
        yield _moved(briefing.slug, old, new, edition)
    for slug in briefing.front.formerly:
        for old, new in [*zip(present, present, strict=True), *renamed]:
            yield _moved(slug, old, new, edition)


def _twin(fact_id: str, status: str, edition: Edition, record: Fact | Removal) -> tuple[str, bytes]:
    path = addresses.fact_twin(edition.briefing.slug, fact_id)
    writer = RecordWriter(edition=edition, here=Here(path=path))
    head = {
        "$schema": writer.reach(FACT_SCHEMA),
        "version": VERSION,
        "status": status,
        "briefing": _briefing(writer),
    }
    if isinstance(record, Removal):
        return path, to_json(head | {"removed": writer.write(record)})
    named = sources_named_by(record, edition) or frozenset(edition.briefing.front.sources)
    sources = [source for source in edition.briefing.sources if source.id in named]
    written = [writer.write_again(source) for source in sources]
    return path, to_json(head | {"fact": writer.write_again(record), "sources": written})


def _moved(slug: str, old: str, new: str, edition: Edition) -> tuple[str, bytes]:
    path, now = addresses.fact_twin(slug, old), edition.briefing.slug
    writer = RecordWriter(edition=edition, here=Here(path=path))
    notice = {
        "$schema": writer.reach(FACT_SCHEMA),
        "version": VERSION,
        "status": "moved",
        "id": old,
        "page": writer.reach(addresses.fact_page(now, new)),
        "data": writer.reach(addresses.fact_twin(now, new)),
    }
    return path, to_json(notice)


def _briefing(writer: RecordWriter) -> Json:
    briefing, site = writer.edition.briefing, writer.edition.site
    front = writer.write_again(briefing.front)
    of_front = ("title", "kicker", "standfirst", "dateline")
    return without_none(
        {
            "slug": briefing.slug,
            "page": writer.reach(addresses.brief_page(briefing.slug)),
            "data": writer.reach(addresses.data_file(briefing.slug, addresses.FACTS)),
            **{name: front.get(name) for name in of_front},
            "language": writer.edition.language,
            "published": front["published"],
            "updated": front.get("updated"),
            "authors": front["authors"],
            "site": site.title,
            "publisher": site.publisher and writer.write_again(site.publisher),
            "licence": site.licence and writer.write_again(site.licence),
            "sources": front["sources"],
            "corrections": front["corrections"],
            "formerly": front["formerly"],
        }
    )
