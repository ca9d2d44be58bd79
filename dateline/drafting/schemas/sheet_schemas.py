"""The JSON Schemas of all sheets, front matter and settings (draft-07), made from the records.

Draft-07 is what the language server for YAML, which most editors use, knows best. Beyond the standard,
`errorMessage`, `enumDescriptions`, `markdownDescription`, `defaultSnippets` and `doNotSuggest` are for it; other
programs pass over them.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from inspect import getdoc
from typing import Final

from dateline.drafting.schemas.record_rules import RULES
from dateline.drafting.schemas.value_schemas import VALUE_SCHEMAS, by_type, taken
from dateline.facts.described import ClosedList, DescribedField, Json, Reads, fields_of
from dateline.facts.fields import NameAlone, OneOrMore, PassageList, RoleList, SourceList
from dateline.facts.kinds import Kind
from dateline.facts.phrasing import join_words
from dateline.facts.records import Fact, FrontMatter, Named, Picture, Record, Source
from dateline.facts.shared_records import SHARED_SHEETS
from dateline.facts.site_records import AuthorsSheet, PageFront, Site
from dateline.reading.briefing_files import MODELS
from dateline.reading.proposals import DECIDE
from dateline.reading.validation import kind

SCHEMAS: Final = "schemas"
_DRAFT: Final = "http://json-schema.org/draft-07/schema#"
# Marks of fields that take one value or a list.
_ONE_OR_MORE: Final = (OneOrMore, PassageList, SourceList, RoleList)
# Records that may be written by one field alone, and that field.
_SHORT_FORMS: Final = {PassageList: "words", SourceList: "id", NameAlone: "name", RoleList: "role"}
# The article has the words that go with these, so that `alt` may be missing here.
_IN_ARTICLE: Final = "PictureInArticle"

# What an editor writes, by the name of its schema: what it is called, and its record.
WRITTEN: Final[Mapping[str, tuple[str, type[Record]]]] = {
    **{name.removesuffix(".yaml"): (name, model) for name, model in MODELS.items()},
    "article": ("the front matter of article.md", FrontMatter),
    "page": ("the front matter of a page of your own", PageFront),
    "authors": ("authors.yaml", AuthorsSheet),
    **{
        f"shared-{name.removesuffix('.yaml')}": (f"the site’s own {name}", model)
        for name, (model, _) in SHARED_SHEETS.items()
    },
    "site": ("site.yaml", Site),
}


# The ids of the site’s own sheets, by their kind: a briefing’s record with one of them may lack all else.
KnownIds = Mapping[Kind, Sequence[str]]


def schema_files(known: KnownIds | None = None) -> dict[str, bytes]:
    """The text of each schema, by its path beside the content."""
    return {
        f"{SCHEMAS}/{name}.schema.json": _as_json(_of_file(title, record, known or {}))
        for name, (title, record) in WRITTEN.items()
    }


def _as_json(schema: Json) -> bytes:
    return (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()


def _of_file(title: str, record: type[Record], known: KnownIds) -> Json:
    """The schema of a file; an empty one is a record without fields."""
    is_needed = any(field.needed for field in fields_of(record))
    inner = _records_in(record)
    shared: Json = {each.__name__: _object(each, known=known) for each in inner}
    if record is FrontMatter:
        shared[_IN_ARTICLE] = _object(Picture, rules=())
    shared |= dict(VALUE_SCHEMAS[mark] for mark in _marks_in([record, *inner]))
    return {
        "$schema": _DRAFT,
        **_object(record),
        "title": title,
        "type": "object" if is_needed else ["object", "null"],
        "definitions": dict(sorted(shared.items())),
    }


def _records_in(record: type[Record]) -> list[type[Record]]:
    found: dict[type[Record], None] = {}
    waiting = [record]
    while waiting:
        inner = [field.value_type for field in fields_of(waiting.pop()) if field.is_record]
        waiting += [each for each in inner if each not in found]
        found |= dict.fromkeys(inner)
    return [*found]


def _marks_in(records: Iterable[type[Record]]) -> Iterator[Reads]:
    for record in records:
        yield from (mark for field in fields_of(record) if (mark := field.mark(Reads)))


# Records


def _object(
    record: type[Record], rules: Iterable[Json] | None = None, known: KnownIds | None = None
) -> Json:
    held = [*(RULES.get(record, ()) if rules is None else rules)]
    fields = fields_of(record)
    whole = {
        "title": kind(record),
        "description": getdoc(record) or "",
        "type": "object",
        "properties": {field.written: _property(field, record) for field in fields},
        "additionalProperties": False,
        **({"allOf": held} if held else {}),
    }
    required = [field.written for field in fields if field.needed]
    if issubclass(record, _MAY_WAIT):
        return _undecided_or(whole, required, fields, _known_of(record, known or {}))
    return {**whole, "required": required} if required else whole


def _known_of(record: type[Record], known: KnownIds) -> Sequence[str]:
    return known.get(record.KIND, ()) if issubclass(record, Named) else ()


# Records that may say what of them is still to decide.
_MAY_WAIT: Final = (Fact, Source, FrontMatter)


def _undecided_or(
    whole: Json, required: list[str], fields: Iterable[DescribedField], known: Sequence[str]
) -> Json:
    """The record; where it says what is to decide, it may lack that or have it empty.

    It may lack what the site’s own record has that is `known` by its id.
    """
    names = [field.written for field in fields]
    name = {"anyOf": [{"enum": names}, {}]}
    waiting = {"description": _WAITING, "anyOf": [by_type("array", {"items": name}, name)]}
    filled = {
        field.written: {"if": {"type": "null"}, "then": _EMPTY, "doNotSuggest": True}
        for field in fields
        if not field.may_be_empty
    }
    let_empty = {name: _or_empty(schema) for name, schema in whole["properties"].items()}
    return {
        **whole,
        "properties": {**let_empty, DECIDE: waiting},
        "if": {"required": [DECIDE]},
        "else": _needing(required, filled, known),
    }


def _needing(required: list[str], filled: Json, known: Sequence[str]) -> Json:
    needing: Json = {"required": required, "properties": filled}
    if not known:
        return needing
    is_known = {"required": ["id"], "properties": {"id": {"enum": [*known]}}}
    return {"if": is_known, "then": {"properties": filled}, "else": needing}


def _or_empty(schema: Json) -> Json:
    if "anyOf" in schema:
        return {**schema, "anyOf": [*schema["anyOf"], taken("null")]}
    return {**schema, "type": [schema["type"], "null"]}


_WAITING: Final = "What a human must still look at, by the names of the fields. Remove the line when all is decided."
_EMPTY: Final = {"type": "string", "errorMessage": "the field is empty: write its value"}


def _property(field: DescribedField, owner: type[Record]) -> Json:
    value = _one(field)
    if owner is FrontMatter and field.written == "pictures":
        value = _ref(_IN_ARTICLE)
    schema = _described(field)
    if field.many and not any(mark in field.marks for mark in _ONE_OR_MORE):
        fix = "write a list: each entry begins with “- ”"
        return {**schema, "type": "array", "items": value, "errorMessage": fix}
    if field.many:
        value = by_type("array", {"items": value}, value)
    empty = [taken("null")] if field.may_be_empty else []
    return {**schema, "anyOf": [value, *empty]}


def _described(field: DescribedField) -> Json:
    marked = {"markdownDescription": field.help} if "`" in field.help else {}
    snippets = {"defaultSnippets": [_snippet(field.value_type)]} if field.is_record else {}
    return {"description": field.help, **marked, **snippets}


def _snippet(record: type[Record]) -> Json:
    """What an editor is offered for a new record: the fields that it needs, and a fact’s evidence."""
    fields = fields_of(record)
    needed = [field.written for field in fields if field.needed] or [fields[0].written]
    names = [*needed, "evidence"] if issubclass(record, Fact) else needed
    body = {name: f"${number}" for number, name in enumerate(names, 1)}
    return {"label": f"{kind(record)}: {join_words(names)}", "body": body}


# Values


def _ref(name: str) -> Json:
    return {"$ref": f"#/definitions/{name}"}


def _one(field: DescribedField) -> Json:
    """A single value of the field."""
    if field.is_record:
        whole = _ref(field.value_type.__name__)
        short = next((name for mark, name in _SHORT_FORMS.items() if mark in field.marks), None)
        return by_type("object", whole, _short(field.value_type, short)) if short else whole
    if issubclass(field.value_type, ClosedList):
        return _closed(field.value_type)
    mark = field.mark(Reads)
    assert mark, f"{field.written} is read in a way of its own"
    return _ref(VALUE_SCHEMAS[mark][0])


def _short(record: type[Record], name: str) -> Json:
    return _one(next(field for field in fields_of(record) if field.written == name))


def _closed(members: type[ClosedList]) -> Json:
    fix = f"write {join_words(members, 'or')}"
    meanings = [member.meaning for member in members]
    return {"enum": [*members], "enumDescriptions": meanings, "errorMessage": fix}
