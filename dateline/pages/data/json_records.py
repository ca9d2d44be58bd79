"""Records as JSON: each under the outside names of its fields, as facts/records.py describes them.

Lists are always there, if empty; what else is not known is left out. Only what the sheets date
depends on the day of the build: a file whose bytes change daily would be fetched daily, and nobody
could tell a correction from the passing of time. So what was expected, and its outcome, are given as
recorded; whether it is due or has passed is for the reader to work out.
"""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import cached_property
from typing import Any, Final

from dateline.facts.article import Span
from dateline.facts.dates import Date, exact_bounds, show_date
from dateline.facts.described import DescribedField, Json, Unpublished, fields_of
from dateline.facts.quantities import Amount
from dateline.facts.records import Event, Fact, Figure, Record, Removal, Source, SourceRef
from dateline.pages import addresses
from dateline.pages.edition import Edition, as_known
from dateline.pages.numeral import numeral
from dateline.pages.text.fragments import link_to_words_at

# How much of the article to give around a quoted passage: about as much as a reader takes in at once.
_CONTEXT: Final = 32


@dataclass(frozen=True, kw_only=True)
class RecordWriter:
    """Writes the records of one edition for a file of the site at `here`."""

    edition: Edition
    here: addresses.Here

    def write(self, record: Record) -> Json:
        """A record as JSON; of an event, what was known on the edition's day."""
        written: Json = {}
        known = as_known(record, self.edition) if isinstance(record, Event) else record
        for field in fields_of(type(known)):
            if not field.mark(Unpublished):
                written[field.outside] = self._field(field, known)
            written |= self._after(known, field.name)
        return without_none(written)

    def reach(self, page: str, fragment: str = "") -> str:
        """The address of a page of the site, whole or relative to the file."""
        return addresses.reach(page, self.here, self.edition.site.address, fragment)

    def _field(self, field: DescribedField, record: Record) -> Any:
        if field.name == "evidence" and isinstance(record, Fact):
            return self._evidence(record)
        values = [self._value(value, field) for value in field.values(record)]
        return values if field.many else next(iter(values), None)

    def _value(self, value: Any, field: DescribedField) -> Any:
        if isinstance(value, Record):
            return self.write(value)
        if field.is_reference:
            return {"id": value, "name": self.edition.briefing.name_of(value)}
        return _plain(value)

    def _after(self, record: Record, name: str) -> Json:
        slug = self.edition.briefing.slug
        match record, name:
            case Fact() | Removal(), "id":
                kind = record.KIND if isinstance(record, Fact) else record.kind
                page = addresses.fact_page(slug, record.id)
                return {"type": kind.value, "page": self.reach(page)}
            case Source(), "id":
                page = addresses.page_of(slug, "sources")
                return {"page": self.reach(page, record.id)}
            case Figure(), "hedge":
                return {"shown": numeral(record.value, record.unit, record.hedge).plain}
            case SourceRef(), "words":
                source = self.edition.briefing.source_by_id[record.id]
                return {"address": link_to_words_at(source.address, record.words) or None}
        return {}

    def _evidence(self, fact: Fact) -> list[Json]:
        article = addresses.page_of(self.edition.briefing.slug, "article")
        blocks = self.edition.briefing.article.blocks
        return [
            without_none(
                {
                    "page": self.reach(article, addresses.words_id(fact.id, passage)),
                    "paragraph": blocks[span.block].paragraph or None,
                    "selector": self._selector(span),
                }
            )
            for passage, span in enumerate(self.edition.spans.get(fact.id, ()), start=1)
        ]

    def _selector(self, span: Span) -> Json:
        """The passage with as much around it as tells it from the same words elsewhere."""
        text = self.edition.briefing.article.blocks[span.block].text
        for context in (_CONTEXT, len(text)):
            start, end = max(0, span.start - context), span.end + context
            if self._whole.count(text[start:end]) == 1:
                break
        return {
            "type": "TextQuoteSelector",
            "exact": text[span.start : span.end],
            "prefix": text[start : span.start],
            "suffix": text[span.end : end],
        }

    @cached_property
    def _whole(self) -> str:
        return "\n".join(block.text for block in self.edition.briefing.article.blocks)


def without_none(values: Json) -> Json:
    return {name: value for name, value in values.items() if value is not None}


def _plain(value: object) -> Any:
    """A value of a field as JSON has it: days and numbers as text, so that no digit is lost."""
    match value:
        case Date():
            first, last = exact_bounds(value)
            days = {"earliest": first and first.isoformat(), "latest": last and last.isoformat()}
            return without_none({"edtf": value.text, "words": show_date(value), **days})
        case Amount():
            numbers = {"low": digits(value.low), "high": digits(value.high)}
            return without_none({"text": value.text, **numbers})
        case dt.date():
            return value.isoformat()
        case Decimal():
            return float(value)
        case Enum():
            return value.value
    return value


def digits(number: Decimal | None) -> str | None:
    """A number with every digit that was written."""
    return None if number is None else f"{number:f}"
