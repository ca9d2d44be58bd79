"""SVG as text: elements with escaped attributes, and a drawing with its description."""

from decimal import Decimal
from html import escape

from dateline.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """It has classes and presentation attributes only: our pages' policy forbids `style=`.

    `words` stand below it; `seen` is what they need not say to those who see it.
    """

    svg: str
    words: str
    seen: str = ""

    def __html__(self) -> str:
        return self.svg


SvgAttributes = dict[str, str | float | Decimal]


def element(name: str, *children: str, **attributes: str | float | Decimal) -> str:
    """An element; `children` are SVG, `class_` becomes `class`, and any other `_` becomes `-`."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(number(value))}"'
        for key, value in attributes.items()
    )
    inside = "".join(children)
    return f"<{name}{written}>{inside}</{name}>" if inside else f"<{name}{written}/>"


def number(value: str | float | Decimal) -> str:
    """A number with at most two decimals and no trailing zero; text as it is."""
    if isinstance(value, str):
        return value
    written = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if written in ("-0", "") else written


def text(words: str, **attributes: str | float | Decimal) -> str:
    return element("text", escape(words), **attributes)
