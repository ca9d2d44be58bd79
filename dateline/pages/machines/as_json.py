"""JSON for programs: the same content in the same bytes."""

import json
from collections.abc import Mapping
from typing import Final

from markupsafe import Markup

# HTML Standard 4.12.1.3: what could end a script element, or make it longer than it is.
_IN_HTML: Final = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def without_empty(fields: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in fields.items() if value}


def to_json(value: object) -> bytes:
    """A plain value as JSON in UTF-8; a number that JSON lacks (NaN) is an error."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return f"{text}\n".encode()


def to_script(value: object) -> Markup:
    """The same in one line, for a script element that holds data."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return Markup(text.translate(_IN_HTML))  # noqa: S704 - no markup is left in it
