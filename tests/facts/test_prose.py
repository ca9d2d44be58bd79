"""Every text that an editor writes is read as a claim, or is named here with a reason why not."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from dateline.facts import records, site_records
from dateline.facts.described import Reads, SeenByReaders, fields_of
from dateline.facts.records import Record

OWN_CHECK = "another check compares it with the article"
SOURCE = "it is about a source, not about the news"
NEWSROOM = "it is about the newsroom and its work"
OF_THE_SITE = "it is the site’s own word, and of no article; its page says so"
NOT_READ = {
    "Check.by": NEWSROOM,
    "Correction.was": "it is what was wrong",
    "Removal.was": "it is what was withdrawn",
    "CoverageWaiver.why": NEWSROOM,
    "Author.bio": OF_THE_SITE,
    "Author.name": OF_THE_SITE,
    "Author.role": OF_THE_SITE,
    "PageFront.description": OF_THE_SITE,
    "PageFront.title": OF_THE_SITE,
    "Site.footer": OF_THE_SITE,
    "Derivation.how": "it is worked out again",
    "Event.date_from": OWN_CHECK,
    "Event.time": OWN_CHECK,
    "Expectation.time": OWN_CHECK,
    "FrontMatter.published_time": NEWSROOM,
    "Outcome.time": OWN_CHECK,
    "Figure.date_from": OWN_CHECK,
    "Figure.unit": OWN_CHECK,
    "FrontMatter.authors": NEWSROOM,
    "FrontMatter.dateline": "the article need not name where it was written",
    "HistoryPoint.date_from": OWN_CHECK,
    "Licence.name": NEWSROOM,
    "Named.aliases": OWN_CHECK,
    "Named.name": OWN_CHECK,
    "OriginalName.text": "it is in another script",
    "Passage.after": OWN_CHECK,
    "Passage.before": OWN_CHECK,
    "Passage.column": OWN_CHECK,
    "Passage.row": OWN_CHECK,
    "Passage.table": OWN_CHECK,
    "Passage.words": OWN_CHECK,
    "Picture.credit": "it says who made the picture",
    "Publisher.name": NEWSROOM,
    "Quotation.date_from": OWN_CHECK,
    "Quotation.words": OWN_CHECK,
    "Revision.date_from": OWN_CHECK,
    "RivalValue.date_from": OWN_CHECK,
    "RivalValue.unit": OWN_CHECK,
    "Site.description": NEWSROOM,
    "Site.title": NEWSROOM,
    "Source.author": SOURCE,
    "Source.kind": SOURCE,
    "Source.note": SOURCE,
    "Source.publisher": SOURCE,
    "Source.title": SOURCE,
    "SourceRef.words": OWN_CHECK,
    "Waiver.check": "it is the name of a rule",
    "Waiver.words": "they are words of another text, which is read",
    "Waiver.why": NEWSROOM,
    "BriefingRemoval.title": "it is about a briefing that is gone",
    "BriefingRemoval.why": "it is about a briefing that is gone",
}


def texts_not_read() -> Iterator[str]:
    """The fields of text without the mark, as in `Passage.words`, by the record that has them first."""
    classes = [
        each for each in {**vars(records), **vars(site_records)}.values() if isinstance(each, type)
    ]
    for record in (each for each in classes if issubclass(each, Record)):
        for field in fields_of(record):
            reads = field.mark(Reads)
            if reads and reads.words == "text" and not field.mark(SeenByReaders):
                yield f"{owner(record, field.name)}.{field.name}"


def owner(record: type[BaseModel], name: str) -> str:
    has = (each for each in reversed(record.mro()) if name in vars(each).get("__annotations__", ()))
    return next(has).__name__


def test_a_new_text_cannot_be_forgotten() -> None:
    assert set(texts_not_read()) == set(NOT_READ)
