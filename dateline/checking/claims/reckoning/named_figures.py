"""Figures that a text names by what they count: “a third of the staff”, “80 per cent of all who survive”."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from dateline.checking.agreement.quantities.unit_agreement import currency_of, rate_of
from dateline.checking.basis.findings import number_of, read_quantities
from dateline.checking.claims.grounds.word_stems import stems
from dateline.facts.records import Figure
from dateline.facts.units import is_measured
from dateline.language import FoundQuantity
from dateline.patterns import compile_later

# Words for one thing, by their beginnings: a loss, staff, the dead, the injured.
_KIN: Final = (
    frozenset({"loss", "defi", "shor", "over"}),
    frozenset({"staf", "work", "empl", "jobs", "payr"}),
    frozenset({"dead", "deat", "died", "kill", "fata"}),
    frozenset({"inju", "hurt", "woun"}),
    frozenset({"rate", "toll", "fare", "tari", "pric"}),
)
_OF_NAMED: Final = compile_later(
    r"\s+of\s+(?:(?:all|the|its|their|those|everyone|everybody|whole|last|this|year['’]s)\s+)*"
    r"(?P<whole>[^.,;:!?()0-9]{3,40})"
)
# So many words after “of” may name the whole.
_NAMING: Final = 3


def kin_of(text: str) -> frozenset[str]:
    """The beginnings of its words; words for one thing are the same."""
    return frozenset(first_of_kin(stem) for stem in stems(text))


def first_of_kin(stem: str) -> str:
    return next((min(kin) for kin in _KIN if stem in kin), stem)


def named_wholes(
    claimed: FoundQuantity, text: str, figures: Iterable[Figure]
) -> Iterator[FoundQuantity]:
    """The numbers of the figures that the words after “of” name."""
    named = _OF_NAMED.search(text, claimed.start, claimed.end + _AFTER)
    if named is None or named.start() > claimed.end:
        return
    words = kin_of(" ".join(named["whole"].split()[:_NAMING]))
    for figure in figures:
        if words & kin_of(f"{figure.label} {figure.unit or ''}"):
            yield from numbers_of(figure)


_OF_OPENING: Final = compile_later(
    r"(?:^|[.;:] )of (?:the|those|all) (?P<whole>[^.,;:!?()0-9]{3,40}), $", re.IGNORECASE
)


def opening_wholes(
    claimed: FoundQuantity, text: str, figures: Iterable[Figure]
) -> Iterator[FoundQuantity]:
    """The numbers of the figures that the words before a part name alone: “of the injured, 97”."""
    named = _OF_OPENING.search(text, 0, claimed.start)
    words = kin_of(named["whole"]) if named else frozenset()
    for figure in figures if words else ():
        if words == kin_of(figure.label):
            yield from numbers_of(figure)


# As far after a number as the words for its whole may go.
_AFTER: Final = 60


def numbers_of(figure: Figure) -> Iterator[FoundQuantity]:
    """A figure’s number to work with: a loss without its sign, and what is a year’s as that of a year."""
    number = as_amount(number_of(figure))
    yield number
    rate = rate_of(figure.unit) if figure.unit else None
    if rate and rate.per == "year" and currency_of(rate.unit):
        yield replace(number, unit=rate.unit)


def as_amount(number: FoundQuantity) -> FoundQuantity:
    """A loss of money without its sign; any other number as it is."""
    if number.low is None or number.high is None or number.high >= 0:
        return number
    if currency_of(number.unit) is None:
        return number
    return replace(number, low=-number.high, high=-number.low)


_REST: Final = compile_later(
    r"\b(?:lea(?:ves?|ving|ft)|remain\w*|rest|others?|still|yet|without)\b", re.IGNORECASE
)
_OF_NUMBER: Final = compile_later(r"\s+of\s+(?:(?:the|its|their|all|those)\s+)?")


def written_wholes(claimed: FoundQuantity, text: str) -> list[FoundQuantity]:
    """The number that a text gives one as a part of: “four of the 14”."""
    return [
        each
        for each in read_quantities(text)
        if claimed.end < each.start and _OF_NUMBER.fullmatch(text, claimed.end, each.start)
    ]


def is_rest_of(
    claimed: FoundQuantity,
    text: str,
    parts: Sequence[FoundQuantity],
    figures: Sequence[Figure],
) -> bool:
    """Whether it is what a part leaves of a whole that the text gives or names: “four of the 14 are still missing”."""
    if claimed.hedge or claimed.low is None or is_measured(claimed.unit or ""):
        return False
    if not _REST.search(text):
        return False
    wholes = [*written_wholes(claimed, text), *named_wholes(claimed, text, figures)]
    return any(
        whole.low - part.low == claimed.low
        for whole in wholes
        for part in parts
        if whole.low and part.low and not is_measured(whole.unit or part.unit or "")
    )
