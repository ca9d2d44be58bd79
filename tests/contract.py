"""`python -m tests.contract` writes docs/templates.md: what each template is given, and what that has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from inspect import getdoc
from pathlib import Path
from types import NoneType
from typing import Any, Literal, get_args, get_origin

from dateline.pages.contract import CONTEXTS
from dateline.publishing.looks.assets import Assets
from dateline.publishing.looks.template_types import alternatives, typed_fields

FILE = Path(__file__).parent.parent / "docs" / "templates.md"
HEAD = """\
# What templates are given

This is the contract with templates of your own ([look.md](look.md)), written by `python -m tests.contract`
from the code. A template may name what is listed here and nothing else: a build checks it, also
in branches that are not taken. A new version may add to it; what it renames or removes is in the changelog.

Templates are written in [Jinja](https://jinja.palletsprojects.com/en/stable/templates/). Every value is escaped.
Each page also has `assets` (see *Assets* below) and `stylesheet`, its path in the site: write their paths as they
are, since the digits in these are filled in when all else of the page is made. For words there are
`_("…")` and `{% trans %}`. The filters `number`, `opening` and `in_text` are the program’s: an integer as the language
writes it, a capital first letter, and text as it is between tags.

“Or nothing” is `none`. *Drawing* is a finished drawing, to be written as it is.

## Templates
"""
PLAIN = {str: "text", int: "a whole number", bool: "yes or no", float: "a number"}


def render_contract() -> str:
    """The whole of docs/templates.md."""
    parts = [HEAD]
    for name, context in CONTEXTS.items():
        parts.append(f"### {name}\n\n{_table(context)}")
    parts.append("## What is in them\n")
    for record in sorted(_records(), key=lambda record: record.__name__):
        words = "" if _says_nothing(record) else f"{getdoc(record)}\n\n"
        parts.append(f"### {record.__name__}\n\n{words}{_table(record)}")
    return "\n".join(parts)


def _says_nothing(record: type) -> bool:
    """Whether a dataclass has no text, or only the one that Python makes for it."""
    return not record.__doc__ or record.__doc__.startswith(f"{record.__name__}(")


def _table(record: type) -> str:
    rows = (f"| `{name}` | {_words(type_)} |" for name, type_ in typed_fields(record).items())
    return "\n".join(["| name | |", "|---|---|", *rows, ""])


def _words(type_: Any) -> str:
    """A type, as those who write templates call it."""
    parts = [_one(part) for part in alternatives(type_)]
    nothing = [] if NoneType not in get_args(type_) else ["nothing"]
    return " or ".join([*parts, *nothing])


def _one(type_: Any) -> str:
    origin, parts = get_origin(type_), get_args(type_)
    if origin is tuple and parts[-1:] == (Ellipsis,):
        return f"a list: {_words(parts[0])}"
    if origin is tuple:
        return f"a group: {', '.join(map(_words, parts))}"
    if origin is Literal:
        return " or ".join(f"`{part}`" for part in parts)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return f"by {_words(parts[0])}: {_words(parts[1])}"
    if isinstance(type_, type) and issubclass(type_, Enum):
        return " or ".join(f"`{member.value}`" for member in type_)
    return PLAIN.get(type_, f"*{getattr(type_, '__name__', 'a value')}*")


def _records() -> set[type]:
    """Every record that can be reached from a context, with `Assets`."""
    found: set[type] = set()
    waiting: list[Any] = [*CONTEXTS.values(), Assets]
    while waiting:
        record = waiting.pop()
        for type_ in typed_fields(record).values():
            for inner in _inside(type_):
                if inner not in found:
                    found.add(inner)
                    waiting.append(inner)
    return {*found, Assets}


def _inside(type_: Any) -> Iterator[type]:
    for part in alternatives(type_):
        if isinstance(part, type) and get_origin(part) is None and typed_fields(part):
            yield part
        for argument in get_args(part):
            yield from _inside(argument) if argument is not Ellipsis else ()


if __name__ == "__main__":
    FILE.write_text(render_contract(), "utf-8")
