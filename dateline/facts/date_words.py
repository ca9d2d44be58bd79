"""What an author may have meant by a date that is not written in EDTF, for the refusal's words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

# Not `calendar.month_name`, which follows the locale.
MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS: Final = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """Why a text is not a date, and what to write instead."""

    found: str
    fix: str


def quoted(text: str) -> str:
    """The text between quotation marks, on one line and at most 60 characters long."""
    line = " ".join(text.split())
    return f"“{line[:59]}…”" if len(line) > 60 else f"“{line}”"


def meanings(text: str) -> Slip:
    """Why `text` is refused as a date, and what to write instead."""
    return Slip(
        found=f"{quoted(text)} is not a date",
        fix="write a day as 2024-09-11, a month as 2024-09, a year as 2024",
    )
