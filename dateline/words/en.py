"""How English writes dates, numbers, units and lists."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from dateline.words.formats import WrittenDate, WrittenUnit

# Not `calendar.month_name`, which follows the locale.
MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS: Final = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
)  # fmt: skip
_PARTS: Final = {None: "", "early": "early ", "mid": "mid-", "late": "late "}
_SMALL: Final = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
)
_SCALES: Final = {6: "million", 9: "billion", 12: "trillion"}


def date(date: WrittenDate) -> str:
    """A date in British English: "11 September 2024", "mid-2027", "the 1990s", "44 BC"."""
    part = _PARTS[date.part]
    if date.decade:
        return f"the {part}{date.year}s"
    return part + f"{_day_and_month(date)} {year(date.year)}".lstrip()


def date_before(date_: WrittenDate, following: WrittenDate) -> str:
    is_whole = date_.part or date_.month is None or following.month is None
    if is_whole or date_.year != following.year:
        return date(date_)
    if date_.month == following.month and date_.day and following.day:
        return str(date_.day)
    return _day_and_month(date_)


def _day_and_month(date: WrittenDate) -> str:
    name = MONTHS[date.month - 1] if date.month else ""
    return f"{date.day} {name}" if date.day else name


def short_date(date: WrittenDate) -> str:
    name = MONTHS[date.month - 1][:3] if date.month else ""
    return f"{date.day} {name}" if date.day else name


def year(year: int) -> str:
    if year < 1:
        return f"{1 - year} BC"
    return str(year) if year >= 1000 else f"AD {year}"


def decade(year: int) -> str:
    return f"{year - year % 10}s" if year > 0 else f"{(1 - year) // 10 * 10}s BC"


def weekday(number: int) -> str:
    return WEEKDAYS[number]


def number(value: Decimal | int) -> str:
    """Every digit, grouped from 1,000 on, with a true minus (CLDR)."""
    return (f"{value:,}" if isinstance(value, int) else f"{value:,f}").replace("-", "\u2212")


def in_words(value: int) -> str:
    return _SMALL[value] if 0 <= value < len(_SMALL) else number(value)


def scale(power: int) -> str:
    return _SCALES[power]


def unit(unit: WrittenUnit, value: Decimal | None) -> str:
    """The unit for one or for many; "1.0" is many (CLDR plural rules)."""
    return unit.singular if value is not None and number(abs(value)) == "1" else unit.plural


def rate(unit: WrittenUnit) -> str:
    return unit.per


def all_of(words: Sequence[str]) -> str:
    return _joined(words, "and")


def one_of(words: Sequence[str]) -> str:
    return _joined(words, "or")


def _joined(words: Sequence[str], last: str) -> str:
    *most, end = [*words] or [""]
    return f"{', '.join(most)} {last} {end}" if most else end
