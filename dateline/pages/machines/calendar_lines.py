"""Lines of a calendar as RFC 5545 wants them: text escaped, and long lines folded.

The library icalendar does the same, but to import it takes longer than to write a briefing's calendar. So
only what a zone's rules are is asked of it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Final
from zoneinfo import ZoneInfo

# A line has at most 75 octets, and those after a fold begin with a space.
_OCTETS: Final = 74
# What is before a letter that it changes stays on the line of that.
_BEFORE_A_LETTER: Final = "\\^"


def as_text(words: str) -> str:
    """Words as the value of a property, with each line break as the sign for one."""
    one_break = words.replace(r"\N", "\n")
    for sign in "\\;,":
        one_break = one_break.replace(sign, f"\\{sign}")
    return one_break.replace("\r\n", r"\n").replace("\n", r"\n").replace("\r", r"\n")


def as_time(moment: dt.datetime) -> str:
    return f"{moment:%Y%m%dT%H%M%S}"


def as_day(day: dt.date) -> str:
    return f"{day.year:04}{day:%m%d}"


def as_file(lines: Iterable[str]) -> bytes:
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _folded(line: str) -> str:
    if len(line.encode()) <= _OCTETS:
        return line
    pieces, piece, octets = [], "", 0
    for letter in line:
        more = len(letter.encode())
        if octets + more > _OCTETS:
            kept = piece[-1] if piece[-1] in _BEFORE_A_LETTER else ""
            pieces.append(piece.removesuffix(kept))
            piece, octets = kept, len(kept)
        piece += letter
        octets += more
    return "\r\n ".join((*pieces, piece))


def zone_lines(zones: Iterable[ZoneInfo]) -> Iterator[str]:
    """When each zone changes its clocks, once and in the order in which they come."""
    for zone in dict.fromkeys(zones):
        # Imported here because few events have a time of day.
        from icalendar import Timezone

        rules: bytes = Timezone.from_tzinfo(zone).to_ical(sorted=False)
        yield from rules.decode().replace("\r\n ", "").splitlines()
