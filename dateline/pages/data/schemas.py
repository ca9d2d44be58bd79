"""The JSON Schemas of the files for programs (draft 2020-12), made from the records.

Within version 1 a field may be added; none is renamed, removed or given another meaning.
"""

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum
from inspect import getdoc
from operator import itemgetter
from typing import Final

from dateline.facts.dates import Date
from dateline.facts.described import (
    STRING,
    DescribedField,
    Json,
    Reads,
    Unpublished,
    fields_of,
    pattern_schema,
)
from dateline.facts.fields import ID
from dateline.facts.kinds import FACT_KINDS, SLUG
from dateline.facts.quantities import Amount
from dateline.facts.records import (
    RECORD_OF,
    Correction,
    FrontMatter,
    Licence,
    Passage,
    Record,
    Removal,
    SourceRef,
)
from dateline.facts.site_records import Publisher, Site
from dateline.pages.data.facts_json import FACT_SCHEMA, FACTS_SCHEMA, GENERATOR, VERSION
from dateline.pages.data.json_records import PAGE, computed_after
from dateline.pages.machines.as_json import to_json

_ID: Final = pattern_schema(ID)
_DAY: Final = {"description": "A day, as 2024-09-11.", "format": "date", "type": "string"}
_NUMBER: Final = {
    "description": "A decimal number as text, every digit kept.",
    "pattern": r"^-?[0-9]+(\.[0-9]+)?$",
    "type": "string",
}


_PAIR: Final = {"items": _NUMBER, "maxItems": 2, "minItems": 2, "type": "array"}


def _const(value: object) -> Json:
    return {"const": value, "type": "integer" if isinstance(value, int) else "string"}


def _ref(name: str) -> Json:
    return {"$ref": f"#/$defs/{name}"}


def _list(items: Json) -> Json:
    return {"items": items, "type": "array"}


def _any_of(*names: str) -> Json:
    return {"anyOf": [_ref(name) for name in names]}


def _object(title: str, description: str, properties: Json, optional: str = "") -> Json:
    """A closed object; every property is required but the optional ones."""
    needed = [name for name in properties if name not in optional.split()]
    return {
        "additionalProperties": False,
        "description": description,
        "properties": properties,
        "required": needed,
        **({"title": title} if title else {}),
        "type": "object",
    }


# What values of the records become, and the files that they are in

_VALUES: Final = (
    _object(
        "Date",
        "A date, as exact as it is known.\n\n`edtf` is ISO 8601-2 (EDTF, levels 0 and 1, and sets"
        " of days); `words` is the same in words.\n`earliest` and `latest` are the first and the"
        " last day that it may mean, left out where it is\nopen or only about.",
        {"edtf": STRING, "words": STRING, "earliest": _DAY, "latest": _DAY},
        optional="earliest latest",
    ),
    _object(
        "Amount",
        "A value exactly as written, and what it comes to.\n\n`low` and `high` are equal for one"
        ' number, and left out for words alone ("millions").\nA score or a vote has a `pair` in their'
        " place: two numbers in the order in which they are\nwritten. A fraction has as many digits as"
        " 28 can say of it.",
        {"text": STRING, "low": _NUMBER, "high": _NUMBER, "pair": _PAIR},
        optional="low high pair",
    ),
    _object(
        "Reference",
        "Another record of the briefing, by its id and what it is called.",
        {"id": _ID, "name": STRING},
    ),
    _object(
        "TextQuoteSelector",
        "Words of the article and what is around them (W3C Web Annotation, section 4.2.4).",
        {"type": _const("TextQuoteSelector"), "exact": STRING, "prefix": STRING, "suffix": STRING},
    ),
    _object(
        "Evidence",
        "A passage of the article that the fact rests on.\n\n`paragraph` counts the paragraphs of"
        " the story from 1; `page` leads to the passage; `row` and `column` are the heads of a table's"
        " cell.",
        {
            "page": PAGE,
            "paragraph": {"type": "integer"},
            "row": STRING,
            "column": STRING,
            "selector": _ref("TextQuoteSelector"),
        },
        optional="paragraph row column",
    ),
)
_FACT: Final = _any_of(*(RECORD_OF[kind].__name__ for kind in FACT_KINDS))
_HEAD: Final = {"$schema": PAGE, "version": _const(VERSION)}
_IN_BRIEFING: Final = {"briefing": _ref("Briefing")}
_SOURCES: Final = {"sources": _list(_ref("Source"))}
_FACTS_FILE: Final = _object(
    "",
    "Every fact of a briefing, in the order of its pages; `data/facts.json`.",
    {
        **_HEAD,
        "generator": _const(GENERATOR),
        "generator_version": STRING,
        **_IN_BRIEFING,
        "facts": _list(_FACT),
        **_SOURCES,
        "removed": _list(_ref("Removal")),
        "pictures": _list(_ref("Picture"))
        | {"description": "Those of the article, its lead first."},
    },
)
_FACT_FILES: Final = (
    _object(
        "FactFile",
        "One fact, as it is in `facts.json`, and the sources that it names.",
        {**_HEAD, "status": _const("current"), **_IN_BRIEFING, "fact": _FACT, **_SOURCES},
    ),
    _object(
        "RemovedFile",
        "The notice at the address of a fact that was removed.",
        {**_HEAD, "status": _const("removed"), **_IN_BRIEFING, "removed": _ref("Removal")},
    ),
    _object(
        "MovedFile",
        "The notice at an address that a fact had before: `data` and `page` are where it is now.",
        {**_HEAD, "status": _const("moved"), "id": _ID, "page": PAGE, "data": PAGE},
    ),
)


# Records

_NAMES: Final[dict[type, str]] = {
    SourceRef: "SourceReference",
    Passage: "Evidence",
    Publisher: "Party",
    Licence: "Party",
}
_ROOTS: Final = (*RECORD_OF.values(), Removal, Correction, Publisher)


def _name(record: type) -> str:
    return _NAMES.get(record, record.__name__)


def _records() -> list[type[Record]]:
    found: list[type[Record]] = []
    waiting: list[type[Record]] = [*_ROOTS]
    while waiting:
        record = waiting.pop()
        if record not in found and record is not Passage:
            found.append(record)
            waiting += [field.value_type for field in _published(record) if field.is_record]
    return found


def _published(record: type[Record]) -> list[DescribedField]:
    return [field for field in fields_of(record) if not field.mark(Unpublished)]


def _record(record: type[Record]) -> Json:
    properties: Json = {}
    optional: list[str] = []
    for field in fields_of(record):
        if not field.mark(Unpublished):
            properties[field.outside] = _field(field)
            if not field.needed and not field.many and not field.has_default:
                optional.append(field.outside)
        for computed in computed_after(record, field.name):
            properties[computed.name] = computed.schema
            if computed.optional:
                optional.append(computed.name)
    return _object(_name(record), getdoc(record) or "", properties, " ".join(optional))


def _field(field: DescribedField) -> Json:
    value = _value(field)
    schema = _list(value) if field.many else value
    return dict(sorted((schema | {"description": field.help}).items()))


def _value(field: DescribedField) -> Json:
    if field.is_reference:
        return _ref("Reference")
    if field.value_type in (Date, Amount) or field.is_record:
        return _ref(_name(field.value_type))
    if field.value_type is dt.date:
        return _DAY
    if issubclass(field.value_type, StrEnum):
        return {"enum": [*field.value_type], "type": "string"}
    written = field.mark(Reads)
    return (written.schema if written else {}) | (
        {"type": "string"} if field.value_type is str else {}
    )


# The schemas


def schema_files() -> dict[str, bytes]:
    shared = [*_VALUES, _briefing(), *map(_record, _records())]
    files = _any_of(*(file["title"] for file in _FACT_FILES))
    title = "One fact of a briefing, or the notice that stands at its address"
    return {
        FACTS_SCHEMA: _schema("The facts of a briefing", shared, _FACTS_FILE),
        FACT_SCHEMA: _schema(title, [*shared, *_FACT_FILES], files),
    }


def _briefing() -> Json:
    front = {field.outside: _field(field) for field in fields_of(FrontMatter)}
    site = {field.outside: _field(field) for field in fields_of(Site)}
    parts = ("title", "kicker", "standfirst", "dateline", "language", "published", "updated")
    return _object(
        "Briefing",
        "The briefing that facts belong to; `data` is its `facts.json`, `site` the site's title."
        "\n\n`sources` are what the article was written from; `corrections` are those of the"
        " article itself.",
        {
            "slug": pattern_schema(SLUG),
            "page": PAGE,
            "data": PAGE,
            **{name: front[name] for name in (*parts, "authors")},
            "site": site["title"],
            "publisher": site["publisher"],
            "licence": site["licence"],
            **{name: front[name] for name in ("sources", "corrections", "formerly")},
        },
        optional="kicker dateline updated publisher licence",
    )


def _schema(title: str, defs: Iterable[Json], whole: Json) -> bytes:
    return to_json(
        {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": title,
            "$defs": {part["title"]: part for part in sorted(defs, key=itemgetter("title"))},
            **whole,
        }
    )
