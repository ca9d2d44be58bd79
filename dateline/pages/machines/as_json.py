"""JSON for programs: the same content in the same bytes."""

import json
from dataclasses import fields, is_dataclass
from typing import Any, Final

from markupsafe import Markup

# Fields whose JSON names are no names in Python.
NAMES: Final = {"is_": "is", "schema_": "$schema"}


def to_json(value: object) -> bytes:
    """A record (dataclass) or plain value as JSON: UTF-8, keys in the order of the fields.

    What a record does not have (None) is left out; a number that JSON lacks (NaN) is an error.
    """
    text = json.dumps(plain(value), ensure_ascii=False, allow_nan=False, indent=1)
    return f"{text}\n".encode()


# HTML Standard 4.12.1.3: what could end a script element, or make it longer than it is.
_IN_HTML: Final = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def to_script(value: object) -> Markup:
    """The same in one line, for a script element that holds data."""
    text = json.dumps(plain(value), ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return Markup(text.translate(_IN_HTML))  # noqa: S704 - no markup is left in it


def plain(value: object) -> Any:
    """Records as dicts under their JSON names, sequences as lists, everything else as it is."""
    if is_dataclass(value):
        named = (
            (NAMES.get(field.name, field.name), getattr(value, field.name))
            for field in fields(value)
        )
        return {name: plain(part) for name, part in named if part is not None}
    if isinstance(value, dict):
        return {name: plain(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [plain(part) for part in value]
    return value
