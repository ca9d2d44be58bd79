"""How many times as much: “more than twice the speed limit” of 109 and 50 kilometres per hour."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from dateline.checking.basis.findings import read_quantities
from dateline.checking.claims.grounds.statements import SaidQuantity, Statement, Statements
from dateline.checking.claims.grounds.word_stems import stem_of, stems
from dateline.facts.hedges import Hedge
from dateline.facts.wording import sentence_at
from dateline.language import FoundQuantity
from dateline.patterns import compile_later

# What follows a number of times that compares; a count of events has none of it.
_COMPARED: Final = compile_later(
    r"\s+(?:(?:as|more|higher|larger|bigger|greater|faster|longer|what|that|those)\b"
    r"|(?:the|its|his|her|their|our) (?P<of>[^.,;:!?]*))"
)
_THING_ENDS: Final = compile_later(
    r"\s(?:in|on|at|of|for|from|by|when|where|who|that|which|and|but|as|with|near|is|was|are|were|than|before|after)\b"
)


# What any numbers may be of: “three times the number of visitors”.
_ANY: Final = frozenset(
    map(stem_of, "number amount size total level rate figure average normal usual".split())
)
# How many characters around a number say what it is of.
_NEAR: Final = 60


def is_multiple(claimed: FoundQuantity, text: str) -> bool:
    return claimed.unit == "times" and _COMPARED.match(text, claimed.end) is not None


def ratios(claimed: FoundQuantity, text: str, statements: Statements) -> list[SaidQuantity] | None:
    """The numbers that are so many times others of what is named; None where nobody can tell.

    Nothing where the article has numbers of it, and others in their unit, but none is so many times
    as much.
    """
    if claimed.low is not None and (written := _written_after(claimed, text)):
        amounts = (said for said in statements.quantities if _is_amount(said[0]))
        ones = [said for said in amounts if said[0].unit == written.unit]
        less = (
            (written, Statement(text=written.text, position=ones[0][1].position)) if ones else None
        )
        fits = [
            more for more in ones if less and _fits(claimed.low, claimed.hedge, _ratio(more, less))
        ]
        return None if fits or not ones else []
    whole = _whole_of(claimed, text)
    pairs = list(_pairs(whole, statements)) if whole else []
    if claimed.low is None or not pairs:
        return None
    return [more for more, less in pairs if _fits(claimed.low, claimed.hedge, _ratio(more, less))]


_OF_WHAT: Final = compile_later(r"\s+(?:as much as |more than )?(?:the|its|his|her|their|that)?\s*")


def _written_after(claimed: FoundQuantity, text: str) -> FoundQuantity | None:
    """The number that a number of times is of: “more than five times the £3.4m of 2023-24”."""
    after = (each for each in read_quantities(text) if each.start >= claimed.end)
    each = next(after, None)
    is_next = each is not None and _OF_WHAT.fullmatch(text, claimed.end, each.start)
    return each if is_next and each and _is_amount(each) else None


def _whole_of(claimed: FoundQuantity, text: str) -> str:
    """The last word of what a number of times is of: “limit”, of “twice the speed limit in force”."""
    found = _COMPARED.match(text, claimed.end)
    thing = _THING_ENDS.split(found["of"] or "", maxsplit=1)[0] if found else ""
    return next((stem for stem in reversed(stems(thing)) if stem not in _ANY), "")


def _pairs(whole: str, statements: Statements) -> Iterator[tuple[SaidQuantity, SaidQuantity]]:
    amounts = [said for said in statements.quantities if _is_amount(said[0])]
    for less in amounts:
        if whole in _words(less[1], statements):
            for more in amounts:
                if more[0].unit == less[0].unit and _ratio(more, less) > 1:
                    yield more, less


def _is_amount(said: FoundQuantity) -> bool:
    is_counted = said.unit not in (None, "times", "share", "year")
    return is_counted and bool(said.low) and said.low == said.high and not said.pair


def _ratio(more: SaidQuantity, less: SaidQuantity) -> Decimal:
    return (more[0].low or Decimal(0)) / (less[0].low or Decimal(1))


def _words(statement: Statement, statements: Statements) -> frozenset[str]:
    span = statement.span
    if span is None:
        return frozenset()
    text = statements.text_of(span)
    first, last = sentence_at(text, span.start)
    return frozenset(stems(text[max(first, span.start - _NEAR) : min(last, span.end + _NEAR)]))


def _fits(wanted: Decimal, hedge: Hedge | None, ratio: Decimal) -> bool:
    """Whether so many times are true of a ratio, as far as words round it."""
    match hedge:
        case Hedge.MORE_THAN | Hedge.AT_LEAST:
            return wanted <= ratio < wanted + 1
        case Hedge.FEWER_THAN | Hedge.UP_TO | Hedge.NEARLY:
            return wanted - 1 < ratio <= wanted
        case _:
            return abs(ratio - wanted) <= wanted / 10


def of_times(said: Sequence[SaidQuantity], statements: Statements) -> list[SaidQuantity]:
    """Those that are multiples themselves: neither two people nor “counted twice” is one."""
    return [
        (found, place)
        for found, place in said
        if found.unit == "times"
        and (place.span is None or is_multiple(found, statements.text_of(place.span)))
    ]
