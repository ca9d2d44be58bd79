"""How English writes numbers and lists."""

from collections.abc import Sequence
from decimal import Decimal


def number(value: Decimal | int) -> str:
    """Every digit, grouped from 1,000 on, with a true minus (CLDR)."""
    return f"{value:,f}".replace("-", "\u2212") if isinstance(value, Decimal) else f"{value:,}"


def all_of(words: Sequence[str]) -> str:
    """The words as a list: "a, b and c"; empty where there are none."""
    return _joined(words, "and")


def one_of(words: Sequence[str]) -> str:
    return _joined(words, "or")


def _joined(words: Sequence[str], last: str) -> str:
    *most, end = [*words] or [""]
    return f"{', '.join(most)} {last} {end}" if most else end
