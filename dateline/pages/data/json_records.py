"""Records as JSON: each under the outside names of its fields, as facts/records.py describes them.

Lists are always there, if empty; what else is not known is left out. Only what the sheets date
depends on the day of the build: a file whose bytes change daily would be fetched daily, and nobody
could tell a correction from the passing of time. So what was expected, and its outcome, are given as
recorded; whether it is due or has passed is for the reader to work out.
"""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, Final, NamedTuple

from dateline.facts.article import Span
from dateline.facts.dates import Date, edtf_text, exact_bounds, show_date
from dateline.facts.described import STRING, URI, DescribedField, Json, Unpublished, fields_of
from dateline.facts.kinds import FACT_KINDS, Kind
from dateline.facts.quantities import Amount
from dateline.facts.records import (
    RECORD_OF,
    Event,
    Fact,
    Figure,
    OtherValue,
    Picture,
    Record,
    Removal,
    Source,
    SourceRef,
)
from dateline.frozen import dataclass
from dateline.pages import addresses
from dateline.pages.cards.figure_values import is_disputed, numeral_of
from dateline.pages.edition import Edition, as_known
from dateline.pages.text.fragments import link_to_words_at
from dateline.words import spoken

# How much of the article to give around a quoted passage: about as much as a reader takes in at once.
_CONTEXT: Final = 32


@dataclass(frozen=True, kw_only=True)
class RecordWriter:
    edition: Edition
    here: addresses.Here

    def write(self, record: Record) -> Json:
        """A record as JSON; of an event, what was known on the edition's day."""
        written: Json = {}
        known = as_known(record, self.edition) if isinstance(record, Event) else record
        for member in _members(type(known)):
            if member.is_published:
                written[member.field.outside] = self._field(member, known)
            for computed in member.after:
                written[computed.name] = computed.work_out(self, known)
        return without_none(written)

    def write_again(self, record: Record) -> Json:
        """The same for a record of which several files have all: whole addresses are alike in each."""
        if not self.edition.site.address:
            return self.write(record)
        key = ("json", id(record), spoken().language)
        if key not in self.edition.known:
            self.edition.known[key] = self.write(record)
        written: Json = self.edition.known[key]
        return written

    def reach(self, page: str, fragment: str = "") -> str:
        """The address of a page of the site, whole or relative to the file."""
        return addresses.reach(page, self.here, self.edition.site.address, fragment)

    def _field(self, member: "_Member", record: Record) -> Any:
        field = member.field
        if field.name == "evidence" and isinstance(record, Fact | OtherValue):
            return self._evidence(record)
        value = getattr(record, field.name)
        if field.many:
            return [self._value(each, member) for each in value]
        return None if value is None else self._value(value, member)

    def _value(self, value: Any, member: "_Member") -> Any:
        if member.is_reference:
            return {"id": value, "name": self.edition.briefing.name_of(value)}
        return self.write(value) if member.is_record else _plain(value)

    def _evidence(self, record: Fact | OtherValue) -> list[Json]:
        article = addresses.page_of(self.edition.briefing.slug, "article")
        blocks = self.edition.briefing.article.blocks
        return [
            without_none(
                {
                    "page": self.reach(
                        article, addresses.words_id(passage.fact.id, passage.number)
                    ),
                    "paragraph": blocks[passage.span.block].paragraph or None,
                    **self._heads(passage.span),
                    "selector": self._selector(passage.span),
                }
            )
            for passage in self.edition.passages_of(record)
        ]

    def _heads(self, span: Span) -> Json:
        tables = self.edition.checked.passages.tables
        cell = tables.by_block.get(span.block)
        heads = {"row": cell.row, "column": cell.column} if cell else {}
        return {name: tables.text_at(head) for name, head in heads.items()}

    def _selector(self, span: Span) -> Json:
        """The passage with as much around it as tells it from the same words elsewhere."""
        text = self.edition.briefing.article.blocks[span.block].text
        for context in (_CONTEXT, len(text)):
            start, end = max(0, span.start - context), span.end + context
            if self.edition.whole_text.count(text[start:end]) == 1:
                break
        return {
            "type": "TextQuoteSelector",
            "exact": text[span.start : span.end],
            "prefix": text[start : span.start],
            "suffix": text[span.end : end],
        }


# What is computed for a record


class Computed(NamedTuple):
    """A property that comes after a field of a record; an `optional` one may be None."""

    record: type[Record]
    after: str
    name: str
    schema: Json
    work_out: Callable[[RecordWriter, Any], Any]
    optional: bool = False


PAGE: Final[Json] = {
    "description": "Whole where the site's address is known, else relative to this file.",
    "format": "uri-reference",
    "type": "string",
}


def _fact_page(writer: RecordWriter, fact: Fact | Removal) -> str:
    return writer.reach(addresses.fact_page(writer.edition.briefing.slug, fact.id))


def _source_page(writer: RecordWriter, source: Source) -> str:
    return writer.reach(addresses.page_of(writer.edition.briefing.slug, "sources"), source.id)


def _first_topic(_: RecordWriter, fact: Fact) -> str | None:
    return next(iter(fact.topic), None)


def _shown(_: RecordWriter, figure: Figure) -> str:
    return numeral_of(figure).plain


def _words_address(writer: RecordWriter, words: SourceRef) -> str | None:
    source = writer.edition.briefing.source_by_id[words.id]
    return link_to_words_at(source.address, words.words) or None


def _picture_address(writer: RecordWriter, picture: Picture) -> str | None:
    copy = writer.edition.plain_copy(picture)
    return writer.reach(copy.path) if copy else None


def _type_of(kind: Kind) -> Computed:
    schema = {"const": kind.value, "type": "string"}
    return Computed(RECORD_OF[kind], "id", "type", schema, lambda _, fact: fact.KIND.value)


_DISPUTED: Final[Json] = {
    "description": "Whether another source gives another value.",
    "type": "boolean",
}
_FIRST_TOPIC: Final[Json] = {"description": "The first of its topics.", "type": "string"}
_KINDS: Final[Json] = {"enum": [*FACT_KINDS], "type": "string"}
_COMPUTED: Final = (
    *map(_type_of, FACT_KINDS),
    Computed(Fact, "id", "page", PAGE, _fact_page),
    Computed(Fact, "topic", "topic", _FIRST_TOPIC, _first_topic, optional=True),
    Computed(Removal, "id", "type", _KINDS, lambda _, removal: removal.kind.value),
    Computed(Removal, "id", "page", PAGE, _fact_page),
    Computed(Source, "id", "page", PAGE, _source_page),
    Computed(Figure, "hedge", "shown", STRING, _shown),
    Computed(Figure, "hedge", "disputed", _DISPUTED, lambda _, figure: is_disputed(figure)),
    Computed(Picture, "file", "address", PAGE, _picture_address, optional=True),
    Computed(SourceRef, "words", "address", URI, _words_address, optional=True),
)


class _Member(NamedTuple):
    """A field as a record is written: whether it is published, and what comes after it."""

    field: DescribedField
    is_published: bool
    is_reference: bool
    is_record: bool
    after: tuple[Computed, ...]


@cache
def _members(record: type[Record]) -> tuple[_Member, ...]:
    return tuple(
        _Member(
            field=field,
            is_published=field.mark(Unpublished) is None,
            is_reference=field.is_reference,
            is_record=field.is_record,
            after=computed_after(record, field.name),
        )
        for field in fields_of(record)
    )


@cache
def computed_after(record: type[Record], field: str) -> tuple[Computed, ...]:
    return tuple(
        computed
        for computed in _COMPUTED
        if issubclass(record, computed.record) and computed.after == field
    )


def without_none(values: Json) -> Json:
    return {name: value for name, value in values.items() if value is not None}


def _plain(value: object) -> Any:
    """A value of a field as JSON has it: days and numbers as text, so that no digit is lost."""
    match value:
        case Date():
            first, last = exact_bounds(value)
            days = {"earliest": first and first.isoformat(), "latest": last and last.isoformat()}
            return without_none({"edtf": edtf_text(value), "words": show_date(value), **days})
        case Amount():
            ends = [digits(value.low), digits(value.high)]
            numbers = {"pair": ends} if value.pair else {"low": ends[0], "high": ends[1]}
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
