"""Trees to records: each record on its own, so that a wrong one does not hide another."""

import re
from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches
from functools import cache
from typing import Any, Final, Generic, TypeVar, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from dateline.facts.described import fields_of
from dateline.facts.fields import ID, describe
from dateline.facts.kinds import Kind
from dateline.facts.origin import Key, Origin
from dateline.facts.phrasing import join_words
from dateline.facts.records import BriefPoint, FrontMatter, Record
from dateline.frozen import dataclass
from dateline.patterns import compile_later
from dateline.problems import RULE_BY_NAME, Position, Problem, Rule
from dateline.reading.other_names import meant_fields, unused_field
from dateline.reading.yaml_tree import YamlList, YamlMapping, YamlNode, YamlScalar

KeyPath = tuple[Key, ...]
# No record has more faults than this unless something else was pasted in its place.
_MAX_ERRORS: Final = 100
R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed(Generic[R]):
    record: R | None
    problems: tuple[Problem, ...]


def parse_record(model: type[R], node: YamlNode | None, position: Position) -> Parsed[R]:
    """The record that a node holds; an empty node is a record without fields at `position`."""
    if node is None or (isinstance(node, YamlScalar) and node.text is None):
        node = YamlMapping(fields={}, position=position)
    written = _data(node)
    if not isinstance(node, YamlMapping):
        found = f"{kind(model)}: found {describe(written)}"
        fix = _fields_below(model, written)
        return Parsed(record=None, problems=(Problem(node.position, Rule.FIELD_TYPE, found, fix),))
    typed = tuple(_typed_origins(model, node, _name(model, node)))
    try:
        record = _built(model).model_validate(written)
    except ValidationError as error:
        errors = error.errors(include_url=False)[:_MAX_ERRORS]
        return Parsed(record=None, problems=(*typed, *_problems(model, node, errors)))
    return Parsed(record=None if typed else record, problems=typed)


@cache
def _built(model: type[R]) -> type[R]:
    """With its parts first: they would be built again for each record that has them."""
    for field in fields_of(model):
        if issubclass(field.value_type, Record):
            _built(field.value_type)
    model.model_rebuild()
    return model


def _fields_below(model: type[Record], written: object) -> str:
    names = [name for name, field in model.model_fields.items() if field.is_required()]
    if isinstance(written, list) and (own := main_list(model)):
        return f"write `{own}:` on a line above the list"
    if names[1:] == ["why"] and isinstance(written, str):
        return f"write `{names[0]}: {written}`, and below it `why:`"
    if len(names) == 1 and isinstance(written, str):
        return f"write fields below it, each on a line of its own: `{names[0]}: {written}`"
    if names[:1] == ["id"]:
        below = join_words(f"`{name}:`" for name in names[1:])
        return f"write `- id:`, and below it {below}" if below else "write `- id:`"
    return f"write fields below it: {join_words(names or _fields(model))}"


# What pydantic is given


def _data(node: YamlNode) -> Any:
    """Plain text, lists and dicts; every dict has its origin."""
    if isinstance(node, YamlScalar):
        return node.text
    if isinstance(node, YamlList):
        return [_data(item) for item in node.items]
    fields = {name: _data(field.value) for name, field in node.fields.items()}
    return fields | {"origin": origin(node)}


def origin(node: YamlMapping) -> Origin:
    below = tuple(_below(node, ()))
    return Origin(
        position=node.position,
        values={path: position for path, position, _ in below},
        keys={path: key for path, _, key in below if key},
        written=dict(_written_otherwise(node, ())),
        lent=node.lent,
    )


def _written_otherwise(node: YamlNode, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    """The values below a node whose text is not as it stands in the file, with what stands there."""
    if isinstance(node, YamlMapping):
        for name, field in node.fields.items():
            yield from _written_otherwise(field.value, (*path, name))
    elif isinstance(node, YamlList):
        for number, item in enumerate(node.items):
            yield from _written_otherwise(item, (*path, number))
    elif node.written:
        yield path, node.written


def _below(node: YamlNode, path: KeyPath) -> Iterator[tuple[KeyPath, Position, Position | None]]:
    """Every value below a node: its path, its position, and that of its name if it has one."""
    if isinstance(node, YamlMapping):
        for name, field in node.fields.items():
            yield (*path, name), field.value.position, field.key
            yield from _below(field.value, (*path, name))
    elif isinstance(node, YamlList):
        for number, item in enumerate(node.items):
            yield (*path, number), item.position, None
            yield from _below(item, (*path, number))


def _typed_origins(model: type[Record], node: YamlMapping, name: str) -> Iterator[Problem]:
    """The fields called `origin` that an editor wrote: records use that name for themselves."""
    for path, _, key in _below(node, ()):
        if key and path[-1] == "origin":
            above = _subject(name, path[:-1])
            yield _unknown(key, "origin", _owner(model, path[:-1]), above, beside=())


# What pydantic answers, in words


def _problems(
    model: type[Record], node: YamlMapping, errors: list[ErrorDetails]
) -> Iterator[Problem]:
    positions, name = origin(node), _name(model, node)
    located = [(error, _written_path(error["loc"], positions)) for error in errors]
    mistyped = set(_mistyped(model, located))
    for error, path in located:
        owner, last = _owner(model, path), str(next(reversed(error["loc"]), ""))
        subject, position = _subject(name, path), positions.of(*path)
        if error["type"] == "extra_forbidden":
            if last != "origin":
                above = _subject(name, path[:-1])
                beside = [str(key[-1]) for key in positions.keys if key[:-1] == path[:-1]]
                yield _unknown(positions.keys[path], str(path[-1]), owner, above, beside=beside)
        elif error["type"] != "missing":
            rule, found, fix = _plain_words(error, owner)
            if not str(error["input"] or "").strip():
                found, fix = "the field is empty", _of_empty(owner, path, fix)
            fix = _id_instead(error, path) or _publication(error, owner, path) or fix
            yield Problem(position, rule, f"{subject}: {found}", fix)
        elif (*path, last) not in mistyped:
            fix = f"add `{last}:` to the {kind(owner)}"
            fix += ": why it matters" if owner is BriefPoint else ""
            yield Problem(position, Rule.FIELD_MISSING, f"{subject} has no `{last}`", fix)


def _of_empty(owner: type[Record], path: KeyPath, fix: str) -> str:
    name = next((step for step in reversed(path) if isinstance(step, str)), "")
    fields = owner.model_fields.items()
    required = [field.alias or own for own, field in fields if field.is_required()]
    value = "write its value" if fix == "write text" else fix
    return value if name in required else f"{value}, or remove the line"


def _mistyped(
    model: type[Record], located: Iterable[tuple[ErrorDetails, KeyPath]]
) -> Iterator[KeyPath]:
    """The fields that unknown ones were probably meant to be, so that they are not missing too."""
    for error, path in located:
        if error["type"] == "extra_forbidden":
            owner, name = _owner(model, path), str(path[-1])
            known = _fields(owner)
            for meant in meant_fields(kind(owner), name, known) or _nearest(name, known):
                yield (*path[:-1], meant)


def _written_path(location: KeyPath, positions: Origin) -> KeyPath:
    """The part of an error's location that an editor wrote; pydantic adds words of its own."""
    path: KeyPath = ()
    for step in location:
        if (*path, step) in positions.values:
            path = (*path, step)
    return path


def _name(model: type[Record], node: YamlMapping) -> str:
    field = node.fields.get("id")
    if field and isinstance(field.value, YamlScalar) and field.value.text:
        return f"{kind(model)} ‘{field.value.text}’"
    return kind(model)


_KINDS: Final = {
    "CoverageWaiver": "waiver",
    "FrontMatter": "front matter",
    "BriefPoint": "point of the brief",
    "HistoryPoint": "point of history",
    "RivalValue": "value",
    "SourceRef": "source",
    "OriginalName": "original name",
    "PageFront": "page",
    "Site": "site.yaml",
    "SharedRole": "role",
    "SiteFont": "font",
    "SiteLook": "look",
}


def kind(model: type[Record]) -> str:
    """A record's kind, as an editor would call it; a sheet's is the name of its file."""
    name = model.__name__
    if name.endswith("Sheet"):
        name = name.removeprefix("Shared")  # a site’s own has the name of a briefing’s
        return f"{name.removesuffix('Sheet').lower()}.yaml"
    with_id: Kind | None = getattr(model, "KIND", None)
    return with_id or _KINDS.get(name, name.lower())


def _unknown(
    position: Position, name: str, owner: type[Record], subject: str, *, beside: Collection[str]
) -> Problem:
    """A field that the record does not have; `beside` are the names of all that it was given."""
    known = _fields(owner)
    found = f"{subject}: unknown field `{name}`" if name else f"{subject}: a field has no name"
    fix = f"remove it; the fields here are {join_words(known)}" if known else "remove it"
    meant = meant_fields(kind(owner), name, known)
    if name == "origin":
        meant = []
    elif unused := None if meant else unused_field(kind(owner), name):
        fix = unused
    elif meant:
        fix = f"here it is called {join_words((f'`{field}:`' for field in meant), 'or')}"
    elif meant := _nearest(name, known):
        fix = f"did you mean `{meant[0]}`?"
    if meant and meant[0] in beside:
        fix = f"remove it: `{meant[0]}:` is there already"
    return Problem(position, Rule.FIELD_UNKNOWN, found, fix)


def _nearest(written: str, known: Iterable[str]) -> list[str]:
    return get_close_matches(written.lower(), list(known), n=1, cutoff=0.7)


def _subject(name: str, path: KeyPath) -> str:
    """The record, and the field in it: "event ‘visit’, evidence 2, words"."""
    words = [name]
    for step in path:
        if isinstance(step, int) and len(words) > 1:
            words[-1] += f" {step + 1}"
        else:
            words.append(str(step))
    return ", ".join(words)


def _plain_words(error: ErrorDetails, owner: type[Record]) -> tuple[Rule, str, str]:
    """Rule, what was found, what to write: for each of pydantic's answers."""
    context, written = error.get("ctx", {}), error["input"]
    rule, found, fix = Rule.FIELD_TYPE, f"found {describe(written)}", error["msg"]
    match error["type"]:
        case "enum":
            rule, fix = Rule.FIELD_VALUE, _allowed(written, context["expected"])
        case "tuple_type":
            found, fix = "this is not a list", _as_list(owner, written)
        case "model_type" | "model_attributes_type":
            fix = _fields_below(owner, written)
        case Rule.FIELD_TYPE if isinstance(written, list):
            fix = "write one value, without [ ] or “- ”"
        case name if name in RULE_BY_NAME:
            rule, found, fix = RULE_BY_NAME[name], str(context["found"]), str(context["fix"])
    return rule, found, fix


def _as_list(owner: type[Record], written: object) -> str:
    """How to write the record, or the fields of one, that is where a list of them is expected."""
    if isinstance(written, dict):
        first = next((name for name in written if name != "origin"), "id")
        return f"write “- ” before `{first}:`, and indent the lines below it"
    return _fields_below(owner, written)


_EMPTY_ID: Final = "write an id: lower-case letters, digits and hyphens, such as old-bridge-closes"


def _id_instead(error: ErrorDetails, path: KeyPath) -> str | None:
    """What to write in place of an id: for nothing, for several ids, or for a name."""
    written = error["input"]
    if written is None:
        return _EMPTY_ID if path[-1:] == ("id",) else None
    if error["type"] != Rule.ID_FORM:
        return None
    if "id" in path or "formerly" in path:
        better = as_id(written)
        return f"write {better}" if ID.fullmatch(better) else None
    ids = [id_ for id_ in re.split(r"[\s,]+", written) if id_]
    if len(ids) > 1 and all(map(ID.fullmatch, ids)):
        steps = [step for step in error["loc"] if step != "id"]
        return _several_ids(", ".join(ids), path, steps[-1])
    is_name = written != written.lower() or len(ids) > 1
    return "write the id, not the name" if is_name else None


def as_id(written: str) -> str:
    """The id that an editor probably meant: “Mayor Speaks” is mayor-speaks."""
    return re.sub(r"[\s_-]+", "-", written.lower()).strip("-")


_WITH_A_TIME: Final = compile_later(r"\d{4}-\d\d-\d\d(?:[T ]| at )\d")


def _publication(error: ErrorDetails, owner: type[Record], path: KeyPath) -> str | None:
    """What to write as the day of publication for a time, or for what other generators take."""
    text = str(error["input"])
    if owner is not FrontMatter or path != ("published",):
        return None
    if text in ("true", "false", "yes", "no"):
        return "write the day of publication; to keep the article back, add `draft: true`"
    if _WITH_A_TIME.match(text):
        return "write the day alone, and the time with its zone in `published_time:`, as 14:30 CET"
    return None


def _several_ids(listed: str, path: KeyPath, last: Key) -> str:
    """A field that takes a list has a number at its end, even if one value is written for it."""
    if not isinstance(last, int):
        return "write one id: this field takes only one"
    in_brackets = path[-1] == last
    return f"put a comma between them: {listed}" if in_brackets else f"put [ ] around: [{listed}]"


def _allowed(written: object, expected: str) -> str:
    words = [word.strip("'") for word in expected.replace(" or ", ", ").split(", ")]
    return f"write {join_words(_nearest(str(written), words) or words, 'or')}"


# What the records say of themselves


def _fields(model: type[Record]) -> tuple[str, ...]:
    fields = model.model_fields.items()
    return tuple(field.alias or name for name, field in fields if name != "origin")


def _owner(model: type[Record], path: KeyPath) -> type[Record]:
    for step in path:
        if isinstance(step, str):
            model = _inner(model).get(step, model)
    return model


@cache
def _inner(model: type[Record]) -> dict[str, type[Record]]:
    return {
        field.alias or name: inner
        for name, field in model.model_fields.items()
        if (inner := record_in(field.annotation))
    }


def main_list(model: type[Record]) -> str | None:
    """The name of the list that a sheet is for; None for other records."""
    if not model.__name__.endswith("Sheet"):
        return None
    return [name for name in _fields(model) if name not in ("removed", "groups", "periods")][-1]


def record_in(annotation: object) -> type[Record] | None:
    """The kind of record inside a type such as `tuple[Event, ...]` or `Outcome | None`."""
    if isinstance(annotation, type) and get_origin(annotation) is None:
        return annotation if issubclass(annotation, Record) else None
    return next(filter(None, map(record_in, get_args(annotation))), None)
