"""The same data as YAML in many styles: order of keys, quotation marks, brackets, comments, line ends."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Any, Final

from hypothesis import strategies as st

from tests.fuzzing.values import OneOrMany

_PLAIN: Final = re.compile(r"[A-Za-z0-9à-ÿ][\w./,’ -]*(?<! )")
# `null` and `~` are nothing without quotation marks; in braces and brackets a comma ends a value.
_NOTHING: Final = {"null", "Null", "NULL", "~", ""}


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How to write: each choice that is not made here is drawn from the `seed`, so that it can be repeated."""

    seed: int = 0
    plain: bool = True
    line_end: str = "\n"
    mark: bool = False


PLAIN_STYLE: Final = Style()
STYLES: Final = st.builds(
    Style,
    seed=st.integers(1, 10**9),
    plain=st.just(False),
    line_end=st.sampled_from(["\n", "\r\n"]),
    mark=st.booleans(),
)


def as_bytes(text: str, style: Style) -> bytes:
    mark = "\ufeff" if style.mark else ""
    return (mark + text.replace("\n", style.line_end)).encode()


def to_yaml(data: dict[str, Any], style: Style) -> str:
    writer = _Writer(style)
    return "".join(f"{line}\n" for line in writer.mapping(data, 0)) or "{}\n"


class _Writer:
    def __init__(self, style: Style) -> None:
        self.style = style
        self.random = Random(style.seed)  # noqa: S311 - it chooses how to write

    def odds(self, of: int) -> bool:
        return not self.style.plain and self.random.randrange(of) == 0

    def mapping(self, data: dict[str, Any], indent: int) -> Iterator[str]:
        items = [*data.items()]
        if not self.style.plain:
            self.random.shuffle(items)
        for key, value in items:
            yield from self.aside(indent)
            name = f"'{key}'" if self.odds(6) else key
            yield from self.value(f"{' ' * indent}{name}:", value, indent)

    def value(self, head: str, value: Any, indent: int) -> Iterator[str]:
        """A value after its key or its dash, on the same line or on those below."""
        if isinstance(value, OneOrMany) and len(value) == 1 and self.odds(2):
            value = value[0]
        if value is None:
            yield head
        elif isinstance(value, str):
            yield from self.text(head, value, indent)
        elif not value or self.odds(4):
            yield f"{head} {self.flow(value)}{self.comment()}"
        else:
            yield f"{head}{self.comment()}"
            inner = indent + (self.random.choice([1, 2, 4]) if not self.style.plain else 2)
            if isinstance(value, dict):
                yield from self.mapping(value, inner)
            else:
                yield from self.items(value, inner)

    def items(self, values: list[Any], indent: int) -> Iterator[str]:
        for value in values:
            yield from self.aside(indent)
            head = f"{' ' * indent}-"
            if isinstance(value, dict) and value and not self.odds(4):
                first, *rest = self.mapping(value, indent + 2)
                while not first.strip() or first.strip().startswith("# "):
                    yield first
                    first, *rest = rest
                yield f"{head} {first.lstrip()}"
                yield from rest
            else:
                yield from self.value(head, value, indent)

    def text(self, head: str, text: str, indent: int) -> Iterator[str]:
        folded = re.fullmatch(r"\S+( \S+)+", text)
        if folded and self.odds(5):
            yield f"{head} >-"
            lines = text.split(" ")
            middle = self.random.randrange(1, len(lines))
            yield f"{' ' * (indent + 2)}{' '.join(lines[:middle])}"
            yield f"{' ' * (indent + 2)}{' '.join(lines[middle:])}"
        else:
            yield f"{head} {self.scalar(text, inside=False)}{self.comment()}"

    def scalar(self, text: str, *, inside: bool) -> str:
        plain = _PLAIN.fullmatch(text) and text not in _NOTHING and not (inside and "," in text)
        if plain and not self.odds(3):
            return text
        if self.odds(2) and "\n" not in text and "\t" not in text:
            return "'" + text.replace("'", "''") + "'"
        return json.dumps(text, ensure_ascii=False)

    def flow(self, value: Any) -> str:
        if value is None:
            return "~"
        if isinstance(value, str):
            return self.scalar(value, inside=True)
        if isinstance(value, list):
            return f"[{', '.join(map(self.flow, value))}]"
        items = [*value.items()]
        self.random.shuffle(items)
        return "{" + ", ".join(f"{key}: {self.flow(item)}" for key, item in items) + "}"

    def comment(self) -> str:
        return "  # a comment: [of sorts" if self.odds(5) else ""

    def aside(self, indent: int) -> Iterator[str]:
        if self.odds(6):
            yield self.random.choice(["", f"{' ' * indent}# - id: not-this", "   "])
