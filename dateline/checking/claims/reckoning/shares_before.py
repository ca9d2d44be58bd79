"""Shares of what something was: “less than half of last year’s dividend”, of 12p after 28p, or of a cut of 72%."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations
from typing import Final

from dateline.checking.agreement.figure_agreement import in_percent
from dateline.checking.agreement.quantities.quantity_agreement import match_unit
from dateline.checking.agreement.quantities.unit_agreement import measure_name
from dateline.checking.claims.grounds.statements import SaidQuantity, Statement, Statements
from dateline.checking.claims.reckoning.arithmetic import is_hedge, is_near_share, is_single
from dateline.checking.claims.reckoning.named_figures import kin_of
from dateline.facts.hedges import Hedge
from dateline.facts.units import is_measured
from dateline.facts.wording import sentences
from dateline.language import FoundQuantity, en
from dateline.patterns import compile_later

_OF_BEFORE: Final = compile_later(
    r"\s+(?:of\s+)?(?:(?:the|its|their|his|her)\s+)?(?:(?:last|previous|prior|preceding)\s+(?:\w+\s+)?(?:year|month"
    r"|quarter|week|season|budget)['’]s\b|(?:level|figure|total|amount|number)\s+(?:of\s+)?(?:last|the previous)\s+year"
    r"|what\s+(?:it|they|he|she|there)\s+(?:was|were|had|paid|got|made|cost|took|earned)\b)"
)


def is_of_before(claimed: FoundQuantity, text: str) -> bool:
    return claimed.unit == "share" and _OF_BEFORE.match(text, claimed.end) is not None


def is_share_now(claimed: FoundQuantity, percent: Decimal) -> bool:
    """Whether a share is true of one in percent: “less than half” of all that is less."""
    least = in_percent(claimed).low or Decimal(0)
    match claimed.hedge:
        case Hedge.FEWER_THAN | Hedge.UP_TO:
            return percent < least
        case Hedge.MORE_THAN | Hedge.AT_LEAST:
            return least < percent < _WHOLE
        case _:
            return is_near_share(claimed, percent)


_WHOLE: Final = 100


def without_changes(statements: Statements) -> Statements:
    """The statements without what things fell or rose by: a fall of 72% is not a share of what was before."""
    kept = [said for said in statements.quantities if not _is_change(said, statements)]
    return replace(statements, quantities=kept)


def _is_change(said: SaidQuantity, statements: Statements) -> bool:
    found, span = said[0], said[1].span
    if found.unit not in ("percent", "share") or span is None:
        return False
    return en.is_of_change(statements.text_of(span), span.start, span.end)


def without_shares_of_before(statements: Statements) -> Statements:
    """The statements without what is left of what was before: half of last year’s is no fall by so much."""
    kept = [said for said in statements.quantities if not _is_left(said, statements)]
    return replace(statements, quantities=kept)


def _is_left(said: SaidQuantity, statements: Statements) -> bool:
    found, span = said[0], said[1].span
    if span is None or found.unit not in ("share", "percent"):
        return False
    return _OF_BEFORE.match(statements.text_of(span), span.end) is not None


def is_fall_to_share(claimed: FoundQuantity, words: frozenset[str], statements: Statements) -> bool:
    """Whether a sentence with one of these words says what the fall leaves: “by more than half”, of less than half."""
    number = in_percent(claimed)
    return any(
        is_hedge(claimed.hedge, of_the_rest(said[0].hedge))
        and number.low == _WHOLE - (in_percent(said[0]).low or 0)
        for said in statements.quantities
        if _is_left(said, statements) and _is_of(said, words, statements)
    )


def _is_of(said: SaidQuantity, words: frozenset[str], statements: Statements) -> bool:
    """Whether it is a share of what these words name: the bonus, of “half of last year’s bonus”."""
    span = said[1].span
    text = statements.text_of(span) if span else ""
    of = _OF_BEFORE.match(text, span.end) if span else None
    thing = _THING.match(text, of.end()) if of else None
    return bool(words & kin_of(thing[0])) if thing else _has_word(said, words, statements)


_THING: Final = compile_later(r"\s+\w+")


def of_the_rest(hedge: Hedge | None) -> Hedge | None:
    """What is true of the rest: of “fewer than” a third it is “more than” two thirds."""
    return _TURNED.get(hedge, hedge) if hedge else None


_TURNED: Final = {
    Hedge.FEWER_THAN: Hedge.MORE_THAN,
    Hedge.UP_TO: Hedge.AT_LEAST,
    Hedge.NEARLY: Hedge.MORE_THAN,
    Hedge.MORE_THAN: Hedge.FEWER_THAN,
    Hedge.AT_LEAST: Hedge.UP_TO,
}


def shares_left(words: frozenset[str], statements: Statements) -> Iterator[Decimal]:
    """What sentences with one of these words leave of what was before, in percent."""
    for group in statements.sentences:
        said = [each for each in group if each[1].span and _has_word(each, words, statements)]
        yield from shares_of([found for found, _ in said])
        falls = (found for found, place in said if _is_fall(found, place, statements))
        yield from (_WHOLE - found.low for found in falls if found.low)


def _is_fall(found: FoundQuantity, place: Statement, statements: Statements) -> bool:
    span = place.span
    if span is None or found.unit != "percent" or not is_single(found):
        return False
    return en.is_of_fall(statements.text_of(span), span.start, span.end)


def shares_of(numbers: Sequence[FoundQuantity]) -> Iterator[Decimal]:
    """The lower as a share of the higher, of each two amounts in one unit."""
    amounts = [each for each in numbers if is_single(each) and each.unit not in _NO_AMOUNTS]
    for first, second in combinations(amounts, 2):
        if first.low and second.low and is_of_one(first, second):
            yield 100 * min(first.low, second.low) / max(first.low, second.low)


def is_of_one(first: FoundQuantity, second: FoundQuantity) -> bool:
    """Whether both are in one unit, or in money, of which one leaves out what it is for: “to 12p a share, from 28p”."""
    ways = {match_unit(first, second), match_unit(second, first)}
    return (
        "same" in ways
        or is_one_measure(first, second)
        or ("near" in ways and all(is_measured(each.unit or "") for each in (first, second)))
    )


def is_one_measure(first: FoundQuantity, second: FoundQuantity) -> bool:
    """Whether both are in one measure by any of its names, such as tons and “gross tons”."""
    names = {measure_name(_KIND.sub("", each.unit or "")) for each in (first, second)}
    return len(names) == 1 and None not in names


_KIND: Final = compile_later(r"^(?:gross|net|metric|registered) ")


_NO_AMOUNTS: Final = (None, "percent", "share", "percentage points", "times")


def _has_word(said: SaidQuantity, words: Iterable[str], statements: Statements) -> bool:
    span = said[1].span
    if span is None:
        return False
    text = statements.text_of(span)
    own = next((text[start:end] for start, end in sentences(text) if start <= span.start < end), "")
    return not kin_of(own).isdisjoint(words)
