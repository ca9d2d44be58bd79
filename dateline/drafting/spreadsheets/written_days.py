"""Days as people and spreadsheet programs write them, as the dates of a sheet."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from dateline.drafting.spreadsheets.same_cells import possible_days

_MONTHS: Final = (
    "january february march april may june july august september october november december".split()
)
_MONTH: Final = r"(?P<month>[A-Za-z]{3,9})\.?"
_FORMS: Final = (
    re.compile(rf"(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)? {_MONTH},? (?P<year>[0-9]{{4}})"),
    re.compile(rf"{_MONTH} (?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?,? (?P<year>[0-9]{{4}})"),
    re.compile(rf"{_MONTH},? (?P<year>[0-9]{{4}})"),
)
_MIDNIGHT: Final = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]00:00(?::00(?:\.0+)?)?Z?")


def even_days(cells: Iterable[str]) -> Mapping[str, str]:
    """The dates of a column by what is written; what may be two days stays, unless others say the order."""
    written = {cell: cell.strip() for cell in cells if cell.strip()}
    day_first = _day_first(written.values())
    return {cell: _even(text, day_first) for cell, text in written.items()}


def _day_first(texts: Iterable[str]) -> bool | None:
    """Whether days are before months, as one is that no month can be; None where both, or nothing, is said."""
    orders = set()
    for text in texts:
        numbers = re.fullmatch(r"([0-9]{1,2})[./-]([0-9]{1,2})[./-][0-9]{2,4}", text)
        if numbers and len(set(possible_days(text))) == 1 and numbers[1] != numbers[2]:
            orders.add(int(numbers[1]) > 12)
    return orders.pop() if len(orders) == 1 else None


def _even(text: str, day_first: bool | None) -> str:  # noqa: FBT001 - three answers of one question
    if midnight := _MIDNIGHT.fullmatch(text):
        return midnight[1]
    days = list(possible_days(text))
    if len(set(days)) == 1:
        return days[0].isoformat()
    if len(days) == 2 and day_first is not None:
        return days[0 if day_first else 1].isoformat()
    return next(filter(None, (_in_words(form.fullmatch(text)) for form in _FORMS)), text)


def _in_words(found: re.Match[str] | None) -> str | None:
    if found is None:
        return None
    short = found["month"].lower()
    months = [number for number, name in enumerate(_MONTHS, 1) if name.startswith(short[:3])]
    if not months or not (_MONTHS[months[0] - 1].startswith(short) or short == "sept"):
        return None
    day = found.groupdict().get("day")
    month = f"{found['year']}-{months[0]:02}"
    return f"{month}-{int(day):02}" if day else month
