"""Numbers of a workbook as text: without the noise of binary fractions, and days as dates."""

import re
from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import Final

from dateline.frozen import dataclass

# The formats that have a number and no code in the file (ECMA-376, part 1, 18.8.30).
_BUILT_IN: Final = {
    **dict.fromkeys((9, 10), "0%"),
    **dict.fromkeys((14, 15), "dd/mm/yyyy"),
    16: "dd/mm",
    17: "mm/yyyy",
    **dict.fromkeys((18, 19, 20, 21, 45, 46, 47), "hh:mm"),
    22: "dd/mm/yyyy hh:mm",
}
_LITERAL: Final = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h|m|s)[^\]]*\]', re.IGNORECASE)
_FIRST_DAY: Final = datetime(1899, 12, 30)  # noqa: DTZ001 - a workbook knows no zones
_LATER_BY: Final = 1462
_LAST: Final = 2_958_465


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """How a cell shows its number: as a day, a time or in percent, or as it is."""

    code: str

    @classmethod
    def of(cls, number: int, codes: dict[int, str]) -> "NumberFormat":
        code = codes.get(number, _BUILT_IN.get(number, ""))
        return cls(_LITERAL.sub("", code.split(";")[0]).lower())

    @property
    def is_percent(self) -> bool:
        return "%" in self.code

    @property
    def has_day(self) -> bool:
        return bool(re.search("[yd]", self.code)) or bool(re.fullmatch(r"\W*m+\W*", self.code))

    @property
    def has_time(self) -> bool:
        return bool(re.search("[hs]", self.code))


def number_text(written: str, shown: NumberFormat, *, since_1904: bool = False) -> str:
    """The text of a number: 3.1 for 3.1000000000000001, a date for a day, 14:30 for a time."""
    try:
        number = Decimal(format(float(written), ".15g"))
    except (ValueError, InvalidOperation):
        return written
    if not number.is_finite():
        return written
    days = number + (_LATER_BY if since_1904 else 0)
    if (shown.has_day or shown.has_time) and number >= 0 and days <= _LAST:
        return _moment(days, shown, since_1904=since_1904)
    number = number * 100 if shown.is_percent else number
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _moment(days: Decimal, shown: NumberFormat, *, since_1904: bool) -> str:
    # That calendar has a 29 February in 1900.
    days += 1 if not since_1904 and 1 <= days < 60 else 0
    moment = _FIRST_DAY + timedelta(seconds=round(float(days) * 86_400))
    if not shown.has_day:
        return f"{moment:%H:%M}"
    day = f"{moment:%Y-%m-%d}"
    if "d" not in shown.code:
        day = day[:7] if "m" in shown.code else day[:4]
    return f"{day} {moment:%H:%M}" if moment.time() != datetime.min.time() else day
