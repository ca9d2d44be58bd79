"""The closed grammar of dates, quantities, quotations and names in English news prose.

docs/grammar.md says what it finds and what it leaves alone.
"""

import datetime as dt
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from dateline.facts.wording import Wording, compose, is_composed
from dateline.language import Found, FoundDate, FoundName, FoundQuantity, FoundQuotation
from dateline.language.en import clocks, denials, falling
from dateline.language.en.clocks import FoundClock
from dateline.language.en.dates import dates
from dateline.language.en.dates.fiscal_years import beginning_of_years, readings_of_year, year_to
from dateline.language.en.dates.homes import is_southern
from dateline.language.en.denials import Denial
from dateline.language.en.falling import (
    Direction,
    Multiple,
    NumberChange,
    falls_by,
    find_multiples,
    goes_up_to,
    is_end_of_change,
    is_of_change,
    is_of_fall,
    names_fall,
    way_by,
    way_of,
    way_to,
)
from dateline.language.en.headlines.present_tense import is_third_person
from dateline.language.en.names import names
from dateline.language.en.names.forms import (
    is_also_a_word,
    is_called_as_land,
    is_nobody,
    is_of_place,
    may_be_a_person,
    may_precede_a_name,
    name_forms,
    says_whose,
    short_forms,
    without_title,
)
from dateline.language.en.names.name_kinds import find_name_kind
from dateline.language.en.names.places import CITIES, COUNTRIES, LANDS_OF_WORDS
from dateline.language.en.opposites import OneSide, sides_beside, sides_in
from dateline.language.en.passing import (
    is_date_in_passing,
    is_number_in_passing,
    is_quotation_in_passing,
)
from dateline.language.en.quantities import quantities
from dateline.language.en.quantities.heads import spell_out_dates, spell_out_unit
from dateline.language.en.quantities.negated import TURNED
from dateline.language.en.quantities.parts_of_wholes import find_parts_of_wholes
from dateline.language.en.quantities.people import counts_people
from dateline.language.en.quantities.rows import PlaceInRow, find_places_in_rows
from dateline.language.en.quantities.times_over import TimesOver, find_times_over, has_ordinal
from dateline.language.en.speakers import quotations
from dateline.language.en.speakers.attribution import find_attributions
from dateline.language.en.speakers.reporting import find_reporters
from dateline.language.en.speakers.said import is_day_of_saying
from dateline.language.en.speech import is_definite, is_given_name
from dateline.language.en.tense import never_came
from dateline.language.en.traces import may_have_dates, may_have_quantities
from dateline.patterns import compile_later

__all__ = [
    "CITIES",
    "COUNTRIES",
    "LANDS_OF_WORDS",
    "TURNED",
    "Denial",
    "Direction",
    "FoundClock",
    "Multiple",
    "NumberChange",
    "OneSide",
    "PlaceInRow",
    "TimesOver",
    "beginning_of_years",
    "counts_people",
    "falls_by",
    "find_attributions",
    "find_changes",
    "find_clock_times",
    "find_clocks",
    "find_dates",
    "find_denial",
    "find_multiples",
    "find_name_kind",
    "find_names",
    "find_parts_of_wholes",
    "find_places_in_rows",
    "find_quantities",
    "find_quotations",
    "find_reporters",
    "find_times_over",
    "goes_up_to",
    "has_ordinal",
    "is_also_a_word",
    "is_called_as_land",
    "is_date_in_passing",
    "is_day_of_saying",
    "is_definite",
    "is_end_of_change",
    "is_given_name",
    "is_nobody",
    "is_number_in_passing",
    "is_of_change",
    "is_of_fall",
    "is_of_place",
    "is_quotation_in_passing",
    "is_southern",
    "is_third_person",
    "may_be_a_person",
    "may_have_dates",
    "may_have_quantities",
    "may_precede_a_name",
    "name_forms",
    "names_fall",
    "never_came",
    "readings_of_year",
    "says_whose",
    "short_forms",
    "sides_beside",
    "sides_in",
    "spell_out_dates",
    "spell_out_unit",
    "way_by",
    "way_of",
    "way_to",
    "without_title",
    "year_to",
]

_OTHER_SPACE = compile_later(r"[\r\n\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_SPACES = compile_later(
    r"(?P<blank>\r?\n[ \t]*(?:\r?\n[ \t]*)+)|\r?\n"
    r"|[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
)


def find_dates(text: str, *, written: dt.date, southern: bool = False) -> tuple[FoundDate, ...]:
    """Every date of the text, in order, without overlaps, resolved against the day it was written.

    In a story from the `southern` half of the world winter is in July, whatever places a paragraph names.
    """
    return _read(partial(dates.find_dates, written=written, southern=southern), text)


def find_quantities(text: str) -> tuple[FoundQuantity, ...]:
    """Every quantity of the text, in order, with its scale applied."""
    return _read(quantities.find_quantities, text)


def find_quotations(text: str, *, following: str = "") -> tuple[FoundQuotation, ...]:
    """The words between quotation marks, in order.

    One that the text leaves open ends with it where the `following` paragraph begins with its mark.
    """
    if quotations.OPENING_MARKS.isdisjoint(text):
        return ()
    found = _read(quotations.find_quotations, f"{text}\n\n{following[:1]}")
    return tuple(quotation for quotation in found if quotation.end <= len(text))


def find_names(text: str, *, aliases: Mapping[str, str]) -> tuple[FoundName, ...]:
    """Every name of the text, in order: those of the sheets, and capitalised ones that they lack.

    `aliases` maps a name as the sheets write it to its id; of two that overlap the longer wins. A word
    that only begins a sentence, a month, a weekday, a title or a demonym is not a name.
    """
    return _read(partial(names.find_names, aliases=aliases), text)


def may_be_a_word(text: str, name: FoundName, *, stands_alone: bool) -> bool:
    """Whether a name is one word that its place alone may have given a capital.

    The start of a sentence, of a quotation or, where the text `stands_alone`, of a heading or a cell.
    """
    return names.may_be_a_word(plain(text), name, stands_alone=stands_alone)


def find_changes(text: str, quantities: Sequence[FoundQuantity]) -> tuple[NumberChange, ...]:
    """Of two of these quantities of a text, what the words say of them: “fell from 9 to 7”."""
    return tuple(falling.find_changes(plain(text), quantities))


def find_denial(text: str, start: int) -> Denial | None:
    """The negation that covers the words at `start`, if there is one."""
    if is_composed(text):
        return denials.find_denial(plain(text), start)
    composed = compose(text)
    denial = denials.find_denial(plain(composed.text), bisect_left(composed.starts, start))
    if denial is None:
        return None
    begin, end = composed.original(denial.start, denial.end)
    return replace(denial, start=begin, end=end)


def find_clock_times(text: str) -> list[frozenset[int]]:
    """Each clock time as minutes from midnight; both halves of the day where the words do not say which."""
    return clocks.find_clock_times(plain(compose(text).text))


def find_clocks(text: str) -> list[FoundClock]:
    """Each clock time with its zone."""
    return clocks.find_clocks(plain(compose(text).text))


def plain(text: str) -> str:
    """The text with a plain space for all white space but blank lines, as the patterns need it."""
    if _OTHER_SPACE.search(text) is None:
        return text
    return _SPACES.sub(lambda found: found["blank"] or " " * len(found[0]), text)


def _read(find: Callable[[str], Iterable[Found]], text: str) -> tuple[Found, ...]:
    """What a finder finds in the text as it is seen, with its place in the text as it was written."""
    if is_composed(text):
        found = find(plain(text))
    else:
        seen = compose(text)
        found = [_placed(finding, seen) for finding in find(plain(seen.text))]
    return tuple(_as_written(finding, text) for finding in found)


def _as_written(finding: Found, text: str) -> Found:
    written = text[finding.start : finding.end]
    return finding if finding.text == written else replace(finding, text=written)


def _placed(finding: Found, seen: Wording) -> Found:
    start, end = seen.original(finding.start, finding.end)
    return replace(finding, start=start, end=end)
