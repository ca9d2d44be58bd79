"""The closed grammar of dates, quantities, quotations and names in English news prose.

docs/grammar.md says what it finds and what it leaves alone.
"""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from dateline.language import Found, FoundDate, FoundName, FoundQuantity, FoundQuotation
from dateline.language.en import dates, names, quantities, quotations
from dateline.language.en.clocks import find_clock_times, find_zones
from dateline.language.en.denials import Denial, find_denial
from dateline.language.en.forms import is_nobody, name_forms

__all__ = [
    "Denial",
    "find_clock_times",
    "find_dates",
    "find_denial",
    "find_names",
    "find_quantities",
    "find_quotations",
    "find_zones",
    "is_nobody",
    "name_forms",
]

_SPACES = re.compile(r"(?P<blank>\r?\n[ \t]*(?:\r?\n[ \t]*)+)|[\t\u00a0\u2009\u202f]|\r?\n")


def find_dates(text: str, *, written: dt.date) -> tuple[FoundDate, ...]:
    """Every date of the text, in order, without overlaps, resolved against the day it was written."""
    return _as_written(dates.find_dates(plain(text), written=written), text)


def find_quantities(text: str) -> tuple[FoundQuantity, ...]:
    """Every quantity of the text, in order, with its scale applied."""
    return _as_written(quantities.find_quantities(plain(text)), text)


def find_quotations(text: str) -> tuple[FoundQuotation, ...]:
    """The words between quotation marks, in order."""
    return _as_written(quotations.find_quotations(plain(text)), text)


def find_names(text: str, *, aliases: Mapping[str, str]) -> tuple[FoundName, ...]:
    """Every name of the text, in order: those of the sheets, and capitalised ones that they lack.

    `aliases` maps a name as the sheets write it to its id; of two that overlap the longer wins. A word
    that only begins a sentence, a month, a weekday, a title or a demonym is not a name.
    """
    return _as_written(names.find_names(plain(text), aliases=aliases), text)


def may_be_a_word(text: str, name: FoundName, *, stands_alone: bool) -> bool:
    """Whether a name is one word that its place alone may have given a capital.

    The start of a sentence, of a quotation or, where the text `stands_alone`, of a heading or a cell.
    """
    return names.may_be_a_word(plain(text), name, stands_alone=stands_alone)


def plain(text: str) -> str:
    """The text with a plain space for all white space but blank lines, as the patterns need it."""
    return _SPACES.sub(lambda found: found["blank"] or " " * len(found[0]), text)


def _as_written(found: Iterable[Found], text: str) -> tuple[Found, ...]:
    return tuple(replace(finding, text=text[finding.start : finding.end]) for finding in found)
