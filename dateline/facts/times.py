"""Times of day as an editor writes them, such as “06:00 local time” or “6.30 pm CET”, and their zones."""

import datetime as dt
import re
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dateline.frozen import dataclass
from dateline.patterns import compile_later
from dateline.words import _

_CLOCK: Final = compile_later(
    r"(?<![\w.:+-])(?:(?P<hour>[01]?[0-9]|2[0-4])(?:[:.](?P<minute>[0-5][0-9]))?\s?(?P<half>[ap])\.?m\b"
    r"|(?P<hour24>[01]?[0-9]|2[0-4])[:.](?P<minute24>[0-5][0-9])(?![0-9]))",
    re.IGNORECASE,
)

# From when to when, in minutes from midnight; past it, more than a day has.
Window = tuple[int, int]


class _PartOfDay(NamedTuple):
    """A part of the day in minutes from midnight; `usual` is its place among times of the day.

    `within` is how far the words may reach, past midnight too.
    """

    begins: int
    usual: int
    ends: int
    within: Window


def _parts(table: str) -> dict[str, _PartOfDay]:
    """Each form with its hours: begins, usual, ends, and from when to when it may be."""
    found: dict[str, _PartOfDay] = {}
    for line in table.strip().splitlines():
        forms, hours = line.split(":")
        begins, usual, ends, least, most = (int(float(hour) * 60) for hour in hours.split())
        part = _PartOfDay(begins, usual, ends, (least, most))
        found |= dict.fromkeys((form.strip() for form in forms.split(",")), part)
    return found


_PARTS: Final = _parts("""
    midnight: 0 0 0 22 26
    overnight: 1 1 1 17 33
    small hours, early hours, wee hours: 0 2 5 0 7
    predawn, pre-dawn: 3 4 5 0 7
    dawn, daybreak, sunrise, first light: 5 5 6 3 9
    early: 6 6 6 0 12
    breakfast time, breakfast-time, breakfast: 7 8 9.5 5 11
    morning: 5 8 12 0 12
    noon, midday: 12 12 12 11 14
    lunchtime, lunch time, lunch: 12 12.5 14 11 15
    afternoon: 12 15 18 11 19
    teatime, tea time, tea-time: 15.5 16 17.5 15 19
    dusk, sunset, sundown, nightfall: 18 18.5 19 15 22
    evening: 17 19 23.5 15 24
    suppertime, supper time, supper: 18 19.5 21 17 23
    after dark: 21 21 21 15 30
    night, tonight: 20 22 24 17 31
    late: 23 23 23 15 24
""")
DAY: Final = 24 * 60
_EXACT: Final = frozenset({"midnight", "noon", "midday"})
# These tell when only alone: "late in the morning" is a part of the morning.
_ALONE: Final = ("early", "late")
_PART: Final = compile_later(
    r"\b(?:(?P<side>before|after|by)\s+)?(?:(?P<share>early|late|later|mid)\b[\s-]*(?:(?:in|at|on|that|the|\w+day)\s+){,3})?"
    rf"(?P<part>{'|'.join(part for part in _PARTS if part not in _ALONE)})\b",
    re.IGNORECASE,
)
_BARE_PART: Final = compile_later(rf"\b(?:{'|'.join(_ALONE)})\b", re.IGNORECASE)
_PART_IN_PROSE: Final = compile_later(
    r"\b(?:(?:(?i:in|at|on|by|before|after|until|since|around|this|that)|[A-Z]\w+day)\s+"
    r"(?:(?:the|that|next|early|late|\w+day)\s+){,2}"
    rf"(?P<part>{'|'.join(part for part in _PARTS if part not in _ALONE)})"
    rf"|(?P<share>(?i:{'|'.join(_ALONE)})) (?:on )?[A-Z]\w+day)\b"
)
_BESIDE: Final = {"before": -10, "by": -10, "after": 10}
_SIDE_OF_CLOCK: Final = compile_later(r"\b(before|after)\s+(?:about |around )?$", re.IGNORECASE)

_NAMED_ZONE: Final = compile_later(r"\b[A-Z][A-Za-z_]+(?:/[A-Z][A-Za-z_-]+){1,2}\b")
# Words for a zone, known or not: "local time", "IST", "New York time", "+02:00".
_SOME_ZONE: Final = compile_later(
    r"\btime\b|\b(?![AP]M\b)[A-Z]{2,5}\b|[A-Z][a-z]+/|[0-9] ?[+\u2212][0-9]"
)
_ZONE_IN_WORDS: Final = compile_later(rf"\s*[(]?(?P<zone>{_NAMED_ZONE.pattern})[)]?")
_OFFSET: Final = compile_later(
    r"(?:(?<=[0-9m]) ?|\b(?:UTC|GMT) ?)([+\u2212-])([01]?[0-9])(?::?([0-5][0-9]))?(?![0-9:])"
)
# Abbreviations that mean one zone in English news; CST and IST, which mean several, are left out.
_HOURS_EAST: Final = {
    "UTC": 0,
    "GMT": 0,
    "BST": 1,
    "CET": 1,
    "CEST": 2,
    "EET": 2,
    "EEST": 3,
    "MSK": 3,
    "JST": 9,
    "AEST": 10,
    "AEDT": 11,
    "NZST": 12,
    "NZDT": 13,
    "EST": -5,
    "EDT": -4,
    "CDT": -5,
    "MST": -7,
    "MDT": -6,
    "PST": -8,
    "PDT": -7,
}
_ABBREVIATION: Final = compile_later(rf"\b(?:{'|'.join(_HOURS_EAST)})\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeOfDay:
    """`minute` counts from midnight; None where the words have no clock time.

    `order` is where it comes in its day, also for “evening”. `zone` is None where none is named, and
    for “local time” and abbreviations that mean several, which `names_zone` tells apart.
    """

    minute: int | None
    order: int | None
    zone: dt.tzinfo | None
    names_zone: bool

    def on(self, day: dt.date, zone: dt.tzinfo | None = None) -> dt.datetime | None:
        """The moment on a day, in its own zone or else in `zone`; None where either is not known."""
        where = self.zone if self.names_zone else zone
        if self.minute is None or where is None:
            return None
        midnight = dt.datetime.combine(day, dt.time(), tzinfo=where)
        return midnight + dt.timedelta(minutes=self.minute)


def read_time(words: str) -> TimeOfDay:
    """The first clock time in the words, or else the part of the day."""
    minute = order = None
    zone = read_zone(words)
    if clock := _CLOCK.search(words):
        minute = order = _minute(clock)
        if side := _SIDE_OF_CLOCK.search(words[: clock.start()]):
            order += -1 if side[1].lower() == "before" else 1
    elif part := _PART.search(words):
        order = _order(part)
        is_exact = part["part"].lower() in _EXACT and not part["side"]
        minute = order if is_exact else None
    elif bare := _BARE_PART.search(words):
        order = _PARTS[bare[0].lower()].usual
    names_zone = zone is not None or _SOME_ZONE.search(words) is not None
    return TimeOfDay(minute=minute, order=order, zone=zone, names_zone=names_zone)


def _order(found: re.Match[str]) -> int:
    """Where a part of the day is in it: “early” is its first quarter, “late” its last."""
    part = _PARTS[found["part"].lower()]
    quarter = (part.ends - part.begins) // 4
    share = (found["share"] or "").lower()
    order = part.usual
    if share == "early":
        order = part.begins + quarter
    elif share.startswith("late"):
        order = part.ends - quarter
    return (order + _BESIDE.get((found["side"] or "").lower(), 0)) % DAY


def _minute(clock: re.Match[str]) -> int:
    hour = int(clock["hour"] or clock["hour24"])
    if half := clock["half"]:
        hour = hour % 12 + (12 if half.lower() == "p" else 0) if hour <= 12 else hour
    return hour * 60 + int(clock["minute"] or clock["minute24"] or 0)


def show_time(words: str) -> str:
    """The words for readers: “20:15 Asia/Manila” is 20:15 (Manila time)."""
    return _ZONE_IN_WORDS.sub(_place_of_zone, words)


def _place_of_zone(found: re.Match[str]) -> str:
    place = found["zone"].rpartition("/")[2].replace("_", " ")
    return f" ({_('%(place)s time', place=place)})" if read_zone(found["zone"]) else found[0]


def parts_of(words: str) -> dict[str, Window]:
    """The parts of the day in the words of a `time`, and from when to when each may be."""
    found = {match[0]: _window(match["part"], match["side"]) for match in _PART.finditer(words)}
    return found or {part: _window(part) for part in _BARE_PART.findall(words)}


def parts_in_prose(text: str) -> dict[str, Window]:
    """Those in prose, which has such words for other things too: the morning paper, the late king."""
    return {
        found[0]: _window(found["part"] or found["share"], found[0].split()[0])
        for found in _PART_IN_PROSE.finditer(text)
    }


def _window(part: str, side: str | None = None) -> Window:
    """From when to when a part of the day may be; “before dawn” ends when “after dawn” begins."""
    known = _PARTS[part.lower()]
    begins, ends = known.within
    middle = known.usual if known.usual >= begins else known.usual + DAY
    match (side or "").lower():
        case "before":
            return begins - 3 * 60, middle
        case "after":
            return middle, ends + 3 * 60
        case _:
            return known.within


def read_zone(words: str) -> dt.tzinfo | None:
    if named := _NAMED_ZONE.search(words):
        try:
            return ZoneInfo(named[0])
        except (ZoneInfoNotFoundError, ValueError, OSError):
            return None
    if offset := _OFFSET.search(words):
        sign = 1 if offset[1] == "+" else -1
        length = dt.timedelta(hours=int(offset[2]), minutes=int(offset[3] or 0))
        return dt.timezone(sign * length)
    if (short := _ABBREVIATION.search(words)) and "local" not in words:
        return dt.timezone(dt.timedelta(hours=_HOURS_EAST[short[0]]), short[0])
    return None
