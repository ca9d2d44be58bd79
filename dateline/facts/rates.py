"""Rates as text: one unit for each of another, written `EUR/day` or in words, "people a week"."""

import re
from typing import Final, NamedTuple

from dateline.patterns import compile_later


class Rate(NamedTuple):
    """`unit` and `per` as written; `words` are those that follow the number's unit: "a week"."""

    unit: str
    per: str
    words: str


# The units of time after which prose says "a day", not "per day".
_TIMES: Final = frozenset(
    "second minute hour day night week fortnight month quarter season year decade century".split()
)
_STROKE: Final = compile_later(r"([^/]*[^/\s](?: ?/ ?[^/\s]+)?) ?/ ?([^/\s][^/]*)")
_SPELLED: Final = compile_later(r"(\S.*?) ((?:per|each|every) \S.*|an? \S+)", re.IGNORECASE)


def read_rate(text: str) -> Rate | None:
    """The two units of a rate; None for any other unit."""
    text = " ".join(text.split())
    if parts := _STROKE.fullmatch(text):
        return Rate(parts[1], parts[2], per_words(parts[2]))
    if parts := _SPELLED.fullmatch(text):
        return Rate(parts[1], parts[2].partition(" ")[2], parts[2])
    return None


def is_time(per: str) -> bool:
    return per in _TIMES


def per_words(per: str) -> str:
    """How prose goes on after the unit: "an hour", "a day", "per euro"."""
    if per not in _TIMES:
        return f"per {per}"
    return f"an {per}" if per == "hour" else f"a {per}"
