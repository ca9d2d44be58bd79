"""Clock times: 9.30am, 06:00, 6 p.m., noon, midnight."""

import re
from typing import Final

from dateline.language.en.words import compile_pattern

_CLOCK: Final = compile_pattern(
    r"(?<![\w.:,$£€])(?:(?P<hour>[01]?[0-9]|2[0-4])(?:[:.](?P<minute>[0-5][0-9])(?![0-9]))?"
    r" ?(?P<half>[ap])\.?m\b\.?|(?P<hour2>[01]?[0-9]|2[0-4]):(?P<minute2>[0-5][0-9])(?![0-9:])"
    r"|(?P<word>noon|midday|midnight))"
)
_ZONE: Final = re.compile(
    r"\b(?:GMT|UTC|BST|CES?T|E[DS]?T|[CMP][DS]T|IST|JST|AE[DS]T|local time)\b"
)
_HALF_A_DAY: Final = 12 * 60


def find_clock_times(text: str) -> list[frozenset[int]]:
    """Each clock time as minutes from midnight; both halves of the day where the words do not say which."""
    return [_minutes(found) for found in _CLOCK.finditer(text)]


def find_zones(text: str) -> frozenset[str]:
    """The time zones that are named, as written."""
    return frozenset(_ZONE.findall(text))


def _minutes(found: re.Match[str]) -> frozenset[int]:
    if found["word"]:
        return frozenset({0} if found["word"].lower() == "midnight" else {_HALF_A_DAY})
    hour = int(found["hour"] or found["hour2"])
    at = hour % 24 * 60 + int(found["minute"] or found["minute2"] or 0)
    if found["half"]:
        later = _HALF_A_DAY if found["half"].lower() == "p" else 0
        return frozenset({at % _HALF_A_DAY + later if hour <= 12 else at})
    written = found["hour2"]
    is_open = len(written) == 1 or 10 <= hour <= 12
    return frozenset({at, (at + _HALF_A_DAY) % (2 * _HALF_A_DAY)} if is_open else {at})
