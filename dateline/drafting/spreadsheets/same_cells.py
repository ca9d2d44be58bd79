"""Whether a cell still says what was downloaded, after a spreadsheet program wrote it in its own way."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import Final

from dateline.facts.guarded_cells import safe

_NUMBER: Final = re.compile(r"-?[0-9]{1,3}(?:,?[0-9]{3})*(?:\.[0-9]+)?")
_ISO: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LOCAL: Final = re.compile(r"([0-9]{1,4})[./-]([0-9]{1,2})[./-]([0-9]{1,4})")


def is_same(was: str, now: str) -> bool:
    """Whether both are the same text, the same number, or the same day as a program shows it."""
    was, now = _lines(was), _lines(now)
    if now in (was, safe(was)):
        return True
    if _NUMBER.fullmatch(was) and _NUMBER.fullmatch(now):
        return Decimal(was.replace(",", "")) == Decimal(now.replace(",", ""))
    return bool(_ISO.fullmatch(was)) and was in {day.isoformat() for day in possible_days(now)}


def _lines(cell: str) -> str:
    return cell.replace("\r\n", "\n").replace("\r", "\n").strip()


def possible_days(text: str) -> Iterator[date]:
    """The days that figures such as 11/09/2024 may mean: day first, then month first."""
    if not (found := _LOCAL.fullmatch(text.strip())):
        return
    first, second, third = found.groups()
    orders = ((third, second, first), (third, first, second), (first, second, third))
    for year, month, day in orders:
        if len(year) == 4 or (len(year) == 2 and year is third):
            with suppress(ValueError):
                yield date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))
