"""SVG as text: elements with escaped attributes, and a drawing with its equal in words."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """An SVG that a page may hold as it is, and what it shows in words.

    It carries classes and presentation attributes only: a page's policy refuses `style=`.
    """

    svg: str
    words: str

    def __html__(self) -> str:
        return self.svg


def element(name: str, *children: str, **attributes: str | float | Decimal) -> str:
    """One element; `children` are SVG already, `class_` is written `class`, `_` becomes `-`."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(number(value))}"'
        for key, value in attributes.items()
    )
    inside = "".join(children)
    return f"<{name}{written}>{inside}</{name}>" if inside else f"<{name}{written}/>"


def number(value: str | float | Decimal) -> str:
    """A coordinate with at most two decimals and no trailing zero; text as it is."""
    if isinstance(value, str):
        return value
    written = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if written in ("-0", "") else written


def text(words: str, **attributes: str | float | Decimal) -> str:
    """A text element."""
    return element("text", escape(words), **attributes)
