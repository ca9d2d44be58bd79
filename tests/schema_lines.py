"""The lines at which a JSON Schema complains about a YAML text, as a language server for YAML would show them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

import regress
import yaml
from jsonschema import Draft7Validator
from jsonschema.exceptions import ValidationError
from jsonschema.protocols import Validator
from jsonschema.validators import extend

from dateline.drafting.schemas.sheet_schemas import schema_files
from dateline.drafting.schemas.value_schemas import VALUE_SCHEMAS

# YAML 1.2, section 10.3.2: the types that values without quotation marks have.
_CORE = (
    (re.compile(r"~|null|Null|NULL|"), lambda _: None),
    (re.compile(r"true|True|TRUE|false|False|FALSE"), lambda text: text.lower() == "true"),
    (re.compile(r"[-+]?[0-9]+"), int),
    (re.compile(r"0o[0-7]+"), lambda text: int(text, 0)),
    (re.compile(r"0x[0-9a-fA-F]+"), lambda text: int(text, 0)),
    (re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"), float),
    (re.compile(r"[-+]?\.(inf|Inf|INF)"), lambda text: float(text.replace(".", ""))),
    (re.compile(r"\.(nan|NaN|NAN)"), lambda _: float("nan")),
)


def typed(node: yaml.Node) -> Any:
    """A node as a language server has it."""
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): typed(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [typed(item) for item in node.value]
    assert isinstance(node, yaml.ScalarNode)
    if node.style:
        return node.value
    made = (make(node.value) for form, make in _CORE if form.fullmatch(node.value))
    return next(made, node.value)


def _pattern(_: Validator, pattern: str, value: object, __: object) -> Iterator[ValidationError]:
    """As ECMA 262 has it, with its flag `u`; Python’s own `re` is not that."""
    if isinstance(value, str) and not _compiled(pattern).find(value):
        yield ValidationError(f"{value!r} does not match")


@cache
def _compiled(pattern: str) -> regress.Regex:
    return regress.Regex(pattern, "u")


_Validator: Final = extend(Draft7Validator, {"pattern": _pattern})  # type: ignore[no-untyped-call]


@cache
def validator_of(name: str) -> Validator:
    """That of a file by the name of its schema."""
    made: Validator = _Validator(json.loads(schema_files()[f"schemas/{name}.schema.json"]))
    return made


@cache
def validator_of_value(name: str) -> Validator:
    """That of a type of value by its name in `facts/fields.py`."""
    made: Validator = _Validator(dict(VALUE_SCHEMAS.values())[name])
    return made


def complaints(name: str, text: str) -> set[int]:
    """The lines of the text at which the schema of that name complains."""
    root = yaml.compose(text)
    if root is None:
        return set() if validator_of(name).is_valid(None) else {1}
    errors = validator_of(name).iter_errors(typed(root))
    return {line for error in errors for line in _lines(root, error)}


def _lines(root: yaml.Node, error: ValidationError) -> Iterator[int]:
    """Of a choice, the first alternative is what an editor probably meant."""
    if error.validator in ("anyOf", "allOf") and error.context:
        for inner in error.context:
            if inner.schema_path[0] == 0:
                yield from _lines(root, inner)
        return
    node, key = root, root
    for step in error.absolute_path:
        key, node = _below(node, step)
    extra = _extra_fields(error)
    for name in extra:
        yield _below(node, name)[0].start_mark.line + 1
    if not extra:
        yield (key if _is_missing(error) else node).start_mark.line + 1


def _extra_fields(error: ValidationError) -> set[str]:
    if error.validator != "additionalProperties":
        return set()
    instance, schema = error.instance, error.schema
    assert isinstance(instance, dict)
    assert isinstance(schema, dict)
    return {*instance} - {*schema["properties"]}


def _is_missing(error: ValidationError) -> bool:
    """What lacks a field is marked at its name, if it has one."""
    return error.validator == "required"


def _below(node: yaml.Node, step: object) -> tuple[yaml.Node, yaml.Node]:
    if isinstance(node, yaml.MappingNode):
        return next((key, value) for key, value in node.value if key.value == step)
    item = node.value[step]
    return item, item
