"""Clock times: 9.30am, 06:00, 6 p.m., noon, midnight, 1340 GMT."""

import re
from typing import Final

from dateline.frozen import dataclass
from dateline.language.en.words import SERVICE, compile_pattern
from dateline.patterns import compile_later

_ABBREVIATED: Final = (
    r"(?-i:GMT|UTC|BST|CES?T|EES?T|MSK|E[DS]?T|[CMP][DS]T|IST|JST|AE[DS]T|NZ[DS]T)"
)
_CLOCK: Final = compile_pattern(
    r"(?<![\w.:,$£€+])(?:(?P<hour>[01]?[0-9]|2[0-4])(?:[:.](?P<minute>[0-5][0-9])(?![0-9]))?"
    r" ?(?P<half>[ap])\.?m\b\.?|(?P<hour2>[01]?[0-9]|2[0-4]):(?P<minute2>[0-5][0-9])(?![0-9:])"
    rf"|(?P<hour3>[01][0-9]|2[0-3])(?P<minute3>[0-5][0-9])(?= ?(?:{_ABBREVIATED}|local time)\b)"
    rf"|(?<=the\s)(?P<hour4>[01]?[0-9]|2[0-3])\.(?P<minute4>[0-5][0-9])(?={SERVICE})"
    r"|(?:(?<=at\s)|(?<=by\s)|(?<=before\s)|(?<=after\s)|(?<=until\s))(?P<hour5>[01]?[0-9]|2[0-3])"
    r"\.(?P<minute5>[0-5][0-9])(?=,? (?:on (?:the |that )?(?:\w+ )?\w+day\b"
    r"|(?:in the|this|yesterday|tomorrow) (?:morning|afternoon|evening)\b|local time\b))"
    r"|(?P<word>(?:noon|midday|midnight)\b))"
)
_ZONE: Final = compile_later(
    rf" ?[(]?(?P<zone>(?:UTC|GMT) ?[+\u2212-][0-9:]{{1,5}}|[+\u2212-][0-9]{{2}}:?[0-9]{{2}}|{_ABBREVIATED}\b|local time"
    r"|[A-Z]\w+(?:/[A-Z][\w-]+){1,2}|(?:[A-Z][\w.]+ ){1,3}[Tt]ime\b)"
)
_HALF_A_DAY: Final = 12 * 60
_MINUTES: Final = ("minute", "minute2", "minute3", "minute4", "minute5")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundClock:
    """A clock time; `minutes` from midnight, two where the words do not say which half of the day.

    `zone` is as written right after it, or empty. `is_again` where it is the moment of the one before
    it, elsewhere: “9:40 p.m. (1340 GMT)”. `side` of “shortly before 6pm” is “before”.
    """

    text: str
    start: int
    minutes: frozenset[int]
    zone: str
    is_again: bool
    side: str = ""


_SIDE: Final = compile_later(r"\b(before|after) (?:about |around )?$", re.IGNORECASE)
# Between two clock times that are one moment: "9:40 p.m. (1340 GMT)", "9:40 p.m., or 1340 GMT".
# With a day in between as well: "11.52pm on Tuesday (2152 GMT)".
_DAY: Final = (
    r"(?:,? (?:on|this|last|early|late|the|of|local|time|yesterday|today|morning|afternoon|evening|night|\w+day"
    r"|(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber|[0-9]{1,2}(?:st|nd|rd|th)?"
    r"|[12][0-9]{3}))*"
)
_SAME_MOMENT: Final = compile_later(rf"{_DAY} ?\(|{_DAY}, or | ?/ ?")


def find_clocks(text: str) -> list[FoundClock]:
    found: list[FoundClock] = []
    last = len(text)
    for clock in _CLOCK.finditer(text):
        zone = _ZONE.match(text, clock.end())
        side = _SIDE.search(text, max(0, clock.start() - 20), clock.start())
        end = zone.end() if zone else clock.end()
        found.append(
            FoundClock(
                text=text[clock.start() : end],
                start=clock.start(),
                minutes=_minutes(clock),
                zone=zone["zone"] if zone else "",
                is_again=bool(_SAME_MOMENT.fullmatch(text, last, clock.start())),
                side=side[1].lower() if side else "",
            )
        )
        last = end
    return found


def find_clock_times(text: str) -> list[frozenset[int]]:
    """Each clock time as minutes from midnight; both halves of the day where the words do not say which."""
    return [_minutes(found) for found in _CLOCK.finditer(text)]


def _minutes(found: re.Match[str]) -> frozenset[int]:
    if found["word"]:
        return frozenset({0} if found["word"].lower() == "midnight" else {_HALF_A_DAY})
    bare = found["hour2"] or found["hour4"] or found["hour5"]
    hour = int(found["hour"] or found["hour3"] or bare)
    minute = next((found[name] for name in _MINUTES if found[name]), 0)
    at = hour % 24 * 60 + int(minute)
    if found["hour3"]:
        return frozenset({at})
    if found["half"]:
        later = _HALF_A_DAY if found["half"].lower() == "p" else 0
        return frozenset({at % _HALF_A_DAY + later if hour <= 12 else at})
    is_open = len(bare) == 1 or 10 <= hour <= 12
    return frozenset({at, (at + _HALF_A_DAY) % (2 * _HALF_A_DAY)} if is_open else {at})
