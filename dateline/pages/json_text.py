"""JSON for programs: one way to write it, for files and inside pages."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Mapping

# HTML Standard 4.12.1.3: what can end a script element, or make it longer than it is, is escaped.
_IN_HTML: Final = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def json_file(value: Mapping[str, object]) -> bytes:
    """A JSON file (RFC 8259): UTF-8, keys in the order given, a line end; raises on NaN."""
    return (json.dumps(value, ensure_ascii=False, allow_nan=False, indent=1) + "\n").encode()


def json_in_html(value: Mapping[str, object]) -> Markup:
    """The same in one line, to stand in a script element that holds data."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return Markup(text.translate(_IN_HTML))  # noqa: S704 - nothing in it is markup any more
