"""Trees to records: each record on its own, so that one that is wrong hides no other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar, get_args, get_origin

from pydantic import ValidationError

from dateline.facts.fields import ID, describe
from dateline.facts.kinds import Kind
from dateline.facts.origin import Origin
from dateline.facts.phrasing import join_words
from dateline.facts.records import Record
from dateline.problems import RULE_BY_NAME, Position, Problem, Rule
from dateline.reading.nodes import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic_core import ErrorDetails

    from dateline.facts.origin import Key

Path = tuple["Key", ...]
# A record with more faults than this is no record.
_MOST: Final = 100
R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed(Generic[R]):
    """A record, or None where it is refused; and why."""

    record: R | None
    problems: tuple[Problem, ...]


def parse_record(model: type[R], node: Node | None, position: Position) -> Parsed[R]:
    """The record that a node holds; `place` stands in for a node that is empty."""
    if node is None or (isinstance(node, Scalar) and node.text is None):
        node = Mapping(fields={}, position=position)
    if not isinstance(node, Mapping):
        return Parsed(record=None, problems=(_not_fields(model, node),))
    typed = tuple(_typed_origins(node, _name(model, node)))
    try:
        record = model.model_validate(_data(node))
    except ValidationError as error:
        found = _problems(model, node, error.errors(include_url=False)[:_MOST])
        return Parsed(record=None, problems=(*typed, *found))
    return Parsed(record=None if typed else record, problems=typed)


def _not_fields(model: type[Record], node: Node) -> Problem:
    return Problem(
        position=node.position,
        rule=Rule.FIELD_TYPE,
        found=f"{kind(model)}: found {_described(node)}",
        fix=_fields_below(model, _data(node)),
    )


def _fields_below(model: type[Record], written: object) -> str:
    """What to write for a record that is written as something else."""
    names = [name for name, one in model.model_fields.items() if one.is_required()]
    if len(names) == 1 and isinstance(written, str):
        return f"write fields below it, each on a line of its own: `{names[0]}: {written}`"
    return f"write fields below it: {join_words(names or _fields(model))}"


# What pydantic is given


def _data(node: Node) -> Any:
    """Plain text, lists and dicts; every dict knows its origin."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [_data(item) for item in node.items]
    fields = {name: _data(one.value) for name, one in node.fields.items()}
    return fields | {"origin": origin(node)}


def origin(node: Mapping) -> Origin:
    """The places of a mapping and of all that it holds."""
    values: dict[Path, Position] = {}
    keys: dict[Path, Position] = {}
    for path, position, key in _spread(node, ()):
        values[path] = position
        if key:
            keys[path] = key
    return Origin(position=node.position, values=values, keys=keys)


def _spread(node: Node, path: Path) -> Iterator[tuple[Path, Position, Position | None]]:
    """Every value below a node: its path, its place, and that of its name where it has one."""
    if isinstance(node, Mapping):
        for name, one in node.fields.items():
            yield (*path, name), one.value.position, one.key
            yield from _spread(one.value, (*path, name))
    elif isinstance(node, Sequence):
        for number, item in enumerate(node.items):
            yield (*path, number), item.position, None
            yield from _spread(item, (*path, number))


def _typed_origins(node: Node, name: str) -> Iterator[Problem]:
    """The fields called `origin` that an editor wrote: the name is the reader's own."""
    if isinstance(node, Mapping):
        for field, one in node.fields.items():
            if field == "origin":
                yield _unknown(one.key, field, (), name)
            yield from _typed_origins(one.value, name)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _typed_origins(item, name)


# What pydantic answers, in words


def _problems(model: type[Record], node: Mapping, errors: list[ErrorDetails]) -> Iterator[Problem]:
    places = origin(node)
    name = _name(model, node)
    mistyped = set(_mistyped(model, places, errors))
    for error in errors:
        path = _written_path(error["loc"], places)
        owner = _owner(model, path)
        match error["type"]:
            case "extra_forbidden":
                if error["loc"][-1] != "origin":
                    yield _unknown(places.keys[path], str(path[-1]), _fields(owner), name)
            case "missing" if (*path, error["loc"][-1]) in mistyped:
                continue
            case "missing":
                yield _missing(places.of(*path), str(error["loc"][-1]), name, path, owner)
            case _:
                yield _wrong(error, places.of(*path), name, path, owner)


def _mistyped(model: type[Record], places: Origin, errors: list[ErrorDetails]) -> Iterator[Path]:
    """The fields that unknown ones were perhaps meant to be: to miss those too is no second fault."""
    for error in errors:
        if error["type"] == "extra_forbidden":
            path = _written_path(error["loc"], places)
            if meant := _nearest(str(path[-1]), _fields(_owner(model, path))):
                yield (*path[:-1], meant)


def _written_path(location: tuple[Key, ...], places: Origin) -> Path:
    """The part of an error's location that an editor wrote; pydantic adds words of its own."""
    path: Path = ()
    for step in location:
        if (*path, step) in places.values:
            path = (*path, step)
    return path


def _name(model: type[Record], node: Mapping) -> str:
    """What a message calls a record: by its id where it has one."""
    one = node.fields.get("id")
    if one and isinstance(one.value, Scalar) and one.value.text:
        return f"{kind(model)} ‘{one.value.text}’"
    return kind(model)


_KINDS: Final = {
    "CoverageWaiver": "waiver",
    "FrontMatter": "front matter",
    "BriefPoint": "point of the brief",
    "HistoryPoint": "point of history",
    "RivalValue": "value",
    "SourceRef": "source",
    "OriginalName": "original name",
    "Site": "site.yaml",
}


def kind(model: type[Record]) -> str:
    """A record's kind, as an editor would call it; a sheet by the name of its file."""
    name = model.__name__
    if name.endswith("Sheet"):
        return f"{name.removesuffix('Sheet').lower()}.yaml"
    with_id: Kind | None = getattr(model, "KIND", None)
    return with_id or _KINDS.get(name, name.lower())


def _unknown(position: Position, found: str, known: tuple[str, ...], name: str) -> Problem:
    close = _nearest(found, known)
    return Problem(
        position=position,
        rule=Rule.FIELD_UNKNOWN,
        found=f"{name}: unknown field `{found}`" if found else f"{name}: a field has no name",
        fix=f"did you mean `{close}`?" if close else _known(known),
    )


def _nearest(found: str, known: tuple[str, ...]) -> str | None:
    return next(iter(get_close_matches(found.lower(), known, n=1, cutoff=0.6)), None)


def _known(known: tuple[str, ...]) -> str:
    return f"take it out; the fields here are {join_words(known)}" if known else "take it out"


def _missing(position: Position, field: str, name: str, path: Path, owner: type[Record]) -> Problem:
    subject = _subject(name, path)
    return Problem(
        position=position,
        rule=Rule.FIELD_MISSING,
        found=f"{subject} has no `{field}`",
        fix=f"add `{field}:` to the {kind(owner)}",
    )


def _wrong(
    error: ErrorDetails, position: Position, name: str, path: Path, owner: type[Record]
) -> Problem:
    rule, found, fix = _plain_words(error, owner)
    fix = _id_instead(error, path) or fix
    return Problem(position=position, rule=rule, found=f"{_subject(name, path)}: {found}", fix=fix)


def _subject(name: str, path: Path) -> str:
    """The record, and the field in it: "event ‘visit’, evidence 2, words"."""
    words: list[str] = []
    for step in path:
        if isinstance(step, int) and words:
            words[-1] += f" {step + 1}"
        else:
            words.append(str(step))
    return ", ".join([name, *words])


def _plain_words(error: ErrorDetails, owner: type[Record]) -> tuple[Rule, str, str]:
    """Rule, what was found, what to write: for each of pydantic's answers."""
    context = error.get("ctx", {})
    written = describe(error["input"])
    match error["type"]:
        case "enum":
            return (
                Rule.FIELD_VALUE,
                f"found {written}",
                _allowed(error["input"], context["expected"]),
            )
        case "tuple_type":
            return (
                Rule.FIELD_TYPE,
                f"found {written}",
                "write a list, each entry on a line behind “- ”",
            )
        case "model_type" | "model_attributes_type":
            return Rule.FIELD_TYPE, f"found {written}", _fields_below(owner, error["input"])
        case Rule.FIELD_TYPE if isinstance(error["input"], list):
            return Rule.FIELD_TYPE, f"found {written}", "write one value, without [ ] or “- ”"
        case name if name in RULE_BY_NAME:
            return RULE_BY_NAME[name], str(context["found"]), str(context["fix"])
    return Rule.FIELD_TYPE, f"found {written}", error["msg"]


_EMPTY_ID: Final = "write an id: lower-case letters, digits and hyphens, as old-bridge-closes"


def _id_instead(error: ErrorDetails, path: Path) -> str | None:
    """What to write where an id should stand: nothing does, or several ids do, or a name."""
    if error["input"] is None:
        return _EMPTY_ID if path[-1:] == ("id",) else None
    if error["type"] != Rule.ID_FORM or "id" in path or "formerly" in path:
        return None
    ids = [one for one in re.split(r"[\s,]+", error["input"]) if one]
    if len(ids) > 1 and all(map(ID.fullmatch, ids)):
        written_in = [step for step in error["loc"] if step != "id"]
        return _several_ids(", ".join(ids), path, written_in[-1])
    is_name = error["input"] != error["input"].lower() or len(ids) > 1
    return "write the id, not the name" if is_name else None


def _several_ids(listed: str, path: Path, last: Key) -> str:
    """A field that takes a list has a number at its end, even where one value stands for it."""
    if not isinstance(last, int):
        return "write one id: this field takes no more"
    return (
        f"put a comma between them: {listed}" if path[-1] == last else f"put [ ] around: [{listed}]"
    )


def _allowed(written: object, expected: str) -> str:
    words = [word.strip("'") for word in expected.replace(" or ", ", ").split(", ")]
    close = get_close_matches(str(written).lower(), words, n=1, cutoff=0.6)
    return f"write {close[0]}" if close else f"write {join_words(words, 'or')}"


def _described(node: Node) -> str:
    return describe(_data(node))


# What the records say of themselves


def _fields(model: type[Record]) -> tuple[str, ...]:
    """The names that an editor may write in a record."""
    fields = model.model_fields.items()
    return tuple(one.alias or name for name, one in fields if name != "origin")


def _owner(model: type[Record], path: Path) -> type[Record]:
    """The kind of the innermost record around the end of `path`."""
    for step in path:
        if isinstance(step, str):
            model = _inner(model).get(step, model)
    return model


@cache
def _inner(model: type[Record]) -> dict[str, type[Record]]:
    """The records that a record's fields hold, by the field's name."""
    found = {}
    for name, one in model.model_fields.items():
        if inner := record_in(one.annotation):
            found[one.alias or name] = inner
    return found


def record_in(annotation: object) -> type[Record] | None:
    """The kind of record inside a type such as `tuple[Event, ...]` or `Outcome | None`."""
    if isinstance(annotation, type) and get_origin(annotation) is None:
        return annotation if issubclass(annotation, Record) else None
    return next(filter(None, map(record_in, get_args(annotation))), None)
