"""Times of day as an editor writes them, such as “06:00 local time” or “6.30 pm CET”, and their zones."""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_CLOCK: Final = re.compile(
    r"(?<![\w.:+-])(?:(?P<hour>[01]?[0-9]|2[0-4])(?:[:.](?P<minute>[0-5][0-9]))?\s?(?P<half>[ap])\.?m\b"
    r"|(?P<hour24>[01]?[0-9]|2[0-4])[:.](?P<minute24>[0-5][0-9])(?![0-9]))",
    re.IGNORECASE,
)
# When a part of the day is, for the order of events alone.
_PARTS: Final = {
    "midnight": 0,
    "dawn": 5 * 60,
    "morning": 8 * 60,
    "noon": 12 * 60,
    "midday": 12 * 60,
    "afternoon": 15 * 60,
    "evening": 19 * 60,
    "night": 22 * 60,
}
_EXACT: Final = frozenset({"midnight", "noon", "midday"})
_PART: Final = re.compile(rf"\b(?:{'|'.join(_PARTS)})\b", re.IGNORECASE)

_NAMED_ZONE: Final = re.compile(r"\b[A-Z][A-Za-z_]+(?:/[A-Z][A-Za-z_-]+){1,2}\b")
# Words for a zone, known or not: "local time", "IST", "New York time", "+02:00".
_SOME_ZONE: Final = re.compile(
    r"\btime\b|\b(?![AP]M\b)[A-Z]{2,5}\b|[A-Z][a-z]+/|[0-9] ?[+\u2212][0-9]"
)
_OFFSET: Final = re.compile(
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
_ABBREVIATION: Final = re.compile(rf"\b(?:{'|'.join(_HOURS_EAST)})\b")


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
    part = _PART.search(words)
    minute = order = _PARTS[part[0].lower()] if part else None
    if part and part[0].lower() not in _EXACT:
        minute = None
    if clock := _CLOCK.search(words):
        minute = order = _minute(clock)
    zone = _read_zone(words)
    names_zone = zone is not None or _SOME_ZONE.search(words) is not None
    return TimeOfDay(minute=minute, order=order, zone=zone, names_zone=names_zone)


def _minute(clock: re.Match[str]) -> int:
    hour = int(clock["hour"] or clock["hour24"])
    if half := clock["half"]:
        hour = hour % 12 + (12 if half.lower() == "p" else 0) if hour <= 12 else hour
    return hour * 60 + int(clock["minute"] or clock["minute24"] or 0)


def _read_zone(words: str) -> dt.tzinfo | None:
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
